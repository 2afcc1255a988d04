"""Wrong steps in the puzzles about the weights of an exponential moving average."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_WEIGHT = (
    slip(
        "ema.weight.one_decay_more",
        "weight = (1 - beta1) * beta1**(t - i + 1)",
        Localized(ja="β₁ を1回多く掛けている", en="β₁ is multiplied once too often"),
        Localized(
            ja="$g_i$ は自分のステップではまだ減衰せず、残りの $t - i$ 回だけ $\\beta_1$ が掛かります。$i = t$ なら指数は 0 です。",
            en="$g_i$ does not decay in its own step, only in the $t - i$ steps after it. For "
            "$i = t$ the exponent is 0.",
        ),
    ),
    slip(
        "ema.weight.one_decay_less",
        "weight = (1 - beta1) * beta1**(t - i - 1)",
        Localized(ja="β₁ を掛ける回数が1回足りない", en="β₁ is multiplied once too seldom"),
        Localized(
            ja="$g_i$ が入ったあと、ステップは $t - i$ 回あります。そのたびに $\\beta_1$ が1回掛かります。",
            en="After $g_i$ came in there are $t - i$ more steps, and each multiplies by $\\beta_1$.",
        ),
    ),
    slip(
        "ema.weight.no_entry_weight",
        "weight = beta1**(t - i)",
        Localized(ja="1 − β₁ を掛け忘れている", en="the factor 1 − β₁ is missing"),
        Localized(
            ja="勾配は入るときに $1 - \\beta_1$ 倍されます。これがないと重みの合計が 1 を超えてしまいます。",
            en="A gradient comes in multiplied by $1 - \\beta_1$; without it the weights add up to "
            "more than 1.",
        ),
    ),
    slip(
        "ema.weight.counted_from_start",
        "weight = (1 - beta1) * beta1**i",
        Localized(
            ja="古さ t − i でなく番号 i を指数にしている",
            en="the number i is the exponent instead of the age t − i",
        ),
        Localized(
            ja="古い勾配ほど何度も減衰します。指数は番号ではなく、入ってから経ったステップ数 $t - i$ です。",
            en="Older gradients have decayed more often: the exponent is the age $t - i$, not the "
            "number.",
        ),
    ),
    slip(
        "ema.weight.factors_swapped",
        "weight = beta1 * (1 - beta1)**(t - i)",
        Localized(ja="β₁ と 1 − β₁ の役割が逆", en="β₁ and 1 − β₁ have changed places"),
        Localized(
            ja="1回だけ掛かるのが $1 - \\beta_1$、ステップごとに掛かるのが $\\beta_1$ です。",
            en="$1 - \\beta_1$ comes once, on entry; $\\beta_1$ comes with every further step.",
        ),
    ),
    slip(
        "ema.weight.equal_shares",
        "weight = 1 / t",
        Localized(ja="単純平均の重み 1/t を答えている", en="the plain mean's weight 1/t is given"),
        Localized(
            ja="移動平均では重みは等しくありません。新しい勾配ほど重く、過去へ $\\beta_1$ 倍ずつ軽くなります。",
            en="An exponential moving average does not weigh all alike: each step into the past weighs "
            "$\\beta_1$ times as much.",
        ),
    ),
    slip(
        "ema.weight.corrected",
        "weight = (1 - beta1) * beta1**(t - i) / (1 - beta1**t)",
        Localized(
            ja="補正後の m̂ での重みを答えている", en="the weight in the corrected m̂ is given"
        ),
        Localized(
            ja="問われているのは補正前の $m_t$ です。$1 - \\beta_1^t$ で割るのは $\\hat{m}_t$ に移るときです。",
            en="The question is about the uncorrected $m_t$; dividing by $1 - \\beta_1^t$ leads on "
            "to $\\hat{m}_t$.",
        ),
    ),
)

_TOTAL = (
    slip(
        "ema.total.one",
        "total = 1",
        Localized(ja="重みの合計を 1 と思い込んでいる", en="the weights are taken to add up to 1"),
        Localized(
            ja="$m_0 = 0$ にも重み $\\beta_1^t$ が残っているので、勾配の重みの合計は 1 に足りません。だから補正が要ります。",
            en="$m_0 = 0$ still holds the weight $\\beta_1^t$, so the gradients' weights fall short "
            "of 1. That is why a correction is needed.",
        ),
    ),
    slip(
        "ema.total.remaining_weight",
        "total = beta1**t",
        Localized(ja="初期値 m₀ に残る重みを答えている", en="the weight left on m₀ is given"),
        Localized(
            ja="$\\beta_1^t$ は初期値 $m_0 = 0$ に残った重みです。勾配の分はその残り $1 - \\beta_1^t$ です。",
            en="$\\beta_1^t$ is what is left on $m_0 = 0$; the gradients have the rest, "
            "$1 - \\beta_1^t$.",
        ),
    ),
    slip(
        "ema.total.exponent_forgotten",
        "total = 1 - beta1",
        Localized(ja="指数 t を忘れている", en="the exponent t is forgotten"),
        Localized(
            ja="$1 - \\beta_1$ は最新の勾配1つの重みです。全部を足すと $1 - \\beta_1^t$ になります。",
            en="$1 - \\beta_1$ is the weight of the newest gradient alone; all of them add up to "
            "$1 - \\beta_1^t$.",
        ),
    ),
    slip(
        "ema.total.no_decay",
        "total = t * (1 - beta1)",
        Localized(ja="減衰を忘れて 1 − β₁ を t 倍している", en="1 − β₁ is just taken t times"),
        Localized(
            ja="重みは過去へ $\\beta_1$ 倍ずつ小さくなるので、等比数列の和になります。",
            en="The weights shrink by $\\beta_1$ into the past, so their sum is a geometric one.",
        ),
    ),
    slip(
        "ema.total.one_step_less",
        "total = 1 - beta1**(t - 1)",
        Localized(ja="勾配を1つ数え落としている", en="one gradient is left out of the count"),
        Localized(
            ja="$g_1$ から $g_t$ までは $t$ 個あるので、指数は $t$ です。$t = 1$ で $1 - \\beta_1$ になるか確かめましょう。",
            en="From $g_1$ to $g_t$ there are $t$ gradients, so the exponent is $t$. Check that "
            "$t = 1$ gives $1 - \\beta_1$.",
        ),
    ),
    slip(
        "ema.total.times_t",
        "total = 1 - beta1 * t",
        Localized(ja="β₁ᵗ を β₁ × t と計算している", en="β₁ᵗ is computed as β₁ × t"),
        Localized(
            ja="$\\beta_1^t$ は t 乗です。掛け算にすると合計が負になることもあり、重みとしておかしいと気づけます。",
            en="$\\beta_1^t$ is a power. As a product it can make the sum negative, which no sum "
            "of weights is.",
        ),
    ),
)

_RATE = (
    slip(
        "ema.rate.divided",
        "lr_plain = lr / (1 - alpha)",
        Localized(ja="1 − α を掛けずに割っている", en="divided by 1 − α instead of multiplied"),
        Localized(
            ja="$1 - \\alpha$ を除くと $v$ は $1/(1 - \\alpha)$ 倍に大きくなります。同じだけ動くには、学習率を $1 - \\alpha$ 倍に小さくします。",
            en="Without the factor $v$ grows to $1/(1 - \\alpha)$ times its size, so the rate has to "
            "shrink to $1 - \\alpha$ times its own.",
        ),
    ),
    slip(
        "ema.rate.unchanged",
        "lr_plain = lr",
        Localized(ja="学習率を変えていない", en="the rate is left as it was"),
        Localized(
            ja="$v$ の大きさが変わるので、学習率をそのままにすると動く距離が変わってしまいます。",
            en="The size of $v$ changes, so with the same rate the steps change too.",
        ),
    ),
    slip(
        "ema.rate.times_alpha",
        "lr_plain = lr * alpha",
        Localized(ja="1 − α でなく α を掛けている", en="multiplied by α instead of 1 − α"),
        Localized(
            ja="除いた係数は $1 - \\alpha$ です。$\\alpha$ は過去の $v$ に掛かる係数で、どちらの形にも残ります。",
            en="The factor that was dropped is $1 - \\alpha$; $\\alpha$ belongs to the old $v$ and "
            "stays in both forms.",
        ),
    ),
    slip(
        "ema.rate.twice",
        "lr_plain = lr * (1 - alpha)**2",
        Localized(ja="1 − α を2回掛けている", en="1 − α is multiplied twice"),
        Localized(
            ja="大きくなるのは $v$ だけで、$\\theta$ の式には $v$ が1回しか現れません。",
            en="Only $v$ grows, and $v$ stands once in the line of $\\theta$.",
        ),
    ),
    slip(
        "ema.rate.divided_by_alpha",
        "lr_plain = lr / alpha",
        Localized(ja="α で割っている", en="divided by α"),
        Localized(
            ja="$\\alpha$ は両方の形に共通です。違うのは勾配に掛かる $1 - \\alpha$ だけです。",
            en="$\\alpha$ is common to both forms; they differ in the factor $1 - \\alpha$ of the "
            "gradient alone.",
        ),
    ),
)

SLIPS = _WEIGHT + _TOTAL + _RATE
