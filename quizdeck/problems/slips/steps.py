"""Wrong steps in the puzzles about step numbers."""

from quizdeck.problems.slips.slip import Slip, slip
from quizdeck.text import Localized

_EARLY = Localized(ja="1ステップ早い t を答えている", en="t is one step too early")
_LATE = Localized(ja="1ステップ遅い t を答えている", en="t is one step too late")
_LINEAR = Localized(ja="毎回同じだけ増えると考えている", en="every step is taken to add the same")


def _off_by_one(name: str, rate: str, letter: str) -> tuple[Slip, ...]:
    """Return the slips by one step where a share ``1 - rate**t`` is to reach ``c``."""
    answer = f"steps_until({rate}, 1 - c)"
    share = f"$1 - {letter}^t$"
    return (
        slip(
            f"steps.{name}.one_early",
            f"t_{name} = {answer} - 1",
            _EARLY,
            Localized(
                ja=f"{share} に答えを入れて確かめましょう。まだ $c$ に届いていません。",
                en=f"Put your $t$ into {share}: it has not reached $c$ yet.",
            ),
        ),
        slip(
            f"steps.{name}.one_late",
            f"t_{name} = {answer} + 1",
            _LATE,
            Localized(
                ja=f"1つ前の $t$ でも {share} は $c$ 以上です。「以上」なので、ちょうど $c$ でも届いています。",
                en=f"One step earlier {share} is $c$ or more already; reaching $c$ exactly counts.",
            ),
        ),
    )


def _other_laws(name: str, rate: str, letter: str, plain: str) -> tuple[Slip, ...]:
    """Return the slips that take the share ``1 - rate**t`` for something else."""
    return (
        slip(
            f"steps.{name}.complement_forgotten",
            f"t_{name} = steps_until({rate}, c)",
            Localized(
                ja=f"1 から引かずに {plain}ᵗ ≤ c を解いている",
                en=f"{plain}ᵗ ≤ c is solved without taking from 1",
            ),
            Localized(
                ja=f"${letter}^t$ は足りない分です。$1 - {letter}^t \\ge c$ なので、解くのは ${letter}^t \\le 1 - c$ です。",
                en=f"${letter}^t$ is what is missing: $1 - {letter}^t \\ge c$ means "
                f"${letter}^t \\le 1 - c$.",
            ),
        ),
        slip(
            f"steps.{name}.linear",
            f"t_{name} = c / (1 - {rate})",
            _LINEAR,
            Localized(
                ja=f"1歩目は $1 - {letter}$ 増えますが、その後の増え方は ${letter}$ 倍ずつ小さくなります。",
                en=f"The first step adds $1 - {letter}$, but each later one adds only ${letter}$ "
                "times as much.",
            ),
        ),
        slip(
            f"steps.{name}.memory_span",
            f"t_{name} = 1 / (1 - {rate})",
            Localized(
                ja=f"目安の 1/(1 − {plain}) をそのまま答えている",
                en=f"the rule of thumb 1/(1 − {plain}) is given",
            ),
            Localized(
                ja=f"$1 / (1 - {letter})$ は「およそ何個分の勾配が効いているか」の目安で、$c$ に届くステップ数ではありません。",
                en=f"$1 / (1 - {letter})$ says about how many gradients still count, not when $c$ is "
                "reached.",
            ),
        ),
    )


_DESCENT = (
    slip(
        "steps.descent.one_early",
        "t_descent = steps_until(1 - lr * k, 1 / K) - 1",
        _EARLY,
        Localized(
            ja="$(1 - \\mathrm{lr} \\, k)^t$ に答えを入れると、まだ $1/K$ より大きいはずです。",
            en="Put your $t$ into $(1 - \\mathrm{lr} \\, k)^t$: it is still above $1/K$.",
        ),
    ),
    slip(
        "steps.descent.one_late",
        "t_descent = steps_until(1 - lr * k, 1 / K) + 1",
        _LATE,
        Localized(
            ja="1つ前の $t$ でもう $1/K$ 以下です。$\\theta_0$ から数えて、1回目の更新後が $t = 1$ です。",
            en="One step earlier it is $1/K$ or less already; $t = 1$ is after the first update.",
        ),
    ),
    slip(
        "steps.descent.curvature_forgotten",
        "t_descent = steps_until(1 - lr, 1 / K)",
        Localized(ja="勾配の k を掛け忘れている", en="the k of the gradient is forgotten"),
        Localized(
            ja="勾配は $k\\theta$ なので、1回で $1 - \\mathrm{lr} \\, k$ 倍になります。",
            en="The gradient is $k\\theta$, so one update multiplies by $1 - \\mathrm{lr} \\, k$.",
        ),
    ),
    slip(
        "steps.descent.wrong_base",
        "t_descent = steps_until(lr * k, 1 / K)",
        Localized(
            ja="1 − lr·k でなく lr·k を累乗している", en="lr·k is raised instead of 1 − lr·k"
        ),
        Localized(
            ja="$\\mathrm{lr} \\, k$ は1回で減る割合です。残る割合は $1 - \\mathrm{lr} \\, k$ です。",
            en="$\\mathrm{lr} \\, k$ is the share that goes; what stays is $1 - \\mathrm{lr} \\, k$.",
        ),
    ),
    slip(
        "steps.descent.linear",
        "t_descent = (1 - 1 / K) / (lr * k)",
        Localized(ja="毎回同じ幅だけ減ると考えている", en="every step is taken to be as long"),
        Localized(
            ja="θ が小さくなると勾配も小さくなるので、歩幅は縮んでいきます。減り方は等比です。",
            en="As θ shrinks, so does the gradient and with it the step: the fall is geometric.",
        ),
    ),
    slip(
        "steps.descent.value_for_parameter",
        "t_descent = steps_until((1 - lr * k)**2, 1 / K)",
        Localized(
            ja="θ でなく関数値 f が 1/K になる t を答えている",
            en="f instead of θ is made 1/K as large",
        ),
        Localized(
            ja="$f$ は $\\theta^2$ に比例するので、1回で $(1 - \\mathrm{lr} \\, k)^2$ 倍です。問われているのは θ です。",
            en="$f$ goes with $\\theta^2$, so one update multiplies it by "
            "$(1 - \\mathrm{lr} \\, k)^2$. The question is about θ.",
        ),
    ),
)

SLIPS = (
    *_off_by_one("weight", "beta1", r"\beta_1"),
    *_other_laws("weight", "beta1", r"\beta_1", "β₁"),
    *_off_by_one("speed", "alpha", r"\alpha"),
    *_other_laws("speed", "alpha", r"\alpha", "α"),
    *_DESCENT,
)
