"""Turn a formula into a function of its names, over exact values or over floats."""

import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Generic, TypeVar

from quizdeck.expressions import exact
from quizdeck.expressions.exact import Value, midpoint
from quizdeck.expressions.tree import (
    Binary,
    Call,
    Expression,
    Function,
    Name,
    Negation,
    Number,
    Operator,
)

T = TypeVar("T")
Evaluator = Callable[[Mapping[str, T]], T]


@dataclass(frozen=True, eq=False)
class Arithmetic(Generic[T]):
    """One kind of numbers and what can be done with them."""

    number: Callable[[Fraction], T]
    negate: Callable[[T], T]
    binary: Mapping[Operator, Callable[[T, T], T]]
    functions: Mapping[Function, Callable[..., T]]


def _exact_power(base: Value, exponent: Value) -> Value:
    if not isinstance(exponent, Fraction) or exponent.denominator != 1:
        raise ValueError
    return exact.power(base, exponent.numerator)


EXACT: Arithmetic[Value] = Arithmetic(
    number=lambda value: value,
    negate=exact.negate,
    binary={
        Operator.ADD: exact.add,
        Operator.SUBTRACT: exact.subtract,
        Operator.MULTIPLY: exact.multiply,
        Operator.DIVIDE: exact.divide,
        Operator.POWER: _exact_power,
    },
    functions={
        Function.SQUARE_ROOT: exact.square_root,
        Function.MAGNITUDE: exact.magnitude,
        Function.MAXIMUM: exact.largest,
        Function.FLOOR: exact.whole_part,
        Function.COSINE: exact.cosine_of_half_turns,
        Function.STEPS_UNTIL: exact.steps_until,
    },
)


def _float_steps_until(decay: float, bound: float) -> float:
    return float(midpoint(exact.steps_until(Fraction(decay), Fraction(bound))))


FLOAT: Arithmetic[float] = Arithmetic(
    number=float,
    negate=operator.neg,
    binary={
        Operator.ADD: operator.add,
        Operator.SUBTRACT: operator.sub,
        Operator.MULTIPLY: operator.mul,
        Operator.DIVIDE: operator.truediv,
        Operator.POWER: math.pow,
    },
    functions={
        Function.SQUARE_ROOT: math.sqrt,
        Function.MAGNITUDE: abs,
        Function.MAXIMUM: max,
        Function.FLOOR: math.floor,
        Function.COSINE: lambda half_turns: math.cos(math.pi * half_turns),
        Function.STEPS_UNTIL: _float_steps_until,
    },
)


def evaluate_exact(expression: Expression, values: Mapping[str, Value]) -> Value:
    """Return the exact value of ``expression``.

    Raises ``ZeroDivisionError`` for a division by zero, ``ValueError`` for the root of a negative
    number or a power that is not whole, ``KeyError`` for a name without a value.
    """
    return exact_function(expression)(values)


@lru_cache(maxsize=1024)
def exact_function(expression: Expression) -> Evaluator[Value]:
    """Return ``expression`` as a function of exact values; raises as ``evaluate_exact`` does."""
    return compiled(expression, EXACT)


@lru_cache(maxsize=1024)
def float_function(expression: Expression) -> Evaluator[float]:
    """Return ``expression`` as a function of floats.

    Raises ``ZeroDivisionError``, ``ValueError`` and ``OverflowError`` as Python's arithmetic does.
    """
    return compiled(expression, FLOAT)


def compiled(expression: Expression, arithmetic: Arithmetic[T]) -> Evaluator[T]:
    """Return ``expression`` as a function over one kind of numbers."""
    match expression:
        case Number(value):
            constant = arithmetic.number(value)
            return lambda _values: constant
        case Name(name):
            return operator.itemgetter(name)
        case Negation(operand):
            inner, negate = compiled(operand, arithmetic), arithmetic.negate
            return lambda values: negate(inner(values))
        case Binary(sign, left, right):
            combine = arithmetic.binary[sign]
            first, second = compiled(left, arithmetic), compiled(right, arithmetic)
            return lambda values: combine(first(values), second(values))
        case Call(function, arguments):
            apply = arithmetic.functions[function]
            parts = tuple(compiled(argument, arithmetic) for argument in arguments)
            return lambda values: apply(*(part(values) for part in parts))
