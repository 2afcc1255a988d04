"""AMSGrad (Reddi, Kale, Kumar 2018), as its Algorithm 2 has it and as PyTorch computes it."""

from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("AMSGrad")
_MOMENTS = [
    "m = beta1 * m + (1 - beta1) * g",
    "v = beta2 * v + (1 - beta2) * g**2",
    "v_max = max(v_max, v)",
]

# The paper's experiments take β1 = 0.9, β2 of 0.99 or 0.999, and search for the rate.
PAPER = method(
    "amsgrad.paper",
    name=_NAME,
    convention=Localized(
        ja=r"バイアス補正も ε も使わず、v の最大値 $v^{\max}$ の平方根で m を割る"
        "（論文の Algorithm 2）",
        en=r"neither bias correction nor ε; m is divided by the root of $v^{\max}$, "
        "the greatest v so far (Algorithm 2 of the paper)",
    ),
    equations=[*_MOMENTS, "theta = theta - lr * m / sqrt(v_max)"],
    defaults={"lr": "0.001", "beta1": "0.9", "beta2": "0.99"},
    is_advanced=True,
    conventions_of={
        "v_max": Localized(
            ja=r"$v^{\max}$ は、バイアス補正をしない v のこれまでの最大値（論文の Algorithm 2）",
            en=r"$v^{\max}$ is the greatest v so far, with no bias correction (Algorithm 2 of the "
            "paper)",
        )
    },
)

# PyTorch 2.13, torch.optim.Adam with amsgrad=True.
PYTORCH = method(
    "amsgrad.pytorch",
    name=_NAME,
    convention=Localized(
        ja=r"補正前の v の最大値 $v^{\max}$ をとり、そのあとで m と $v^{\max}$ をバイアス補正し、"
        "ε は √v̂ に足す（PyTorch の Adam、amsgrad=True）",
        en=r"$v^{\max}$ is the greatest uncorrected v so far; m and $v^{\max}$ are bias-corrected "
        "after that, and ε is added to √v̂ (PyTorch's Adam with amsgrad=True)",
    ),
    equations=[
        *_MOMENTS,
        "m_hat = m / (1 - beta1**t)",
        "v_hat = v_max / (1 - beta2**t)",
        "theta = theta - lr * m_hat / (sqrt(v_hat) + eps)",
    ],
    defaults={"lr": "0.001", "beta1": "0.9", "beta2": "0.999", "eps": "0.00000001"},
    is_advanced=True,
)
