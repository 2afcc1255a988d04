"""AdaGrad (Duchi, Hazan, Singer 2011, in its per-coordinate form)."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

BOOK = method(
    "adagrad.book",
    name=same_in_both("AdaGrad"),
    convention=Localized(
        ja="h は勾配の二乗の総和で、ε は根号の外に置く",
        en="h is the running sum of squared gradients, and ε stands outside the root",
    ),
    equations=["h = h + g**2", "theta = theta - lr * g / (sqrt(h) + eps)"],
    defaults={"lr": "0.01", "eps": "0.0000001"},
)
