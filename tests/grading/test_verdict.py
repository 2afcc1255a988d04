"""The verdict: in which order the claims are tried, and what is diagnosed."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.expressions.exact import Enclosure, Value, square_root
from quizdeck.grading.verdict import (
    GenericDiagnosis,
    GenericSlip,
    Verdict,
    VerdictKind,
    judge,
)
from quizdeck.language.answers import ANSWERS
from quizdeck.problems.precision import EXACT, Precision, PrecisionRule, display
from quizdeck.problems.slip_value import SlipValue

THREE = Precision(PrecisionRule.SIGNIFICANT, 3)
TWO_PLACES = Precision(PrecisionRule.PLACES, 2)


def slip(name: str, value: Value, *, is_key: bool = True) -> SlipValue:
    return SlipValue(name, value, is_key)


SLIPS = (
    slip("swapped", Fraction(1, 3)),
    slip("squared", Fraction(4, 9)),
    slip("twin", Fraction(1, 3), is_key=False),
)


@pytest.mark.parametrize(
    ("typed", "kind", "costs_nothing"),
    [
        ("0.667", VerdictKind.CORRECT, False),
        ("２／３", VerdictKind.CORRECT, False),
        ("0.67", VerdictKind.TOO_FEW_DIGITS, True),
        ("0.668", VerdictKind.ROUNDING, True),
        ("0.333", VerdictKind.WRONG, False),
        ("5", VerdictKind.WRONG, False),
        ("0", VerdictKind.WRONG, False),
        ("2/", VerdictKind.UNREADABLE, True),
        ("1/3+1/3", VerdictKind.UNREADABLE, True),
    ],
)
def test_each_kind_of_verdict(typed: str, kind: VerdictKind, *, costs_nothing: bool) -> None:
    verdict = judge(typed, Fraction(2, 3), THREE, SLIPS)
    assert verdict.kind is kind
    assert verdict.costs_nothing is costs_nothing


def test_the_reading_is_shown_unless_there_is_none() -> None:
    assert judge("２／３", Fraction(2, 3), THREE, ()).reading == "2/3 ≈ 0.666667"
    assert judge("1,5", Fraction(2, 3), THREE, ()) == Verdict(
        VerdictKind.UNREADABLE, None, unreadable=("answer.comma", {})
    )


def test_an_expression_counts_only_where_it_is_allowed() -> None:
    assert judge("√4/3", Fraction(2, 3), THREE, ()).kind is VerdictKind.UNREADABLE
    assert (
        judge("√4/3", Fraction(2, 3), THREE, (), allow_expression=True).kind is VerdictKind.CORRECT
    )


def test_every_slip_with_the_same_number_is_named_in_catalogue_order() -> None:
    assert judge("0.333", Fraction(2, 3), THREE, SLIPS).slips == ("swapped", "twin")
    assert judge("4/9", Fraction(2, 3), THREE, SLIPS).slips == ("squared",)


def test_a_modelled_slip_is_named_before_a_generic_one() -> None:
    verdict = judge("-0.667", Fraction(2, 3), THREE, (slip("sign.of.step", Fraction(-2, 3)),))
    assert (verdict.slips, verdict.generic) == (("sign.of.step",), None)


def test_a_modelled_slip_is_named_before_the_rounding() -> None:
    assert judge("0.668", Fraction(2, 3), THREE, (slip("near", Fraction("0.668")),)).slips == (
        "near",
    )


def test_a_slip_is_graded_by_the_same_rule_as_the_answer() -> None:
    assert judge("0.33", Fraction(2, 3), THREE, SLIPS).slips == ()
    assert judge("0.3333", Fraction(2, 3), THREE, SLIPS).slips == ("swapped", "twin")


def test_a_coarse_rounding_of_the_answer_is_asked_again_even_where_a_slip_is_near() -> None:
    half = (slip("half", Fraction(1, 2)),)
    assert judge("0.5", Fraction("0.52"), THREE, half).kind is VerdictKind.TOO_FEW_DIGITS
    assert judge("0.500", Fraction("0.52"), THREE, half).slips == ("half",)


def test_a_slip_stated_in_full_is_not_asked_for_again() -> None:
    assert judge("0.9", Fraction(7, 8), EXACT, (slip("exact", Fraction("0.9")),)).slips == (
        "exact",
    )
    assert judge("120", Fraction(117), THREE, (slip("tens", Fraction(120)),)).slips == ("tens",)
    assert judge("120", Fraction(117), THREE, ()).kind is VerdictKind.TOO_FEW_DIGITS


@pytest.mark.parametrize(
    ("typed", "answer", "precision", "diagnosis"),
    [
        ("-0.667", Fraction(2, 3), THREE, GenericDiagnosis(GenericSlip.SIGN)),
        ("6.67", Fraction(2, 3), THREE, GenericDiagnosis(GenericSlip.POWER_OF_TEN, 1)),
        ("66.7", Fraction(2, 3), THREE, GenericDiagnosis(GenericSlip.POWER_OF_TEN, 2)),
        ("0.0000667", Fraction(2, 3), THREE, GenericDiagnosis(GenericSlip.POWER_OF_TEN, -4)),
        ("0.00000667", Fraction(2, 3), THREE, None),
        ("-6.67", Fraction(2, 3), THREE, None),
        ("10", Fraction("0.9996"), THREE, GenericDiagnosis(GenericSlip.POWER_OF_TEN, 1)),
        ("9.996", Fraction("99.96"), THREE, GenericDiagnosis(GenericSlip.POWER_OF_TEN, -1)),
        ("1.5", Fraction(2, 3), THREE, GenericDiagnosis(GenericSlip.RECIPROCAL)),
        ("3/2", Fraction(2, 3), EXACT, GenericDiagnosis(GenericSlip.RECIPROCAL)),
        ("70", Fraction(7), EXACT, GenericDiagnosis(GenericSlip.POWER_OF_TEN, 1)),
        ("-7", Fraction(7), EXACT, GenericDiagnosis(GenericSlip.SIGN)),
        ("-1.41", square_root(Fraction(2)), THREE, GenericDiagnosis(GenericSlip.SIGN)),
        ("0.707", square_root(Fraction(2)), THREE, GenericDiagnosis(GenericSlip.RECIPROCAL)),
        ("3.00", Fraction("0.3"), TWO_PLACES, GenericDiagnosis(GenericSlip.POWER_OF_TEN, 1)),
        ("0.0001", Fraction("0.3"), TWO_PLACES, None),
        ("0", Fraction("0.3"), TWO_PLACES, None),
        ("0", Fraction(7), EXACT, None),
        ("7", Fraction(0), EXACT, None),
    ],
)
def test_a_generic_slip_is_recognised(
    typed: str, answer: Value, precision: Precision, diagnosis: GenericDiagnosis | None
) -> None:
    verdict = judge(typed, answer, precision, ())
    assert (verdict.kind, verdict.generic) == (VerdictKind.WRONG, diagnosis)


def test_a_zero_slip_is_recognised() -> None:
    for precision in (EXACT, THREE, TWO_PLACES):
        assert judge("-0", Fraction("0.5"), precision, (slip("zero", Fraction(0)),)).slips == (
            "zero",
        )


def test_everything_said_has_a_sentence() -> None:
    for kind in VerdictKind:
        assert f"verdict.{kind}" in ANSWERS
    for rule in PrecisionRule:
        assert f"verdict.too_few_digits.{rule}" in ANSWERS
    for generic in GenericSlip:
        assert GenericDiagnosis(generic).key in ANSWERS
    shifted = GenericDiagnosis(GenericSlip.POWER_OF_TEN, -2)
    assert "10^-2" in ANSWERS[shifted.key].format(exponent=shifted.exponent).en


ANSWER_VALUES = st.fractions(min_value=-1000, max_value=1000, max_denominator=99)
PRECISIONS = st.sampled_from([EXACT, THREE, Precision(PrecisionRule.SIGNIFICANT, 1), TWO_PLACES])


@given(ANSWER_VALUES, st.lists(ANSWER_VALUES, max_size=6), PRECISIONS)
def test_what_is_shown_is_judged_as_what_it_is(
    answer: Fraction, mistakes: list[Fraction], precision: Precision
) -> None:
    slips = tuple(slip(str(index), value) for index, value in enumerate(mistakes))
    assert judge(display(answer, precision), answer, precision, slips).kind is VerdictKind.CORRECT
    for made in slips:
        verdict = judge(display(made.value, precision), answer, precision, slips)
        assert verdict.kind is VerdictKind.CORRECT or made.id in verdict.slips


TYPED = st.text(
    st.sampled_from("0123456789.eE+-*/^() ,x×√−ー⁻²１５／½①。%") | st.characters(), max_size=90
) | st.text(st.sampled_from("0123456789.+-*/^()√e"), max_size=80)
NEAR_ZERO = Enclosure(Fraction(-1, 10**48), Fraction(1, 10**48))


@settings(max_examples=500, deadline=2000)
@given(
    TYPED,
    st.sampled_from(
        [Fraction(2, 3), Fraction(0), Fraction(-7), square_root(Fraction(2)), NEAR_ZERO]
    ),
    PRECISIONS,
)
def test_no_text_makes_the_judge_fail(text: str, answer: Value, precision: Precision) -> None:
    for allow_expression in (False, True):
        verdict = judge(text, answer, precision, SLIPS, allow_expression=allow_expression)
        assert (verdict.unreadable is None) == (verdict.kind is not VerdictKind.UNREADABLE)
        assert (verdict.reading is None) == (verdict.kind is VerdictKind.UNREADABLE)


@settings(max_examples=500)
@given(st.decimals(-20, 20, places=3), PRECISIONS)
def test_a_wrong_answer_has_one_kind_of_explanation(typed: object, precision: Precision) -> None:
    verdict = judge(f"{typed:f}", Fraction(2, 3), precision, SLIPS)
    assert not (verdict.slips and verdict.generic)
    if verdict.kind is not VerdictKind.WRONG:
        assert not verdict.slips
        assert verdict.generic is None
