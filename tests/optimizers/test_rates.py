"""Which rates are taken and which are refused."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.errors import UsageError
from quizdeck.language.catalogue import error_text
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.rates import RANGES, validated_rates
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.text import Language

all_methods = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)


@all_methods
def test_every_rate_has_a_range_and_every_default_is_in_it(method: Method) -> None:
    assert set(method.hyperparameters) <= RANGES.keys()
    assert validated_rates(method, dict(method.defaults)) == dict(method.defaults)


@pytest.mark.parametrize(
    ("id_", "name", "value"),
    [
        ("sgd", "lr", Fraction(0)),
        ("sgd", "lr", Fraction(-1, 10)),
        ("sgd", "lr", Fraction(10**6 + 1)),
        ("momentum", "alpha", Fraction(1)),
        ("rmsprop", "rho", Fraction(-1, 100)),
        ("adam", "beta1", Fraction(11, 10)),
        ("adam", "beta2", Fraction(1)),
        ("adagrad", "eps", Fraction(-1, 10**8)),
        ("adamw", "weight_decay", Fraction(-1)),
    ],
)
def test_what_makes_no_sense_is_refused(id_: str, name: str, value: Fraction) -> None:
    method = method_by_id(id_)
    with pytest.raises(UsageError) as caught:
        validated_rates(method, {**dict(method.defaults), name: value})
    assert caught.value.key == "usage.rate_out_of_range"
    assert caught.value.details["name"] == name


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2.1])
def test_floats_are_judged_alike(value: float) -> None:
    with pytest.raises(UsageError):
        validated_rates(method_by_id("adam"), {"beta1": value})


def test_ends_that_belong_to_a_range_are_taken() -> None:
    rates = {"beta1": Fraction(0), "eps": Fraction(0), "lr": Fraction(10**6)}
    assert validated_rates(method_by_id("adam"), rates) == rates


def test_a_rate_that_the_method_does_not_read_is_nobody_s_business() -> None:
    rates = {"lr": Fraction(1, 10), "beta1": Fraction(7)}
    assert validated_rates(method_by_id("sgd"), rates) == rates


@pytest.mark.parametrize("language", Language)
def test_the_refusal_names_the_rate_the_value_and_the_range(language: Language) -> None:
    with pytest.raises(UsageError) as caught:
        validated_rates(method_by_id("adam"), {"beta1": Fraction(21, 20)})
    message = error_text(caught.value, language)
    assert all(part in message for part in ("beta1", "1.05", "0 ≤ beta1 < 1"))


@settings(max_examples=20, deadline=None)
@given(st.fractions(min_value=0, max_value=1).filter(lambda decay: decay < 1))
def test_every_decay_below_one_is_taken(decay: Fraction) -> None:
    validated_rates(method_by_id("momentum"), {"alpha": decay})
