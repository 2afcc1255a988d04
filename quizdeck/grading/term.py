"""A number while it is being read: its value, how it was written, and how exactly.

A *literal* is what an exam's answer sheet takes: a number, a number times a power of ten, or one
whole number over another. Everything else is an expression, and remembers why it is no literal.
"""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from quizdeck.expressions import exact
from quizdeck.expressions.exact import Value
from quizdeck.grading.unreadable import Unreadable
from quizdeck.problems.precision import power_of_ten

_TEN = Fraction(10)
_LARGEST_DECIMAL_EXPONENT = 30
_LARGEST_EXPONENT = 64
_MOST_DIGITS = 30  # on each side of the point
_MOST_BITS = 1024  # numerator and denominator together, after every operation
_MOST_ENCLOSURE_BITS = 16 * _MOST_BITS  # the ends of an enclosure hold 160 bits for each root


class Shape(StrEnum):
    """How a number was written."""

    WHOLE = "12"
    DECIMAL = "1.2"
    TEN_POWER = "10^3"
    SCALED = "1.2×10^3"
    FRACTION = "1/2"
    EXPRESSION = "1+2"


class Term(NamedTuple):
    """A value with the spelling that precision and the answer sheet care about.

    ``places`` holds what the last typed digit may be worth, finest first: several for a whole
    number with trailing zeros, none for a value that stands for itself. ``refusal`` is the
    catalogue key that says why an expression is no literal.
    """

    value: Value
    shape: Shape
    places: tuple[Fraction, ...] = ()
    is_signed: bool = False
    refusal: str | None = None


def number(whole: str, point: str, decimals: str, exponent: str) -> Term:
    """Return the number with these ASCII digits; ``exponent`` may be empty or signed."""
    if max(len(whole), len(decimals)) > _MOST_DIGITS:
        raise Unreadable("answer.too_many_digits", limit=_MOST_DIGITS)
    place = _decimal_exponent(exponent) - len(decimals)
    digits = int(whole + decimals)
    written = whole + decimals
    zeros = 0 if point or not digits else len(written) - len(written.rstrip("0"))
    places = tuple(power_of_ten(place + shift) for shift in range(zeros + 1))
    shape = Shape.SCALED if exponent else Shape.DECIMAL if point else Shape.WHOLE
    return Term(digits * power_of_ten(place), shape, places)


def _decimal_exponent(exponent: str) -> int:
    if len(exponent.lstrip("+-0")) > len(str(_LARGEST_DECIMAL_EXPONENT)):
        raise Unreadable("answer.exponent_too_large", limit=_LARGEST_DECIMAL_EXPONENT)
    size = int(exponent or "0")
    if abs(size) > _LARGEST_DECIMAL_EXPONENT:
        raise Unreadable("answer.exponent_too_large", limit=_LARGEST_DECIMAL_EXPONENT)
    return size


def signed(sign: str, term: Term) -> Term:
    """Return ``+term`` or ``-term``."""
    value = exact.negate(term.value) if sign == "-" else term.value
    if term.is_signed:
        return _expression(value, refusal="answer.double_sign")
    return term._replace(value=value, is_signed=True)


def combined(left: Term, operator: str, right: Term) -> Term:
    """Return ``left operator right`` for one of ``+ - * /``."""
    match operator:
        case "+":
            return _expression(exact.add(left.value, right.value))
        case "-":
            return _expression(exact.subtract(left.value, right.value))
        case "*":
            return _product(left, right)
        case _:
            return _quotient(left, right)


def _product(left: Term, right: Term) -> Term:
    value = exact.multiply(left.value, right.value)
    is_mantissa = left.shape in {Shape.WHOLE, Shape.DECIMAL}
    if not is_mantissa or right.shape is not Shape.TEN_POWER or right.is_signed:
        return _expression(value)
    places = tuple(place * right.places[0] for place in left.places)
    return left._replace(value=value, shape=Shape.SCALED, places=places)


def _quotient(left: Term, right: Term) -> Term:
    try:
        value = exact.divide(left.value, right.value)
    except ZeroDivisionError as error:
        raise Unreadable("answer.division_by_zero") from error
    if left.shape is not Shape.WHOLE or right.shape is not Shape.WHOLE:
        return _expression(value)
    if right.is_signed:
        return _expression(value, refusal="answer.sign_below")
    return left._replace(value=_within_limits(value), shape=Shape.FRACTION, places=())


def raised(base: Term, exponent: Term) -> Term:
    """Return ``base`` to a whole power; ten to a power may stand alone or scale a number."""
    power = exponent.value
    if not isinstance(power, Fraction) or power.denominator != 1:
        raise Unreadable("answer.exponent_not_whole")
    is_ten = base.shape is Shape.WHOLE and base.value == _TEN and not base.is_signed
    limit = _LARGEST_DECIMAL_EXPONENT if is_ten else _LARGEST_EXPONENT
    if abs(power) > limit:
        raise Unreadable("answer.exponent_too_large", limit=limit)
    if is_ten and exponent.shape is Shape.WHOLE:
        value = power_of_ten(int(power))
        return Term(value, Shape.TEN_POWER, (value,))
    try:
        return _expression(exact.power(base.value, int(power)))
    except ZeroDivisionError as error:
        raise Unreadable("answer.division_by_zero") from error


def rooted(term: Term) -> Term:
    """Return the square root of ``term``."""
    try:
        return _expression(exact.square_root(term.value))
    except ValueError as error:
        raise Unreadable("answer.root_of_negative") from error


def _expression(value: Value, *, refusal: str = "answer.expression") -> Term:
    return Term(_within_limits(value), Shape.EXPRESSION, refusal=refusal)


def _within_limits(value: Value) -> Value:
    limit = _MOST_BITS if isinstance(value, Fraction) else _MOST_ENCLOSURE_BITS
    for end in {exact.low_of(value), exact.high_of(value)}:
        if end.numerator.bit_length() + end.denominator.bit_length() > limit:
            raise Unreadable("answer.too_big")
    return value
