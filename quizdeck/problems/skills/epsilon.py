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
        ja="ε は根号の外に置く（Adam の論文や PyTorch と同じ位置）",
        en="ε stands outside the root, as in the paper on Adam and in PyTorch",
    ),
    equations=["update_outside = -lr * g_t / (sqrt(v) + eps)"],
    defaults=_DEFAULTS,
)
_INSIDE = method(
    "epsilon.inside",
    name=same_in_both("RMSProp"),
    convention=Localized(
        ja="ε は根号の中に置く（Ruder の解説論文と同じ位置）",
        en="ε stands inside the root, as in Ruder's overview",
    ),
    equations=["update_inside = -lr * g_t / sqrt(v + eps)"],
    defaults=_DEFAULTS,
)


def _task(place_ja: str, place_en: str) -> Localized:
    return Localized(
        ja=r"RMSProp 型の更新（バイアス補正なし）で、$g_t = {g_t}$ を取り込んだあとの"
        r"勾配の二乗の指数移動平均が $v = {v}$ である。"
        rf"$\varepsilon = {{eps}}$ を根号の{place_ja}に置くときの"
        r"更新量 $\theta_t - \theta_{{t-1}}$ を求めよ（$\mathrm{{lr}} = {lr}$）。",
        en=r"In an RMSProp-type update (no bias correction) the exponential moving average of the "
        r"squared gradients after taking in $g_t = {g_t}$ is $v = {v}$. With "
        rf"$\varepsilon = {{eps}}$ {place_en} the root and $\mathrm{{{{lr}}}} = {{lr}}$, find the "
        r"update $\theta_t - \theta_{{t-1}}$.",
    )


_OUTSIDE_TASK, _INSIDE_TASK = _task("外", "outside"), _task("中", "inside")

_SQUARES = Choice(
    ("v", "eps"),
    lambda: (
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
        method_.targets[-1],
        _LEVEL,
        _SPACE,
        stem=method_.id,
        task=task,
        closed_form=derive,
        reference=by_numpy(method_.id),
    )


METHODS = (_OUTSIDE, _INSIDE)

SKILLS = (_skill(_OUTSIDE, _OUTSIDE_TASK, _outside), _skill(_INSIDE, _INSIDE_TASK, _inside))
