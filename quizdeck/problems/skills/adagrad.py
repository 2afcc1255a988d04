"""Skills with AdaGrad, summed from zero and, as Keras does, from a tenth.

The first step from zero moves by ``lr`` whatever the gradient, so updates begin at the second.
From a tenth, two steps are clean for a handful of gradients only, so that one begins at the third.
"""

from quizdeck.optimizers.adagrad import BOOK, KERAS
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Choice, Space, free_signs, one_of, together, whole_gradients

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


# With the tenth that h starts from, the squares add up to a square.
_KERAS_CELLS = (
    "0.1 0.2 0.7; 0.1 0.4 0.3; 0.1 0.7 0.2; 0.1 0.7 1.4; 0.1 1.1 0.8; 0.1 1.3 0.4; "
    "0.1 1.3 1.2; 0.1 1.4 0.7; 0.1 1.7 1.0; 0.2 0.1 0.7; 0.2 0.5 1.9; 0.2 0.7 0.9; "
    "0.3 0.4 0.1; 0.3 1.0 0.5; 0.3 1.1 0.2; 0.4 0.1 0.3; 0.4 0.3 0.1; 0.4 1.1 0.7; "
    "0.5 0.2 1.9; 0.5 0.8 1.5; 0.5 1.0 1.1; 0.5 1.4 1.3; 0.5 1.5 0.8; 0.7 0.1 0.2; "
    "0.7 0.1 1.4; 0.7 0.2 0.9; 0.7 0.9 0.2; 0.7 1.1 0.4; 0.7 1.3 1.6; 0.7 1.9 0.8; "
    "0.8 0.5 1.5; 0.8 1.5 0.5; 0.9 0.7 0.2; 1.0 0.3 0.5; 1.0 0.5 1.1; 1.0 1.1 0.5; "
    "1.0 1.1 1.3; 1.1 0.1 0.8; 1.1 0.3 0.2; 1.1 0.4 0.7; 1.1 0.7 0.4; 1.1 1.0 0.5; "
    "1.1 1.0 1.3; 1.1 1.3 1.0; 1.1 1.7 0.8; 1.3 0.1 0.4; 1.3 0.1 1.2; 1.3 0.7 1.6; "
    "1.3 1.1 1.0; 1.4 0.1 0.7; 1.4 0.5 1.3; 1.5 0.5 0.8; 1.5 0.8 0.5; 1.7 0.1 1.0; "
    "1.7 1.1 0.8; 1.9 0.7 0.8"
)


def _tenths(*names: str) -> tuple[Choice, ...]:
    numbers = [f"{sign}{n / 10}" for sign in ("", "-") for n in range(1, 10)]
    return tuple(one_of(name, " ".join(numbers)) for name in names)


_KERAS_UPDATE = Space(
    3,
    (
        one_of("lr", "0.1 0.01 0.2 0.5 0.05 1"),
        one_of("eps", "0"),
        together("g1 g2 g3", _KERAS_CELLS.split("; ")),
        free_signs(3),
    ),
)

SKILLS = (
    *(Skill(BOOK, "h", t - 1, _accumulator(t)) for t in (2, 3)),
    *(Skill(BOOK, "delta_theta", t, _update(t)) for t in (2, 3)),
    Skill(KERAS, "h", 2, Space(2, _tenths("g1", "g2")), stem="adagrad.keras.h"),
    Skill(KERAS, "delta_theta", 3, _KERAS_UPDATE, stem="adagrad.keras.delta_theta"),
)
