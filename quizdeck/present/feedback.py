"""How an answer is judged on the screen: the verdict, the wrong step, the worked sheet."""

from collections.abc import Iterator, Sequence

from quizdeck.banks.question import Option
from quizdeck.expressions.typeset_line import one_line
from quizdeck.grading.verdict import GenericDiagnosis, Verdict, VerdictKind
from quizdeck.language.catalogue import text
from quizdeck.optimizers.symbols import symbol
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.exercise import choice_prompt, exercise_document, shown_options
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.precision import Precision, display
from quizdeck.problems.problem import Problem
from quizdeck.problems.sheet import SheetLine, first_wrong_line, slipped_sheet
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.exercise import Answer, ChoiceExercise, NumericExercise
from quizdeck.study.records import Outcome
from quizdeck.study.session import Session
from quizdeck.text import Language

_VERDICT_STYLES = {
    Outcome.CORRECT: Style.CORRECT,
    Outcome.WRONG: Style.WRONG,
    Outcome.REVEALED: Style.MUTED,
}


def feedback_document(session: Session, language: Language) -> Document:
    """Return the verdict, and below it the question again, to look things up in."""
    exercise = session.exercise
    if exercise is None:
        return ()
    if isinstance(exercise, ChoiceExercise):
        question = choice_prompt(exercise, language)
    else:
        question = exercise_document(exercise, language)
    heading = Paragraph((Span(text("feedback.question", language), Style.MUTED),))
    return (*verdict_blocks(session, language), Gap(), Gap(), heading, *question)


def verdict_blocks(session: Session, language: Language) -> Document:
    """Return the verdict alone, without repeating the question."""
    match session.exercise:
        case NumericExercise(problem):
            return tuple(_numeric_verdict(session, problem, language))
        case ChoiceExercise() as exercise:
            return (
                _headline(session.outcome, (), language),
                Gap(),
                *_judged_options(exercise, session.answer, language),
                Gap(),
                *blocks(exercise.part.explanation.in_language(language)),
                *_return_notice(session, language),
            )
        case None:
            return ()


def retry_message(verdict: Verdict, precision: Precision | None, language: Language) -> str:
    """Return why the text was not taken as an answer, and what to type instead."""
    if verdict.unreadable is not None:
        key, details = verdict.unreadable
        return text(key, language, **details)
    key = f"verdict.{verdict.kind}"
    if verdict.kind is VerdictKind.TOO_FEW_DIGITS and precision is not None:
        return text(f"{key}.{precision.rule}", language, digits=precision.digits)
    return text(key, language)


def diagnosis(verdict: Verdict, language: Language) -> tuple[str, ...]:
    """Return the names of the wrong steps that the answer fits, in words."""
    if verdict.generic is not None:
        return (_generic_name(verdict.generic, language),)
    return tuple(slip_by_id(slip).name.in_language(language) for slip in verdict.slips)


def _generic_name(generic: GenericDiagnosis, language: Language) -> str:
    details: dict[str, object] = {"exponent": generic.exponent}
    if generic.line is not None:
        step, quantity = generic.line
        details["quantity"] = one_line(symbol(quantity, str(step)))
    return text(generic.key, language, **details)


def sheet_lines(lines: Sequence[SheetLine], first_wrong: int | None = None) -> Iterator[Line]:
    """Yield a sheet line by line; the line where it first goes wrong is marked."""
    for index, line in enumerate(lines):
        style = Style.WRONG if index == first_wrong else Style.MATH
        yield (Span("  "), Span(one_line(line.latex), style))


def _numeric_verdict(session: Session, problem: Problem, language: Language) -> Iterator[Block]:
    answer = session.answer
    shown = display(problem.answer, problem.precision).replace("-", "\N{MINUS SIGN}")
    label = Span(f"{text('feedback.right_answer', language)}  ", Style.MUTED)
    key = (label, Span(shown, Style.STRONG))
    yield _headline(session.outcome, (*_typed(answer), *key), language)
    if session.outcome is Outcome.WRONG and answer is not None:
        yield Gap()
        yield from _diagnosis_blocks(answer.verdict, language)
        yield from _wrong_sheet(answer.verdict, problem, language)
    yield Gap()
    yield Paragraph((Span(text("feedback.sheet", language), Style.STRONG),))
    yield Verbatim(tuple(sheet_lines(problem.sheet)))
    yield Paragraph((Span(text("feedback.verified", language), Style.MUTED),))
    yield from _return_notice(session, language)


def _typed(answer: Answer | None) -> Line:
    if answer is None or answer.verdict.reading is None:
        return ()
    reading = answer.verdict.reading.replace("-", "\N{MINUS SIGN}")
    return (Span(f"{reading}    "),)


def _headline(outcome: Outcome, rest: Sequence[Span], language: Language) -> Paragraph:
    label = text(f"feedback.{outcome}", language)
    return Paragraph((Span(f"{label}   ", _VERDICT_STYLES[outcome]), *rest))


def _diagnosis_blocks(verdict: Verdict, language: Language) -> Iterator[Block]:
    names = diagnosis(verdict, language)
    if not names:
        yield Paragraph((Span(text("feedback.unknown_slip", language)),))
        return
    if len(names) > 1:
        yield Paragraph((Span(text("feedback.one_of", language)),))
    lead = (Span("・ "),) if len(names) > 1 else ()
    for name in names:
        yield Paragraph((Span(name, Style.WRONG),), lead)
    if verdict.slips:
        explanation = slip_by_id(verdict.slips[0]).explanation
        yield Paragraph(spans(explanation.in_language(language)))


def _wrong_sheet(verdict: Verdict, problem: Problem, language: Language) -> Iterator[Block]:
    if len(verdict.slips) != 1:
        return
    skill = problem.skill
    wrong = slipped_sheet(slip_by_id(verdict.slips[0]), skill.method, skill.quantity, problem.draw)
    first = first_wrong_line(problem.sheet, wrong)
    lines = list(sheet_lines(wrong, first))
    if first is not None:
        mark = Span(f"   {text('feedback.first_wrong', language)}", Style.WRONG)
        lines[first] = (*lines[first], mark)
    yield Gap()
    yield Paragraph((Span(text("feedback.your_sheet", language), Style.STRONG),))
    yield Verbatim(tuple(lines))


def _judged_options(
    exercise: ChoiceExercise, answer: Answer | None, language: Language
) -> Iterator[Block]:
    chosen = answer.chosen if answer else None
    for number, option in enumerate(shown_options(exercise), start=1):
        yield from _judged_option(number, option, is_chosen=number == chosen, language=language)


def _judged_option(
    number: int, option: Option, *, is_chosen: bool, language: Language
) -> Iterator[Block]:
    if option.is_correct:
        mark, style = "✓", Style.CORRECT
    elif is_chosen:
        mark, style = "✗", Style.WRONG
    else:
        mark, style = " ", Style.MUTED
    words = [
        text(key, language)
        for key, holds in (("feedback.key", option.is_correct), ("feedback.chosen", is_chosen))
        if holds
    ]
    note = (Span(f"  〔{'・'.join(words)}〕", style),) if words else ()
    lead = (Span(f"{mark}{number}  ", style),)
    yield Paragraph((*spans(option.text.in_language(language)), *note), lead)
    reason = tuple(
        Span(s.text, Style.MUTED if s.style is Style.PLAIN else s.style)
        for s in spans(option.why.in_language(language))
    )
    yield Paragraph(reason, (Span("    "),))


def _return_notice(session: Session, language: Language) -> Iterator[Block]:
    if session.outcome is Outcome.CORRECT or not session.policy.returns_misses:
        return
    is_numeric = isinstance(session.exercise, NumericExercise)
    key = "feedback.fresh_numbers" if is_numeric else "feedback.returns"
    yield Gap()
    yield Paragraph((Span(text(key, language), Style.MUTED),))
