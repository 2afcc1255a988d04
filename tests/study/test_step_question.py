"""A step that is looked at becomes a problem with the numbers of the table."""

from fractions import Fraction

import pytest

from quizdeck.expressions.exact import midpoint
from quizdeck.grading.diagnosis import judge_problem
from quizdeck.grading.verdict import VerdictKind
from quizdeck.optimizers.objectives import SADDLE, VALLEY
from quizdeck.problems.precision import display
from quizdeck.problems.problem import build, problem_by_variant
from quizdeck.problems.skills.one_step import step_skill_called
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.study.explorer import (
    WALKERS,
    Explorer,
    explorer_of,
    isolated,
    moved,
    on_cell,
    with_rate,
)
from quizdeck.study.step_question import step_question

EVERY_CELL = [
    (number, cell)
    for number in range(len(WALKERS))
    for cell in range(len(isolated(explorer_of(VALLEY), number).cells))
]


def looking_at(number: int, cell: int, step: int) -> Explorer:
    return on_cell(moved(isolated(explorer_of(VALLEY), number), step), cell)


@pytest.mark.parametrize(("number", "cell"), EVERY_CELL)
@pytest.mark.parametrize("step", [1, 2, 7, 30])
def test_every_number_of_every_step_can_be_asked(number: int, cell: int, step: int) -> None:
    explorer = looking_at(number, cell, step)
    skill = step_question(explorer)
    assert skill is not None
    problem = build(skill, 0)  # proved by three derivations, or it would raise
    asked = explorer.cells[explorer.cell]
    shown = explorer.walk.steps[step - 1][asked.axis][asked.quantity]
    # the given numbers are rounded, which shows most where two of them nearly cancel
    assert float(midpoint(problem.answer)) == pytest.approx(shown, rel=0.02, abs=0.01)
    right = judge_problem(display(problem.answer, problem.precision), problem)
    assert right.kind is VerdictKind.CORRECT
    assert problem_by_variant(problem.variant).answer == problem.answer


@pytest.mark.parametrize(("number", "cell"), EVERY_CELL)
def test_its_words_hold_all_it_needs_in_both_languages(number: int, cell: int) -> None:
    skill = step_question(looking_at(number, cell, 12))
    assert skill is not None
    given = dict(pair.split("=") for pair in skill.id[:-3].partition("(")[2].split(","))
    del given["t"]
    prompt = build(skill, 0).prompt
    for words in (prompt.ja, prompt.en):
        assert "12" in words
        assert all(value in words for name, value in given.items() if name != "eps")


def test_the_id_of_such_a_problem_holds_its_numbers() -> None:
    skill = step_question(looking_at(3, 0, 3))
    assert skill is not None
    assert skill.id == "adam.step.m(t=3,g=-0.64,m0=-0.13,beta1=0.9).3"
    assert skill_by_id(skill.id).id == skill.id
    assert step_skill_called(skill.id) is skill
    assert skill.id not in {each.id for each in SKILLS}  # nobody is drilled on it


@pytest.mark.parametrize(
    "id_",
    [
        "adam.step.m(t=3).3",
        "adam.step.m(t=3,g=-0.64,m0=-0.13,beta1=0.9).2",
        "adam.step.m(t=3,g=-0.64,m0=-0.13,beta1=1.5).3",
        "adam.step.m(t=3,g=-0.64,m0=-0.13,beta1=1/0).3",
        "adam.step.m(t=3,g=1e99999999,m0=-0.13,beta1=0.9).3",
        "adam.step.m(t=３,g=-0.64,m0=-0.13,beta1=0.9).3",
        "adam.step.m(t=0,g=-0.64,m0=-0.13,beta1=0.9).3",
        "adam.step.m(t=3/2,g=-0.64,m0=-0.13,beta1=0.9).3",
        "adam.step.v(t=3,g=-0.64,v0=-0.13,beta2=0.9).3",
        "adam.step.theta(t=3,g=1).3",
        "adam.step.nothing(t=3,g=1).3",
        "rmsprop.step.h(t=1,g=1,h0=0,rho=0.9).3",
        "nobody.step.m(t=1,g=1,m0=0,beta1=0.9).3",
        f"sgd.step.delta_theta(t=1,g={'1' * 600},lr=1).3",
    ],
)
def test_a_name_of_no_such_problem_is_none(id_: str) -> None:
    assert step_skill_called(id_) is None


def test_nothing_is_asked_where_no_step_was_taken() -> None:
    explorer = isolated(explorer_of(VALLEY), 0)
    assert step_question(explorer) is None
    diverging = with_rate(moved(explorer, 30), Fraction(2))
    assert step_question(diverging) is None
    assert step_question(moved(diverging, -30 + len(diverging.walk.steps))) is not None


def test_a_slip_in_a_step_is_named() -> None:
    skill = step_question(looking_at(3, 0, 3))
    assert skill is not None
    problem = build(skill, 0)
    swapped = problem.slips[0]
    verdict = judge_problem(display(swapped.value, problem.precision), problem)
    assert verdict.kind is VerdictKind.WRONG
    assert swapped.id in verdict.slips


def test_a_number_too_small_to_be_written_is_given_as_zero() -> None:
    explorer = moved(isolated(explorer_of(SADDLE, start=(1.0, 0.0)), 0), 5)
    skill = step_question(on_cell(explorer, 1))
    assert skill is not None
    assert "g=0," in skill.id
