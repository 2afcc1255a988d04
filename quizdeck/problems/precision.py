"""The precision rule that a question states, and decimals rounded by it.

Rounding is half up as taught at school (四捨五入): a tie goes away from zero. No float takes part.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import floor, log10

from quizdeck.expressions.exact import Value, midpoint

PLAIN_EXPONENTS = range(-7, 12)  # leading digits at these places are written without ×10^k
_EXACT_SIGNIFICANT = 5  # more figures than this are easier to read as a fraction


class PrecisionRule(StrEnum):
    """How exactly an answer is asked for."""

    EXACT = "exact"
    SIGNIFICANT = "sigfig"
    PLACES = "dp"


@dataclass(frozen=True, slots=True)
class Precision:
    """A rule with its number of significant figures or decimal places; None under ``exact``.

    Raises ``ValueError`` for a number of digits that the rule cannot have.
    """

    rule: PrecisionRule
    digits: int | None = None

    def __post_init__(self) -> None:
        least = {PrecisionRule.SIGNIFICANT: 1, PrecisionRule.PLACES: 0}.get(self.rule)
        if (least is None) != (self.digits is None) or (self.digits or 0) < (least or 0):
            raise ValueError(self.rule, self.digits)

    def unit(self, value: Value) -> Fraction | None:
        """Return what one step in the last asked digit of ``value`` is worth.

        None where only the very value will do: under ``exact``, and for a zero, which has no
        significant figures.
        """
        if self.digits is None:
            return None
        if self.rule is PrecisionRule.PLACES:
            return power_of_ten(-self.digits)
        exponent = leading_exponent(value)
        return None if exponent is None else power_of_ten(exponent + 1 - self.digits)


EXACT = Precision(PrecisionRule.EXACT)


@lru_cache(maxsize=256)
def power_of_ten(exponent: int) -> Fraction:
    """Return ten to a whole power of either sign."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def leading_exponent(value: Value) -> int | None:
    """Return the place of the first figure: 0 for 7.5, -3 for 0.002; None for zero.

    An enclosure that cannot be told from a power of ten counts as having reached it.
    """
    end = value if isinstance(value, Fraction) else max(value.low, value.high, key=abs)
    numerator, denominator = abs(end.numerator), end.denominator
    if numerator == 0:
        return None
    estimate = floor(log10(numerator) - log10(denominator))
    # The logarithms may be off by a rounding at a power of ten, and only there.
    for exponent in (estimate + 1, estimate):
        if numerator * 10 ** max(0, -exponent) >= denominator * 10 ** max(0, exponent):
            return exponent
    return estimate - 1


def half_up(x: Value, q: Fraction) -> Fraction:
    """Return the multiple of ``q`` nearest to ``x``, a tie going away from zero."""
    middle = midpoint(x)
    steps = floor(abs(middle) / q + Fraction(1, 2))
    return q * (steps if middle >= 0 else -steps)


def nearest_multiples(x: Value, q: Fraction) -> tuple[Fraction, ...]:
    """Return the multiples of ``q`` nearest to ``x`` in ascending order: two on an exact tie.

    An enclosure that holds a tie counts as one.
    """
    if isinstance(x, Fraction):
        return _nearest_to_fraction(x, q)
    below, above = _nearest_to_fraction(x.low, q)[0], _nearest_to_fraction(x.high, q)[-1]
    return (below,) if below == above else (below, above)


def _nearest_to_fraction(x: Fraction, q: Fraction) -> tuple[Fraction, ...]:
    width = x.denominator * q.numerator
    steps, rest = divmod(x.numerator * q.denominator, width)
    if 2 * rest < width:
        return (q * steps,)
    if 2 * rest > width:
        return (q * (steps + 1),)
    return (q * steps, q * (steps + 1))


def display(value: Value, precision: Precision) -> str:
    """Return ``value`` as the answer is shown: ``0.500``, ``2/3``, ``1.25×10^-9``.

    Typed back, it is always correct. Under ``exact`` a decimal of at most five figures, else a
    fraction; a value that is neither is given to twelve figures.
    """
    if precision.rule is PrecisionRule.EXACT:
        return _exact_display(value)
    unit = precision.unit(value)
    return "0" if unit is None else rounded_decimal(value, precision, unit)


def rounded_decimal(value: Value, precision: Precision, unit: Fraction) -> str:
    """Return ``value`` half up at ``unit``, with as many digits as ``precision`` asks for."""
    rounded = half_up(value, unit)
    # 0.9996 to three figures is 1.00, not 1.000: rounding may carry into a new place.
    return _decimal(rounded, precision.unit(rounded) or unit)


def decimal_text(value: Value, significant: int = 12) -> str:
    """Return a decimal of so many significant digits: ``7.00000000000``, ``1.25000000000e-9``."""
    precision = Precision(PrecisionRule.SIGNIFICANT, significant)
    unit = precision.unit(value) or power_of_ten(1 - significant)
    return rounded_decimal(value, precision, unit).replace("×10^", "e")


def exact_text(value: Value) -> str | None:
    """Return ``7`` or ``7/8``; None for a number that is no fraction."""
    return str(value) if isinstance(value, Fraction) else None


def terminating_decimal(value: Fraction, most_significant: int) -> str | None:
    """Return the whole decimal of ``value``; None where it never ends or has too many figures."""
    places = _decimal_places(value.denominator)
    if places is None:
        return None
    digits = str(abs(value.numerator) * 10**places // value.denominator)
    figures = digits.strip("0")
    if len(figures) > most_significant:
        return None
    sign, exponent = "-" if value.numerator < 0 else "", len(digits) - 1 - places
    if exponent in PLAIN_EXPONENTS:
        return sign + _with_point(digits, places)
    return f"{sign}{_with_point(figures, len(figures) - 1)}×10^{exponent}"


def _exact_display(value: Value) -> str:
    if not isinstance(value, Fraction):
        return decimal_text(value)
    return terminating_decimal(value, _EXACT_SIGNIFICANT) or str(value)


@lru_cache(maxsize=1024)
def _decimal_places(denominator: int) -> int | None:
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _decimal(value: Fraction, unit: Fraction) -> str:
    """Write a multiple of ``unit``, a power of ten, down to the place of ``unit``."""
    exponent = leading_exponent(value)
    if exponent is None or exponent in PLAIN_EXPONENTS:
        return _positional(value, unit)
    scale = power_of_ten(exponent)
    return f"{_positional(value / scale, unit / scale)}×10^{exponent}"


def _positional(value: Fraction, unit: Fraction) -> str:
    places = len(str(unit.denominator)) - 1
    digits = str(abs(value.numerator) * 10**places // value.denominator)
    return ("-" if value.numerator < 0 else "") + _with_point(digits, places)


def _with_point(digits: str, places: int) -> str:
    if not places:
        return digits
    digits = digits.rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"
