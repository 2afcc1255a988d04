"""Stochastic gradient descent."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

BOOK = method(
    "sgd.book",
    name=same_in_both("SGD"),
    convention=Localized(
        ja="θ から学習率と勾配の積を引く",
        en="the learning rate times the gradient is subtracted from θ",
    ),
    equations=["theta = theta - lr * g"],
    defaults={"lr": "0.01"},
)
