"""Wrong steps with AdaGrad."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

SLIPS = (
    slip(
        "adagrad.h.gradient_not_squared",
        "h = h + g",
        Localized(ja="勾配を二乗せずに足している", en="the gradients are added without squaring"),
        Localized(
            ja="h は $g^2$ の和です。二乗しないと符号が打ち消し合い、根号の中が負にもなります。",
            en="$h$ sums $g^2$. Unsquared, signs cancel and the root may even be of a negative "
            "number.",
        ),
    ),
    slip(
        "adagrad.h.sum_of_magnitudes",
        "h = h + abs(g)",
        Localized(ja="二乗でなく絶対値を足している", en="magnitudes are added instead of squares"),
        Localized(
            ja="h に足すのは $|g|$ ではなく $g^2$ です。",
            en="What $h$ takes in is $g^2$, not $|g|$.",
        ),
    ),
    slip(
        "adagrad.h.square_of_sum",
        "h = (total + g)**2",
        Localized(
            ja="足してから二乗している（和の二乗）",
            en="the sum is squared instead of summing squares",
        ),
        Localized(
            ja="先に各ステップの勾配を二乗し、それから足します。二乗の和と和の二乗は別の数です。",
            en="Each step's gradient is squared first and added then; the sum of squares is not "
            "the square of the sum.",
        ),
        memory=["total = total + g"],
    ),
    slip(
        "adagrad.h.mean",
        "h = (h * (t - 1) + g**2) / t",
        Localized(ja="h を平均してしまっている", en="h is averaged"),
        Localized(
            ja="AdaGrad の h は平均ではなく和です。だから減ることはなく、歩幅は小さくなっていきます。",
            en="AdaGrad's $h$ is a sum, not a mean; that is why it never falls and the steps "
            "shrink.",
        ),
    ),
    slip(
        "adagrad.h.not_accumulated",
        "h = g**2",
        Localized(ja="過去の二乗を足していない", en="earlier squares are left out"),
        Localized(
            ja="h はこれまでの $g^2$ をすべて足し続けます。今回の分だけでは、更新量がいつも lr の大きさになります。",
            en="$h$ keeps adding all $g^2$ so far. With this step's alone, every update would have "
            "the size lr.",
        ),
    ),
    slip(
        "adagrad.theta.no_root",
        "theta = theta - lr * g / (h + eps)",
        Localized(ja="h の平方根を取り忘れている", en="the square root of h is forgotten"),
        Localized(
            ja="割るのは $h$ ではなく $\\sqrt{h}$ です。根号があるので、勾配と同じ単位で割れます。",
            en="The divisor is $\\sqrt{h}$, not $h$: the root brings it back to the unit of a "
            "gradient.",
        ),
    ),
    slip(
        "adagrad.theta.multiplied",
        "theta = theta - lr * g * (sqrt(h) + eps)",
        Localized(ja="√h で割らずに掛けている", en="multiplied by √h instead of divided"),
        Localized(
            ja="勾配の大きかった成分ほど歩幅を小さくするのが AdaGrad なので、$\\sqrt{h}$ では割ります。",
            en="AdaGrad makes steps smaller where gradients were large, so it divides by "
            "$\\sqrt{h}$.",
        ),
    ),
    slip(
        "adagrad.theta.gradient_forgotten",
        "theta = theta - lr / (sqrt(h) + eps)",
        Localized(ja="勾配 g を掛け忘れている", en="the gradient g is forgotten"),
        Localized(
            ja="$\\mathrm{lr} / \\sqrt{h}$ は実効的な学習率です。更新量にするには $g$ を掛けます。",
            en="$\\mathrm{lr} / \\sqrt{h}$ is the effective rate; the update still needs the "
            "factor $g$.",
        ),
    ),
    slip(
        "adagrad.theta.old_accumulator",
        "theta = theta - lr * g / (sqrt(h_before) + eps)",
        Localized(ja="更新する前の h で割っている", en="divided by the h from before the update"),
        Localized(
            ja="先に今回の $g^2$ を h に足し、その新しい h で割ります。",
            en="This step's $g^2$ is added to $h$ first, and the new $h$ divides.",
        ),
        memory=["h_before = h"],
    ),
    slip(
        "adagrad.h.starts_at_zero",
        (),
        Localized(
            ja="h を 0 から始めている（この問題では 0.1 から）",
            en="h starts at 0 where this convention starts at 0.1",
        ),
        Localized(
            ja="Keras や Optax の AdaGrad は $h_0 = 0.1$ から足し始めます。$h_0 = 0$ は AdaGrad の論文の書き方です。",
            en="AdaGrad in Keras and Optax begins to sum from $h_0 = 0.1$; $h_0 = 0$ is the "
            "convention of the paper on AdaGrad.",
        ),
        initial={"h": "0"},
    ),
    slip(
        "adagrad.h.start_not_kept",
        {"adagrad.keras": "h = 0.1 + g**2"},
        Localized(ja="毎回 0.1 から数え直している", en="every step counts from 0.1 again"),
        Localized(
            ja="0.1 から始めるのは最初だけです。そのあとは前のステップの h に $g^2$ を足していきます。",
            en="Only the very first step begins at 0.1; after that $g^2$ is added to the $h$ of "
            "the step before.",
        ),
    ),
)
