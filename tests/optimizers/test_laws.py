"""What the theory of each method says of every walk."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.expressions.exact import (
    Value,
    add,
    divide,
    may_be_equal,
    midpoint,
    multiply,
    negate,
    square_root,
)
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.optimizers.trace import Step, exact_trace

SCALE_FREE = (
    "adagrad.book",
    "rmsprop.book",
    "rmsprop.inside",
    "adam.book",
    "adam.paper",
    "amsgrad.paper",
    "amsgrad.pytorch",
    "adamax.paper",
)
PROPORTIONAL = ("sgd", "momentum", "nesterov")

nonzero = st.fractions(min_value=-20, max_value=20, max_denominator=8).filter(bool)
gradients = st.lists(nonzero, min_size=1, max_size=5)
decays = st.fractions(min_value=0, max_value=Fraction(19, 20), max_denominator=40)
quickly = settings(max_examples=12, deadline=None)


def named(*ids: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("method", [method_by_id(id_) for id_ in ids], ids=ids)


all_methods = named(*(method.id for method in METHODS))


def trace(
    method: Method, gradients: Sequence[Fraction], **rates: Fraction
) -> Sequence[Step[Value]]:
    known = {name: rates.get(name, default) for name, default in method.defaults}
    return exact_trace(method, known, gradients, start=rates.get("theta0", Fraction(0)))


def same_path(left: Sequence[Step[Value]], right: Sequence[Step[Value]]) -> bool:
    return all(may_be_equal(a["theta"], b["theta"]) for a, b in zip(left, right, strict=True))


@named(*SCALE_FREE)
@given(gradients=gradients, scale=st.integers(min_value=2, max_value=9))
@quickly
def test_the_scale_of_the_gradients_moves_no_adaptive_method(
    method: Method, gradients: list[Fraction], scale: int
) -> None:
    small = trace(method, gradients, eps=Fraction(0))
    large = trace(method, [scale * g for g in gradients], eps=Fraction(0))
    assert same_path(small, large)


@named(*(method.id for method in METHODS if method.family in PROPORTIONAL))
@given(gradients=gradients, scale=nonzero)
@quickly
def test_sgd_and_momentum_move_in_proportion_to_the_gradients(
    method: Method, gradients: list[Fraction], scale: Fraction
) -> None:
    small, large = trace(method, gradients), trace(method, [scale * g for g in gradients])
    assert all(
        may_be_equal(multiply(scale, a["theta"]), b["theta"])
        for a, b in zip(small, large, strict=True)
    )


@given(gradients=gradients)
@quickly
def test_adadelta_never_starts_without_eps(gradients: list[Fraction]) -> None:
    path = trace(method_by_id("adadelta"), gradients, eps=Fraction(0))
    assert all(step["theta"] == 0 for step in path)


def test_an_accumulator_that_starts_above_zero_sees_the_scale() -> None:
    keras = method_by_id("adagrad.keras")
    small, large = (trace(keras, [Fraction(g)], eps=Fraction(0)) for g in (1, 2))
    assert not same_path(small, large)


@all_methods
@given(gradients=gradients)
@quickly
def test_the_other_sign_walks_the_other_way(method: Method, gradients: list[Fraction]) -> None:
    there, back = trace(method, gradients), trace(method, [-g for g in gradients])
    assert all(
        may_be_equal(a["theta"], negate(b["theta"])) for a, b in zip(there, back, strict=True)
    )


@named(*(method.id for method in METHODS if method.family != "adamw"))
@given(gradients=gradients, start=nonzero)
@quickly
def test_the_start_shifts_the_path_and_nothing_else(
    method: Method, gradients: list[Fraction], start: Fraction
) -> None:
    here, there = trace(method, gradients), trace(method, gradients, theta0=start)
    assert all(
        may_be_equal(add(a["theta"], start), b["theta"]) for a, b in zip(here, there, strict=True)
    )


@named("adam.book", "adam.paper", "adagrad.book", "adamax.paper", "amsgrad.pytorch")
@given(gradient=nonzero)
@quickly
def test_the_first_step_has_the_size_of_the_rate(method: Method, gradient: Fraction) -> None:
    (first,) = trace(method, [gradient], lr=Fraction(1, 10), eps=Fraction(0))
    expected = Fraction(-1, 10) if gradient > 0 else Fraction(1, 10)
    assert may_be_equal(first["delta_theta"], expected)


@given(gradients)
@quickly
def test_corrected_moments_are_means_of_what_was_seen(gradients: list[Fraction]) -> None:
    last = trace(method_by_id("adam.paper"), gradients)[-1]
    squares = [gradient * gradient for gradient in gradients]
    assert min(gradients) <= midpoint(last["m_hat"]) <= max(gradients)
    assert min(squares) <= midpoint(last["v_hat"]) <= max(squares)


@named("adam.paper", "adamw.pytorch", "adamw.paper", "amsgrad.pytorch")
@given(gradient=nonzero, steps=st.integers(1, 6), beta1=decays, beta2=decays)
@quickly
def test_a_constant_gradient_is_its_own_corrected_mean(
    method: Method, gradient: Fraction, steps: int, beta1: Fraction, beta2: Fraction
) -> None:
    last = trace(method, [gradient] * steps, beta1=beta1, beta2=beta2)[-1]
    assert last["m_hat"] == gradient
    assert last["v_hat"] == gradient**2


@given(gradients=gradients, data=st.data())
@quickly
def test_adagrad_s_accumulator_never_falls_and_knows_no_order(
    gradients: list[Fraction], data: st.DataObject
) -> None:
    for id_ in ("adagrad.book", "adagrad.keras"):
        sizes = [midpoint(step["h"]) for step in trace(method_by_id(id_), gradients)]
        shuffled = data.draw(st.permutations(gradients))
        assert sizes == sorted(sizes)
        assert trace(method_by_id(id_), shuffled)[-1]["h"] == sizes[-1]


@given(gradient=nonzero)
@quickly
def test_adagrad_slows_down_by_the_root_of_the_step(gradient: Fraction) -> None:
    path = trace(method_by_id("adagrad"), [gradient] * 4, lr=Fraction(1), eps=Fraction(0))
    assert abs(midpoint(path[3]["delta_theta"])) == Fraction(1, 2)


@named("amsgrad.paper", "amsgrad.pytorch")
@given(gradients=gradients)
@quickly
def test_amsgrad_s_maximum_never_falls_below_anything(
    method: Method, gradients: list[Fraction]
) -> None:
    path = trace(method, gradients, beta2=Fraction(1, 2))
    maxima = [midpoint(step["v_max"]) for step in path]
    assert maxima == sorted(maxima)
    assert maxima[-1] == max(midpoint(step["v"]) for step in path)


@given(gradients=gradients, decay=decays)
@quickly
def test_adam_without_first_moment_is_corrected_rmsprop(
    gradients: list[Fraction], decay: Fraction
) -> None:
    rate = Fraction(1, 10)
    adam = trace(method_by_id("adam.paper"), gradients, lr=rate, beta1=Fraction(0), beta2=decay)
    rmsprop = trace(method_by_id("rmsprop"), gradients, rho=decay)
    for t, (ours, theirs) in enumerate(zip(adam, rmsprop, strict=True), start=1):
        corrected = add(square_root(divide(theirs["h"], 1 - decay**t)), Fraction(1, 10**8))
        assert may_be_equal(ours["delta_theta"], divide(-rate * gradients[t - 1], corrected))


@named("adamw.pytorch", "adamw.paper")
@given(gradients=gradients, start=nonzero)
@quickly
def test_adamw_without_decay_is_adam(
    method: Method, gradients: list[Fraction], start: Fraction
) -> None:
    without = trace(method, gradients, theta0=start, weight_decay=Fraction(0))
    assert same_path(without, trace(method_by_id("adam.paper"), gradients, theta0=start))


def test_the_forms_of_adamw_differ_by_the_rate_on_the_decay() -> None:
    decay, rate, start = Fraction(1, 10), Fraction(1, 100), Fraction(4)
    adam, pytorch, paper = (
        trace(method_by_id(id_), [Fraction(2)], lr=rate, weight_decay=decay, theta0=start)[0]
        for id_ in ("adam.paper", "adamw.pytorch", "adamw.paper")
    )
    for form, shrinkage in ((pytorch, rate * decay), (paper, decay)):
        expected = add(adam["delta_theta"], -shrinkage * start)
        assert may_be_equal(form["delta_theta"], expected)
