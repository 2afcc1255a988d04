"""A canvas of braille dots: two columns and four rows of them in every terminal cell.

Dots are counted from the top left. Whatever lies outside is left out.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import NamedTuple

DOTS_ACROSS, DOTS_DOWN = 2, 4
_BRAILLE = (" ", *(chr(0x2800 + mask) for mask in range(1, 256)))
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # of the dots of a cell, by row

Dot = tuple[float, float]


class Ink(NamedTuple):
    """What something is drawn with; in a cell a higher ``layer`` hides the lower ones."""

    layer: int
    name: str


class Run(NamedTuple):
    """Neighbouring cells of one row with the same ink, or none, on the same shade of the ground."""

    text: str
    ink: Ink
    shade: int


PAPER = Ink(0, "paper")
Row = tuple[Run, ...]


class Canvas:
    """A drawing under way; ``shades`` holds the ground of every cell, row by row, or nothing."""

    def __init__(self, width: int, height: int, shades: Sequence[int] = ()) -> None:
        self.width, self.height = max(0, width), max(0, height)
        cells = self.width * self.height
        self._masks = [0] * cells
        self._inks = [PAPER] * cells
        self._characters = [" "] * cells
        self._shades = shades or bytes(cells)
        self._rows: list[Row | None] = [None] * self.height

    def copy(self) -> "Canvas":
        """Return a canvas to go on with; this one stays as it is."""
        twin = copy(self)
        twin._masks, twin._inks = self._masks.copy(), self._inks.copy()  # noqa: SLF001 - its own
        twin._characters = self._characters.copy()  # noqa: SLF001 - as above
        twin._rows = self._rows.copy()  # noqa: SLF001 - as above
        return twin

    def dot(self, x: int, y: int, ink: Ink) -> None:
        """Set one dot."""
        if 0 <= x < self.width * DOTS_ACROSS and 0 <= y < self.height * DOTS_DOWN:
            self._dot(x, y, ink)

    def line(self, start: Dot, end: Dot, ink: Ink) -> None:
        """Set the dots from ``start`` to ``end``, as far as they lie on the canvas."""
        right, bottom = self.width * DOTS_ACROSS - 1, self.height * DOTS_DOWN - 1
        clipped = _clipped(start, end, right, bottom)
        if clipped is None:
            return
        (x, y), (to_x, to_y) = clipped
        steps = max(1, round(max(abs(to_x - x), abs(to_y - y))))
        for i in range(steps + 1):
            across, down = x + (to_x - x) * i / steps, y + (to_y - y) * i / steps
            self._dot(round(across), round(down), ink)

    def sign(self, column: int, row: int, character: str, ink: Ink) -> None:
        """Put a character of one cell in the place of whatever is not above it."""
        if 0 <= column < self.width and 0 <= row < self.height:
            cell = row * self.width + column
            if self._inks[cell].layer <= ink.layer:
                self._masks[cell] = 0
                self._put(cell, character, ink)

    def is_free(self, column: int, row: int, layer: int) -> bool:
        """Return whether a cell lies on the canvas and holds nothing of ``layer`` or above."""
        if not (0 <= column < self.width and 0 <= row < self.height):
            return False
        return self._inks[row * self.width + column].layer < layer

    def rows(self) -> tuple[Row, ...]:
        """Return what is drawn: rows of exactly ``width`` cells, the same as long as they are."""
        for number, row in enumerate(self._rows):
            if row is None:
                self._rows[number] = tuple(self._runs(number))
        return tuple(row for row in self._rows if row is not None)

    def _dot(self, x: int, y: int, ink: Ink) -> None:
        cell = y // DOTS_DOWN * self.width + x // DOTS_ACROSS
        here = self._inks[cell].layer
        if here <= ink.layer:
            bit = _BITS[y % DOTS_DOWN][x % DOTS_ACROSS]
            mask = bit if here < ink.layer else self._masks[cell] | bit
            self._masks[cell] = mask
            self._put(cell, _BRAILLE[mask], ink)

    def _put(self, cell: int, character: str, ink: Ink) -> None:
        self._characters[cell], self._inks[cell] = character, ink
        self._rows[cell // self.width] = None

    def _runs(self, row: int) -> Iterator[Run]:
        if not self.width:
            return
        inks, shades = self._inks, self._shades
        start, end = row * self.width, (row + 1) * self.width
        ink, shade = PAPER, shades[start]
        for cell in range(start, end):
            here = inks[cell]
            is_other_ink = here is not ink and here is not PAPER and ink is not PAPER
            if is_other_ink or shades[cell] != shade:
                yield Run("".join(self._characters[start:cell]), ink, shade)
                start, ink, shade = cell, here, shades[cell]
            elif ink is PAPER:
                ink = here
        yield Run("".join(self._characters[start:end]), ink, shade)


def _clipped(start: Dot, end: Dot, right: float, bottom: float) -> tuple[Dot, Dot] | None:
    """Return the part of a line between 0 and ``right``, 0 and ``bottom`` (Liang, Barsky 1984)."""
    (x, y), (to_x, to_y) = start, end
    run, fall = to_x - x, to_y - y
    first, last = 0.0, 1.0
    for toward, room in ((-run, x), (run, right - x), (-fall, y), (fall, bottom - y)):
        if toward == 0:
            if room < 0:
                return None
        elif toward < 0:
            first = max(first, room / toward)
        else:
            last = min(last, room / toward)
    if first > last:
        return None
    return (x + run * first, y + fall * first), (x + run * last, y + fall * last)
