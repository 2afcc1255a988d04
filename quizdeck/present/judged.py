"""How options and steps are shown once they have been judged."""

from collections.abc import Iterator

from quizdeck.banks.question import Choose, Option, OrderedSteps
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Paragraph
from quizdeck.present.exercise import shown_number, shown_options
from quizdeck.present.letters import BOOK_LETTERS, Letters
from quizdeck.present.rich_text import spans
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.answering import Answer
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.text import Language


def judged(
    exercise: Exercise, answer: Answer | None, language: Language, letters: Letters = BOOK_LETTERS
) -> Iterator[Block]:
    """Yield what was to be chosen or ordered with its marks; nothing where something was typed."""
    match exercise:
        case NumericExercise():
            yield from _judged_numbers(exercise, answer, language, letters)
        case AuthoredExercise(part=part):
            match part.task:
                case Choose():
                    yield from _judged_options(exercise, answer, language)
                case OrderedSteps() as task:
                    yield from _judged_steps(exercise, task, answer, language)
                case _:
                    return


def _judged_options(
    exercise: AuthoredExercise, answer: Answer | None, language: Language
) -> Iterator[Block]:
    chosen = answer.chosen if answer else ()
    for number, option in enumerate(shown_options(exercise), start=1):
        yield from _judged_option(number, option, is_chosen=number in chosen, language=language)


def _judged_steps(
    exercise: AuthoredExercise, task: OrderedSteps, answer: Answer | None, language: Language
) -> Iterator[Block]:
    """Yield the steps in a right order, each with its number; the first one missed is marked."""
    chosen = answer.chosen if answer and not answer.is_correct else ()
    stages = [stage for stage, steps in enumerate(task.stages) for _ in steps]
    walked = [stages[exercise.order[number - 1]] for number in chosen]
    wrong = next((i for i, stage in enumerate(walked) if stage != stages[i]), None)
    for place, step in enumerate(task.steps):
        number = exercise.order.index(place) + 1
        is_wrong = place == wrong
        style = Style.WRONG if is_wrong else Style.ACCENT
        words = spans(step.in_language(language))
        note = (Span(f"   {text('feedback.first_wrong', language)}", style),) if is_wrong else ()
        yield Paragraph((*words, *note), (Span(f" {number}  ", style),))


def _judged_option(
    number: int, option: Option, *, is_chosen: bool, language: Language
) -> Iterator[Block]:
    lead, note = _marks(number, is_key=option.is_correct, is_chosen=is_chosen, language=language)
    yield Paragraph((*spans(option.text.in_language(language)), *note), lead)
    reason = tuple(
        Span(s.text, Style.MUTED if s.style is Style.PLAIN else s.style)
        for s in spans(option.why.in_language(language))
    )
    yield Paragraph(reason, (Span("    "),))


def _judged_numbers(
    exercise: NumericExercise, answer: Answer | None, language: Language, letters: Letters
) -> Iterator[Block]:
    chosen = answer.chosen if answer else ()
    for number, option in enumerate(exercise.options, start=1):
        is_key, is_chosen = option.slip is None, number in chosen
        lead, note = _marks(number, is_key=is_key, is_chosen=is_chosen, language=language)
        yield Paragraph((Span(shown_number(option)), *note), lead)
        if option.slip is not None:
            name = letters.of(slip_by_id(option.slip).name).in_language(language)
            yield Paragraph((Span(name, Style.MUTED),), (Span("    "),))


def _marks(number: int, *, is_key: bool, is_chosen: bool, language: Language) -> tuple[Line, Line]:
    """Return what stands before a judged option and after it."""
    if is_key:
        mark, style = "✓", Style.CORRECT
    elif is_chosen:
        mark, style = "✗", Style.WRONG
    else:
        mark, style = " ", Style.MUTED
    said = (("feedback.key", is_key), ("feedback.chosen", is_chosen))
    words = [text(key, language) for key, holds in said if holds]
    note = (Span(f"  〔{'・'.join(words)}〕", style),) if words else ()
    return (Span(f"{mark}{number}  ", style),), note
