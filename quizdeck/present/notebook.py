"""The notebook of slips: each with its name, why it is wrong, how to notice it, and how it goes."""

from collections.abc import Iterator
from typing import TypeAlias

from quizdeck.language.catalogue import text
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.registry import METHODS
from quizdeck.optimizers.symbols import equation_latex
from quizdeck.present.blocks import Block, Document, Formula, Gap, Paragraph
from quizdeck.present.letters import Letters
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.rows import padded
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.precision import display
from quizdeck.problems.problem import Problem
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.slips.slip import Slip
from quizdeck.study.moment import calendar_date
from quizdeck.study.slip_history import DAYS_TO_MEND, SlipHistory
from quizdeck.text import Language, cell_width

_DONE, _LEFT = "●", "○"

Example: TypeAlias = Problem | None


def slip_row(history: SlipHistory, language: Language, notation: Notation = BOOK) -> Line:
    """Return whether a slip is mended, how often it was made, and its name."""
    slip = slip_by_id(history.slip)
    labels = [text(f"notebook.{state}", language) for state in ("mended", "open")]
    state, style = (labels[0], Style.CORRECT) if history.is_mended else (labels[1], Style.WRONG)
    times = text("home.times", language, count=history.times)
    name = Letters(notation, _method_of(slip, None)).of(slip.name).in_language(language)
    sign = "✓" if history.is_mended else "✗"
    return (
        padded(f"{sign} {state}", 2 + max(map(cell_width, labels)), style),
        Span(f"  {times:>4}  ", Style.MUTED),
        Span(name),
    )


def slip_document(
    history: SlipHistory, example: Example, language: Language, notation: Notation = BOOK
) -> Document:
    """Return one slip whole; ``example`` is a problem in which it can be made."""
    slip = slip_by_id(history.slip)
    method = _method_of(slip, example)
    letters = Letters(notation, method)
    why = blocks(letters.of(slip.explanation).in_language(language))
    notice = tuple(_notice(slip, method, example, language, notation))
    return (
        Paragraph((Span(letters.of(slip.name).in_language(language), Style.STRONG),)),
        Paragraph((Span(_course(history, language), Style.MUTED),)),
        Gap(),
        *_headed("notebook.why", why, language),
        *_headed("notebook.notice", notice, language),
    )


def _course(history: SlipHistory, language: Language) -> str:
    """Return how often it was made, when last, and how far it is mended."""
    days = min(history.days_without, DAYS_TO_MEND)
    return text(
        "notebook.course",
        language,
        times=history.times,
        last=calendar_date(history.last_day).isoformat(),
        signs=_DONE * days + _LEFT * (DAYS_TO_MEND - days),
        days=days,
        needed=DAYS_TO_MEND,
    )


def _notice(
    slip: Slip, method: Method | None, example: Example, language: Language, notation: Notation
) -> Iterator[Block]:
    """Yield the right lines beside the wrong ones, and what either comes to in an example."""
    if method is not None:
        wrong = slip.applied_to(method)
        changed = {e.target for e in wrong.equations} & _targets(slip, method)
        for key, each in (("notebook.right", method), ("notebook.wrong", wrong)):
            style = Style.CORRECT if each is method else Style.WRONG
            yield Paragraph((Span(text(key, language), style),))
            yield from _equations(each, changed, notation)
    values = {found.id: found.value for found in example.slips} if example else {}
    if example is not None and slip.id in values:
        words = text(
            "notebook.example",
            language,
            right=display(example.answer, example.precision).replace("-", "\N{MINUS SIGN}"),
            wrong=display(values[slip.id], example.precision).replace("-", "\N{MINUS SIGN}"),
        )
        yield from (Gap(), Paragraph(spans(words)))


def _targets(slip: Slip, method: Method) -> set[str]:
    return {line.partition("=")[0].strip() for line in slip.applied_lines(method)}


def _equations(method: Method, targets: set[str], notation: Notation) -> Iterator[Block]:
    earlier: list[str] = []
    for equation in method.equations:
        if equation.target in targets:
            yield Formula(equation_latex(equation, method, tuple(earlier), notation))
        earlier.append(equation.target)


def _method_of(slip: Slip, example: Example) -> Method | None:
    """Return the method in which the slip is shown: that of the example, else the first."""
    if example is not None and slip.applied_lines(example.skill.method):
        return example.skill.method
    family = (method for method in METHODS if method.family == slip.family)
    return next((method for method in family if slip.applied_lines(method)), None)


def _headed(key: str, document: Document, language: Language) -> Document:
    heading = Paragraph((Span(text(key, language), Style.STRONG),))
    return (heading, *document, Gap()) if document else ()
