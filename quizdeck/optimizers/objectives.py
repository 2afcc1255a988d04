"""Surfaces to walk down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizdeck.errors import UsageError

Point = Sequence[float]


@dataclass(frozen=True, slots=True)
class Objective:
    """A function of two variables with its gradient, its lowest point and a usual start."""

    id: str
    latex: str
    value: Callable[[Point], float]
    gradient: Callable[[Point], tuple[float, float]]
    lowest: tuple[float, float]
    start: tuple[float, float]


VALLEY = Objective(
    id="valley",
    latex=r"f(x, y) = \frac{x^2}{20} + y^2",
    value=lambda p: p[0] ** 2 / 20 + p[1] ** 2,
    gradient=lambda p: (p[0] / 10, 2 * p[1]),
    lowest=(0.0, 0.0),
    start=(-7.0, 2.0),
)

OBJECTIVES: tuple[Objective, ...] = (VALLEY,)


def objective_by_id(id_: str) -> Objective:
    """Return the objective called ``id_``; raises ``UsageError`` for an unknown name."""
    for objective in OBJECTIVES:
        if objective.id == id_:
            return objective
    known = ", ".join(objective.id for objective in OBJECTIVES)
    raise UsageError("usage.unknown_objective", objective=id_, known=known)
