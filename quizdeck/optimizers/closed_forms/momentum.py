"""Closed forms of SGD, Momentum and Nesterov: geometric sums over all gradients.

Unrolled from ``v_t = α v_{t-1} - lr g_t`` (Polyak 1964; Sutskever et al. 2013, section 2); the
parameter is written as its start minus every gradient times the weight it has gathered.
"""

from collections.abc import Mapping
from fractions import Fraction

from quizdeck.expressions.exact import Value
from quizdeck.optimizers.closed_forms.sums import (
    ClosedForm,
    Gradients,
    Rates,
    decaying_sum,
    with_parameter,
)


def _sgd_update(rates: Rates, gradients: Gradients) -> Value:
    return -rates["lr"] * gradients[-1]


def _gradient_sum(rates: Rates, gradients: Gradients) -> Fraction:
    """Return PyTorch's velocity; those of the other forms are multiples of it."""
    return decaying_sum(rates["alpha"], gradients)


def _ascending_velocity(rates: Rates, gradients: Gradients) -> Fraction:
    return rates["lr"] * _gradient_sum(rates, gradients)


def _velocity(rates: Rates, gradients: Gradients) -> Fraction:
    return -_ascending_velocity(rates, gradients)


def _momentum_parameter(rates: Rates, gradients: Gradients) -> Fraction:
    return _parameter_with_weights(rates, gradients, ahead=0)


def _lookahead_parameter(rates: Rates, gradients: Gradients) -> Fraction:
    return _parameter_with_weights(rates, gradients, ahead=1)


def _parameter_with_weights(rates: Rates, gradients: Gradients, *, ahead: int) -> Fraction:
    """Return θ_t, in which a gradient ``k`` steps old has gathered ``1 + α + … + α^(k+ahead)``."""
    terms = len(gradients) + ahead
    gathered = (
        sum((rates["alpha"] ** k for k in range(terms - i)), Fraction(0)) * gradient
        for i, gradient in enumerate(gradients)
    )
    return rates["theta0"] - rates["lr"] * sum(gathered, Fraction(0))


def _lookahead_update(rates: Rates, gradients: Gradients) -> Fraction:
    """Return PyTorch's form of the step, ``-lr (g_t + α Σ α^(t-i) g_i)``."""
    return -rates["lr"] * (gradients[-1] + rates["alpha"] * _gradient_sum(rates, gradients))


def _momentum(velocity: ClosedForm) -> Mapping[str, ClosedForm]:
    return {"v": velocity, "delta_theta": _velocity, "theta": _momentum_parameter}


CLOSED_FORMS: Mapping[str, Mapping[str, ClosedForm]] = {
    "sgd.book": with_parameter(_sgd_update),
    "momentum.book": _momentum(_velocity),
    "momentum.ruder": _momentum(_ascending_velocity),
    "momentum.pytorch": _momentum(_gradient_sum),
    "nesterov.lookahead": _momentum(_velocity),
    "nesterov.book": {
        "v": _velocity,
        "delta_theta": _lookahead_update,
        "theta": _lookahead_parameter,
    },
}
