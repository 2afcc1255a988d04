"""AdaGrad (Duchi, Hazan, Singer 2011, in its per-coordinate form)."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("AdaGrad")
_ACCUMULATOR = "h = h + g**2"

BOOK = method(
    "adagrad.book",
    name=_NAME,
    convention=Localized(
        ja="h は勾配の二乗の総和で、ε は根号の外に置く",
        en="h is the running sum of squared gradients, and ε stands outside the root",
    ),
    equations=[_ACCUMULATOR, "theta = theta - lr * g / (sqrt(h) + eps)"],
    defaults={"lr": "0.01", "eps": "0.0000001"},
    conventions_of={
        "h": Localized(ja="h は勾配の二乗の総和", en="h is the running sum of squared gradients")
    },
)

# Keras 3, keras.optimizers.Adagrad; Optax starts its accumulator and places its ε likewise.
KERAS = method(
    "adagrad.keras",
    name=_NAME,
    convention=Localized(
        ja="h は 0 ではなく 0.1 から始まる勾配の二乗の総和で、ε は根号の中に置く（Keras、Optax）",
        en="h sums squared gradients from 0.1, not from 0, and ε stands inside the root "
        "(Keras, Optax)",
    ),
    equations=[_ACCUMULATOR, "theta = theta - lr * g / sqrt(h + eps)"],
    defaults={"lr": "0.001", "eps": "0.0000001"},
    initial={"h": "0.1"},
    conventions_of={
        "h": Localized(
            ja="h は 0 ではなく 0.1 から始まる勾配の二乗の総和（Keras、Optax）",
            en="h sums squared gradients from 0.1, not from 0 (Keras, Optax)",
        )
    },
)
