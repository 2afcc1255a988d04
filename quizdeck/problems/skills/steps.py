"""Puzzles about step numbers: how long until something is reached.

Only numbers with an answer of four to twelve steps are drawn: fewer hide a slip, more are too
long to multiply by hand.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from quizdeck.optimizers.method import method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy, first_step_that
from quizdeck.problems.space import Choice, Row, Space, fractions
from quizdeck.text import Localized, same_in_both

_LEVEL = 4
_FEWEST_STEPS, _MOST_STEPS = 4, 12

_WEIGHT = method(
    "steps.weight",
    name=same_in_both("Adam"),
    convention=same_in_both(r"$m_0 = 0$, $m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$"),
    equations=["t_weight = steps_until(beta1, 1 - c)"],
    defaults={"beta1": "0.9", "c": "0.5"},
)
_DESCENT = method(
    "steps.descent",
    name=same_in_both("SGD"),
    convention=same_in_both(r"$\theta_t = \theta_{t-1} - \mathrm{lr} \cdot k \theta_{t-1}$"),
    equations=["t_descent = steps_until(1 - lr * k, 1 / K)"],
    defaults={"lr": "0.1", "k": "1", "K": "2"},
)
_SPEED = method(
    "steps.speed",
    name=same_in_both("Momentum"),
    convention=same_in_both(r"$v_0 = 0$, $v_t = \alpha v_{t-1} - \mathrm{lr} \, g$"),
    equations=["t_speed = steps_until(alpha, 1 - c)"],
    defaults={"alpha": "0.9", "c": "0.5"},
)

_WEIGHT_TASK = Localized(
    ja=r"Adam の $m_t$ では、勾配 $g_1, \dots, g_t$ の重みの合計は 1 に足りない。"
    r"$\beta_1 = {beta1}$ のとき、合計が初めて ${c}$ 以上になる $t$ を求めよ。",
    en=r"In Adam's $m_t$ the weights of the gradients $g_1, \dots, g_t$ add up to less than 1. "
    r"With $\beta_1 = {beta1}$, find the first $t$ at which they reach ${c}$ or more.",
)
_DESCENT_TASK = Localized(
    ja=r"$f(\theta) = \frac{{1}}{{2}} k \theta^2$ を、$\theta_0 \ne 0$ から SGD で最小化する"
    r"（$k = {k}$, $\mathrm{{lr}} = {lr}$）。"
    r"$\left|\theta_t\right|$ が初めて $\left|\theta_0\right|$ の $1/K$ 以下（$K = {K}$）になる "
    r"$t$ を"
    r"求めよ。",
    en=r"SGD minimises $f(\theta) = \frac{{1}}{{2}} k \theta^2$ from $\theta_0 \ne 0$ with "
    r"$k = {k}$, $\mathrm{{lr}} = {lr}$. "
    r"Find the first $t$ at which $\left|\theta_t\right|$ is $1/K$ of $\left|\theta_0\right|$ or "
    r"less, with $K = {K}$.",
)
_SPEED_TASK = Localized(
    ja=r"Momentum（$\alpha = {alpha}$）で勾配が一定値 $g$ のとき、速度は終端速度 "
    r"$-\mathrm{{lr}} \, g / (1 - \alpha)$ に近づく（$g \ne 0$）。"
    r"速度の大きさ $\left|v_t\right|$ が初めて終端速度の大きさの ${c}$ 倍以上になる $t$ を求めよ。",
    en=r"With Momentum ($\alpha = {alpha}$) and a constant gradient $g$ the velocity tends to "
    r"$-\mathrm{{lr}} \, g / (1 - \alpha)$ ($g \ne 0$). Find the first $t$ at which the size "
    r"$\left|v_t\right|$ of the velocity is ${c}$ times the size of that limit or more.",
)


_RATES = "0.9 0.85 0.8 0.75 0.7 0.65 0.6 0.55 0.5 0.45 2/3 5/6 7/8"
_SHARES = "0.36 0.4 0.45 0.55 0.6 0.64 0.7 0.75 0.8 0.84 0.85 0.875 0.9 0.92 0.95 0.96 0.98 0.99"
_LEARNING_RATES = "0.1 0.2 0.05 0.25 0.3 0.4 0.15"
_CURVATURES = "0.5 1.5 2 2.5 3 4"
_GOALS = "2 3 4 5 6 8 10 12 16 20 25 50"


def _is_handy(decay: Fraction, bound: Fraction) -> bool:
    """Return whether ``decay**t`` comes down to ``bound`` within the steps that are asked."""
    return decay ** (_FEWEST_STEPS - 1) > bound >= decay**_MOST_STEPS


def _growing() -> Iterator[Row]:
    for q, c in product(fractions(_RATES), fractions(_SHARES)):
        if _is_handy(q, 1 - c):
            yield q, c


def _shrinking() -> Iterator[Row]:
    for lr, k, goal in product(*map(fractions, (_LEARNING_RATES, _CURVATURES, _GOALS))):
        if lr * k < 1 and _is_handy(1 - lr * k, 1 / goal):
            yield lr, k, goal


def _space(names: str, rows: Callable[[], Iterator[Row]]) -> Space:
    return Space(1, (Choice(tuple(names.split()), rows),))


def _walk_of_weights(rates: Rates, _gradients: Gradients) -> Fraction:
    m = Fraction(0)

    def is_reached(_t: int) -> bool:
        nonlocal m
        m = rates["beta1"] * m + (1 - rates["beta1"])
        return m >= rates["c"]

    return first_step_that(is_reached)


def _walk_downhill(rates: Rates, _gradients: Gradients) -> Fraction:
    theta = Fraction(1)

    def is_reached(_t: int) -> bool:
        nonlocal theta
        theta -= rates["lr"] * rates["k"] * theta
        return abs(theta) * rates["K"] <= 1

    return first_step_that(is_reached)


def _walk_of_speeds(rates: Rates, _gradients: Gradients) -> Fraction:
    speed, terminal = Fraction(0), 1 / (1 - rates["alpha"])

    def is_reached(_t: int) -> bool:
        nonlocal speed
        speed = rates["alpha"] * speed + 1
        return speed >= rates["c"] * terminal

    return first_step_that(is_reached)


def _skill(id_: str, task: Localized, space: Space, derive: Derivation) -> Skill:
    found = next(m for m in METHODS if m.id == id_)
    return Skill(
        found,
        found.targets[0],
        _LEVEL,
        space,
        stem=id_,
        task=task,
        closed_form=derive,
        reference=by_numpy(id_),
        is_whole=True,
    )


METHODS = (_WEIGHT, _DESCENT, _SPEED)

SKILLS = (
    _skill("steps.weight", _WEIGHT_TASK, _space("beta1 c", _growing), _walk_of_weights),
    _skill("steps.descent", _DESCENT_TASK, _space("lr k K", _shrinking), _walk_downhill),
    _skill("steps.speed", _SPEED_TASK, _space("alpha c", _growing), _walk_of_speeds),
)
