"""The third derivation of every puzzle: NumPy in float64, by walking or by linear algebra."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters

FloatRates = Mapping[str, float]
Floats = NDArray[np.float64]

_MOST_STEPS = 1000
_HALVINGS = 56  # float64 has no more digits
_SLACK = 1e-12  # two equal numbers that rounding set apart


def _walk(method_id: str, gradients: Floats, theta0: float = 0.0, **settings: float) -> Floats:
    """Return θ before the first and after every step of a NumPy optimizer."""
    optimizer = REFERENCES[method_id](**settings)
    params: Parameters = {"theta": np.array([theta0])}
    path = [theta0]
    for gradient in gradients:
        optimizer.update(params, {"theta": np.array([gradient])})
        path.append(float(params["theta"][0]))
    return np.array(path)


def _first_moment(beta1: float, gradients: Floats) -> float:
    """Return ``m`` after these gradients, as a NumPy Adam keeps it."""
    adam = REFERENCES["adam.paper"](beta1=beta1)
    params: Parameters = {"theta": np.zeros(1)}
    for gradient in gradients:
        adam.update(params, {"theta": np.array([gradient])})
    return float(adam.m["theta"][0])  # type: ignore[attr-defined]


def _root(excess: Callable[[float], float], low: float, high: float) -> float:
    """Return where ``excess`` changes its sign between ``low`` and ``high``, by halving."""
    is_above = excess(high) > 0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if (excess(middle) > 0) == is_above else (middle, high)
    return (low + high) / 2


def _first_at_or_below(values: Floats, bound: float) -> float:
    """Return the place, from 1 on, of the first value that is at or below ``bound``."""
    return float(np.argmax(values <= bound * (1 + _SLACK)) + 1)


def _weight(rates: FloatRates) -> float:
    gradients = np.zeros(int(rates["t"]))
    gradients[int(rates["i"]) - 1] = 1.0
    return _first_moment(rates["beta1"], gradients)


def _plain_rate(rates: FloatRates) -> float:
    """Walk both forms over a few gradients and compare how far they come."""
    alpha, gradients = rates["alpha"], np.array([2.0, -1.0, 0.5, 4.0])
    v = w = moved = plain = 0.0
    for gradient in gradients:
        v, w = alpha * v + (1 - alpha) * gradient, alpha * w + gradient
        moved, plain = moved + rates["lr"] * v, plain + w
    return moved / plain


def _total(rates: FloatRates) -> float:
    return _first_moment(rates["beta1"], np.ones(int(rates["t"])))


def _average(beta: float, before: float, new: float) -> float:
    return before + (1 - beta) * (new - before)


def _beta1(rates: FloatRates) -> float:
    before, new, after = rates["m_before"], rates["g_t"], rates["m_t"]
    return _root(lambda beta: _average(beta, before, new) - after, 0.0, 1.0)


def _beta2(rates: FloatRates) -> float:
    square = np.square(rates["g_1"])
    return _root(lambda beta: _average(beta, 0.0, square) - rates["v_1"], 0.0, 1.0)


def _gradient(rates: FloatRates) -> float:
    beta, before, after = rates["beta1"], rates["m_before"], rates["m_t"]
    return _root(lambda new: _average(beta, before, new) - after, -1e3, 1e3)


def _gradient_size(rates: FloatRates) -> float:
    beta, after = rates["beta2"], rates["v_1"]
    return _root(lambda size: _average(beta, 0.0, np.square(size)) - after, 0.0, 1e3)


def _alpha(rates: FloatRates) -> float:
    before, push = rates["v_before"], rates["lr"] * rates["g_t"]
    return _root(lambda alpha: alpha * before - push - rates["v_t"], 0.0, 1.0)


def _lr(rates: FloatRates) -> float:
    def overshoot(lr: float) -> float:
        path = _walk("sgd.book", np.array([rates["g_1"]]), rates["theta0"], lr=lr)
        return float(path[-1] - rates["theta1"])

    return _root(overshoot, 0.0, 1.0)


def _steps_of_weights(rates: FloatRates) -> float:
    missing = np.cumprod(np.full(_MOST_STEPS, rates["beta1"]))
    return _first_at_or_below(missing, 1 - rates["c"])


def _steps_of_descent(rates: FloatRates) -> float:
    left = np.cumprod(np.full(_MOST_STEPS, 1 - rates["lr"] * rates["k"]))
    return _first_at_or_below(left, 1 / rates["K"])


def _steps_of_speed(rates: FloatRates) -> float:
    speeds = np.cumsum(rates["alpha"] ** np.arange(_MOST_STEPS))
    return _first_at_or_below(-speeds, -rates["c"] / (1 - rates["alpha"]) * (1 - 2 * _SLACK))


def _step_of_adagrad(rates: FloatRates) -> float:
    gradients = np.full(int(rates["t"]), rates["g_1"])
    path = _walk("adagrad.book", gradients, lr=rates["lr"], eps=0.0)
    return float(np.abs(path[-1] - path[-2]))


def _when_adagrad_is_slow(rates: FloatRates) -> float:
    sizes = rates["lr"] / np.sqrt(np.cumsum(np.ones(_MOST_STEPS)))
    return _first_at_or_below(sizes, rates["d"])


def _corrected_rate(rates: FloatRates) -> float:
    adam = REFERENCES["adam.book"](lr=rates["lr"], beta1=rates["beta1"], beta2=rates["beta2"])
    for _ in range(int(rates["t"])):
        adam.update({"theta": np.zeros(1)}, {"theta": np.ones(1)})
    return float(adam.lr_t)  # type: ignore[attr-defined]


def _uncorrected(rates: FloatRates) -> float:
    adam = REFERENCES["adam.paper"](beta1=rates["beta1"], beta2=rates["beta2"], eps=0.0)
    params: Parameters = {"theta": np.zeros(1)}
    path = [params["theta"]]
    for _ in range(int(rates["t"])):
        adam.update(params, {"theta": np.array([5.0])})
        path.append(params["theta"])
    m, v = adam.m["theta"], adam.v["theta"]  # type: ignore[attr-defined]
    uncorrected = adam.lr * m / np.sqrt(v)  # type: ignore[attr-defined]
    return float((uncorrected / (path[-2] - path[-1]))[0])


def _first_steps(rates: FloatRates) -> float:
    gradient = np.array([4.0])
    rmsprop = _walk("rmsprop.book", gradient, lr=rates["lr"], rho=rates["rho"], eps=0.0)
    adam = _walk("adam.paper", gradient, lr=rates["lr_adam"], eps=0.0)
    return float(rmsprop[-1] / adam[-1])


def _valley(rates: FloatRates) -> float:
    x = _walk("sgd.book", np.array([rates["k_1"] * rates["x0"]]), lr=0.5)
    y = _walk("sgd.book", np.array([rates["k_2"] * rates["y0"]]), lr=0.5)
    return float(x[-1] / y[-1])


def _stability(curvatures: Floats, alpha: float) -> float:
    """Return the least rate at which one step over (θ, v) has the eigenvalue -1.

    A step is ``still - lr * k * push``; that -1 belongs to it makes ``1 / lr`` an eigenvalue of
    ``(still + 1)**-1 @ (k * push)``.
    """
    still = np.array([[1.0, alpha], [0.0, alpha]])
    push = np.array([[1.0, 0.0], [1.0, 0.0]])
    reciprocals = np.linalg.eigvals(np.linalg.inv(still + np.eye(2)) @ push) * np.max(curvatures)
    return float(1 / np.max(np.abs(reciprocals)))


def _stability_of_sgd(rates: FloatRates) -> float:
    return _stability(np.array([rates["k_1"], rates["k_2"]]), 0.0)


def _stability_in_the_bowl(rates: FloatRates) -> float:
    return _stability(2 / np.array([rates["a"], rates["b"]]), 0.0)


def _stability_of_momentum(rates: FloatRates) -> float:
    return _stability(np.array([rates["k_1"], rates["k_2"]]), rates["alpha"])


def _l2(rates: FloatRates) -> float:
    gradient = np.array([rates["g_1"] + rates["weight_decay"] * rates["theta0"]])
    path = _walk("adam.paper", gradient, rates["theta0"], lr=rates["lr"], eps=0.0)
    return float(path[1] - path[0])


def _adamw(rates: FloatRates) -> float:
    settings = {"lr": rates["lr"], "weight_decay": rates["weight_decay"], "eps": 0.0}
    gradient = np.array([rates["g_1"]])
    path = _walk("adamw.pytorch", gradient, rates["theta0"], **settings)
    return float(path[1] - path[0])


def _eps_outside(rates: FloatRates) -> float:
    return float(-rates["lr"] * rates["g_t"] / (np.sqrt(rates["v"]) + rates["eps"]))


def _eps_inside(rates: FloatRates) -> float:
    return float(-rates["lr"] * rates["g_t"] / np.sqrt(rates["v"] + rates["eps"]))


def _exponential(rates: FloatRates) -> float:
    return float(rates["lr"] * np.exp(rates["t"] * np.log(rates["gamma"])))


def _step_decay(rates: FloatRates) -> float:
    falls = np.arange(1, int(rates["t"]) + 1) % rates["S"] == 0
    return float(rates["lr"] * np.prod(np.where(falls, rates["gamma"], 1.0)))


def _cosine(rates: FloatRates) -> float:
    share = np.square(np.cos(np.pi * rates["t"] / rates["T"] / 2))
    return float(np.interp(share, [0, 1], [rates["lr_min"], rates["lr"]]))


def _inverse_root(rates: FloatRates) -> float:
    return float(rates["lr"] * np.exp(-np.log(rates["t"]) / 2))


def _warmup(rates: FloatRates) -> float:
    return float(np.linspace(0, rates["lr"], int(rates["T"]) + 1)[int(rates["t"])])


CHECKS: Mapping[str, Callable[[FloatRates], float]] = {
    "adam.lr_t": _corrected_rate,
    "ema.weight": _weight,
    "ema.total": _total,
    "ema.rate": _plain_rate,
    "inverse.beta1": _beta1,
    "inverse.beta2": _beta2,
    "inverse.g_t": _gradient,
    "inverse.g_size": _gradient_size,
    "inverse.alpha": _alpha,
    "inverse.lr": _lr,
    "steps.weight": _steps_of_weights,
    "steps.descent": _steps_of_descent,
    "steps.speed": _steps_of_speed,
    "constant.step": _step_of_adagrad,
    "constant.when": _when_adagrad_is_slow,
    "compare.uncorrected": _uncorrected,
    "compare.first_steps": _first_steps,
    "compare.valley": _valley,
    "stability.sgd": _stability_of_sgd,
    "stability.bowl": _stability_in_the_bowl,
    "stability.momentum": _stability_of_momentum,
    "weight_decay.l2": _l2,
    "weight_decay.adamw": _adamw,
    "epsilon.outside": _eps_outside,
    "epsilon.inside": _eps_inside,
    "schedule.exponential": _exponential,
    "schedule.step": _step_decay,
    "schedule.cosine": _cosine,
    "schedule.root": _inverse_root,
    "schedule.warmup": _warmup,
}
