"""The exact numbers of a way are the same however they are computed."""

import pytest

from quizdeck.expressions.exact import Value
from quizdeck.optimizers.method import Method
from quizdeck.problems import path
from quizdeck.problems.path import line_values, value_of, values_on_the_way, way_to
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.problems.space import Draw
from quizdeck.problems.wrong_values import modelled_slips

ALL_SKILLS = pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)


def walked_slowly(method: Method, quantity: str, draw: Draw) -> tuple[Value, ...] | None:
    try:
        return path._walked(method, quantity, draw)
    except (ZeroDivisionError, ValueError):
        return None


@ALL_SKILLS
def test_a_way_walked_often_gives_what_the_formulas_give(skill: Skill) -> None:
    wrong = [modelled.slip.applied_to(skill.method) for modelled in modelled_slips(skill)]
    draws = [skill.space.draw(i * skill.space.size // 12) for i in range(12)]
    for method in (skill.method, *wrong):
        for draw in draws:
            expected = walked_slowly(method, skill.quantity, draw)
            if expected is None:
                with pytest.raises((ZeroDivisionError, ValueError)):
                    line_values(method, skill.quantity, draw)
            else:
                assert line_values(method, skill.quantity, draw) == expected
                assert value_of(method, skill.quantity, draw) == expected[-1]


@ALL_SKILLS
def test_the_values_of_every_step_are_those_of_its_lines(skill: Skill) -> None:
    draw = skill.space.draw(skill.space.size // 2)
    steps = values_on_the_way(skill.method, skill.quantity, draw)
    way = way_to(skill.method, skill.quantity, skill.steps)
    values = [step[line.target] for step, lines in zip(steps, way, strict=True) for line in lines]
    assert tuple(values) == line_values(skill.method, skill.quantity, draw)
