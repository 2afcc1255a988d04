"""Skills with Adam."""

from quizdeck.optimizers.adam import BOOK, PAPER
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, one_of, together, whole_gradients

_LR = one_of("lr", "0.1 0.01 0.001 0.2 0.3 0.5")
_RATE_BETA1 = one_of("beta1", "0.9 0.8 3/4 0.6 0.5 0.4 0.2")

# 1 - beta2**t is the square of a fraction, so that lr_t comes out clean.
_RATE_BETA2 = {
    1: one_of("beta2", "0.19 0.36 0.51 0.64 3/4 0.84 0.91 0.96 0.99"),
    2: one_of("beta2", "0.6 0.8 0.28 0.96"),
}

# Two steps in which the corrected second moment is a square and the update a short decimal.
_CLEAN_UPDATES = together(
    "beta1 beta2 g1 g2",
    (
        "2/3 0.6 3 1",
        "2/3 0.6 1 5",
        "2/3 0.6 1 -5",
        "2/3 3/4 6 1",
        "2/3 3/4 6 -1",
        "2/3 3/4 2 5",
        "2/3 3/4 2 -5",
        "2/3 0.96 5 1",
        "2/3 0.96 5 -1",
        "2/3 0.28 5 -1",
        "2/3 0.28 5 11",
        "3/4 0.96 5 1",
        "3/4 0.96 5 -1",
        "3/4 0.96 3 5",
        "1/2 0.96 5 -1",
        "1/4 0.96 5 1",
        "1/4 0.96 5 -1",
        "0.6 0.28 5 -1",
        "0.6 0.28 5 11",
        "0.4 3/4 2 -5",
        "0.4 3/4 6 -1",
        "0.2 3/4 2 5",
        "0.2 0.6 1 -5",
        "0.2 0.8 1 -3",
    ),
)


def _moments(steps: int) -> Space:
    beta1, beta2 = (
        one_of("beta1", "0.9 0.8 0.6 3/4 1/4 2/3"),
        one_of("beta2", "0.99 0.96 0.9 0.8 3/4 0.6"),
    )
    return Space(steps, (beta1, beta2, *whole_gradients(steps, largest=9)))


def _corrected_moments(steps: int) -> Space:
    beta1 = one_of("beta1", "1/4 2/3 0.6 1/3 0.9 0.8 1/2 3/4")
    beta2 = one_of("beta2", "1/4 2/3 0.6 1/3 3/4 0.9 0.8 1/2")
    return Space(steps, (beta1, beta2, *whole_gradients(steps, largest=9)))


def _corrected_rate(steps: int) -> Space:
    return Space(steps, (_LR, _RATE_BETA1, _RATE_BETA2[steps]))


_UPDATE = Space(
    2, (_LR, one_of("eps", "0"), _CLEAN_UPDATES, one_of("scale", "1 2 3 4 -1 -2 -3 -4"))
)

SKILLS = (
    *(Skill(BOOK, "m", t, _moments(t)) for t in (1, 2, 3)),
    *(Skill(BOOK, "v", t, _moments(t)) for t in (1, 2, 3)),
    *(Skill(PAPER, "m_hat", t, _corrected_moments(t)) for t in (2, 3)),
    *(Skill(PAPER, "v_hat", t, _corrected_moments(t)) for t in (2, 3)),
    *(Skill(BOOK, "lr_t", t, _corrected_rate(t)) for t in (1, 2)),
    Skill(PAPER, "delta_theta", 3, _UPDATE),
)
