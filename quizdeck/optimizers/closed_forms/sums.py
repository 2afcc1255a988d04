"""The sums and means over all gradients so far that closed forms are made of."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from quizdeck.expressions.exact import Value, add

Gradients = Sequence[Fraction]
Rates = Mapping[str, Fraction]
ClosedForm = Callable[[Rates, Gradients], Value]


def decaying_sum(decay: Fraction, terms: Sequence[Fraction]) -> Fraction:
    """Return the sum in which a term ``k`` steps old counts ``decay**k``.

    It is summed in whole numbers over one denominator: fractions would be shortened at every term.
    """
    up, down = decay.as_integer_ratio()
    ratios = [term.as_integer_ratio() for term in terms]
    parts, newest = lcm(*(below for _, below in ratios)), max(0, len(terms) - 1)
    total = sum(
        up ** (newest - i) * down**i * above * (parts // below)
        for i, (above, below) in enumerate(ratios)
    )
    return Fraction(total, parts * down**newest)


def moving_average(decay: Fraction, terms: Sequence[Fraction]) -> Fraction:
    """Return the exponential average of ``terms`` that began at zero."""
    return (1 - decay) * decaying_sum(decay, terms)


def weighted_mean(decay: Fraction, terms: Sequence[Fraction]) -> Fraction:
    """Return the mean in which a term ``k`` steps old has the weight ``decay**k``."""
    return decaying_sum(decay, terms) / decaying_sum(decay, [Fraction(1)] * len(terms))


def total_weight(decay: Fraction, steps: int) -> Fraction:
    """Return how much weight an average that began at zero has handed out: ``1 - decay**steps``."""
    return moving_average(decay, [Fraction(1)] * steps)


def squares(gradients: Gradients) -> list[Fraction]:
    """Return the square of every gradient."""
    return [gradient * gradient for gradient in gradients]


def with_parameter(update: ClosedForm, **others: ClosedForm) -> Mapping[str, ClosedForm]:
    """Return a method's closed forms, θ_t being its start and all updates so far."""
    return {**others, "delta_theta": update, "theta": _parameter(update)}


def _parameter(update: ClosedForm) -> ClosedForm:
    def total(rates: Rates, gradients: Gradients) -> Value:
        theta: Value = rates["theta0"]
        for t in range(1, len(gradients) + 1):
            theta = add(theta, update(rates, gradients[:t]))
        return theta

    return total
