"""How an exercise is shown before it is answered."""

import re
from collections.abc import Iterator, Sequence

from quizdeck.banks.question import (
    Choose,
    Option,
    OrderedSteps,
    QuestionKind,
    TypedLine,
)
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.options import NumericOption
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.text import Language, Localized, without_controls

_MARK = re.compile(r"\{\{(.+?)\}\}")


def exercise_document(
    exercise: Exercise, language: Language, notation: Notation = BOOK
) -> Document:
    """Return the whole question: prompt, listing, and what there is to choose from or to order."""
    match exercise:
        case NumericExercise(options=options):
            prompt = numeric_prompt(exercise, language, notation)
            return (*prompt, Gap(), *_numbers(options)) if options else prompt
        case AuthoredExercise():
            listed = tuple(_numbered(shown_texts(exercise), language))
            return (*authored_prompt(exercise, language), *listed)


def kind_label(exercise: Exercise, language: Language) -> str:
    """Return whether it is a choice, code or numeric question, in a word."""
    return text(f"session.kind.{_kind(exercise)}", language)


def field_hint(exercise: Exercise, language: Language) -> str:
    """Return an example of what to type."""
    return text(f"session.hint.{_kind(exercise)}", language)


def _kind(exercise: Exercise) -> str:
    if isinstance(exercise, NumericExercise):
        return QuestionKind.NUMERIC
    match exercise.part.task:
        case TypedLine():
            return QuestionKind.CODE
        case OrderedSteps():
            return QuestionKind.ORDER
        case Choose(takes_all=True):
            return QuestionKind.CHOOSE_ALL
        case Choose():
            is_code = exercise.question.kind is QuestionKind.CODE
            return QuestionKind.CODE if is_code else QuestionKind.CHOICE
        case _:
            return QuestionKind.NUMERIC


def numeric_prompt(
    exercise: NumericExercise, language: Language, notation: Notation = BOOK
) -> Document:
    """Return the words of a problem, below those of the author who chose it, if any."""
    words = exercise.problem.prompt_in(notation, is_choice=bool(exercise.options))
    prompt = blocks(words.in_language(language))
    question, part = exercise.question, exercise.part
    said = (question.prompt if question else None, part.prompt if part else None)
    above = [blocks(own.in_language(language)) for own in said if own is not None]
    return (*(block for own in above for block in (*own, Gap())), *prompt)


def authored_prompt(exercise: AuthoredExercise, language: Language) -> Document:
    """Return the prompt and the listing, without what there is to choose from."""
    question, part = exercise.question, exercise.part
    document: list[Block] = []
    if question.prompt is not None:
        document += blocks(question.prompt.in_language(language))
    if question.listing is not None:
        document += [Gap(), Verbatim(tuple(listing_lines(question.listing, part.mark)))]
    if (asked := _asked(exercise, language)) is not None:
        document += [Gap(), *blocks(asked)]
    if part.is_unsuitable:
        document += [Gap(), Paragraph((Span(text("session.unsuitable", language), Style.STRONG),))]
    return (*document, Gap())


def _asked(exercise: AuthoredExercise, language: Language) -> str | None:
    """Return the part's own sentence, or the usual one for a blank."""
    part = exercise.part
    if part.prompt is not None:
        return part.prompt.in_language(language)
    if part.mark is None:
        return None
    key = "session.blank_typed" if isinstance(part.task, TypedLine) else "session.blank"
    return text(key, language, mark=part.mark)


def shown_options(exercise: AuthoredExercise) -> tuple[Option, ...]:
    """Return the options in the order shown."""
    return tuple(exercise.part.options[i] for i in exercise.order)


def shown_texts(exercise: AuthoredExercise) -> tuple[Localized, ...]:
    """Return what is listed under numbers: the options or the steps in the order shown."""
    match exercise.part.task:
        case Choose():
            return tuple(option.text for option in shown_options(exercise))
        case OrderedSteps() as task:
            return tuple(task.steps[i] for i in exercise.order)
        case _:
            return ()


def shown_number(option: NumericOption) -> str:
    """Return the number of an option as it is read."""
    return option.text.replace("-", "\N{MINUS SIGN}")


def listing_lines(listing: str, current_mark: str | None) -> Iterator[Line]:
    """Yield a listing's lines, numbered, blanks as （あ） and the asked one standing out."""
    lines = without_controls(listing).rstrip("\n").split("\n")
    digits = len(str(len(lines)))
    for number, line in enumerate(lines, start=1):
        yield (Span(f"{number:>{digits + 1}}  ", Style.MUTED), *_code(line, current_mark))


def _code(line: str, current_mark: str | None) -> Iterator[Span]:
    position = 0
    for match in _MARK.finditer(line):
        yield Span(line[position : match.start()], Style.CODE)
        style = Style.BLANK if match[1] == current_mark else Style.STRONG
        yield Span(f"（ {match[1]} ）", style)
        position = match.end()
    yield Span(line[position:], Style.CODE)


def _numbered(texts: Sequence[Localized], language: Language) -> Iterator[Block]:
    for number, words in enumerate(texts, start=1):
        lead = (Span(f" {number}  ", Style.ACCENT),)
        yield Paragraph(spans(words.in_language(language)), lead)


def _numbers(options: Sequence[NumericOption]) -> Iterator[Block]:
    for number, option in enumerate(options, start=1):
        yield Paragraph((Span(shown_number(option)),), (Span(f" {number}  ", Style.ACCENT),))
