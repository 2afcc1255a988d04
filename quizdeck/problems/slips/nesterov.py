"""Wrong steps with Nesterov's accelerated gradient, in both coordinates."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_LOOK_AHEAD = (
    slip(
        "nesterov.p.at_theta",
        {"nesterov.parabola": "p = theta"},
        Localized(
            ja="先読みせず、今の θ で勾配を求めている",
            en="the gradient is taken at θ, without looking ahead",
        ),
        Localized(
            ja="θ で勾配を求めると、ふつうの Momentum です。Nesterov は慣性で進んだ先 "
            "$\\theta + \\alpha v$ で勾配を求めます。",
            en="With the gradient at $\\theta$ this is plain Momentum. Nesterov's is taken where "
            "inertia leads, at $\\theta + \\alpha v$.",
        ),
    ),
    slip(
        "nesterov.p.look_back",
        {"nesterov.parabola": "p = theta - alpha * v"},
        Localized(
            ja="先読み点の符号が逆になっている",
            en="the look-ahead point lies on the wrong side",
        ),
        Localized(
            ja="θ に v を足す規約なので、進む先は $\\theta + \\alpha v$ です。"
            "$\\theta - \\alpha v$ になるのは、θ から v を引く規約のときです。",
            en="Here $v$ is added to $\\theta$, so what lies ahead is $\\theta + \\alpha v$; "
            "$\\theta - \\alpha v$ belongs to the convention that subtracts $v$.",
        ),
    ),
    slip(
        "nesterov.p.full_velocity",
        {"nesterov.parabola": "p = theta + v"},
        Localized(
            ja="先読みで v に α を掛け忘れている",
            en="α is missing in the look-ahead point",
        ),
        Localized(
            ja="次のステップに残る速度は $\\alpha v$ なので、先読みも $\\theta + \\alpha v$ までです。",
            en="What is left of the velocity in the next step is $\\alpha v$, so the look-ahead "
            "reaches to $\\theta + \\alpha v$.",
        ),
    ),
    slip(
        "nesterov.p.other_weight",
        {"nesterov.parabola": "p = theta + (1 - alpha) * v"},
        Localized(ja="先読みで v に 1 − α を掛けている", en="the look-ahead takes 1 − α of v"),
        Localized(
            ja="$1 - \\alpha$ は移動平均の係数です。先読みに使うのは慣性の係数 $\\alpha$ です。",
            en="$1 - \\alpha$ is a weight of exponential moving averages; looking ahead takes the factor of "
            "inertia, $\\alpha$.",
        ),
    ),
    slip(
        "nesterov.g.coefficient_forgotten",
        {"nesterov.parabola": "g = p"},
        Localized(
            ja="関数の係数 k を勾配に掛け忘れている",
            en="the coefficient k is missing in the gradient",
        ),
        Localized(
            ja="$\\frac{1}{2} k \\theta^2$ の勾配は $k \\theta$ です。先読み点 p では $k p$ になります。",
            en="The gradient of $\\frac{1}{2} k \\theta^2$ is $k \\theta$; at the look-ahead point "
            "it is $k p$.",
        ),
    ),
    slip(
        "nesterov.g.function_value",
        {"nesterov.parabola": "g = k * p**2 / 2"},
        Localized(
            ja="勾配の代わりに関数の値を使っている",
            en="the value of the function is used in place of its gradient",
        ),
        Localized(
            ja="先読み点で求めるのは関数の値ではなく勾配です。$\\frac{1}{2} k p^2$ ではなく $k p$ を使います。",
            en="What is taken at the look-ahead point is the gradient $k p$, not the value "
            "$\\frac{1}{2} k p^2$.",
        ),
    ),
    slip(
        "nesterov.theta.double_step",
        {"nesterov.parabola": "theta = p + v"},
        Localized(
            ja="先読み点に v を足している（αv を二重に進んでいる）",
            en="v is added to the look-ahead point, so that αv counts twice",
        ),
        Localized(
            ja="先読み点は勾配を求めるためだけに使います。動かすのは元の θ で、$\\alpha v$ は新しい v の中にもう入っています。",
            en="The look-ahead point only serves to take the gradient. What moves is $\\theta$ "
            "itself, and the new $v$ already holds $\\alpha v$.",
        ),
    ),
)

_VELOCITY = (
    slip(
        "nesterov.v.gradient_added",
        "v = alpha * v + lr * g",
        Localized(ja="勾配の項の符号が逆になっている", en="the gradient term has the wrong sign"),
        Localized(
            ja="v を θ に足す規約なので、v は $-\\mathrm{lr} \\cdot g$ を取り込みます。",
            en="Here $v$ is added to $\\theta$, so it takes in $-\\mathrm{lr} \\cdot g$.",
        ),
    ),
    slip(
        "nesterov.v.no_decay",
        "v = v - lr * g",
        Localized(ja="過去の v に α を掛け忘れている", en="the old v is not multiplied by α"),
        Localized(
            ja="速度の式は Momentum と同じで、$v_{t-1}$ には必ず $\\alpha$ が掛かります。",
            en="The velocity follows Momentum's formula: $v_{t-1}$ always carries $\\alpha$.",
        ),
    ),
    slip(
        "nesterov.v.memory_lost",
        "v = -lr * g",
        Localized(ja="過去の v を足していない", en="the old v is left out"),
        Localized(
            ja="先読みをしても、速度は $\\alpha v_{t-1}$ を引き継ぎます。落とすと慣性がなくなります。",
            en="Looking ahead or not, the velocity carries $\\alpha v_{t-1}$ on; without it there "
            "is no inertia.",
        ),
    ),
    slip(
        "nesterov.v.rate_forgotten",
        "v = alpha * v - g",
        Localized(ja="v の式で学習率を掛け忘れている", en="the learning rate is forgotten in v"),
        Localized(
            ja="この問題の定義では学習率は速度の式の中にあり、勾配は $-\\mathrm{lr} \\cdot g$ として入ります。",
            en="In this convention the learning rate sits inside the velocity: the gradient comes "
            "in as $-\\mathrm{lr} \\cdot g$.",
        ),
    ),
)

_BOOK_STEP = (
    slip(
        "nesterov.theta.plain_momentum",
        {"nesterov.book": "theta = theta + alpha * v - lr * g"},
        Localized(
            ja="ふつうの Momentum の更新になっている", en="this is the update of plain Momentum"
        ),
        Localized(
            ja="$\\alpha v - \\mathrm{lr} \\cdot g$ は新しい速度そのものです。先読み点を動かすには、"
            "さらに先読みの分が加わって $\\alpha^2 v - (1 + \\alpha) \\mathrm{lr} \\cdot g$ になります。",
            en="$\\alpha v - \\mathrm{lr} \\cdot g$ is the new velocity itself. The look-ahead "
            "point moves further: by $\\alpha^2 v - (1 + \\alpha) \\mathrm{lr} \\cdot g$.",
        ),
    ),
    slip(
        "nesterov.theta.velocity_first",
        {"nesterov.book": "theta = theta + alpha**2 * (alpha * v - lr * g) - (1 + alpha) * lr * g"},
        Localized(
            ja="先に v を更新し、その新しい v を使っている",
            en="v is updated first and its new value used",
        ),
        Localized(
            ja="この式の v は更新前の値です。v を先に更新すると、Nesterov の道筋から外れます。",
            en="The $v$ in this formula is the one from before. Updating it first "
            "leaves Nesterov's path.",
        ),
    ),
    slip(
        "nesterov.theta.alpha_not_squared",
        {"nesterov.book": "theta = theta + alpha * v - (1 + alpha) * lr * g"},
        Localized(ja="α² を α としている", en="α² is taken as α"),
        Localized(
            ja="新しい速度にも $\\alpha$ が掛かるので、古い v の係数は $\\alpha \\cdot \\alpha = \\alpha^2$ です。",
            en="The new velocity carries $\\alpha$ once more, so the old $v$ carries "
            "$\\alpha \\cdot \\alpha = \\alpha^2$.",
        ),
    ),
    slip(
        "nesterov.theta.gradient_once",
        {"nesterov.book": "theta = theta + alpha**2 * v - lr * g"},
        Localized(
            ja="勾配の項に 1 + α を掛け忘れている",
            en="the factor 1 + α of the gradient is forgotten",
        ),
        Localized(
            ja="勾配は一度は速度の中で、もう一度は先読みで $\\alpha$ 倍されて効くので、係数は $1 + \\alpha$ です。",
            en="The gradient acts in the velocity and, times $\\alpha$, in the look-ahead: its "
            "factor is $1 + \\alpha$.",
        ),
    ),
    slip(
        "nesterov.theta.one_minus_alpha",
        {"nesterov.book": "theta = theta + alpha**2 * v - (1 - alpha) * lr * g"},
        Localized(ja="1 + α を 1 − α としている", en="1 + α is taken as 1 − α"),
        Localized(
            ja="移動平均ではないので $1 - \\alpha$ は出てきません。勾配は先読みの分だけ余計に効き、$1 + \\alpha$ 倍です。",
            en="This is no exponential moving average and there is no $1 - \\alpha$: looking ahead makes the "
            "gradient act $1 + \\alpha$ times.",
        ),
    ),
    slip(
        "nesterov.theta.ascent",
        {"nesterov.book": "theta = theta + alpha**2 * v + (1 + alpha) * lr * g"},
        Localized(ja="勾配の項の符号が逆になっている", en="the gradient term has the wrong sign"),
        Localized(
            ja="勾配は関数が増える向きなので、引いて進みます。",
            en="The gradient points uphill, so it is subtracted.",
        ),
    ),
)

SLIPS = _LOOK_AHEAD + _VELOCITY + _BOOK_STEP
