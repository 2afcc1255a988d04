"""Wrong steps in the puzzles that compare two steps."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_UNCORRECTED = (
    slip(
        "compare.uncorrected.upside_down",
        "ratio_uncorrected = sqrt(1 - beta2**t) / (1 - beta1**t)",
        Localized(ja="比が逆になっている", en="the ratio is upside down"),
        Localized(
            ja="これは補正の倍率そのものです。問われているのは「補正なしは補正ありの何倍か」なので、その逆数です。",
            en="This is the correction's own factor. Asked is uncorrected over corrected, its "
            "reciprocal.",
        ),
    ),
    slip(
        "compare.uncorrected.no_root",
        "ratio_uncorrected = (1 - beta1**t) / (1 - beta2**t)",
        Localized(ja="v の側の平方根を忘れている", en="the root on the side of v is forgotten"),
        Localized(
            ja="v は更新量の中で平方根になって効くので、$1 - \\beta_2^t$ も平方根になります。",
            en="$v$ acts through its root in the update, so $1 - \\beta_2^t$ does too.",
        ),
    ),
    slip(
        "compare.uncorrected.only_first",
        "ratio_uncorrected = 1 - beta1**t",
        Localized(ja="m の側だけを数えている", en="only the side of m is counted"),
        Localized(
            ja="v も補正されないままなので、分母が小さくなり更新量は大きくなります。両方を合わせて比べます。",
            en="$v$ stays uncorrected as well, which makes the divisor small and the update long; "
            "both count.",
        ),
    ),
    slip(
        "compare.uncorrected.only_second",
        "ratio_uncorrected = 1 / sqrt(1 - beta2**t)",
        Localized(ja="v の側だけを数えている", en="only the side of v is counted"),
        Localized(
            ja="m も補正されないままなので、その分 $1 - \\beta_1^t$ 倍に小さくなります。",
            en="$m$ stays uncorrected as well, which makes it $1 - \\beta_1^t$ times as large.",
        ),
    ),
    slip(
        "compare.uncorrected.betas_swapped",
        "ratio_uncorrected = (1 - beta2**t) / sqrt(1 - beta1**t)",
        Localized(ja="β₁ と β₂ を入れ替えている", en="β₁ and β₂ are swapped"),
        Localized(
            ja="β₁ は分子の m、β₂ は根号の中の v の減衰率です。",
            en="$\\beta_1$ decays $m$ above, $\\beta_2$ decays $v$ under the root.",
        ),
    ),
    slip(
        "compare.uncorrected.multiplied",
        "ratio_uncorrected = (1 - beta1**t) * sqrt(1 - beta2**t)",
        Localized(ja="√(1 − β₂ᵗ) を割らずに掛けている", en="multiplied by √(1 − β₂ᵗ), not divided"),
        Localized(
            ja="v は分母にあります。v が小さいままだと分母が小さく、更新量は大きくなります。",
            en="$v$ is in the divisor: left too small, it makes the update longer.",
        ),
    ),
    slip(
        "compare.uncorrected.exponents_forgotten",
        "ratio_uncorrected = (1 - beta1) / sqrt(1 - beta2)",
        Localized(ja="指数 t を忘れている", en="the exponents t are forgotten"),
        Localized(
            ja="t ステップ後に足りない重みは $\\beta^t$ です。$t = 1$ のときの比とは変わっています。",
            en="After $t$ steps the missing weight is $\\beta^t$; the ratio is not that of $t = 1$.",
        ),
    ),
)

_FIRST_STEPS = (
    slip(
        "compare.first_steps.no_root",
        "ratio_first = lr / ((1 - rho) * lr_adam)",
        Localized(ja="平方根を取り忘れている", en="the root is forgotten"),
        Localized(
            ja="RMSProp は $\\sqrt{h_1} = \\sqrt{1 - \\rho} \\, |g_1|$ で割るので、倍率にも根号が付きます。",
            en="RMSProp divides by $\\sqrt{h_1} = \\sqrt{1 - \\rho} \\, |g_1|$, root included.",
        ),
    ),
    slip(
        "compare.first_steps.multiplied",
        "ratio_first = lr * sqrt(1 - rho) / lr_adam",
        Localized(ja="√(1 − ρ) を割らずに掛けている", en="multiplied by √(1 − ρ), not divided"),
        Localized(
            ja="$h_1$ は小さすぎるまま割り算に使われるので、最初の一歩は lr より大きくなります。",
            en="The divisor $h_1$ is still too small, so the first step is longer than lr.",
        ),
    ),
    slip(
        "compare.first_steps.old_weight",
        "ratio_first = lr / (sqrt(rho) * lr_adam)",
        Localized(ja="1 − ρ でなく ρ を使っている", en="ρ is used instead of 1 − ρ"),
        Localized(
            ja="最初の $g_1^2$ に掛かる重みは $1 - \\rho$ です。$\\rho$ が掛かるのは $h_0 = 0$ の側です。",
            en="The weight of the first $g_1^2$ is $1 - \\rho$; $\\rho$ goes with $h_0 = 0$.",
        ),
    ),
    slip(
        "compare.first_steps.equal_start",
        "ratio_first = lr / lr_adam",
        Localized(
            ja="RMSProp の最初の一歩も lr だと考えている",
            en="RMSProp's first step is taken to be lr as well",
        ),
        Localized(
            ja="1歩目が lr になるのは、補正のある Adam や、和を取る AdaGrad です。RMSProp は補正しません。",
            en="A first step of lr belongs to Adam, which corrects, and to AdaGrad, which sums. "
            "RMSProp does not correct.",
        ),
    ),
    slip(
        "compare.first_steps.rate_forgotten",
        "ratio_first = 1 / sqrt(1 - rho)",
        Localized(ja="学習率の違いを忘れている", en="the different learning rates are forgotten"),
        Localized(
            ja="$1 / \\sqrt{1 - \\rho}$ は学習率が同じときの比です。学習率の比も掛けます。",
            en="$1 / \\sqrt{1 - \\rho}$ holds for equal rates; the ratio of the rates is a factor "
            "too.",
        ),
    ),
    slip(
        "compare.first_steps.upside_down",
        "ratio_first = lr_adam * sqrt(1 - rho) / lr",
        Localized(ja="比が逆になっている", en="the ratio is upside down"),
        Localized(
            ja="「RMSProp は Adam の何倍か」なので、RMSProp の更新量が分子です。",
            en="Asked is how many times Adam's: RMSProp's update is on top.",
        ),
    ),
)

_VALLEY = (
    slip(
        "compare.valley.upside_down",
        "ratio_valley = k_2 * y0 / (k_1 * x0)",
        Localized(ja="比が逆になっている", en="the ratio is upside down"),
        Localized(
            ja="問われているのは $|\\Delta x| / |\\Delta y|$ で、x の側が分子です。",
            en="Asked is $|\\Delta x| / |\\Delta y|$, with $x$ on top.",
        ),
    ),
    slip(
        "compare.valley.only_curvature",
        "ratio_valley = k_1 / k_2",
        Localized(ja="曲率だけを比べている", en="only the curvatures are compared"),
        Localized(
            ja="勾配は $k_1 x$ と $k_2 y$ です。今いる点の座標も掛かります。",
            en="The gradients are $k_1 x$ and $k_2 y$: the point itself is a factor.",
        ),
    ),
    slip(
        "compare.valley.only_position",
        "ratio_valley = x0 / y0",
        Localized(ja="座標だけを比べている", en="only the coordinates are compared"),
        Localized(
            ja="谷の両側で傾きの強さが違います。勾配には $k_1$, $k_2$ が掛かります。",
            en="The two directions are not equally steep: $k_1$ and $k_2$ multiply the gradient.",
        ),
    ),
    slip(
        "compare.valley.adam",
        "ratio_valley = 1",
        Localized(
            ja="Adam の1歩目のように 1 と答えている", en="the ratio of Adam's first step is given"
        ),
        Localized(
            ja="どの成分も同じ幅で動くのは Adam や AdaGrad の1歩目です。SGD の歩幅は勾配に比例します。",
            en="Equal moves in every coordinate are Adam's and AdaGrad's first step. SGD's are "
            "proportional to the gradient.",
        ),
    ),
    slip(
        "compare.valley.values_compared",
        "ratio_valley = k_1 * x0**2 / (k_2 * y0**2)",
        Localized(
            ja="勾配でなく関数値の項を比べている", en="terms of f are compared instead of gradients"
        ),
        Localized(
            ja="更新に使うのは関数値ではなく勾配です。$\\frac{1}{2} k x^2$ を微分すると $k x$ になります。",
            en="The update takes the gradient, not the value: $\\frac{1}{2} k x^2$ has the "
            "derivative $k x$.",
        ),
    ),
    slip(
        "compare.valley.curvature_divided",
        "ratio_valley = k_2 * x0 / (k_1 * y0)",
        Localized(ja="k₁ と k₂ を入れ替えている", en="k₁ and k₂ are swapped"),
        Localized(
            ja="x の勾配に掛かるのが $k_1$、y の勾配に掛かるのが $k_2$ です。急な方向ほど大きく動きます。",
            en="$k_1$ belongs to $x$ and $k_2$ to $y$; the steeper direction moves more.",
        ),
    ),
)

SLIPS = _UNCORRECTED + _FIRST_STEPS + _VALLEY
