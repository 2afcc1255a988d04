"""Which rates make sense, and the refusal of the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from quizdeck.errors import UsageError
from quizdeck.expressions.to_latex import number_text
from quizdeck.optimizers.method import Method

Rate = TypeVar("Rate", Fraction, float)

_HIGHEST = 10**6


@dataclass(frozen=True, slots=True)
class RateRange:
    """The numbers from ``low`` to ``high``; each end belongs to them or not."""

    low: int
    high: int
    includes_low: bool = True
    includes_high: bool = True

    def __contains__(self, value: Fraction | float) -> bool:
        """Return whether ``value`` is one of them; NaN is none."""
        above = self.low <= value if self.includes_low else self.low < value
        below = value <= self.high if self.includes_high else value < self.high
        return above and below

    def text(self, name: str) -> str:
        """Return the range as people write it: ``0 ≤ beta1 < 1``."""
        left = "≤" if self.includes_low else "<"
        right = "≤" if self.includes_high else "<"
        return f"{self.low} {left} {name} {right} {self.high}"


_LEARNING_RATE = RateRange(0, _HIGHEST, includes_low=False)
_DECAY = RateRange(0, 1, includes_high=False)
_ADDED = RateRange(0, _HIGHEST)

RANGES: Mapping[str, RateRange] = {
    "lr": _LEARNING_RATE,
    "alpha": _DECAY,
    "rho": _DECAY,
    "beta1": _DECAY,
    "beta2": _DECAY,
    "eps": _ADDED,
    "weight_decay": _ADDED,
}


def validated_rates(method: Method, rates: Mapping[str, Rate]) -> Mapping[str, Rate]:
    """Return ``rates``; raises ``UsageError`` for one that the method reads and cannot work with.

    A learning rate is above 0, a momentum or decay in [0, 1), an ε or weight decay not negative.
    """
    for name in method.hyperparameters:
        if name in rates and rates[name] not in RANGES[name]:
            range_ = RANGES[name].text(name)
            raise UsageError(
                "usage.rate_out_of_range", name=name, value=_written(rates[name]), range=range_
            )
    return rates


def _written(value: Fraction | float) -> str:
    return number_text(value) if isinstance(value, Fraction) else str(value)
