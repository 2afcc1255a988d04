"""Walks down an objective: the same as the NumPy engine's, and none that ends in a traceback."""

from fractions import Fraction
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.optimizers import adagrad, adam, momentum, sgd
from quizdeck.optimizers.method import PARAMETER, Method
from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters
from quizdeck.optimizers.objectives import OBJECTIVES, SADDLE, VALLEY, Objective
from quizdeck.optimizers.rates import RANGES
from quizdeck.optimizers.walk import FARTHEST, Break, walk_down

BOOK = (sgd.BOOK, momentum.BOOK, adagrad.BOOK, adam.BOOK)
SMALL = {"sgd": 0.01, "momentum": 0.001, "adagrad": 0.5, "adam": 0.2}


def rates_of(method: Method, **changed: float) -> tuple[tuple[str, float], ...]:
    return tuple({**{n: float(v) for n, v in method.defaults}, **changed}.items())


@pytest.mark.parametrize("objective", OBJECTIVES, ids=lambda objective: objective.id)
@pytest.mark.parametrize("method", BOOK, ids=lambda method: method.id)
def test_a_walk_is_that_of_the_numpy_engine(method: Method, objective: Objective) -> None:
    rates = rates_of(method, lr=SMALL[method.family])
    walk = walk_down(method, rates, objective, objective.start, 200)
    assert len(walk.steps) == 200
    optimizer = REFERENCES[method.id](**dict(rates))
    params: Parameters = {PARAMETER: np.array(objective.start)}
    for point in walk.points[1:]:
        slope = np.array(objective.gradient(tuple(params[PARAMETER])))
        optimizer.update(params, {PARAMETER: slope})
        assert point == pytest.approx(tuple(params[PARAMETER]), rel=1e-9, abs=1e-12)


@given(
    st.sampled_from(BOOK),
    st.sampled_from(OBJECTIVES),
    st.floats(0, 1e6, exclude_min=True),
    st.floats(0, 1, exclude_max=True),
    st.tuples(st.floats(-FARTHEST, FARTHEST), st.floats(-FARTHEST, FARTHEST)),
)
@settings(max_examples=200)
def test_no_rate_that_is_allowed_leads_out_of_the_numbers(
    method: Method, objective: Objective, lr: float, decay: float, start: tuple[float, float]
) -> None:
    given_rates = {"lr": lr, "alpha": decay, "beta1": decay, "beta2": decay, "eps": 0.0}
    own = {name: given_rates[name] for name in method.hyperparameters}
    assert all(value in RANGES[name] for name, value in own.items())
    walk = walk_down(method, tuple(own.items()), objective, start, 30)
    assert all(isfinite(value) for step in walk.steps for axis in step for value in axis.values())
    assert all(abs(c) <= FARTHEST for point in walk.points for c in point)
    assert walk.broken_at == (None if len(walk.steps) == 30 else len(walk.steps) + 1)


def test_a_learning_rate_that_is_too_large_diverges_at_a_step() -> None:
    walk = walk_down(sgd.BOOK, rates_of(sgd.BOOK, lr=2.0), VALLEY, (-7.0, 2.0), 30)
    assert walk.broken is Break.DIVERGED
    # y is multiplied by 1 - 2 lr = -3 at every step: 2 · 3^7 = 4374, 2 · 3^8 = 13122
    assert walk.points[-1][1] == -4374
    assert walk.broken_at == 8


def test_a_step_without_a_value_ends_the_walk() -> None:
    rates = rates_of(adagrad.BOOK, eps=0.0)
    walk = walk_down(adagrad.BOOK, rates, SADDLE, (0.0, 0.5), 30)
    assert (walk.broken, walk.broken_at) == (Break.UNDEFINED, 1)
    assert walk.points == ((0.0, 0.5),)


def test_a_walk_is_computed_in_float_whatever_the_rates_were_written_as() -> None:
    exact = tuple((name, float(Fraction(value))) for name, value in adam.BOOK.defaults)
    one, other = (walk_down(adam.BOOK, exact, VALLEY, VALLEY.start, n) for n in (10, 20))
    assert other.points[:11] == one.points
