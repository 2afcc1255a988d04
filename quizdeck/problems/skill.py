"""What a skill is: one quantity of one method, asked at one level of difficulty."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizdeck.expressions.exact import Value
from quizdeck.expressions.tree import names_in
from quizdeck.optimizers.method import GRADIENT, Method
from quizdeck.problems.precision import EXACT, Precision
from quizdeck.problems.space import Space
from quizdeck.text import Localized

Derivation = Callable[[Mapping[str, Fraction], Sequence[Fraction]], Value]
FloatDerivation = Callable[[Mapping[str, float], Sequence[float]], float]


@dataclass(frozen=True, eq=False)
class Skill:
    """A numeric problem template, the thing that is scheduled.

    ``version`` changes whenever the same seed would give another problem. ``stem`` replaces the
    family and quantity in the id. ``task`` replaces the usual sentence that asks. ``closed_form``
    and ``reference`` replace the second and third derivation where the method has none of its own.
    """

    method: Method
    quantity: str
    level: int
    space: Space
    precision: Precision = EXACT
    version: int = 1
    stem: str = ""
    task: Localized | None = None
    closed_form: Derivation | None = None
    reference: FloatDerivation | None = None

    @cached_property
    def id(self) -> str:
        """Return the permanent name, such as ``adam.v.2``."""
        return f"{self.stem or f'{self.method.family}.{self.quantity}'}.{self.level}"

    @property
    def steps(self) -> int:
        """Return the ``t`` of every variant."""
        return self.space.steps

    @property
    def ask(self) -> str:
        """Return the quantity with its step, such as ``v_2`` or ``lr_1``."""
        return f"{self.quantity.removesuffix('_t')}_{self.steps}"

    @cached_property
    def given_rates(self) -> tuple[str, ...]:
        """Return the names of the rates that every variant states, in the method's order."""
        return tuple(n for n in self.method.hyperparameters if n in self.space.rate_names)

    @cached_property
    def reads_gradients(self) -> bool:
        """Return whether the answer depends on the gradients, so that the prompt states them."""
        lines = self.method.needed_for(self.quantity)
        return any(GRADIENT in names_in(line.expression) for line in lines)
