"""Momentum (Polyak 1964) in the three forms that books and libraries write it in."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("Momentum")

BOOK = method(
    "momentum.book",
    name=_NAME,
    convention=Localized(
        ja="速度 v は −lr·g を取り込み、θ には v を足す。α は前回の速度に掛かる係数",
        en="the velocity v takes in −lr·g, and v is added to θ; α multiplies the previous velocity",
    ),
    equations=["v = alpha * v - lr * g", "theta = theta + v"],
    defaults={"lr": "0.01", "alpha": "0.9"},
)

# Ruder 2016, section 4.1, which writes γ for the momentum, η for the rate, and gives γ = 0.9 alone.
RUDER = method(
    "momentum.ruder",
    name=_NAME,
    convention=Localized(
        ja="速度 v は +lr·g を取り込み、θ から v を引く。α は前回の速度に掛かる係数",
        en="the velocity v takes in +lr·g, and v is subtracted from θ; α multiplies the "
        "previous velocity",
    ),
    equations=["v = alpha * v + lr * g", "theta = theta - v"],
    defaults={"lr": "0.01", "alpha": "0.9"},
)

# PyTorch 2.13, torch.optim.SGD with dampening 0; the rates are those of its page's example.
PYTORCH = method(
    "momentum.pytorch",
    name=_NAME,
    convention=Localized(
        ja="PyTorch の SGD（dampening=0）と同じく、速度 v は g をそのまま取り込み、"
        "学習率は θ を更新するときに v に掛ける。α は前回の速度に掛かる係数",
        en="as in PyTorch's SGD with dampening=0, the velocity v takes in g as it is, and the "
        "learning rate multiplies v when θ moves; α multiplies the previous velocity",
    ),
    equations=["v = alpha * v + g", "theta = theta - lr * v"],
    defaults={"lr": "0.1", "alpha": "0.9"},
)
