"""Puzzles that compare two steps as one number.

Adam's and AdaGrad's first steps have the same length in every coordinate, whatever the gradient:
their ratio is always 1 and is not asked. Without bias correction only ``t = 1`` and ``t = 2`` give
roots that are fractions.
"""

from fractions import Fraction

from quizdeck.expressions.exact import Value, divide, square_root
from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy
from quizdeck.problems.space import Space, one_of
from quizdeck.text import Localized, same_in_both

_UNCORRECTED = method(
    "compare.uncorrected",
    name=same_in_both("Adam"),
    convention=Localized(
        ja=r"$m_0 = v_0 = 0$, $m_t \ne 0$。"
        r"補正あり $\mathrm{lr} \, \hat{m}_t / \sqrt{\hat{v}_t}$、補正なし "
        r"$\mathrm{lr} \, m_t / \sqrt{v_t}$。"
        r"$\varepsilon = 0$",
        en=r"$m_0 = v_0 = 0$, $m_t \ne 0$; "
        r"corrected $\mathrm{lr} \, \hat{m}_t / \sqrt{\hat{v}_t}$, uncorrected "
        r"$\mathrm{lr} \, m_t / \sqrt{v_t}$; $\varepsilon = 0$",
    ),
    equations=["ratio_uncorrected = (1 - beta1**t) / sqrt(1 - beta2**t)"],
    defaults={"beta1": "0.9", "beta2": "0.999"},
)
_FIRST_STEPS = method(
    "compare.first_steps",
    name=same_in_both("RMSProp"),
    convention=Localized(
        ja=r"RMSProp は $h_0 = 0$, $h_1 = \rho h_0 + (1 - \rho) g_1^2$ で補正なし、Adam "
        r"は $m_0 = v_0 = 0$ で補正あり、$\varepsilon = 0$",
        en=r"RMSProp: $h_0 = 0$, $h_1 = \rho h_0 + (1 - \rho) g_1^2$, no correction; Adam: "
        r"$m_0 = v_0 = 0$, with correction; $\varepsilon = 0$",
    ),
    equations=["ratio_first = lr / (sqrt(1 - rho) * lr_adam)"],
    defaults={"lr": "0.01", "rho": "0.99", "lr_adam": "0.001"},
)
_VALLEY = method(
    "compare.valley",
    name=same_in_both("SGD"),
    convention=Localized(
        ja=r"$\Delta x$, $\Delta y$ は、この更新での $x$, $y$ の変化量",
        en=r"$\Delta x$ and $\Delta y$ are the changes of $x$ and $y$ in this update",
    ),
    equations=["ratio_valley = k_1 * x0 / (k_2 * y0)"],
    defaults={"k_1": "0.1", "k_2": "2", "x0": "1", "y0": "1"},
)

_UNCORRECTED_TASK = Localized(
    ja=r"Adam（$\beta_1 = {beta1}$, $\beta_2 = {beta2}$）でバイアス補正を忘れると、$t = {t}$ "
    r"の更新量は"
    r"正しい更新量の何倍になるか。",
    en=r"Adam ($\beta_1 = {beta1}$, $\beta_2 = {beta2}$) is run without bias correction. What is "
    r"(the uncorrected update) / (the corrected update) at step $t = {t}$?",
)
_FIRST_STEPS_TASK = Localized(
    ja=r"RMSProp（$\rho = {rho}$, $\mathrm{{lr}} = {lr}$）と Adam"
    r"（$\mathrm{{lr}}_{{\mathrm{{Adam}}}} = {lr_adam}$）が、0 でない同じ勾配から始める。"
    r"RMSProp の最初の更新量は、Adam の最初の更新量の何倍か。",
    en=r"RMSProp ($\rho = {rho}$, $\mathrm{{lr}} = {lr}$) and Adam "
    r"($\mathrm{{lr}}_{{\mathrm{{Adam}}}} = {lr_adam}$) start with the same non-zero gradient. "
    r"What is (RMSProp's first update) / (Adam's first update)?",
)
_VALLEY_TASK = Localized(
    ja=r"$f(x, y) = \frac{{1}}{{2}} (k_1 x^2 + k_2 y^2)$（$k_1 = {k_1}$, $k_2 = {k_2}$）を"
    r"最小化するため、点 $x_0 = {x0}$, $y_0 = {y0}$ から、"
    r"どちらの成分も同じ学習率の SGD で1回だけ更新する。"
    r"大きさの比 $\left|\Delta x\right| / \left|\Delta y\right|$ を求めよ。",
    en=r"SGD takes one step on $f(x, y) = \frac{{1}}{{2}} (k_1 x^2 + k_2 y^2)$ with $k_1 = {k_1}$, "
    r"$k_2 = {k_2}$ from the point $x_0 = {x0}$, $y_0 = {y0}$, "
    r"with the same learning rate for both coordinates. "
    r"Find the ratio of sizes $\left|\Delta x\right| / \left|\Delta y\right|$.",
)

_BETA1 = one_of("beta1", "0.9 0.8 0.7 0.6 0.5 0.4 0.3 0.2 3/4 2/3 1/3 1/4")
_BETA2 = {
    1: one_of("beta2", "0.19 0.36 0.51 0.64 3/4 0.84 0.91 0.96 0.99 8/9 5/9 15/16 7/16"),
    2: one_of("beta2", "0.6 0.8 0.28 0.96 5/13 12/13 8/17 15/17 20/29 21/29"),
}
_ROOTED = "0.36 0.64 3/4 0.84 0.91 0.96 0.99 8/9 5/9 15/16"


def _ratio_of_averages(rates: Rates, gradients: Gradients) -> Value:
    """Divide the two updates for a gradient that stays 1, where both corrected averages are 1."""
    m = v = Fraction(0)
    for _ in gradients:
        m = rates["beta1"] * m + (1 - rates["beta1"])
        v = rates["beta2"] * v + (1 - rates["beta2"])
    return divide(m, square_root(v))


def _ratio_of_first_steps(rates: Rates, _gradients: Gradients) -> Value:
    gradient = Fraction(3)
    h = (1 - rates["rho"]) * gradient**2
    rmsprop = divide(rates["lr"] * gradient, square_root(h))
    return divide(rmsprop, rates["lr_adam"])


def _ratio_of_moves(rates: Rates, _gradients: Gradients) -> Value:
    lr = Fraction(1, 7)
    x, y = rates["x0"], rates["y0"]
    return (x - (1 - lr * rates["k_1"]) * x) / (y - (1 - lr * rates["k_2"]) * y)


def _skill(method_: Method, level: int, task: Localized, space: Space, derive: Derivation) -> Skill:
    return Skill(
        method_,
        method_.targets[0],
        level,
        space,
        stem=method_.id,
        task=task,
        closed_form=derive,
        reference=by_numpy(method_.id),
    )


_FIRST_STEPS_SPACE = Space(
    1,
    (
        one_of("lr", "0.01 0.02 0.05 0.001 0.002"),
        one_of("rho", _ROOTED),
        one_of("lr_adam", "0.001 0.003 0.004 0.01 0.03"),
    ),
)
_VALLEY_SPACE = Space(
    1,
    (
        one_of("k_1", "0.1 0.2 0.5 1 2"),
        one_of("k_2", "1 2 4 5 10"),
        one_of("x0", "2 3 5 6 7 8"),
        one_of("y0", "1 2 3 4 5"),
    ),
)

METHODS = (_UNCORRECTED, _FIRST_STEPS, _VALLEY)

SKILLS = (
    _skill(_FIRST_STEPS, 5, _FIRST_STEPS_TASK, _FIRST_STEPS_SPACE, _ratio_of_first_steps),
    _skill(_VALLEY, 4, _VALLEY_TASK, _VALLEY_SPACE, _ratio_of_moves),
    *(
        _skill(
            _UNCORRECTED,
            t + 3,
            _UNCORRECTED_TASK,
            Space(t, (_BETA1, _BETA2[t])),
            _ratio_of_averages,
        )
        for t in (1, 2)
    ),
)
