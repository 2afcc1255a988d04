"""The way to a quantity: which lines have to be computed at which step, and their values."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import count
from typing import TypeVar

from quizdeck.expressions.evaluate import Arithmetic, Evaluator, compiled, exact_function
from quizdeck.expressions.exact import Value
from quizdeck.expressions.ratios import (
    IrrationalError,
    Program,
    Ratio,
    Source,
    constant,
    may_be_irrational,
)
from quizdeck.expressions.tree import Equation, names_in
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.problems.space import Draw

T = TypeVar("T")
Lines = tuple[Equation, ...]

_OFTEN = 8  # from so many walks on, code of its own has paid


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
    found = iter(line_values(method, quantity, draw))
    state: dict[str, Value] = dict(start_of(method, draw.rates, Fraction))
    values = []
    for t, lines in enumerate(way_to(method, quantity, draw.steps), start=1):
        state = {**state, STEP: Fraction(t), **draw.rates, GRADIENT: draw.gradients[t - 1]}
        for line in lines:
            state[line.target] = next(found)
        values.append(state)
    return tuple(values)


def line_values(method: Method, quantity: str, draw: Draw) -> tuple[Value, ...]:
    """Return the exact values of all lines in their order, that of ``quantity`` last.

    Raises as ``values_on_the_way`` does.
    """
    if next(_walks(method, quantity, draw.steps)) < _OFTEN:
        return _walked(method, quantity, draw)
    try:
        ratios = _ratios(method, quantity, draw)
    except IrrationalError:
        return _enclosed(method, quantity, draw)
    return tuple(Fraction(*ratio) for ratio in ratios)


def value_of(method: Method, quantity: str, draw: Draw) -> Value:
    """Return ``quantity`` after the draw's last step; raises as ``values_on_the_way`` does."""
    if next(_walks(method, quantity, draw.steps)) < _OFTEN:
        return _walked(method, quantity, draw)[-1]
    try:
        ratios = _ratios(method, quantity, draw)
    except IrrationalError:
        return _enclosed(method, quantity, draw)[-1]
    return Fraction(*ratios[-1])


@lru_cache(maxsize=4096)
def _walks(_method: Method, _quantity: str, _steps: int) -> Iterator[int]:
    """Count how often a way was walked: code for it takes longer to make than a few walks."""
    return count()


def _enclosed(method: Method, quantity: str, draw: Draw) -> tuple[Value, ...]:
    """Return the values of all lines, where some are no fractions."""
    ratios = _ratios(method, quantity, draw, with_roots=False)
    return _walked(method, quantity, draw, map(_fraction, ratios))


def _fraction(ratio: Ratio) -> Fraction:
    return Fraction(*ratio)


def _walked(
    method: Method, quantity: str, draw: Draw, known: Iterator[Fraction] | None = None
) -> tuple[Value, ...]:
    """Walk step by step; ``known`` are the values of the lines that are certainly fractions."""
    state: dict[str, Value] = dict(start_of(method, draw.rates, Fraction))
    values: list[Value] = []
    for t, lines in enumerate(_line_functions(method, quantity, draw.steps), start=1):
        state |= {STEP: Fraction(t), **draw.rates, GRADIENT: draw.gradients[t - 1]}
        for target, function, has_root in lines:
            value = function(state) if has_root or known is None else next(known)
            state[target] = value
            values.append(value)
    return tuple(values)


def _ratios(
    method: Method, quantity: str, draw: Draw, *, with_roots: bool = True
) -> tuple[Ratio, ...]:
    program = _program(method, quantity, draw.steps, tuple(draw.rates), with_roots)
    return program(draw.rates, draw.gradients)


@lru_cache(maxsize=4096)
def _program(
    method: Method,
    quantity: str,
    steps: int,
    rates: tuple[str, ...],
    with_roots: bool,  # noqa: FBT001 - a part of the key
) -> Program:
    """Return the way as one function over numerators and denominators, without roots or whole."""
    source = Source()
    way = _marked_way(method, quantity, steps)
    read = frozenset().union(*(names_in(line.expression) for lines in way for line, _ in lines))
    given = {name: source.rate(name) for name in rates if {name, name.removesuffix("0")} & read}
    names = dict(start_of(method, given, constant))
    for t, lines in enumerate(way, start=1):
        names |= {STEP: constant(Fraction(t)), **given, GRADIENT: source.gradient(t - 1)}
        for line, has_root in lines:
            if with_roots or not has_root:
                names[line.target] = source.line(line.expression, names)
    return source.program()


@lru_cache(maxsize=4096)
def _line_functions(
    method: Method, quantity: str, steps: int
) -> tuple[tuple[tuple[str, Evaluator[Value], bool], ...], ...]:
    return tuple(
        tuple((line.target, exact_function(line.expression), has_root) for line, has_root in lines)
        for lines in _marked_way(method, quantity, steps)
    )


@lru_cache(maxsize=4096)
def _marked_way(
    method: Method, quantity: str, steps: int
) -> tuple[tuple[tuple[Equation, bool], ...], ...]:
    """Return the way with every line marked if it may be no fraction."""
    rooted: set[str] = set()
    marked = []
    for lines in way_to(method, quantity, steps):
        marks = []
        for line in lines:
            has_root = may_be_irrational(line.expression, rooted)
            rooted = rooted | {line.target} if has_root else rooted - {line.target}
            marks.append((line, has_root))
        marked.append(tuple(marks))
    return tuple(marked)


def start_of(
    method: Method, given: Mapping[str, T], number: Callable[[Fraction], T]
) -> Mapping[str, T]:
    """Return the parameter and the states before the first step: ``v0`` where it is given."""
    starts = {**method.initial_values, PARAMETER: Fraction(0)}
    return {
        name: given[f"{name}0"] if f"{name}0" in given else number(value)
        for name, value in starts.items()
    }


def compiled_way(
    method: Method, quantity: str, steps: int, arithmetic: Arithmetic[T]
) -> tuple[tuple[tuple[str, Evaluator[T]], ...], ...]:
    """Return the way with every line as a function over one kind of numbers."""
    return tuple(
        tuple((line.target, compiled(line.expression, arithmetic)) for line in lines)
        for lines in way_to(method, quantity, steps)
    )
