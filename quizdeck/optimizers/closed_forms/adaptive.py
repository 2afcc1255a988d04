"""Closed forms of AdaGrad, RMSProp and AdaDelta: sums and averages of squared gradients.

Sources: Duchi, Hazan, Singer 2011 (a plain sum); Tieleman and Hinton 2012 (an average); Zeiler
2012, section 3. The updates of AdaDelta feed on one another, so that no sum over the gradients
gives them: its derivation keeps the list of all updates so far, averages it anew in every step as
the definition of E[Δθ²] says, and takes one root of a quotient where the recurrence takes two.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizdeck.expressions.exact import Value, add, divide, multiply, square_root
from quizdeck.optimizers.closed_forms.sums import (
    ClosedForm,
    Gradients,
    Rates,
    moving_average,
    squares,
    with_parameter,
)

_KERAS_START = Fraction(1, 10)


def _sum_of_squares(_rates: Rates, gradients: Gradients) -> Fraction:
    return sum(squares(gradients), Fraction(0))


def _sum_of_squares_from_a_tenth(_rates: Rates, gradients: Gradients) -> Fraction:
    return sum(squares(gradients), _KERAS_START)


def _mean_square(rates: Rates, gradients: Gradients) -> Fraction:
    return moving_average(rates["rho"], squares(gradients))


def _eps_outside(accumulated: ClosedForm) -> Mapping[str, ClosedForm]:
    """Return the closed forms of a method that divides by ``√h + ε``."""

    def update(rates: Rates, gradients: Gradients) -> Value:
        scale = add(square_root(accumulated(rates, gradients)), rates["eps"])
        return divide(-rates["lr"] * gradients[-1], scale)

    return with_parameter(update, h=accumulated)


def _eps_inside(accumulated: ClosedForm) -> Mapping[str, ClosedForm]:
    """Return the closed forms of a method that divides by ``√(h + ε)``."""

    def update(rates: Rates, gradients: Gradients) -> Value:
        scale = square_root(add(accumulated(rates, gradients), rates["eps"]))
        return divide(-rates["lr"] * gradients[-1], scale)

    return with_parameter(update, h=accumulated)


def _updates(rates: Rates, gradients: Gradients) -> list[Value]:
    """Return every update of AdaDelta so far."""
    updates: list[Value] = []
    for t in range(1, len(gradients) + 1):
        above = add(_mean_square_of(rates, updates), rates["eps"])
        below = _mean_square(rates, gradients[:t]) + rates["eps"]
        updates.append(multiply(-gradients[t - 1], square_root(divide(above, below))))
    return updates


def _mean_square_of(rates: Rates, updates: Sequence[Value]) -> Value:
    """Return the average that began at zero of the squares of ``updates``."""
    total: Value = Fraction(0)
    for age, update in enumerate(reversed(updates)):
        weight = (1 - rates["rho"]) * rates["rho"] ** age
        total = add(total, multiply(weight, multiply(update, update)))
    return total


def _mean_squared_update(rates: Rates, gradients: Gradients) -> Value:
    return _mean_square_of(rates, _updates(rates, gradients))


def _last_update(rates: Rates, gradients: Gradients) -> Value:
    return _updates(rates, gradients)[-1]


def _moved_parameter(rates: Rates, gradients: Gradients) -> Value:
    theta: Value = rates["theta0"]
    for update in _updates(rates, gradients):
        theta = add(theta, update)
    return theta


CLOSED_FORMS: Mapping[str, Mapping[str, ClosedForm]] = {
    "adagrad.book": _eps_outside(_sum_of_squares),
    "adagrad.keras": _eps_inside(_sum_of_squares_from_a_tenth),
    "rmsprop.book": _eps_outside(_mean_square),
    "rmsprop.inside": _eps_inside(_mean_square),
    "adadelta.paper": {
        "h": _mean_square,
        "s": _mean_squared_update,
        "delta_theta": _last_update,
        "theta": _moved_parameter,
    },
}
