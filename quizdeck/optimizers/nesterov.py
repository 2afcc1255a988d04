"""Nesterov's accelerated gradient (Sutskever et al. 2013, section 2) in its two coordinates.

Both forms walk one path. The parameters of the book's code are the look-ahead points of the true
form, ``θ_book = θ + α·v``, so that its gradient is taken where its parameters stand.
"""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("Nesterov")
_VELOCITY = "v = alpha * v - lr * g"
_RATES = {"lr": "0.01", "alpha": "0.9"}

# The code of the book as published since January 2021.
BOOK = method(
    "nesterov.book",
    name=_NAME,
    convention=Localized(
        ja="v は速度で、−lr·g を取り込み、α は前回の速度に掛かる係数。"
        "勾配 g は θ の位置で求める。この θ は先読み点（本来の θ に αv を足した点）を表し、"
        "先読み形と同じ道筋をたどる",
        en="v is the velocity, which takes in −lr·g, and α multiplies the previous velocity; "
        "the gradient g is taken at θ itself; this θ stands for the look-ahead point, "
        "the true θ plus αv, so that the path is that of the look-ahead form",
    ),
    equations=["theta = theta + alpha**2 * v - (1 + alpha) * lr * g", _VELOCITY],
    defaults=_RATES,
)

LOOKAHEAD = method(
    "nesterov.lookahead",
    name=_NAME,
    convention=Localized(
        ja="勾配 g は、今の速度で進んだ先読み点 θ+αv で求める。先読み点の列は、"
        "勾配を θ で求める書き方の θ の列と一致する",
        en="the gradient g is taken at the look-ahead point θ+αv; the look-ahead points are "
        "the θ of the form that takes its gradient at θ",
    ),
    equations=[_VELOCITY, "theta = theta + v"],
    defaults=_RATES,
    gradient_at="theta + alpha * v",
)
