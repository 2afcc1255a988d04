"""Every method, in every reading that the package has of it."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.errors import UsageError
from quizdeck.expressions.exact import Enclosure, may_be_equal, midpoint
from quizdeck.expressions.parse import parse_equation
from quizdeck.expressions.tree import names_in
from quizdeck.optimizers.closed_forms import closed_form
from quizdeck.optimizers.method import PARAMETER, Method
from quizdeck.optimizers.numpy_reference import REFERENCES, Array, Optimizer, Parameters, Rate
from quizdeck.optimizers.objectives import VALLEY
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.optimizers.trace import descent, exact_trace

LR = Fraction(3, 10)
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
        ("nesterov.book", [0.62, 0.648, -0.1768]),
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
@given(gradients=gradients, decay=decays, other_decay=decays)
@settings(max_examples=15, deadline=None)
def test_recurrence_and_closed_form_agree(
    method: Method, gradients: list[Fraction], decay: Fraction, other_decay: Fraction
) -> None:
    rates = rates_of(
        method, lr=LR, alpha=decay, rho=decay, beta1=decay, beta2=other_decay, weight_decay=LR
    )
    last = exact_trace(method, rates, gradients, start=Fraction(5, 7))[-1]
    for quantity in method.quantities:
        summed = closed_form(method.id, quantity)({**rates, "theta0": Fraction(5, 7)}, gradients)
        assert may_be_equal(last[quantity], summed), quantity


@ALL_METHODS
@given(gradients=gradients, decay=decays)
@settings(max_examples=15, deadline=None)
def test_recurrence_and_numpy_agree(
    method: Method, gradients: list[Fraction], decay: Fraction
) -> None:
    rates = rates_of(method, lr=LR, alpha=decay, rho=decay, beta1=decay)
    trace = exact_trace(method, rates, gradients, start=Fraction(1))
    optimizer = REFERENCES[method.id](**{k: float(v) for k, v in rates.items()})
    params = {"theta": np.array([1.0])}
    for gradient in gradients:
        optimizer.update(params, {"theta": np.array([float(gradient)])})
    for quantity in set(method.quantities) - {"delta_theta"}:
        measured = params["theta"] if quantity == "theta" else attribute(optimizer, quantity)
        expected = float(midpoint(trace[-1][quantity]))
        assert measured == pytest.approx(expected, rel=1e-9, abs=1e-9), quantity


def attribute(optimizer: Optimizer, quantity: str) -> object:
    kept = getattr(optimizer, quantity)
    return kept["theta"] if isinstance(kept, dict) else kept


@ALL_METHODS
def test_every_element_may_have_rates_of_its_own(method: Method) -> None:
    rates = {name: float(value) for name, value in method.defaults}
    other = {name: value / 2 for name, value in rates.items()}
    block = {name: np.array([rates[name], other[name]]) for name in rates}
    together = path_in_numpy(method, block, width=2)
    apart = [path_in_numpy(method, each, width=1) for each in (rates, other)]
    assert np.array_equal(together, np.concatenate(apart))


def path_in_numpy(method: Method, rates: Mapping[str, Rate], width: int) -> Array:
    optimizer = REFERENCES[method.id](**rates)
    params: Parameters = {"theta": np.ones(width)}
    for gradient in GRADIENTS:
        optimizer.update(params, {"theta": np.full(width, float(gradient))})
    moved: Array = params["theta"]
    return moved


@ALL_METHODS
def test_the_numpy_class_has_the_defaults_of_the_method(method: Method) -> None:
    optimizer = REFERENCES[method.id]()
    for name, value in method.defaults:
        assert getattr(optimizer, name) == float(value)


@ALL_METHODS
def test_integer_parameters_are_fine(method: Method) -> None:
    optimizer = REFERENCES[method.id]()
    params: Parameters = {"w": np.array([1, 2]), "b": np.int64(3), "n": 4}
    for _ in range(3):
        optimizer.update(params, {"w": np.array([2, -1]), "b": np.int64(1), "n": 1})
    assert all(np.all(np.isfinite(np.asarray(value, dtype=float))) for value in params.values())
    low, high = params["w"]
    assert low < 1
    assert high > 2 or method.family == "adamw"  # the weight decay may win


def test_ids_are_unique_and_say_the_family() -> None:
    assert len({method.id for method in METHODS}) == len(METHODS)
    assert all(method.id.startswith(f"{method.family}.") for method in METHODS)


def test_an_update_of_several_terms_is_one_quantity() -> None:
    (update, addition, velocity) = method_by_id("nesterov.book").steps
    assert update == parse_equation("delta_theta = alpha**2 * v - (1 + alpha) * lr * g")
    assert addition == parse_equation("theta = theta + delta_theta")
    assert velocity.target == "v"


def test_adadelta_reads_its_own_update() -> None:
    adadelta = method_by_id("adadelta")
    assert adadelta.quantities == ("h", "delta_theta", "s", "theta")
    assert adadelta.states == ("h", "s")
    assert [e.target for e in adadelta.needed_for("delta_theta")] == ["h", "delta_theta", "s"]


def test_what_a_state_starts_at_is_data() -> None:
    keras = method_by_id("adagrad.keras")
    assert keras.initial_values == {"h": Fraction(1, 10)}
    (first,) = exact_trace(keras, rates_of(keras), [Fraction(3)])
    assert first["h"] == Fraction(91, 10)


def test_a_long_exact_trace_stays_short_in_digits() -> None:
    adadelta = method_by_id("adadelta")
    last = exact_trace(adadelta, rates_of(adadelta), GRADIENTS * 20)[-1]
    theta = last["theta"]
    assert isinstance(theta, Enclosure)
    assert theta.low.denominator.bit_length() < 2000
    assert theta.high - theta.low < Fraction(1, 10**40)


def test_a_family_alone_means_the_book() -> None:
    assert method_by_id("adam") is method_by_id("adam.book")
    assert method_by_id("adadelta") is method_by_id("adadelta.paper")
    with pytest.raises(UsageError):
        method_by_id("adam.other")


@ALL_METHODS
def test_every_line_of_a_method_can_be_read(method: Method) -> None:
    assert tuple(equation.target for equation in method.equations) == method.targets
    assert names_in(method.gradient_at) <= {PARAMETER, *method.states, *method.hyperparameters}
    assert tuple(name for name, _ in method.defaults) == method.hyperparameters
