"""Horizontal bars: a label, a share in halves of a cell, and what there is to say about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizdeck.language.catalogue import text
from quizdeck.present.charts.room import (
    Cell,
    aligned,
    no_room,
    nothing_yet,
    padded,
    spans_of,
)
from quizdeck.present.spans import Line, Span, Style
from quizdeck.present.tables import shortened
from quizdeck.text import Language, cell_width

_SHORTEST, _COMFORTABLE, _LONGEST = 4, 12, 40
_SHORTEST_LABEL = 6
_GAP = 2
_FULL, _HALF, _TRACK, _MARK = "━", "╸", "─", "┃"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, its ``share`` and the ``mark`` of what was expected within 0–1."""

    label: str
    share: float
    note: str
    mark: float | None = None
    style: Style = Style.ACCENT


class _Columns(NamedTuple):
    label: int
    bar: int
    note: int


def bar_chart(
    bars: Sequence[Bar], *, width: int, height: int, language: Language
) -> tuple[Line, ...]:
    """Return one line a bar; where there are too many, the first ones and how many more."""
    if not bars:
        return nothing_yet(width, height, language)
    shown = bars if len(bars) <= height else bars[: height - 1]
    columns = _columns(shown, width) if shown else None
    if columns is None:
        return no_room(width, height, language)
    rows = [_row(bar, columns) for bar in shown]
    if len(shown) < len(bars):
        more = text("chart.more", language, count=len(bars) - len(shown))
        rows.append((Span(shortened(more, width), Style.MUTED),))
    return tuple(rows)


def _columns(bars: Sequence[Bar], width: int) -> _Columns | None:
    """Share the width out: first labels are cut, then bars left out, so that numbers stay."""
    note = max(cell_width(bar.note) for bar in bars)
    wished = max(cell_width(bar.label) for bar in bars)
    shortest = min(wished, _SHORTEST_LABEL)
    beside = note + _GAP if note else 0
    for bar in (_COMFORTABLE, _SHORTEST, *((0,) if wished else ())):
        label = min(wished, width - beside - (bar + _GAP if bar else 0))
        if label >= shortest:
            room = width - beside - (label + _GAP if label else 0)
            return _Columns(label, min(room, _LONGEST) if bar else 0, note)
    return None


def _row(bar: Bar, columns: _Columns) -> Line:
    parts = (
        (Span(padded(bar.label, columns.label)),) if columns.label else (),
        spans_of(_cells(bar, columns.bar)),
        (Span(aligned(bar.note, columns.note)),) if columns.note else (),
    )
    first, *others = filter(None, parts)
    return (*first, *(span for part in others for span in (Span(" " * _GAP), *part)))


def _cells(bar: Bar, width: int) -> list[Cell]:
    if not width:
        return []
    halves = round(2 * width * min(max(bar.share, 0.0), 1.0))
    whole, half = divmod(max(halves, 1) if bar.share > 0 else 0, 2)
    filled = _FULL * whole + _HALF * half
    cells = [(character, bar.style) for character in filled]
    cells += [(_TRACK, Style.MUTED)] * (width - len(filled))
    if bar.mark is not None:
        cells[min(int(bar.mark * width), width - 1)] = (_MARK, Style.STRONG)
    return cells
