"""Skills with AdaDelta, as its paper has it; advanced, so the formulas are shown.

Only the first update is asked: from the second on, the numerator is the root of a sum that is no
square for any numbers small enough to write down.
"""

from quizdeck.optimizers.adadelta import PAPER
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, free_signs, together

# eps and h + eps are squares.
_CELLS = (
    "0.9 0.09 2; 0.9 0.0225 2; 0.9 0.09 4; 0.9 0.36 4; 0.9 0.36 8; 0.9 0.81 12; 0.9 9 20; "
    "0.95 0.16 2; 0.95 0.04 3; 0.95 0.36 3; 0.95 0.64 4; 0.95 0.16 6; 0.95 0.36 9; 0.95 4 10; "
    "0.95 0.64 12; 0.95 9 15; 0.95 16 20; 3/4 0.64 3; 3/4 4 3; 3/4 16 6; 3/4 9 8; 3/4 0.81 8; "
    "3/4 16 15; 0.8 0.64 2; 0.8 0.16 3; 0.8 4 5; 0.8 0.64 6; 0.8 16 10; 0.8 4 15; "
    "0.96 0.09 2; 0.96 0.25 6; 0.96 0.81 6; 0.96 9 8; 0.96 0.49 12; 0.96 16 15; 0.96 9 20; "
    "0.96 0.81 20; 0.96 16 21; 0.96 4 24; 0.64 0.81 2; 0.64 0.49 4; 0.64 16 5; 0.64 16 7; "
    "0.64 4 8; 0.64 9 12; 0.64 16 16; 0.36 9 2; 0.36 0.49 3; 0.36 9 5; 0.36 0.81 5; 0.36 4 6; "
    "0.36 9 9; 0.36 16 12; 0.6 0.09 2; 0.6 0.36 2; 0.6 0.36 4; 0.6 0.81 6; 0.6 9 10; 0.6 9 20"
)

SKILLS = (
    Skill(
        PAPER,
        "delta_theta",
        2,
        Space(1, (together("rho eps g1", _CELLS.split("; ")), free_signs(1))),
    ),
)
