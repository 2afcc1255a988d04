"""Puzzles about the largest learning rate that does not diverge.

Methods that normalise the gradient have no such limit, so only SGD and Momentum are asked. Equal
curvatures would hide which direction decides.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations

from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_false_position, by_numpy
from quizdeck.problems.space import Choice, Space, fractions, one_of
from quizdeck.text import Localized, same_in_both

_STEP = same_in_both(r"$\theta_t = \theta_{t-1} - \mathrm{lr} \, g_t$")
_SGD = method(
    "stability.sgd",
    name=same_in_both("SGD"),
    convention=_STEP,
    equations=["k_max = max(k_1, k_2)", "lr_max = 2 / k_max"],
    defaults={"k_1": "0.1", "k_2": "2"},
)
_BOWL = method(
    "stability.bowl",
    name=same_in_both("SGD"),
    convention=_STEP,
    equations=["k_bowl = max(2 / a, 2 / b)", "lr_bowl = 2 / k_bowl"],
    defaults={"a": "20", "b": "1"},
)
_MOMENTUM = method(
    "stability.momentum",
    name=same_in_both("Momentum"),
    convention=same_in_both(
        r"$v_t = \alpha v_{t-1} - \mathrm{lr} \, g_t$, $\theta_t = \theta_{t-1} + v_t$"
    ),
    equations=["k_steep = max(k_1, k_2)", "lr_momentum = 2 * (1 + alpha) / k_steep"],
    defaults={"k_1": "0.1", "k_2": "2", "alpha": "0.9"},
)

_SGD_TASK = Localized(
    ja=r"$f(x, y) = \frac{{1}}{{2}} (k_1 x^2 + k_2 y^2)$（$k_1 = {k_1}$, $k_2 = {k_2}$）を SGD "
    r"で最小化する。"
    r"どちらの成分も発散しない学習率の上限を求めよ"
    r"（上限ちょうどでは振動が続き、収束しない）。",
    en=r"SGD minimises $f(x, y) = \frac{{1}}{{2}} (k_1 x^2 + k_2 y^2)$ with $k_1 = {k_1}$, "
    r"$k_2 = {k_2}$. Find the upper limit of the rates at which neither coordinate diverges "
    r"(at the limit a coordinate oscillates without converging).",
)
_BOWL_TASK = Localized(
    ja=r"$f(x, y) = x^2 / a + y^2 / b$（$a = {a}$, $b = {b}$）を SGD で最小化する。"
    r"どちらの成分も発散しない学習率の上限を求めよ"
    r"（上限ちょうどでは振動が続き、収束しない）。",
    en=r"SGD minimises $f(x, y) = x^2 / a + y^2 / b$ with $a = {a}$, $b = {b}$. "
    r"Find the upper limit of the rates at which neither coordinate diverges "
    r"(at the limit a coordinate oscillates without converging).",
)
_MOMENTUM_TASK = Localized(
    ja=r"$f(x, y) = \frac{{1}}{{2}} (k_1 x^2 + k_2 y^2)$（$k_1 = {k_1}$, $k_2 = {k_2}$）を Momentum"
    r"（$\alpha = {alpha}$）で最小化する。どちらの成分も発散しない学習率の上限を求めよ"
    r"（上限ちょうどでは振動が続き、収束しない）。",
    en=r"Momentum with $\alpha = {alpha}$ minimises "
    r"$f(x, y) = \frac{{1}}{{2}} (k_1 x^2 + k_2 y^2)$ "
    r"with $k_1 = {k_1}$, $k_2 = {k_2}$. Find the upper limit of the rates at which neither "
    r"coordinate diverges (at the limit a coordinate oscillates without converging).",
)

_CURVATURES = "0.1 0.2 0.4 0.5 1 2 4 5 8 10 16 20"
_WIDTHS = "0.5 1 2 3 4 5 6 8 10 12 20 0.2"


def _unequal(names: str, values: str) -> Choice:
    return Choice(tuple(names.split()), lambda: permutations(fractions(values), 2))


def _first_to_flip(
    factor: Callable[[Fraction, Fraction], Fraction], curvatures: tuple[Fraction, ...]
) -> Fraction:
    """Return the least rate at which ``factor(lr, k)`` of a step is -1 in some coordinate."""
    return min(
        by_false_position(lambda lr, k=k: factor(lr, k), Fraction(-1))  # type: ignore[misc]
        for k in curvatures
    )


def _sgd_limit(rates: Rates, _gradients: Gradients) -> Fraction:
    return _first_to_flip(lambda lr, k: 1 - lr * k, (rates["k_1"], rates["k_2"]))


def _bowl_limit(rates: Rates, _gradients: Gradients) -> Fraction:
    return _first_to_flip(lambda lr, k: 1 - lr * k, (2 / rates["a"], 2 / rates["b"]))


def _momentum_limit(rates: Rates, _gradients: Gradients) -> Fraction:
    """Solve z² - (1 + α - lr k) z + α = 0 at z = -1, the first root to leave the circle."""
    alpha = rates["alpha"]
    return _first_to_flip(lambda lr, k: 1 + alpha - lr * k + alpha, (rates["k_1"], rates["k_2"]))


def _skill(method_: Method, level: int, task: Localized, space: Space, derive: Derivation) -> Skill:
    return Skill(
        method_,
        method_.targets[-1],
        level,
        space,
        stem=method_.id,
        task=task,
        closed_form=derive,
        reference=by_numpy(method_.id),
    )


METHODS = (_SGD, _BOWL, _MOMENTUM)

_SPACE = Space(1, (_unequal("k_1 k_2", _CURVATURES),))
_BOWL_SPACE = Space(1, (_unequal("a b", _WIDTHS),))
_MOMENTUM_SPACE = Space(
    1, (_unequal("k_1 k_2", _CURVATURES), one_of("alpha", "0.9 0.8 0.6 0.5 0.4"))
)

SKILLS = (
    _skill(_SGD, 4, _SGD_TASK, _SPACE, _sgd_limit),
    _skill(_BOWL, 5, _BOWL_TASK, _BOWL_SPACE, _bowl_limit),
    _skill(_MOMENTUM, 5, _MOMENTUM_TASK, _MOMENTUM_SPACE, _momentum_limit),
)
