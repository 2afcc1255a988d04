"""What each quantity is after ``t`` steps, as one sum: the second derivation of every answer.

Written from the definitions and apart from the recurrences: weighted sums over all gradients
(Kingma and Ba 2015, section 3, for Adam; a geometric sum for Momentum; a plain sum for AdaGrad).
``g`` holds the gradients ``g_1 … g_t``.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from quizdeck.expressions.exact import Value, add, divide, multiply, negate, square_root

Gradients = Sequence[Fraction]
Rates = Mapping[str, Fraction]
ClosedForm = Callable[[Rates, Gradients], Value]


def closed_form(method_id: str, quantity: str) -> ClosedForm:
    """Return the closed form of ``quantity``; raises ``KeyError`` where none is written."""
    return _CLOSED_FORMS[method_id][quantity]


def _decaying_sum(decay: Fraction, terms: Sequence[Fraction]) -> Fraction:
    """Return the sum in which a term ``k`` steps old counts ``decay**k``."""
    newest = len(terms) - 1
    return sum((decay ** (newest - i) * term for i, term in enumerate(terms)), Fraction(0))


def _weighted_mean(decay: Fraction, terms: Sequence[Fraction]) -> Fraction:
    return _decaying_sum(decay, terms) / _decaying_sum(decay, [Fraction(1)] * len(terms))


def _squares(gradients: Gradients) -> list[Fraction]:
    return [gradient * gradient for gradient in gradients]


def _sgd_update(rates: Rates, gradients: Gradients) -> Value:
    return -rates["lr"] * gradients[-1]


def _velocity(rates: Rates, gradients: Gradients) -> Fraction:
    return -rates["lr"] * _decaying_sum(rates["alpha"], gradients)


def _sum_of_squares(_rates: Rates, gradients: Gradients) -> Fraction:
    return sum(_squares(gradients), Fraction(0))


def _adagrad_update(rates: Rates, gradients: Gradients) -> Value:
    root = square_root(_sum_of_squares(rates, gradients))
    return divide(-rates["lr"] * gradients[-1], add(root, rates["eps"]))


def _first_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return (1 - rates["beta1"]) * _decaying_sum(rates["beta1"], gradients)


def _second_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return (1 - rates["beta2"]) * _decaying_sum(rates["beta2"], _squares(gradients))


def _corrected_first_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return _weighted_mean(rates["beta1"], gradients)


def _corrected_second_moment(rates: Rates, gradients: Gradients) -> Fraction:
    return _weighted_mean(rates["beta2"], _squares(gradients))


def _total_weight(decay: Fraction, steps: int) -> Fraction:
    """Return how much weight an average that began at zero has handed out: ``1 - decay**steps``."""
    return (1 - decay) * _decaying_sum(decay, [Fraction(1)] * steps)


def _corrected_rate(rates: Rates, gradients: Gradients) -> Value:
    steps = len(gradients)
    root = square_root(_total_weight(rates["beta2"], steps))
    return divide(multiply(rates["lr"], root), _total_weight(rates["beta1"], steps))


def _paper_update(rates: Rates, gradients: Gradients) -> Value:
    return _normalised_mean(rates, gradients, rates["eps"])


def _book_update(rates: Rates, gradients: Gradients) -> Value:
    weight = _total_weight(rates["beta2"], len(gradients))
    return _normalised_mean(rates, gradients, divide(rates["eps"], square_root(weight)))


def _normalised_mean(rates: Rates, gradients: Gradients, eps: Value) -> Value:
    mean = _corrected_first_moment(rates, gradients)
    root = square_root(_corrected_second_moment(rates, gradients))
    return negate(divide(rates["lr"] * mean, add(root, eps)))


def _parameter(update: ClosedForm) -> ClosedForm:
    """Return θ_t as its start and all updates so far."""

    def total(rates: Rates, gradients: Gradients) -> Value:
        theta: Value = rates["theta0"]
        for t in range(1, len(gradients) + 1):
            theta = add(theta, update(rates, gradients[:t]))
        return theta

    return total


def _with_parameter(update: ClosedForm, **others: ClosedForm) -> Mapping[str, ClosedForm]:
    return {**others, "delta_theta": update, "theta": _parameter(update)}


_CLOSED_FORMS: Mapping[str, Mapping[str, ClosedForm]] = {
    "sgd.book": _with_parameter(_sgd_update),
    "momentum.book": _with_parameter(_velocity, v=_velocity),
    "adagrad.book": _with_parameter(_adagrad_update, h=_sum_of_squares),
    "adam.book": _with_parameter(
        _book_update, m=_first_moment, v=_second_moment, lr_t=_corrected_rate
    ),
    "adam.paper": _with_parameter(
        _paper_update,
        m=_first_moment,
        v=_second_moment,
        m_hat=_corrected_first_moment,
        v_hat=_corrected_second_moment,
    ),
}
