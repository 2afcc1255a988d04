"""A number known in float64 is shown as the exact number, or not at all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.problems.near_display import is_near_fraction, significant_text
from quizdeck.problems.precision import (
    Precision,
    PrecisionRule,
    display,
    power_of_ten,
    terminating_decimal,
)

NUMBERS = st.fractions(max_denominator=10**6) | st.builds(
    lambda digits, exponent: digits * power_of_ten(exponent),
    st.integers(-99_999, 99_999),
    st.integers(-20, 20),
)
FIGURES = st.integers(1, 5)
ERRORS = st.integers(-10, 10).map(lambda n: Fraction(n, 10**10))


@given(NUMBERS, ERRORS, FIGURES)
def test_what_is_shown_is_what_the_exact_number_shows(
    number: Fraction, error: Fraction, figures: int
) -> None:
    text = significant_text(float(number * (1 + error)), figures)
    assert text in {None, display(number, Precision(PrecisionRule.SIGNIFICANT, figures))}


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.12345, "0.123"), (-9.999, "-10.0"), (123456.0, "123000"), (2e-9, "2.00×10^-9")],
)
def test_most_numbers_are_shown(value: float, text: str) -> None:
    assert significant_text(value, 3) == text


@pytest.mark.parametrize("value", [0.0, 0.12350000000001, 1.2449999999999])
def test_nothing_is_said_of_zero_and_of_what_is_near_a_tie(value: float) -> None:
    assert significant_text(value, 3) is None


@given(NUMBERS.filter(bool), ERRORS)
def test_every_short_number_is_recognised(number: Fraction, error: Fraction) -> None:
    if number.denominator <= 30 or terminating_decimal(number, 4) is not None:
        assert is_near_fraction(float(number * (1 + error)), 30, 4)


@pytest.mark.parametrize("value", [0.0967, 1 / 30, 2 / 29, 12.5])
def test_short(value: float) -> None:
    assert is_near_fraction(value, 30, 4)


@pytest.mark.parametrize("value", [1 / 31, 0.12345, 2**0.5])
def test_not_short(value: float) -> None:
    assert not is_near_fraction(value, 30, 4)
