"""Puzzles about where ε stands, with numbers large enough to see it.

``v`` and ``v + eps`` are both squares, so that either place gives a fraction; ``v = 1`` would hide
a forgotten root.
"""

from fractions import Fraction

from quizdeck.expressions.exact import Value, add, divide, square_root
from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy
from quizdeck.problems.space import Choice, Space, one_of
from quizdeck.text import Localized, same_in_both

_LEVEL = 3
_LARGEST_ROOT = 8
_DEFAULTS = {"lr": "0.001", "g_t": "0", "v": "0", "eps": "0.00000001"}

_OUTSIDE = method(
    "epsilon.outside",
    name=same_in_both("RMSProp"),
    convention=Localized(
        ja=r"ε は根号の外（本、Adam の論文、PyTorch）。効き方が見えるように大きな ε にしてある",
        en="ε stands outside the root (the book, the paper on Adam, PyTorch); it is this large to "
        "let its effect be seen",
    ),
    equations=["update_outside = -lr * g_t / (sqrt(v) + eps)"],
    defaults=_DEFAULTS,
)
_INSIDE = method(
    "epsilon.inside",
    name=same_in_both("RMSProp"),
    convention=Localized(
        ja=r"ε は根号の中（Ruder の解説）。効き方が見えるように大きな ε にしてある",
        en="ε stands inside the root (Ruder's overview); it is this large to let its effect be "
        "seen",
    ),
    equations=["update_inside = -lr * g_t / sqrt(v + eps)"],
    defaults=_DEFAULTS,
)

_OUTSIDE_TASK = Localized(
    ja=r"勾配の二乗の平均が $v = {v}$、勾配が $g_t = {g_t}$ のとき、$\varepsilon = {eps}$ "
    r"を根号の外に置く規約での"
    r"更新量 $\theta_t - \theta_{{t-1}}$ を求めよ（$\mathrm{{lr}} = {lr}$）。",
    en=r"The mean of squared gradients is $v = {v}$ and the gradient $g_t = {g_t}$. With "
    r"$\varepsilon = {eps}$ outside the root and $\mathrm{{lr}} = {lr}$, find the update "
    r"$\theta_t - \theta_{{t-1}}$.",
)
_INSIDE_TASK = Localized(
    ja=r"勾配の二乗の平均が $v = {v}$、勾配が $g_t = {g_t}$ のとき、$\varepsilon = {eps}$ "
    r"を根号の中に置く規約での"
    r"更新量 $\theta_t - \theta_{{t-1}}$ を求めよ（$\mathrm{{lr}} = {lr}$）。",
    en=r"The mean of squared gradients is $v = {v}$ and the gradient $g_t = {g_t}$. With "
    r"$\varepsilon = {eps}$ inside the root and $\mathrm{{lr}} = {lr}$, find the update "
    r"$\theta_t - \theta_{{t-1}}$.",
)

_SQUARES = Choice(
    ("v", "eps"),
    tuple(
        (Fraction(low**2), Fraction(high**2 - low**2))
        for high in range(2, _LARGEST_ROOT + 1)
        for low in range(2, high)
    ),
)
_SPACE = Space(
    1, (one_of("lr", "0.1 0.2 0.5 1 0.01"), one_of("g_t", "2 3 4 5 6 -2 -3 -4 -5 -6"), _SQUARES)
)


def _slope(rates: Rates, divisor: Value) -> Value:
    """Divide the gradient first and multiply by the rate last."""
    ratio = divide(rates["g_t"], divisor)
    assert isinstance(ratio, Fraction)
    return ratio * -rates["lr"]


def _outside(rates: Rates, _gradients: Gradients) -> Value:
    return _slope(rates, add(square_root(rates["v"]), rates["eps"]))


def _inside(rates: Rates, _gradients: Gradients) -> Value:
    return _slope(rates, square_root(add(rates["v"], rates["eps"])))


def _skill(method_: Method, task: Localized, derive: Derivation) -> Skill:
    return Skill(
        method_,
        method_.quantities[-1],
        _LEVEL,
        _SPACE,
        stem=method_.id,
        task=task,
        closed_form=derive,
        reference=by_numpy(method_.id),
    )


METHODS = (_OUTSIDE, _INSIDE)

SKILLS = (_skill(_OUTSIDE, _OUTSIDE_TASK, _outside), _skill(_INSIDE, _INSIDE_TASK, _inside))
