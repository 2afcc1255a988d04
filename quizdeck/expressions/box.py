"""A rectangle of text with a baseline, and how rectangles are put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizdeck.text import cell_width


@dataclass(frozen=True, slots=True)
class Box:
    """Rows of equal width in cells; ``baseline`` is the row that stands on the line of text."""

    rows: tuple[str, ...]
    baseline: int = 0

    @property
    def width(self) -> int:
        """The width in cells."""
        return cell_width(self.rows[0])

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def descent(self) -> int:
        """The number of rows under the baseline."""
        return self.height - 1 - self.baseline


def beside(boxes: Sequence[Box]) -> Box:
    """Return the boxes side by side on one baseline."""
    baseline = max(box.baseline for box in boxes)
    descent = max(box.descent for box in boxes)
    grown = [_with_rows(box, baseline - box.baseline, descent - box.descent) for box in boxes]
    rows = zip(*(box.rows for box in grown), strict=True)
    return Box(tuple("".join(row) for row in rows), baseline)


def above_one_another(boxes: Sequence[Box], main: int) -> Box:
    """Return the boxes centred in one column, on the baseline of ``boxes[main]``."""
    width = max(box.width for box in boxes)
    rows = tuple(centred(row, width) for box in boxes for row in box.rows)
    return Box(rows, sum(box.height for box in boxes[:main]) + boxes[main].baseline)


def at_corners(base: Box, below: str, above: str) -> Box:
    """Return ``base`` with scripts at its right corners.

    They stand beside the outer rows of a tall base, and over and under a base of one row.
    """
    lift = int(base.height == 1)
    grown = _with_rows(base, lift if above else 0, lift if below else 0)
    width = max(cell_width(below), cell_width(above))
    scripts = [above, *[""] * (grown.height - 2), below]
    column = Box(tuple(padded(script, width) for script in scripts), grown.baseline)
    return beside((grown, column))


def centred(text: str, width: int) -> str:
    """Return ``text`` in the middle of ``width`` cells."""
    missing = width - cell_width(text)
    return " " * (missing // 2) + text + " " * (missing - missing // 2)


def widened(box: Box, width: int) -> Box:
    """Return ``box`` at the left of ``width`` cells."""
    return Box(tuple(padded(row, width) for row in box.rows), box.baseline)


def padded(text: str, width: int) -> str:
    """Return ``text`` at the left of ``width`` cells."""
    return text + " " * (width - cell_width(text))


def _with_rows(box: Box, over: int, under: int) -> Box:
    blank = " " * box.width
    return Box((blank,) * over + box.rows + (blank,) * under, box.baseline + over)
