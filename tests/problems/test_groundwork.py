"""What a skill stands on."""

import pytest

from quizdeck.problems.groundwork import groundwork
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS, skill_by_id


def ids(skill: str) -> list[str]:
    return [each.id for each in groundwork(skill_by_id(skill), SKILLS)]


@pytest.mark.parametrize(
    ("skill", "expected"),
    [
        ("adam.m.1", []),
        ("adam.v.3", ["adam.v.2"]),
        ("adam.v_hat.3", ["adam.v.3", "adam.v_hat.2"]),
        ("adam.delta_theta.2", ["adam.m.2", "adam.v.2", "adam.lr_t.2"]),
        ("momentum.ruder.theta.2", ["momentum.ruder.delta_theta.2"]),
        ("adagrad.parts.3.delta_theta", ["adagrad.h.2"]),
    ],
)
def test_a_skill_stands_on_what_its_equation_reads_and_on_its_lower_level(
    skill: str, expected: list[str]
) -> None:
    assert ids(skill) == expected


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
def test_groundwork_is_never_harder_and_never_the_skill_itself(skill: Skill) -> None:
    for each in groundwork(skill, SKILLS):
        assert each is not skill
        assert each.level <= skill.level
        assert each.method.family == skill.method.family
