"""The numbers that claims are about, step by step, each between two bounds.

A walk of one sequence of gradients is exact up to ``EXACT_STEPS``, where every formula has an exact
value. Any other is walked in float64, and a number ``x`` then stands for all that lie within
``1e-9 * |x| + 1e-15`` of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizdeck.banks.claims import Walk
from quizdeck.code_blanks.grammar import Code
from quizdeck.code_blanks.values import RESULT, outcome
from quizdeck.expressions.evaluate import Arithmetic, Evaluator, compiled
from quizdeck.expressions.exact import Value, high_of, low_of
from quizdeck.expressions.parse import parse_expression
from quizdeck.expressions.tree import Equation, Expression, Function, Operator, names_in
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.optimizers.objectives import objective_by_id
from quizdeck.optimizers.registry import method_by_id
from quizdeck.optimizers.trace import exact_trace
from quizdeck.problems.stream import Stream

EXACT_STEPS = 200
RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE = 1e-9, 1e-15
_READ = "read_by_the_claim"
_NO_VALUE = (ArithmeticError, ValueError)
_LARGEST_DRAW = 3000  # thousandths
_SCALES = (1.0, 0.01, 30.0)  # of the gradients of one random walk after the other

Bounds = NDArray[Any]  # a row a step, a column a walk; exact fractions or float64
_Array = NDArray[np.float64]


class NoValueError(Exception):
    """A formula has no value at a ``step``."""

    def __init__(self, step: int) -> None:
        self.step = step
        super().__init__(step)


@dataclass(frozen=True)
class Series:
    """The bounds of one formula's values, equal where a value is an exact fraction."""

    low: Bounds
    high: Bounds

    def negated(self) -> "Series":
        """Return the series of the negative values."""
        return Series(-self.high, -self.low)


def series_of(walk: Walk, formulas: Sequence[str], *, least_steps: int = 1) -> tuple[Series, ...]:
    """Return the values of every formula; as many steps as the walk has, or ``least_steps``.

    Given gradients are never more than they are. Raises ``NoValueError``.
    """
    expressions = tuple(map(parse_expression, formulas))
    names = frozenset().union(*map(names_in, expressions))
    method = _reading(method_by_id(walk.method), names)
    steps = _step_count(walk, least_steps)
    single = _single_gradients(walk, steps)
    if single and steps <= EXACT_STEPS and not any(map(_is_slow_exactly, formulas)):
        try:
            return _exact_series(method, walk, single, expressions)
        except _NO_VALUE:
            pass  # a power that is not whole has a value all the same
    return _float_series(method, walk, steps, expressions)


def value_of(formula: str) -> tuple[Fraction | float, Fraction | float]:
    """Return the bounds of a formula without names; raises ``NoValueError``."""
    expression = parse_expression(formula)
    if not _is_slow_exactly(formula):
        try:
            exact = outcome(Code(expression), {})[RESULT]
        except _NO_VALUE:
            pass
        else:
            return low_of(exact), high_of(exact)
    low, high = _bounds(np.asarray(_valued(compiled(expression, _ARRAYS), {}, 1)))
    return float(low), float(high)


def _step_count(walk: Walk, least: int) -> int:
    return min(walk.steps, len(walk.gradients)) if walk.gradients else max(walk.steps, least)


def _single_gradients(walk: Walk, steps: int) -> tuple[Fraction, ...]:
    """Return the gradients of every step where there is but one sequence of them."""
    if walk.constant is not None:
        return (walk.constant,) * steps
    return walk.gradients[:steps]


def _is_slow_exactly(formula: str) -> bool:
    return Function.STEPS_UNTIL in formula  # it tries one power after the other


def _reading(method: Method, names: frozenset[str]) -> Method:
    """Return ``method`` with a line that reads ``names``, so that nothing else is computed."""
    return replace(method, lines=(*method.lines, f"{_READ} = {' + '.join(sorted(names)) or '0'}"))


def _exact_series(
    method: Method, walk: Walk, gradients: Sequence[Fraction], expressions: Sequence[Expression]
) -> tuple[Series, ...]:
    trace = exact_trace(method, walk.rates, gradients, start=walk.theta, quantity=_READ)
    return tuple(
        _series([outcome(Code(expression), state)[RESULT] for state in trace])
        for expression in expressions
    )


def _series(values: Sequence[Value]) -> Series:
    low, high = [low_of(value) for value in values], [high_of(value) for value in values]
    return Series(np.array(low, dtype=object)[:, None], np.array(high, dtype=object)[:, None])


def _float_series(
    method: Method, walk: Walk, steps: int, expressions: Sequence[Expression]
) -> tuple[Series, ...]:
    functions = [compiled(expression, _ARRAYS) for expression in expressions]
    rows: list[list[_Array]] = [[] for _ in functions]
    for step, state in _walked(method, walk, steps):
        for row, function in zip(rows, functions, strict=True):
            row.append(_valued(function, state, step))
    width = max(len(np.atleast_1d(value)) for row in rows for value in row)
    tables = (np.array([np.broadcast_to(value, width) for value in row]) for row in rows)
    return tuple(Series(*_bounds(table)) for table in tables)


def _valued(function: Evaluator[_Array], state: Mapping[str, _Array], step: int) -> _Array:
    """Return the value of ``function``; raises ``NoValueError`` where it is no finite number."""
    value = _computed(function, state, step)
    if not np.all(np.isfinite(value)):
        raise NoValueError(step)
    return value


def _computed(function: Evaluator[_Array], state: Mapping[str, _Array], step: int) -> _Array:
    try:
        with np.errstate(divide="raise", invalid="raise", over="ignore", under="ignore"):
            return function(state)
    except _NO_VALUE as error:
        raise NoValueError(step) from error


def _bounds(table: _Array) -> tuple[_Array, _Array]:
    tolerance = RELATIVE_TOLERANCE * np.abs(table) + ABSOLUTE_TOLERANCE
    return table - tolerance, table + tolerance


def _walked(method: Method, walk: Walk, steps: int) -> Iterator[tuple[int, Mapping[str, _Array]]]:
    """Yield every step with the values of all names, one number a walk or coordinate."""
    source = _source(method, walk, steps)
    rates = {name: _number(rate) for name, rate in walk.rates.items()}
    initial = {name: _number(value) for name, value in method.initial_values.items()}
    state: Mapping[str, _Array] = {**rates, **initial, PARAMETER: source.start}
    lines = [(e.target, compiled(e.expression, _ARRAYS)) for e in source.equations]
    for step in range(1, steps + 1):
        values = {**state, GRADIENT: source.gradient(step, state), STEP: _number(step)}
        for target, function in lines:
            values[target] = _computed(function, values, step)
        state = values
        yield step, state


@dataclass(frozen=True)
class _Source:
    """Where a walk starts, its gradients step by step, and what has to be computed of a step."""

    start: _Array
    gradient: Callable[[int, Mapping[str, _Array]], _Array]
    equations: Sequence[Equation]


def _source(method: Method, walk: Walk, steps: int) -> _Source:
    if walk.objective is not None:
        # the next gradient depends on where the walk is, and so on everything
        objective, point = objective_by_id(walk.objective), compiled(method.gradient_at, _ARRAYS)

        def slopes(step: int, state: Mapping[str, _Array]) -> _Array:
            at = _valued(point, state, step)
            return _computed(lambda _state: np.array(objective.gradient(list(at))), state, step)

        return _Source(np.array(objective.start), slopes, method.steps)
    table: _Array = (
        _drawn(walk.method, walk.random, steps)
        if walk.random is not None
        else np.array([[_number(g)] for g in _single_gradients(walk, steps)])
    )
    return _Source(
        _number(walk.theta), lambda step, _state: table[step - 1], method.needed_for(_READ)
    )


def _drawn(method: str, walks: int, steps: int) -> _Array:
    """Return random gradients of either sign, the same for ever: a row a step, a column a walk."""
    stream = Stream("claim", method, walks)
    drawn = [
        [stream.below(2 * _LARGEST_DRAW + 1) - _LARGEST_DRAW for _ in range(walks)]
        for _ in range(steps)
    ]
    scales = np.array([_SCALES[walk % len(_SCALES)] for walk in range(walks)])
    return np.asarray(np.array(drawn) / 1000 * scales)


def _number(value: Fraction | int) -> _Array:
    try:
        return np.asarray(float(value))
    except OverflowError:
        return np.asarray(np.inf)


def _steps_until(decay: _Array, bound: _Array) -> _Array:
    steps = np.ceil(np.log(bound) / np.log(decay) - RELATIVE_TOLERANCE)
    return np.asarray(np.maximum(1.0, steps))


_ARRAYS: Arithmetic[_Array] = Arithmetic(
    number=_number,
    negate=np.negative,
    binary={
        Operator.ADD: np.add,
        Operator.SUBTRACT: np.subtract,
        Operator.MULTIPLY: np.multiply,
        Operator.DIVIDE: np.divide,
        Operator.POWER: np.power,
    },
    functions={
        Function.SQUARE_ROOT: np.sqrt,
        Function.MAGNITUDE: np.abs,
        Function.MAXIMUM: np.maximum,
        Function.FLOOR: np.floor,
        Function.COSINE: lambda half_turns: np.cos(np.pi * half_turns),
        Function.STEPS_UNTIL: _steps_until,
    },
)
