"""Momentum."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

BOOK = method(
    "momentum.book",
    name=same_in_both("Momentum"),
    convention=Localized(
        ja="速度 v は −lr·g を取り込み、θ には v を足す",
        en="the velocity v takes in −lr·g, and v is added to θ",
    ),
    equations=["v = alpha * v - lr * g", "theta = theta + v"],
    defaults={"lr": "0.01", "alpha": "0.9"},
)
