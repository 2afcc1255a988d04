"""A mock quiz as it is sat: the clock and the pace, the grid, the 小問 in front."""

from collections.abc import Iterator

from quizdeck.banks.blueprints import Blueprint
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph
from quizdeck.present.exercise import (
    authored_prompt,
    numeric_prompt,
    shown_number,
    shown_options,
)
from quizdeck.present.rich_text import spans
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.exercise import AuthoredExercise, NumericExercise
from quizdeck.study.mock import Mock, Sheet
from quizdeck.study.moment import Moment
from quizdeck.text import Language

_WARNINGS = (15, 5)  # minutes before the end
_LONG = 20  # minutes from which on a mock is warned of its end


def clock_text(milliseconds: int) -> str:
    """Return a time as ``9:41``, with a sign where it is below 0."""
    sign = "\N{MINUS SIGN}" if milliseconds < 0 else ""
    seconds = abs(milliseconds) // 1000
    return f"{sign}{seconds // 60}:{seconds % 60:02}"


def mock_status(mock: Mock, now: Moment, language: Language) -> Line:
    """Return the time that is left, the pace against the plan, and how many flags are set."""
    left, pace = mock.milliseconds_left(now), mock.pace(now)
    is_short = mock.minutes >= _LONG and left <= _WARNINGS[-1] * 60_000
    style = Style.WRONG if is_short or left <= mock.minutes * 6_000 else Style.STRONG
    sign = "+" if pace >= 0 else ""
    words = text("mock.pace", language, pace=f"{sign}{clock_text(pace)}")
    flags = f"   ⚑{len(mock.flagged)}" if mock.flagged else ""
    time = text("mock.left", language, time=clock_text(left))
    return (Span(f"{time}   ", style), Span(f"{words}{flags}", Style.MUTED))


def warning_minutes(mock: Mock, before: Moment, now: Moment) -> int | None:
    """Return 15 or 5 where a long mock has just come down to so many minutes or fewer."""
    if mock.minutes < _LONG:
        return None
    for minutes in reversed(_WARNINGS):
        mark = minutes * 60_000
        if mock.milliseconds_left(now) <= mark < mock.milliseconds_left(before):
            return minutes
    return None


def mock_position(mock: Mock, title: str, language: Language) -> Line:
    """Return the quiz's name if there is one, which 大問 it is, and which 小問 of how many."""
    section = mock.slots[mock.place].section + 1
    position = text(
        "mock.position", language, section=section, place=mock.place + 1, total=len(mock.slots)
    )
    return (Span(title, Style.STRONG), Span(f"   {position}")) if title else (Span(position),)


def mock_document(mock: Mock, language: Language) -> Document:
    """Return the 小問 in front with the option that is chosen."""
    exercise, sheet = mock.exercises[mock.place], mock.sheets[mock.place]
    if isinstance(exercise, NumericExercise):
        prompt = (*numeric_prompt(exercise, language), Gap())
    else:
        prompt = authored_prompt(exercise, language)
    return (*prompt, *_options(exercise, sheet, language))


def _options(
    exercise: AuthoredExercise | NumericExercise, sheet: Sheet, language: Language
) -> Iterator[Block]:
    for number, words in enumerate(_option_texts(exercise, language), start=1):
        is_chosen = number == sheet.chosen
        style = Style.STRONG if is_chosen else Style.ACCENT
        lead = (Span(f"{'●' if is_chosen else ' '}{number}  ", style),)
        yield Paragraph(words, lead)


def _option_texts(
    exercise: AuthoredExercise | NumericExercise, language: Language
) -> Iterator[tuple[Span, ...]]:
    match exercise:
        case NumericExercise(options=options):
            yield from ((Span(shown_number(option)),) for option in options)
        case AuthoredExercise():
            yield from (spans(o.text.in_language(language)) for o in shown_options(exercise))


def grid_document(mock: Mock, language: Language) -> Document:
    """Return every 小問 with its state in a sign, section by section."""
    lines: list[Block] = [Paragraph((Span(text("mock.legend", language), Style.MUTED),)), Gap()]
    for section in dict.fromkeys(slot.section for slot in mock.slots):
        places = [i for i, slot in enumerate(mock.slots) if slot.section == section]
        lead = (Span(f"{section + 1:>3}   ", Style.MUTED),)
        cells = tuple(span for place in places for span in _cell(mock, place))
        lines.append(Paragraph(cells, lead))
    return tuple(lines)


def _cell(mock: Mock, place: int) -> tuple[Span, ...]:
    sheet = mock.sheets[place]
    sign = "●" if sheet.chosen is not None else "○" if sheet.is_seen else "·"
    flag = "⚑" if sheet.is_flagged else " "
    style = Style.ACCENT if place == mock.place else Style.PLAIN
    return (Span(f"{place + 1:>3}{sign}{flag} ", style),)


def hand_in_document(mock: Mock, language: Language) -> Document:
    """Return the question whether to hand in, naming what is unanswered or flagged."""
    lines: list[Block] = [Paragraph((Span(text("mock.hand_in_ask", language), Style.STRONG),))]
    for key, places in (("mock.unanswered", mock.unanswered), ("mock.flagged", mock.flagged)):
        if places:
            numbers = ", ".join(str(place + 1) for place in places)
            said = text(key, language, count=len(places), numbers=numbers)
            lines += [Gap(), Paragraph((Span(said, Style.WRONG),))]
    keys = Span(text("mock.hand_in_keys", language), Style.MUTED)
    return (*lines, Gap(), Paragraph((keys,)))


def choose_document(plans: tuple[Blueprint, ...], language: Language) -> Document:
    """Return the quizzes to choose from."""
    lines: list[Block] = []
    for number, plan in enumerate(plans, start=1):
        size = text("mock.size", language, parts=plan.parts, minutes=plan.minutes)
        title = Span(f"{plan.title.in_language(language)}   ", Style.STRONG)
        lines.append(Paragraph((title, Span(size)), (Span(f" {number}  ", Style.ACCENT),)))
        lines += [Paragraph(spans(plan.note.in_language(language)), (Span("    "),)), Gap()]
    return (*lines, Paragraph((Span(text("mock.no_line", language), Style.MUTED),)))
