"""What an optimizer is here: ordered named equations in one stated convention.

Within a step the equations are read from top to bottom as assignments, so a name on the right that
is assigned further down (or in the same line) still holds its value of step ``t - 1``. Besides its
hyperparameters a method reads ``g``, the gradient of step ``t``, and ``t``, counted from 1.
The update ``delta_theta`` is read off the parameter's line, or has a line of its own.

A method is held as text, and each of its lines is parsed when it is first read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from quizdeck.expressions.parse import parse_equation, parse_expression
from quizdeck.expressions.tree import (
    Binary,
    Equation,
    Expression,
    Name,
    Negation,
    Operator,
    names_in,
)
from quizdeck.text import Localized

PARAMETER = "theta"
UPDATE = "delta_theta"
GRADIENT = "g"
STEP = "t"


@dataclass(frozen=True, eq=False)
class Method:
    """An optimizer in one convention; the parameter starts at ``theta0``.

    ``rates`` are those of the named source. ``convention`` says in words what another book writes
    differently, and ``conventions_of`` less of it for a quantity that has no part in the rest.
    ``lines`` are the equations and ``gradient_point`` the point whose gradient a step takes, from
    the parameter and the states of the step before. ``initial`` holds the states that do not start
    at 0. ``is_advanced`` marks what stands outside the exam's usual range.
    """

    id: str
    family: str
    name: Localized
    convention: Localized
    lines: tuple[str, ...]
    rates: Mapping[str, str]
    initial: tuple[tuple[str, Fraction], ...] = ()
    gradient_point: str = PARAMETER
    is_advanced: bool = False
    conventions_of: tuple[tuple[str, Localized], ...] = ()

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Return what the lines are assigned to, in order."""
        return tuple(map(target_of, self.lines))

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Return the lines as trees; raises ``ExpressionError``."""
        return tuple(map(parse_equation, self.lines))

    @cached_property
    def gradient_at(self) -> Expression:
        """Return ``gradient_point`` as a tree; raises ``ExpressionError``."""
        return parse_expression(self.gradient_point)

    @cached_property
    def steps(self) -> tuple[Equation, ...]:
        """Return the equations with the parameter's update as a quantity of its own."""
        return tuple(part for equation in self.equations for part in with_update(equation))

    @cached_property
    def quantities(self) -> tuple[str, ...]:
        """Return everything a step computes, in order."""
        return tuple(equation.target for equation in self.steps)

    @cached_property
    def hyperparameters(self) -> tuple[str, ...]:
        """Return the names of the rates that the method reads."""
        return tuple(self.rates)

    @cached_property
    def defaults(self) -> tuple[tuple[str, Fraction], ...]:
        """Return the rates of the named source as numbers."""
        return _numbers(self.rates)

    @cached_property
    def states(self) -> tuple[str, ...]:
        """Return the quantities that a step takes over from the step before."""
        return tuple(
            name for name in self.quantities if name != PARAMETER and self._reads_before_set(name)
        )

    @cached_property
    def initial_values(self) -> Mapping[str, Fraction]:
        """Return what every state holds before the first step."""
        return {**dict.fromkeys(self.states, Fraction(0)), **dict(self.initial)}

    def _reads_before_set(self, name: str) -> bool:
        for equation in self.steps:
            if name in names_in(equation.expression):
                return True
            if equation.target == name:
                return False
        return False

    def convention_of(self, quantity: str) -> Localized:
        """Return what has to be said about the convention where ``quantity`` is asked."""
        return dict(self.conventions_of).get(quantity, self.convention)

    def needed_for(self, quantity: str) -> tuple[Equation, ...]:
        """Return the equations that ``quantity`` depends on, over all steps, in order."""
        return _needed_for(self, quantity)

    def with_lines(self, replaced: Sequence[str]) -> "Method":
        """Return the method with some lines exchanged, found by their targets."""
        by_target = {target_of(line): line for line in replaced}
        pairs = zip(self.targets, self.lines, strict=True)
        return replace(self, lines=tuple(by_target.get(target, line) for target, line in pairs))


def method(
    id_: str,
    name: Localized,
    convention: Localized,
    equations: Sequence[str],
    defaults: Mapping[str, str],
    *,
    initial: Mapping[str, str] | None = None,
    gradient_at: str = PARAMETER,
    is_advanced: bool = False,
    conventions_of: Mapping[str, Localized] | None = None,
) -> Method:
    """Return a method from its formulas as text; its numbers are decimal strings."""
    return Method(
        id=id_,
        family=id_.partition(".")[0],
        name=name,
        convention=convention,
        lines=tuple(equations),
        rates=defaults,
        initial=_numbers(initial or {}),
        gradient_point=gradient_at,
        is_advanced=is_advanced,
        conventions_of=tuple((conventions_of or {}).items()),
    )


def target_of(line: str) -> str:
    """Return the name that a line is assigned to, without parsing the rest."""
    return line.partition("=")[0].strip()


def _numbers(texts: Mapping[str, str]) -> tuple[tuple[str, Fraction], ...]:
    return tuple((name, Fraction(text)) for name, text in texts.items())


@lru_cache(maxsize=2048)
def _needed_for(method_: Method, quantity: str) -> tuple[Equation, ...]:
    needed = {quantity}
    while True:
        found = {n for e in method_.steps if e.target in needed for n in names_in(e.expression)}
        wider = needed | (found & set(method_.quantities))
        if wider == needed:
            return tuple(e for e in method_.steps if e.target in needed)
        needed = wider


def with_update(equation: Equation) -> tuple[Equation, ...]:
    """Split ``theta = theta ± x`` into the update ``±x`` and its addition; keep other lines."""
    addition = Binary(Operator.ADD, Name(PARAMETER), Name(UPDATE))
    moves = equation.target == PARAMETER and _starts_at_parameter(equation.expression)
    if not moves or equation.expression == addition:
        return (equation,)
    return (Equation(UPDATE, _update(equation.expression)), Equation(PARAMETER, addition))


def _starts_at_parameter(expression: Expression) -> bool:
    match expression:
        case Binary(Operator.ADD | Operator.SUBTRACT, left, _):
            return left == Name(PARAMETER) or _starts_at_parameter(left)
        case _:
            return False


def _update(expression: Expression) -> Expression:
    match expression:
        case Binary(Operator.ADD, Name("theta"), change):
            return change
        case Binary(Operator.SUBTRACT, Name("theta"), change):
            return _negated(change)
        case Binary(Operator.ADD | Operator.SUBTRACT as sign, earlier, change):
            return Binary(sign, _update(earlier), change)
        case _:
            raise AssertionError(expression)


def _negated(expression: Expression) -> Expression:
    """Return the negative with the sign drawn to the front of a product or quotient."""
    match expression:
        case Binary(Operator.MULTIPLY | Operator.DIVIDE as sign, left, right):
            return Binary(sign, _negated(left), right)
        case _:
            return Negation(expression)
