"""Wrong steps in the puzzles about the largest stable learning rate."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_HALF = Localized(ja="分子の 2 を忘れている", en="the 2 above is forgotten")
_FLATTEST = Localized(
    ja="緩やかな方向の曲率で決めている", en="the flatter direction decides instead of the steeper"
)
_SUM = Localized(ja="2つの曲率を足している", en="the two curvatures are added")
_INVERTED = Localized(ja="曲率で割らずに掛けている", en="multiplied by the curvature, not divided")

_SGD = (
    slip(
        "stability.sgd.half",
        "lr_max = 1 / k_max",
        _HALF,
        Localized(
            ja="$\\mathrm{lr} = 1/k$ は1歩で底に着く学習率です。行き過ぎても $|1 - \\mathrm{lr} \\, k| < 1$ なら縮むので、上限は $2/k$ です。",
            en="$\\mathrm{lr} = 1/k$ reaches the bottom in one step. Overshooting still shrinks while "
            "$|1 - \\mathrm{lr} \\, k| < 1$, so the limit is $2/k$.",
        ),
    ),
    slip(
        "stability.sgd.flattest",
        "lr_max = 2 / (k_1 + k_2 - max(k_1, k_2))",
        _FLATTEST,
        Localized(
            ja="急な方向が先に発散します。どちらも発散しないためには、大きいほうの曲率で決めます。",
            en="The steeper direction diverges first; the larger curvature decides for both.",
        ),
    ),
    slip(
        "stability.sgd.sum",
        "lr_max = 2 / (k_1 + k_2)",
        _SUM,
        Localized(
            ja="各成分は別々に動きます。$2 / (k_1 + k_2)$ は最も速く収束する学習率で、上限ではありません。",
            en="The coordinates move apart from each other. $2 / (k_1 + k_2)$ is the rate that "
            "converges fastest, not the limit.",
        ),
    ),
    slip(
        "stability.sgd.multiplied",
        "lr_max = 2 * k_max",
        _INVERTED,
        Localized(
            ja="曲率が大きいほど学習率は小さくしなければなりません。",
            en="The larger the curvature, the smaller the rate has to be.",
        ),
    ),
    slip(
        "stability.sgd.mean",
        "lr_max = 4 / (k_1 + k_2)",
        Localized(ja="曲率の平均で決めている", en="the mean curvature decides"),
        Localized(
            ja="平均より急な方向では、この学習率で発散してしまいます。最大の曲率で決めます。",
            en="In the direction steeper than the mean this rate diverges; the largest curvature "
            "decides.",
        ),
    ),
)

_BOWL = (
    slip(
        "stability.bowl.derivative_without_two",
        "k_bowl = max(1 / a, 1 / b)",
        Localized(
            ja="二乗を微分して出る 2 を忘れている", en="the 2 from deriving the square is missing"
        ),
        Localized(
            ja="$x^2 / a$ の勾配は $2x / a$ なので、曲率は $2/a$ です。",
            en="The gradient of $x^2 / a$ is $2x / a$, so the curvature is $2/a$.",
        ),
    ),
    slip(
        "stability.bowl.half",
        "lr_bowl = 1 / k_bowl",
        _HALF,
        Localized(
            ja="条件は $|1 - \\mathrm{lr} \\, k| \\le 1$ なので、$\\mathrm{lr} \\, k$ は 2 まで許されます。",
            en="The condition is $|1 - \\mathrm{lr} \\, k| \\le 1$, which lets $\\mathrm{lr} \\, k$ go "
            "up to 2.",
        ),
    ),
    slip(
        "stability.bowl.flattest",
        "k_bowl = 2 / max(a, b)",
        _FLATTEST,
        Localized(
            ja="分母の小さいほうが急な方向です。急な方向が先に発散します。",
            en="The smaller divisor is the steeper direction, and that one diverges first.",
        ),
    ),
    slip(
        "stability.bowl.sum",
        "k_bowl = 2 / a + 2 / b",
        _SUM,
        Localized(
            ja="各成分は別々に動くので、曲率は足しません。大きいほうだけで決まります。",
            en="The coordinates move apart from each other: curvatures are not added, the larger "
            "one decides.",
        ),
    ),
    slip(
        "stability.bowl.width_for_curvature",
        "k_bowl = max(2 * a, 2 * b)",
        Localized(ja="a, b を係数として掛けている", en="a and b are taken for factors"),
        Localized(
            ja="$a$, $b$ は分母にあります。大きいほど緩やかで、曲率は小さくなります。",
            en="$a$ and $b$ divide: the larger they are, the flatter it is.",
        ),
    ),
)

_MOMENTUM = (
    slip(
        "stability.momentum.sgd_limit",
        "lr_momentum = 2 / k_steep",
        Localized(ja="SGD の上限を答えている", en="the limit of SGD is given"),
        Localized(
            ja="慣性があると行き過ぎたあとの揺れ戻しが抑えられ、上限は $1 + \\alpha$ 倍に広がります。",
            en="Inertia damps the swing back, so the limit is $1 + \\alpha$ times as high.",
        ),
    ),
    slip(
        "stability.momentum.half",
        "lr_momentum = (1 + alpha) / k_steep",
        _HALF,
        Localized(
            ja="$\\alpha = 0$ とすると SGD の上限 $2/k$ に戻るはずです。",
            en="For $\\alpha = 0$ it has to become the limit of SGD, $2/k$.",
        ),
    ),
    slip(
        "stability.momentum.minus",
        "lr_momentum = 2 * (1 - alpha) / k_steep",
        Localized(ja="1 + α でなく 1 − α を掛けている", en="1 − α is the factor instead of 1 + α"),
        Localized(
            ja="「実効学習率は 1/(1 − α) 倍」からの類推では、振動の境界は求まりません。境界では符号が交互に変わり、$1 + \\alpha$ が出ます。",
            en="That the effective rate is 1/(1 − α) times as large says nothing about oscillation. "
            "On the limit the signs alternate, which gives $1 + \\alpha$.",
        ),
    ),
    slip(
        "stability.momentum.flattest",
        "lr_momentum = 2 * (1 + alpha) / (k_1 + k_2 - max(k_1, k_2))",
        _FLATTEST,
        Localized(
            ja="急な方向が先に発散します。大きいほうの曲率を使います。",
            en="The steeper direction diverges first, so the larger curvature counts.",
        ),
    ),
    slip(
        "stability.momentum.divided",
        "lr_momentum = 2 / (k_steep * (1 + alpha))",
        Localized(ja="1 + α で割っている", en="divided by 1 + α"),
        Localized(
            ja="慣性は上限を狭めるのではなく、広げます。$1 + \\alpha$ は掛けます。",
            en="Inertia widens the limit rather than narrowing it: $1 + \\alpha$ multiplies.",
        ),
    ),
    slip(
        "stability.momentum.terminal_speed",
        "lr_momentum = 2 / (k_steep * (1 - alpha))",
        Localized(
            ja="終端速度の 1/(1 − α) を掛けている", en="the terminal speed's 1/(1 − α) is used"
        ),
        Localized(
            ja="$1 / (1 - \\alpha)$ は同じ向きに進み続けたときの倍率です。境界では向きが毎回変わります。",
            en="$1 / (1 - \\alpha)$ belongs to a steady direction; on the limit it turns every step.",
        ),
    ),
)

SLIPS = _SGD + _BOWL + _MOMENTUM
