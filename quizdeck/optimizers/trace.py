"""Run a method and keep every quantity of every step."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from quizdeck.expressions.evaluate import Evaluator, exact_function, float_function
from quizdeck.expressions.exact import Value
from quizdeck.expressions.tree import Equation, Expression
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method

T = TypeVar("T")
Step = Mapping[str, T]


def exact_trace(
    method: Method,
    rates: Mapping[str, Value],
    gradients: Sequence[Fraction],
    *,
    start: Fraction = Fraction(0),
    quantity: str | None = None,
) -> tuple[Step[Value], ...]:
    """Return the exact values of every step, one mapping of names a gradient.

    With ``quantity`` only the equations it depends on are computed. Raises ``ZeroDivisionError``
    and ``ValueError`` where a formula has no value.
    """
    equations = method.steps if quantity is None else method.needed_for(quantity)
    state: Step[Value] = _initial(method, Fraction(0), start)
    trace = []
    for t, gradient in enumerate(gradients, start=1):
        inputs: Step[Value] = {**rates, GRADIENT: gradient, STEP: Fraction(t)}
        state = _stepped(equations, state, inputs, exact_function)
        trace.append(state)
    return tuple(trace)


def descent(
    method: Method,
    rates: Mapping[str, float],
    gradient: Callable[[Sequence[float]], Sequence[float]],
    *,
    start: Sequence[float],
    steps: int,
) -> tuple[tuple[Step[float], ...], ...]:
    """Walk down an objective in float64: for every step, one mapping of names a coordinate.

    Raises ``OverflowError`` or ``ZeroDivisionError`` where the walk leaves the numbers.
    """
    states = [_initial(method, 0.0, coordinate) for coordinate in start]
    walk = []
    for t in range(1, steps + 1):
        slopes = gradient([state[PARAMETER] for state in states])
        inputs = ({**rates, GRADIENT: slope, STEP: float(t)} for slope in slopes)
        states = [
            _stepped(method.steps, state, given, float_function)
            for state, given in zip(states, inputs, strict=True)
        ]
        walk.append(tuple(states))
    return tuple(walk)


def _initial(method: Method, zero: T, start: T) -> dict[str, T]:
    return {**dict.fromkeys(method.states, zero), PARAMETER: start}


def _stepped(
    equations: Sequence[Equation],
    state: Step[T],
    inputs: Mapping[str, T],
    function: Callable[[Expression], Evaluator[T]],
) -> dict[str, T]:
    values = {**state, **inputs}
    for equation in equations:
        values[equation.target] = function(equation.expression)(values)
    return values
