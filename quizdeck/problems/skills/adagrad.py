"""Skills with AdaGrad."""

from collections.abc import Callable
from fractions import Fraction

from quizdeck.optimizers.adagrad import BOOK
from quizdeck.problems.precision import EXACT
from quizdeck.problems.skill import Draw, Skill
from quizdeck.problems.skills.drawing import fractions, resized, whole_gradients
from quizdeck.problems.stream import Stream

_RATES = fractions("0.1 0.01 0.2 0.5 0.05 1")

# The squares add up to a square.
_SIZES: dict[int, tuple[tuple[int, ...], ...]] = {
    2: ((3, 4), (4, 3), (6, 8), (8, 6), (5, 12), (12, 5), (8, 15), (15, 8), (7, 24), (24, 7)),
    3: (
        (1, 2, 2),
        (2, 1, 2),
        (2, 3, 6),
        (3, 6, 2),
        (6, 2, 3),
        (1, 4, 8),
        (4, 8, 1),
        (8, 1, 4),
        (4, 4, 7),
        (7, 4, 4),
        (2, 6, 9),
        (6, 9, 2),
        (6, 6, 7),
        (3, 4, 12),
        (9, 12, 8),
    ),
}


def _accumulator(steps: int) -> Callable[[Stream], Draw]:
    def draw(stream: Stream) -> Draw:
        return Draw({}, whole_gradients(stream, steps, largest=9))

    return draw


def _update(steps: int) -> Callable[[Stream], Draw]:
    def draw(stream: Stream) -> Draw:
        rates = {"lr": stream.choice(_RATES), "eps": Fraction(0)}
        return Draw(rates, resized(stream, stream.choice(_SIZES[steps]), (1, 2, 3)))

    return draw


SKILLS = (
    *(Skill(BOOK, "h", t - 1, t, EXACT, _accumulator(t)) for t in (2, 3)),
    *(Skill(BOOK, "delta_theta", t, t, EXACT, _update(t)) for t in (2, 3)),
)
