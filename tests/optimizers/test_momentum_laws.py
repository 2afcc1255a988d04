"""Momentum and Nesterov: forms that differ in their velocities and walk one path."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.expressions.exact import Value, add, divide, multiply, negate
from quizdeck.optimizers.numpy_reference import Parameters
from quizdeck.optimizers.numpy_reference.momentum import (
    Momentum,
    MomentumPyTorch,
    MomentumRuder,
    Nesterov,
    NesterovLookahead,
)
from quizdeck.optimizers.objectives import VALLEY
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.optimizers.trace import Step, descent, exact_descent, exact_trace

MOMENTUM_FORMS = ("momentum.book", "momentum.ruder", "momentum.pytorch")

nonzero = st.fractions(min_value=-20, max_value=20, max_denominator=8).filter(bool)
gradients = st.lists(nonzero, min_size=1, max_size=5)
decays = st.fractions(min_value=0, max_value=Fraction(19, 20), max_denominator=40)
quickly = settings(max_examples=12, deadline=None)


def trace(id_: str, gradients: Sequence[Fraction], **rates: Fraction) -> Sequence[Step[Value]]:
    method = method_by_id(id_)
    known = {name: rates.get(name, default) for name, default in method.defaults}
    return exact_trace(method, known, gradients)


@pytest.mark.parametrize("id_", [m.id for m in METHODS if m.family in {"momentum", "nesterov"}])
@given(gradients=gradients)
@quickly
def test_without_momentum_there_is_sgd(id_: str, gradients: list[Fraction]) -> None:
    without = trace(id_, gradients, alpha=Fraction(0))
    sgd = trace("sgd.book", gradients, lr=dict(method_by_id(id_).defaults)["lr"])
    assert [step["theta"] for step in without] == [step["theta"] for step in sgd]


@given(gradients=gradients, alpha=decays, rate=st.fractions(Fraction(1, 100), 2))
@quickly
def test_the_forms_of_momentum_walk_one_path_with_other_velocities(
    gradients: list[Fraction], alpha: Fraction, rate: Fraction
) -> None:
    book, ruder, pytorch = (trace(id_, gradients, lr=rate, alpha=alpha) for id_ in MOMENTUM_FORMS)
    for a, b, c in zip(book, ruder, pytorch, strict=True):
        assert a["theta"] == b["theta"] == c["theta"]
        assert b["v"] == negate(a["v"])
        assert c["v"] == divide(negate(a["v"]), rate)


def test_the_forms_of_momentum_part_when_the_rate_changes() -> None:
    ends = []
    for optimizer in (Momentum(alpha=0.9), MomentumRuder(alpha=0.9), MomentumPyTorch(alpha=0.9)):
        params: Parameters = {"theta": 0.0}
        for optimizer.lr in (0.1, 0.1, 0.01):
            optimizer.update(params, {"theta": 1.0})
        ends.append(params["theta"])
    assert ends == pytest.approx([-0.471, -0.471, -0.3171])


@given(curvature=nonzero, centre=nonzero, start=nonzero, alpha=decays)
@quickly
def test_both_forms_of_nesterov_walk_one_path_in_look_ahead_coordinates(
    curvature: Fraction, centre: Fraction, start: Fraction, alpha: Fraction
) -> None:
    def slope(points: Sequence[Value]) -> Sequence[Value]:
        return [multiply(curvature, add(point, centre)) for point in points]

    rates = {"lr": Fraction(1, 10), "alpha": alpha}
    book, lookahead = (
        exact_descent(method_by_id(id_), rates, slope, start=[start], steps=6)
        for id_ in ("nesterov.book", "nesterov.lookahead")
    )
    for (ours,), (true,) in zip(book, lookahead, strict=True):
        assert ours["theta"] == add(true["theta"], multiply(alpha, true["v"]))
        assert ours["v"] == true["v"]
        assert ours["g"] == true["g"]


def test_the_numpy_classes_of_nesterov_walk_one_path_too() -> None:
    book, true = Nesterov(lr=0.1), NesterovLookahead(lr=0.1)
    ahead: Parameters = {"x": -7, "y": 2}
    params: Parameters = {"x": -7, "y": 2}
    for _ in range(10):
        book.update(ahead, slopes_at(ahead))
        true.update(params, slopes_at(true.lookahead(params)))
        assert true.lookahead(params) == pytest.approx(ahead, abs=1e-13)


def slopes_at(point: Mapping[str, Any]) -> Parameters:
    x, y = VALLEY.gradient((float(point["x"]), float(point["y"])))
    return {"x": x, "y": y}


def test_a_walk_takes_its_gradient_where_the_method_says() -> None:
    asked: list[Sequence[float]] = []

    def gradient(point: Sequence[float]) -> Sequence[float]:
        asked.append(tuple(point))
        return VALLEY.gradient(point)

    method = method_by_id("nesterov.lookahead")
    walk = descent(method, {"lr": 0.1, "alpha": 0.9}, gradient, start=VALLEY.start, steps=2)
    assert asked[0] == VALLEY.start
    assert asked[1] == pytest.approx([axis["theta"] + 0.9 * axis["v"] for axis in walk[0]])
