"""AdamW (Loshchilov and Hutter 2019): Adam with a weight decay beside the gradient."""

from quizdeck.optimizers.adam import PAPER as ADAM
from quizdeck.optimizers.method import method
from quizdeck.text import Localized, same_in_both

_NAME = same_in_both("AdamW")
_CORRECTED_MOMENTS = [
    "m = beta1 * m + (1 - beta1) * g",
    "v = beta2 * v + (1 - beta2) * g**2",
    "m_hat = m / (1 - beta1**t)",
    "v_hat = v / (1 - beta2**t)",
]

# PyTorch 2.13, torch.optim.AdamW.
PYTORCH = method(
    "adamw.pytorch",
    name=_NAME,
    convention=Localized(
        ja="重み減衰 λθ は勾配 g に混ぜず、学習率 lr を掛けて θ から直接引く（PyTorch の AdamW）",
        en="the weight decay λθ is kept out of the gradient g, multiplied by the rate lr, and "
        "subtracted from θ directly (PyTorch's AdamW)",
    ),
    equations=[
        *_CORRECTED_MOMENTS,
        "theta = theta - lr * (m_hat / (sqrt(v_hat) + eps) + weight_decay * theta)",
    ],
    defaults={**ADAM.rates, "weight_decay": "0.01"},
    is_advanced=True,
)

# Algorithm 2 with a schedule multiplier of 1. The paper names no λ; this one decays as PyTorch's.
PAPER = method(
    "adamw.paper",
    name=_NAME,
    convention=Localized(
        ja="重み減衰 λθ は勾配 g に混ぜず、学習率 lr も掛けずに θ から直接引く"
        "（論文の Algorithm 2、学習率の倍率は 1）",
        en="the weight decay λθ is kept out of the gradient g and subtracted from θ directly, "
        "without the rate lr (Algorithm 2 of the paper with a schedule multiplier of 1)",
    ),
    equations=[
        *_CORRECTED_MOMENTS,
        "theta = theta - (lr * m_hat / (sqrt(v_hat) + eps) + weight_decay * theta)",
    ],
    defaults={**ADAM.rates, "weight_decay": "0.00001"},
    is_advanced=True,
)
