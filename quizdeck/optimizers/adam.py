"""Adam (Kingma and Ba 2015), in the book's convention and in the paper's Algorithm 1."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("Adam")
_FIRST_MOMENT = "m = beta1 * m + (1 - beta1) * g"
_SECOND_MOMENT = "v = beta2 * v + (1 - beta2) * g**2"
_RATES = {"lr": "0.001", "beta1": "0.9", "beta2": "0.999"}

BOOK = method(
    "adam.book",
    name=_NAME,
    convention=Localized(
        ja="バイアス補正は学習率 lr_t に含め、ε は補正前の √v に足す",
        en="the bias correction sits in the rate lr_t, and ε is added to the uncorrected √v",
    ),
    equations=[
        _FIRST_MOMENT,
        _SECOND_MOMENT,
        "lr_t = lr * sqrt(1 - beta2**t) / (1 - beta1**t)",
        "theta = theta - lr_t * m / (sqrt(v) + eps)",
    ],
    defaults={**_RATES, "eps": "0.0000001"},
)

PAPER = method(
    "adam.paper",
    name=_NAME,
    convention=Localized(
        ja="m と v をそれぞれバイアス補正し、ε は補正後の √v̂ に足す",
        en="m and v are bias-corrected one by one, and ε is added to the corrected √v̂",
    ),
    equations=[
        _FIRST_MOMENT,
        _SECOND_MOMENT,
        "m_hat = m / (1 - beta1**t)",
        "v_hat = v / (1 - beta2**t)",
        "theta = theta - lr * m_hat / (sqrt(v_hat) + eps)",
    ],
    defaults={**_RATES, "eps": "0.00000001"},
)
