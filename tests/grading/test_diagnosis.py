"""What a problem knows about wrong numbers beyond its slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.grading.diagnosis import judge_problem
from quizdeck.grading.verdict import GenericSlip, VerdictKind
from quizdeck.problems.near_misses import early_rounded, other_lines
from quizdeck.problems.precision import display
from quizdeck.problems.problem import problem_by_variant
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS


def test_the_answer_of_the_step_before_is_named() -> None:
    problem = problem_by_variant("momentum.v.3@1")
    earlier = next(line for line in other_lines(problem) if (line.step, line.quantity) == (2, "v"))
    verdict = judge_problem(display(earlier.value, problem.precision), problem)
    assert verdict.kind is VerdictKind.WRONG
    assert verdict.generic is not None
    assert verdict.generic.slip is GenericSlip.OTHER_LINE
    assert verdict.generic.line == (2, "v")


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
def test_every_other_number_of_the_sheet_is_explained_somehow(skill: Skill) -> None:
    problem = problem_by_variant(f"{skill.id}@3")
    for line in other_lines(problem):
        verdict = judge_problem(display(line.value, problem.precision), problem)
        if verdict.kind is VerdictKind.WRONG:
            assert verdict.slips or verdict.generic, (problem.variant, line)


def test_rounding_on_the_way_is_recognised() -> None:
    explained = [
        judge_problem(display(value, problem.precision), problem)
        for seed in range(60)
        for problem in [problem_by_variant(f"adam.m_hat.3@{seed}")]
        for value in early_rounded(problem)
    ]
    generic = {verdict.generic.slip for verdict in explained if verdict.generic}
    assert GenericSlip.EARLY_ROUNDING in generic


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    judge_problem(text, problem_by_variant("adam.v.2@7"))
