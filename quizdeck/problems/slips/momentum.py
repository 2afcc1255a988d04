"""Wrong steps with Momentum."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

SLIPS = (
    slip(
        "momentum.v.moving_average",
        "v = alpha * v - (1 - alpha) * lr * g",
        Localized(
            ja="勾配の項に 1 − α を掛けている",
            en="the gradient term is multiplied by 1 − α",
        ),
        Localized(
            ja="この形の Momentum は指数移動平均ではありません。過去の v に α を掛け、"
            "新しい勾配はそのまま $-\\mathrm{lr} \\cdot g$ として加えます。",
            en="This form of Momentum is no exponential average: the old $v$ is multiplied by "
            "$\\alpha$, and the new gradient comes in whole, as $-\\mathrm{lr} \\cdot g$.",
        ),
    ),
    slip(
        "momentum.v.rates_swapped",
        "v = lr * v - alpha * g",
        Localized(ja="α と学習率を入れ替えている", en="α and the learning rate are swapped"),
        Localized(
            ja="α は過去の速度を残す割合、lr は勾配の効き方です。α は v に、lr は g に掛かります。",
            en="$\\alpha$ says how much of the old velocity stays, lr how strongly the gradient "
            "acts: $\\alpha$ goes with $v$, lr with $g$.",
        ),
    ),
    slip(
        "momentum.v.decay_on_gradient",
        "v = v - alpha * lr * g",
        Localized(
            ja="α を v ではなく勾配の項に掛けている",
            en="α multiplies the gradient term instead of v",
        ),
        Localized(
            ja="α が過去の v に掛からないと、速度は減衰せずにたまり続けます。",
            en="Unless $\\alpha$ multiplies the old $v$, the velocity never decays and keeps "
            "piling up.",
        ),
    ),
    slip(
        "momentum.v.no_decay",
        "v = v - lr * g",
        Localized(ja="過去の v に α を掛け忘れている", en="the old v is not multiplied by α"),
        Localized(
            ja="$v_{t-1}$ には必ず $\\alpha$ が掛かります。古い勾配ほど効きが弱くなるのはこのためです。",
            en="$v_{t-1}$ always carries the factor $\\alpha$; that is why older gradients count "
            "less.",
        ),
    ),
    slip(
        "momentum.v.memory_lost",
        "v = -lr * g",
        Localized(ja="過去の v を足していない", en="the old v is left out"),
        Localized(
            ja="$\\alpha v_{t-1}$ を落とすと、ただの SGD になります。",
            en="Without $\\alpha v_{t-1}$ this is plain SGD.",
        ),
    ),
    slip(
        "momentum.v.rate_on_everything",
        "v = lr * (alpha * v - g)",
        Localized(ja="学習率を v の項にも掛けている", en="the learning rate multiplies v as well"),
        Localized(
            ja="lr が掛かるのは勾配の項だけです。$\\alpha v_{t-1}$ には掛けません。",
            en="Only the gradient term carries lr; $\\alpha v_{t-1}$ does not.",
        ),
    ),
    slip(
        "momentum.v.rate_forgotten",
        "v = alpha * v - g",
        Localized(ja="学習率を掛け忘れている", en="the learning rate is forgotten"),
        Localized(
            ja="この規約では学習率は速度の式の中にあり、勾配は $-\\mathrm{lr} \\cdot g_t$ として入ります。",
            en="In this convention the learning rate sits inside the velocity: the gradient comes "
            "in as $-\\mathrm{lr} \\cdot g_t$.",
        ),
    ),
    slip(
        "momentum.v.gradient_added",
        "v = alpha * v + lr * g",
        Localized(
            ja="勾配の項の符号が逆になっている",
            en="the gradient term has the wrong sign",
        ),
        Localized(
            ja="v を θ に足す規約なので、v は勾配と逆向き、つまり $-\\mathrm{lr} \\cdot g$ を取り込みます。"
            "+ になるのは、θ から v を引く規約のときです。",
            en="Here $v$ is added to $\\theta$, so it must point against the gradient and takes in "
            "$-\\mathrm{lr} \\cdot g$. The plus belongs to the convention that subtracts $v$.",
        ),
    ),
    slip(
        "momentum.theta.rate_twice",
        "theta = theta + lr * v",
        Localized(ja="学習率を二度掛けている", en="the learning rate is applied twice"),
        Localized(
            ja="lr は v の中にもう入っています。θ には v をそのまま足します。",
            en="The learning rate is already inside $v$; $\\theta$ takes $v$ as it is.",
        ),
    ),
    slip(
        "momentum.theta.old_velocity",
        "theta = theta + v_before",
        Localized(ja="更新する前の v を使っている", en="the v from before the update is used"),
        Localized(
            ja="先に v を更新し、その新しい $v_t$ を θ に足します。",
            en="First $v$ is updated, and the new $v_t$ is what $\\theta$ takes.",
        ),
        memory=["v_before = v"],
    ),
)
