"""The way to a quantity: which lines have to be computed at which step, and their values."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from quizdeck.expressions.evaluate import EXACT as EXACT_ARITHMETIC
from quizdeck.expressions.evaluate import FLOAT as FLOAT_ARITHMETIC
from quizdeck.expressions.evaluate import Arithmetic, Evaluator, compiled
from quizdeck.expressions.exact import Value
from quizdeck.expressions.tree import Equation, names_in
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.problems.space import Draw

T = TypeVar("T")
Lines = tuple[Equation, ...]


@lru_cache(maxsize=4096)
def way_to(method: Method, quantity: str, steps: int) -> tuple[Lines, ...]:
    """Return the lines of every step ``1 … steps`` whose results are read on the way."""
    wanted = {quantity}
    way: list[Lines] = []
    for _ in range(steps):
        kept: list[Equation] = []
        for equation in reversed(method.steps):
            if equation.target in wanted:
                kept.append(equation)
                wanted.discard(equation.target)
                wanted |= names_in(equation.expression)
        way.append(tuple(reversed(kept)))
    return tuple(reversed(way))


def values_on_the_way(method: Method, quantity: str, draw: Draw) -> tuple[Mapping[str, Value], ...]:
    """Return the exact values of every step's lines, and of all that they read.

    Raises ``ZeroDivisionError`` and ``ValueError`` where a formula has no value.
    """
    state: dict[str, Value] = dict(start_of(method, draw.rates, Fraction))
    values = []
    for t, lines in enumerate(_compiled_way(method, quantity, draw.steps), start=1):
        state = {**state, STEP: Fraction(t), **draw.rates, GRADIENT: draw.gradients[t - 1]}
        for target, function in lines:
            state[target] = function(state)
        values.append(state)
    return tuple(values)


def float_value(
    method: Method, quantity: str, rates: Mapping[str, float], gradients: Sequence[float]
) -> float:
    """Return ``quantity`` after the last gradient in float64; raises as Python does."""
    state = dict(start_of(method, rates, float))
    for t, lines in enumerate(_float_way(method, quantity, len(gradients)), start=1):
        state |= {STEP: float(t), **rates, GRADIENT: gradients[t - 1]}
        for target, function in lines:
            state[target] = function(state)
    return state[quantity]


def start_of(
    method: Method, given: Mapping[str, T], number: Callable[[Fraction], T]
) -> Mapping[str, T]:
    """Return the parameter and the states before the first step: ``v0`` where it is given."""
    starts = {**method.initial_values, PARAMETER: Fraction(0)}
    return {
        name: given[f"{name}0"] if f"{name}0" in given else number(value)
        for name, value in starts.items()
    }


@lru_cache(maxsize=4096)
def _compiled_way(
    method: Method, quantity: str, steps: int
) -> tuple[tuple[tuple[str, Evaluator[Value]], ...], ...]:
    return compiled_way(method, quantity, steps, EXACT_ARITHMETIC)


@lru_cache(maxsize=4096)
def _float_way(
    method: Method, quantity: str, steps: int
) -> tuple[tuple[tuple[str, Evaluator[float]], ...], ...]:
    return compiled_way(method, quantity, steps, FLOAT_ARITHMETIC)


def compiled_way(
    method: Method, quantity: str, steps: int, arithmetic: Arithmetic[T]
) -> tuple[tuple[tuple[str, Evaluator[T]], ...], ...]:
    """Return the way with every line as a function over one kind of numbers."""
    return tuple(
        tuple((line.target, compiled(line.expression, arithmetic)) for line in lines)
        for lines in way_to(method, quantity, steps)
    )
