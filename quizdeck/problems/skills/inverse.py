"""Inverse puzzles: what went in, from what came out.

A first moment that is equal before and after a step tells nothing about β₁, so ``m_before`` and
``g_t`` differ. From ``v_1`` the sign of ``g_1`` cannot be known, so its size is asked.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import product

from quizdeck.expressions.exact import Value, square_root
from quizdeck.optimizers.method import method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_false_position, by_numpy
from quizdeck.problems.space import Choice, Row, Space, fractions
from quizdeck.text import Localized, same_in_both

_LEVEL = 4

_ADAM = same_in_both("Adam")
_FIRST_MOMENT = same_in_both(r"$m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t$")
_SECOND_MOMENT = same_in_both(r"$v_0 = 0$, $v_1 = \beta_2 v_0 + (1 - \beta_2) g_1^2$")

_BETA1 = method(
    "inverse.beta1",
    name=_ADAM,
    convention=_FIRST_MOMENT,
    equations=["beta1 = (m_t - g_t) / (m_before - g_t)"],
    defaults={"m_before": "0", "g_t": "0", "m_t": "0"},
)
_BETA2 = method(
    "inverse.beta2",
    name=_ADAM,
    convention=_SECOND_MOMENT,
    equations=["beta2 = 1 - v_1 / g_1**2"],
    defaults={"g_1": "0", "v_1": "0"},
)
_GRADIENT = method(
    "inverse.g_t",
    name=_ADAM,
    convention=_FIRST_MOMENT,
    equations=["g_t = (m_t - beta1 * m_before) / (1 - beta1)"],
    defaults={"beta1": "0.9", "m_before": "0", "m_t": "0"},
)
_GRADIENT_SIZE = method(
    "inverse.g_size",
    name=_ADAM,
    convention=_SECOND_MOMENT,
    equations=["g_size = sqrt(v_1 / (1 - beta2))"],
    defaults={"beta2": "0.999", "v_1": "0"},
)
_ALPHA = method(
    "inverse.alpha",
    name=same_in_both("Momentum"),
    convention=same_in_both(r"$v_t = \alpha v_{t-1} - \mathrm{lr} \, g_t$"),
    equations=["alpha = (v_t + lr * g_t) / v_before"],
    defaults={"lr": "0.01", "v_before": "0", "g_t": "0", "v_t": "0"},
)
_LR = method(
    "inverse.lr",
    name=same_in_both("SGD"),
    convention=same_in_both(r"$\theta_1 = \theta_0 - \mathrm{lr} \, g_1$"),
    equations=["lr = (theta0 - theta1) / g_1"],
    defaults={"theta0": "0", "g_1": "0", "theta1": "0"},
)

_TASKS = {
    "inverse.beta1": Localized(
        ja=r"Adam で1次モーメントが $m_{{t-1}} = {m_before}$ のとき、勾配 $g_t = {g_t}$ "
        r"を受け取ると"
        r" $m_t = {m_t}$ になった。減衰率 $\beta_1$ を求めよ。",
        en=r"Adam's first moment was $m_{{t-1}} = {m_before}$. The gradient $g_t = {g_t}$ made it "
        r"$m_t = {m_t}$. Find the decay rate $\beta_1$.",
    ),
    "inverse.beta2": Localized(
        ja=r"Adam の最初のステップで、勾配 $g_1 = {g_1}$ に対して2次モーメントは $v_1 = {v_1}$ に"
        r"なった。減衰率 $\beta_2$ を求めよ。",
        en=r"In Adam's first step the gradient $g_1 = {g_1}$ made the second moment "
        r"$v_1 = {v_1}$. Find the decay rate $\beta_2$.",
    ),
    "inverse.g_t": Localized(
        ja=r"Adam（$\beta_1 = {beta1}$）で1次モーメントが $m_{{t-1}} = {m_before}$ から"
        r" $m_t = {m_t}$ に変わった。このステップの勾配 $g_t$ を求めよ。",
        en=r"With Adam ($\beta_1 = {beta1}$) the first moment went from $m_{{t-1}} = {m_before}$ "
        r"to $m_t = {m_t}$. Find the gradient $g_t$ of this step.",
    ),
    "inverse.g_size": Localized(
        ja=r"Adam（$\beta_2 = {beta2}$）の最初のステップで、2次モーメントは $v_1 = {v_1}$ "
        r"になった。"
        r"勾配の大きさ $\left|g_1\right|$ を求めよ。",
        en=r"In the first step of Adam ($\beta_2 = {beta2}$) the second moment became "
        r"$v_1 = {v_1}$. Find the size $\left|g_1\right|$ of the gradient.",
    ),
    "inverse.alpha": Localized(
        ja=r"Momentum で速度が $v_{{t-1}} = {v_before}$ のとき、学習率 $\mathrm{{lr}} = {lr}$ "
        r"で勾配"
        r" $g_t = {g_t}$ を受け取ると $v_t = {v_t}$ になった。係数 $\alpha$ を求めよ。",
        en=r"With Momentum the velocity was $v_{{t-1}} = {v_before}$. At the rate "
        r"$\mathrm{{lr}} = {lr}$ the gradient $g_t = {g_t}$ made it $v_t = {v_t}$. "
        r"Find the coefficient $\alpha$.",
    ),
    "inverse.lr": Localized(
        ja=r"SGD で $\theta_0 = {theta0}$ が、勾配 $g_1 = {g_1}$ による1回の更新で"
        r" $\theta_1 = {theta1}$ になった。学習率 $\mathrm{{lr}}$ を求めよ。",
        en=r"One update of SGD with the gradient $g_1 = {g_1}$ took $\theta_0 = {theta0}$ to "
        r"$\theta_1 = {theta1}$. Find the learning rate $\mathrm{{lr}}$.",
    ),
}


def _average(beta: Fraction, before: Fraction, new: Fraction) -> Fraction:
    return beta * before + (1 - beta) * new


def _find_beta1(rates: Rates, _gradients: Gradients) -> Value:
    before, new = rates["m_before"], rates["g_t"]
    return by_false_position(lambda beta: _average(beta, before, new), rates["m_t"])


def _find_beta2(rates: Rates, _gradients: Gradients) -> Value:
    square = rates["g_1"] ** 2
    return by_false_position(lambda beta: _average(beta, Fraction(0), square), rates["v_1"])


def _find_gradient(rates: Rates, _gradients: Gradients) -> Value:
    beta, before = rates["beta1"], rates["m_before"]
    return by_false_position(lambda new: _average(beta, before, new), rates["m_t"])


def _find_gradient_size(rates: Rates, _gradients: Gradients) -> Value:
    beta = rates["beta2"]
    square = by_false_position(lambda new: _average(beta, Fraction(0), new), rates["v_1"])
    return square_root(square)


def _find_alpha(rates: Rates, _gradients: Gradients) -> Value:
    push = rates["lr"] * rates["g_t"]
    return by_false_position(lambda alpha: alpha * rates["v_before"] - push, rates["v_t"])


def _find_lr(rates: Rates, _gradients: Gradients) -> Value:
    start, gradient = rates["theta0"], rates["g_1"]
    return by_false_position(lambda lr: start - lr * gradient, rates["theta1"])


_BETAS = "0.9 0.8 3/4 0.6 0.4 0.3 0.2"
_SQUARE_BETAS = "0.99 0.96 0.9 0.8 0.75 0.64 0.6 0.2"
_WHOLE = "-7 -5 -4 -3 -2 2 3 4 6 8"
_STARTS = "-7 -5 -4 -3 -2 2"


def _moves() -> Iterator[tuple[Row, Row]]:
    """Yield a step of the first moment twice: without its β₁, and without its gradient."""
    for beta, before, new in product(*map(fractions, (_BETAS, _WHOLE, _WHOLE))):
        if before != new:
            after = _average(beta, before, new)
            yield (before, new, after), (beta, before, after)


def _first_squares() -> Iterator[tuple[Row, Row]]:
    """Yield the first second moment twice: with its gradient, and with its β₂."""
    for beta, gradient in product(fractions(_SQUARE_BETAS), range(2, 21)):
        v = (1 - beta) * gradient**2
        yield (Fraction(gradient), v), (beta, v)


def _velocities() -> Iterator[Row]:
    columns = ("0.9 0.8 0.7 0.6", "0.1 0.2", "-2 -1 1 3", _WHOLE)
    for alpha, lr, before, new in product(*map(fractions, columns)):
        yield lr, before, new, alpha * before - lr * new


def _descents() -> Iterator[Row]:
    columns = ("0.1 0.2 0.3 0.05 0.01 0.25", _STARTS, _WHOLE)
    for lr, start, gradient in product(*map(fractions, columns)):
        yield start, gradient, start - lr * gradient


def _seen(names: str, rows: Callable[[], Iterable[Row]]) -> Space:
    return Space(1, (Choice(tuple(names.split()), rows),))


def _skill(quantity: str, derive: Derivation, space: Space) -> Skill:
    found = next(m for m in METHODS if m.id == f"inverse.{quantity}")
    return Skill(
        found,
        quantity,
        _LEVEL,
        space,
        task=_TASKS[found.id],
        closed_form=derive,
        reference=by_numpy(found.id),
    )


METHODS = (_BETA1, _BETA2, _GRADIENT, _GRADIENT_SIZE, _ALPHA, _LR)

SKILLS = (
    _skill("beta1", _find_beta1, _seen("m_before g_t m_t", lambda: (row for row, _ in _moves()))),
    _skill("beta2", _find_beta2, _seen("g_1 v_1", lambda: (row for row, _ in _first_squares()))),
    _skill(
        "g_t", _find_gradient, _seen("beta1 m_before m_t", lambda: (row for _, row in _moves()))
    ),
    _skill(
        "g_size",
        _find_gradient_size,
        _seen("beta2 v_1", lambda: (row for _, row in _first_squares())),
    ),
    _skill("alpha", _find_alpha, _seen("lr v_before g_t v_t", _velocities)),
    _skill("lr", _find_lr, _seen("theta0 g_1 theta1", _descents)),
)
