"""Wrong steps with AdaDelta, as its paper has it."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

SLIPS = (
    slip(
        "adadelta.h.coefficients_swapped",
        "h = (1 - rho) * h + rho * g**2",
        Localized(ja="h の式で ρ と 1 − ρ を入れ替えている", en="ρ and 1 − ρ are swapped in h"),
        Localized(
            ja="ρ が掛かるのは過去の h、$1 - \\rho$ が掛かるのは新しい $g^2$ です。",
            en="$\\rho$ goes with the old $h$, $1 - \\rho$ with the new $g^2$.",
        ),
    ),
    slip(
        "adadelta.h.no_weight",
        "h = rho * h + g**2",
        Localized(ja="g² に 1 − ρ を掛け忘れている", en="the factor 1 − ρ of g² is missing"),
        Localized(
            ja="h は移動平均なので、新しい $g^2$ には残りの重み $1 - \\rho$ が掛かります。",
            en="$h$ is an exponential moving average: the new $g^2$ carries the remaining weight $1 - \\rho$.",
        ),
    ),
    slip(
        "adadelta.delta_theta.numerator_forgotten",
        "delta_theta = -g / sqrt(h + eps)",
        Localized(ja="分子の √(s + ε) を忘れている", en="the numerator √(s + ε) is forgotten"),
        Localized(
            ja="AdaDelta では、学習率の代わりに更新量の大きさ $\\sqrt{s + \\varepsilon}$ が分子に入ります。"
            "最初は $s = 0$ なので $\\sqrt{\\varepsilon}$ です。",
            en="In place of a learning rate AdaDelta has the size of its updates above, "
            "$\\sqrt{s + \\varepsilon}$; at first $s = 0$, which leaves $\\sqrt{\\varepsilon}$.",
        ),
    ),
    slip(
        "adadelta.delta_theta.no_roots",
        "delta_theta = -(s + eps) / (h + eps) * g",
        Localized(
            ja="分子と分母の平方根を取り忘れている", en="the roots above and below are forgotten"
        ),
        Localized(
            ja="分子も分母も RMS、つまり二乗平均の平方根です。",
            en="Above and below stands an RMS, the root of a mean square.",
        ),
    ),
    slip(
        "adadelta.delta_theta.root_below_only",
        "delta_theta = -(s + eps) / sqrt(h + eps) * g",
        Localized(ja="分子の平方根を取り忘れている", en="the root of the numerator is forgotten"),
        Localized(
            ja="分子も RMS です。$s + \\varepsilon$ の平方根をとって、更新量と同じ単位にします。",
            en="The numerator is an RMS as well: the root of $s + \\varepsilon$ has the unit of "
            "an update.",
        ),
    ),
    slip(
        "adadelta.delta_theta.upside_down",
        "delta_theta = -sqrt(h + eps) / sqrt(s + eps) * g",
        Localized(ja="分子と分母が逆になっている", en="the quotient is upside down"),
        Localized(
            ja="勾配の大きさで割るので、$\\sqrt{h + \\varepsilon}$ が分母です。",
            en="The step is divided by the size of the gradients: $\\sqrt{h + \\varepsilon}$ "
            "stands below.",
        ),
    ),
    slip(
        "adadelta.delta_theta.eps_above_only",
        "delta_theta = -sqrt(s + eps) / sqrt(h) * g",
        Localized(ja="分母に ε を足し忘れている", en="ε is left out below"),
        Localized(
            ja="ε は分子と分母の両方の根号の中に入ります。",
            en="$\\varepsilon$ stands inside both roots, above and below.",
        ),
    ),
    slip(
        "adadelta.delta_theta.gradient_forgotten",
        "delta_theta = -sqrt(s + eps) / sqrt(h + eps)",
        Localized(ja="勾配 g を掛け忘れている", en="the gradient g is forgotten"),
        Localized(
            ja="RMS の比は学習率の代わりです。更新量にするには $g$ を掛けます。",
            en="The quotient of the two RMS replaces the learning rate; the update still needs "
            "the factor $g$.",
        ),
    ),
    slip(
        "adadelta.delta_theta.ascent",
        "delta_theta = sqrt(s + eps) / sqrt(h + eps) * g",
        Localized(ja="更新量の符号が逆になっている", en="the update has the wrong sign"),
        Localized(
            ja="勾配は関数が増える向きなので、更新量は勾配と逆向きです。",
            en="The gradient points uphill, so the update points the other way.",
        ),
    ),
)
