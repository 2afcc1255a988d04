from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions.parse import parse_expression
from quizdeck.expressions.to_latex import number_text, rate_text, to_latex
from quizdeck.expressions.tree import Number, with_names_replaced
from quizdeck.expressions.typeset_line import one_line


def shown(source: str, *, stacked: bool = True) -> str:
    return one_line(to_latex(parse_expression(source), lambda name: name, stacked=stacked))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a * (b + c)", "a(b + c)"),
        ("a - (b - c)", "a − (b − c)"),
        ("a - (b + c)", "a − (b + c)"),
        ("(a + b) / (c * d)", "(a + b)/(cd)"),
        ("-a / b", "(−a)/b"),
        ("a**2 * b", "a²b"),
        ("(a + b)**2", "(a + b)²"),
        ("sqrt(1 - b**t)", "√(1 − bᵗ)"),
        ("3 * a", "3 · a"),
        ("abs(a) + max(a, b)", "|a| + max(a, b)"),
    ],
)
def test_brackets_stand_where_the_meaning_needs_them(source: str, line: str) -> None:
    assert shown(source).replace(" · ", " · ") == line


@pytest.mark.parametrize(
    ("value", "line"),
    [("-2", "−2 · 3"), ("3/4", "3/4 · 3"), ("0.9", "0.9 · 3")],
)
def test_numbers_put_in_read_as_on_paper(value: str, line: str) -> None:
    numbers = {"a": Number(Fraction(value), is_rate=True), "b": Number(Fraction(3))}
    tree = with_names_replaced(parse_expression("a * b"), numbers)
    assert one_line(to_latex(tree, str, stacked=False)) == line


def test_a_computed_number_keeps_the_spelling_of_its_line() -> None:
    numbers = {"a": Number(Fraction(3, 4)), "b": Number(Fraction(1184, 27))}
    for source, line in {"a * 3": "0.75 · 3", "b / 2": "(1184/27)/2"}.items():
        tree = with_names_replaced(parse_expression(source), numbers)
        assert one_line(to_latex(tree, str, stacked=False)) == line


def test_a_negative_number_is_bracketed_behind_a_sign_and_under_a_power() -> None:
    numbers = {"a": Number(Fraction(-2))}
    for source, line in {"b * a": "b · (−2)", "b + a": "b + (−2)", "a**2": "(−2)²"}.items():
        tree = with_names_replaced(parse_expression(source), numbers)
        assert one_line(to_latex(tree, str, stacked=False)) == line


@pytest.mark.parametrize(
    ("value", "number", "rate"),
    [
        ("3/4", "0.75", "3/4"),
        ("9/10", "0.9", "0.9"),
        ("24/25", "0.96", "0.96"),
        ("2/3", "2/3", "2/3"),
        ("-1", "-1", "-1"),
        ("-9/20", "-0.45", "-0.45"),
        ("1/1000", "0.001", "0.001"),
        ("7/4", "1.75", "1.75"),
    ],
)
def test_numbers_are_spelled_as_people_write_them(value: str, number: str, rate: str) -> None:
    assert number_text(Fraction(value)) == number
    assert rate_text(Fraction(value)) == rate


@given(st.fractions())
def test_a_spelled_number_is_the_number(value: Fraction) -> None:
    assert Fraction(number_text(value)) == value
    assert Fraction(rate_text(value)) == value
