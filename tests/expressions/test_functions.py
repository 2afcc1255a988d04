"""The functions that puzzles call: whole parts, cosines of parts of π, and step counts."""

import math
from fractions import Fraction

import pytest

from quizdeck.errors import ExpressionError
from quizdeck.expressions.evaluate import evaluate_exact, float_function
from quizdeck.expressions.exact import (
    cosine_of_half_turns,
    high_of,
    low_of,
    midpoint,
    square_root,
    steps_until,
    whole_part,
)
from quizdeck.expressions.parse import parse_expression
from quizdeck.expressions.to_latex import to_latex
from quizdeck.expressions.typeset_line import one_line


@pytest.mark.parametrize(("value", "whole"), [("7/2", 3), ("3", 3), ("-1/2", -1), ("0", 0)])
def test_the_whole_part_is_not_above(value: str, whole: int) -> None:
    assert whole_part(Fraction(value)) == whole


def test_the_whole_part_of_a_root() -> None:
    assert whole_part(square_root(Fraction(2))) == 1


@pytest.mark.parametrize(
    ("half_turns", "cosine"),
    [("0", "1"), ("1/3", "1/2"), ("1/2", "0"), ("2/3", "-1/2"), ("1", "-1"), ("5/3", "1/2")],
)
def test_nice_cosines_are_exact(half_turns: str, cosine: str) -> None:
    assert cosine_of_half_turns(Fraction(half_turns)) == Fraction(cosine)
    assert cosine_of_half_turns(-Fraction(half_turns)) == Fraction(cosine)


@pytest.mark.parametrize("half_turns", ["1/4", "1/5", "7/11", "-13/9", "355/113"])
def test_other_cosines_are_enclosed(half_turns: str) -> None:
    enclosed = cosine_of_half_turns(Fraction(half_turns))
    assert high_of(enclosed) - low_of(enclosed) < Fraction(1, 10**45)
    expected = math.cos(math.pi * Fraction(half_turns))
    assert float(midpoint(enclosed)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("decay", "bound", "steps"),
    [("1/2", "1/8", 3), ("1/2", "0.12", 4), ("0.9", "0.5", 7), ("0.1", "0.5", 1)],
)
def test_steps_until_counts_a_tie_as_reached(decay: str, bound: str, steps: int) -> None:
    assert steps_until(Fraction(decay), Fraction(bound)) == steps


@pytest.mark.parametrize(
    ("decay", "bound"), [("1", "1/2"), ("0", "1/2"), ("1/2", "0"), ("1/2", "1"), ("0.999", "1e-9")]
)
def test_steps_until_has_limits(decay: str, bound: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        steps_until(Fraction(decay), Fraction(bound))


@pytest.mark.parametrize(
    "source", ["floor(7 / 2)", "cos_pi(1 / 3)", "steps_until(0.9, 0.5)", "2 * cos_pi(2 / 3)"]
)
def test_exact_and_float_agree(source: str) -> None:
    expression = parse_expression(source)
    exact = float(midpoint(evaluate_exact(expression, {})))
    assert float_function(expression)({}) == pytest.approx(exact)


@pytest.mark.parametrize("source", ["floor(1, 2)", "cos_pi(1, 2)", "steps_until(1)"])
def test_the_number_of_arguments_is_checked(source: str) -> None:
    with pytest.raises(ExpressionError):
        parse_expression(source)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("floor(t / S)", "⌊t/S⌋"),
        ("cos_pi(t / T)", "cos(π · t/T)"),
        ("steps_until(q, c)", "min{t | qᵗ ≤ c}"),
    ],
)
def test_they_are_typeset(source: str, line: str) -> None:
    assert one_line(to_latex(parse_expression(source), str, stacked=False)) == line
