"""RMSProp (Tieleman and Hinton 2012, lecture 6.5), with ε on either side of the root."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("RMSProp")
_MEAN_SQUARE = "h = rho * h + (1 - rho) * g**2"

BOOK = method(
    "rmsprop.book",
    name=_NAME,
    convention=Localized(
        ja="h は勾配の二乗の指数移動平均で、ε は根号の外に置く",
        en="h is the exponential moving average of squared gradients, and ε stands outside "
        "the root",
    ),
    equations=[_MEAN_SQUARE, "theta = theta - lr * g / (sqrt(h) + eps)"],
    defaults={"lr": "0.01", "rho": "0.99", "eps": "0.0000001"},
    conventions_of={
        "h": Localized(
            ja="h は勾配の二乗の指数移動平均",
            en="h is the exponential moving average of squared gradients",
        )
    },
)

# Keras 3, keras.optimizers.RMSprop; Ruder 2016, section 4.5, places its ε likewise.
INSIDE = method(
    "rmsprop.inside",
    name=_NAME,
    convention=Localized(
        ja="h は勾配の二乗の指数移動平均で、ε は根号の中に置く（Ruder、Keras）",
        en="h is the exponential moving average of squared gradients, and ε stands inside "
        "the root (Ruder, Keras)",
    ),
    equations=[_MEAN_SQUARE, "theta = theta - lr * g / sqrt(h + eps)"],
    defaults={"lr": "0.001", "rho": "0.9", "eps": "0.0000001"},
)
