"""What a question claims is computed, and told where it does not hold."""

from pathlib import Path

import pytest

from quizdeck.banks.claim_checking import refutation
from quizdeck.banks.claims import Claim
from quizdeck.banks.loader import load_bank
from quizdeck.language.catalogue import text
from quizdeck.text import Language
from tests.banks.conftest import KINDS, Check, changed, check_banks, place_in

CLAIM = "{method: adagrad.book, random: 5, steps: 20, quantity: h, never: falls}"
ADAM = "{method: adam.book, constant: 1"


def claim(written: str) -> Claim:
    first = KINDS[: KINDS.index("  - id: kinds/half-life")].replace(CLAIM, written)
    loaded = load_bank(first, "kinds.yaml")
    assert loaded.findings == ()
    assert loaded.bank is not None
    return loaded.bank.questions[0].claims[0]


def said_of(written: str) -> str | None:
    refuted = refutation(claim(written))
    return None if refuted is None else text(refuted[0], Language.ENGLISH, **refuted[1])


HOLDING = [
    # known facts of the methods
    f"{ADAM}, steps: 1000, quantity: lr_t / lr, least-at: 12}}",
    f"{ADAM}, steps: 1000, quantity: lr_t / lr, greatest-at: 1000}}",
    "{method: adam.paper, constant: -3, eps: 0, quantity: delta_theta / lr, at: 7, is: 1}",
    "{method: adagrad.book, random: 100, steps: 100, quantity: h, never: falls}",
    "{method: adagrad.book, constant: 2, quantity: h, at: 5, is: 20}",
    "{method: momentum.book, constant: 1, alpha: 0.9, quantity: v / lr, at: 500, is: -10}",
    "{method: sgd.book, objective: valley, lr: 0.1, quantity: lr, never: changes}",
    "{method: sgd.book, objective: valley, lr: 0.1, quantity: abs(theta), never: rises}",
    "{method: rmsprop.book, random: 50, steps: 50, quantity: 0 - h, below: '0.000001'}",
    # the last figure that is written is rounded
    "{formula: sqrt(2), is: 1.41}",
    "{formula: sqrt(2), is: 1.414}",
    "{formula: 2/3, is: 0.667}",
    "{formula: 2/3, is: 2/3}",
    "{formula: 1/8, is: 0.12}",
    "{formula: 1/8, is: 0.13}",
    "{formula: 0.9**500, is: 1.3e-23}",
    "{formula: '1234', is: 1234}",
    # exact: in float64 the two would be the same number
    f"{ADAM}, beta2: 0.5, steps: 150, quantity: v, below: g**2}}",
    f"{ADAM}, beta2: 0.5, steps: 150, quantity: v, greatest-at: 150}}",
    # only what the claim reads is computed: the step itself divides by zero
    "{method: adagrad.book, constant: 0, eps: 0, quantity: h, never: changes}",
    # a power that is not whole has no exact value
    f"{ADAM}, steps: 20, quantity: v**0.5, never: falls}}",
    # as many steps as the claim needs
    f"{ADAM}, quantity: lr_t / lr, at: 100, is: 0.3086}}",
]

REFUTED = [
    (
        f"{ADAM}, steps: 100, quantity: lr_t / lr, least-at: 9}}",
        "lr_t / lr has its least value at t = 12, not 9.",
    ),
    (
        f"{ADAM}, steps: 100, quantity: lr_t / lr, greatest-at: 9}}",
        "lr_t / lr has its greatest value at t = 1, not 9.",
    ),
    (f"{ADAM}, quantity: beta1, least-at: 9}}", "beta1 has the same value at t = 1 as at t = 9."),
    (
        "{method: adagrad.book, grads: [1, 0, -2], quantity: h, never: rises}",
        "h rises at step 3 (from 1 to 5).",
    ),
    (
        "{method: adam.book, grads: [5, 0, 0], beta1: 0.9, quantity: m, never: falls}",
        "m falls at step 2 (from 0.5 to 0.45).",
    ),
    (
        "{method: sgd.book, grads: [1, 1, 2], quantity: g, never: changes}",
        "g changes at step 3 (from 1 to 2).",
    ),
    (
        "{method: adam.book, grads: [5], beta1: 0.9, quantity: m, at: 1, is: 0.4}",
        "m at step 1 is 0.5, not 0.4.",
    ),
    (
        "{method: adam.book, grads: [5], quantity: m, at: 2, is: 0.4}",
        "There is no step 2: the gradients end at step 1.",
    ),
    (
        f"{ADAM}, beta2: 0.5, quantity: v, below: '0.9'}}",
        "v at step 4 is 0.9375, which is not below 0.9 (0.9).",
    ),
    (
        "{method: sgd.book, constant: 2, quantity: g, below: '2'}",
        "g at step 1 is 2, which is not below 2 (2).",
    ),
    ("{formula: 0.9**2, is: 0.82}", "0.9**2 is 0.81, not 0.82."),
    ("{formula: 2/3, is: 0.66}", "2/3 is 0.666667, not 0.66."),
    ("{formula: 1/3, is: 0.33333333}", None),
    ("{formula: 1/3, is: 0.33333332}", "1/3 is 0.33333333333, not 0.33333332."),
    ("{formula: 1/3, is: 333/1000}", "1/3 is 0.333333333, not 333/1000."),
]

NOTHING = "(a division by zero, the root of a negative number or a number too large)."
WITHOUT_A_VALUE = [
    ("{formula: 1/0, is: 1}", "1/0 has"),
    ("{formula: sqrt(0-1), is: 1}", "sqrt(0-1) has"),
    (
        "{method: adagrad.book, constant: 0, eps: 0, quantity: delta_theta, never: rises}",
        "delta_theta has",
    ),
    (
        "{method: sgd.book, objective: beale, lr: 10, steps: 1000, quantity: theta, never: rises}",
        "theta has",
    ),
    (f"{ADAM}, quantity: m / (t - 3), never: rises}}", "m / (t - 3) has"),
]

# Everything that a bank may write to keep the check busy.
WORST = [
    "{method: adam.book, random: 1000, steps: 1000, quantity: theta, never: falls}",
    "{method: sgd.book, random: 999, steps: 999, quantity: 'steps_until(0.5, g*g)', never: falls}",
    "{method: adadelta.paper, objective: beale, steps: 1000, quantity: theta, never: falls}",
    "{method: adam.paper, constant: 0.12345678, beta2: 0.9876543, quantity: theta, at: 200, is: 0}",
    f"{ADAM}, steps: 200, quantity: '((v**99)**99)**99', below: '1'}}",
    f"{ADAM}, steps: 200, quantity: 'steps_until(1 - v/10**9, v/10**9)', below: '1'}}",
    "{formula: 9**9**9**9, is: 1}",
    "{formula: (((2**100)**100)**100)**100, is: 1}",
    "{formula: 'steps_until(0.999999999, 0.000000001)', is: 1}",
    "{formula: '" + "9" * 499 + "', is: 1}",
    "{formula: '" + "9**" * 50 + "9', is: 1}",
]  # fmt: skip


@pytest.mark.parametrize("written", HOLDING)
def test_a_true_claim_holds(written: str) -> None:
    assert said_of(written) is None


@pytest.mark.parametrize(("written", "said"), REFUTED)
def test_a_false_claim_is_told_with_what_the_engine_found(written: str, said: str | None) -> None:
    assert said_of(written) == said


@pytest.mark.parametrize(("written", "about"), WITHOUT_A_VALUE)
def test_what_cannot_be_computed_is_told(written: str, about: str) -> None:
    said = said_of(written)
    assert said is not None
    assert said.startswith(about)
    assert said.endswith(NOTHING)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("written", WORST, ids=range(len(WORST)))
def test_no_claim_runs_away(written: str) -> None:
    refutation(claim(written))


def test_random_walks_are_the_same_for_ever() -> None:
    never = "{method: sgd.book, random: 3, steps: 4, quantity: g, never: rises}"
    assert said_of(never) == "g rises at step 2 (from -0.01243 to 0.01082)."


def test_all_walks_have_to_agree() -> None:
    assert said_of("{method: sgd.book, objective: valley, quantity: theta, at: 1, is: -6.993}")


def test_a_false_claim_is_told_at_its_place(check: Check) -> None:
    bank = changed((CLAIM, f"▶{CLAIM.replace('falls', 'rises')}"))
    assert check(bank) == [(place_in(bank), "banks.claim_rises")]


def test_a_false_claim_is_told_in_both_languages(tmp_path: Path) -> None:
    bank = changed((CLAIM, CLAIM.replace("falls", "rises")))
    (finding,) = check_banks(tmp_path, bank)
    said = [text(finding.key, language, **finding.details) for language in Language]
    assert said[0].startswith("計算すると h はステップ 2 で増えます")
    assert said[1].startswith("h rises at step 2")
