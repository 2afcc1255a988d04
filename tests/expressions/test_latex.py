"""What LaTeX is read as, and what is refused with which message and where."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.errors import MathError
from quizdeck.expressions.latex import parse_latex
from quizdeck.expressions.latex_symbols import ACCENTS, FONTS, SYMBOLS
from quizdeck.language.mathematics import MATHEMATICS

REFUSED = [
    ("", "math.empty", 1),
    ("   ", "math.empty", 4),
    (r"x + \foo", "math.unknown_command", 5),
    (r"\Frac{a}{b}", "math.unknown_command", 1),
    ("x = 学習率", "math.unknown_character", 5),
    ("x − y", "math.unknown_character", 3),
    ("50% off", "math.unknown_character", 3),
    ("a $ b", "math.unknown_character", 3),
    ("\x1b[31m", "math.unknown_character", 1),
    ("{a + b", "math.unclosed", 1),
    (r"\left( a", "math.unclosed", 1),
    (r"\bigl( a \right)", "math.unexpected", 10),
    (r"\begin{cases} x", "math.unclosed", 1),
    (r"\sqrt[3 x", "math.unclosed", 6),
    ("a + b}", "math.unexpected", 6),
    ("a & b", "math.unexpected", 3),
    (r"a \\ b", "math.unexpected", 3),
    (r"a \right)", "math.unexpected", 3),
    (r"\left a", "math.missing_delimiter", 7),
    (r"\frac{a}", "math.missing_argument", 9),
    (r"\sqrt", "math.missing_argument", 6),
    ("x_", "math.missing_argument", 3),
    ("x^_2", "math.missing_argument", 3),
    (r"\frac{}{b}", "math.empty_argument", 6),
    (r"\text{}", "math.empty_argument", 6),
    (r"\text x", "math.unreadable_text", 7),
    (r"\text{a $x$}", "math.unreadable_text", 6),
    ("x_1_2", "math.double_script", 4),
    ("x^1^2", "math.double_script", 4),
    ("^2", "math.script_without_base", 1),
    ("a + ^2", "math.script_without_base", 5),
    ("= _2", "math.script_without_base", 3),
    ("2^10", "math.braces_needed", 3),
    (r"x_0.5", "math.braces_needed", 3),
    ("10^-8", "math.braces_needed", 4),
    (r"\frac{a}12", "math.braces_needed", 9),
    (r"\mathrm{a_b}", "math.letters_only", 1),
    (r"\operatorname{a+b}", "math.letters_only", 1),
    (r"\begin{matrix} a \end{matrix}", "math.unknown_environment", 7),
    ("a \\", "math.trailing_backslash", 3),
    ("{" * 100 + "x" + "}" * 100, "math.too_deep", 25),
    (r"\hat" * 100 + "x", "math.too_deep", 97),
]


@pytest.mark.parametrize(("source", "key", "column"), REFUSED)
def test_what_is_outside_the_subset_is_refused_where_it_stands(
    source: str, key: str, column: int
) -> None:
    with pytest.raises(MathError) as caught:
        parse_latex(source)
    assert (caught.value.key, caught.value.details["column"]) == (key, column)


@pytest.mark.parametrize("source", [source for source, _, _ in REFUSED])
def test_every_refusal_has_a_message_in_both_languages(source: str) -> None:
    with pytest.raises(MathError) as caught:
        parse_latex(source)
    message = MATHEMATICS[caught.value.key].format(**caught.value.details)
    assert message.ja != message.en
    assert str(caught.value.details["column"]) in message.ja


def test_no_message_is_without_a_refusal() -> None:
    assert set(MATHEMATICS) == {key for _, key, _ in REFUSED}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x_t^2", "x^2_t"),
        ("x_t^2", "{x_t}^2"),
        ("x_t^2", " x _ t ^ { 2 } "),
        (r"\frac12", r"\frac{1}{2}"),
        (r"\frac ab", r"\dfrac{a}{b}"),
        (r"\hat m_t", r"\hat{m}_t"),
        (r"\hat{m}_t", r"\hat{m_t}"),
        ("f''", r"f^{\prime\prime}"),
        (r"\mathsf T", r"\mathrm{T}"),
        (r"a \leq b", r"a \le b"),
        (r"\left( x \right)", r"\Bigl( x \Bigr)"),
        (r"\begin{cases} a & b \\ c \end{cases}", r"\begin{cases} a & b \\ c \\ \end{cases}"),
    ],
)
def test_different_spellings_of_one_formula_are_the_same_tree(one: str, other: str) -> None:
    assert parse_latex(one) == parse_latex(other)


@pytest.mark.parametrize(("one", "other"), [("x^2_t", "{x^2}'_t"), ("{x^2}^3", "x^{23}")])
def test_braces_that_mean_something_are_kept(one: str, other: str) -> None:
    assert parse_latex(one) != parse_latex(other)


COMMANDS = sorted({*SYMBOLS, *ACCENTS, *FONTS, r"\frac", r"\sqrt", r"\text", r"\left", r"\right"})
PARTS = st.sampled_from([*COMMANDS, *"{}[]^_'&x2", " ", r"\begin{cases}", r"\end{cases}", "\\\\"])


@given(st.text() | st.text(string.printable) | st.lists(PARTS).map("".join))
def test_arbitrary_text_is_a_formula_or_a_math_error_inside_it(text: str) -> None:
    assert 0 <= refused_column(text) <= len(text) + 1


def refused_column(text: str) -> int:
    """Return where ``text`` is refused, counted from 1, or 0 where it is a formula."""
    try:
        parse_latex(text)
    except MathError as error:
        return int(str(error.details["column"]))
    return 0
