"""Typed code is right if it computes what the key computes, however it is written."""

import time
from collections.abc import Mapping
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizdeck.code_blanks.grammar import read_code
from quizdeck.code_blanks.states import Domain
from quizdeck.code_blanks.typed import Refutation, refutation
from quizdeck.errors import QuizdeckError
from quizdeck.expressions.exact import Enclosure
from quizdeck.grading.reading import Unreadable
from quizdeck.language.code_blanks import BLANKS


def compared(
    typed: str, key: str, *, seed: str = "1", domains: Mapping[str, Domain] | None = None
) -> Refutation | None:
    wants_assignment = "=" in key
    codes = [read_code(text, wants_assignment=wants_assignment) for text in (typed, key)]
    return refutation(*codes, seed=seed, domains=domains)


SAME = [
    ("m += (1-b1)*(g-m)", "m = b1*m+(1-b1)*g"),
    (
        "self.v[key] += (1-self.beta2)*(grads[key]**2-self.v[key])",
        "self.v[key] = self.beta2*self.v[key] + (1-self.beta2)*grads[key]*grads[key]",
    ),
    ("v *= a; v -= lr*g; params[key] += v", "v = a*v - lr*g; params[key] = params[key] + v"),
    ("step = lr*g; theta -= step", "theta -= lr*g"),
    ("c = a; a = b; b = c", "a, b = b, a"),
    ("np.square(g)", "g * g"),
    ("abs(g)", "np.sqrt(g**2)"),
    ("(g**2)**0.5", "np.abs(g)"),
    ("m * lr_t / (v**0.5 + 1e-7)", "lr_t * m / (np.sqrt(v) + 1e-7)"),
    ("lr * m * (np.sqrt(v) + eps)**-1", "lr * m / (np.sqrt(v) + eps)"),
    ("lr * np.sqrt(1 - b2**t) / (1 - b1**t)", "lr / (1 - b1**t) * (1 - b2**t)**0.5"),
    ("np.sqrt(h) * np.sqrt(h)", "h"),
    ("np.maximum(a, b)", "(a + b + abs(a - b)) / 2"),
    ("0.5 * g", "g / 2"),
    ("np.zeros_like(g)", "g - g"),
    ("m / np.sqrt(v / (1 - self.decay2**t))", "m / (v / (1 - self.decay2**t))**0.5"),
]


@pytest.mark.parametrize(("typed", "key"), SAME)
def test_equal_code_is_the_same(typed: str, key: str) -> None:
    positive = {"h": Domain.POSITIVE}
    assert compared(typed, key, domains=positive) is None


DIFFERENT = [
    ("m = b1*m + b1*g", "m = b1*m + (1-b1)*g"),
    ("m = (1-b1)*m + b1*g", "m = b1*m + (1-b1)*g"),
    ("v = b2*v + (1-b2)*g", "v = b2*v + (1-b2)*g**2"),
    ("v = v + g**2", "v = b2*v + (1-b2)*g**2"),
    ("theta -= lr*g; v = a*v - lr*g", "v = a*v - lr*g; theta += v"),
    ("m = m", "m = b1*m + (1-b1)*g"),
    ("m = b1*m + (1-b1)*g; params[key] = 0", "m = b1*m + (1-b1)*g"),
    ("n = b1*m + (1-b1)*g", "m = b1*m + (1-b1)*g"),
    ("m -= (1-b1)*(g-m)", "m += (1-b1)*(g-m)"),
    ("g", "np.abs(g)"),
    ("np.abs(g)", "g * g"),
    ("lr / (np.sqrt(h) + 1e-7)", "lr * g / (np.sqrt(h) + 1e-7)"),
    ("lr * g / np.sqrt(h + 1e-7)", "lr * g / (np.sqrt(h) + 1e-7)"),
    ("lr * g / (np.sqrt(h) + 1e-8)", "lr * g / (np.sqrt(h) + 1e-7)"),
    ("lr * g / np.sqrt(h) + 1e-7", "lr * g / (np.sqrt(h) + 1e-7)"),
    ("(1 - b1*t)", "(1 - b1**t)"),
    ("(1 - b1)", "(1 - b1**t)"),
    ("m / (1 - b1**(t-1))", "m / (1 - b1**t)"),
    ("np.maximum(v, g)", "np.maximum(v, abs(g))"),
    ("-g**2", "(-g)**2"),
    ("momentum*v + lr*g", "momentum*v - lr*g"),
]


@pytest.mark.parametrize(("typed", "key"), DIFFERENT)
def test_different_code_is_refuted_both_ways(typed: str, key: str) -> None:
    for one, other in ((typed, key), (key, typed)):
        refuted = compared(one, other)
        assert refuted is not None
        message = BLANKS[refuted.key]
        assert message.ja.format(**refuted.details)
        assert message.en.format(**refuted.details)


def test_a_refutation_gives_a_state_of_small_numbers_and_both_values() -> None:
    refuted = compared("m = b1*m + (1-b1)*g**2", "m = b1*m + (1-b1)*g")
    assert refuted is not None
    values = refuted.given
    assert set(values) == {"b1", "g", "m"}
    assert all(abs(value.numerator) <= 9 for value in values.values())
    right = values["b1"] * values["m"] + (1 - values["b1"]) * values["g"]
    typed = values["b1"] * values["m"] + (1 - values["b1"]) * values["g"] ** 2
    assert (refuted.target, refuted.typed, refuted.right) == ("m", typed, right)
    text = BLANKS[refuted.key].en.format(**refuted.details)
    assert f"with b1={values['b1']}, g={values['g']}, m={values['m']}, yours makes m " in text


def test_a_refutation_shows_as_many_digits_as_it_takes() -> None:
    refuted = compared("g / (np.sqrt(h) + 1e-8)", "g / (np.sqrt(h) + 1e-7)")
    assert refuted is not None
    assert refuted.details["typed"] != refuted.details["right"]


def test_code_without_a_value_is_told_apart() -> None:
    refuted = compared("lr / (g - g)", "lr / g")
    assert refuted is not None
    assert refuted.typed is None
    assert refuted.key == "blank.no_value"


def test_roots_that_are_not_rational_are_enclosed() -> None:
    key, typed = "np.sqrt(a) * np.sqrt(b)", "np.sqrt(a * b)"
    assert compared(typed, key) is None
    refuted = compared("np.sqrt(a + b)", "np.sqrt(a) + np.sqrt(b)")
    assert refuted is not None
    assert isinstance(refuted.typed, Enclosure)


def test_a_step_in_between_may_not_overwrite_what_the_listing_uses() -> None:
    codes = [
        read_code(text, wants_assignment=True)
        for text in ("t = lr * g; theta -= t", "theta -= lr * g")
    ]
    assert refutation(*codes, seed="1") is None
    refuted = refutation(*codes, seed="1", known={"t", "theta", "lr", "g"})
    assert refuted is not None
    assert refuted.target == "t"


def test_what_stands_under_a_root_is_not_negative() -> None:
    names = "abcdefghijk"
    key = " + ".join(f"np.sqrt({name})" for name in names)
    assert compared(" + ".join(f"{name}**0.5" for name in names[::-1]), key) is None


def test_the_author_may_say_which_values_a_quantity_has() -> None:
    assert compared("np.sqrt(v)**2", "v") is not None
    assert compared("np.sqrt(v)**2", "v", domains={"v": Domain.POSITIVE}) is None


def test_the_same_seed_gives_the_same_refutation() -> None:
    first, again = (compared("g", "g**2", seed="s") for _ in range(2))
    assert first == again
    assert first is not None
    others = [compared("g", "g**2", seed=str(seed)) for seed in range(10)]
    assert len({str(other) for other in others}) > 1


def test_a_key_without_values_is_the_author_s_mistake() -> None:
    with pytest.raises(QuizdeckError) as caught:
        compared("g", "g / (g - g)")
    assert caught.value.key == "blank.key_without_values"


@pytest.mark.parametrize(
    "typed",
    [
        "(((g**90)**90)**90)**90",
        "2**(3**(2**(3**(2**t))))",
        "np.sqrt(np.sqrt(np.sqrt(np.sqrt(g**2 + 2))))**99**t",
        "; ".join(["g = g**99"] * 6),
        "g = g + 1; " + "; ".join(["g = (g*g + 1)**50 / (g*g + 3)**50"] * 5),
    ],
)
def test_numbers_that_run_away_are_stopped(typed: str) -> None:
    started = time.process_time()
    key = "g = g + 1" if "=" in typed else "g + 1"
    with suppress(Unreadable):
        assert compared(typed, key) is not None
    assert time.process_time() - started < 1


def test_what_cannot_be_decided_is_not_called_wrong() -> None:
    # Both roots are the same number; their enclosures times 10^100 tell nothing.
    huge = "(np.sqrt(a + 2) - np.sqrt(a + 2)) * 10**60 + a"
    with pytest.raises(Unreadable) as caught:
        compared(huge, "a", domains={"a": Domain.POSITIVE})
    assert caught.value.key == "blank.undecided"


# Random code ------------------------------------------------------------------------------------

NAMES = ("m", "g", "self.v[key]", "lr", "beta1")
numbers = st.sampled_from(["1", "2", "3", "0.5", "1e-3", "10"])
atoms = st.one_of(st.sampled_from(NAMES), numbers)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(inner, st.sampled_from("+-*"), inner)
    return st.one_of(
        pairs.map(lambda pair: f"({pair[0]} {pair[1]} {pair[2]})"),
        inner.map(lambda x: f"(-{x})"),
        inner.map(lambda x: f"({x})**2"),
        inner.map(lambda x: f"np.sqrt(({x})**2 + 1)"),
        inner.map(lambda x: f"np.abs({x})"),
        st.tuples(inner, inner)
        .map(lambda pair: f"{pair[0]} / (({pair[1]})**2 + 1)")
        .map("({})".format),
    )


expressions = st.recursive(atoms, _grown, max_leaves=5)

LAWS = [
    ("{a} + {b}", "{b} + {a}"),
    ("{a} - {b}", "-({b} - {a})"),
    ("{a} * ({b} + {c})", "{a} * {b} + {a} * {c}"),
    ("({a} + {b})**2", "{a}**2 + 2*{a}*{b} + np.square({b})"),
    ("{a} / (abs({b}) + 1)", "{a} * (abs({b}) + 1)**-1"),
    ("beta1*{a} + (1 - beta1)*{b}", "{a} + (1 - beta1)*({b} - {a})"),
    ("({a})**2 * ({b})**2", "({a} * {b})**2"),
    ("np.abs({a})", "np.sqrt(({a})**2)"),
    ("np.maximum({a}, {b})", "-(-np.maximum({b}, {a}))"),
    ("np.sqrt({a}**2 + 1) * np.sqrt({b}**2 + 2)", "(({a}**2 + 1) * ({b}**2 + 2))**0.5"),
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LAWS), expressions, expressions, expressions, st.integers(0, 10**6))
def test_two_forms_of_the_same_are_equal(
    law: tuple[str, str], a: str, b: str, c: str, seed: int
) -> None:
    one, other = (side.format(a=f"({a})", b=f"({b})", c=f"({c})") for side in law)
    assume(max(map(len, (one, other))) <= 290)
    assert compared(one, other, seed=str(seed)) is None
    assert compared(f"m = {one}", f"m = {other}", seed=str(seed)) is None


MUTATIONS = [
    "{x} + m",
    "{x} + lr*1e-6",
    "2 * ({x}) + 1e-3*m*m",
    "({x}) - 3",
    "({x}) + g*(beta1 - 1)",
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(MUTATIONS), expressions, st.integers(0, 10**6))
def test_a_changed_form_is_refuted(mutation: str, key: str, seed: int) -> None:
    mutated = mutation.format(x=key)
    assume(len(mutated) <= 290)
    # 2x + m²/1000 is x itself where x is -m²/1000; no expression above is.
    refuted = compared(mutated, key, seed=str(seed))
    assert refuted is not None
    assert refuted.typed != refuted.right


@settings(max_examples=100, deadline=None)
@given(expressions, st.integers(0, 10**6))
def test_exact_values_are_python_s_own_within_rounding(key: str, seed: int) -> None:
    refuted = compared(f"({key}) + 1", key, seed=str(seed))
    assert refuted is not None
    plain = key.replace("np.sqrt", "_root").replace("np.abs", "abs").replace("self.v[key]", "_v")
    names = {
        name.replace("self.v[key]", "_v"): float(value) for name, value in refuted.given.items()
    }
    value = eval(plain, {"_root": lambda x: x**0.5, **names})
    right = refuted.right if isinstance(refuted.right, Fraction) else refuted.right.low
    assert value == pytest.approx(float(right), rel=1e-6, abs=1e-6)
