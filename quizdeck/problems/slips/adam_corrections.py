"""Wrong steps in the corrected moments m̂ and v̂."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_M_HAT = (
    slip(
        "adam.m_hat.not_corrected",
        "m_hat = m",
        Localized(ja="m をバイアス補正していない", en="m is not bias-corrected"),
        Localized(
            ja="0 から始めた m は最初のうち小さすぎるので、$1 - \\beta_1^t$ で割って補います。",
            en="$m$ starts at 0 and is too small at first; dividing by $1 - \\beta_1^t$ makes up "
            "for it.",
        ),
    ),
    slip(
        "adam.m_hat.exponent_forgotten",
        "m_hat = m / (1 - beta1)",
        Localized(ja="β₁ᵗ の指数 t を忘れている", en="the exponent t of β₁ᵗ is forgotten"),
        Localized(
            ja="割るのは $1 - \\beta_1$ ではなく $1 - \\beta_1^t$ です。t 回分の重みの合計がこの値になります。",
            en="The divisor is $1 - \\beta_1^t$, not $1 - \\beta_1$: it is the weight handed out "
            "in $t$ steps.",
        ),
        only_for=("m_hat",),
    ),
    slip(
        "adam.m_hat.multiplied",
        "m_hat = m * (1 - beta1**t)",
        Localized(
            ja="m に 1 − β₁ᵗ を掛けている（正しくは割る）",
            en="m is multiplied by 1 − β₁ᵗ instead of divided",
        ),
        Localized(
            ja="補正は小さすぎる m を大きくする操作です。1 より小さい数で割ります。",
            en="The correction makes a too small $m$ larger, so it divides by a number below 1.",
        ),
        only_for=("m_hat",),
    ),
    slip(
        "adam.m_hat.times_t",
        "m_hat = m / (1 - beta1 * t)",
        Localized(ja="β₁ᵗ を β₁ × t と計算している", en="β₁ᵗ is computed as β₁ × t"),
        Localized(
            ja="$\\beta_1^t$ は t 乗です。掛け算では分母が負にもなります。",
            en="$\\beta_1^t$ is a power; as a product the divisor can even turn negative.",
        ),
        only_for=("m_hat",),
    ),
    slip(
        "adam.m_hat.step_too_late",
        "m_hat = m / (1 - beta1**(t + 1))",
        Localized(ja="m の補正で t を1つ多く数えている", en="t is one too large when correcting m"),
        Localized(
            ja="t は 1 から数え、$m_t$ の補正には同じ t を使います。",
            en="$t$ counts from 1, and $m_t$ is corrected with the same $t$.",
        ),
        only_for=("m_hat",),
    ),
    slip(
        "adam.m_hat.step_too_early",
        "m_hat = m / (1 - beta1**(t - 1))",
        Localized(
            ja="m の補正で t を1つ少なく数えている", en="t is one too small when correcting m"
        ),
        Localized(
            ja="t は 1 から数えます。0 から数えると、1歩目で $1 - \\beta_1^0 = 0$ で割ることになってしまいます。",
            en="$t$ counts from 1. Counted from 0, the first step would divide by $1 - \\beta_1^0 = 0$.",
        ),
        only_for=("m_hat",),
    ),
    slip(
        "adam.m_hat.other_beta",
        "m_hat = m / (1 - beta2**t)",
        Localized(ja="m の補正に β₂ を使っている", en="m is corrected with β₂"),
        Localized(
            ja="m は $\\beta_1$ で平均したので、足りない重みも $\\beta_1^t$ です。補正にも $\\beta_1$ を使います。",
            en="$m$ was averaged with $\\beta_1$, so the missing weight is $\\beta_1^t$, and that rate corrects it.",
        ),
        only_for=("m_hat",),
    ),
    slip(
        "adam.m_hat.carried",
        ("m = beta1 * m_kept + (1 - beta1) * g",),
        Localized(
            ja="補正後の m̂ を次のステップの m に使っている",
            en="the corrected m̂ is carried into the next step",
        ),
        Localized(
            ja="漸化式に入るのは補正前の $m_{t-1}$ です。m̂ はその場で使うだけで、持ち越しません。",
            en="The recurrence takes the uncorrected $m_{t-1}$; $\\hat{m}$ is used on the spot and "
            "not kept.",
        ),
        memory=["m_kept = m / (1 - beta1**t)"],
    ),
)

_V_HAT = (
    slip(
        "adam.v_hat.not_corrected",
        "v_hat = v",
        Localized(ja="v をバイアス補正していない", en="v is not bias-corrected"),
        Localized(
            ja="v も 0 から始まるので、$1 - \\beta_2^t$ で割って補います。",
            en="$v$ starts at 0 as well and is divided by $1 - \\beta_2^t$ to make up for it.",
        ),
    ),
    slip(
        "adam.v_hat.exponent_forgotten",
        "v_hat = v / (1 - beta2)",
        Localized(ja="β₂ᵗ の指数 t を忘れている", en="the exponent t of β₂ᵗ is forgotten"),
        Localized(
            ja="割るのは $1 - \\beta_2$ ではなく $1 - \\beta_2^t$ です。",
            en="The divisor is $1 - \\beta_2^t$, not $1 - \\beta_2$.",
        ),
        only_for=("v_hat",),
    ),
    slip(
        "adam.v_hat.multiplied",
        "v_hat = v * (1 - beta2**t)",
        Localized(
            ja="v に 1 − β₂ᵗ を掛けている（正しくは割る）",
            en="v is multiplied by 1 − β₂ᵗ instead of divided",
        ),
        Localized(
            ja="補正は小さすぎる v を大きくする操作です。1 より小さい数で割ります。",
            en="The correction makes a too small $v$ larger, so it divides by a number below 1.",
        ),
        only_for=("v_hat",),
    ),
    slip(
        "adam.v_hat.times_t",
        "v_hat = v / (1 - beta2 * t)",
        Localized(ja="β₂ᵗ を β₂ × t と計算している", en="β₂ᵗ is computed as β₂ × t"),
        Localized(
            ja="$\\beta_2^t$ は t 乗です。掛け算では分母が負にもなります。",
            en="$\\beta_2^t$ is a power; as a product the divisor can even turn negative.",
        ),
        only_for=("v_hat",),
    ),
    slip(
        "adam.v_hat.step_too_late",
        "v_hat = v / (1 - beta2**(t + 1))",
        Localized(ja="v の補正で t を1つ多く数えている", en="t is one too large when correcting v"),
        Localized(
            ja="t は 1 から数え、$v_t$ の補正には同じ t を使います。",
            en="$t$ counts from 1, and $v_t$ is corrected with the same $t$.",
        ),
        only_for=("v_hat",),
    ),
    slip(
        "adam.v_hat.step_too_early",
        "v_hat = v / (1 - beta2**(t - 1))",
        Localized(
            ja="v の補正で t を1つ少なく数えている", en="t is one too small when correcting v"
        ),
        Localized(
            ja="t は 1 から数えます。0 から数えると、1歩目で $1 - \\beta_2^0 = 0$ で割ることになってしまいます。",
            en="$t$ counts from 1. Counted from 0, the first step would divide by $1 - \\beta_2^0 = 0$.",
        ),
        only_for=("v_hat",),
    ),
    slip(
        "adam.v_hat.other_beta",
        "v_hat = v / (1 - beta1**t)",
        Localized(ja="v の補正に β₁ を使っている", en="v is corrected with β₁"),
        Localized(
            ja="v は $\\beta_2$ で平均したので、足りない重みも $\\beta_2^t$ です。補正にも $\\beta_2$ を使います。",
            en="$v$ was averaged with $\\beta_2$, so the missing weight is $\\beta_2^t$, and that rate corrects it.",
        ),
        only_for=("v_hat",),
    ),
    slip(
        "adam.v_hat.carried",
        "v = beta2 * v_kept + (1 - beta2) * g**2",
        Localized(
            ja="補正後の v̂ を次のステップの v に使っている",
            en="the corrected v̂ is carried into the next step",
        ),
        Localized(
            ja="漸化式に入るのは補正前の $v_{t-1}$ です。$\\hat{v}$ はその場で使うだけで、持ち越しません。",
            en="The recurrence takes the uncorrected $v_{t-1}$; $\\hat{v}$ is used on the spot and not kept.",
        ),
        memory=["v_kept = v / (1 - beta2**t)"],
        only_for=("v", "v_hat"),
    ),
)

SLIPS = _M_HAT + _V_HAT
