"""The tree of a formula: numbers, names, arithmetic, and a few functions.

Nodes are named tuples, which are made, hashed and compared in C: every cache of formulas has trees
for its keys.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Operator(StrEnum):
    """The arithmetic between two operands, spelled as in Python."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    POWER = "**"


class Function(StrEnum):
    """The functions that a formula may call.

    ``cos_pi(x)`` is the cosine of πx; ``steps_until(q, c)`` the smallest ``t`` from 1 on with
    ``q**t <= c``.
    """

    SQUARE_ROOT = "sqrt"
    MAGNITUDE = "abs"
    MAXIMUM = "max"
    FLOOR = "floor"
    COSINE = "cos_pi"
    STEPS_UNTIL = "steps_until"


class Number(NamedTuple):
    """An exact constant; ``is_rate`` has it spelled as people give rates, ``3/4`` and not 0.75."""

    value: Fraction
    is_rate: bool = False


class Name(NamedTuple):
    """A quantity known by name."""

    name: str


class Negation(NamedTuple):
    """The operand with its sign turned."""

    operand: "Expression"


class Binary(NamedTuple):
    """Two operands and what stands between them."""

    operator: Operator
    left: "Expression"
    right: "Expression"


class Call(NamedTuple):
    """A function of its arguments."""

    function: Function
    arguments: tuple["Expression", ...]


Expression = Number | Name | Negation | Binary | Call


class Equation(NamedTuple):
    """``target = expression``, read as an assignment: names on the right hold what they held."""

    target: str
    expression: Expression


def names_in(expression: Expression) -> frozenset[str]:
    """Return every name that ``expression`` reads."""
    match expression:
        case Name(name):
            return frozenset({name})
        case Negation(operand):
            return names_in(operand)
        case Binary(_, left, right):
            return names_in(left) | names_in(right)
        case Call(_, arguments):
            return frozenset().union(*map(names_in, arguments))
        case Number():
            return frozenset()


def with_names_replaced(
    expression: Expression, replacements: Mapping[str, Expression]
) -> Expression:
    """Return ``expression`` with names exchanged for other expressions."""
    return rewritten(
        expression,
        lambda node: replacements.get(node.name, node) if isinstance(node, Name) else node,
    )


def rewritten(expression: Expression, change: Callable[[Expression], Expression]) -> Expression:
    """Return ``expression`` with ``change`` applied to every node, leaves first."""
    match expression:
        case Negation(operand):
            return change(Negation(rewritten(operand, change)))
        case Binary(operator, left, right):
            return change(Binary(operator, rewritten(left, change), rewritten(right, change)))
        case Call(function, arguments):
            return change(Call(function, tuple(rewritten(a, change) for a in arguments)))
        case Number() | Name():
            return change(expression)
