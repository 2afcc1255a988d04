"""Every puzzle: a formula of its own instead of a quantity of an optimizer."""

from quizdeck.problems.skill import Skill
from quizdeck.problems.skills import (
    compare,
    constant,
    ema,
    epsilon,
    inverse,
    schedule,
    stability,
    steps,
    weight_decay,
)

SKILLS: tuple[Skill, ...] = (
    *ema.SKILLS,
    *epsilon.SKILLS,
    *weight_decay.SKILLS,
    *inverse.SKILLS,
    *steps.SKILLS,
    *constant.SKILLS,
    *compare.SKILLS,
    *stability.SKILLS,
    *schedule.SKILLS,
)
