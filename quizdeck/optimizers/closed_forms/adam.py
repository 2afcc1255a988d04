"""Closed forms of Adam and its kin: weighted sums and means over all gradients.

Sources: Kingma and Ba 2015, section 3 (the corrected moments are weighted means) and section 7.1
(AdaMax as a limit of norms); Reddi, Kale, Kumar 2018, Algorithm 2; Loshchilov and Hutter 2019,
Algorithm 2. The maximum of AMSGrad is no sum: it is taken over the list of all second moments.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from quizdeck.expressions.exact import Value, add, divide, multiply, negate, square_root, subtract
from quizdeck.optimizers.closed_forms.sums import (
    ClosedForm,
    Gradients,
    Rates,
    moving_average,
    squares,
    total_weight,
    weighted_mean,
    with_parameter,
)


def _first_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return moving_average(rates["beta1"], gradients)


def _second_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return moving_average(rates["beta2"], squares(gradients))


def _corrected_first_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return weighted_mean(rates["beta1"], gradients)


def _corrected_second_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return weighted_mean(rates["beta2"], squares(gradients))


def _corrected_rate(rates: Rates, gradients: Gradients) -> Value:
    steps = len(gradients)
    root = square_root(total_weight(rates["beta2"], steps))
    return divide(multiply(rates["lr"], root), total_weight(rates["beta1"], steps))


def _book_update(rates: Rates, gradients: Gradients) -> Value:
    """Return the step of the paper with the ε that the book's stands for, ``ε / √(1 - β2^t)``."""
    weight = total_weight(rates["beta2"], len(gradients))
    square = _corrected_second_moment(rates, gradients)
    return _normalised_mean(rates, gradients, square, divide(rates["eps"], square_root(weight)))


def _paper_update(rates: Rates, gradients: Gradients) -> Value:
    square = _corrected_second_moment(rates, gradients)
    return _normalised_mean(rates, gradients, square, rates["eps"])


def _normalised_mean(rates: Rates, gradients: Gradients, square: Value, eps: Value) -> Value:
    """Return ``-lr m̂ / (√square + eps)``."""
    mean = _corrected_first_moment(rates, gradients)
    return negate(divide(rates["lr"] * mean, add(square_root(square), eps)))


def _greatest_second_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return max(_second_moment(rates, gradients[:t]) for t in range(1, len(gradients) + 1))


def _corrected_maximum(rates: Rates, gradients: Gradients) -> Fraction:
    weight = total_weight(rates["beta2"], len(gradients))
    return _greatest_second_moment(rates, gradients) / weight


def _amsgrad_update(rates: Rates, gradients: Gradients) -> Value:
    root = square_root(_greatest_second_moment(rates, gradients))
    return divide(-rates["lr"] * _first_moment(rates, gradients), root)


def _corrected_amsgrad_update(rates: Rates, gradients: Gradients) -> Value:
    square = _corrected_maximum(rates, gradients)
    return _normalised_mean(rates, gradients, square, rates["eps"])


def _decaying_norm(rates: Rates, gradients: Gradients) -> Fraction:
    """Return the greatest ``|g|``, one ``k`` steps old counting ``β2**k``."""
    newest = len(gradients) - 1
    return max(rates["beta2"] ** (newest - i) * abs(g) for i, g in enumerate(gradients))


def _adamax_update(rates: Rates, gradients: Gradients) -> Value:
    mean = _corrected_first_moment(rates, gradients)
    return divide(-rates["lr"] * mean, _decaying_norm(rates, gradients))


def _decay_by_rate(rates: Rates) -> Fraction:
    return rates["lr"] * rates["weight_decay"]


def _decay_alone(rates: Rates) -> Fraction:
    return rates["weight_decay"]


def _adamw(decay: Callable[[Rates], Fraction]) -> Mapping[str, ClosedForm]:
    """Return the closed forms in which θ and every step of Adam shrink by ``1 - decay`` a step."""

    def parameter(rates: Rates, gradients: Gradients) -> Value:
        kept, steps = 1 - decay(rates), len(gradients)
        theta: Value = kept**steps * rates["theta0"]
        for t in range(1, steps + 1):
            step = _paper_update(rates, gradients[:t])
            theta = add(theta, multiply(kept ** (steps - t), step))
        return theta

    def update(rates: Rates, gradients: Gradients) -> Value:
        return subtract(parameter(rates, gradients), parameter(rates, gradients[:-1]))

    return {**_CORRECTED_MOMENTS, "delta_theta": update, "theta": parameter}


_MOMENTS: Mapping[str, ClosedForm] = {"m": _first_moment, "v": _second_moment}
_CORRECTED_MOMENTS: Mapping[str, ClosedForm] = {
    **_MOMENTS,
    "m_hat": _corrected_first_moment,
    "v_hat": _corrected_second_moment,
}

CLOSED_FORMS: Mapping[str, Mapping[str, ClosedForm]] = {
    "adam.book": with_parameter(_book_update, **_MOMENTS, lr_t=_corrected_rate),
    "adam.paper": with_parameter(_paper_update, **_CORRECTED_MOMENTS),
    "amsgrad.paper": with_parameter(_amsgrad_update, **_MOMENTS, v_max=_greatest_second_moment),
    "amsgrad.pytorch": with_parameter(
        _corrected_amsgrad_update,
        **_MOMENTS,
        v_max=_greatest_second_moment,
        m_hat=_corrected_first_moment,
        v_hat=_corrected_maximum,
    ),
    "adamw.pytorch": _adamw(_decay_by_rate),
    "adamw.paper": _adamw(_decay_alone),
    "adamax.paper": with_parameter(_adamax_update, m=_first_moment, u=_decaying_norm),
}
