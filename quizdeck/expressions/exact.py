"""Exact numbers: fractions, and tight enclosures of the roots that are not fractions."""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

_ROOT_BITS = 160  # relative width of a root's enclosure: about 1e-48


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A real number known to lie between two fractions, ``low < high``."""

    low: Fraction
    high: Fraction


Value = Fraction | Enclosure


def low_of(value: Value) -> Fraction:
    """Return the greatest known lower bound."""
    return value if isinstance(value, Fraction) else value.low


def high_of(value: Value) -> Fraction:
    """Return the least known upper bound."""
    return value if isinstance(value, Fraction) else value.high


def midpoint(value: Value) -> Fraction:
    """Return a fraction within the enclosure's tiny width of the true value."""
    return value if isinstance(value, Fraction) else (value.low + value.high) / 2


def magnitude(value: Value) -> Value:
    """Return the absolute value."""
    if isinstance(value, Fraction):
        return abs(value)
    if value.low >= 0:
        return value
    return negate(value) if value.high <= 0 else Enclosure(Fraction(0), max(-value.low, value.high))


def negate(value: Value) -> Value:
    """Return ``-value``."""
    return -value if isinstance(value, Fraction) else Enclosure(-value.high, -value.low)


def add(left: Value, right: Value) -> Value:
    """Return ``left + right``."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left + right
    return Enclosure(low_of(left) + low_of(right), high_of(left) + high_of(right))


def subtract(left: Value, right: Value) -> Value:
    """Return ``left - right``."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left - right
    return Enclosure(low_of(left) - high_of(right), high_of(left) - low_of(right))


def multiply(left: Value, right: Value) -> Value:
    """Return ``left * right``."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left * right
    corners = [
        a * b for a in (low_of(left), high_of(left)) for b in (low_of(right), high_of(right))
    ]
    return _enclose(min(corners), max(corners))


def divide(left: Value, right: Value) -> Value:
    """Return ``left / right``; raises ``ZeroDivisionError`` where ``right`` may be zero."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left / right
    if low_of(right) <= 0 <= high_of(right):
        raise ZeroDivisionError
    reciprocal = _enclose(1 / high_of(right), 1 / low_of(right))
    return multiply(left, reciprocal)


def power(base: Value, exponent: int) -> Value:
    """Return ``base`` to a whole power; raises ``ZeroDivisionError`` for 0 to a negative one."""
    if isinstance(base, Fraction):
        return base**exponent
    if exponent < 0:
        return divide(Fraction(1), power(base, -exponent))
    if exponent % 2 == 0 and base.low < 0:
        return power(magnitude(base), exponent)
    return _enclose(base.low**exponent, base.high**exponent)


def square_root(value: Value) -> Value:
    """Return the non-negative root: exact where it is rational, else enclosed.

    Raises ``ValueError`` for a negative ``value``.
    """
    if low_of(value) < 0:
        raise ValueError
    return _enclose(_root_bounds(low_of(value))[0], _root_bounds(high_of(value))[1])


def largest(left: Value, right: Value) -> Value:
    """Return the greater of two values."""
    return _enclose(max(low_of(left), low_of(right)), max(high_of(left), high_of(right)))


def may_be_equal(left: Value, right: Value) -> bool:
    """Return whether the two are equal as far as their enclosures can tell."""
    return low_of(left) <= high_of(right) and low_of(right) <= high_of(left)


def _enclose(low: Fraction, high: Fraction) -> Value:
    return low if low == high else Enclosure(low, high)


def _root_bounds(value: Fraction) -> tuple[Fraction, Fraction]:
    numerator, denominator = value.numerator, value.denominator
    top, bottom = isqrt(numerator), isqrt(denominator)
    if top * top == numerator and bottom * bottom == denominator:
        root = Fraction(top, bottom)
        return root, root
    missing_bits = max(0, 2 * _ROOT_BITS - (numerator * denominator).bit_length())
    scale = 1 << ((missing_bits + 1) // 2)
    floor = isqrt(numerator * denominator * scale * scale)
    return Fraction(floor, denominator * scale), Fraction(floor + 1, denominator * scale)
