"""Wrong steps in Adam's moments m and v."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_FIRST_MOMENT = ("m", "m_hat")
_SECOND_MOMENT = ("v", "v_hat")

_M = (
    slip(
        "adam.m.coefficients_swapped",
        "m = (1 - beta1) * m + beta1 * g",
        Localized(ja="m の式で β₁ と 1 − β₁ を入れ替えている", en="β₁ and 1 − β₁ are swapped in m"),
        Localized(
            ja="β₁ が掛かるのは過去の m、$1 - \\beta_1$ が掛かるのは新しい勾配です。",
            en="$\\beta_1$ goes with the old $m$, $1 - \\beta_1$ with the new gradient.",
        ),
        only_for=_FIRST_MOMENT,
    ),
    slip(
        "adam.m.gradient_squared",
        "m = beta1 * m + (1 - beta1) * g**2",
        Localized(ja="m に勾配の二乗を入れている", en="the gradient is squared in m"),
        Localized(
            ja="m は勾配そのものの移動平均（1次モーメント）です。二乗が入るのは v です。",
            en="$m$ is the exponential moving average of the gradient itself (the first moment); the square belongs to $v$.",
        ),
        only_for=(*_FIRST_MOMENT, "delta_theta"),
    ),
    slip(
        "adam.m.velocity_of_momentum",
        "m = beta1 * m - lr * g",
        Localized(
            ja="m を Momentum の速度 v の式で計算している",
            en="m is computed as the velocity of Momentum",
        ),
        Localized(
            ja="Adam の m は勾配と同じ大きさの平均で、学習率も負の符号も入りません。勾配には $1 - \\beta_1$ が掛かります。",
            en="Adam's $m$ is an average of the size of the gradient: no learning rate and no minus "
            "sign; the gradient carries $1 - \\beta_1$.",
        ),
        only_for=("m", "m_hat"),
    ),
    slip(
        "adam.m.no_weight",
        "m = beta1 * m + g",
        Localized(ja="m の勾配に 1 − β₁ を掛け忘れている", en="the factor 1 − β₁ is missing in m"),
        Localized(
            ja="移動平均なので、新しい勾配には残りの重み $1 - \\beta_1$ が掛かります。",
            en="In an exponential moving average the new gradient carries the remaining weight $1 - \\beta_1$.",
        ),
        only_for=("m",),
    ),
    slip(
        "adam.m.no_decay",
        "m = m + (1 - beta1) * g",
        Localized(ja="過去の m に β₁ を掛け忘れている", en="the old m is not multiplied by β₁"),
        Localized(
            ja="$m_{t-1}$ には $\\beta_1$ が掛かります。重みの合計が 1 を超えてはいけません。",
            en="$m_{t-1}$ carries the factor $\\beta_1$; the weights may not add up to more than "
            "1.",
        ),
        only_for=("m",),
    ),
    slip(
        "adam.m.plain_mean",
        "m = (m * (t - 1) + g) / t",
        Localized(ja="m を単純平均にしている", en="m is taken as the plain mean"),
        Localized(
            ja="m は新しい勾配ほど重い指数移動平均で、すべてを等しく扱う平均ではありません。",
            en="$m$ is an exponential average in which newer gradients weigh more, not a mean "
            "that treats all alike.",
        ),
        only_for=("m",),
    ),
    slip(
        "adam.m.previous_gradient",
        "m = beta1 * m + (1 - beta1) * g_before",
        Localized(
            ja="今回の勾配でなく1つ前の勾配を使っている",
            en="the gradient before is used instead of this one",
        ),
        Localized(
            ja="$m_t$ は1つ前の $m_{t-1}$ と、今回の勾配 $g_t$ から作ります。「1つ前」なのは m だけです。",
            en="$m_t$ is made from the earlier $m_{t-1}$ and this step's $g_t$: only $m$ is from before.",
        ),
        memory=["g_before = g"],
        only_for=("m_hat",),  # in m itself it is the number of the step before
    ),
    slip(
        "adam.m.started_at_first_gradient",
        "m = m + max(1 - beta1, 2 - t) * (g - m)",
        Localized(ja="最初の m を 0 でなく g₁ から始めている", en="m starts at g₁ instead of 0"),
        Localized(
            ja="Adam は $m_0 = 0$ から始めるので、1歩目は $m_1 = (1 - \\beta_1) g_1$ です。0 から始めるからこそ、あとで補正が要ります。",
            en="Adam begins with $m_0 = 0$, so $m_1 = (1 - \\beta_1) g_1$. It is because of that 0 that a correction follows.",
        ),
        only_for=("m",),
    ),
)

_V = (
    slip(
        "adam.v.coefficients_swapped",
        "v = (1 - beta2) * v + beta2 * g**2",
        Localized(ja="v の式で β₂ と 1 − β₂ を入れ替えている", en="β₂ and 1 − β₂ are swapped in v"),
        Localized(
            ja="β₂ が掛かるのは過去の v、$1 - \\beta_2$ が掛かるのは新しい $g^2$ です。",
            en="$\\beta_2$ goes with the old $v$, $1 - \\beta_2$ with the new $g^2$.",
        ),
        only_for=_SECOND_MOMENT,
    ),
    slip(
        "adam.v.gradient_not_squared",
        "v = beta2 * v + (1 - beta2) * g",
        Localized(ja="v で勾配を二乗していない", en="the gradient is not squared in v"),
        Localized(
            ja="v は $g_t^2$ の移動平均（2次モーメント）です。",
            en="$v$ is the exponential moving average of $g_t^2$ (the second moment).",
        ),
    ),
    slip(
        "adam.v.weight_squared",
        "v = beta2 * v + ((1 - beta2) * g)**2",
        Localized(ja="1 − β₂ まで二乗している", en="1 − β₂ is squared along with g"),
        Localized(
            ja="二乗するのは勾配だけで、重み $1 - \\beta_2$ は二乗しません。",
            en="Only the gradient is squared; the weight $1 - \\beta_2$ is not.",
        ),
        only_for=("v",),
    ),
    slip(
        "adam.v.no_weight",
        "v = beta2 * v + g**2",
        Localized(ja="v の g² に 1 − β₂ を掛け忘れている", en="the factor 1 − β₂ is missing in v"),
        Localized(
            ja="移動平均なので、新しい $g^2$ には残りの重み $1 - \\beta_2$ が掛かります。",
            en="In an exponential moving average the new $g^2$ carries the remaining weight $1 - \\beta_2$.",
        ),
        only_for=("v",),
    ),
    slip(
        "adam.v.sum_of_squares",
        "v = v + g**2",
        Localized(
            ja="AdaGrad のように g² を足し続けている",
            en="the squares are summed as in AdaGrad",
        ),
        Localized(
            ja="足し続けるのは AdaGrad の h です。Adam の v は移動平均なので、小さくなることもあります。",
            en="The running sum is AdaGrad's $h$. Adam's $v$ is an exponential moving average and can fall.",
        ),
        only_for=_SECOND_MOMENT,
    ),
    slip(
        "adam.v.no_decay",
        "v = v + (1 - beta2) * g**2",
        Localized(ja="過去の v に β₂ を掛け忘れている", en="the old v is not multiplied by β₂"),
        Localized(
            ja="$v_{t-1}$ には $\\beta_2$ が掛かります。重みの合計が 1 を超えてはいけません。",
            en="$v_{t-1}$ carries the factor $\\beta_2$; the weights may not add up to more than "
            "1.",
        ),
        only_for=("v",),
    ),
    slip(
        "adam.v.previous_gradient",
        "v = beta2 * v + (1 - beta2) * g_before**2",
        Localized(
            ja="今回の勾配でなく1つ前の勾配を使っている",
            en="the gradient before is used instead of this one",
        ),
        Localized(
            ja="$v_t$ に入るのは今回の $g_t^2$ です。「1つ前」なのは $v_{t-1}$ だけです。",
            en="What enters $v_t$ is this step's $g_t^2$; only $v_{t-1}$ is from before.",
        ),
        memory=["g_before = g"],
        only_for=("v_hat",),  # in v itself it is the number of the step before
    ),
    slip(
        "adam.v.variance",
        "v = beta2 * v + (1 - beta2) * (g - m)**2",
        Localized(
            ja="v を平均のまわりの分散にしている", en="v is taken as a variance around the mean"
        ),
        Localized(
            ja="v は $g^2$ そのものの平均（2次モーメント）で、平均 m は引きません。同じ勾配が続けば分散は 0 に近づきますが、v は $g^2$ に近づきます。",
            en="$v$ is the exponential moving average of $g^2$ itself, the second moment, and $m$ is not taken off. For a gradient that stays the same a variance would go to 0, but $v$ goes to $g^2$.",
        ),
        only_for=_SECOND_MOMENT,
    ),
    slip(
        "adam.v.started_at_first_square",
        "v = v + max(1 - beta2, 2 - t) * (g**2 - v)",
        Localized(ja="最初の v を 0 でなく g₁² から始めている", en="v starts at g₁² instead of 0"),
        Localized(
            ja="Adam は $v_0 = 0$ から始めるので、1歩目は $v_1 = (1 - \\beta_2) g_1^2$ です。",
            en="Adam begins with $v_0 = 0$, so $v_1 = (1 - \\beta_2) g_1^2$.",
        ),
        only_for=("v",),
    ),
)

_BOTH = (
    slip(
        "adam.betas_swapped",
        (
            "m = beta2 * m + (1 - beta2) * g",
            "v = beta1 * v + (1 - beta1) * g**2",
            "lr_t = lr * sqrt(1 - beta1**t) / (1 - beta2**t)",
            "m_hat = m / (1 - beta2**t)",
            "v_hat = v / (1 - beta1**t)",
        ),
        Localized(ja="β₁ と β₂ を入れ替えている", en="β₁ and β₂ are swapped"),
        Localized(
            ja="β₁ は1次モーメント m の、β₂ は2次モーメント v の減衰率です。",
            en="$\\beta_1$ is the decay rate of the first moment $m$, $\\beta_2$ of the second "
            "moment $v$.",
        ),
    ),
)

SLIPS = _M + _V + _BOTH
