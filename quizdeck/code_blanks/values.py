"""What code computes: exact values that cannot grow without end."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import wraps

from quizdeck.code_blanks.grammar import LARGEST_EXPONENT, Code
from quizdeck.expressions import exact
from quizdeck.expressions.evaluate import EXACT, Arithmetic, Evaluator, compiled
from quizdeck.expressions.exact import Value, high_of, low_of
from quizdeck.expressions.tree import Expression, Operator

RESULT = ""  # the name of the value of an expression that is not assigned

_MOST_BITS = 20_000
_HALF = Fraction(1, 2)
_SHARP = Fraction(1, 2**80)


def outcome(code: Code, state: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return the value of every quantity that ``code`` writes, starting from ``state``.

    Raises ``ZeroDivisionError``, ``ValueError`` and ``OverflowError`` where there is none.
    """
    if code.expression is not None:
        return {RESULT: _function(code.expression)(state)}
    values = dict(state)
    for step in code.assignments:
        values.update(
            zip(step.targets, [_function(part)(values) for part in step.expressions], strict=True)
        )
    return {target: values[target] for target in code.targets}


def are_same(left: Value, right: Value) -> bool | None:
    """Return whether two values are equal; None where their enclosures are too wide to tell."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left == right
    if not exact.may_be_equal(left, right):
        return False
    return True if _is_sharp(left) and _is_sharp(right) else None


def _is_sharp(value: Value) -> bool:
    return high_of(value) - low_of(value) <= _SHARP * max(Fraction(1), abs(low_of(value)))


def _limited(operation: Callable[..., Value]) -> Callable[..., Value]:
    @wraps(operation)
    def limited(*operands: Value) -> Value:
        value = operation(*operands)
        if _bits(value) > _MOST_BITS:
            raise OverflowError
        return value

    return limited


def _bits(value: Value) -> int:
    ends = (low_of(value), high_of(value))
    return max(part.bit_length() for end in ends for part in (end.numerator, end.denominator))


def _power(base: Value, exponent: Value) -> Value:
    """Return a whole power, or one of the root: code writes ``v ** 0.5`` as well."""
    if not isinstance(exponent, Fraction):
        raise ValueError  # noqa: TRY004 - a number without this value, like the root of -1
    if exponent.denominator == _HALF.denominator:
        return _power(exact.square_root(base), exponent / _HALF)
    if exponent.denominator != 1:
        raise ValueError
    if abs(exponent) > LARGEST_EXPONENT:
        raise OverflowError
    return exact.power(base, exponent.numerator)


_LIMITED: Arithmetic[Value] = replace(
    EXACT,
    binary={
        operator: _limited(_power if operator is Operator.POWER else operation)
        for operator, operation in EXACT.binary.items()
    },
)


def _function(expression: Expression) -> Evaluator[Value]:
    return compiled(expression, _LIMITED)
