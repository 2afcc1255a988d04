"""Puzzles about the weights in an exponential moving average.

A gradient of the last two steps weighs the same with ``beta1`` and ``1 - beta1`` exchanged, or
needs no power at all, so only older ones are asked for. The total after two steps does not tell
a forgotten exponent from a forgotten gradient, so it begins at three.
"""

from fractions import Fraction

from quizdeck.optimizers.method import method
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy
from quizdeck.problems.space import Space, one_of, together
from quizdeck.text import Localized, same_in_both

_CONVENTION = same_in_both(r"$m_0 = 0$, $m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$")

WEIGHT = method(
    "ema.weight",
    name=same_in_both("Adam"),
    convention=_CONVENTION,
    equations=["weight = (1 - beta1) * beta1**(t - i)"],
    defaults={"beta1": "0.9", "i": "1"},
)
TOTAL = method(
    "ema.total",
    name=same_in_both("Adam"),
    convention=_CONVENTION,
    equations=["total = 1 - beta1**t"],
    defaults={"beta1": "0.9"},
)

RATE = method(
    "ema.rate",
    name=same_in_both("Momentum"),
    convention=Localized(
        ja=r"どちらの形でも $v_0 = 0$ から始める",
        en=r"both forms start from $v_0 = 0$",
    ),
    equations=["lr_plain = lr * (1 - alpha)"],
    defaults={"lr": "0.1", "alpha": "0.9"},
)

_RATE_TASK = Localized(
    ja=r"Momentum を移動平均の形 $v_t = \alpha v_{{t-1}} + (1 - \alpha) g_t$, "
    r"$\theta_t = \theta_{{t-1}} - \mathrm{{lr}} \cdot v_t$ で書くと、$\mathrm{{lr}} = {lr}$, "
    r"$\alpha = {alpha}$ である。$1 - \alpha$ を除いた形 $v_t = \alpha v_{{t-1}} + g_t$, "
    r"$\theta_t = \theta_{{t-1}} - \mathrm{{lr}}' \cdot v_t$ で同じ $\theta_t$ をたどる "
    r"$\mathrm{{lr}}'$ を求めよ。",
    en=r"Momentum written as a moving average, $v_t = \alpha v_{{t-1}} + (1 - \alpha) g_t$ and "
    r"$\theta_t = \theta_{{t-1}} - \mathrm{{lr}} \cdot v_t$, has $\mathrm{{lr}} = {lr}$ and "
    r"$\alpha = {alpha}$. Without the factor $1 - \alpha$ it reads $v_t = \alpha v_{{t-1}} + g_t$ "
    r"and $\theta_t = \theta_{{t-1}} - \mathrm{{lr}}' \cdot v_t$. Find the $\mathrm{{lr}}'$ with "
    r"which it takes the same path of $\theta_t$.",
)
_WEIGHT_TASK = Localized(
    ja=r"Adam の1次モーメント $m_t$ は、勾配 $g_1, \dots, g_t$ の重み付き和として書ける。"
    r"$t = {t}$, $\beta_1 = {beta1}$ のとき、$i = {i}$ の勾配 $g_i$ に掛かる重みを求めよ。",
    en=r"Adam's first moment $m_t$ is a weighted sum of the gradients $g_1, \dots, g_t$. "
    r"With $t = {t}$ and $\beta_1 = {beta1}$, find the weight of $g_i$ for $i = {i}$.",
)
_TOTAL_TASK = Localized(
    ja=r"Adam の1次モーメント $m_t$ は、勾配 $g_1, \dots, g_t$ の重み付き和として書ける。"
    r"$t = {t}$, $\beta_1 = {beta1}$ のとき、重みの合計を求めよ。",
    en=r"Adam's first moment $m_t$ is a weighted sum of the gradients $g_1, \dots, g_t$. "
    r"With $t = {t}$ and $\beta_1 = {beta1}$, find the sum of all weights.",
)

# The age t - i is neither the number i nor beside it, so that one is not taken for the other.
_PAIRS = together(
    "t i",
    tuple(f"{i + age} {i}" for age in range(2, 6) for i in range(1, 9) if abs(age - i) > 1),
)
_DECIMAL_RATES = "0.9 0.95 0.97 0.98 0.99 0.8 0.7 0.75 0.85 0.92 0.94 0.96 0.88"


def _impulse_response(rates: Rates, _gradients: Gradients) -> Fraction:
    """Run the average over gradients that are all 0 but the one asked about, which is 1."""
    m = Fraction(0)
    for step in range(1, int(rates["t"]) + 1):
        m = rates["beta1"] * m + (1 - rates["beta1"]) * (step == rates["i"])
    return m


def _sum_of_weights(rates: Rates, _gradients: Gradients) -> Fraction:
    beta1 = rates["beta1"]
    weights = ((1 - beta1) * beta1**age for age in range(int(rates["t"])))
    return sum(weights, Fraction(0))


def _first_step_matched(rates: Rates, _gradients: Gradients) -> Fraction:
    """Return the rate whose first steps move as those of the average do, for gradients 1 and 3."""
    alpha, moved, plain, v, w = rates["alpha"], Fraction(0), Fraction(0), Fraction(0), Fraction(0)
    for gradient in (Fraction(1), Fraction(3)):
        v = alpha * v + (1 - alpha) * gradient
        w = alpha * w + gradient
        moved, plain = moved + rates["lr"] * v, plain + w
    return moved / plain


SKILLS = (
    Skill(
        WEIGHT,
        "weight",
        3,
        Space(1, (one_of("beta1", "0.9 0.8 0.7 0.6 3/4 2/3"), _PAIRS)),
        task=_WEIGHT_TASK,
        closed_form=_impulse_response,
        reference=by_numpy("ema.weight"),
    ),
    Skill(
        TOTAL,
        "total",
        3,
        Space(1, (one_of("t", "3 4 5 6 8 10"), one_of("beta1", _DECIMAL_RATES))),
        precision=Precision(PrecisionRule.SIGNIFICANT, 3),
        task=_TOTAL_TASK,
        closed_form=_sum_of_weights,
        reference=by_numpy("ema.total"),
    ),
    Skill(
        RATE,
        "lr_plain",
        3,
        Space(
            1,
            (
                one_of("lr", "0.1 0.2 0.3 0.4 0.5 0.01 0.02 0.05 0.005 0.002 1"),
                one_of("alpha", "0.9 0.8 0.95 0.99 0.7 0.6"),
            ),
        ),
        stem="ema.rate",
        task=_RATE_TASK,
        closed_form=_first_step_matched,
        reference=by_numpy("ema.rate"),
    ),
)
