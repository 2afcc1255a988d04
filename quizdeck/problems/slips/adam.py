"""Wrong steps with Adam, in the book's convention and in the paper's."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_MOMENTS = (
    slip(
        "adam.m.coefficients_swapped",
        "m = (1 - beta1) * m + beta1 * g",
        Localized(ja="m の式で β₁ と 1 − β₁ を入れ替えている", en="β₁ and 1 − β₁ are swapped in m"),
        Localized(
            ja="β₁ が掛かるのは過去の m、$1 - \\beta_1$ が掛かるのは新しい勾配です。",
            en="$\\beta_1$ goes with the old $m$, $1 - \\beta_1$ with the new gradient.",
        ),
    ),
    slip(
        "adam.m.gradient_squared",
        "m = beta1 * m + (1 - beta1) * g**2",
        Localized(ja="m に勾配の二乗を入れている", en="the gradient is squared in m"),
        Localized(
            ja="m は勾配そのものの移動平均（1次モーメント）です。二乗が入るのは v です。",
            en="$m$ averages the gradient itself (the first moment); the square belongs to $v$.",
        ),
    ),
    slip(
        "adam.m.no_weight",
        "m = beta1 * m + g",
        Localized(ja="m の勾配に 1 − β₁ を掛け忘れている", en="the factor 1 − β₁ is missing in m"),
        Localized(
            ja="移動平均なので、新しい勾配には残りの重み $1 - \\beta_1$ が掛かります。",
            en="In a moving average the new gradient carries the remaining weight $1 - \\beta_1$.",
        ),
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
    ),
    slip(
        "adam.v.coefficients_swapped",
        "v = (1 - beta2) * v + beta2 * g**2",
        Localized(ja="v の式で β₂ と 1 − β₂ を入れ替えている", en="β₂ and 1 − β₂ are swapped in v"),
        Localized(
            ja="β₂ が掛かるのは過去の v、$1 - \\beta_2$ が掛かるのは新しい $g^2$ です。",
            en="$\\beta_2$ goes with the old $v$, $1 - \\beta_2$ with the new $g^2$.",
        ),
    ),
    slip(
        "adam.v.gradient_not_squared",
        "v = beta2 * v + (1 - beta2) * g",
        Localized(ja="v で勾配を二乗していない", en="the gradient is not squared in v"),
        Localized(
            ja="v は $g_t^2$ の移動平均（2次モーメント）です。",
            en="$v$ averages $g_t^2$ (the second moment).",
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
    ),
    slip(
        "adam.v.no_weight",
        "v = beta2 * v + g**2",
        Localized(ja="v の g² に 1 − β₂ を掛け忘れている", en="the factor 1 − β₂ is missing in v"),
        Localized(
            ja="移動平均なので、新しい $g^2$ には残りの重み $1 - \\beta_2$ が掛かります。",
            en="In a moving average the new $g^2$ carries the remaining weight $1 - \\beta_2$.",
        ),
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
            en="The running sum is AdaGrad's $h$. Adam's $v$ is a moving average and can fall.",
        ),
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
    ),
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

_CORRECTED_MOMENTS = (
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
    ),
    slip(
        "adam.m_hat.times_t",
        "m_hat = m / (1 - beta1 * t)",
        Localized(ja="β₁ᵗ を β₁ × t と計算している", en="β₁ᵗ is computed as β₁ × t"),
        Localized(
            ja="$\\beta_1^t$ は t 乗です。掛け算では分母が負にもなります。",
            en="$\\beta_1^t$ is a power; as a product the divisor can even turn negative.",
        ),
    ),
    slip(
        "adam.m_hat.step_too_late",
        "m_hat = m / (1 - beta1**(t + 1))",
        Localized(ja="m の補正で t を1つ多く数えている", en="t is one too large when correcting m"),
        Localized(
            ja="t は 1 から数え、$m_t$ の補正には同じ t を使います。",
            en="$t$ counts from 1, and $m_t$ is corrected with the same $t$.",
        ),
    ),
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
    ),
    slip(
        "adam.v_hat.times_t",
        "v_hat = v / (1 - beta2 * t)",
        Localized(ja="β₂ᵗ を β₂ × t と計算している", en="β₂ᵗ is computed as β₂ × t"),
        Localized(
            ja="$\\beta_2^t$ は t 乗です。掛け算では分母が負にもなります。",
            en="$\\beta_2^t$ is a power; as a product the divisor can even turn negative.",
        ),
    ),
    slip(
        "adam.v_hat.step_too_late",
        "v_hat = v / (1 - beta2**(t + 1))",
        Localized(ja="v の補正で t を1つ多く数えている", en="t is one too large when correcting v"),
        Localized(
            ja="t は 1 から数え、$v_t$ の補正には同じ t を使います。",
            en="$t$ counts from 1, and $v_t$ is corrected with the same $t$.",
        ),
    ),
)

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
)

_STEP = (
    slip(
        "adam.no_correction",
        ("lr_t = lr", "m_hat = m", "v_hat = v"),
        Localized(ja="バイアス補正をまったくしていない", en="there is no bias correction at all"),
        Localized(
            ja="m も v も 0 から始まるので、どちらも補正しないと最初の歩幅が大きくずれます。",
            en="Both $m$ and $v$ start at 0; uncorrected, the first steps are far off.",
        ),
    ),
    slip(
        "adam.theta.no_root",
        (
            "theta = theta - lr_t * m / (v + eps)",
            "theta = theta - lr * m_hat / (v_hat + eps)",
        ),
        Localized(ja="v の平方根を取り忘れている", en="the square root of v is forgotten"),
        Localized(
            ja="割るのは v の平方根です。二乗の平均なので、根号で勾配の単位に戻します。",
            en="The divisor is the root of $v$: an average of squares goes back to the unit of a "
            "gradient by its root.",
        ),
    ),
    slip(
        "adam.theta.raw_gradient",
        (
            "theta = theta - lr * sqrt(1 - beta2**t) * g / (sqrt(v) + eps)",
            "theta = theta - lr * g / (sqrt(v_hat) + eps)",
        ),
        Localized(
            ja="m でなく生の勾配 g を使っている",
            en="the raw gradient g is used instead of m",
        ),
        Localized(
            ja="Adam が進む向きは、勾配を平均した m です。g をそのまま使うと RMSProp に近い更新になります。",
            en="Adam moves along $m$, the averaged gradient; with $g$ itself the update is close "
            "to RMSProp's.",
        ),
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

SLIPS = _MOMENTS + _CORRECTED_MOMENTS + _RATE + _STEP
