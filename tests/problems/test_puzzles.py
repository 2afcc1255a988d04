"""The puzzles: known answers, room for variety, and words that give nothing away."""

from fractions import Fraction
from itertools import islice

import pytest

from quizdeck.export.flat_text import flat
from quizdeck.expressions.exact import Value, midpoint
from quizdeck.problems.blocks import build_many
from quizdeck.problems.fitness import is_clean, is_diagnosable
from quizdeck.problems.path import line_values, value_of
from quizdeck.problems.problem import build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills import adam, puzzles
from quizdeck.problems.skills.derivations import by_false_position, first_step_that
from quizdeck.problems.skills.numpy_checks import CHECKS
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.space import Draw, candidates
from quizdeck.problems.wrong_values import modelled_slips
from quizdeck.text import Language

PUZZLES = pytest.mark.parametrize("skill", puzzles.SKILLS, ids=lambda skill: skill.id)
OWN = pytest.mark.parametrize("skill", [*adam.SKILLS, *puzzles.SKILLS], ids=lambda skill: skill.id)
_MOST_DRAWS = 600


def _answer(skill_id: str, rates: dict[str, str], steps: int = 1) -> Value:
    skill = skill_by_id(skill_id)
    given = {name: Fraction(number) for name, number in rates.items()}
    return value_of(skill.method, skill.quantity, Draw(given, (Fraction(0),) * steps))


@pytest.mark.parametrize(
    ("skill_id", "rates", "answer"),
    [
        ("ema.weight.3", {"beta1": "0.9", "t": "5", "i": "3"}, "0.081"),
        ("ema.total.3", {"beta1": "0.9", "t": "2"}, "0.19"),
        ("inverse.beta1.4", {"m_before": "2", "g_t": "4", "m_t": "2.2"}, "0.9"),
        ("inverse.beta2.4", {"g_1": "5", "v_1": "0.25"}, "0.99"),
        ("inverse.g_t.4", {"beta1": "0.9", "m_before": "2", "m_t": "2.2"}, "4"),
        ("inverse.g_size.4", {"beta2": "0.99", "v_1": "0.25"}, "5"),
        ("inverse.alpha.4", {"lr": "0.1", "v_before": "1", "g_t": "2", "v_t": "0.7"}, "0.9"),
        ("inverse.lr.4", {"theta0": "-7", "theta1": "-6.335", "g_1": "-0.7"}, "0.95"),
        ("steps.weight.4", {"beta1": "0.9", "c": "0.5"}, "7"),
        ("steps.descent.4", {"lr": "0.1", "k": "5", "K": "8"}, "3"),
        ("steps.speed.4", {"alpha": "0.9", "c": "0.9"}, "22"),
        ("constant.step.4", {"lr": "0.1", "g_1": "-3", "t": "25"}, "0.02"),
        ("constant.when.4", {"lr": "0.1", "d": "0.02"}, "25"),
        ("compare.first_steps.5", {"lr": "0.01", "rho": "0.99", "lr_adam": "0.001"}, "100"),
        ("compare.valley.4", {"k_1": "0.1", "k_2": "2", "x0": "7", "y0": "2"}, "7/40"),
        ("compare.uncorrected.4", {"beta1": "0.9", "beta2": "0.96"}, "0.5"),
        ("stability.sgd.4", {"k_1": "0.1", "k_2": "2"}, "1"),
        ("stability.bowl.5", {"a": "20", "b": "1"}, "1"),
        ("stability.momentum.5", {"k_1": "0.1", "k_2": "2", "alpha": "0.9"}, "1.9"),
        (
            "weight_decay.l2.3",
            {"lr": "0.1", "weight_decay": "0.1", "theta0": "3", "g_1": "-0.2"},
            "-0.1",
        ),
        (
            "weight_decay.adamw.3",
            {"lr": "0.1", "weight_decay": "0.1", "theta0": "3", "g_1": "-0.2"},
            "0.07",
        ),
        ("epsilon.outside.3", {"lr": "1", "g_t": "6", "v": "9", "eps": "7"}, "-0.6"),
        ("epsilon.inside.3", {"lr": "1", "g_t": "6", "v": "9", "eps": "7"}, "-1.5"),
        ("schedule.exponential.4", {"lr": "0.1", "gamma": "0.9", "t": "2"}, "0.081"),
        ("schedule.step.4", {"lr": "0.1", "gamma": "0.1", "S": "30", "t": "65"}, "0.001"),
        ("schedule.root.4", {"lr": "0.1", "t": "25"}, "0.02"),
        ("schedule.warmup.4", {"lr": "0.1", "t": "3", "T": "10"}, "0.03"),
        ("schedule.cosine.4", {"lr": "0.1", "lr_min": "0.02", "t": "30", "T": "90"}, "0.08"),
    ],
)
def test_known_answers(skill_id: str, rates: dict[str, str], answer: str) -> None:
    assert _answer(skill_id, rates) == Fraction(answer)


@OWN
def test_there_is_room_for_variety(skill: Skill) -> None:
    size = skill.space.size
    proposed = range(size) if size <= _MOST_DRAWS else candidates("variety", 0, size)
    numbers = list(islice(proposed, _MOST_DRAWS))
    fit = [number for number in numbers if _is_fit(skill, skill.space.draw(number))]
    assert len(fit) >= 0.3 * len(numbers)
    assert len(set(fit)) >= 60


def _is_fit(skill: Skill, draw: Draw) -> bool:
    lines = line_values(skill.method, skill.quantity, draw)
    return is_clean(skill, lines) and is_diagnosable(skill, draw, lines[-1])


@OWN
def test_blocks_are_the_same_problems(skill: Skill) -> None:
    for problem in build_many(skill, range(40)):
        single = build(skill, problem.seed)
        assert (single.draw, single.answer) == (problem.draw, problem.answer)


@PUZZLES
def test_every_puzzle_has_its_own_check(skill: Skill) -> None:
    assert skill.method.id in CHECKS
    assert skill.closed_form is not None


@PUZZLES
def test_the_formula_is_not_given_away(skill: Skill) -> None:
    for language in Language:
        prompt = flat(build(skill, 3).prompt.in_language(language))
        assert "{" not in prompt
        assert "steps_until" not in prompt


@PUZZLES
def test_schedules_and_weight_decay_are_marked_as_extra(skill: Skill) -> None:
    assert skill.method.is_advanced == (skill.method.family in {"schedule", "weight_decay"})
    if skill.method.family == "schedule":
        prompt = build(skill, 0).prompt
        assert prompt.ja.startswith("【発展】")
        assert prompt.en.startswith("(Advanced)")


@PUZZLES
def test_puzzle_slips_are_told_apart(skill: Skill) -> None:
    slips = modelled_slips(skill)
    assert len(slips) >= 4
    assert len({modelled.group for modelled in slips}) == len(slips)


@PUZZLES
def test_a_whole_answer_is_asked_as_such(skill: Skill) -> None:
    assert skill.is_whole == (skill.quantity in {"t_weight", "t_descent", "t_speed", "t_size"})
    for problem in build_many(skill, range(10)):
        assert ("整数で答えよ" in problem.prompt.ja) is skill.is_whole
        assert ("Give a whole number" in problem.prompt.en) is skill.is_whole
        assert not skill.is_whole or midpoint(problem.answer).denominator == 1


@pytest.mark.parametrize(
    "skill_id",
    [
        "weight_decay.l2.3",
        "weight_decay.adamw.3",
        "compare.uncorrected.4",
        "compare.uncorrected.5",
        "compare.first_steps.5",
    ],
)
def test_the_start_of_the_moments_is_stated(skill_id: str) -> None:
    prompt = build(skill_by_id(skill_id), 1).prompt
    assert "m_0 = v_0 = 0" in prompt.ja
    assert "m_0 = v_0 = 0" in prompt.en


def test_slips_about_speed_are_named_with_its_own_rate() -> None:
    names = [modelled.slip.name for modelled in modelled_slips(skill_by_id("steps.speed.4"))]
    assert not any("β" in name.ja + name.en for name in names)
    assert any("α" in name.ja for name in names)


def test_an_inverse_answer_is_put_back() -> None:
    assert by_false_position(lambda x: 3 * x + 1, Fraction(7)) == 2
    with pytest.raises(ArithmeticError):
        by_false_position(lambda x: x * x * x + x, Fraction(7))


def test_a_search_for_a_step_ends() -> None:
    assert first_step_that(lambda t: t * t >= 10) == 4
    with pytest.raises(ArithmeticError):
        first_step_that(lambda _t: False)
