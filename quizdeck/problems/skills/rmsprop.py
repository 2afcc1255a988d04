"""Skills with RMSProp, with ε outside the root and inside it.

ε is 0 where it stands outside, as in most exercises; the skills with ε inside give it a size that
shows.
"""

from quizdeck.optimizers.rmsprop import BOOK, INSIDE
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, free_signs, one_of, together, whole_gradients

_LR = one_of("lr", "0.1 0.01 0.2 0.5 0.05 0.001")
_NO_EPS = one_of("eps", "0")

# 1 - rho is the square of a fraction, and so the first step is clean for every gradient.
_FIRST_STEP = one_of("rho", "0.99 0.96 0.91 0.84 3/4 0.64 0.36")

# Two steps after which h is a square and the quotient of g2 by its root a short fraction.
_CLEAN_CELLS = (
    "0.9 1 2; 0.9 2 4; 0.9 3 2; 0.9 3 6; 0.9 4 8; 0.9 5 10; 0.9 6 4; 0.9 6 12; 0.9 7 14; "
    "0.9 9 8; 0.9 12 8; 0.9 13 14; 0.9 15 10; 3/4 6 13; 3/4 8 11; 3/4 10 11; 0.8 1 3; "
    "0.8 2 6; 0.8 3 9; 0.8 4 12; 0.8 5 15; 0.8 11 3; 0.8 11 7; 0.96 4 2; 0.96 6 3; 0.96 8 4; "
    "0.96 12 6; 0.96 14 7; 0.64 2 3; 0.64 6 2; 0.64 10 15; 0.64 15 5; 0.84 1 2; 0.84 2 4; "
    "0.84 3 2; 0.84 3 6; 0.84 5 10; 0.84 6 4; 0.84 8 2; 0.84 15 10"
)

# h + eps is a square after one step, and after two.
_ONE_STEP_WITH_EPS = (
    "0.9 1.5 5; 0.9 6.5 5; 0.9 9.75 5; 0.9 2.5 15; 0.9 7.75 15; 0.9 13.5 15; 3/4 4 3; "
    "3/4 9.75 5; 3/4 7 6; 3/4 16 6; 3/4 8 7; 3/4 18 7; 3/4 9 8; 3/4 10 9; 3/4 11 10; "
    "3/4 12 11; 3/4 13 12; 3/4 14 13; 3/4 15 14; 3/4 16 15; 0.8 5 10; 0.8 4 15; 0.8 19 15; "
    "0.96 2.25 10; 0.96 5 10; 0.96 3 11; 0.96 3.25 15; 0.96 7 15; 0.64 3.25 5; 0.64 2.25 6; "
    "0.64 16 7; 0.64 4 8; 0.64 6.25 10; 0.64 13 10; 0.64 9 12; 0.64 9.25 15; 0.64 19 15; "
    "0.6 2.25 5; 0.6 9 10; 0.6 10 15; 0.36 8.25 4; 0.36 4.25 5; 0.36 4 6; 0.36 9 9; "
    "0.36 8.25 10; 0.36 17 10; 0.36 16 12"
)
_TWO_STEPS_WITH_EPS = (
    "0.9 3/4 10 5; 0.9 4.5 10 5; 3/4 3.25 2 3; 3/4 9.25 2 3; 3/4 1.5 2 4; 3/4 4.25 2 4; "
    "3/4 7.5 2 4; 3/4 2.5 2 6; 3/4 7 4 3; 3/4 6.75 4 5; 3/4 0.25 4 6; 3/4 8.25 4 6; "
    "3/4 3/4 4 7; 3/4 5 4 7; 3/4 1.25 4 8; 3/4 6 4 8; 3/4 1.75 4 9; 3/4 7 4 9; 3/4 2.25 4 10; "
    "3/4 8 4 10; 3/4 9 4 11; 3/4 1.25 6 2; 3/4 9.5 6 4; 3/4 7.25 6 5; 3/4 2.25 6 8; "
    "3/4 7.5 6 8; 3/4 9 6 9; 3/4 4.25 6 10; 3/4 3 8 2; 3/4 7.25 8 2; 3/4 1.75 8 3; "
    "3/4 3/4 8 7; 3/4 5.25 8 10; 3/4 8.25 8 12; 3/4 5.25 10 2; 3/4 2.25 10 4; 3/4 7.5 10 4; "
    "3/4 1.25 10 8; 3/4 3.25 10 9; 3/4 2.25 12 2; 3/4 8 12 2; 3/4 6.75 12 3; 3/4 5 12 4; "
    "3/4 2.75 12 5; 3/4 9 12 5; 3/4 1.75 12 9; 3/4 4.25 12 10; 3/4 6.75 12 11; 0.8 9.25 10 5; "
    "0.6 3 5 10; 0.6 8.25 10 5"
)


def _average(steps: int) -> Space:
    rho = one_of("rho", "0.9 0.99 0.8 0.6 3/4 0.95 0.7 0.96")
    return Space(steps, (rho, *whole_gradients(steps, largest=12)))


def _with_eps(names: str, cells: str, steps: int) -> Space:
    return Space(steps, (_LR, together(names, cells.split("; ")), free_signs(steps)))


_FIRST_UPDATE = Space(1, (_LR, _NO_EPS, _FIRST_STEP, *whole_gradients(1, largest=9)))
_SECOND_UPDATE = Space(
    2,
    (
        _LR,
        _NO_EPS,
        together("rho g1 g2", _CLEAN_CELLS.split("; ")),
        free_signs(2),
    ),
)

SKILLS = (
    *(Skill(BOOK, "h", t, _average(t)) for t in (1, 2, 3)),
    Skill(BOOK, "delta_theta", 2, _FIRST_UPDATE),
    Skill(BOOK, "delta_theta", 3, _SECOND_UPDATE),
    Skill(
        INSIDE,
        "delta_theta",
        2,
        _with_eps("rho eps g1", _ONE_STEP_WITH_EPS, 1),
        stem="rmsprop.inside.delta_theta",
    ),
    Skill(
        INSIDE,
        "delta_theta",
        3,
        _with_eps("rho eps g1 g2", _TWO_STEPS_WITH_EPS, 2),
        stem="rmsprop.inside.delta_theta",
    ),
)
