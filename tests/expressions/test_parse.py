from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.errors import ExpressionError
from quizdeck.expressions.evaluate import evaluate_exact
from quizdeck.expressions.parse import parse_equation, parse_expression

X = Fraction(3)
Y = Fraction(-2)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 2 - 3", 5),
        ("12 / 2 / 3", 2),
        ("-x**2", -9),
        ("2**-1", Fraction(1, 2)),
        ("2**3**2", 512),
        ("x * -y", 6),
        ("sqrt(x * 12)", 6),
        ("abs(y) + max(x, y)", 5),
        ("0.1 + 0.2", Fraction(3, 10)),
    ],
)
def test_arithmetic_reads_as_in_python_and_stays_exact(source: str, value: Fraction) -> None:
    assert evaluate_exact(parse_expression(source), {"x": X, "y": Y}) == value


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("", 1),
        ("1 +", 4),
        ("1 + )", 5),
        ("2 $ 3", 3),
        ("(1", 3),
        ("1 2", 3),
        ("import(os)", 1),
        ("sqrt(1, 2)", 1),
        ("x.y", 2),
        ("'a'", 1),
        ("１", 1),
    ],
)
def test_anything_else_is_refused_with_its_column(source: str, column: int) -> None:
    with pytest.raises(ExpressionError) as refusal:
        parse_expression(source)
    assert refusal.value.details["column"] == column


def test_nesting_is_limited() -> None:
    with pytest.raises(ExpressionError):
        parse_expression("-" * 100 + "1")
    with pytest.raises(ExpressionError):
        parse_expression("(" * 200 + "1" + ")" * 200)


@pytest.mark.parametrize("source", ["m", "1 = 2", "m = = 1", "m + 1 = 2", "= 1"])
def test_an_equation_sets_one_name(source: str) -> None:
    with pytest.raises(ExpressionError):
        parse_equation(source)


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(source: str) -> None:
    try:
        parse_expression(source)
    except ExpressionError as refusal:
        column = refusal.details["column"]
    else:
        column = 1
    assert isinstance(column, int)
