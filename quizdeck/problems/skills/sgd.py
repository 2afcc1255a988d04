"""Skills with plain gradient descent, on functions whose gradient is to be found first.

The update for a given gradient is one multiplication; it is not asked by itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from quizdeck.optimizers.method import Method
from quizdeck.optimizers.sgd import BOOK
from quizdeck.problems.skill import FloatDerivation, Skill
from quizdeck.problems.space import Choice, Space, fractions, one_of
from quizdeck.text import Localized

Rates = Mapping[str, Fraction]
FloatRates = Mapping[str, float]


def _descending(id_: str, gradient: str, *names: str) -> Method:
    """Return SGD with a first line that computes the gradient from other given numbers."""
    return replace(
        BOOK,
        id=id_,
        lines=(gradient, *BOOK.lines),
        rates={**dict.fromkeys(names, "1"), **BOOK.rates},
    )


PARABOLA = _descending("sgd.parabola", "g = k * theta", "k")
BOWL = _descending("sgd.bowl", "g = 2 * theta / c", "c")
BATCH = _descending("sgd.batch", "g = G / m", "m", "G")


def _shrunk_by_curvature(rates: Rates, gradients: Sequence[Fraction]) -> Fraction:
    return (1 - rates["lr"] * rates["k"]) ** len(gradients) * rates["theta0"]


def _shrunk_in_the_bowl(rates: Rates, gradients: Sequence[Fraction]) -> Fraction:
    return ((rates["c"] - 2 * rates["lr"]) / rates["c"]) ** len(gradients) * rates["theta0"]


def _moved_by_the_batch(rates: Rates, _gradients: Sequence[Fraction]) -> Fraction:
    return (rates["m"] * rates["theta0"] - rates["lr"] * rates["G"]) / rates["m"]


def _walked(slope: Callable[[FloatRates, float], float]) -> FloatDerivation:
    def walk(rates: FloatRates, gradients: Sequence[float]) -> float:
        # NumPy takes longer to load than all that a shell prompt asks for
        from quizdeck.optimizers.numpy_reference.momentum import SGD  # noqa: PLC0415

        optimizer, params = SGD(lr=rates["lr"]), {"theta": rates["theta0"]}
        for _ in gradients:
            optimizer.update(params, {"theta": slope(rates, params["theta"])})
        return float(params["theta"])

    return walk


def _task(function: str) -> Localized:
    return Localized(
        ja=f"SGD で ${function}$ を最小化する。"
        "{t}回更新したあとの値 $\\theta_{t}$ を求めよ（$t = {t}$）。",
        en=f"SGD minimises ${function}$. "
        "Find $\\theta_{t}$, the value after {updates} ($t = {t}$).",
    )


_PARABOLA_TASK = _task(r"f(\theta) = \frac{{1}}{{2}} k \theta^2")
_BOWL_TASK = _task(r"f(\theta) = \frac{{\theta^2}}{{c}}")
_BATCH_TASK = Localized(
    ja="大きさ $m$ のミニバッチで、サンプルごとの勾配の和は $G$ であった。"
    "損失はミニバッチの平均である。"
    "SGD で{t}回更新したあとの値 $\\theta_{t}$ を求めよ（$t = {t}$）。",
    en="In a mini-batch of size $m$ the gradients of the samples add up to $G$; the loss is the "
    "mean over the batch. With SGD, find $\\theta_{t}$, the value after {updates} ($t = {t}$).",
)


# A rate of 2 / k or more would diverge.
_CURVATURES_AND_RATES = Choice(
    ("k", "lr"),
    lambda: (
        (k, lr)
        for k in fractions("2 3 4 5 6 8")
        for lr in fractions("0.1 0.2 0.05 0.01 0.02 0.3")
        if lr * k < 2  # noqa: PLR2004
    ),
)


def _parabola(steps: int) -> Skill:
    space = Space(
        steps,
        (
            one_of("theta0", "1 -1 2 -2 3 -3 4 -4 5 -5 6 -6 7 -7 8 -8 9 -9"),
            _CURVATURES_AND_RATES,
        ),
    )
    return Skill(
        PARABOLA,
        "theta",
        steps,
        space,
        task=_PARABOLA_TASK,
        closed_form=_shrunk_by_curvature,
        reference=_walked(lambda rates, theta: rates["k"] * theta),
    )


def _bowl(steps: int) -> Skill:
    space = Space(
        steps,
        (
            one_of("c", "4 5 8 10 20"),
            one_of("theta0", "1 -1 2 -2 3 -3 4 -4 5 -5 6 -6 7 -7 8 -8 9 -9"),
            one_of("lr", "0.1 0.2 0.3 0.5 2"),
        ),
    )
    return Skill(
        BOWL,
        "theta",
        steps,
        space,
        stem="sgd.bowl.theta",
        task=_BOWL_TASK,
        closed_form=_shrunk_in_the_bowl,
        reference=_walked(lambda rates, theta: 2 * theta / rates["c"]),
    )


_BATCH_SKILL = Skill(
    BATCH,
    "theta",
    1,
    Space(
        1,
        (
            one_of("m", "4 5 8 10"),
            one_of("G", "2 -2 3 -3 6 -6 8 -8 12 -12 20 -20 24 -24 30 -30"),
            one_of("theta0", "1 -1 2 -2 3 -3 0.5 -0.5"),
            one_of("lr", "0.1 0.2 0.5 0.05"),
        ),
    ),
    stem="sgd.batch.theta",
    task=_BATCH_TASK,
    closed_form=_moved_by_the_batch,
    reference=_walked(lambda rates, _theta: rates["G"] / rates["m"]),
)

SKILLS = (
    *(_parabola(t) for t in (1, 2)),
    *(_bowl(t) for t in (1, 2)),
    _BATCH_SKILL,
)
