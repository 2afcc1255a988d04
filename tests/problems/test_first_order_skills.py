"""SGD, Momentum, Nesterov and the adaptive methods before Adam: numbers known from elsewhere."""

import re
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest

from quizdeck.expressions.exact import midpoint
from quizdeck.optimizers import adagrad, momentum, rmsprop
from quizdeck.optimizers.method import Method
from quizdeck.problems.path import values_on_the_way
from quizdeck.problems.problem import build
from quizdeck.problems.screening import columns, screened
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills import vector
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.problems.slips.registry import all_slips, slip_by_id
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.space import Draw
from quizdeck.problems.wrong_values import modelled_slips, slipped_value

FAMILIES = {
    "sgd",
    "momentum",
    "nesterov",
    "adagrad",
    "rmsprop",
    "vector",
    "amsgrad",
    "adadelta",
}
OURS = [skill for skill in SKILLS if skill.method.family in FAMILIES]

# One path that several sources work out by hand.
STEPS = ("2", "-1", "4")
RATES = {"theta0": "1", "lr": "0.1", "alpha": "0.9", "rho": "0.9", "eps": "0"}


def path(method: Method, quantity: str = "theta") -> list[float]:
    draw = Draw({n: Fraction(v) for n, v in RATES.items()}, tuple(map(Fraction, STEPS)))
    return [float(midpoint(at[quantity])) for at in values_on_the_way(method, quantity, draw)]


def slipped_path(slip_id: str, method: Method) -> list[float]:
    return path(slip_by_id(slip_id).applied_to(method))


@pytest.mark.parametrize("method", [momentum.BOOK, momentum.RUDER, momentum.PYTORCH])
def test_the_three_forms_of_momentum_walk_one_path(method: Method) -> None:
    assert path(method) == pytest.approx([0.8, 0.72, 0.248])


@pytest.mark.parametrize(
    ("slip_id", "expected"),
    [
        ("momentum.theta.sign", [1.2, 1.28, 1.752]),
        ("momentum.v.rates_swapped", [-0.8, -0.08, -3.608]),
        ("momentum.v.decay_on_gradient", [0.82, 0.73, 0.28]),
        ("momentum.v.moving_average", [0.98, 0.972, 0.9248]),
        ("momentum.theta.old_velocity", [1, 0.8, 0.72]),
        ("momentum.v.memory_lost", [0.8, 0.9, 0.5]),
    ],
)
@pytest.mark.parametrize("method", [momentum.BOOK, momentum.RUDER, momentum.PYTORCH])
def test_a_slip_with_momentum_is_the_same_path_in_every_form(
    method: Method, slip_id: str, expected: Sequence[float]
) -> None:
    assert slipped_path(slip_id, method) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("slip_id", "method", "expected"),
    [
        ("adagrad.h.gradient_not_squared", adagrad.BOOK, [0.858579, 0.958579, 0.779690]),
        ("adagrad.theta.no_root", adagrad.BOOK, [0.95, 0.97, 0.950952]),
        ("adagrad.h.not_accumulated", adagrad.BOOK, [0.9, 1.0, 0.9]),
        ("rmsprop.h.coefficients_swapped", rmsprop.BOOK, [0.894591, 0.983656, 0.878699]),
        ("rmsprop.h.no_weight", rmsprop.BOOK, [0.9, 0.946625, 0.857494]),
    ],
)
def test_slips_with_sums_of_squares_are_known_numbers(
    slip_id: str, method: Method, expected: Sequence[float]
) -> None:
    assert slipped_path(slip_id, method) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("method", "rates", "expected"),
    [
        (vector.SGD, {"lr": "0.95"}, (-6.335, -1.8)),
        (vector.ADAGRAD, {"lr": "1.5"}, (-5.5, 0.5)),
        (vector.RMSPROP, {"lr": "0.1", "rho": "0.99"}, (-6, 1)),
    ],
)
def test_the_first_step_in_the_valley_of_the_book(
    method: Method, rates: dict[str, str], expected: tuple[float, float]
) -> None:
    given = {"x0": "-7", "y0": "2", "a": "20", "b": "1", **rates}
    draw = Draw({name: Fraction(value) for name, value in given.items()}, (Fraction(0),))
    walked = [values_on_the_way(method, name, draw)[-1][name] for name in ("x", "y")]
    assert [float(midpoint(value)) for value in walked] == pytest.approx(expected)


def slip_ids(skill_id: str) -> set[str]:
    return {modelled.slip.id for modelled in modelled_slips(skill_by_id(skill_id))}


@pytest.mark.parametrize(
    ("skill_id", "others"),
    [
        ("momentum.v.2", {"momentum.v.gradient_added", "momentum.v.pytorch_convention"}),
        ("momentum.ruder.v.2", {"momentum.v.gradient_subtracted", "momentum.v.pytorch_convention"}),
        ("momentum.pytorch.v.2", {"momentum.v.ruder_convention", "momentum.v.book_convention"}),
    ],
)
def test_another_books_convention_is_recognised(skill_id: str, others: set[str]) -> None:
    assert others <= slip_ids(skill_id)


def test_theta_takes_part_in_slips_only_where_its_start_is_given() -> None:
    assert "momentum.v.parameter_for_gradient" in slip_ids("momentum.theta.2")
    assert "momentum.v.parameter_for_gradient" not in slip_ids("momentum.v.2")


def test_nesterov_without_looking_ahead_is_momentum() -> None:
    skill = skill_by_id("nesterov.theta.3")
    draw = build(skill, 7).draw
    k, lr, alpha, theta = (draw.rates[name] for name in ("k", "lr", "alpha", "theta0"))
    first = -lr * k * theta
    second = alpha * first - lr * k * (theta + first)
    assert slipped_value(slip_by_id("nesterov.p.at_theta"), skill, draw) == theta + first + second


def test_adagrad_of_keras_starts_from_a_tenth() -> None:
    skill = skill_by_id("adagrad.keras.h.2")
    problem = build(skill, 7)
    zero = slipped_value(slip_by_id("adagrad.h.starts_at_zero"), skill, problem.draw)
    assert zero == midpoint(problem.answer) - Fraction(1, 10)


@pytest.mark.parametrize("skill_id", ["sgd.theta.1", "sgd.theta.2", "nesterov.theta.3"])
def test_no_rate_is_so_large_that_the_descent_diverges(skill_id: str) -> None:
    space = skill_by_id(skill_id).space
    draws = (space.draw(number) for number in range(space.size))
    assert all(draw.rates["lr"] * draw.rates["k"] < 2 for draw in draws)


def test_what_is_minimised_in_two_variables_is_a_bowl() -> None:
    space = skill_by_id("vector.coupled.y.3").space
    assert all(abs(space.draw(number).rates["c"]) < 2 for number in range(space.size))


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
def test_a_prompt_mentions_no_eps_where_nothing_reads_it(skill: Skill) -> None:
    prompt = build(skill, 1).prompt
    if skill.quantity in {"h", "m", "v", "m_hat", "v_hat", "v_max", "lr_t"}:
        assert "ε" not in prompt.ja + prompt.en


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
def test_indices_and_powers_are_set_as_formulas(skill: Skill) -> None:
    prompt = build(skill, 1).prompt
    for text in (prompt.ja, prompt.en):
        words = re.sub(r"\$\$?[^$]*\$\$?", "", text)
        assert "_" not in words
        assert "^" not in words


@pytest.mark.parametrize("skill", OURS, ids=lambda skill: skill.id)
def test_many_draws_are_accepted(skill: Skill) -> None:
    size = skill.space.size
    numbers = np.unique(np.arange(1500, dtype=np.int64) * 7919 % size)
    share = screened(skill, columns(skill.space, numbers)).may_be_fit.mean()
    assert share >= 0.3
    assert share * size >= 60


@pytest.mark.parametrize("skill", OURS, ids=lambda skill: skill.id)
def test_answers_are_many_different_numbers(skill: Skill) -> None:
    answers = [midpoint(build(skill, seed).answer) for seed in range(20)]
    assert len(set(answers)) >= 8


@pytest.mark.parametrize(
    "slip", [slip for slip in all_slips() if slip.family in FAMILIES], ids=lambda slip: slip.id
)
def test_a_slip_is_told_in_whole_sentences_under_a_short_name(slip: Slip) -> None:
    assert not slip.name.ja.endswith("。")
    assert not slip.name.en.endswith(".")
    assert slip.explanation.ja.endswith("。")
    assert slip.explanation.en.endswith(".")
    for text in (slip.name.ja, slip.name.en, slip.explanation.ja, slip.explanation.en):
        assert text.count("$") % 2 == 0
