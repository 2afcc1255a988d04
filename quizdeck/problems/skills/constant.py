"""Puzzles about AdaGrad under a gradient that never changes.

Adam's and RMSProp's steps tend to lr there, so only AdaGrad's shrinking step asks for anything.
"""

from fractions import Fraction

from quizdeck.expressions.exact import Value, divide, square_root
from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy, first_step_that
from quizdeck.problems.space import Choice, Space, fractions, one_of
from quizdeck.text import Localized, same_in_both

_LEVEL = 4
_CONVENTION = same_in_both(
    r"$h_0 = 0$, $h_t = h_{t-1} + g^2$, $\theta_t = \theta_{t-1} - \mathrm{lr} \, g / \sqrt{h_t}$, "
    r"$\varepsilon = 0$"
)

_STEP = method(
    "constant.step",
    name=same_in_both("AdaGrad"),
    convention=_CONVENTION,
    equations=["h_t = t * g_1**2", "step_size = lr * abs(g_1) / sqrt(h_t)"],
    defaults={"lr": "0.01", "g_1": "1"},
)
_WHEN = method(
    "constant.when",
    name=same_in_both("AdaGrad"),
    convention=_CONVENTION,
    equations=["t_size = (lr / d)**2"],
    defaults={"lr": "0.01", "d": "0.001"},
)

_STEP_TASK = Localized(
    ja=r"AdaGrad（$\mathrm{{lr}} = {lr}$）で、勾配が常に $g = {g_1}$ である。$t = {t}$ "
    r"のときの更新量の"
    r"大きさ $\left|\theta_t - \theta_{{t-1}}\right|$ を求めよ。",
    en=r"With AdaGrad ($\mathrm{{lr}} = {lr}$) the gradient is always $g = {g_1}$. Find the "
    r"size $\left|\theta_t - \theta_{{t-1}}\right|$ of the update at step $t = {t}$.",
)
_WHEN_TASK = Localized(
    ja=r"AdaGrad（$\mathrm{{lr}} = {lr}$）で、勾配が常に同じ値 $g \ne 0$ である。更新量の大きさが "
    r"$d = {d}$ になる"
    r"ステップ $t$ を求めよ。",
    en=r"With AdaGrad ($\mathrm{{lr}} = {lr}$) the gradient is always the same $g \ne 0$. At which "
    r"step $t$ does the update have the size $d = {d}$?",
)

_LR = "0.1 0.2 0.3 0.5 0.6 0.9 0.01 0.02 0.05 1 1.2 1.5 2"
_STEP_SPACE = Space(
    1,
    (
        one_of("lr", "0.1 0.2 0.3 0.6 0.01 0.05 1"),
        one_of("g_1", "2 3 5 7 -2 -3 -5 -7"),
        one_of("t", "4 9 16 25 36 49"),
    ),
)
_WHEN_SPACE = Space(
    1,
    (Choice(("lr", "d"), lambda: ((lr, lr / k) for lr in fractions(_LR) for k in range(2, 11))),),
)


def _one_over_root(rates: Rates, _gradients: Gradients) -> Value:
    return divide(rates["lr"], square_root(rates["t"]))


def _walk_until(rates: Rates, _gradients: Gradients) -> Value:
    """Add up squares until the update is as small as asked."""
    h, gradient = Fraction(0), Fraction(3)

    def is_reached(_t: int) -> bool:
        nonlocal h
        h += gradient**2
        return (rates["lr"] * gradient) ** 2 <= rates["d"] ** 2 * h

    return first_step_that(is_reached)


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
        is_whole=method_ is _WHEN,
    )


METHODS = (_STEP, _WHEN)

SKILLS = (
    _skill(_STEP, _STEP_TASK, _STEP_SPACE, _one_over_root),
    _skill(_WHEN, _WHEN_TASK, _WHEN_SPACE, _walk_until),
)
