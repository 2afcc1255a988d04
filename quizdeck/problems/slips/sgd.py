"""Wrong steps with plain gradient descent."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_GRADIENT = (
    slip(
        "sgd.g.function_value",
        {"sgd.parabola": "g = k * theta**2 / 2", "sgd.bowl": "g = theta**2 / c"},
        Localized(
            ja="勾配の代わりに関数の値を使っている",
            en="the value of the function is used in place of its gradient",
        ),
        Localized(
            ja="更新に使うのは $f(\\theta)$ の値ではなく、$\\theta$ で微分した $f'(\\theta)$ です。"
            "谷底では勾配が 0 になり、そこで止まります。",
            en="What moves $\\theta$ is the derivative $f'(\\theta)$, not the value $f(\\theta)$. "
            "At the lowest point the derivative is 0, and there it stops.",
        ),
    ),
    slip(
        "sgd.g.factor_two",
        {"sgd.parabola": "g = 2 * k * theta", "sgd.bowl": "g = theta / c"},
        Localized(
            ja="微分で出る係数 2 を取り違えている",
            en="the factor 2 of the derivative is mistaken",
        ),
        Localized(
            ja="$\\theta^2$ を微分すると $2\\theta$ です。$\\frac{1}{2}$ があれば打ち消し合い、"
            "なければ 2 が残ります。",
            en="The derivative of $\\theta^2$ is $2\\theta$: a factor $\\frac{1}{2}$ cancels the "
            "2, without one it stays.",
        ),
    ),
    slip(
        "sgd.g.coefficient_forgotten",
        {"sgd.parabola": "g = theta", "sgd.bowl": "g = 2 * theta"},
        Localized(
            ja="関数の係数を勾配に掛け忘れている",
            en="the coefficient of the function is missing in the gradient",
        ),
        Localized(
            ja="定数の係数は微分しても残ります。曲がりが急な関数ほど勾配も大きくなります。",
            en="A constant factor stays when differentiating: the more a function curves, the "
            "larger its gradient.",
        ),
    ),
    slip(
        "sgd.g.half_kept",
        {"sgd.parabola": "g = k * theta / 2"},
        Localized(
            ja="微分したのに係数 1/2 を残している",
            en="the factor 1/2 is kept though 2 came down",
        ),
        Localized(
            ja="$\\frac{1}{2} k \\theta^2$ を微分すると、指数の 2 と $\\frac{1}{2}$ が打ち消し合って $k \\theta$ になります。",
            en="In the derivative of $\\frac{1}{2} k \\theta^2$ the exponent 2 cancels the "
            "$\\frac{1}{2}$, which leaves $k \\theta$.",
        ),
    ),
)

_BATCH = (
    slip(
        "sgd.g.not_averaged",
        {"sgd.batch": "g = G"},
        Localized(
            ja="勾配の和をバッチサイズで割っていない",
            en="the sum of the gradients is not divided by the batch size",
        ),
        Localized(
            ja="ここでの損失は平均なので、勾配も和を m で割った平均です。"
            "和のまま使うと、バッチが大きいほど歩幅が伸びてしまいます。",
            en="The loss here is a mean, so its gradient is the sum divided by $m$. With the sum "
            "itself, steps would grow with the batch.",
        ),
    ),
    slip(
        "sgd.g.multiplied_by_size",
        {"sgd.batch": "g = m * G"},
        Localized(
            ja="バッチサイズで割らずに掛けている",
            en="multiplied by the batch size instead of divided",
        ),
        Localized(
            ja="平均は和を個数で割った値です。係数は $\\mathrm{lr} / m$ になります。",
            en="A mean is a sum divided by a count; the factor is $\\mathrm{lr} / m$.",
        ),
    ),
    slip(
        "sgd.g.averaged_twice",
        {"sgd.batch": "g = G / m**2"},
        Localized(ja="バッチサイズで二度割っている", en="divided by the batch size twice"),
        Localized(
            ja="和を m で割るのは一度だけです。損失を平均したときに済ませたなら、もう割りません。",
            en="The sum is divided by $m$ once; where the loss was averaged already, nothing is "
            "left to divide.",
        ),
    ),
)

_STEP = (
    slip(
        "sgd.theta.ascent",
        "theta = theta + lr * g",
        Localized(ja="勾配を引かずに足している", en="the gradient is added, not subtracted"),
        Localized(
            ja="勾配は関数が増える向きです。小さくしたいので、逆向きに動かします。"
            "勾配の符号と、更新式のマイナスは別々に数えましょう。",
            en="The gradient points to where the function grows; to make it smaller, go the other "
            "way. The sign of the gradient and the minus of the update are two things.",
        ),
    ),
    slip(
        "sgd.theta.rate_forgotten",
        "theta = theta - g",
        Localized(ja="学習率を掛け忘れている", en="the learning rate is forgotten"),
        Localized(
            ja="引くのは勾配そのものではなく、$\\mathrm{lr} \\cdot g$ です。",
            en="What is subtracted is $\\mathrm{lr} \\cdot g$, not the gradient itself.",
        ),
    ),
    slip(
        "sgd.theta.rate_divides",
        "theta = theta - g / lr",
        Localized(
            ja="学習率を掛けずに割っている", en="divided by the learning rate, not multiplied"
        ),
        Localized(
            ja="学習率は歩幅を決める倍率です。小さくすれば歩幅も小さくなるように、勾配に掛けます。",
            en="The learning rate scales the step: it multiplies the gradient, so that a smaller "
            "rate gives a smaller step.",
        ),
    ),
    slip(
        "sgd.theta.rate_on_everything",
        "theta = lr * (theta - g)",
        Localized(ja="学習率を θ にも掛けている", en="the learning rate multiplies θ as well"),
        Localized(
            ja="lr が掛かるのは勾配の項だけです。今いる位置 θ はそのまま残します。",
            en="Only the gradient carries lr; the position $\\theta$ stays as it is.",
        ),
    ),
    slip(
        "sgd.theta.update_reported",
        "theta = -lr * g",
        Localized(
            ja="更新後の値ではなく、更新量を答えている",
            en="the update is given instead of the value after it",
        ),
        Localized(
            ja="$-\\mathrm{lr} \\cdot g$ は更新量です。更新後の値は、これをそれまでの θ に加えて求めます。",
            en="$-\\mathrm{lr} \\cdot g$ is the update; the value after it is the old $\\theta$ "
            "and this change.",
        ),
    ),
)

SLIPS = _GRADIENT + _BATCH + _STEP
