"""What charts share: what is said instead of one, and rows of single characters as spans."""

from collections.abc import Sequence
from itertools import groupby

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Paragraph, laid_out
from quizdeck.present.spans import Line, Span, Style
from quizdeck.present.tables import shortened
from quizdeck.text import Language, cell_width

_NARROWEST = 8  # of a page that is laid out

Cell = tuple[str, Style]


def no_room(width: int, height: int, language: Language) -> tuple[Line, ...]:
    """Return a word for a chart that does not fit."""
    return _said(text("chart.no_room", language), width, height)


def nothing_yet(width: int, height: int, language: Language) -> tuple[Line, ...]:
    """Return a sentence for a chart of nothing."""
    return _said(text("chart.nothing", language), width, height)


def _said(message: str, width: int, height: int) -> tuple[Line, ...]:
    lines = (
        laid_out((Paragraph((Span(message, Style.MUTED),)),), width) if width >= _NARROWEST else ()
    )
    if 0 < len(lines) <= height:
        return lines
    return ((Span(shortened(message, width), Style.MUTED),),)


def spans_of(cells: Sequence[Cell]) -> Line:
    """Return a row of characters, those of one style in one span."""
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Span("".join(character for character, _ in run), style) for style, run in runs)


def padded(label: str, width: int) -> str:
    """Return a label of exactly ``width`` cells, cut off or filled up on the right."""
    short = shortened(label, width)
    return short + " " * (width - cell_width(short))


def aligned(label: str, width: int) -> str:
    """Return a label of at least ``width`` cells, filled up on the left."""
    return " " * (width - cell_width(label)) + label
