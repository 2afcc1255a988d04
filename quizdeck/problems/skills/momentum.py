"""Skills with Momentum."""

from collections.abc import Callable

from quizdeck.optimizers.momentum import BOOK
from quizdeck.problems.precision import EXACT
from quizdeck.problems.skill import Draw, Skill
from quizdeck.problems.skills.drawing import fractions, whole_gradients
from quizdeck.problems.stream import Stream

_ALPHA = fractions("0.9 0.8 0.5")
_RATES = fractions("0.1 0.01 0.2 0.05 0.02")


def _velocity(steps: int) -> Callable[[Stream], Draw]:
    def draw(stream: Stream) -> Draw:
        rates = {"lr": stream.choice(_RATES), "alpha": stream.choice(_ALPHA)}
        return Draw(rates, whole_gradients(stream, steps, largest=9))

    return draw


SKILLS = (
    *(Skill(BOOK, "v", t, t, EXACT, _velocity(t)) for t in (1, 2, 3)),
    *(Skill(BOOK, "delta_theta", t, t, EXACT, _velocity(t)) for t in (2, 3)),
)
