"""Skills with Momentum."""

from quizdeck.optimizers.momentum import BOOK
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, one_of, whole_gradients


def _velocity(steps: int) -> Space:
    rates = (one_of("lr", "0.1 0.01 0.2 0.05 0.02"), one_of("alpha", "0.9 0.8 0.5"))
    return Space(steps, (*rates, *whole_gradients(steps, largest=9)))


SKILLS = (
    *(Skill(BOOK, "v", t, _velocity(t)) for t in (1, 2, 3)),
    *(Skill(BOOK, "delta_theta", t, _velocity(t)) for t in (2, 3)),
)
