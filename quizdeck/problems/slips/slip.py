"""What a slip is: a method with one idea wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from quizdeck.expressions.parse import parse_equation
from quizdeck.expressions.tree import Equation, names_in
from quizdeck.optimizers.method import (
    GRADIENT,
    PARAMETER,
    STEP,
    Method,
    target_of,
    with_update,
)
from quizdeck.text import Localized

_EVERY_METHOD = ""
WrongLines = str | Sequence[str]


@dataclass(frozen=True, eq=False)
class Slip:
    """A named wrong step: some equations of a family's methods exchanged.

    ``lines`` holds the wrong lines by method id, or under ``""`` for every method of the family; a
    method takes those whose targets it has. ``remembered`` holds lines that run after the others,
    for slips that carry something along which the right method forgets. All lines stay text until
    they are first read. ``initial`` holds wrong values of states before the first step.
    ``only_for`` names the quantities that the slip is told apart in, where its effect on later ones
    is lost among others; empty means all.
    """

    id: str
    lines: Mapping[str, tuple[str, ...]]
    remembered: tuple[str, ...]
    initial: tuple[tuple[str, Fraction], ...]
    name: Localized
    explanation: Localized
    only_for: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """Return the family of methods that the slip belongs to."""
        return self.id.partition(".")[0]

    @cached_property
    def memory(self) -> tuple[Equation, ...]:
        """Return the remembered lines as trees; raises ``ExpressionError``."""
        return tuple(map(parse_equation, self.remembered))

    def applied_to(self, method: Method) -> Method:
        """Return ``method`` with the slip made in it."""
        return _applied(self, method)

    def touches(self, method: Method, quantity: str) -> bool:
        """Return whether the slip changes anything that ``quantity`` depends on."""
        if method.family != self.family or quantity not in (self.only_for or (quantity,)):
            return False
        needed = {equation.target for equation in method.needed_for(quantity)}
        wrong = map(parse_equation, self.applied_lines(method))
        changed = {part.target for equation in wrong for part in with_update(equation)}
        return bool(needed & (changed | dict(self.initial).keys()))

    def applied_lines(self, method: Method) -> tuple[str, ...]:
        """Return the wrong lines that ``method`` has a place for."""
        lines = self.lines.get(method.id, self.lines.get(_EVERY_METHOD, ()))
        return tuple(line for line in lines if target_of(line) in method.targets)

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
    wrong = method.with_lines(slip_.applied_lines(method))
    return replace(
        wrong,
        lines=wrong.lines + slip_.remembered,
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
        lines={method_id: _as_lines(lines) for method_id, lines in by_method.items()},
        remembered=tuple(memory),
        initial=tuple((name, Fraction(text)) for name, text in (initial or {}).items()),
        name=name,
        explanation=explanation,
        only_for=tuple(only_for),
    )


def _as_lines(lines: WrongLines) -> tuple[str, ...]:
    return (lines,) if isinstance(lines, str) else tuple(lines)


def by_id(slips: Sequence[Slip]) -> Mapping[str, Slip]:
    """Return ``slips`` keyed by id; ids are unique."""
    table = {slip_.id: slip_ for slip_ in slips}
    if len(table) != len(slips):
        raise AssertionError
    return table
