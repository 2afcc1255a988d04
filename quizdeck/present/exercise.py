"""How an exercise is shown before it is answered."""

import re
from collections.abc import Iterator

from quizdeck.banks.question import Option
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.rich_text import blocks, spans
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.exercise import ChoiceExercise, Exercise, NumericExercise
from quizdeck.text import Language, without_controls

_MARK = re.compile(r"\{\{(.+?)\}\}")


def exercise_document(exercise: Exercise, language: Language) -> Document:
    """Return the whole question: prompt, listing, options."""
    match exercise:
        case NumericExercise(problem):
            return blocks(problem.prompt.in_language(language))
        case ChoiceExercise():
            return (*choice_prompt(exercise, language), *_options(exercise, language))


def kind_label(exercise: Exercise, language: Language) -> str:
    """Return whether it is a choice, code or numeric question, in a word."""
    kind = "numeric" if isinstance(exercise, NumericExercise) else exercise.question.kind.value
    return text(f"session.kind.{kind}", language)


def choice_prompt(exercise: ChoiceExercise, language: Language) -> Document:
    """Return the prompt and the listing of a choice, without its options."""
    question, part = exercise.question, exercise.part
    document: list[Block] = list(blocks(question.prompt.in_language(language)))
    if question.listing is not None:
        document += [Gap(), Verbatim(tuple(listing_lines(question.listing, part.mark)))]
    if part.mark is not None:
        asked = part.prompt.in_language(language) if part.prompt else None
        blank = text("session.blank", language, mark=part.mark)
        document += [Gap(), *blocks(asked or blank)]
    if part.is_unsuitable:
        document += [Gap(), Paragraph((Span(text("session.unsuitable", language), Style.STRONG),))]
    return (*document, Gap())


def shown_options(exercise: ChoiceExercise) -> tuple[Option, ...]:
    """Return the options in the order shown."""
    return tuple(exercise.part.options[i] for i in exercise.order)


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


def _options(exercise: ChoiceExercise, language: Language) -> Iterator[Block]:
    for number, option in enumerate(shown_options(exercise), start=1):
        lead = (Span(f" {number}  ", Style.ACCENT),)
        yield Paragraph(spans(option.text.in_language(language)), lead)
