"""A year of answers: a column a week, a row a day of the week, the darker the more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizdeck.language.catalogue import text
from quizdeck.present.charts.room import Cell, no_room, nothing_yet, padded, spans_of
from quizdeck.present.dates import month_name, weekday_names
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.moment import calendar_date
from quizdeck.study.statistics_days import DAYS_A_WEEK, monday_of
from quizdeck.text import Language, cell_width

MOST_WEEKS = 53
_FEWEST_WEEKS = 4
SHADES = "·░▒▓█"  # without an answer, and up to a quarter, half, three quarters, all of the most
_NAMED_DAYS = (0, 2, 4)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What there is room for: ``cells`` a week, and which of the weeks up to today."""

    first_monday: int
    weeks: int
    cells: int
    label: int


def heatmap(
    counts: Mapping[int, int], *, today: int, width: int, height: int, language: Language
) -> tuple[Line, ...]:
    """Return the last year, or as many of its last weeks as fit, two cells a week where it can.

    ``counts`` holds the answers of each study day that has any. Below stand what the shades mean
    and how many weeks there are; without room for that, only what is complete is drawn. Months go
    where there is too little height, the names of days where there is too little width.
    """
    if not any(counts.values()):
        return nothing_yet(width, height, language)
    frame = _frame(width, today, language)
    if height < DAYS_A_WEEK or frame.weeks < _FEWEST_WEEKS:
        return no_room(width, height, language)
    shown = {day: count for day, count in counts.items() if frame.first_monday <= day <= today}
    most = max(shown.values(), default=0)
    key = _key(most, width if height > DAYS_A_WEEK else 0, frame, language)
    if not key and len(shown) < len(counts):
        return no_room(width, height, language)
    rows = [
        (*_front(row, frame, language), *_days(shown, most, row, today, frame))
        for row in range(DAYS_A_WEEK)
    ]
    if height > DAYS_A_WEEK + len(key):
        rows.insert(0, _months(frame, language))
    return (*rows, *key)


def shade(count: int, most: int) -> int:
    """Return how dark a day is, 0–4: by quarters of the most answers that a day has."""
    return -(-4 * count // most)


def month_starts(first_monday: int, weeks: int, language: Language) -> Iterator[tuple[int, str]]:
    """Yield the number of each week that is the first of its month, and the name of the month."""
    for week in range(weeks):
        monday = first_monday + DAYS_A_WEEK * week
        month = calendar_date(monday).month
        if month != calendar_date(monday - DAYS_A_WEEK).month:
            yield week, month_name(month, language)


def _frame(width: int, today: int, language: Language) -> _Frame:
    label = max(map(cell_width, weekday_names(language))) + 1
    if width < label + _FEWEST_WEEKS:
        label = 0
    cells = 2 if width >= label + 2 * MOST_WEEKS else 1
    weeks = min(MOST_WEEKS, (width - label) // cells)
    return _Frame(monday_of(today) - DAYS_A_WEEK * (weeks - 1), weeks, cells, label)


def _front(row: int, frame: _Frame, language: Language) -> Iterator[Span]:
    """Yield the name of every other day of the week."""
    if frame.label:
        name = weekday_names(language)[row] if row in _NAMED_DAYS else ""
        yield Span(padded(name, frame.label), Style.MUTED)


def _days(counts: Mapping[int, int], most: int, row: int, today: int, frame: _Frame) -> Line:
    """Return the same day of every week."""
    first = frame.first_monday + row
    days = range(first, first + DAYS_A_WEEK * frame.weeks, DAYS_A_WEEK)
    past = [_cell(counts.get(day, 0), most, frame.cells) for day in days if day <= today]
    return spans_of(past)


def _cell(count: int, most: int, cells: int) -> Cell:
    if not count:
        return SHADES[0].ljust(cells), Style.MUTED
    return SHADES[shade(count, most)] * cells, Style.ACCENT


def _months(frame: _Frame, language: Language) -> Line:
    """Return the name of each month above its first week, as far as names do not touch."""
    written, end = "", 0
    for column, name in month_starts(frame.first_monday, frame.weeks, language):
        start = column * frame.cells
        if start >= end and start + cell_width(name) <= frame.weeks * frame.cells:
            written += " " * (start - cell_width(written)) + name
            end = start + cell_width(name) + 1
    return (Span(" " * frame.label + written, Style.MUTED),)


def _key(most: int, width: int, frame: _Frame, language: Language) -> tuple[Line, ...]:
    """Return which weeks there are and what the shades mean, if it fits."""
    words = text("chart.shades", language, weeks=frame.weeks, shades=SHADES[1:], most=most)
    indent = " " * frame.label
    fits = cell_width(indent + words) <= width
    return ((Span(indent + words, Style.MUTED),),) if fits else ()
