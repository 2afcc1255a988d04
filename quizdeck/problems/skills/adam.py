"""Skills with Adam."""

from collections.abc import Callable
from fractions import Fraction

from quizdeck.optimizers.adam import BOOK, PAPER
from quizdeck.problems.precision import EXACT
from quizdeck.problems.skill import Draw, Skill
from quizdeck.problems.skills.drawing import fractions, whole_gradients
from quizdeck.problems.stream import Stream

_BETA1 = fractions("0.9 0.8 0.6 3/4 1/4 2/3")
_BETA2 = fractions("0.99 0.96 0.9 0.8 3/4 0.6")
_CORRECTING_BETA1 = fractions("1/4 2/3 0.6 1/3 0.9 0.8 1/2 3/4")
_CORRECTING_BETA2 = fractions("1/4 2/3 0.6 1/3 3/4 0.9 0.8 1/2")
_RATES = fractions("0.1 0.01 0.001 0.2 0.3 0.5")

# 1 - beta2**t is the square of a fraction, so that lr_t comes out clean.
_SQUARE_WEIGHT = {
    1: fractions("0.19 0.36 0.51 0.64 3/4 0.84 0.91 0.96 0.99"),
    2: fractions("0.6 0.8 0.28 0.96"),
}
_RATE_BETA1 = {
    1: fractions("0.9 0.8 3/4 0.6 0.5 0.4 0.2"),
    2: fractions("0.9 0.8 3/4 0.6 0.5 0.4 0.2"),
}

# Two steps in which the corrected second moment is a square and the update a short decimal.
_CLEAN_UPDATES: tuple[tuple[str, str, tuple[int, int]], ...] = (
    ("2/3", "0.6", (3, 1)),
    ("2/3", "0.6", (1, 5)),
    ("2/3", "0.6", (1, -5)),
    ("2/3", "3/4", (6, 1)),
    ("2/3", "3/4", (6, -1)),
    ("2/3", "3/4", (2, 5)),
    ("2/3", "3/4", (2, -5)),
    ("2/3", "0.96", (5, 1)),
    ("2/3", "0.96", (5, -1)),
    ("2/3", "0.28", (5, -1)),
    ("2/3", "0.28", (5, 11)),
    ("3/4", "0.96", (5, 1)),
    ("3/4", "0.96", (5, -1)),
    ("3/4", "0.96", (3, 5)),
    ("1/2", "0.96", (5, -1)),
    ("1/4", "0.96", (5, 1)),
    ("1/4", "0.96", (5, -1)),
    ("0.6", "0.28", (5, -1)),
    ("0.6", "0.28", (5, 11)),
    ("0.4", "3/4", (2, -5)),
    ("0.4", "3/4", (6, -1)),
    ("0.2", "3/4", (2, 5)),
    ("0.2", "0.6", (1, -5)),
    ("0.2", "0.8", (1, -3)),
)


def _moments(steps: int) -> Callable[[Stream], Draw]:
    def draw(stream: Stream) -> Draw:
        rates = {"beta1": stream.choice(_BETA1), "beta2": stream.choice(_BETA2)}
        return Draw(rates, whole_gradients(stream, steps, largest=9))

    return draw


def _corrected_moments(steps: int) -> Callable[[Stream], Draw]:
    def draw(stream: Stream) -> Draw:
        rates = {
            "beta1": stream.choice(_CORRECTING_BETA1),
            "beta2": stream.choice(_CORRECTING_BETA2),
        }
        return Draw(rates, whole_gradients(stream, steps, largest=9))

    return draw


def _corrected_rate(steps: int) -> Callable[[Stream], Draw]:
    def draw(stream: Stream) -> Draw:
        rates = {
            "lr": stream.choice(_RATES),
            "beta1": stream.choice(_RATE_BETA1[steps]),
            "beta2": stream.choice(_SQUARE_WEIGHT[steps]),
        }
        return Draw(rates, whole_gradients(stream, steps, largest=9))

    return draw


def _update(stream: Stream) -> Draw:
    beta1, beta2, sizes = stream.choice(_CLEAN_UPDATES)
    scale = stream.choice((1, 2, 3, 4)) * stream.sign()
    rates = {
        "lr": stream.choice(_RATES),
        "beta1": Fraction(beta1),
        "beta2": Fraction(beta2),
        "eps": Fraction(0),
    }
    return Draw(rates, tuple(Fraction(size * scale) for size in sizes))


SKILLS = (
    *(Skill(BOOK, "m", t, t, EXACT, _moments(t)) for t in (1, 2, 3)),
    *(Skill(BOOK, "v", t, t, EXACT, _moments(t)) for t in (1, 2, 3)),
    *(Skill(PAPER, "m_hat", t, t, EXACT, _corrected_moments(t)) for t in (2, 3)),
    *(Skill(PAPER, "v_hat", t, t, EXACT, _corrected_moments(t)) for t in (2, 3)),
    *(Skill(BOOK, "lr_t", t, t, EXACT, _corrected_rate(t)) for t in (1, 2)),
    Skill(PAPER, "delta_theta", 3, 2, EXACT, _update),
)
