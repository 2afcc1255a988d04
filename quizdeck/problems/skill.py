"""What a skill is: one quantity of one method, asked at one level of difficulty."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizdeck.optimizers.method import Method
from quizdeck.problems.precision import Precision
from quizdeck.problems.stream import Stream


@dataclass(frozen=True, slots=True)
class Draw:
    """The numbers of one variant: the rates and the gradients ``g_1 … g_t``."""

    rates: Mapping[str, Fraction]
    gradients: tuple[Fraction, ...]

    @property
    def steps(self) -> int:
        """Return ``t``, the step that is asked for."""
        return len(self.gradients)


@dataclass(frozen=True, eq=False)
class Skill:
    """A numeric problem template, the thing that is scheduled.

    ``version`` changes whenever the same seed would give another problem. ``steps`` is the ``t``
    of every variant. ``draw`` proposes numbers; unfit proposals are rejected elsewhere.
    """

    method: Method
    quantity: str
    level: int
    steps: int
    precision: Precision
    draw: Callable[[Stream], Draw]
    version: int = 1

    @property
    def id(self) -> str:
        """Return the permanent name, such as ``adam.v.2``."""
        return f"{self.method.family}.{self.quantity}.{self.level}"

    @property
    def ask(self) -> str:
        """Return the quantity with its step, such as ``v_2`` or ``lr_1``."""
        return f"{self.quantity.removesuffix('_t')}_{self.steps}"

    @cached_property
    def given_rates(self) -> tuple[str, ...]:
        """Return the names of the rates that every variant states, in the method's order."""
        drawn = self.draw(Stream(self.id, "names")).rates
        return tuple(name for name in self.method.hyperparameters if name in drawn)
