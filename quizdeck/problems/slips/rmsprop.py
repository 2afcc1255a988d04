"""Wrong steps with RMSProp, with ε on either side of the root."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_AVERAGE = (
    slip(
        "rmsprop.h.coefficients_swapped",
        "h = (1 - rho) * h + rho * g**2",
        Localized(ja="h の式で ρ と 1 − ρ を入れ替えている", en="ρ and 1 − ρ are swapped in h"),
        Localized(
            ja="ρ が掛かるのは過去の h、$1 - \\rho$ が掛かるのは新しい $g^2$ です。"
            "ρ が 1 に近いほど過去を長く覚えます。",
            en="$\\rho$ goes with the old $h$, $1 - \\rho$ with the new $g^2$: the closer $\\rho$ "
            "to 1, the longer the memory.",
        ),
    ),
    slip(
        "rmsprop.h.no_weight",
        "h = rho * h + g**2",
        Localized(ja="g² に 1 − ρ を掛け忘れている", en="the factor 1 − ρ of g² is missing"),
        Localized(
            ja="h は移動平均なので、新しい $g^2$ には残りの重み $1 - \\rho$ が掛かります。"
            "重みの合計は 1 を超えません。",
            en="$h$ is an exponential moving average: the new $g^2$ carries the remaining weight $1 - \\rho$, "
            "and the weights never add up to more than 1.",
        ),
    ),
    slip(
        "rmsprop.h.no_decay",
        "h = h + (1 - rho) * g**2",
        Localized(ja="過去の h に ρ を掛け忘れている", en="the old h is not multiplied by ρ"),
        Localized(
            ja="$h_{t-1}$ には $\\rho$ が掛かります。掛けないと h は減ることがなく、過去を忘れません。",
            en="$h_{t-1}$ carries the factor $\\rho$; without it $h$ never falls and forgets "
            "nothing.",
        ),
    ),
    slip(
        "rmsprop.h.sum_of_squares",
        "h = h + g**2",
        Localized(
            ja="AdaGrad のように g² を足し続けている",
            en="the squares are summed as in AdaGrad",
        ),
        Localized(
            ja="足し続けるのは AdaGrad です。RMSProp は古い $g^2$ を少しずつ忘れるので、歩幅が 0 に近づいていくことがありません。",
            en="The running sum is AdaGrad's. RMSProp forgets old squares little by little, so "
            "that its steps do not fade away.",
        ),
    ),
    slip(
        "rmsprop.h.not_accumulated",
        "h = (1 - rho) * g**2",
        Localized(ja="過去の h を足していない", en="the old h is left out"),
        Localized(
            ja="移動平均には過去の分 $\\rho h_{t-1}$ も入ります。",
            en="An exponential moving average also holds the past, $\\rho h_{t-1}$.",
        ),
    ),
    slip(
        "rmsprop.h.gradient_not_squared",
        "h = rho * h + (1 - rho) * g",
        Localized(ja="h で勾配を二乗していない", en="the gradient is not squared in h"),
        Localized(
            ja="平均するのは $g$ ではなく $g^2$ です。二乗しないと負になり、平方根がとれないことがあります。",
            en="What is averaged is $g^2$, not $g$: unsquared it may turn negative and have no "
            "root.",
        ),
    ),
    slip(
        "rmsprop.h.weight_squared",
        "h = rho * h + ((1 - rho) * g)**2",
        Localized(ja="1 − ρ まで二乗している", en="1 − ρ is squared along with g"),
        Localized(
            ja="二乗するのは勾配だけで、重み $1 - \\rho$ は二乗しません。",
            en="Only the gradient is squared; the weight $1 - \\rho$ is not.",
        ),
    ),
)

_STEP = (
    slip(
        "rmsprop.theta.no_root",
        "theta = theta - lr * g / (h + eps)",
        Localized(ja="h の平方根を取り忘れている", en="the square root of h is forgotten"),
        Localized(
            ja="割るのは h の平方根です。二乗の平均なので、根号で勾配の単位に戻します。",
            en="The divisor is a root of $h$: an average of squares goes back to the unit of a "
            "gradient by its root.",
        ),
    ),
    slip(
        "rmsprop.theta.multiplied",
        {
            "rmsprop.book": "theta = theta - lr * g * (sqrt(h) + eps)",
            "rmsprop.inside": "theta = theta - lr * g * sqrt(h + eps)",
        },
        Localized(ja="√h で割らずに掛けている", en="multiplied by √h instead of divided"),
        Localized(
            ja="勾配の大きい成分ほど歩幅を抑えるので、$\\sqrt{h}$ では割ります。",
            en="Where gradients are large the step is held back, so it is divided by $\\sqrt{h}$.",
        ),
    ),
    slip(
        "rmsprop.theta.gradient_forgotten",
        {
            "rmsprop.book": "theta = theta - lr / (sqrt(h) + eps)",
            "rmsprop.inside": "theta = theta - lr / sqrt(h + eps)",
        },
        Localized(ja="勾配 g を掛け忘れている", en="the gradient g is forgotten"),
        Localized(
            ja="$\\mathrm{lr} / \\sqrt{h}$ は実効的な学習率です。更新量にするには $g$ を掛けます。",
            en="$\\mathrm{lr} / \\sqrt{h}$ is the effective rate; the update still needs the "
            "factor $g$.",
        ),
    ),
    slip(
        "rmsprop.theta.old_average",
        {
            "rmsprop.book": "theta = theta - lr * g / (sqrt(h_before) + eps)",
            "rmsprop.inside": "theta = theta - lr * g / sqrt(h_before + eps)",
        },
        Localized(ja="更新する前の h で割っている", en="divided by the h from before the update"),
        Localized(
            ja="先に今回の $g^2$ で h を更新し、その新しい h で割ります。",
            en="This step's $g^2$ goes into $h$ first, and the new $h$ divides.",
        ),
        memory=["h_before = h"],
    ),
    slip(
        "rmsprop.theta.bias_corrected",
        {
            "rmsprop.book": "theta = theta - lr * g / (sqrt(h / (1 - rho**t)) + eps)",
            "rmsprop.inside": "theta = theta - lr * g / sqrt(h / (1 - rho**t) + eps)",
        },
        Localized(ja="Adam のようにバイアス補正をしている", en="h is bias-corrected as in Adam"),
        Localized(
            ja="RMSProp にバイアス補正はありません。h が小さいままなので、最初の一歩は lr より大きくなります。",
            en="RMSProp has no bias correction: $h$ stays small at first, and the first step is "
            "longer than lr.",
        ),
    ),
)

_STABILISER = (
    slip(
        "rmsprop.theta.eps_outside",
        {"rmsprop.inside": "theta = theta - lr * g / (sqrt(h) + eps)"},
        Localized(ja="ε を根号の外で足している", en="ε is added outside the root"),
        Localized(
            ja="$\\sqrt{h} + \\varepsilon$ は PyTorch などの書き方です。この問題の定義では"
            " $\\sqrt{h + \\varepsilon}$ で割ります。",
            en="$\\sqrt{h} + \\varepsilon$ is how PyTorch and others write it. In this "
            "convention the divisor is $\\sqrt{h + \\varepsilon}$.",
        ),
    ),
    slip(
        "rmsprop.theta.eps_left_out",
        {"rmsprop.inside": "theta = theta - lr * g / sqrt(h)"},
        Localized(ja="ε を足し忘れている", en="ε is left out"),
        Localized(
            ja="ε は 0 で割らないための数ですが、式の一部です。値が与えられたら、忘れずに入れます。",
            en="$\\varepsilon$ guards against dividing by 0, and it is part of the formula: where "
            "it is given, it counts.",
        ),
    ),
    slip(
        "rmsprop.theta.roots_added",
        {"rmsprop.inside": "theta = theta - lr * g / (sqrt(h) + sqrt(eps))"},
        Localized(
            ja="和の平方根を、平方根の和に分けている",
            en="the root of the sum is split into a sum of roots",
        ),
        Localized(
            ja="$\\sqrt{h + \\varepsilon}$ は $\\sqrt{h} + \\sqrt{\\varepsilon}$ ではありません。先に足し、それから平方根をとります。",
            en="$\\sqrt{h + \\varepsilon}$ is not $\\sqrt{h} + \\sqrt{\\varepsilon}$: add first, "
            "then take the root.",
        ),
    ),
)

SLIPS = _AVERAGE + _STEP + _STABILISER
