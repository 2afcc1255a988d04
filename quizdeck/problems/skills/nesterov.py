"""Skills with Nesterov's accelerated gradient, in both coordinates.

From rest the first step looks ahead to where it stands, which makes it SGD; so a single step begins
with a velocity, and two steps begin from rest. The book's form begins at its second step for the
same reason.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from quizdeck.optimizers.method import PARAMETER
from quizdeck.optimizers.nesterov import BOOK, LOOKAHEAD
from quizdeck.problems.skill import FloatDerivation, Skill
from quizdeck.problems.space import Space, one_of, whole_gradients
from quizdeck.text import Localized

Rates = Mapping[str, Fraction]
FloatRates = Mapping[str, float]

PARABOLA = replace(
    LOOKAHEAD,
    id="nesterov.parabola",
    lines=("p = theta + alpha * v", "g = k * p", *LOOKAHEAD.lines),
    rates={"k": "1", **LOOKAHEAD.rates},
    gradient_point=PARAMETER,
    convention=Localized(
        ja="速度 v は −lr·g を取り込み、θ には v を足す。α は前回の速度に掛かる係数。"
        "勾配 g は先読み点 p で求める",
        en="the velocity v takes in −lr·g, and v is added to θ; α multiplies the previous "
        "velocity; the gradient g is taken at the look-ahead point p",
    ),
)


def _slope_ahead(rates: Rates, _gradients: Sequence[Fraction]) -> Fraction:
    return rates["k"] * rates["theta0"] + rates["k"] * rates["alpha"] * rates["v0"]


def _velocity(rates: Rates, gradients: Sequence[Fraction]) -> Fraction:
    return _position(rates, gradients) - rates["theta0"]


def _position(rates: Rates, gradients: Sequence[Fraction]) -> Fraction:
    """Return θ_t from the form without v: each look-ahead point shrinks by ``1 - lr k``."""
    here, before = rates["theta0"], rates["theta0"] - rates.get("v0", Fraction(0))
    for _ in gradients:
        ahead = here + rates["alpha"] * (here - before)
        here, before = (1 - rates["lr"] * rates["k"]) * ahead, here
    return here


def _walked(asked: Callable[[float, float, float], float]) -> FloatDerivation:
    """Return what ``asked`` picks from θ, v and the last gradient of the NumPy optimizer."""

    def walk(rates: FloatRates, gradients: Sequence[float]) -> float:
        # NumPy takes longer to load than all that a shell prompt asks for
        import numpy as np  # noqa: PLC0415

        from quizdeck.optimizers.numpy_reference.arrays import Parameters  # noqa: PLC0415
        from quizdeck.optimizers.numpy_reference.momentum import (  # noqa: PLC0415
            NesterovLookahead,
        )

        optimizer = NesterovLookahead(lr=rates["lr"], alpha=rates["alpha"])
        optimizer.v = {"theta": np.asarray(rates.get("v0", 0.0))}
        params: Parameters = {"theta": rates["theta0"]}
        slope = 0.0
        for _ in gradients:
            slope = rates["k"] * float(optimizer.lookahead(params)["theta"])
            optimizer.update(params, {"theta": slope})
        return asked(float(params["theta"]), float(optimizer.v["theta"]), slope)

    return walk


_SETTING = Localized(
    ja=r"Nesterov の加速勾配法で $f(\theta) = \frac{{1}}{{2}} k \theta^2$ を最小化する。"
    r"勾配は先読み点 $p_t = \theta_{{t-1}} + \alpha v_{{t-1}}$ で求める。",
    en=r"Nesterov's accelerated gradient minimises $f(\theta) = \frac{{1}}{{2}} k \theta^2$. "
    r"The gradient is taken at the look-ahead point $p_t = \theta_{{t-1}} + \alpha v_{{t-1}}$. ",
)


def _task(ja: str, en: str) -> Localized:
    return Localized(ja=_SETTING.ja + ja, en=_SETTING.en + en)


_SLOPE_TASK = _task(
    "$t = {t}$ のときの勾配 $g_{t}$ を求めよ。", "Find the gradient $g_{t}$ at step $t = {t}$."
)
_VELOCITY_TASK = _task(
    "$t = {t}$ のときの速度 $v_{t}$ を求めよ。", "Find the velocity $v_{t}$ at step $t = {t}$."
)
_POSITION_TASK = _task(
    r"{t}回更新したあとの値 $\theta_{t}$ を求めよ（$t = {t}$）。",
    r"Find $\theta_{t}$, the value after {updates} ($t = {t}$).",
)

_CURVATURE = one_of("k", "1 2 3 4")
_START = one_of("theta0", "2 -2 3 -3 4 -4 5 -5 6 -6 7 -7 8 -8")
_VELOCITY_GIVEN = one_of("v0", "1 -1 2 -2 3 -3 4 -4")
_RATES = (one_of("alpha", "0.9 0.8 0.5 0.6"), one_of("lr", "0.1 0.2 0.05"))

_ONE_STEP = Space(1, (_CURVATURE, _START, _VELOCITY_GIVEN, *_RATES))
_TWO_STEPS = Space(2, (_CURVATURE, _START, *_RATES))


def _book_path(steps: int) -> Space:
    rates = (one_of("lr", "0.1 0.01 0.2 0.05"), one_of("alpha", "0.9 0.8 0.5"))
    return Space(steps, (*rates, *whole_gradients(steps, largest=9)))


SKILLS = (
    Skill(
        PARABOLA,
        "g",
        1,
        _ONE_STEP,
        task=_SLOPE_TASK,
        closed_form=_slope_ahead,
        reference=_walked(lambda _theta, _v, slope: slope),
    ),
    Skill(
        PARABOLA,
        "v",
        2,
        _ONE_STEP,
        task=_VELOCITY_TASK,
        closed_form=_velocity,
        reference=_walked(lambda _theta, v, _slope: v),
    ),
    Skill(
        PARABOLA,
        "theta",
        2,
        _ONE_STEP,
        task=_POSITION_TASK,
        closed_form=_position,
        reference=_walked(lambda theta, _v, _slope: theta),
    ),
    Skill(
        PARABOLA,
        "theta",
        3,
        _TWO_STEPS,
        task=_POSITION_TASK,
        closed_form=_position,
        reference=_walked(lambda theta, _v, _slope: theta),
    ),
    *(
        Skill(BOOK, "delta_theta", t, _book_path(t), stem="nesterov.book.delta_theta")
        for t in (2, 3)
    ),
)
