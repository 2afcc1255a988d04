"""Skills with AMSGrad, as its paper has it; advanced, so the formulas are shown.

A first step has nothing to take the maximum of, so the skills begin at the second.
"""

from quizdeck.optimizers.amsgrad import PAPER
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, free_signs, one_of, together, whole_gradients

_BETA2 = one_of("beta2", "0.9 0.8 0.6 3/4 0.96")
_FALLING = Space(
    2,
    (
        _BETA2,
        one_of("g1", "4 -4 5 -5 6 -6 7 -7 8 -8 9 -9"),
        one_of("g2", "1 -1 2 -2 3 -3"),
    ),
)
_FALLING_LAST = Space(
    3, (_BETA2, *whole_gradients(2, largest=9), one_of("g3", "1 -1 2 -2 3 -3 4 -4"))
)

# The first gradient is the larger one and the root of its average a short number.
_CLEAN_CELLS = (
    "0.9 0.96 8 1; 0.9 3/4 5 1; 0.9 3/4 8 1; 0.9 3/4 8 2; 0.9 3/4 8 3; 0.9 3/4 10 2; "
    "0.9 3/4 10 3; 0.9 0.84 4 1; 0.9 0.84 5 1; 0.9 0.84 8 2; 0.9 0.84 10 2; 0.9 0.84 10 3; "
    "0.8 0.96 8 1; 0.8 0.96 10 1; 0.8 3/4 5 2; 0.8 3/4 8 1; 0.8 3/4 8 2; 0.8 3/4 8 3; "
    "0.8 3/4 10 1; 0.8 3/4 10 3; 0.8 3/4 10 4; 0.8 0.84 4 1; 0.8 0.84 8 1; 0.8 0.84 8 2; "
    "0.8 0.84 10 1; 0.8 0.84 10 3; 0.8 0.91 4 1; 0.8 0.91 8 2; 0.8 0.91 10 1; 0.6 0.96 8 1; "
    "0.6 0.96 10 1; 0.6 3/4 8 1; 0.6 3/4 8 2; 0.6 3/4 8 3; 0.6 3/4 10 1; 0.6 0.84 4 1; "
    "0.6 0.84 5 1; 0.6 0.84 8 2; 0.6 0.84 10 1; 0.6 0.84 10 2; 0.6 0.84 10 3; 0.6 0.91 5 1; "
    "0.6 0.91 10 1; 0.6 0.91 10 2; 3/4 0.96 8 1; 3/4 0.96 10 1; 3/4 3/4 5 1; 3/4 3/4 5 2; "
    "3/4 3/4 8 1; 3/4 3/4 8 3; 3/4 3/4 10 1; 3/4 3/4 10 2; 3/4 3/4 10 3; 3/4 3/4 10 4; "
    "3/4 0.84 5 1; 3/4 0.84 10 2; 3/4 0.84 10 3; 3/4 0.91 8 1"
)
_UPDATE = Space(
    2,
    (
        one_of("lr", "0.1 0.01 0.2 0.5"),
        together("beta1 beta2 g1 g2", _CLEAN_CELLS.split("; ")),
        free_signs(2),
    ),
)

SKILLS = (
    Skill(PAPER, "v_max", 2, _FALLING),
    Skill(PAPER, "v_max", 3, _FALLING_LAST),
    Skill(PAPER, "delta_theta", 3, _UPDATE),
)
