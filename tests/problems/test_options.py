"""A numeric problem as a choice."""

from collections import Counter

import pytest

from quizdeck.expressions.exact import may_be_equal, midpoint
from quizdeck.problems.blocks import build_many
from quizdeck.problems.options import options_of
from quizdeck.problems.precision import Precision, PrecisionRule, display
from quizdeck.problems.problem import build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS, skill_by_id

ALL_SKILLS = pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)


@ALL_SKILLS
def test_options_are_the_answer_and_what_slips_lead_to(skill: Skill) -> None:
    for problem in build_many(skill, range(40)):
        options = options_of(problem)
        values = {slip.id: slip.value for slip in problem.slips}
        assert len(options) == 4, problem.variant
        assert [option.slip for option in options].count(None) == 1
        for option in options:
            expected = problem.answer if option.slip is None else values[option.slip]
            assert may_be_equal(option.value, expected)


@ALL_SKILLS
def test_options_differ_as_they_are_shown(skill: Skill) -> None:
    for problem in build_many(skill, range(40)):
        options = options_of(problem)
        assert len({option.text for option in options}) == len(options)


@ALL_SKILLS
def test_options_are_shown_as_their_exact_values_are(skill: Skill) -> None:
    rounded = Precision(PrecisionRule.SIGNIFICANT, 3)
    for problem in build_many(skill, range(40)):
        options = options_of(problem)
        texts = [option.text for option in options]
        rules = (problem.precision, rounded)
        assert texts in [[display(option.value, rule) for option in options] for rule in rules]


@ALL_SKILLS
def test_options_do_not_depend_on_how_a_problem_was_built(skill: Skill) -> None:
    for problem in build_many(skill, range(20)):
        assert options_of(problem) == options_of(build(skill, problem.seed)), problem.variant


def test_the_place_of_the_answer_is_even() -> None:
    places: Counter[int] = Counter()
    for skill in SKILLS:
        for problem in build_many(skill, range(40)):
            slips = [option.slip for option in options_of(problem)]
            places[slips.index(None)] += 1
    total = sum(places.values())
    assert all(abs(places[i] - total / 4) < 4 * (total * 3 / 16) ** 0.5 for i in range(4))


def test_the_rank_of_the_answer_is_even_where_slips_lie_on_both_sides() -> None:
    ranks: Counter[int] = Counter()
    for problem in build_many(skill_by_id("adam.m_hat.3"), range(800)):
        by_size = sorted(options_of(problem), key=lambda option: midpoint(option.value))
        ranks[[option.slip for option in by_size].index(None)] += 1
    assert all(120 < ranks[i] < 280 for i in range(4)), ranks
