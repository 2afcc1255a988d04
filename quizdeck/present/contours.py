"""Level lines of an objective: where they run, and at which heights."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

from quizdeck.optimizers.objectives import Objective, Window

LEVELS = 9
_ACROSS, _DOWN = 96, 72  # squares of the grid that level lines are sought on

Ring = tuple[tuple[float, float], ...]
_Corner = tuple[int, int]
_Side = tuple[_Corner, _Corner]  # the lower corner first


class Contour(NamedTuple):
    """The closed lines at one ``level``, which hold everything lower; they may lie outside."""

    level: float
    rings: tuple[Ring, ...]


@lru_cache(maxsize=16)
def contours(objective: Objective, window: Window) -> tuple[Contour, ...]:
    """Return the level lines that ``window`` shows, the lowest first.

    Between neighbouring levels lies more and more of the picture, so that the lines of a bowl stand
    evenly apart.
    """
    grid = _Grid(objective, window)
    inside = sorted(height for row in grid.heights[2:-2] for height in row[2:-2])
    shares = ((k / (LEVELS + 1)) ** 2 for k in range(1, LEVELS + 1))
    levels = tuple(dict.fromkeys(inside[int(share * len(inside))] for share in shares))
    return tuple(
        Contour(level, tuple(grid.rings(level, sides)))
        for level, sides in zip(levels, grid.crossings(levels), strict=True)
    )


def band_of(value: float, levels: Sequence[float]) -> int:
    """Return between which levels a height lies: 0 below the lowest, and so on."""
    return bisect_right(levels, value)


class _Grid:
    """Heights at the corners of squares, one square wider than the window on every side.

    Around them stands a wall of infinite height, so that every level line is closed.
    """

    def __init__(self, objective: Objective, window: Window) -> None:
        self._x = _corners(window.left, window.right, _ACROSS)
        self._y = _corners(window.bottom, window.top, _DOWN)
        inner = [[objective.value((x, y)) for x in self._x[1:-1]] for y in self._y[1:-1]]
        wall = [inf] * len(self._x)
        self.heights = [wall, *([inf, *row, inf] for row in inner), wall]

    def crossings(self, levels: Sequence[float]) -> list[dict[_Side, _Side]]:
        """Return for each level which side of a square its line enters by, by that it leaves by."""
        found: list[dict[_Side, _Side]] = [{} for _ in levels]
        for j, rows in enumerate(pairwise(self.heights)):
            for i, (left, right) in enumerate(pairwise(zip(*rows, strict=True))):
                square = (left[0], right[0], right[1], left[1])
                crossed = range(
                    bisect_right(levels, min(square)), bisect_right(levels, max(square))
                )
                for n in crossed:
                    found[n].update(_lines(square, i, j, levels[n]))
        return found

    def rings(self, level: float, sides: dict[_Side, _Side]) -> Iterator[Ring]:
        """Yield the closed lines at ``level``; empties ``sides``."""
        while sides:
            start, place = sides.popitem()
            ring = [self._point(start, level)]
            while place != start:
                ring.append(self._point(place, level))
                place = sides.pop(place)
            yield tuple(ring)

    def _point(self, side: _Side, level: float) -> tuple[float, float]:
        (i, j), (to_i, to_j) = side
        below, above = self.heights[j][i], self.heights[to_j][to_i]
        part = (level - below) / (above - below)
        x, y = self._x[i], self._y[j]
        return x + (self._x[to_i] - x) * part, y + (self._y[to_j] - y) * part


def _corners(low: float, high: float, squares: int) -> list[float]:
    """Return the corners from one square below ``low`` to one above ``high``, the walls' with them.

    A wall stands where the last corner is.
    """
    corners = [low + (high - low) * i / squares for i in range(-1, squares + 2)]
    return [corners[0], *corners, corners[-1]]


def _lines(square: Sequence[float], i: int, j: int, level: float) -> Iterator[tuple[_Side, _Side]]:
    """Yield by which side a line leaves the square and by which it enters (marching squares).

    Where two lines cross one square, each goes around a lower corner.
    """
    corners = ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
    low = [height < level for height in square]
    for k in range(4):
        if low[k] and not low[k - 3]:
            entered = next(n for n in (k, k - 1, k - 2) if not low[n - 1])
            yield (corners[k], corners[k - 3]), (corners[entered], corners[entered - 1])
