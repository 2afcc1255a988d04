"""Wrong steps with AMSGrad, as its paper has it."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_MAXIMUM = (
    slip(
        "amsgrad.v_max.latest",
        "v_max = v",
        Localized(
            ja="最大値でなく最新の v を使っている", en="the latest v is used, not the maximum"
        ),
        Localized(
            ja="AMSGrad は v が小さくなっても、それまでの最大値を使い続けます。最新の v を使うのは Adam です。",
            en="AMSGrad holds on to the greatest $v$ so far when $v$ falls; taking the latest $v$ "
            "is Adam.",
        ),
    ),
    slip(
        "amsgrad.v_max.sum",
        "v_max = v_max + v",
        Localized(ja="v を足し合わせている", en="the v of all steps are added up"),
        Localized(
            ja="とるのは和ではなく最大値です。$v^{\\max}_{t-1}$ と $v_t$ の大きいほうを残します。",
            en="What is taken is the maximum, not the sum: the greater of $v^{\\max}_{t-1}$ and "
            "$v_t$ stays.",
        ),
    ),
    slip(
        "amsgrad.v_max.of_squares",
        "v_max = max(v_max, g**2)",
        Localized(
            ja="v でなく g² の最大値をとっている", en="the maximum is taken over g², not over v"
        ),
        Localized(
            ja="比べるのは移動平均 v どうしです。$g^2$ そのものの最大値ではありません。",
            en="What is compared are the exponential moving averages $v$, not the squares themselves.",
        ),
    ),
)

_MOMENTS = (
    slip(
        "amsgrad.v.coefficients_swapped",
        "v = (1 - beta2) * v + beta2 * g**2",
        Localized(ja="v の式で β₂ と 1 − β₂ を入れ替えている", en="β₂ and 1 − β₂ are swapped in v"),
        Localized(
            ja="β₂ が掛かるのは過去の v、$1 - \\beta_2$ が掛かるのは新しい $g^2$ です。",
            en="$\\beta_2$ goes with the old $v$, $1 - \\beta_2$ with the new $g^2$.",
        ),
    ),
    slip(
        "amsgrad.v.gradient_not_squared",
        "v = beta2 * v + (1 - beta2) * g",
        Localized(ja="v で勾配を二乗していない", en="the gradient is not squared in v"),
        Localized(
            ja="v は $g_t^2$ の移動平均（2次モーメント）です。",
            en="$v$ is the exponential moving average of $g_t^2$ (the second moment).",
        ),
    ),
    slip(
        "amsgrad.m.coefficients_swapped",
        "m = (1 - beta1) * m + beta1 * g",
        Localized(ja="m の式で β₁ と 1 − β₁ を入れ替えている", en="β₁ and 1 − β₁ are swapped in m"),
        Localized(
            ja="β₁ が掛かるのは過去の m、$1 - \\beta_1$ が掛かるのは新しい勾配です。",
            en="$\\beta_1$ goes with the old $m$, $1 - \\beta_1$ with the new gradient.",
        ),
    ),
)

_STEP = (
    slip(
        "amsgrad.theta.no_root",
        "theta = theta - lr * m / v_max",
        Localized(ja="v^max の平方根を取り忘れている", en="the square root of v^max is forgotten"),
        Localized(
            ja="割るのは $\\sqrt{v^{\\max}}$ です。二乗の平均なので、根号で勾配の単位に戻します。",
            en="The divisor is $\\sqrt{v^{\\max}}$: an average of squares goes back to the unit "
            "of a gradient by its root.",
        ),
    ),
    slip(
        "amsgrad.theta.raw_gradient",
        "theta = theta - lr * g / sqrt(v_max)",
        Localized(
            ja="m でなく生の勾配 g を使っている", en="the raw gradient g is used instead of m"
        ),
        Localized(
            ja="進む向きは、勾配を平均した m です。",
            en="The direction is that of $m$, the averaged gradient.",
        ),
    ),
    slip(
        "amsgrad.theta.bias_corrected",
        "theta = theta - lr * m / (1 - beta1**t) / sqrt(v_max / (1 - beta2**t))",
        Localized(
            ja="Adam のようにバイアス補正をしている",
            en="the moments are bias-corrected as in Adam",
        ),
        Localized(
            ja="論文の Algorithm 2 はバイアス補正をしません。補正するのは PyTorch などの実装です。",
            en="Algorithm 2 of the paper corrects nothing; implementations such as PyTorch's do.",
        ),
    ),
)

SLIPS = _MAXIMUM + _MOMENTS + _STEP
