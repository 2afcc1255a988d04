"""Straight code over numerators and denominators gives what exact arithmetic gives."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.expressions.evaluate import evaluate_exact
from quizdeck.expressions.exact import Value
from quizdeck.expressions.parse import parse_expression
from quizdeck.expressions.ratios import IrrationalError, Ratio, Source, may_be_irrational
from quizdeck.expressions.tree import Binary, Call, Expression, Function, Name, Negation, Number
from quizdeck.expressions.tree import Operator as Op

NUMBERS = st.fractions(min_value=-9, max_value=9, max_denominator=12)
LEAVES = st.builds(Number, NUMBERS) | st.sampled_from([Name("x"), Name("y")])


def _larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    whole = st.integers(-3, 3).map(lambda n: Number(Fraction(n)))
    one, two = inner.map(lambda a: (a,)), st.tuples(inner, inner)
    return (
        st.builds(Negation, inner)
        | st.builds(
            Binary, st.sampled_from([Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE]), inner, inner
        )
        | st.builds(Binary, st.just(Op.POWER), inner, whole)
        | st.builds(Call, st.sampled_from([Function.MAGNITUDE, Function.FLOOR]), one)
        | st.builds(Call, st.just(Function.MAXIMUM), two)
        | st.builds(
            Call, st.just(Function.SQUARE_ROOT), inner.map(lambda a: (Binary(Op.MULTIPLY, a, a),))
        )
    )


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(LEAVES, _larger, max_leaves=12)


def computed(expression: Expression, x: Fraction, y: Fraction) -> Ratio:
    source = Source()
    source.line(expression, {"x": source.rate("x"), "y": source.gradient(0)})
    return source.program()({"x": x}, [y])[0]


def outcome(expression: Expression, x: Fraction, y: Fraction) -> Value | type[Exception]:
    try:
        return evaluate_exact(expression, {"x": x, "y": y})
    except (ZeroDivisionError, ValueError) as error:
        return type(error)


@given(EXPRESSIONS, NUMBERS, NUMBERS)
def test_a_line_has_its_exact_value_in_lowest_terms(
    expression: Expression, x: Fraction, y: Fraction
) -> None:
    expected = outcome(expression, x, y)
    if isinstance(expected, Fraction):
        assert computed(expression, x, y) == expected.as_integer_ratio()
    else:
        with pytest.raises((ZeroDivisionError, ValueError)):
            computed(expression, x, y)


@pytest.mark.parametrize("text", ["sqrt(x)", "1 + sqrt(x) * sqrt(x)", "cos_pi(x / 7)"])
def test_a_number_that_is_no_fraction_is_refused(text: str) -> None:
    expression = parse_expression(text)
    assert may_be_irrational(expression, ())
    with pytest.raises(IrrationalError):
        computed(expression, Fraction(2), Fraction(0))


@pytest.mark.parametrize(
    ("text", "value"),
    [("cos_pi(x / 6)", "1/2"), ("steps_until(1 / x, 0.1)", "4"), ("sqrt(x + 2)", "2")],
)
def test_functions_with_fractions_for_values(text: str, value: str) -> None:
    ratio = computed(parse_expression(text), Fraction(2), Fraction(0))
    assert Fraction(*ratio) == Fraction(value)


def test_a_name_passes_on_that_it_may_be_irrational() -> None:
    assert may_be_irrational(parse_expression("x + 1"), {"x"})
    assert not may_be_irrational(parse_expression("x + abs(y)"), {"z"})
