"""One spelling for everything an answer can be typed with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.grading.normalise import LONGEST, Unreadable, normalise

SPELLINGS = {
    "１．５": "1.5",
    "３／２": "3/2",
    "　１．５　": "1.5",
    "1.5×10⁻³": "1.5*10^(-3)",
    "10²": "10^(2)",
    "10⁽⁻³⁾": "10^((-3))",
    "1.5×10＾－3": "1.5*10^-3",
    "2x10^-3": "2*10^-3",
    "2 X 10^-3": "2*10^-3",
    "2*10**-3": "2*10^-3",
    "２＊１０＊＊－３": "2*10^-3",
    "−0.5": "-0.5",
    "ー０．５": "-0.5",
    "ｰ0.5": "-0.5",
    "－0.5": "-0.5",
    "‐0.5": "-0.5",
    "–0.5": "-0.5",
    "—0.5": "-0.5",
    "―0.5": "-0.5",
    "＋１": "+1",
    "０。５": "0.5",
    "0｡5": "0.5",
    "7÷8": "7/8",
    "7∕8": "7/8",
    "7⁄8": "7/8",
    "ｓｑｒｔ（２）": "√(2)",
    "SQRT(2)": "√(2)",
    "[1、2]": "(1,2)",
    "1；2": "1,2",
    "1\t\n 2": "1 2",
    "\x1b1\u200b.5\ufeff": "1.5",
}


@pytest.mark.parametrize(("typed", "plain"), SPELLINGS.items())
def test_every_spelling_has_one_plain_form(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


def test_a_superscript_becomes_a_power_and_never_further_digits() -> None:
    assert normalise("10²") != "102"


def test_the_long_vowel_mark_of_a_word_stays_a_letter() -> None:
    with pytest.raises(Unreadable) as refusal:
        normalise("ルート2")
    assert refusal.value.details == {"letters": "ルート"}


def test_two_product_signs_in_a_row_are_no_power() -> None:
    assert normalise("2**3") == "2^3"
    for typed in ("2××3", "2*×3", "2***3"):
        with pytest.raises(Unreadable, match="misplaced_operator"):
            normalise(typed)


def test_the_length_is_counted_without_the_spaces_around() -> None:
    assert normalise(" " * 100 + "1" * LONGEST + " " * 100) == "1" * LONGEST
    with pytest.raises(Unreadable, match="too_long"):
        normalise("1" * (LONGEST + 1))


def test_a_megabyte_of_text_is_simply_too_long() -> None:
    with pytest.raises(Unreadable, match="too_long"):
        normalise("９" * 1_000_000)


TYPED = st.text(
    st.sampled_from("0123456789．５３／.eE+-*/^() ,xX×√sqrt−ー⁻²³⁽⁾½①。、＊＾（）[]÷\t")
    | st.characters(),
    max_size=30,
)


@given(TYPED)
def test_normalising_twice_changes_nothing(text: str) -> None:
    try:
        once = normalise(text)
    except Unreadable:
        return
    assert normalise(once) == once


@given(TYPED)
def test_what_is_left_is_the_alphabet_of_the_reader(text: str) -> None:
    try:
        plain = normalise(text)
    except Unreadable:
        return
    assert set(plain) <= set("0123456789.eE+-*/^()√ ,")
