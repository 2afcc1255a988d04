"""What a skill is: one quantity of one method, asked at one level of difficulty."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from quizdeck.expressions.exact import Value
from quizdeck.expressions.tree import names_in
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.problems.precision import EXACT, Precision
from quizdeck.problems.space import Space
from quizdeck.text import Localized

if TYPE_CHECKING:
    from quizdeck.problems.multipart import Multipart

Derivation = Callable[[Mapping[str, Fraction], Sequence[Fraction]], Value]
FloatDerivation = Callable[[Mapping[str, float], Sequence[float]], float]


@dataclass(frozen=True, eq=False)
class Skill:
    """A numeric problem template, the thing that is scheduled.

    ``version`` changes whenever the same seed would give another problem. ``stem`` replaces the
    family and quantity in the id. ``task`` replaces the usual sentence that asks. ``closed_form``
    and ``reference`` replace the second and third derivation where the method has none of its own.
    ``is_whole`` tells the prompt to ask for a whole number. ``multipart`` is the problem that this
    is a part of. Without ``is_screened`` any draw will do, though slips may not be told apart.
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
    is_whole: bool = False
    multipart: "Multipart | None" = None
    is_screened: bool = True

    @cached_property
    def id(self) -> str:
        """Return the permanent name, such as ``adam.v.2``, or ``adam.parts.3.v`` for a part."""
        if self.multipart is not None:
            return f"{self.multipart.id}.{self.quantity}"
        return f"{self.stem or f'{self.method.family}.{self.quantity}'}.{self.level}"

    @cached_property
    def words(self) -> str:
        """Return what the draws depend on beside the seed; it is one for all parts of a problem."""
        return f"{self.problem_id}:{self.version}"

    @property
    def problem_id(self) -> str:
        """Return the name of the whole problem: the skill's own, or one for all parts."""
        return self.multipart.id if self.multipart else self.id

    @property
    def together(self) -> tuple["Skill", ...]:
        """Return the skills that a draw must be fit for: this one, or all parts of its problem."""
        return self.multipart.parts if self.multipart else (self,)

    @property
    def steps(self) -> int:
        """Return the ``t`` of every variant."""
        return self.space.steps

    @property
    def ask(self) -> str:
        """Return the quantity with the step that all variants share: ``v_2``, ``lr_1``."""
        if not self.has_step or STEP in self.space.rate_names:
            return self.quantity
        return f"{self.quantity.removesuffix('_t')}_{self.steps}"

    @cached_property
    def given_rates(self) -> tuple[str, ...]:
        """Return the names of the rates that every variant states, in the method's order."""
        starts = (f"{name}0" for name in (PARAMETER, *self.method.states))
        stated = (*self.method.hyperparameters, *starts)
        return tuple(name for name in stated if name in self.space.rate_names)

    @cached_property
    def reads_gradients(self) -> bool:
        """Return whether the answer depends on the gradients, so that the prompt states them."""
        lines = self.method.needed_for(self.quantity)
        is_computed = any(line.target == GRADIENT for line in lines)
        return not is_computed and GRADIENT in self._names_read

    @cached_property
    def has_step(self) -> bool:
        """Return whether the answer belongs to a step ``t``, so that the prompt states it."""
        return bool(self.method.states) or not self._names_read.isdisjoint({GRADIENT, STEP})

    @cached_property
    def _names_read(self) -> frozenset[str]:
        lines = self.method.needed_for(self.quantity)
        return frozenset().union(*(names_in(line.expression) for line in lines))
