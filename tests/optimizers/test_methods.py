"""Every method, in every reading that the package has of it."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.errors import UsageError
from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.expressions.typeset_line import one_line
from quizdeck.optimizers.closed_forms import closed_form
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.numpy_reference import REFERENCES
from quizdeck.optimizers.objectives import VALLEY
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.optimizers.symbols import formulas
from quizdeck.optimizers.trace import descent, exact_trace

GRADIENTS = (Fraction(2), Fraction(-1), Fraction(4))
ALL_METHODS = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)

gradients = st.lists(
    st.fractions(min_value=-20, max_value=20, max_denominator=8).filter(bool),
    min_size=1,
    max_size=5,
)
decays = st.fractions(min_value=Fraction(1, 20), max_value=Fraction(19, 20), max_denominator=40)


def rates_of(method: Method, **changed: Fraction) -> dict[str, Fraction]:
    return {name: changed.get(name, value) for name, value in method.defaults}


def thetas(method: Method, **changed: Fraction) -> list[float]:
    trace = exact_trace(method, rates_of(method, **changed), GRADIENTS, start=Fraction(1))
    return [round(float(midpoint(step["theta"])), 6) for step in trace]


@pytest.mark.parametrize(
    ("id_", "path"),
    [
        ("sgd.book", [0.8, 0.9, 0.5]),
        ("momentum.book", [0.8, 0.72, 0.248]),
        ("adagrad.book", [0.9, 0.944721, 0.857434]),
        ("adam.book", [0.9, 0.873366, 0.807555]),
        ("adam.paper", [0.9, 0.873366, 0.807555]),
    ],
)
def test_golden_paths(id_: str, path: list[float]) -> None:
    """θ₀=1, g=(2,−1,4), lr=0.1, α=β₁=0.9, β₂=0.999: values from NumPy runs of the book's code."""
    assert thetas(method_by_id(id_), lr=Fraction(1, 10)) == path


def test_the_article_s_walk_ends_where_it_should() -> None:
    adam = method_by_id("adam.book")
    rates = {**{k: float(v) for k, v in adam.defaults}, "lr": 0.3}
    walk = descent(adam, rates, VALLEY.gradient, start=(-7, 2), steps=30)
    assert [round(step["theta"], 3) for step in walk[-1]] == [0.136, 0.318]


def test_the_article_s_walk_is_the_numpy_class_s_walk() -> None:
    params = {"x": np.array(-7.0), "y": np.array(2.0)}
    adam = REFERENCES["adam.book"](lr=0.3)
    for _ in range(30):
        slope = VALLEY.gradient((float(params["x"]), float(params["y"])))
        adam.update(params, {"x": slope[0], "y": slope[1]})
    assert float(params["x"]) == pytest.approx(0.1360068524, abs=1e-9)
    assert float(params["y"]) == pytest.approx(0.3182453755, abs=1e-9)


@ALL_METHODS
@given(gradients=gradients, alpha=decays, beta1=decays, beta2=decays)
@settings(max_examples=40, deadline=None)
def test_recurrence_and_closed_form_agree(
    method: Method, gradients: list[Fraction], alpha: Fraction, beta1: Fraction, beta2: Fraction
) -> None:
    rates = rates_of(method, lr=Fraction(3, 10), alpha=alpha, beta1=beta1, beta2=beta2)
    last = exact_trace(method, rates, gradients, start=Fraction(5, 7))[-1]
    for quantity in method.quantities:
        summed = closed_form(method.id, quantity)({**rates, "theta0": Fraction(5, 7)}, gradients)
        assert may_be_equal(last[quantity], summed), quantity


@ALL_METHODS
@given(gradients=gradients)
@settings(max_examples=40, deadline=None)
def test_recurrence_and_numpy_agree(method: Method, gradients: list[Fraction]) -> None:
    rates = rates_of(method, lr=Fraction(3, 10))
    trace = exact_trace(method, rates, gradients, start=Fraction(1))
    optimizer = REFERENCES[method.id](**{k: float(v) for k, v in rates.items()})
    params = {"theta": np.array([1.0])}
    for gradient in gradients:
        optimizer.update(params, {"theta": np.array([float(gradient)])})
    expected = float(midpoint(trace[-1]["theta"]))
    assert params["theta"][0] == pytest.approx(expected, rel=1e-9, abs=1e-9)


@ALL_METHODS
def test_integer_parameters_are_fine(method: Method) -> None:
    optimizer = REFERENCES[method.id](lr=0.1)
    params = {"w": np.array([1, 2]), "b": np.int64(3), "n": 4}
    for _ in range(3):
        optimizer.update(params, {"w": np.array([2, -1]), "b": np.int64(1), "n": 1})
    assert all(np.all(np.isfinite(np.asarray(value, dtype=float))) for value in params.values())
    assert params["w"][0] < 1 < 2 < params["w"][1]


@ALL_METHODS
def test_every_equation_can_be_typeset(method: Method) -> None:
    for latex in formulas(method):
        assert "=" in one_line(latex)


def test_subscripts_follow_from_the_order_of_the_equations() -> None:
    lines = [one_line(latex) for latex in formulas(method_by_id("adam.book"))]
    assert lines == [
        "mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ",
        "vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²",
        "lrₜ = (lr · √(1 − β₂ᵗ))/(1 − β₁ᵗ)",
        "θₜ = θₜ₋₁ − (lrₜ · mₜ)/(√vₜ + ε)",
    ]


def first_update(method: Method, gradient: Fraction) -> Value:
    rates = rates_of(method, lr=Fraction(1, 10), eps=Fraction(0))
    return exact_trace(method, rates, [gradient])[-1]["delta_theta"]


@given(st.fractions(min_value=-100, max_value=100).filter(bool))
def test_the_first_step_of_adam_and_adagrad_has_the_size_of_the_rate(gradient: Fraction) -> None:
    expected = Fraction(-1, 10) if gradient > 0 else Fraction(1, 10)
    for id_ in ("adam.book", "adam.paper", "adagrad.book"):
        assert may_be_equal(first_update(method_by_id(id_), gradient), expected)


@given(gradients)
def test_corrected_moments_are_means_of_what_was_seen(gradients: list[Fraction]) -> None:
    paper = method_by_id("adam.paper")
    last = exact_trace(paper, rates_of(paper), gradients, quantity="theta")[-1]
    squares = [gradient * gradient for gradient in gradients]
    assert min(gradients) <= midpoint(last["m_hat"]) <= max(gradients)
    assert min(squares) <= midpoint(last["v_hat"]) <= max(squares)


@given(gradients)
def test_the_accumulator_of_adagrad_never_falls(gradients: list[Fraction]) -> None:
    adagrad = method_by_id("adagrad")
    trace = exact_trace(adagrad, rates_of(adagrad), gradients, quantity="h")
    sizes = [midpoint(step["h"]) for step in trace]
    assert sizes == sorted(sizes)


@given(gradients, st.integers(min_value=2, max_value=9))
def test_the_scale_of_the_gradients_does_not_move_adam(
    gradients: list[Fraction], scale: int
) -> None:
    paper = method_by_id("adam.paper")
    rates = rates_of(paper, eps=Fraction(0))
    small, large = (
        exact_trace(paper, rates, [factor * g for g in gradients])[-1]["delta_theta"]
        for factor in (1, scale)
    )
    assert may_be_equal(small, large)


def test_a_family_alone_means_the_book() -> None:
    assert method_by_id("adam") is method_by_id("adam.book")
    with pytest.raises(UsageError):
        method_by_id("adam.other")
