"""Wrong steps when Momentum's velocity moves the parameter."""

from quizdeck.problems.slips.momentum_forms import in_form
from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

STEP_SLIPS = (
    slip(
        "momentum.theta.rate_twice",
        in_form(book="theta = theta + lr * v", ruder="theta = theta - lr * v"),
        Localized(ja="学習率を二度掛けている", en="the learning rate is applied twice"),
        Localized(
            ja="lr は v の中にもう入っています。θ の更新では v をそのまま使います。",
            en="The learning rate is already inside $v$; $\\theta$ takes $v$ as it is.",
        ),
    ),
    slip(
        "momentum.theta.rate_forgotten",
        in_form(pytorch="theta = theta - v"),
        Localized(
            ja="θ の更新で学習率を掛け忘れている",
            en="the learning rate is forgotten when θ moves",
        ),
        Localized(
            ja="PyTorch の v には lr が入っていないので、θ の更新で $\\mathrm{lr} \\cdot v$ を引きます。",
            en="PyTorch's $v$ holds no learning rate, so what is subtracted from $\\theta$ is "
            "$\\mathrm{lr} \\cdot v$.",
        ),
    ),
    slip(
        "momentum.theta.sign",
        in_form(
            book="theta = theta - v", ruder="theta = theta + v", pytorch="theta = theta + lr * v"
        ),
        Localized(ja="θ の更新の符号が逆になっている", en="θ moves with the wrong sign"),
        Localized(
            ja="v が勾配と逆向きなら足し、勾配と同じ向きなら引きます。"
            "v の式と θ の式を別々の規約から取ると、坂を登ってしまいます。",
            en="A $v$ that points against the gradient is added, one that points along it is "
            "subtracted. Lines from two conventions together climb the slope.",
        ),
    ),
    slip(
        "momentum.theta.old_velocity",
        in_form(
            book="theta = theta + v_before",
            ruder="theta = theta - v_before",
            pytorch="theta = theta - lr * v_before",
        ),
        Localized(ja="更新する前の v を使っている", en="the v from before the update is used"),
        Localized(
            ja="先に v を更新し、その新しい $v_t$ で θ を動かします。",
            en="First $v$ is updated, and it is the new $v_t$ that moves $\\theta$.",
        ),
        memory=["v_before = v"],
    ),
    slip(
        "momentum.theta.momentum_twice",
        in_form(
            book="theta = theta + alpha * v - lr * g",
            ruder="theta = theta - alpha * v - lr * g",
            pytorch="theta = theta - lr * (g + alpha * v)",
        ),
        Localized(
            ja="v を更新したうえに、αv と勾配をもう一度加えている",
            en="αv and the gradient are added once more after v was updated",
        ),
        Localized(
            ja="新しい $v_t$ には慣性も今回の勾配も入っています。θ は $v_t$ だけで動かします。"
            "もう一度加える形は Nesterov の更新です。",
            en="The new $v_t$ already holds inertia and this gradient, and it alone moves "
            "$\\theta$. Adding them once more is Nesterov's update.",
        ),
    ),
    slip(
        "momentum.theta.position_for_change",
        "theta = theta + alpha * theta - lr * g",
        Localized(
            ja="前回の移動量の代わりに θ そのものに α を掛けている",
            en="α multiplies θ itself instead of its last change",
        ),
        Localized(
            ja="v を消去した式は $\\theta_{t+1} = \\theta_t - \\mathrm{lr} \\cdot g + \\alpha (\\theta_t - \\theta_{t-1})$ です。"
            "α が掛かるのは位置ではなく、前回の移動量です。",
            en="Without $v$ the formula reads $\\theta_{t+1} = \\theta_t - \\mathrm{lr} \\cdot g + "
            "\\alpha (\\theta_t - \\theta_{t-1})$: $\\alpha$ goes with the last change, not with "
            "the position.",
        ),
    ),
    slip(
        "momentum.theta.last_step_only",
        in_form(
            book="theta = theta0 + v",
            ruder="theta = theta0 - v",
            pytorch="theta = theta0 - lr * v",
        ),
        Localized(
            ja="θ₀ に最後の更新量だけを加えている",
            en="only the last update is added to θ₀",
        ),
        Localized(
            ja="θ は毎ステップ動きます。$\\theta_t$ は $\\theta_0$ に、そこまでの更新量をすべて加えた値です。",
            en="$\\theta$ moves at every step: $\\theta_t$ is $\\theta_0$ and all updates so far.",
        ),
    ),
    slip(
        "momentum.theta.update_reported",
        in_form(book="theta = v", ruder="theta = -v", pytorch="theta = -lr * v"),
        Localized(
            ja="更新後の値ではなく、更新量を答えている",
            en="the update is given instead of the value after it",
        ),
        Localized(
            ja="求めるのは更新量 $\\Delta\\theta_t$ ではなく、更新後の $\\theta_t$ です。"
            "$\\theta_{t-1}$ に更新量を加えれば答えになります。",
            en="Asked for is $\\theta_t$ after the update, not $\\Delta\\theta_t$ itself; add the "
            "update to $\\theta_{t-1}$.",
        ),
    ),
)
