"""Skills with AdaGrad."""

from quizdeck.optimizers.adagrad import BOOK
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Space, free_signs, one_of, together, whole_gradients

# The squares add up to a square.
_SIZES = {
    2: "3 4; 4 3; 6 8; 8 6; 5 12; 12 5; 8 15; 15 8; 7 24; 24 7",
    3: "1 2 2; 2 1 2; 2 3 6; 3 6 2; 6 2 3; 1 4 8; 4 8 1; 8 1 4; 4 4 7; 7 4 4; 2 6 9; 6 9 2; "
    "6 6 7; 3 4 12; 9 12 8",
}


def _accumulator(steps: int) -> Space:
    return Space(steps, whole_gradients(steps, largest=9))


def _update(steps: int) -> Space:
    names = " ".join(f"g{t}" for t in range(1, steps + 1))
    return Space(
        steps,
        (
            one_of("lr", "0.1 0.01 0.2 0.5 0.05 1"),
            one_of("eps", "0"),
            together(names, _SIZES[steps].split(";")),
            one_of("scale", "1 2 3"),
            free_signs(steps),
        ),
    )


SKILLS = (
    *(Skill(BOOK, "h", t - 1, _accumulator(t)) for t in (2, 3)),
    *(Skill(BOOK, "delta_theta", t, _update(t)) for t in (2, 3)),
)
