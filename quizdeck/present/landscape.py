"""The picture of the explorer: level lines, and the paths of the methods over them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from quizdeck.optimizers.method import Method
from quizdeck.optimizers.objectives import Objective, Point, Window
from quizdeck.optimizers.walk import Walk
from quizdeck.present.canvas import DOTS_ACROSS, DOTS_DOWN, Canvas, Dot, Ink, Row
from quizdeck.present.contours import Ring, band_of, contours

CONTOUR = Ink(1, "contour")
_FIRST_PATH_LAYER, _LETTER_LAYER, _LOWEST_LAYER, _HEAD_LAYER = 10, 20, 30, 40
LOWEST = Ink(_LOWEST_LAYER, "lowest")
_STEPS_A_LETTER = 6
_DOT_SPACING = 3.0  # of a level line, so that it is lighter than a path without any colour
_STOP = ((0, 0), (1, 0), (0, 1), (1, 1))
_LOWEST_SIGN = "✛"


class Mark(NamedTuple):
    """How a method is told from the others without colour."""

    letter: str
    head: str


MARKS = {
    "sgd": Mark("S", "●"),
    "momentum": Mark("M", "■"),
    "adagrad": Mark("A", "▲"),
    "adam": Mark("D", "◆"),
}
UNNAMED = Mark("?", "●")


def mark_of(method: Method) -> Mark:
    """Return the mark of a method; those without one of their own share a sign."""
    return MARKS.get(method.family, Mark(method.name.en[0], "●"))


class Frame(NamedTuple):
    """A window on the plane, drawn in so many cells."""

    window: Window
    width: int
    height: int

    def dot(self, point: Point) -> Dot:
        """Return where a point lies on the canvas, in dots."""
        left, right, bottom, top = self.window
        across = (point[0] - left) / (right - left)
        down = (top - point[1]) / (top - bottom)
        return (
            across * (self.width * DOTS_ACROSS - 1),
            down * (self.height * DOTS_DOWN - 1),
        )

    def cell(self, point: Point) -> tuple[int, int]:
        """Return the column and the row of a point."""
        x, y = self.dot(point)
        return round(x) // DOTS_ACROSS, round(y) // DOTS_DOWN

    def centre(self, column: int, row: int) -> Point:
        """Return the point in the middle of a cell."""
        left, right, bottom, top = self.window
        return (
            left + (column + 0.5) / self.width * (right - left),
            top - (row + 0.5) / self.height * (top - bottom),
        )


class Trail(NamedTuple):
    """A walk up to a step, and how it is marked."""

    walk: Walk
    name: str
    mark: Mark


def landscape(
    objective: Objective,
    frame: Frame,
    trails: Sequence[Trail],
    cursor: int,
    *,
    is_lettered: bool = False,
) -> tuple[Row, ...]:
    """Return the rows of the picture after ``cursor`` updates; later trails lie on top.

    A path alone shows where each update ends. ``is_lettered`` writes the letters along the paths
    too, for eyes and terminals without colour.
    """
    canvas = backdrop(objective, frame).copy()
    ways = [(trail, trail.walk.points[: cursor + 1]) for trail in trails]
    for layer, (trail, points) in enumerate(ways, start=_FIRST_PATH_LAYER):
        dots = [frame.dot(point) for point in points]
        _put_path(canvas, dots, Ink(layer, trail.name), with_stops=len(trails) == 1)
    if is_lettered:
        for trail, points in ways:
            for point in points[_STEPS_A_LETTER::_STEPS_A_LETTER]:
                canvas.sign(*frame.cell(point), trail.mark.letter, Ink(_LETTER_LAYER, trail.name))
    for trail, points in ways:
        canvas.sign(*frame.cell(points[-1]), trail.mark.head, Ink(_HEAD_LAYER, trail.name))
    for trail, points in ways:
        _put_letter(canvas, *frame.cell(points[-1]), trail)
    return canvas.rows()


@lru_cache(maxsize=16)
def backdrop(objective: Objective, frame: Frame) -> Canvas:
    """Return the level lines and the lowest point; to be copied, not drawn on."""
    lines = contours(objective, frame.window)
    levels = [line.level for line in lines]
    shades = [
        band_of(objective.value(frame.centre(column, row)), levels)
        for row in range(frame.height)
        for column in range(frame.width)
    ]
    canvas = Canvas(frame.width, frame.height, shades)
    for line in lines:
        for ring in line.rings:
            for x, y in _dotted(ring, frame):
                canvas.dot(round(x), round(y), CONTOUR)
    for point in (objective.lowest, *objective.as_low):
        canvas.sign(*frame.cell(point), _LOWEST_SIGN, LOWEST)
    canvas.rows()  # most of them stay as they are
    return canvas


def _dotted(ring: Ring, frame: Frame) -> Iterator[Dot]:
    """Yield points along a closed line, evenly apart."""
    dots = [frame.dot(point) for point in (*ring, ring[0])]
    rest = 0.0
    for (x, y), (to_x, to_y) in pairwise(dots):
        length = hypot(to_x - x, to_y - y)
        while rest < length:
            part = rest / length
            yield x + (to_x - x) * part, y + (to_y - y) * part
            rest += _DOT_SPACING
        rest -= length


def _put_path(canvas: Canvas, dots: Sequence[Dot], ink: Ink, *, with_stops: bool) -> None:
    for start, end in pairwise(dots):
        canvas.line(start, end, ink)
    if with_stops:
        for dot in dots:
            x, y = map(round, dot)
            for across, down in _STOP:
                canvas.dot(x + across, y + down, ink)


def _put_letter(canvas: Canvas, column: int, row: int, trail: Trail) -> None:
    """Write the letter beside the head, where it hides no head and, if it can, no path."""
    ink = Ink(_LETTER_LAYER, trail.name)
    beside = [(column + 1, row), (column - 1, row), (column, row - 1), (column, row + 1)]
    for layer in (_FIRST_PATH_LAYER, _LETTER_LAYER):
        for place in beside:
            if canvas.is_free(*place, layer):
                canvas.sign(*place, trail.mark.letter, ink)
                return
