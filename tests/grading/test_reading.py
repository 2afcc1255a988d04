"""What a typed answer is understood as, and why some are not."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.expressions.exact import Enclosure, Value, high_of, low_of, square_root
from quizdeck.grading.reading import Unreadable, read_answer, read_vector
from quizdeck.language.answers import ANSWERS

LITERALS: dict[str, tuple[Fraction, str]] = {
    "7": (Fraction(7), "7"),
    "007": (Fraction(7), "7"),
    "-0.5": (Fraction(-1, 2), "-1/2 = -0.5"),
    "−0.5": (Fraction(-1, 2), "-1/2 = -0.5"),
    "ー0.5": (Fraction(-1, 2), "-1/2 = -0.5"),
    "- 0.5": (Fraction(-1, 2), "-1/2 = -0.5"),
    "＋１": (Fraction(1), "1"),
    "１．５": (Fraction(3, 2), "3/2 = 1.5"),
    "3/2": (Fraction(3, 2), "3/2 = 1.5"),
    "３／２": (Fraction(3, 2), "3/2 = 1.5"),
    "6 / 4": (Fraction(3, 2), "3/2 = 1.5"),
    "7÷8": (Fraction(7, 8), "7/8 = 0.875"),
    "2/3": (Fraction(2, 3), "2/3 ≈ 0.666667"),
    "-3/4": (Fraction(-3, 4), "-3/4 = -0.75"),
    ".5": (Fraction(1, 2), "1/2 = 0.5"),
    "5.": (Fraction(5), "5"),
    "-.5": (Fraction(-1, 2), "-1/2 = -0.5"),
    "(1.5)": (Fraction(3, 2), "3/2 = 1.5"),
    "-(3/4)": (Fraction(-3, 4), "-3/4 = -0.75"),
    "1.5e-3": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "1.5E-3": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "１．５ｅ－３": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "1.5×10^-3": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "1.5×10^(-3)": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "1.5 × 10 ^ -3": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "1.5×10⁻³": (Fraction(3, 2000), "3/2000 = 0.0015"),
    "2x10^-3": (Fraction(1, 500), "1/500 = 0.002"),
    "2*10**-3": (Fraction(1, 500), "1/500 = 0.002"),
    "-2×10^3": (Fraction(-2000), "-2000"),
    "10^-3": (Fraction(1, 1000), "1/1000 = 0.001"),
    "-10²": (Fraction(-100), "-100"),
    "1e+05": (Fraction(100000), "100000"),
    "0": (Fraction(0), "0"),
    "-0": (Fraction(0), "0"),
    "0/5": (Fraction(0), "0"),
    "-0.00": (Fraction(0), "0"),
    "0.123456": (Fraction(1929, 15625), "0.123456"),
    "1e-30": (Fraction(1, 10**30), "1×10^-30"),
    "12345e20": (Fraction(12345 * 10**20), "1.2345×10^24"),
    "1/99999": (Fraction(1, 99999), "≈ 0.0000100001"),
}

EXPRESSIONS: dict[str, Value] = {
    "1+2*3": Fraction(7),
    "(1+2)*3": Fraction(9),
    "1-2-3": Fraction(-4),
    "2--3": Fraction(5),
    "8/2*4": Fraction(16),
    "(1/2)/4": Fraction(1, 8),
    "-2^2": Fraction(-4),
    "(-2)^2": Fraction(4),
    "2^-3": Fraction(1, 8),
    "2^(-3)": Fraction(1, 8),
    "2²": Fraction(4),
    "0.9^3": Fraction(729, 1000),
    "1.5/2": Fraction(3, 4),
    "3/-4": Fraction(-3, 4),
    "--3": Fraction(3),
    "1.5*10": Fraction(15),
    "6/2*10^3": Fraction(3000),
    "√4": Fraction(2),
    "√(9/4)": Fraction(3, 2),
    "√√16": Fraction(2),
    "√4^3": Fraction(8),
    "√2": square_root(Fraction(2)),
    "sqrt(2)": square_root(Fraction(2)),
    "sqrt 2": square_root(Fraction(2)),
    "SQRT（２）": square_root(Fraction(2)),
    "sqrt(2)/2": square_root(Fraction(1, 2)),
    "1/√2": square_root(Fraction(1, 2)),
    "√2*√2": Fraction(2),
    "-√2+√2+1": Fraction(1),
}

REFUSED = {
    "": "empty",
    "　 ": "empty",
    "1" * 81: "too_long",
    "1" * 31: "too_many_digits",
    "0." + "1" * 31: "too_many_digits",
    "½": "vulgar_fraction",
    "1½": "vulgar_fraction",
    "①": "styled_digit",
    "Ⅲ": "styled_digit",
    "⒈": "styled_digit",
    "x₂": "styled_digit",
    "٣": "other_digits",
    "१.५": "other_digits",
    "𝟏": "other_digits",
    "三": "other_digits",
    "1・5": "middle_dot",
    "1･5": "middle_dot",
    "1·5": "middle_dot",
    "50%": "percent",
    "５０％": "percent",
    "1_0": "unknown_character",
    "=5": "unknown_character",
    "\ud800": "unknown_character",
    "abc": "letters",
    "nan": "letters",
    "inf": "letters",
    "1j": "letters",
    "0b1": "letters",
    "x=3": "letters",
    "e5": "letters",
    "1 e5": "letters",
    "2xx10": "letters",
    "2x100": "letters",
    "0.5η": "letters",
    "1,5": "comma",
    "1，000": "comma",
    "1、5": "comma",
    "1;5": "comma",
    ",5": "comma",
    "1 000": "two_numbers",
    "1. 5": "two_numbers",
    "1 .5": "two_numbers",
    "3 1/2": "mixed_number",
    "1.2.3": "two_points",
    "1..5": "two_points",
    "1.5.": "two_points",
    "1…5": "two_points",
    "1e": "exponent_unfinished",
    "1e-": "exponent_unfinished",
    "1e.5": "exponent_unfinished",
    "1e5.5": "exponent_not_whole",
    "2^0.5": "exponent_not_whole",
    "2^(1/2)": "exponent_not_whole",
    "2^√2": "exponent_not_whole",
    "1e31": "exponent_too_large",
    "1e9999999": "exponent_too_large",
    "1e-9999999": "exponent_too_large",
    "10^31": "exponent_too_large",
    "2^65": "exponent_too_large",
    "2^-65": "exponent_too_large",
    "-": "incomplete",
    ".": "incomplete",
    "2+": "incomplete",
    "3/": "incomplete",
    "2×10^": "incomplete",
    "√": "incomplete",
    "(": "incomplete",
    "()": "incomplete",
    "3 1/": "incomplete",
    "*2": "misplaced_operator",
    "2*/3": "misplaced_operator",
    "1//2": "misplaced_operator",
    "2××3": "misplaced_operator",
    "√-4": "misplaced_operator",
    "2(3)": "missing_operator",
    "(2)(3)": "missing_operator",
    "(2)3": "missing_operator",
    "2√2": "missing_operator",
    "(1.5": "bracket_not_closed",
    "1.5)": "bracket_not_opened",
    ")": "bracket_not_opened",
    "a/b": "letters",
    "1/2/3": "double_slash",
    "2^3^2": "double_power",
    "1/0": "division_by_zero",
    "0^-1": "division_by_zero",
    "1/(√2*√2-2)": "division_by_zero",
    "√(-4)": "root_of_negative",
    "(" * 31 + "1" + ")" * 31: "too_deep",
    "-" * 31 + "1": "too_deep",
    "√" * 31 + "1": "too_deep",
    "((2^64)^8)^8": "too_big",
    "(√2^40)^40": "too_big",
}

NO_LITERALS = {
    "1+1": "expression",
    "√4": "expression",
    "2^-3": "expression",
    "1.5/2": "expression",
    "3/2×10^-3": "expression",
    "1e3×10^3": "expression",
    "1e3/4": "expression",
    "1.5*10": "expression",
    "2*-10^3": "expression",
    "--3": "double_sign",
    "-(-3)": "double_sign",
    "ーー3": "double_sign",
    "3/-4": "sign_below",
    "3/(-4)": "sign_below",
}


def refusal_of(text: str, *, allow_expression: bool = False) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_answer(text, allow_expression=allow_expression)
    return caught.value


@pytest.mark.parametrize("allow_expression", [False, True])
@pytest.mark.parametrize(("typed", "expected"), LITERALS.items())
def test_a_literal_reads_the_same_everywhere(
    typed: str, expected: tuple[Fraction, str], *, allow_expression: bool
) -> None:
    reading = read_answer(typed, allow_expression=allow_expression)
    assert (reading.value, reading.text) == expected


@pytest.mark.parametrize(("typed", "value"), EXPRESSIONS.items())
def test_an_expression_reads_as_in_mathematics(typed: str, value: Value) -> None:
    reading = read_answer(typed, allow_expression=True)
    assert low_of(reading.value) <= high_of(value)
    assert low_of(value) <= high_of(reading.value)
    assert reading.places == ()


@pytest.mark.parametrize(("typed", "reason"), (REFUSED | NO_LITERALS).items())
def test_a_refusal_says_what_is_the_matter(typed: str, reason: str) -> None:
    refusal = refusal_of(typed)
    assert refusal.key == f"answer.{reason}"
    sentence = ANSWERS[refusal.key].format(**refusal.details)
    assert "{" not in sentence.ja + sentence.en


@pytest.mark.parametrize(("typed", "reason"), REFUSED.items())
def test_what_is_no_number_is_no_expression_either(typed: str, reason: str) -> None:
    assert refusal_of(typed, allow_expression=True).key == f"answer.{reason}"


@pytest.mark.parametrize("typed", NO_LITERALS)
def test_only_the_answer_sheet_refuses_a_sum_to_be_done(typed: str) -> None:
    read_answer(typed, allow_expression=True)


def test_a_fraction_carries_its_sign_in_front() -> None:
    """The literal grammar is ``sign? int / int``, so ``3/-4`` is an expression.

    It is refused with its own sentence, because its value is plain and only its form is not.
    """
    assert read_answer("-3/4").value == Fraction(-3, 4)
    assert refusal_of("3/-4").key == "answer.sign_below"
    assert read_answer("3/-4", allow_expression=True).value == Fraction(-3, 4)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("typed", ["1e9999999", "1e-9999999", "10^9999999", "9^9^9", "2^(10^30)"])
def test_a_gigantic_number_is_refused_before_it_is_computed(typed: str) -> None:
    refusal_of(typed, allow_expression=True)


def test_a_refusal_offers_the_spelling_to_use() -> None:
    assert refusal_of("1½").details == {"character": "½", "fraction": "1/2"}
    assert refusal_of("3 1/2").details == {"typed": "3 1/2", "improper": "7/2"}
    assert refusal_of("1 000").details == {"left": "1", "right": "000"}
    assert refusal_of("\ud800").details == {"character": "U+D800"}


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("7", [1]),
        ("0", [1]),
        ("0.0", [Fraction(1, 10)]),
        ("120", [1, 10]),
        ("10200", [1, 10, 100]),
        ("120.", [1]),
        ("120.0", [Fraction(1, 10)]),
        ("0.50", [Fraction(1, 100)]),
        ("-0.5", [Fraction(1, 10)]),
        ("(0.5)", [Fraction(1, 10)]),
        ("1.5e-3", [Fraction(1, 10000)]),
        ("1.50×10^-3", [Fraction(1, 100000)]),
        ("10×10^-3", [Fraction(1, 1000), Fraction(1, 100)]),
        ("2e5", [100000]),
        ("10^-3", [Fraction(1, 1000)]),
        ("1/2", []),
        ("4/2", []),
    ],
)
def test_the_last_typed_digit_is_worth_its_place(typed: str, places: list[Fraction]) -> None:
    assert list(read_answer(typed).places) == places


def test_an_irrational_answer_is_tightly_enclosed() -> None:
    reading = read_answer("√2/2", allow_expression=True)
    assert isinstance(reading.value, Enclosure)
    assert reading.value.high - reading.value.low < Fraction(1, 10**40)
    assert reading.text == "≈ 0.707107"


@pytest.mark.parametrize(
    "typed",
    [
        "0.1, -0.2",
        "(0.1, -0.2)",
        "[0.1,-0.2]",
        "0.1 -0.2",
        "0.1 - 0.2",
        "0.1;-0.2",
        "０．１、ー０．２",
    ],
)
def test_a_vector_is_read_however_its_components_are_set_apart(typed: str) -> None:
    assert [reading.value for reading in read_vector(typed, 2)] == [
        Fraction(1, 10),
        Fraction(-1, 5),
    ]


def test_the_components_of_a_vector_may_be_anything_that_may_stand_alone() -> None:
    values = [reading.value for reading in read_vector("3 / 4 1.5 × 10^-3 (7)", 3)]
    assert values == [Fraction(3, 4), Fraction(3, 2000), Fraction(7)]
    assert [reading.value for reading in read_vector("(1),(2)", 2)] == [Fraction(1), Fraction(2)]
    assert [r.value for r in read_vector("(1+1)/2, √4", 2, allow_expression=True)] == [
        Fraction(1),
        Fraction(2),
    ]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1", "component_count"),
        ("1, 2, 3", "component_count"),
        ("1,,2", "component_missing"),
        ("1,", "component_missing"),
        ("(1, 2", "bracket_not_closed"),
        ("1, 2)", "bracket_not_opened"),
        ("1, x", "letters"),
        ("1, 1+1", "expression"),
        ("1, -", "incomplete"),
    ],
)
def test_a_vector_is_refused_with_a_reason(typed: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_vector(typed, 2)
    assert caught.value.key == f"answer.{reason}"
    ANSWERS[caught.value.key].format(**caught.value.details)


TYPED = st.text(
    st.sampled_from("0123456789.eE+-*/^() ,x×√−ー⁻²１５／½①。%") | st.characters(), max_size=80
) | st.text(st.sampled_from("0123456789.+-*/^()√e"), max_size=80)


@settings(max_examples=1000, deadline=2000)
@given(TYPED, st.booleans())
def test_nothing_but_a_refusal_ever_comes_out_of_a_text(text: str, allow: bool) -> None:  # noqa: FBT001 - drawn
    try:
        reading = read_answer(text, allow_expression=allow)
    except Unreadable as refusal:
        ANSWERS[refusal.key].format(**refusal.details)
    else:
        assert reading.text
    try:
        read_vector(text, 2, allow_expression=allow)
    except Unreadable as refusal:
        ANSWERS[refusal.key].format(**refusal.details)


@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6))
def test_a_fraction_reads_as_itself(value: Fraction) -> None:
    assert read_answer(str(value)).value == value


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**6), max_value=10**6
    )
)
def test_a_decimal_reads_as_itself(value: object) -> None:
    assert read_answer(f"{value:f}").value == Fraction(str(value))


@given(st.from_regex(r"-?[0-9]{1,13}(\.[0-9]{1,21}|/[0-9]{1,13})?", fullmatch=True))
def test_plain_numbers_are_read_as_the_grammar_reads_them(text: str) -> None:
    assert _read_or_refused(text) == _read_or_refused(f" {text}")


def _read_or_refused(text: str) -> object:
    try:
        return read_answer(text)
    except Unreadable as refusal:
        return refusal.key, refusal.details
