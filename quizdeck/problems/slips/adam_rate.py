"""Wrong steps in the corrected rate lr_t, and in both corrections at once."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_RATE = (
    slip(
        "adam.lr_t.no_root",
        "lr_t = lr * (1 - beta2**t) / (1 - beta1**t)",
        Localized(ja="lr_t の分子の平方根を忘れている", en="the root in lr_t is forgotten"),
        Localized(
            ja="v の補正は $\\sqrt{v}$ を通して効くので、分子は $\\sqrt{1 - \\beta_2^t}$ です。",
            en="The correction of $v$ acts through $\\sqrt{v}$, so the numerator is "
            "$\\sqrt{1 - \\beta_2^t}$.",
        ),
    ),
    slip(
        "adam.lr_t.root_over_all",
        "lr_t = lr * sqrt((1 - beta2**t) / (1 - beta1**t))",
        Localized(
            ja="平方根を分母にまで掛けている",
            en="the root is taken of the whole quotient",
        ),
        Localized(
            ja="根号がかかるのは β₂ の側だけです。m は根号を通らないので、分母は $1 - \\beta_1^t$ のままです。",
            en="Only the side of $\\beta_2$ is under the root; $m$ passes through none, so the "
            "divisor stays $1 - \\beta_1^t$.",
        ),
        only_for=("lr_t",),
    ),
    slip(
        "adam.lr_t.upside_down",
        "lr_t = lr * (1 - beta1**t) / sqrt(1 - beta2**t)",
        Localized(ja="lr_t の分子と分母が逆になっている", en="lr_t is upside down"),
        Localized(
            ja="m は割って補正するので $1 - \\beta_1^t$ が分母、v は分母の中で割るので"
            " $\\sqrt{1 - \\beta_2^t}$ が分子に来ます。",
            en="$m$ is corrected by division, so $1 - \\beta_1^t$ is below; $v$ is divided inside "
            "the divisor, so $\\sqrt{1 - \\beta_2^t}$ is above.",
        ),
    ),
    slip(
        "adam.lr_t.exponents_forgotten",
        "lr_t = lr * sqrt(1 - beta2) / (1 - beta1)",
        Localized(ja="lr_t の指数 t を忘れている", en="the exponents t of lr_t are forgotten"),
        Localized(
            ja="$\\beta_1^t$, $\\beta_2^t$ は t 乗です。補正は t とともに消えていきます。",
            en="$\\beta_1^t$ and $\\beta_2^t$ are powers: the correction fades as $t$ grows.",
        ),
    ),
    slip(
        "adam.lr_t.only_first",
        "lr_t = lr / (1 - beta1**t)",
        Localized(ja="lr_t で m の側だけを補正している", en="lr_t corrects only the side of m"),
        Localized(
            ja="v の補正 $\\sqrt{1 - \\beta_2^t}$ が分子に必要です。",
            en="The correction of $v$, $\\sqrt{1 - \\beta_2^t}$, is missing above.",
        ),
    ),
    slip(
        "adam.lr_t.only_second",
        "lr_t = lr * sqrt(1 - beta2**t)",
        Localized(ja="lr_t で v の側だけを補正している", en="lr_t corrects only the side of v"),
        Localized(
            ja="m の補正 $1 - \\beta_1^t$ で割る必要があります。",
            en="The correction of $m$ is missing: divide by $1 - \\beta_1^t$.",
        ),
    ),
    slip(
        "adam.lr_t.compounded",
        "lr_t = lr * (sqrt(1 - beta2) / (1 - beta1))**t",
        Localized(
            ja="lr_t を前の lr_t に掛け重ねている", en="lr_t is multiplied onto the lr_t before"
        ),
        Localized(
            ja="$\\mathrm{lr}_t$ は毎回、元の lr から計算し直します。前の $\\mathrm{lr}_{t-1}$ に同じ倍率を掛けていくものではありません。",
            en="$\\mathrm{lr}_t$ starts from lr again at every step; the factor is not piled onto $\\mathrm{lr}_{t-1}$.",
        ),
        only_for=("lr_t",),
    ),
    slip(
        "adam.lr_t.counted_per_parameter",
        "lr_t = lr * sqrt(1 - beta2**(2 * t)) / (1 - beta1**(2 * t))",
        Localized(ja="t をパラメータごとに数えている", en="t is counted once for every parameter"),
        Localized(
            ja="t は update を呼ぶたびに1つ増えます。W と b の2つを更新するたびに数えると、2倍の速さで進んでしまいます。",
            en="$t$ grows once a call of update. Counted for W and for b, it runs at twice the speed.",
        ),
        only_for=("lr_t",),
    ),
)

_ALL_CORRECTIONS = (
    slip(
        "adam.no_correction",
        ("lr_t = lr", "m_hat = m", "v_hat = v"),
        Localized(ja="バイアス補正をまったくしていない", en="there is no bias correction at all"),
        Localized(
            ja="m も v も 0 から始まるので、どちらも補正しないと最初の歩幅が大きくずれます。",
            en="Both $m$ and $v$ start at 0; uncorrected, the first steps are far off.",
        ),
        only_for=("lr_t", "delta_theta", "theta"),
    ),
    slip(
        "adam.exponents_forgotten",
        (
            "m_hat = m / (1 - beta1)",
            "v_hat = v / (1 - beta2)",
        ),
        Localized(
            ja="補正の指数 t を忘れている", en="the exponents t of the corrections are forgotten"
        ),
        Localized(
            ja="割るのは $1 - \\beta^t$ です。$t$ が進むと補正は消えていくはずで、$1 - \\beta$ のままではいつまでも残ります。",
            en="The divisor is $1 - \\beta^t$. The correction should fade as $t$ grows; with $1 - \\beta$ it never would.",
        ),
        only_for=("delta_theta", "theta"),
    ),
    slip(
        "adam.step_too_early",
        (
            "lr_t = lr * sqrt(1 - beta2**(t - 1)) / (1 - beta1**(t - 1))",
            "m_hat = m / (1 - beta1**(t - 1))",
            "v_hat = v / (1 - beta2**(t - 1))",
        ),
        Localized(ja="補正の t を1つ少なく数えている", en="t is one too small in the corrections"),
        Localized(
            ja="t は 1 から数えます。0 から数えると、1歩目で 0 で割ることになってしまいます。",
            en="$t$ counts from 1. Counted from 0, the first step would divide by 0.",
        ),
        only_for=("lr_t", "delta_theta"),
    ),
    slip(
        "adam.step_too_late",
        (
            "lr_t = lr * sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))",
            "m_hat = m / (1 - beta1**(t + 1))",
            "v_hat = v / (1 - beta2**(t + 1))",
        ),
        Localized(ja="補正の t を1つ多く数えている", en="t is one too large in the corrections"),
        Localized(
            ja="最初の更新が $t = 1$ です。m や v に入った勾配の数と t が同じか確かめましょう。",
            en="The first update is $t = 1$: $t$ is the number of gradients that went into $m$ and $v$.",
        ),
        only_for=("lr_t", "delta_theta"),
    ),
)

SLIPS = _RATE + _ALL_CORRECTIONS
