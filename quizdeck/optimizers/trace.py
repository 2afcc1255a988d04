"""Run a method and keep every quantity of every step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Generic, TypeVar

from quizdeck.expressions.evaluate import Evaluator, exact_function, float_function
from quizdeck.expressions.exact import Enclosure, Value
from quizdeck.expressions.tree import Equation, Expression
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method

T = TypeVar("T")
Step = Mapping[str, T]

_LONG_BITS = 1024  # denominators up to here stay as they are
_KEPT_BITS = 256  # relative width of what rounding adds to a longer one: about 1e-77


def exact_trace(
    method: Method,
    rates: Mapping[str, Value],
    gradients: Sequence[Fraction],
    *,
    start: Fraction = Fraction(0),
    quantity: str | None = None,
) -> tuple[Step[Value], ...]:
    """Return the exact values of every step, one mapping of names a gradient.

    The gradients are those at the method's ``gradient_at``. With ``quantity`` only the equations
    it depends on are computed. Raises ``ZeroDivisionError`` and ``ValueError`` where a formula has
    no value.
    """
    equations = method.steps if quantity is None else method.needed_for(quantity)
    state = _initial(method, _EXACT, start)
    trace = []
    for t, gradient in enumerate(gradients, start=1):
        state = _stepped(equations, state, {**rates, GRADIENT: gradient, STEP: Fraction(t)}, _EXACT)
        trace.append(state)
    return tuple(trace)


def exact_descent(
    method: Method,
    rates: Mapping[str, Value],
    gradient: Callable[[Sequence[Value]], Sequence[Value]],
    *,
    start: Sequence[Fraction],
    steps: int,
) -> tuple[tuple[Step[Value], ...], ...]:
    """Walk down an objective exactly: for every step, one mapping of names a coordinate.

    The gradient is taken where the method takes it. Raises as ``exact_trace`` does.
    """
    return tuple(_walked(method, rates, gradient, start=start, steps=steps, numbers=_EXACT))


def descent(
    method: Method,
    rates: Mapping[str, float],
    gradient: Callable[[Sequence[float]], Sequence[float]],
    *,
    start: Sequence[float],
    steps: int,
) -> tuple[tuple[Step[float], ...], ...]:
    """Walk down an objective in float64: for every step, one mapping of names a coordinate.

    The gradient is taken where the method takes it. Raises ``OverflowError``, ``ValueError`` or
    ``ZeroDivisionError`` where the walk leaves the numbers.
    """
    return tuple(descending(method, rates, gradient, start=start, steps=steps))


def descending(
    method: Method,
    rates: Mapping[str, float],
    gradient: Callable[[Sequence[float]], Sequence[float]],
    *,
    start: Sequence[float],
    steps: int,
) -> Iterator[tuple[Step[float], ...]]:
    """Yield the steps of ``descent`` one by one; raises as it does, at the step that fails."""
    return _walked(method, rates, gradient, start=start, steps=steps, numbers=_FLOAT)


@dataclass(frozen=True, slots=True)
class _Numbers(Generic[T]):
    """One kind of numbers: how a constant and a formula become one, and what is kept of it."""

    constant: Callable[[Fraction], T]
    function: Callable[[Expression], Evaluator[T]]
    kept: Callable[[T], T]


def _walked(
    method: Method,
    rates: Mapping[str, T],
    gradient: Callable[[Sequence[T]], Sequence[T]],
    *,
    start: Sequence[T],
    steps: int,
    numbers: _Numbers[T],
) -> Iterator[tuple[Step[T], ...]]:
    states = [_initial(method, numbers, coordinate) for coordinate in start]
    point = numbers.function(method.gradient_at)
    for t in range(1, steps + 1):
        slopes = gradient([point({**state, **rates}) for state in states])
        step = numbers.constant(Fraction(t))
        states = [
            _stepped(method.steps, state, {**rates, GRADIENT: slope, STEP: step}, numbers)
            for state, slope in zip(states, slopes, strict=True)
        ]
        yield tuple(states)


def _initial(method: Method, numbers: _Numbers[T], start: T) -> dict[str, T]:
    initial = {name: numbers.constant(value) for name, value in method.initial_values.items()}
    return {**initial, PARAMETER: start}


def _stepped(
    equations: Sequence[Equation], state: Step[T], inputs: Mapping[str, T], numbers: _Numbers[T]
) -> dict[str, T]:
    values = {**state, **inputs}
    for equation in equations:
        values[equation.target] = numbers.kept(numbers.function(equation.expression)(values))
    return values


def _shortened(value: Value) -> Value:
    """Return ``value``; a long enclosure a little wider, or its digits would double every step."""
    if isinstance(value, Fraction):
        return value
    if max(value.low.denominator, value.high.denominator).bit_length() <= _LONG_BITS:
        return value
    size = max(abs(value.low), abs(value.high))
    magnitude = size.numerator.bit_length() - size.denominator.bit_length()
    scale = Fraction(2) ** (_KEPT_BITS - magnitude)
    return Enclosure(floor(value.low * scale) / scale, ceil(value.high * scale) / scale)


_EXACT: _Numbers[Value] = _Numbers(lambda value: value, exact_function, _shortened)
_FLOAT: _Numbers[float] = _Numbers(float, float_function, float)
