"""Upright bars side by side, each with its number above and its label below."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizdeck.language.catalogue import text
from quizdeck.present.charts.room import Cell, no_room, nothing_yet, spans_of
from quizdeck.present.spans import Line, Span, Style
from quizdeck.text import Language, cell_width

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WIDEST = 5
_LOWEST = 2  # a row of bars, and one of numbers


@dataclass(frozen=True, slots=True)
class Column:
    """One upright bar; ``labels`` stand below it, one line each."""

    value: int
    labels: tuple[str, ...] = ()
    label_style: Style = Style.MUTED


def column_chart(
    columns: Sequence[Column], *, width: int, height: int, language: Language
) -> tuple[Line, ...]:
    """Return all the columns.

    Where they are narrow, numbers go first, for the greatest of them, then some of the labels; a
    low chart has fewer labels.
    """
    if not any(column.value for column in columns):
        return nothing_yet(width, height, language)
    if width < len(columns) or height < _LOWEST:
        return no_room(width, height, language)
    cells = min(width // len(columns), max(_comfortable(columns), _WIDEST))
    most = max(column.value for column in columns)
    has_numbers = cells > len(str(most))
    scale = text("chart.most", language, most=most)
    if not has_numbers and cell_width(scale) > width:
        return no_room(width, height, language)
    labels = min(len(columns[0].labels), height - _LOWEST)
    return (
        *(() if has_numbers else ((Span(scale, Style.MUTED),),)),
        *_drawn(columns, cells=cells, height=height - labels, has_numbers=has_numbers),
        *(_labels(columns, row, cells) for row in range(labels)),
    )


def _comfortable(columns: Sequence[Column]) -> int:
    """Return how many cells a column takes whose number and labels do not touch the next."""
    words = (word for column in columns for word in (str(column.value), *column.labels))
    return 1 + max(map(cell_width, words))


def _labels(columns: Sequence[Column], row: int, cells: int) -> Line:
    """Return a line of labels, of narrow columns that of every second or third one."""
    widest = 1 + max(cell_width(column.labels[row]) for column in columns)
    step = -(-widest // cells)
    written: list[Cell] = []
    for place in range(0, len(columns), step):
        column, room = columns[place], cells * min(step, len(columns) - place)
        label = column.labels[row] if cell_width(column.labels[row]) <= room else ""
        written += _padded(label, room, column.label_style)
    return spans_of(written)


def _drawn(
    columns: Sequence[Column], *, cells: int, height: int, has_numbers: bool
) -> tuple[Line, ...]:
    """Return the bars below a row for numbers, which is left out where there are none."""
    most = max(column.value for column in columns)
    stacks = []
    for column in columns:
        bar = _bar(column.value / most, height - 1, max(1, cells - 1))
        number = [(str(column.value), Style.PLAIN)] if has_numbers and column.value else []
        stacks.append([*bar, *number, *[("", Style.PLAIN)] * height][:height])
    rows = [
        spans_of([cell for word, style in row for cell in _padded(word, cells, style)])
        for row in zip(*stacks, strict=True)
    ]
    return tuple(reversed(rows if has_numbers else rows[:-1]))


def _bar(share: float, height: int, cells: int) -> list[Cell]:
    """Return one bar from the ground up; a value is seen however small it is."""
    eighths = round(8 * height * share)
    whole, rest = divmod(max(eighths, 1) if share else 0, 8)
    levels = [8] * whole + ([rest] if rest else [])
    return [(_EIGHTHS[level] * cells, Style.ACCENT) for level in levels]


def _padded(word: str, cells: int, style: Style) -> list[Cell]:
    return [(word, style), (" " * (cells - cell_width(word)), Style.PLAIN)]
