"""What each quantity is one step after known states: the second derivation of a step's answer.

Written apart from the recurrences and in another shape: an average moves toward its new term by a
share of the distance, a velocity toward where it comes to rest, and Adam's rate is made of sums of
weights.
"""

from collections.abc import Mapping
from fractions import Fraction

from quizdeck.expressions.exact import Value, add, divide, multiply, negate, square_root
from quizdeck.optimizers.closed_forms.sums import ClosedForm, Gradients, Rates, total_weight


def _sgd_update(rates: Rates, gradients: Gradients) -> Value:
    return gradients[-1] * (0 - rates["lr"])


def _velocity(rates: Rates, gradients: Gradients) -> Value:
    """Return the velocity from where it comes to rest under this gradient, ``-lr g / (1 - α)``."""
    rest = -rates["lr"] * gradients[-1] / (1 - rates["alpha"])
    return rest + rates["alpha"] * (rates["v0"] - rest)


def _sum_of_squares(rates: Rates, gradients: Gradients) -> Fraction:
    return rates["h0"] + gradients[-1] ** 2


def _adagrad_update(rates: Rates, gradients: Gradients) -> Value:
    step = rates["lr"] * gradients[-1]
    return _quotient(step, _sum_of_squares(rates, gradients), rates["eps"])


def _first_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return _moved(rates["m0"], gradients[-1], rates["beta1"])


def _second_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return _moved(rates["v0"], gradients[-1] ** 2, rates["beta2"])


def _corrected_rate(rates: Rates, _gradients: Gradients) -> Value:
    steps = int(rates["t"])
    root = square_root(total_weight(rates["beta2"], steps))
    return divide(multiply(rates["lr"], root), total_weight(rates["beta1"], steps))


def _adam_update(rates: Rates, gradients: Gradients) -> Value:
    step = multiply(_corrected_rate(rates, gradients), _first_moment(rates, gradients))
    return _quotient(step, _second_moment(rates, gradients), rates["eps"])


def _moved(average: Fraction, term: Fraction, decay: Fraction) -> Fraction:
    return average + (1 - decay) * (term - average)


def _quotient(step: Value, square: Fraction, eps: Fraction) -> Value:
    return negate(divide(step, add(square_root(square), eps)))


def _with_parameter(update: ClosedForm, **others: ClosedForm) -> Mapping[str, ClosedForm]:
    def parameter(rates: Rates, gradients: Gradients) -> Value:
        return add(rates["theta0"], update(rates, gradients))

    return {**others, "delta_theta": update, "theta": parameter}


STEPS: Mapping[str, Mapping[str, ClosedForm]] = {
    "sgd.book": _with_parameter(_sgd_update),
    "momentum.book": _with_parameter(_velocity, v=_velocity),
    "adagrad.book": _with_parameter(_adagrad_update, h=_sum_of_squares),
    "adam.book": _with_parameter(
        _adam_update, m=_first_moment, v=_second_moment, lr_t=_corrected_rate
    ),
}
