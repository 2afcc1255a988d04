"""Puzzles about L2 regularisation inside the gradient against AdamW's separate decay.

Only Adam's first step is asked, where the moments leave nothing but the sign of the gradient. With
AdamW the decay is large enough to turn that sign if it were mixed in, or mixing it in would look
like forgetting it.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from quizdeck.expressions.exact import Value, divide, square_root
from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy
from quizdeck.problems.space import Choice, Space, fractions, one_of
from quizdeck.text import Localized, same_in_both

_LEVEL = 3
_DEFAULTS = {"lr": "0.001", "weight_decay": "0.01", "theta0": "0", "g_1": "0"}

_ADAM = Localized(
    ja=r"$m_0 = v_0 = 0$、バイアス補正あり、$\varepsilon = 0$。"
    r"最初の更新は $\beta_1$, $\beta_2$ によらない",
    en=r"$m_0 = v_0 = 0$, with bias correction, $\varepsilon = 0$; the first update does not "
    r"depend on $\beta_1$, $\beta_2$",
)
_L2 = method(
    "weight_decay.l2",
    name=same_in_both("Adam"),
    convention=Localized(
        ja=r"損失に $\frac{\lambda}{2} \theta^2$ を加え、その勾配を含めて Adam に渡す。"
        rf"{_ADAM.ja}",
        en=r"$\frac{\lambda}{2} \theta^2$ is added to the loss and its gradient goes into Adam; "
        rf"{_ADAM.en}",
    ),
    equations=["g_l2 = g_1 + weight_decay * theta0", "step_l2 = -lr * g_l2 / abs(g_l2)"],
    defaults=_DEFAULTS,
    is_advanced=True,
)
_ADAMW = method(
    "weight_decay.adamw",
    name=same_in_both("AdamW"),
    convention=Localized(
        ja=r"重み減衰 $\mathrm{lr} \, \lambda \theta$ は Adam の更新とは別に引く（PyTorch の "
        rf"AdamW）。{_ADAM.ja}",
        en=r"the decay $\mathrm{lr} \, \lambda \theta$ is subtracted apart from Adam's update "
        rf"(PyTorch's AdamW); {_ADAM.en}",
    ),
    equations=["step_adamw = -lr * g_1 / abs(g_1) - lr * weight_decay * theta0"],
    defaults=_DEFAULTS,
    is_advanced=True,
)

_GIVEN = r"$\mathrm{{lr}} = {lr}$, $\lambda = {weight_decay}$, $\theta_0 = {theta0}$, $g_1 = {g_1}$"
_L2_TASK = Localized(
    ja=rf"L2 正則化を勾配に混ぜた Adam の最初の更新量 $\theta_1 - \theta_0$ を求めよ。ただし "
    rf"{_GIVEN}"
    r"（$g_1$ は正則化項を除いた損失の勾配）とする。",
    en=r"Find the first update $\theta_1 - \theta_0$ of Adam with L2 regularisation mixed into the "
    rf"gradient: {_GIVEN}, where $g_1$ is the gradient of the loss without the penalty.",
)
_ADAMW_TASK = Localized(
    ja=rf"AdamW の最初の更新量 $\theta_1 - \theta_0$ を求めよ。ただし {_GIVEN}"
    r"（$g_1$ は損失の勾配）とする。",
    en=rf"Find the first update $\theta_1 - \theta_0$ of AdamW: {_GIVEN}, where $g_1$ is the "
    r"gradient of the loss.",
)

_LR = one_of("lr", "0.1 0.01 0.2 0.05 0.001")
_L2_SPACE = Space(
    1,
    (
        _LR,
        one_of("weight_decay", "0.1 0.2 0.05 0.02"),
        one_of("theta0", "1 2 3 4 5 -1 -2 -3 -4 -5"),
        one_of("g_1", "0.03 0.07 0.13 0.35 2 3 -0.03 -0.07 -0.13 -0.35 -2 -3"),
    ),
)


def _turned() -> Iterator[tuple[Fraction, ...]]:
    """Yield λ, θ_0 and g_1 where λθ_0 mixed in would turn the sign of the gradient."""
    decays, sizes = fractions("0.1 0.2 0.05 0.4"), fractions("0.1 0.15 0.3 0.5 0.6 0.8")
    for decay, theta, size in product(decays, fractions("1 2 3 4 5 -1 -2 -3 -4 -5"), sizes):
        if decay * abs(theta) > size:
            yield decay, theta, -size if theta > 0 else size


_ADAMW_SPACE = Space(1, (_LR, Choice(("weight_decay", "theta0", "g_1"), _turned)))


def _normalised(lr: Fraction, gradient: Fraction) -> Value:
    """Return Adam's first step from its corrected moments, the gradient and its square."""
    return divide(-lr * gradient, square_root(gradient * gradient))


def _l2_step(rates: Rates, _gradients: Gradients) -> Value:
    return _normalised(rates["lr"], rates["g_1"] + rates["weight_decay"] * rates["theta0"])


def _adamw_step(rates: Rates, _gradients: Gradients) -> Value:
    """Shrink θ first, take Adam's step from there, and subtract the start."""
    start, step = rates["theta0"], _normalised(rates["lr"], rates["g_1"])
    assert isinstance(step, Fraction)
    return (1 - rates["lr"] * rates["weight_decay"]) * start + step - start


def _skill(method_: Method, task: Localized, space: Space, derive: Derivation) -> Skill:
    return Skill(
        method_,
        method_.targets[-1],
        _LEVEL,
        space,
        stem=method_.id,
        task=task,
        closed_form=derive,
        reference=by_numpy(method_.id),
    )


METHODS = (_L2, _ADAMW)

SKILLS = (
    _skill(_L2, _L2_TASK, _L2_SPACE, _l2_step),
    _skill(_ADAMW, _ADAMW_TASK, _ADAMW_SPACE, _adamw_step),
)
