"""What a slip is: a method with one idea wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from quizdeck.expressions.parse import parse_equation
from quizdeck.expressions.tree import Equation, names_in
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method, with_update
from quizdeck.text import Localized

_EVERY_METHOD = ""
WrongLines = str | Sequence[str]


@dataclass(frozen=True, eq=False)
class Slip:
    """A named wrong step: some equations of a family's methods exchanged.

    ``equations`` holds the wrong lines by method id, or under ``""`` for every method of the
    family; a method takes those whose targets it has. ``memory`` holds lines that run after the
    others, for slips that carry something along which the right method forgets. ``initial`` holds
    wrong values of states before the first step. ``only_for`` names the quantities that the slip is
    told apart in, where its effect on later ones is lost among others; empty means all.
    """

    id: str
    equations: Mapping[str, tuple[Equation, ...]]
    memory: tuple[Equation, ...]
    initial: tuple[tuple[str, Fraction], ...]
    name: Localized
    explanation: Localized
    only_for: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """Return the family of methods that the slip belongs to."""
        return self.id.partition(".")[0]

    def applied_to(self, method: Method) -> Method:
        """Return ``method`` with the slip made in it."""
        return _applied(self, method)

    def touches(self, method: Method, quantity: str) -> bool:
        """Return whether the slip changes anything that ``quantity`` depends on."""
        if method.family != self.family or quantity not in (self.only_for or (quantity,)):
            return False
        needed = {equation.target for equation in method.needed_for(quantity)}
        changed = {part.target for line in self.applied_lines(method) for part in with_update(line)}
        return bool(needed & (changed | dict(self.initial).keys()))

    def applied_lines(self, method: Method) -> tuple[Equation, ...]:
        """Return the wrong lines that ``method`` has a place for."""
        targets = {equation.target for equation in method.equations}
        lines = self.equations.get(method.id, self.equations.get(_EVERY_METHOD, ()))
        return tuple(equation for equation in lines if equation.target in targets)

    def can_be_made_with(self, method: Method, quantity: str, given: Sequence[str]) -> bool:
        """Return whether a problem that states only ``given`` lets anybody make the slip."""
        wrong = self.applied_to(method)
        known = {*wrong.quantities, *given, GRADIENT, STEP}
        if f"{PARAMETER}0" not in given:
            known.discard(PARAMETER)
        lines = wrong.needed_for(quantity)
        return all(names_in(line.expression) <= known for line in lines)


@lru_cache(maxsize=1024)
def _applied(slip_: Slip, method: Method) -> Method:
    wrong = method.with_equations({line.target: line for line in slip_.applied_lines(method)})
    return replace(
        wrong,
        equations=wrong.equations + slip_.memory,
        initial=wrong.initial + slip_.initial,
    )


def slip(
    id_: str,
    equations: WrongLines | Mapping[str, WrongLines],
    name: Localized,
    explanation: Localized,
    *,
    memory: Sequence[str] = (),
    initial: Mapping[str, str] | None = None,
    only_for: Sequence[str] = (),
) -> Slip:
    """Return a slip from its wrong lines as text, the same for a whole family or by method id."""
    by_method = equations if isinstance(equations, Mapping) else {_EVERY_METHOD: equations}
    return Slip(
        id=id_,
        equations={method_id: _parsed(lines) for method_id, lines in by_method.items()},
        memory=_parsed(memory),
        initial=tuple((name, Fraction(text)) for name, text in (initial or {}).items()),
        name=name,
        explanation=explanation,
        only_for=tuple(only_for),
    )


def _parsed(lines: WrongLines) -> tuple[Equation, ...]:
    return tuple(map(parse_equation, (lines,) if isinstance(lines, str) else lines))


def by_id(slips: Sequence[Slip]) -> Mapping[str, Slip]:
    """Return ``slips`` keyed by id; ids are unique."""
    table = {slip_.id: slip_ for slip_ in slips}
    if len(table) != len(slips):
        raise AssertionError
    return table
