"""Skills with Momentum, in the three forms that books and libraries write it in.

Ruder's and PyTorch's velocities begin at level 2: after one step from rest they are ``lr * g`` and
``g``, which asks for nothing.
"""

from quizdeck.optimizers.method import Method
from quizdeck.optimizers.momentum import BOOK, PYTORCH, RUDER
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, one_of, whole_gradients

_LR = one_of("lr", "0.1 0.01 0.2 0.05 0.02")
_ALPHA = one_of("alpha", "0.9 0.8 0.5")


def _path(steps: int) -> Space:
    return Space(steps, (_LR, _ALPHA, *whole_gradients(steps, largest=9)))


def _walk(steps: int) -> Space:
    """Return gradients large enough to show in θ beside its start."""
    start = one_of("theta0", "1 -1 2 -2 0.3 -0.3 0.7 -0.7")
    rates = (one_of("lr", "0.1 0.2 0.3 0.5"), one_of("alpha", "0.9 0.8 0.6"))
    return Space(steps, (start, *rates, *whole_gradients(steps, largest=9)))


def _in_form(method: Method) -> tuple[Skill, ...]:
    def skill(quantity: str, level: int, space: Space) -> Skill:
        return Skill(method, quantity, level, space, stem=f"{method.id}.{quantity}")

    return (
        *(skill("v", t, _path(t)) for t in (2, 3)),
        *(skill("delta_theta", t, _path(t)) for t in (2, 3)),
        *(skill("theta", t, _walk(t)) for t in (2, 3)),
    )


SKILLS = (
    *(Skill(BOOK, "v", t, _path(t)) for t in (1, 2, 3)),
    *(Skill(BOOK, "delta_theta", t, _path(t)) for t in (2, 3)),
    *(Skill(BOOK, "theta", t, _walk(t)) for t in (2, 3)),
    *_in_form(RUDER),
    *_in_form(PYTORCH),
)
