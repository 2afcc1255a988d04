"""How an answer is judged on the screen: the verdict, the wrong step, the worked sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizdeck.banks.question import FixedNumber, Task, TypedLine
from quizdeck.expressions.typeset_line import one_line
from quizdeck.grading.verdict import GenericDiagnosis, Verdict, VerdictKind
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.exercise import authored_prompt, numeric_prompt
from quizdeck.present.judged import judged
from quizdeck.present.letters import BOOK_LETTERS, Letters
from quizdeck.present.math_styles import math_span
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.precision import Precision, display
from quizdeck.problems.problem import Problem
from quizdeck.problems.sheet import SheetLine, first_wrong_line, slipped_sheet
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.answering import Answer
from quizdeck.study.exercise import AuthoredExercise, NumericExercise
from quizdeck.study.records import Outcome
from quizdeck.study.session import Cause, Session
from quizdeck.text import Language

_VERDICT_STYLES = {
    Outcome.CORRECT: Style.CORRECT,
    Outcome.WRONG: Style.WRONG,
    Outcome.REVEALED: Style.MUTED,
}


def feedback_document(
    session: Session, language: Language, notation: Notation = BOOK, aside: Document = ()
) -> Document:
    """Return the verdict, what stands ``aside``, and the question again, to look things up in."""
    exercise = session.exercise
    if exercise is None:
        return ()
    if isinstance(exercise, AuthoredExercise):
        question = authored_prompt(exercise, language)
    else:
        question = numeric_prompt(exercise, language, notation)
    heading = Paragraph((Span(text("feedback.question", language), Style.MUTED),))
    verdict = verdict_blocks(session, language, notation)
    return (*verdict, *aside, Gap(), Gap(), heading, *question)


def verdict_blocks(session: Session, language: Language, notation: Notation = BOOK) -> Document:
    """Return the verdict alone, without repeating the question."""
    match session.exercise:
        case NumericExercise() as exercise:
            return tuple(_numeric_verdict(session, exercise, language, notation))
        case AuthoredExercise() as exercise:
            return tuple(_authored_verdict(session, exercise, language))
        case None:
            return ()


def _authored_verdict(
    session: Session, exercise: AuthoredExercise, language: Language
) -> Iterator[Block]:
    answer, part = session.answer, exercise.part
    typed = () if exercise.order else _typed(answer)
    yield _headline(session.outcome, (*typed, *key_line(part.task, language)), language)
    yield Gap()
    if lines := tuple(judged(exercise, answer, language)):
        yield from (*lines, Gap())
    if answer is not None and not answer.is_correct and not exercise.order:
        yield from (*_why_wrong(answer, language), Gap())
    if part.explanation is not None:
        yield from blocks(part.explanation.in_language(language))
    yield from _return_notice(session, language)


def key_line(task: Task, language: Language) -> Line:
    """Return what should have been typed; options and steps are shown below instead."""
    label = Span(f"{text('feedback.right_answer', language)}  ", Style.MUTED)
    match task:
        case FixedNumber(answer):
            return (label, Span(answer.text.replace("-", "\N{MINUS SIGN}"), Style.STRONG))
        case TypedLine(answer):
            return (label, Span(answer, Style.CODE))
        case _:
            return ()


def _why_wrong(answer: Answer, language: Language) -> Iterator[Block]:
    """Yield what is known about a typed number or line that is wrong."""
    if answer.reason is not None:
        yield Paragraph(spans(answer.reason.in_language(language)))
    if answer.refutation is not None:
        found = answer.refutation
        yield Paragraph((Span(text(found.key, language, **found.details)),))
    if answer.verdict.generic is not None:
        name = _generic_name(answer.verdict.generic, language, BOOK_LETTERS)
        yield Paragraph((Span(name, Style.WRONG),))


def diagnosis_document(session: Session, language: Language, notation: Notation = BOOK) -> Document:
    """Return which wrong step a typed number comes from, and the sheet of who takes it."""
    answer, exercise = session.answer, session.exercise
    if answer is None or answer.is_correct or not isinstance(exercise, NumericExercise):
        return ()
    verdict = replace(answer.verdict, slips=session.slips)
    method = exercise.problem.skill.method
    return (
        *_diagnosis_blocks(verdict, language, Letters(notation, method)),
        *_wrong_sheet(verdict, exercise.problem, language, notation),
    )


def retry_message(verdict: Verdict, precision: Precision | None, language: Language) -> str:
    """Return why the text was not taken as an answer, and what to type instead."""
    if verdict.unreadable is not None:
        key, details = verdict.unreadable
        return text(key, language, **details)
    key = f"verdict.{verdict.kind}"
    if verdict.kind is VerdictKind.TOO_FEW_DIGITS and precision is not None:
        return text(f"{key}.{precision.rule}", language, digits=precision.digits)
    return text(key, language)


def diagnosis(
    verdict: Verdict, language: Language, letters: Letters = BOOK_LETTERS
) -> tuple[str, ...]:
    """Return the names of the wrong steps that the answer fits, in words."""
    if verdict.generic is not None:
        return (_generic_name(verdict.generic, language, letters),)
    return tuple(letters.of(slip_by_id(s).name).in_language(language) for s in verdict.slips)


def _generic_name(generic: GenericDiagnosis, language: Language, letters: Letters) -> str:
    details: dict[str, object] = {"exponent": generic.exponent}
    if generic.line is not None:
        step, quantity = generic.line
        details["quantity"] = one_line(letters.symbol(quantity, str(step)))
    return text(generic.key, language, **details)


def sheet_lines(lines: Sequence[SheetLine], first_wrong: int | None = None) -> Iterator[Line]:
    """Yield a sheet line by line; the line where it first goes wrong is marked."""
    for index, line in enumerate(lines):
        style = Style.WRONG if index == first_wrong else Style.MATH
        yield (Span("  "), math_span(line.latex, style))


def _numeric_verdict(
    session: Session, exercise: NumericExercise, language: Language, notation: Notation
) -> Iterator[Block]:
    answer, problem = session.answer, exercise.problem
    letters = Letters(notation, problem.skill.method)
    shown = display(problem.answer, problem.precision).replace("-", "\N{MINUS SIGN}")
    label = Span(f"{text('feedback.right_answer', language)}  ", Style.MUTED)
    key = (label, Span(shown, Style.STRONG))
    typed = () if exercise.options else _typed(answer)
    yield _headline(session.outcome, (*typed, *key), language)
    if exercise.options:
        yield from (Gap(), *judged(exercise, answer, language, letters))
    if answer is not None and answer.verdict.carried:
        yield from _carried(answer.verdict.carried, language, letters)
    if diagnosed := diagnosis_document(session, language, notation):
        yield Gap()
        yield from diagnosed
    yield Gap()
    yield Paragraph((Span(text("feedback.sheet", language), Style.STRONG),))
    yield Verbatim(tuple(sheet_lines(problem.sheet_in(notation))))
    yield Paragraph((Span(text("feedback.verified", language), Style.MUTED),))
    if exercise.part and exercise.part.explanation:
        yield from (Gap(), *blocks(exercise.part.explanation.in_language(language)))
    yield from _return_notice(session, language)


def _carried(slips: Sequence[str], language: Language, letters: Letters) -> Iterator[Block]:
    yield Gap()
    yield Paragraph((Span(text("feedback.carried", language)),))
    names = "・".join(letters.of(slip_by_id(slip).name).in_language(language) for slip in slips)
    yield Paragraph((Span(text("feedback.carried_from", language, names=names), Style.MUTED),))


def _typed(answer: Answer | None) -> Line:
    if answer is None or answer.verdict.reading is None:
        return ()
    reading = answer.verdict.reading.replace("-", "\N{MINUS SIGN}")
    return (Span(f"{reading}    "),)


def _cause(session: Session, language: Language) -> Iterator[Block]:
    """Yield the causes to choose from by tapping; the one that was said stands out."""
    said = session.results[-1].cause
    label = Span(f"{text('key.cause', language)} (c)", Style.MUTED)
    words = [
        Span(f" ▸{name}", Style.STRONG) if cause is said else Span(f"  {name}", Style.MUTED)
        for cause, name in ((cause, text(f"cause.{cause}", language)) for cause in Cause)
    ]
    yield Gap()
    yield Paragraph((label, *words))


def _headline(outcome: Outcome, rest: Sequence[Span], language: Language) -> Paragraph:
    label = text(f"feedback.{outcome}", language)
    return Paragraph((Span(f"{label}   ", _VERDICT_STYLES[outcome]), *rest))


def _diagnosis_blocks(verdict: Verdict, language: Language, letters: Letters) -> Iterator[Block]:
    names = diagnosis(verdict, language, letters)
    if not names:
        yield Paragraph((Span(text("feedback.unknown_slip", language)),))
    elif len(names) > 1:
        yield Paragraph((Span(text("feedback.one_of", language)),))
        for number, name in enumerate(names, start=1):
            yield Paragraph((Span(name, Style.WRONG),), (Span(f" {number}  ", Style.ACCENT),))
    else:
        yield Paragraph((Span(names[0], Style.WRONG),))
    if len(verdict.slips) == 1:
        explanation = letters.of(slip_by_id(verdict.slips[0]).explanation)
        yield Paragraph(spans(explanation.in_language(language)))


def _wrong_sheet(
    verdict: Verdict, problem: Problem, language: Language, notation: Notation
) -> Iterator[Block]:
    if len(verdict.slips) != 1:
        return
    skill = problem.skill
    slip = slip_by_id(verdict.slips[0])
    wrong = slipped_sheet(slip, skill.method, skill.quantity, problem.draw, notation)
    first = first_wrong_line(problem.sheet, wrong)
    lines = list(sheet_lines(wrong, first))
    if first is not None:
        mark = Span(f"   {text('feedback.first_wrong', language)}", Style.WRONG)
        lines[first] = (*lines[first], mark)
    yield Gap()
    yield Paragraph((Span(text("feedback.your_sheet", language), Style.STRONG),))
    yield Verbatim(tuple(lines))


def _return_notice(session: Session, language: Language) -> Iterator[Block]:
    if session.results[-1].is_easy:
        yield from (Gap(), Paragraph((Span(text("feedback.easy", language), Style.MUTED),)))
    if session.outcome is not Outcome.CORRECT:
        yield from _cause(session, language)
    if session.outcome is Outcome.CORRECT or not session.policy.returns_misses:
        return
    is_numeric = isinstance(session.exercise, NumericExercise)
    key = "feedback.fresh_numbers" if is_numeric else "feedback.returns"
    yield Gap()
    yield Paragraph((Span(text(key, language), Style.MUTED),))
