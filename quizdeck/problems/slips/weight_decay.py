"""Wrong steps with weight decay: L2 in the gradient against AdamW."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_L2 = (
    slip(
        "weight_decay.l2.decoupled",
        "step_l2 = -lr * g_1 / abs(g_1) - lr * weight_decay * theta0",
        Localized(
            ja="AdamW のように減衰を別に引いている", en="the decay is subtracted apart, as in AdamW"
        ),
        Localized(
            ja="L2 を勾配に混ぜると、$\\lambda\\theta$ も m と v を通って正規化されます。別に引くのは AdamW です。",
            en="Mixed into the gradient, $\\lambda\\theta$ passes through $m$ and $v$ and is "
            "normalised with it. Subtracting it apart is AdamW.",
        ),
    ),
    slip(
        "weight_decay.l2.not_normalised",
        "step_l2 = -lr * g_l2",
        Localized(
            ja="SGD のように勾配をそのまま使っている", en="the gradient is used as it is, as in SGD"
        ),
        Localized(
            ja="Adam の1歩目は $\\hat{m}_1 / \\sqrt{\\hat{v}_1}$ で、勾配の大きさは消えて符号だけが残ります。",
            en="Adam's first step has $\\hat{m}_1 / \\sqrt{\\hat{v}_1}$: the size of the gradient "
            "cancels and its sign stays.",
        ),
    ),
    slip(
        "weight_decay.l2.decay_without_rate",
        "step_l2 = -lr * g_1 / abs(g_1) - weight_decay * theta0",
        Localized(
            ja="λθ を学習率も掛けずに別に引いている",
            en="λθ is subtracted apart and without the rate",
        ),
        Localized(
            ja="勾配に混ぜた $\\lambda\\theta$ は、Adam の更新の外には出てきません。先に $g_1 + \\lambda\\theta_0$ を計算します。",
            en="Mixed in, $\\lambda\\theta$ does not appear outside Adam's update; begin with "
            "$g_1 + \\lambda\\theta_0$.",
        ),
    ),
    slip(
        "weight_decay.l2.only_decay",
        "step_l2 = -lr * weight_decay * theta0",
        Localized(ja="減衰の分だけを答えている", en="only the part of the decay is given"),
        Localized(
            ja="更新量には損失の勾配の分もあります。$g_1 + \\lambda\\theta_0$ を1つの勾配として扱います。",
            en="The gradient of the loss acts too: $g_1 + \\lambda\\theta_0$ is one gradient.",
        ),
    ),
    slip(
        "weight_decay.l2.normalised_twice",
        "step_l2 = -lr * g_l2 / g_l2**2",
        Localized(ja="√v でなく v で割っている", en="divided by v instead of √v"),
        Localized(
            ja="割るのは $\\sqrt{\\hat{v}_1} = |g_1 + \\lambda\\theta_0|$ です。1歩目の大きさは lr になります。",
            en="The divisor is $\\sqrt{\\hat{v}_1} = |g_1 + \\lambda\\theta_0|$; the first step has the "
            "size lr.",
        ),
    ),
)

_ADAMW = (
    slip(
        "weight_decay.adamw.mixed_in",
        "step_adamw = -lr * (g_1 + weight_decay * theta0) / abs(g_1 + weight_decay * theta0)",
        Localized(ja="λθ を勾配に混ぜている（L2 正則化）", en="λθ is mixed into the gradient (L2)"),
        Localized(
            ja="AdamW は減衰を勾配から切り離し、m と v を通さずに θ から直接引きます。",
            en="AdamW keeps the decay out of the gradient, past $m$ and $v$, and subtracts it from θ "
            "directly.",
        ),
    ),
    slip(
        "weight_decay.adamw.without_rate",
        "step_adamw = -lr * g_1 / abs(g_1) - weight_decay * theta0",
        Localized(ja="減衰に学習率を掛け忘れている", en="the decay is not multiplied by the rate"),
        Localized(
            ja="この問題の定義では減衰にも lr が掛かり、$\\mathrm{lr} \\, \\lambda \\theta_0$ を引きます。",
            en="In this convention the rate multiplies the decay too: $\\mathrm{lr} \\, \\lambda "
            "\\theta_0$ is subtracted.",
        ),
    ),
    slip(
        "weight_decay.adamw.growing",
        "step_adamw = -lr * g_1 / abs(g_1) + lr * weight_decay * theta0",
        Localized(ja="減衰の符号が逆になっている", en="the decay has the wrong sign"),
        Localized(
            ja="減衰は θ を 0 に近づけます。$\\theta_0$ と逆の向きに働くか確かめましょう。",
            en="Decay pulls θ towards 0: check that it acts against $\\theta_0$.",
        ),
    ),
    slip(
        "weight_decay.adamw.doubled",
        "step_adamw = -lr * g_1 / abs(g_1) - 2 * lr * weight_decay * theta0",
        Localized(ja="減衰を2倍にしている", en="the decay is doubled"),
        Localized(
            ja="$\\frac{\\lambda}{2} \\theta^2$ の勾配は $\\lambda\\theta$ です。2 は約分されます。",
            en="The gradient of $\\frac{\\lambda}{2} \\theta^2$ is $\\lambda\\theta$: the 2 cancels.",
        ),
    ),
    slip(
        "weight_decay.adamw.forgotten",
        "step_adamw = -lr * g_1 / abs(g_1)",
        Localized(ja="重み減衰を忘れている", en="the weight decay is forgotten"),
        Localized(
            ja="これは Adam だけの更新量です。AdamW ではさらに $\\mathrm{lr} \\, \\lambda \\theta_0$ を引きます。",
            en="This is Adam's update alone; AdamW also subtracts $\\mathrm{lr} \\, \\lambda \\theta_0$.",
        ),
    ),
    slip(
        "weight_decay.adamw.not_normalised",
        "step_adamw = -lr * g_1 - lr * weight_decay * theta0",
        Localized(
            ja="SGD のように勾配をそのまま使っている", en="the gradient is used as it is, as in SGD"
        ),
        Localized(
            ja="Adam の部分の1歩目は lr に勾配の符号を付けたものです。勾配の大きさは残りません。",
            en="Adam's part of the first step is lr with the sign of the gradient; the size cancels.",
        ),
    ),
)

SLIPS = _L2 + _ADAMW
