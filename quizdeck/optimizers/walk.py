"""A walk down an objective, as far as it leads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from math import isfinite

from quizdeck.optimizers.method import PARAMETER, Method
from quizdeck.optimizers.objectives import Objective, Point
from quizdeck.optimizers.trace import Step, descending

FARTHEST = 1e4  # a coordinate beyond it counts as diverged: thousands of times what is looked at


class Break(StrEnum):
    """Why a walk ends before its last step."""

    DIVERGED = "diverged"
    UNDEFINED = "undefined"


@dataclass(frozen=True)
class Walk:
    """The steps that a method took from ``start``, one mapping of names a coordinate each.

    Where ``broken`` is set, the step after the last one of ``steps`` leads out of the numbers or
    farther away than ``FARTHEST``.
    """

    method: Method
    objective: Objective
    start: tuple[float, float]
    steps: tuple[tuple[Step[float], ...], ...]
    broken: Break | None = None

    @cached_property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Return every place on the way, the start first."""
        return (self.start, *((x[PARAMETER], y[PARAMETER]) for x, y in self.steps))

    @property
    def broken_at(self) -> int | None:
        """Return the step that leads nowhere, counted from 1, if there is one."""
        return len(self.steps) + 1 if self.broken else None


@lru_cache(maxsize=256)
def walk_down(
    method: Method,
    rates: tuple[tuple[str, float], ...],
    objective: Objective,
    start: tuple[float, float],
    steps: int,
) -> Walk:
    """Return at most ``steps`` steps of ``method`` in float64; raises nothing."""
    taken: list[tuple[Step[float], ...]] = []
    walk = descending(method, dict(rates), _finite(objective.gradient), start=start, steps=steps)
    broken = None
    try:
        for step in walk:
            if not all(map(_is_near, step)):
                broken = Break.DIVERGED
                break
            taken.append(step)
    except OverflowError:
        broken = Break.DIVERGED
    except (ZeroDivisionError, ValueError):
        broken = Break.UNDEFINED
    return Walk(method, objective, start, tuple(taken), broken)


def _finite(gradient: Callable[[Point], Sequence[float]]) -> Callable[[Point], Sequence[float]]:
    def slopes(point: Point) -> Sequence[float]:
        found = gradient(point)
        if not all(map(isfinite, found)):
            raise OverflowError
        return found

    return slopes


def _is_near(values: Mapping[str, float]) -> bool:
    return abs(values[PARAMETER]) <= FARTHEST and all(map(isfinite, values.values()))
