"""Exact numbers: fractions, and tight enclosures of the roots that are not fractions."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor, isqrt

_ROOT_BITS = 160  # relative width of a root's enclosure: about 1e-48
MOST_STEPS = 1000
# Niven: the only rational cosines of rational angles, by the angle in sixths of a half turn.
_COSINES = {0: Fraction(1), 2: Fraction(1, 2), 3: Fraction(0), 4: Fraction(-1, 2), 6: Fraction(-1)}
_PI = Fraction("3.14159265358979323846264338327950288419716939937511")
_COSINE_TERMS = 30  # the next one is below 1e-50
_COSINE_ERROR = Fraction(1, 10**46)


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
    if isinstance(left, Fraction):
        return left * right if isinstance(right, Fraction) else _scaled(right, left)
    if isinstance(right, Fraction):
        return _scaled(left, right)
    corners = [a * b for a in (left.low, left.high) for b in (right.low, right.high)]
    return _enclose(min(corners), max(corners))


def _scaled(value: Enclosure, factor: Fraction) -> Value:
    low, high = value.low * factor, value.high * factor
    return _enclose(low, high) if factor >= 0 else _enclose(high, low)


def divide(left: Value, right: Value) -> Value:
    """Return ``left / right``; raises ``ZeroDivisionError`` where ``right`` may be zero."""
    if isinstance(right, Fraction):
        return left / right if isinstance(left, Fraction) else _scaled(left, 1 / right)
    if right.low <= 0 <= right.high:
        raise ZeroDivisionError
    return multiply(left, Enclosure(1 / right.high, 1 / right.low))


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


def whole_part(value: Value) -> Fraction:
    """Return the greatest whole number that is not above ``value``.

    Raises ``ValueError`` for an enclosure that holds a whole number.
    """
    whole = floor(low_of(value))
    if whole != floor(high_of(value)):
        raise ValueError
    return Fraction(whole)


def cosine_of_half_turns(half_turns: Value) -> Value:
    """Return the cosine of π times ``half_turns``: exact where it is rational, else enclosed.

    Raises ``ValueError`` for an enclosure.
    """
    if not isinstance(half_turns, Fraction):
        raise ValueError  # noqa: TRY004 - a number without this value, like the root of -1
    from_even = abs((half_turns + 1) % 2 - 1)
    if 6 * from_even in _COSINES:
        return _COSINES[int(6 * from_even)]
    cosine = _cosine_series((_PI * from_even) ** 2)
    return Enclosure(cosine - _COSINE_ERROR, cosine + _COSINE_ERROR)


def _cosine_series(square: Fraction) -> Fraction:
    term, total = Fraction(1), Fraction(0)
    for k in range(_COSINE_TERMS):
        total += term
        term *= -square / ((2 * k + 1) * (2 * k + 2))
    return total


def steps_until(decay: Value, bound: Value) -> Fraction:
    """Return the smallest whole ``t`` from 1 on with ``decay**t <= bound``.

    Raises ``ValueError`` unless both lie between 0 and 1, for numbers that are no fractions, and
    beyond 1000 steps.
    """
    if not (isinstance(decay, Fraction) and isinstance(bound, Fraction)):
        raise ValueError  # noqa: TRY004 - a number without this value, like the root of -1
    if not (0 < decay < 1 and 0 < bound < 1):
        raise ValueError
    power_so_far = decay
    for t in range(1, MOST_STEPS + 1):
        if power_so_far <= bound:
            return Fraction(t)
        power_so_far *= decay
    raise ValueError


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
