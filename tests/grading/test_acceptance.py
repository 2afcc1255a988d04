"""The precision rule: exactly what the question states, and nothing near it."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizdeck.expressions.exact import Value, square_root
from quizdeck.grading.acceptance import (
    has_too_few_digits,
    is_correct,
    is_rounding_slip,
    states_in_full,
)
from quizdeck.grading.reading import Reading, read_answer
from quizdeck.problems.precision import (
    EXACT,
    Precision,
    PrecisionRule,
    display,
    half_up,
    power_of_ten,
)


def sigfig(digits: int) -> Precision:
    return Precision(PrecisionRule.SIGNIFICANT, digits)


def places(digits: int) -> Precision:
    return Precision(PrecisionRule.PLACES, digits)


def expression(text: str) -> Reading:
    return read_answer(text, allow_expression=True)


SIGNS = st.sampled_from([1, -1])
SIGNIFICANT_CASES = st.tuples(
    st.builds(
        lambda sign, digits, over, exponent: sign * Fraction(digits, over) * power_of_ten(exponent),
        SIGNS,
        st.integers(1, 10**9),
        st.integers(1, 10**4),
        st.integers(-12, 3),
    )
    | st.builds(  # close to a power of ten, where the unit changes
        lambda sign, digits, exponent: sign * digits * power_of_ten(exponent),
        SIGNS,
        st.integers(9900, 10100),
        st.integers(-8, 4),
    ),
    st.integers(1, 6).map(sigfig),
)
PLACES_CASES = st.tuples(
    st.fractions(min_value=-2000, max_value=2000, max_denominator=10**6),
    st.integers(0, 6).map(places),
).filter(lambda case: abs(case[0]) >= power_of_ten(1 - (case[1].digits or 0)))
CASES = SIGNIFICANT_CASES | PLACES_CASES


def unit_of(value: Value, precision: Precision) -> Fraction:
    unit = precision.unit(value)
    assert unit is not None
    return unit


def text_at(multiple: Fraction, unit: Fraction) -> str:
    """Write a multiple of a power of ten with its last digit at that power's place."""
    steps = multiple / unit
    assert steps.denominator == 1
    exponent = len(str(unit.numerator)) - len(str(unit.denominator))
    return f"{steps}e{exponent}"


@given(CASES, st.sampled_from([0, 1, 2, 6]))
def test_the_shown_answer_is_correct_with_no_more_or_some_more_digits(
    case: tuple[Fraction, Precision], more: int
) -> None:
    answer, precision = case
    assert precision.digits is not None
    finer = Precision(precision.rule, precision.digits + more)
    reading = read_answer(display(answer, finer))
    assert is_correct(reading, answer, precision)
    assert states_in_full(reading, answer, precision)


@given(CASES, st.sampled_from([-3, -2, 2, 3]))
def test_two_or_three_units_away_is_never_correct(
    case: tuple[Fraction, Precision], off: int
) -> None:
    answer, precision = case
    unit = unit_of(answer, precision)
    typed = text_at(half_up(answer, unit) + off * unit, unit)
    assert not is_correct(read_answer(typed), answer, precision)


@given(CASES, st.integers(-30, 30), st.integers(0, 3))
def test_everything_accepted_lies_within_one_unit(
    case: tuple[Fraction, Precision], steps: int, finer: int
) -> None:
    answer, precision = case
    unit = unit_of(answer, precision)
    place = unit / 10**finer
    reading = read_answer(text_at(half_up(answer, place) + steps * place, place))
    if is_correct(reading, answer, precision):
        assert abs(reading.value - answer) <= unit  # type: ignore[operator]
    else:
        assert abs(reading.value - answer) * 2 > place  # type: ignore[operator]


@given(CASES, st.integers(-30, 30), st.integers(-2, 3))
def test_the_mirror_image_is_judged_alike(
    case: tuple[Fraction, Precision], steps: int, finer: int
) -> None:
    answer, precision = case
    place = unit_of(answer, precision) * power_of_ten(-finer)
    typed = half_up(answer, place) + steps * place
    reading, mirrored = read_answer(text_at(typed, place)), read_answer(text_at(-typed, place))
    for claim in (is_correct, has_too_few_digits, is_rounding_slip, states_in_full):
        assert claim(reading, answer, precision) == claim(mirrored, -answer, precision)


@given(CASES)
def test_zero_is_no_rounding_of_anything(case: tuple[Fraction, Precision]) -> None:
    answer, precision = case
    for typed in ("0", "-0", "0.00", "0e9"):
        reading = read_answer(typed)
        assert not is_correct(reading, answer, precision)
        assert not has_too_few_digits(reading, answer, precision)


@given(SIGNIFICANT_CASES, st.integers(1, 5))
def test_fewer_figures_than_asked_for_are_too_few(
    case: tuple[Fraction, Precision], fewer: int
) -> None:
    answer, precision = case
    assume((precision.digits or 0) > fewer)
    coarse = unit_of(answer, precision) * 10**fewer
    reading = read_answer(text_at(half_up(answer, coarse), coarse))
    assert is_correct(reading, answer, precision) or has_too_few_digits(reading, answer, precision)


@pytest.mark.parametrize(
    ("typed", "answer", "precision"),
    [
        ("1", Fraction("0.9996"), sigfig(3)),
        ("1.0", Fraction("0.9996"), sigfig(3)),
        ("1.00", Fraction("0.9996"), sigfig(3)),
        ("0.5", Fraction(1, 2), sigfig(3)),
        ("12300", Fraction(12345), sigfig(3)),
        ("1.23e4", Fraction(12345), sigfig(3)),
        ("12345", Fraction(12345), sigfig(3)),
        ("1.235", Fraction("1.23496"), sigfig(3)),
        ("1.2251", Fraction("1.234"), sigfig(3)),
        ("0.012", Fraction("0.0125"), sigfig(2)),
        ("0.013", Fraction("0.0125"), sigfig(2)),
        ("10000", Fraction(9954), sigfig(2)),
        ("2/3", Fraction(2, 3), sigfig(3)),
        ("667/1000", Fraction(2, 3), sigfig(3)),
        ("7/8", Fraction(7, 8), EXACT),
        ("14/16", Fraction(7, 8), EXACT),
        ("0.875", Fraction(7, 8), EXACT),
        ("0.8750", Fraction(7, 8), EXACT),
        ("-0", Fraction(0), EXACT),
        ("0", Fraction(0), sigfig(3)),
        ("0.33", Fraction(1, 3), places(2)),
        ("1.41", square_root(Fraction(2)), sigfig(3)),
        ("1.41421356", square_root(Fraction(2)), sigfig(3)),
    ],
)
def test_correct(typed: str, answer: Value, precision: Precision) -> None:
    assert is_correct(read_answer(typed), answer, precision)


@pytest.mark.parametrize(
    ("typed", "answer", "precision"),
    [
        ("10200", Fraction(9954), sigfig(2)),
        ("1000", Fraction(999), sigfig(3)),
        ("9.8", Fraction("9.96"), sigfig(2)),
        ("1.2249", Fraction("1.234"), sigfig(3)),
        ("1.235", Fraction("1.234"), sigfig(3)),
        ("0.67", Fraction(2, 3), sigfig(3)),
        ("2/5", Fraction(1, 3), sigfig(1)),
        ("0.333333333333", Fraction(1, 3), EXACT),
        ("0", Fraction(1, 10**12), sigfig(3)),
        ("5e-9", Fraction(1, 10**9), sigfig(3)),
        ("1e-30", Fraction(0), sigfig(3)),
    ],
)
def test_not_correct(typed: str, answer: Value, precision: Precision) -> None:
    assert not is_correct(read_answer(typed), answer, precision)


def test_a_typed_root_is_its_own_value() -> None:
    root = square_root(Fraction(2))
    assert is_correct(expression("√2"), root, sigfig(3))
    assert is_correct(expression("√2"), root, EXACT)
    assert is_correct(expression("√2*√2"), Fraction(2), EXACT)
    assert is_correct(expression("√2"), Fraction("1.414"), sigfig(4))
    assert not is_correct(expression("√2"), Fraction("1.414"), sigfig(5))
    assert not has_too_few_digits(expression("√2"), Fraction("1.414"), sigfig(5))


@pytest.mark.parametrize(
    ("typed", "answer", "precision", "is_too_few"),
    [
        ("0.67", Fraction(2, 3), sigfig(3), True),
        ("0.7", Fraction(2, 3), sigfig(3), True),
        ("1", Fraction(2, 3), sigfig(3), False),  # not one figure of it is left
        ("0.66", Fraction(2, 3), sigfig(3), False),  # cut off, not rounded
        ("12000", Fraction(12345), sigfig(3), True),
        ("10", Fraction(7), sigfig(2), False),
        ("0.3", Fraction(1, 3), places(2), True),
        ("0.67", Fraction(2, 3), EXACT, True),
        ("0.88", Fraction(7, 8), EXACT, True),
        ("0.87", Fraction(7, 8), EXACT, True),
        ("1", Fraction(7, 8), EXACT, False),
        ("20", Fraction(18), EXACT, False),
        ("10", Fraction(7), EXACT, False),
        ("2/3", Fraction("0.6666"), sigfig(4), False),
    ],
)
def test_too_few_digits(
    typed: str, answer: Fraction, precision: Precision, *, is_too_few: bool
) -> None:
    reading = read_answer(typed)
    assert not is_correct(reading, answer, precision)
    assert has_too_few_digits(reading, answer, precision) is is_too_few


@pytest.mark.parametrize(
    ("typed", "answer", "precision", "is_slip"),
    [
        ("0.666", Fraction(2, 3), sigfig(3), True),
        ("0.668", Fraction(2, 3), sigfig(3), True),
        ("0.669", Fraction(2, 3), sigfig(3), False),
        ("0.99", Fraction("1.0012"), sigfig(3), False),  # ten units of what was typed
        ("0.32", Fraction(1, 3), places(2), True),
        ("0.66", Fraction(2, 3), EXACT, False),
    ],
)
def test_rounding_slip(
    typed: str, answer: Fraction, precision: Precision, *, is_slip: bool
) -> None:
    reading = read_answer(typed)
    assert not is_correct(reading, answer, precision)
    assert is_rounding_slip(reading, answer, precision) is is_slip
