"""The precision rule as claims about a reading and the true value.

``rounds to`` means: is a nearest multiple of a unit. On an exact tie both neighbours are, so
neither half-up nor half-even is ever marked wrong. No tolerance takes part.
"""

from fractions import Fraction

from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.grading.reading import Reading
from quizdeck.problems.precision import (
    Precision,
    half_up,
    leading_exponent,
    nearest_multiples,
    power_of_ten,
)

_ROUNDING_BAND = Fraction(3, 2)  # units in the last asked digit


def is_correct(reading: Reading, value: Value, precision: Precision) -> bool:
    """Return whether the reading states ``value`` as ``precision`` asks; more digits may follow.

    Everything accepted lies within one unit of ``value``.
    """
    if is_same(reading.value, value):
        return True
    unit = precision.unit(value)
    if unit is None or _distance(reading.value, value) > unit:
        return False
    if _rounds_to(value, reading.value, unit):
        return True
    finer = _finer_unit(reading, unit, precision)
    places = [place for place in reading.places if place <= finer]
    if reading.places and not places:
        return False
    return _rounds_to(value, half_up(reading.value, finer), finer) or any(
        _rounds_to(value, reading.value, place) for place in places
    )


def has_too_few_digits(reading: Reading, value: Value, precision: Precision) -> bool:
    """Return whether the reading is ``value`` rounded more coarsely than ``precision`` asks.

    At least the first figure must be there: neither 0 nor 10 is a rounding of 7.
    """
    first = leading_exponent(value)
    if first is None or not reading.places:
        return False
    unit = precision.unit(value)
    if unit is None:
        # Under ``exact``, 20 is a wrong 18, not a rounding of it.
        coarse = reading.places[:1]
    else:
        finer = _finer_unit(reading, unit, precision)
        coarse = tuple(place for place in reading.places if place > finer)
    first_place = power_of_ten(first)
    if not coarse or _distance(reading.value, value) > first_place:
        return False
    return any(_rounds_to(value, reading.value, min(place, first_place)) for place in coarse)


def states_in_full(reading: Reading, value: Value, precision: Precision) -> bool:
    """Return whether the reading is correct for ``value`` and carries every digit asked for."""
    if not is_correct(reading, value, precision):
        return False
    unit = precision.unit(value)
    if unit is None or not reading.places:
        return True
    # 1.00 states 0.9996 in full, although its last digit stands one place higher.
    return reading.places[0] <= max(unit, precision.unit(reading.value) or unit)


def is_rounding_slip(reading: Reading, value: Value, precision: Precision) -> bool:
    """Return whether the reading is off by no more than one and a half units."""
    unit = precision.unit(value)
    if unit is None:
        return False
    finer = _finer_unit(reading, unit, precision)
    return _distance(reading.value, value) <= _ROUNDING_BAND * finer


def is_same(left: Value, right: Value) -> bool:
    """Return whether two numbers are equal as far as their enclosures can tell."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left == right
    return may_be_equal(left, right)


def _finer_unit(reading: Reading, unit: Fraction, precision: Precision) -> Fraction:
    """At a power of ten the two units differ; the coarser would take 10200 for 9954."""
    return min(unit, precision.unit(reading.value) or unit)


def _rounds_to(value: Value, rounded: Value, unit: Fraction) -> bool:
    return any(is_same(rounded, multiple) for multiple in nearest_multiples(value, unit))


def _distance(left: Value, right: Value) -> Fraction:
    return abs(midpoint(left) - midpoint(right))
