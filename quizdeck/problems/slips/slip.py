"""What a slip is: a method with one idea wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizdeck.expressions.parse import parse_equation
from quizdeck.expressions.tree import Equation, names_in
from quizdeck.optimizers.method import GRADIENT, STEP, Method, with_update
from quizdeck.text import Localized


@dataclass(frozen=True, eq=False)
class Slip:
    """A named wrong step: some equations of a family's methods exchanged.

    ``equations`` holds the wrong lines for every convention of the family; a method takes those
    whose targets it has. ``memory`` holds lines that run after the others, for slips that carry
    something along which the right method forgets.
    """

    id: str
    equations: tuple[Equation, ...]
    memory: tuple[Equation, ...]
    name: Localized
    explanation: Localized

    @property
    def family(self) -> str:
        """Return the family of methods that the slip belongs to."""
        return self.id.partition(".")[0]

    def applied_to(self, method: Method) -> Method:
        """Return ``method`` with the slip made in it."""
        return _applied(self, method)

    def touches(self, method: Method, quantity: str) -> bool:
        """Return whether the slip changes anything that ``quantity`` depends on."""
        if method.family != self.family:
            return False
        needed = {equation.target for equation in method.needed_for(quantity)}
        return any(
            part.target in needed
            for line in self.applied_lines(method)
            for part in with_update(line)
        )

    def applied_lines(self, method: Method) -> tuple[Equation, ...]:
        """Return the wrong lines that ``method`` has a place for."""
        targets = {equation.target for equation in method.equations}
        return tuple(equation for equation in self.equations if equation.target in targets)

    def can_be_made_with(self, method: Method, quantity: str, given: Sequence[str]) -> bool:
        """Return whether a problem that states only ``given`` lets anybody make the slip."""
        wrong = self.applied_to(method)
        known = {*wrong.quantities, *given, GRADIENT, STEP}
        lines = wrong.needed_for(quantity)
        return all(names_in(line.expression) <= known for line in lines)


@lru_cache(maxsize=1024)
def _applied(slip_: Slip, method: Method) -> Method:
    wrong = method.with_equations({line.target: line for line in slip_.equations})
    return replace(wrong, equations=wrong.equations + slip_.memory)


def slip(
    id_: str,
    equations: str | Sequence[str],
    name: Localized,
    explanation: Localized,
    memory: Sequence[str] = (),
) -> Slip:
    """Return a slip from its wrong lines as text."""
    lines = (equations,) if isinstance(equations, str) else tuple(equations)
    return Slip(
        id=id_,
        equations=tuple(map(parse_equation, lines)),
        memory=tuple(map(parse_equation, memory)),
        name=name,
        explanation=explanation,
    )


def by_id(slips: Sequence[Slip]) -> Mapping[str, Slip]:
    """Return ``slips`` keyed by id; ids are unique."""
    table = {slip_.id: slip_ for slip_ in slips}
    if len(table) != len(slips):
        raise AssertionError
    return table
