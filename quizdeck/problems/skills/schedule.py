"""Puzzles about learning-rate schedules: an extra beyond the exam's optimizers.

Cosine schedules are asked at a third, a half and two thirds of the way, where the cosine is a
fraction. A decay or warm-up that is over, or has not begun, leaves nothing to compute.
"""

from fractions import Fraction

from quizdeck.expressions.exact import Value, divide, square_root
from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, Skill
from quizdeck.problems.skills.derivations import Gradients, Rates, by_numpy
from quizdeck.problems.space import Space, one_of, together
from quizdeck.text import Localized, same_in_both

_LEVEL = 4


def _schedule(name: str, formula: str, latex: str, *rates: str) -> Method:
    return method(
        f"schedule.{name}",
        name=same_in_both("SGD"),
        convention=same_in_both(latex),
        equations=[f"lr_t = {formula}"],
        defaults={"lr": "0.1", **dict.fromkeys(rates, "1")},
        is_advanced=True,
    )


_STEP = _schedule(
    "step",
    "lr * gamma**floor(t / S)",
    r"$\mathrm{lr}_t = \mathrm{lr} \, \gamma^{\lfloor t/S \rfloor}$",
    "gamma",
    "S",
)
_EXPONENTIAL = _schedule(
    "exponential", "lr * gamma**t", r"$\mathrm{lr}_t = \mathrm{lr} \, \gamma^t$", "gamma"
)
_COSINE = _schedule(
    "cosine",
    "lr_min + (lr - lr_min) * (1 + cos_pi(t / T)) / 2",
    r"$\mathrm{lr}_t = \mathrm{lr}_{\min} + \frac{1}{2} (\mathrm{lr} - \mathrm{lr}_{\min})"
    r"\left(1 + \cos\frac{\pi t}{T}\right)$",
    "lr_min",
    "T",
)
_ROOT = _schedule("root", "lr / sqrt(t)", r"$\mathrm{lr}_t = \mathrm{lr} / \sqrt{t}$")
_WARMUP = _schedule(
    "warmup",
    "lr * t / T",
    r"$\mathrm{lr}_t = \mathrm{lr} \cdot t / T$ ($t \le T$)",
    "T",
)


def _task(ja: str, en: str) -> Localized:
    asked_ja = r"$t = {t}$ のときの学習率 $\mathrm{{lr}}_t$ を求めよ。"
    return Localized(
        ja=f"【発展】{ja}{asked_ja}",
        en=rf"(Advanced) {en} Find the learning rate $\mathrm{{{{lr}}}}_t$ at step $t = {{t}}$.",
    )


_TASKS = {
    "step": _task(
        r"初期値 $\mathrm{{lr}} = {lr}$ から、$S = {S}$ ステップごとに $\gamma = {gamma}$ "
        r"倍に下げる（step decay）。",
        r"Step decay multiplies the rate, $\mathrm{{lr}} = {lr}$ at first, by $\gamma = {gamma}$ "
        r"every $S = {S}$ steps.",
    ),
    "exponential": _task(
        r"初期値 $\mathrm{{lr}} = {lr}$ から、毎ステップ $\gamma = {gamma}$ "
        r"倍に下げる（exponential decay）。",
        r"Exponential decay multiplies the rate, $\mathrm{{lr}} = {lr}$ at first, by "
        r"$\gamma = {gamma}$ every step.",
    ),
    "cosine": _task(
        r"$\mathrm{{lr}} = {lr}$ から $\mathrm{{lr}}_{{\min}} = {lr_min}$ まで、$T = {T}$ "
        r"ステップの"
        r"コサインで下げる（cosine annealing）。",
        r"Cosine annealing lowers the rate from $\mathrm{{lr}} = {lr}$ to "
        r"$\mathrm{{lr}}_{{\min}} = {lr_min}$ over $T = {T}$ steps.",
    ),
    "root": _task(
        r"$\mathrm{{lr}} = {lr}$ を $\sqrt{{t}}$ で割って下げていく。",
        r"The rate $\mathrm{{lr}} = {lr}$ is divided by $\sqrt{{t}}$.",
    ),
    "warmup": _task(
        r"$T = {T}$ ステップかけて $\mathrm{{lr}} = {lr}$ まで直線的に上げる（linear warm-up）。",
        r"Linear warm-up raises the rate to $\mathrm{{lr}} = {lr}$ over $T = {T}$ steps.",
    ),
}


def _step_by_step(rates: Rates, _gradients: Gradients) -> Value:
    """Walk through the steps and multiply at every multiple of the period."""
    rate, period = rates["lr"], int(rates.get("S", 1))
    for step in range(1, int(rates["t"]) + 1):
        rate *= rates["gamma"] if step % period == 0 else 1
    return rate


def _half_angle(rates: Rates, _gradients: Gradients) -> Value:
    """Mix the two rates by cos² of half the angle: (1 + cos φ) / 2 = cos² (φ/2)."""
    squares = {Fraction(1, 3): Fraction(3, 4), Fraction(1, 2): Fraction(1, 2)}
    share = squares.get(rates["t"] / rates["T"], Fraction(1, 4))
    return share * rates["lr"] + (1 - share) * rates["lr_min"]


def _root(rates: Rates, _gradients: Gradients) -> Value:
    return square_root(divide(rates["lr"] ** 2, rates["t"]))


def _equal_rises(rates: Rates, _gradients: Gradients) -> Value:
    return sum((rates["lr"] / rates["T"] for _ in range(int(rates["t"]))), Fraction(0))


_LR = one_of("lr", "0.1 0.01 0.2 0.5 0.4 0.8 1")
_NICE_PARTS = ((1, 3), (1, 2), (2, 3))
_THIRDS = together(
    "t T",
    tuple(f"{part * T // whole} {T}" for T in (6, 12, 30, 60, 90) for part, whole in _NICE_PARTS),
)
_RISES = together(
    "t T", tuple(f"{t} {T}" for T in (5, 8, 10, 20, 50, 100) for t in (2, 3, 4, 6, 7, 12) if t < T)
)
_SPACES = {
    "step": (
        one_of("lr", "0.1 0.01 0.2 0.5 1"),
        one_of("gamma", "0.1 0.2 0.8 0.9 0.6"),
        one_of("S", "2 3 4"),
        one_of("t", "5 6 7 8 9 10 11 13"),
    ),
    "exponential": (_LR, one_of("gamma", "0.9 0.8 0.7 0.6 0.3 0.2"), one_of("t", "2 3 4")),
    "cosine": (
        one_of("lr", "0.1 0.2 0.3 0.5 0.8 1"),
        one_of("lr_min", "0.01 0.02 0.04 0.06"),
        _THIRDS,
    ),
    "root": (
        one_of("lr", "0.1 0.01 0.2 0.3 0.5 0.6 0.8 0.9 1 1.2 2"),
        one_of("t", "4 9 16 25 36 49 64 100"),
    ),
    "warmup": (_LR, _RISES),
}


def _skill(method_: Method, derive: Derivation) -> Skill:
    name = method_.id.partition(".")[2]
    return Skill(
        method_,
        "lr_t",
        _LEVEL,
        Space(1, _SPACES[name]),
        stem=method_.id,
        task=_TASKS[name],
        closed_form=derive,
        reference=by_numpy(method_.id),
    )


METHODS = (_STEP, _EXPONENTIAL, _COSINE, _ROOT, _WARMUP)

SKILLS = (
    _skill(_EXPONENTIAL, _step_by_step),
    _skill(_STEP, _step_by_step),
    _skill(_ROOT, _root),
    _skill(_WARMUP, _equal_rises),
    _skill(_COSINE, _half_angle),
)
