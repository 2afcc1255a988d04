"""Many problems at once are the same problems as one by one."""

from itertools import islice

import numpy as np
import pytest

from quizdeck.errors import ProblemError
from quizdeck.expressions.exact import midpoint
from quizdeck.problems.blocks import build_many
from quizdeck.problems.fitness import is_clean, is_diagnosable
from quizdeck.problems.path import line_values
from quizdeck.problems.problem import build
from quizdeck.problems.proof import prove_all
from quizdeck.problems.screening import columns, screened
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import MULTIPARTS, SKILLS, skill_by_id

PARTS = [part for multipart in MULTIPARTS for part in multipart.parts]
ALL_SKILLS = pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
ALL_PARTS = pytest.mark.parametrize("skill", PARTS, ids=lambda skill: skill.id)


@ALL_PARTS
def test_a_block_of_a_part_gives_the_variants_of_the_whole_problem(skill: Skill) -> None:
    for problem in build_many(skill, range(20)):
        alone = build(skill, problem.seed)
        assert (problem.draw, problem.answer) == (alone.draw, alone.answer)


@ALL_SKILLS
def test_a_block_gives_the_variants_that_single_builds_give(skill: Skill) -> None:
    seeds = [0, 1, 2, 3, 10**6, 10**15, 7, 7]
    for seed, problem in zip(seeds, build_many(skill, seeds), strict=True):
        alone = build(skill, seed)
        assert (problem.seed, problem.draw, problem.answer) == (seed, alone.draw, alone.answer)


@ALL_SKILLS
def test_a_variant_does_not_depend_on_its_block(skill: Skill) -> None:
    together = {problem.seed: problem.draw for problem in build_many(skill, range(30))}
    backwards = {problem.seed: problem.draw for problem in build_many(skill, range(29, -1, -3))}
    assert all(together[seed] == draw for seed, draw in backwards.items())


@ALL_SKILLS
def test_screening_decides_as_exact_numbers_do(skill: Skill) -> None:
    step = max(1, skill.space.size // 40)
    numbers = np.arange(0, skill.space.size, step, dtype=np.int64)
    screen = screened(skill, columns(skill.space, numbers))
    for i, number in enumerate(numbers.tolist()):
        draw = skill.space.draw(number)
        try:
            lines = line_values(skill.method, skill.quantity, draw)
        except (ZeroDivisionError, ValueError):
            assert not screen.may_be_fit[i]
            continue
        is_fit = is_clean(skill, lines) and is_diagnosable(skill, draw, lines[-1])
        if is_fit:
            assert screen.may_be_fit[i], draw
        elif screen.may_be_fit[i] and not screen.is_unclear[i]:
            assert not is_clean(skill, lines), draw


def test_a_stream_is_made_as_it_is_read() -> None:
    endless = build_many(skill_by_id("adam.v.2"), range(10**9))
    assert [problem.seed for problem in islice(endless, 3)] == [0, 1, 2]


def test_one_wrong_answer_in_a_block_stops_it() -> None:
    skill = skill_by_id("adam.v.2")
    good = list(build_many(skill, range(5)))
    answers = [(problem.draw, midpoint(problem.answer)) for problem in good]
    answers[3] = (answers[3][0], answers[3][1] * 2)
    given = {
        name: np.array([float(problem.draw.rates[name]) for problem in good])
        for name in good[0].draw.rates
    }
    for t in range(skill.steps):
        given[f"g{t + 1}"] = np.array([float(problem.draw.gradients[t]) for problem in good])
    with pytest.raises(ProblemError):
        list(prove_all(skill, answers, given))
