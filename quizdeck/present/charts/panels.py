"""Charts under their titles, side by side where there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from quizdeck.present.blocks import Chart
from quizdeck.present.spans import Line, Span, Style, plain_text
from quizdeck.present.tables import shortened
from quizdeck.text import cell_width

_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart that is drawn into the width there is, with a title and a word beside it."""

    title: str
    note: str
    draw: Callable[[int], Sequence[Line]]


def arranged(*panels: Panel, narrowest: int) -> Chart:
    """Return panels side by side, or one below the other where one had less than ``narrowest``."""

    def draw(width: int) -> Sequence[Line]:
        room = (width - _BETWEEN * (len(panels) - 1)) // len(panels)
        if room >= narrowest:
            heads = [_headed(panel, room) for panel in panels]
            highest = max(map(len, heads))
            evened = [[*head, *[()] * (highest - len(head))] for head in heads]
            charts = [[*h, *p.draw(room)] for h, p in zip(evened, panels, strict=True)]
            return _beside(charts, room)
        lines = [line for p in panels for line in ((), *_headed(p, width), *p.draw(width))]
        return lines[1:]

    return Chart(draw)


def _headed(panel: Panel, width: int) -> list[Line]:
    """Return the title with the note beside it, or below it where there is no room."""
    title = Span(shortened(panel.title, width), Style.STRONG)
    room = width - cell_width(title.text) - cell_width(panel.note)
    if not panel.note:
        return [(title,)]
    if room > 1:
        return [(title, Span(" " * min(room, _BETWEEN) + panel.note, Style.MUTED))]
    return [(title,), (Span(shortened(panel.note, width), Style.MUTED),)]


def _beside(columns: Sequence[Sequence[Line]], width: int) -> list[Line]:
    rows: list[Line] = []
    for parts in zip_longest(*columns, fillvalue=()):
        row: list[Span] = []
        for place, part in enumerate(parts):
            wished = place * (width + _BETWEEN)
            gap = wished - cell_width(plain_text(row))
            row += [Span(" " * gap)] if gap else []
            row += part
        rows.append(tuple(row))
    return rows
