import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions import exact
from quizdeck.expressions.exact import Enclosure, Value

fractions = st.fractions(min_value=-50, max_value=50, max_denominator=60)
positive = st.fractions(min_value=Fraction(1, 60), max_value=50, max_denominator=60)


@given(positive)
def test_the_root_of_a_square_is_exact(value: Fraction) -> None:
    assert exact.square_root(value * value) == value


@given(positive)
def test_a_root_lies_in_its_enclosure(value: Fraction) -> None:
    root = exact.square_root(value)
    assert exact.low_of(root) ** 2 <= value <= exact.high_of(root) ** 2
    width = exact.high_of(root) - exact.low_of(root)
    assert width <= exact.high_of(root) * Fraction(1, 10**40)


@given(positive, fractions, fractions)
def test_arithmetic_with_roots_encloses_the_true_value(
    radicand: Fraction, factor: Fraction, addend: Fraction
) -> None:
    root = exact.square_root(radicand)
    value = exact.add(exact.multiply(root, factor), addend)
    expected = math.sqrt(radicand) * float(factor) + float(addend)
    assert float(exact.midpoint(value)) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@given(positive)
def test_a_root_squared_may_be_its_radicand_again(value: Fraction) -> None:
    root = exact.square_root(value)
    assert exact.may_be_equal(exact.power(root, 2), value)
    assert exact.may_be_equal(exact.multiply(root, root), value)
    assert exact.may_be_equal(exact.divide(value, root), root)


def test_a_tiny_number_keeps_its_figures() -> None:
    root = exact.square_root(Fraction(2, 10**30))
    assert float(exact.midpoint(root)) == pytest.approx(math.sqrt(2) * 1e-15, rel=1e-14)


def test_there_is_no_root_of_a_negative_number() -> None:
    with pytest.raises(ValueError):  # noqa: PT011, the type is the contract
        exact.square_root(Fraction(-1))


def test_what_may_be_zero_divides_nothing() -> None:
    around_zero = Enclosure(Fraction(-1, 10), Fraction(1, 10))
    with pytest.raises(ZeroDivisionError):
        exact.divide(Fraction(1), around_zero)
    with pytest.raises(ZeroDivisionError):
        exact.divide(Fraction(1), Fraction(0))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Enclosure(Fraction(-3), Fraction(-2)), Enclosure(Fraction(2), Fraction(3))),
        (Enclosure(Fraction(-3), Fraction(2)), Enclosure(Fraction(0), Fraction(3))),
        (Fraction(-3), Fraction(3)),
    ],
)
def test_a_magnitude_has_no_sign(value: Value, expected: Value) -> None:
    assert exact.magnitude(value) == expected
