"""Tables that keep their columns in terminal cells."""

from collections.abc import Iterator, Sequence

from quizdeck.present.spans import Line, Span, Style
from quizdeck.text import cell_width

_INDENT = "  "
_BETWEEN = "  "
_CUT = "…"


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, width: int) -> Iterator[Line]:
    """Yield a muted header and the rows, the first column to the left, the others to the right.

    The first column is cut where a row would be wider than ``width`` cells.
    """
    rest = _widths([header, *rows])
    room = room_of_names([header, *rows], width)
    first = min(room, max(cell_width(row[0]) for row in (header, *rows)))
    yield (Span(_row(header, first, rest), Style.MUTED),)
    yield from ((Span(_row(row, first, rest)),) for row in rows)


def room_of_names(rows: Sequence[Sequence[str]], width: int) -> int:
    """Return how many cells the first column has beside the others."""
    beside = sum(cell_width(_BETWEEN) + each for each in _widths(rows))
    return width - cell_width(_INDENT) - beside


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_width, column)) for column in zip(*rows, strict=True)][1:]


def shortened(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` cells, an ellipsis for what is cut off."""
    if cell_width(text) <= width:
        return text
    while text and cell_width(text) + cell_width(_CUT) > width:
        text = text[:-1]
    return text + _CUT


def _row(cells: Sequence[str], first: int, rest: Sequence[int]) -> str:
    name = shortened(cells[0], first)
    padded = [f"{name}{' ' * (first - cell_width(name))}"]
    padded += [
        " " * (width - cell_width(cell)) + cell for cell, width in zip(cells[1:], rest, strict=True)
    ]
    return (_INDENT + _BETWEEN.join(padded)).rstrip()
