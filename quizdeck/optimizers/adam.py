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
        ja=r"バイアス補正は学習率 $\mathrm{lr}_t$ に含め、ε は補正前の √v に足す",
        en=r"the bias correction sits in the rate $\mathrm{lr}_t$, and ε is added to the "
        "uncorrected √v",
    ),
    equations=[
        _FIRST_MOMENT,
        _SECOND_MOMENT,
        "lr_t = lr * sqrt(1 - beta2**t) / (1 - beta1**t)",
        "theta = theta - lr_t * m / (sqrt(v) + eps)",
    ],
    defaults={**_RATES, "eps": "0.0000001"},
    conventions_of={
        "m": Localized(
            ja="m は勾配の指数移動平均", en="m is the exponential moving average of the gradients"
        ),
        "v": Localized(
            ja="v は勾配の二乗の指数移動平均",
            en="v is the exponential moving average of the squared gradients",
        ),
        "lr_t": Localized(
            ja=r"バイアス補正は学習率 $\mathrm{lr}_t$ に含める",
            en=r"the bias correction sits in the rate $\mathrm{lr}_t$",
        ),
    },
)

PAPER = method(
    "adam.paper",
    name=_NAME,
    convention=Localized(
        ja="m と v をそれぞれバイアス補正し、ε は補正後の √v̂ に足す",
        en="m and v are each bias-corrected, and ε is added to the corrected √v̂",
    ),
    equations=[
        _FIRST_MOMENT,
        _SECOND_MOMENT,
        "m_hat = m / (1 - beta1**t)",
        "v_hat = v / (1 - beta2**t)",
        "theta = theta - lr * m_hat / (sqrt(v_hat) + eps)",
    ],
    defaults={**_RATES, "eps": "0.00000001"},
    conventions_of={
        "m_hat": Localized(
            ja=r"m は勾配の指数移動平均で、バイアス補正した値が $\hat{m}$",
            en=r"m is the exponential moving average of the gradients, and $\hat{m}$ is m "
            "bias-corrected",
        ),
        "v_hat": Localized(
            ja=r"v は勾配の二乗の指数移動平均で、バイアス補正した値が $\hat{v}$",
            en=r"v is the exponential moving average of the squared gradients, and $\hat{v}$ is v "
            "bias-corrected",
        ),
    },
)
