"""Surfaces to walk down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizdeck.errors import UsageError

Point = Sequence[float]


class Window(NamedTuple):
    """The part of the plane that a picture shows."""

    left: float
    right: float
    bottom: float
    top: float

    def holding(self, point: Point) -> "Window":
        """Return the window, wide enough for ``point`` and a margin around it."""
        x, y = point
        across, up = (self.right - self.left) / 16, (self.top - self.bottom) / 16
        return Window(
            min(self.left, x - across),
            max(self.right, x + across),
            min(self.bottom, y - up),
            max(self.top, y + up),
        )


@dataclass(frozen=True, slots=True)
class Objective:
    """A function of two variables with its gradient, its lowest point and a usual start.

    ``window`` is where walks from the usual start are looked at. Other points may be ``as_low``.
    """

    id: str
    latex: str
    value: Callable[[Point], float]
    gradient: Callable[[Point], tuple[float, float]]
    lowest: tuple[float, float]
    start: tuple[float, float]
    window: Window
    as_low: tuple[tuple[float, float], ...] = ()


# Saito 2016 (ゼロから作る Deep Learning), section 6.1, with its start.
VALLEY = Objective(
    id="valley",
    latex=r"f(x, y) = \frac{x^2}{20} + y^2",
    value=lambda p: p[0] ** 2 / 20 + p[1] ** 2,
    gradient=lambda p: (p[0] / 10, 2 * p[1]),
    lowest=(0.0, 0.0),
    start=(-7.0, 2.0),
    window=Window(-7.6, 1.6, -2.4, 2.4),
)

# A quadratic with condition number 250: pathological curvature.
RAVINE = Objective(
    id="ravine",
    latex=r"f(x, y) = \frac{x^2}{50} + 5 y^2",
    value=lambda p: p[0] ** 2 / 50 + 5 * p[1] ** 2,
    gradient=lambda p: (p[0] / 25, 10 * p[1]),
    lowest=(0.0, 0.0),
    start=(-7.0, 1.0),
    window=Window(-7.6, 1.6, -1.2, 1.2),
)

# A saddle at the origin between two equally low points; a walk along y = 0 ends on it.
SADDLE = Objective(
    id="saddle",
    latex=r"f(x, y) = \frac{x^2}{2} + \frac{y^4}{4} - \frac{y^2}{2}",
    value=lambda p: p[0] ** 2 / 2 + p[1] ** 4 / 4 - p[1] ** 2 / 2,
    gradient=lambda p: (p[0], p[1] ** 3 - p[1]),
    lowest=(0.0, 1.0),
    start=(1.0, 0.01),
    window=Window(-1.5, 1.5, -1.5, 1.5),
    as_low=((0.0, -1.0),),
)

# Beale 1958 ("On an iterative method for finding a local minimum of a function of more than one
# variable"); its lowest point is (3, 1/2), where every term vanishes.
_BEALE_TERMS = ((1.5, 1), (2.25, 2), (2.625, 3))


def _beale_gradient(p: Point) -> tuple[float, float]:
    x, y = p
    parts = [(constant - x + x * y**n, n) for constant, n in _BEALE_TERMS]
    along_x = sum(2 * part * (y**n - 1) for part, n in parts)
    along_y = sum(2 * part * x * n * y ** (n - 1) for part, n in parts)
    return along_x, along_y


BEALE = Objective(
    id="beale",
    latex=r"f(x, y) = \left(1.5 - x + x y\right)^2 + \left(2.25 - x + x y^2\right)^2"
    r" + \left(2.625 - x + x y^3\right)^2",
    value=lambda p: sum((c - p[0] + p[0] * p[1] ** n) ** 2 for c, n in _BEALE_TERMS),
    gradient=_beale_gradient,
    lowest=(3.0, 0.5),
    start=(1.0, 1.5),
    window=Window(-1.0, 4.0, -2.0, 2.0),
)

OBJECTIVES: tuple[Objective, ...] = (VALLEY, RAVINE, SADDLE, BEALE)


def objective_by_id(id_: str) -> Objective:
    """Return the objective called ``id_``; raises ``UsageError`` for an unknown name."""
    for objective in OBJECTIVES:
        if objective.id == id_:
            return objective
    known = ", ".join(objective.id for objective in OBJECTIVES)
    raise UsageError("usage.unknown_objective", objective=id_, known=known)
