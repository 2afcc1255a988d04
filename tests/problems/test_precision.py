"""The precision rule a question states, and the decimals it shows."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions.exact import Enclosure, Value, multiply, square_root
from quizdeck.problems.precision import (
    EXACT,
    Precision,
    PrecisionRule,
    decimal_text,
    display,
    exact_text,
    half_up,
    leading_exponent,
    nearest_multiples,
    power_of_ten,
    terminating_decimal,
)


def sigfig(digits: int) -> Precision:
    return Precision(PrecisionRule.SIGNIFICANT, digits)


def places(digits: int) -> Precision:
    return Precision(PrecisionRule.PLACES, digits)


NUMBERS = st.fractions(max_denominator=10**9) | st.builds(
    lambda digits, exponent: digits * power_of_ten(exponent),
    st.integers(-(10**6), 10**6),
    st.integers(-20, 20),
)
UNITS = st.integers(-12, 6).map(power_of_ten)


@pytest.mark.parametrize(
    ("rule", "digits"),
    [
        (PrecisionRule.EXACT, 3),
        (PrecisionRule.SIGNIFICANT, None),
        (PrecisionRule.SIGNIFICANT, 0),
        (PrecisionRule.PLACES, None),
        (PrecisionRule.PLACES, -1),
    ],
)
def test_a_rule_without_its_digits_does_not_exist(rule: PrecisionRule, digits: int | None) -> None:
    with pytest.raises(ValueError, match=rule):
        Precision(rule, digits)


@pytest.mark.parametrize(
    ("value", "precision", "unit"),
    [
        (Fraction(1234), sigfig(3), Fraction(10)),
        (Fraction(1), sigfig(3), Fraction(1, 100)),
        (Fraction(9996, 10000), sigfig(3), Fraction(1, 1000)),
        (Fraction(-2, 3), sigfig(2), Fraction(1, 100)),
        (Fraction(10) ** 400, sigfig(1), Fraction(10) ** 400),
        (Fraction(1, 10**400), sigfig(1), Fraction(1, 10**400)),
        (Fraction(10**400 - 1), sigfig(1), Fraction(10**399)),
        (square_root(Fraction(2)), sigfig(3), Fraction(1, 100)),
        (Fraction(1234), places(2), Fraction(1, 100)),
        (Fraction(0), places(0), Fraction(1)),
        (Fraction(0), sigfig(3), None),
        (Fraction(7, 8), EXACT, None),
    ],
)
def test_a_unit_is_one_step_in_the_last_asked_digit(
    value: Value, precision: Precision, unit: Fraction | None
) -> None:
    assert precision.unit(value) == unit


@given(NUMBERS.filter(bool))
def test_the_first_figure_stands_at_its_exponent(value: Fraction) -> None:
    exponent = leading_exponent(value)
    assert exponent is not None
    assert power_of_ten(exponent) <= abs(value) < power_of_ten(exponent + 1)


def test_a_root_that_cannot_be_told_from_ten_counts_as_ten() -> None:
    root = square_root(Fraction(10))
    assert leading_exponent(multiply(root, root)) == 1
    assert leading_exponent(multiply(Fraction(-1), multiply(root, root))) == 1


@pytest.mark.parametrize(
    ("x", "rounded"),
    [
        (Fraction("0.285"), Fraction("0.29")),
        (Fraction("2.675"), Fraction("2.68")),
        (Fraction("-0.285"), Fraction("-0.29")),
        (Fraction("0.2849999"), Fraction("0.28")),
        (Fraction(0), Fraction(0)),
    ],
)
def test_half_goes_away_from_zero(x: Fraction, rounded: Fraction) -> None:
    assert half_up(x, Fraction(1, 100)) == rounded


@given(NUMBERS, UNITS)
def test_half_up_is_one_of_the_nearest_multiples_and_mirrors(x: Fraction, q: Fraction) -> None:
    assert half_up(x, q) in nearest_multiples(x, q)
    assert half_up(-x, q) == -half_up(x, q)


@given(NUMBERS, UNITS)
def test_the_nearest_multiples_are_all_that_lie_within_half_a_step(
    x: Fraction, q: Fraction
) -> None:
    nearest = nearest_multiples(x, q)
    below = (x // q) * q
    assert list(nearest) == [m for m in (below, below + q) if abs(x - m) * 2 <= q]


@given(NUMBERS, UNITS)
def test_both_neighbours_of_a_tie_are_nearest(x: Fraction, q: Fraction) -> None:
    tie = (x // q) * q + q / 2
    assert nearest_multiples(tie, q) == (tie - q / 2, tie + q / 2)


def test_an_enclosure_rounds_like_the_number_in_it() -> None:
    root = square_root(Fraction(2))
    assert nearest_multiples(root, Fraction(1, 1000)) == (Fraction("1.414"),)
    assert half_up(root, Fraction(1, 100000)) == Fraction("1.41421")
    tie = Enclosure(
        Fraction("0.0125") - Fraction(1, 10**48), Fraction("0.0125") + Fraction(1, 10**48)
    )
    assert nearest_multiples(tie, Fraction(1, 1000)) == (Fraction("0.012"), Fraction("0.013"))


@pytest.mark.parametrize(
    ("value", "precision", "shown"),
    [
        (Fraction(7), EXACT, "7"),
        (Fraction(-7, 8), EXACT, "-0.875"),
        (Fraction(2, 3), EXACT, "2/3"),
        (Fraction("0.12345"), EXACT, "0.12345"),
        (Fraction("0.123456"), EXACT, "1929/15625"),
        (Fraction(123456), EXACT, "123456"),
        (Fraction(0), EXACT, "0"),
        (Fraction(1200000), EXACT, "1200000"),
        (Fraction("1.5e-9"), EXACT, "1.5×10^-9"),
        (Fraction(1, 2), sigfig(3), "0.500"),
        (Fraction(2, 3), sigfig(3), "0.667"),
        (Fraction("0.9996"), sigfig(3), "1.00"),
        (Fraction("-0.285"), sigfig(2), "-0.29"),
        (Fraction(9954), sigfig(2), "10000"),
        (Fraction(12345), sigfig(3), "12300"),
        (Fraction("99.96"), sigfig(3), "100"),
        (Fraction("1.25e-9"), sigfig(3), "1.25×10^-9"),
        (Fraction("-9.999e-9"), sigfig(3), "-1.00×10^-8"),
        (Fraction("9.999e11"), sigfig(3), "1.00×10^12"),
        (Fraction(0), sigfig(3), "0"),
        (Fraction(1, 3), places(3), "0.333"),
        (Fraction("9.9996"), places(3), "10.000"),
        (Fraction(5), places(2), "5.00"),
        (Fraction("0.5"), places(0), "1"),
        (Fraction("0.001"), places(2), "0.00"),
        (square_root(Fraction(2)), sigfig(4), "1.414"),
        (square_root(Fraction(2)), EXACT, "1.41421356237"),
    ],
)
def test_an_answer_is_shown_with_the_digits_asked_for(
    value: Value, precision: Precision, shown: str
) -> None:
    assert display(value, precision) == shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(7), "7.00000000000"),
        (Fraction(7, 8), "0.875000000000"),
        (Fraction(-2, 3), "-0.666666666667"),
        (Fraction(0), "0.00000000000"),
        (Fraction(123456789012345), "1.23456789012e14"),
        (Fraction(123456789012), "123456789012"),
        (Fraction("1.25e-9"), "1.25000000000e-9"),
        (Fraction("0.9999999999996"), "1.00000000000"),
        (square_root(Fraction(2)), "1.41421356237"),
    ],
)
def test_a_decimal_always_has_twelve_significant_digits(value: Value, text: str) -> None:
    assert decimal_text(value) == text


@given(NUMBERS)
def test_a_decimal_is_half_a_unit_away_at_most(value: Fraction) -> None:
    unit = sigfig(12).unit(value) or Fraction(0)
    assert abs(Fraction(decimal_text(value)) - value) * 2 <= unit


def test_an_exact_text_exists_for_fractions_only() -> None:
    assert exact_text(Fraction(7)) == "7"
    assert exact_text(Fraction(-7, 8)) == "-7/8"
    assert exact_text(square_root(Fraction(2))) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), None),
        (Fraction(1, 7 * 8), None),
        (Fraction(1, 64), "0.015625"),
        (Fraction(1, 128), "0.0078125"),
        (Fraction(1, 256), None),
    ],
)
def test_a_decimal_that_never_ends_or_is_too_long_is_not_written(
    value: Fraction, text: str | None
) -> None:
    assert terminating_decimal(value, 5) == text
