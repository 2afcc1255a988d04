"""What one modelled mistake leads to in one variant."""

from dataclasses import dataclass
from functools import cached_property

from quizdeck.expressions.exact import Value, midpoint


@dataclass(frozen=True)
class SlipValue:
    """The answer that the slip called ``id`` gives; a key slip is told apart from every other."""

    id: str
    value: Value
    is_key: bool

    @cached_property
    def approximate(self) -> float:
        """Return the value in float64, to see quickly what it cannot be."""
        return float(midpoint(self.value))
