"""Wrong steps with AdaGrad under a constant gradient."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_STEP = (
    slip(
        "constant.step.never_shrinks",
        "h_t = g_1**2",
        Localized(ja="h に今回の分しか入れていない", en="h holds this step's square alone"),
        Localized(
            ja="h は足し続けるので、勾配が同じでも $t g^2$ まで増え、更新量は小さくなっていきます。",
            en="$h$ keeps adding: even for an equal gradient it grows to $t g^2$, and the updates "
            "shrink.",
        ),
    ),
    slip(
        "constant.step.no_root",
        "step_size = lr * abs(g_1) / h_t",
        Localized(ja="h の平方根を取り忘れている", en="the square root of h is forgotten"),
        Localized(
            ja="割るのは $\\sqrt{h_t}$ です。勾配の大きさは約分されて消えるはずです。",
            en="The divisor is $\\sqrt{h_t}$; the size of the gradient should cancel.",
        ),
    ),
    slip(
        "constant.step.linear",
        "step_size = lr / t",
        Localized(ja="lr/√t でなく lr/t にしている", en="lr/t is given instead of lr/√t"),
        Localized(
            ja="$\\sqrt{t g^2} = \\sqrt{t} \\, |g|$ なので、t にも根号が付きます。",
            en="$\\sqrt{t g^2} = \\sqrt{t} \\, |g|$: the root is over $t$ as well.",
        ),
    ),
    slip(
        "constant.step.gradient_left_over",
        "step_size = lr * abs(g_1) / sqrt(t)",
        Localized(
            ja="勾配の大きさが消えずに残っている", en="the size of the gradient is left over"
        ),
        Localized(
            ja="h の中の $g^2$ を忘れています。分子の $|g|$ は $\\sqrt{h_t}$ の $|g|$ と約分されます。",
            en="The $g^2$ inside $h$ is missing: $|g|$ above cancels against the one in "
            "$\\sqrt{h_t}$.",
        ),
    ),
    slip(
        "constant.step.gradient_not_squared",
        "h_t = t * abs(g_1)",
        Localized(ja="h に勾配を二乗せずに足している", en="h adds the gradient without squaring"),
        Localized(
            ja="h に足すのは $g^2$ です。二乗しないと勾配の大きさが約分されません。",
            en="What $h$ adds is $g^2$; without the square the size of the gradient does not cancel.",
        ),
    ),
    slip(
        "constant.step.gradient_forgotten",
        "step_size = lr / sqrt(h_t)",
        Localized(ja="勾配 g を掛け忘れている", en="the gradient g is forgotten"),
        Localized(
            ja="$\\mathrm{lr} / \\sqrt{h_t}$ は実効的な学習率です。更新量にはこれに $|g|$ を掛けます。",
            en="$\\mathrm{lr} / \\sqrt{h_t}$ is the effective rate; the update multiplies it by $|g|$.",
        ),
    ),
    slip(
        "constant.step.one_step_less",
        "h_t = (t - 1) * g_1**2",
        Localized(ja="今回の g² を h に足す前に割っている", en="h lacks this step's square"),
        Localized(
            ja="先に今回の $g^2$ を足してから割ります。$t = 1$ でも $h_1 = g^2$ です。",
            en="This step's $g^2$ is added before dividing; already $h_1 = g^2$.",
        ),
    ),
)

_WHEN = (
    slip(
        "constant.when.not_squared",
        "t_size = lr / d",
        Localized(ja="二乗し忘れている", en="the square is forgotten"),
        Localized(
            ja="更新量は $\\mathrm{lr} / \\sqrt{t}$ です。$\\sqrt{t} = \\mathrm{lr} / d$ なので、t はその二乗です。",
            en="The update is $\\mathrm{lr} / \\sqrt{t}$, so $\\sqrt{t} = \\mathrm{lr} / d$, and $t$ is "
            "its square.",
        ),
    ),
    slip(
        "constant.when.rooted",
        "t_size = sqrt(lr / d)",
        Localized(ja="二乗でなく平方根を取っている", en="the root is taken instead of the square"),
        Localized(
            ja="$\\sqrt{t}$ から t に戻すには二乗します。求めた t を $\\mathrm{lr} / \\sqrt{t}$ に入れて確かめましょう。",
            en="From $\\sqrt{t}$ to $t$ it takes a square. Put your $t$ into $\\mathrm{lr} / \\sqrt{t}$ "
            "to check.",
        ),
    ),
    slip(
        "constant.when.one_early",
        "t_size = (lr / d)**2 - 1",
        Localized(ja="t を1つ少なく数えている", en="t is one too small"),
        Localized(
            ja="1回目の更新量がちょうど lr です。t は 1 から数えます。",
            en="The first update is exactly lr: $t$ counts from 1.",
        ),
    ),
    slip(
        "constant.when.one_late",
        "t_size = (lr / d)**2 + 1",
        Localized(ja="t を1つ多く数えている", en="t is one too large"),
        Localized(
            ja="$t = 1$ の更新量が lr です。t 回目の更新では、h に t 個の $g^2$ が入っています。",
            en="At $t = 1$ the update is lr: in the update of step $t$, $h$ holds $t$ squares.",
        ),
    ),
    slip(
        "constant.when.doubled",
        "t_size = 2 * lr / d",
        Localized(ja="二乗を2倍と計算している", en="the square is computed as twice"),
        Localized(
            ja="歩幅を半分にするには4倍のステップが要ります。2倍ではなく二乗です。",
            en="Half the step takes four times as many steps: a square, not twice.",
        ),
    ),
)

SLIPS = _STEP + _WHEN
