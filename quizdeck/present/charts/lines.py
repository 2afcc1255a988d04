"""A line over time in braille dots, two by four a cell, with a dotted line for what is aimed at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizdeck.present.charts.room import aligned, no_room, nothing_yet, spans_of
from quizdeck.present.spans import Line, Span, Style
from quizdeck.text import Language, cell_width

_NARROWEST_LABELLED = 12
_NARROWEST = 2
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # by row and column of a cell
_EMPTY = 0x2800
_AXIS = "│"

Dot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Axis:
    """From where to where values go, what is written at both ends, and what is aimed at."""

    low: float
    high: float
    low_label: str
    high_label: str
    target: float | None = None
    target_label: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Values in the course of time, None where there is none, and when it begins and ends."""

    values: tuple[float | None, ...]
    axis: Axis
    first: str
    last: str


def line_chart(series: Series, *, width: int, height: int, language: Language) -> tuple[Line, ...]:
    """Return the line over its times; the labels of both axes go where there is too little room."""
    if all(value is None for value in series.values):
        return nothing_yet(width, height, language)
    axis = series.axis
    labels = max(map(cell_width, (axis.low_label, axis.high_label, axis.target_label))) + 1
    if width - labels < _NARROWEST_LABELLED or height < _NARROWEST:
        labels = 0
    has_times = labels > 0 and height > _NARROWEST
    plot_width, plot_height = width - labels, height - has_times
    if plot_width < _NARROWEST:
        return no_room(width, height, language)
    rows = list(_plotted(series, plot_width, plot_height))
    if labels:
        written = _axis_labels(axis, plot_height)
        fronts = (aligned(written.get(row, ""), labels - 1) for row in range(plot_height))
        rows = [
            (Span(front + _AXIS, Style.MUTED), *row)
            for front, row in zip(fronts, rows, strict=True)
        ]
    if has_times:
        rows.append(_times(series, labels, plot_width))
    return tuple(rows)


def _axis_labels(axis: Axis, height: int) -> dict[int, str]:
    """Return what is written before which row; the ends go before what is aimed at."""
    written = {}
    if axis.target is not None:
        written[_dot_row(axis.target, axis, height) // 4] = axis.target_label
    return written | {height - 1: axis.low_label, 0: axis.high_label}


def _times(series: Series, indent: int, width: int) -> Line:
    between = width - cell_width(series.first) - cell_width(series.last)
    if between < 1:
        return ()
    return (Span(" " * indent + series.first + " " * between + series.last, Style.MUTED),)


def _plotted(series: Series, width: int, height: int) -> Iterator[Line]:
    cells: dict[Dot, int] = {}
    for column, row in _thick(_path(series, width, height), 4 * height):
        place = (column // 2, row // 4)
        cells[place] = cells.get(place, 0) | _DOTS[row % 4][column % 2]
    target = _target_cells(series.axis, width, height)
    for row in range(height):
        yield spans_of(
            [
                (chr(_EMPTY + cells[place]), Style.ACCENT)
                if (place := (column, row)) in cells
                else (target.get(place, " "), Style.MUTED)
                for column in range(width)
            ]
        )


def _target_cells(axis: Axis, width: int, height: int) -> dict[Dot, str]:
    if axis.target is None:
        return {}
    row = _dot_row(axis.target, axis, height)
    dotted = chr(_EMPTY + _DOTS[row % 4][0])
    return {(column, row // 4): dotted for column in range(width)}


def _path(series: Series, width: int, height: int) -> Iterator[Dot]:
    """Yield the dots of every value and of the way from each to the next."""
    points = _points(series, width, height)
    yield from (point for point in points if point is not None)
    for start, end in pairwise(points):
        if start is not None and end is not None:
            yield from _between(start, end)


def _thick(path: Iterable[Dot], height: int) -> Iterator[Dot]:
    """Yield every dot with the one below, so that a line stands out from what is dotted."""
    for column, row in path:
        yield column, row
        yield column, min(row + 1, height - 1)


def _points(series: Series, width: int, height: int) -> list[Dot | None]:
    step = (2 * width - 1) / max(1, len(series.values) - 1)
    return [
        None if value is None else (round(step * place), _dot_row(value, series.axis, height))
        for place, value in enumerate(series.values)
    ]


def _dot_row(value: float, axis: Axis, height: int) -> int:
    share = (value - axis.low) / (axis.high - axis.low)
    return round((4 * height - 1) * (1 - min(max(share, 0.0), 1.0)))


def _between(start: Dot, end: Dot) -> Iterator[Dot]:
    (from_column, from_row), (to_column, to_row) = start, end
    steps = max(abs(to_column - from_column), abs(to_row - from_row))
    for step in range(1, steps):
        share = step / steps
        column = round(from_column + share * (to_column - from_column))
        yield column, round(from_row + share * (to_row - from_row))
