"""Typed code read by a closed grammar: Python's own, cut down; nothing of it is ever run.

::

    code        := expression | assignment (";" assignment)*
    assignment  := quantity ("=" | "+=" | "-=" | "*=" | "/=") expression
                 | quantity ("," quantity)+ "=" expression ("," expression)+
    expression  := number | quantity | function "(" expression ("," expression)* ")"
                 | "-" expression | expression ("+" | "-" | "*" | "/" | "**") expression
    quantity    := name | quantity "." name | quantity "[" (name | whole number | string) "]"
"""

import ast
import math
import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction

from quizdeck.code_blanks.functions import FUNCTIONS, called
from quizdeck.code_blanks.spelling import spelled
from quizdeck.expressions.tree import (
    Binary,
    Expression,
    Name,
    Negation,
    Number,
    Operator,
    names_in,
)
from quizdeck.grading.normalise import Unreadable

DEEPEST = 40  # levels of a tree
LARGEST_EXPONENT = 100
MOST_ASSIGNMENTS = 6
_MOST_SHOWN = 30  # characters of what cannot be used


@dataclass(frozen=True, slots=True)
class Assignment:
    """Expressions and the quantities that take their values, all read before any is written."""

    targets: tuple[str, ...]
    expressions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """What was typed: one expression, or assignments in their order."""

    expression: Expression | None
    assignments: tuple[Assignment, ...] = ()

    @property
    def targets(self) -> frozenset[str]:
        """Return every quantity that is written."""
        return frozenset(target for step in self.assignments for target in step.targets)

    @property
    def expressions(self) -> tuple[Expression, ...]:
        """Return every expression that is evaluated, in order."""
        alone = () if self.expression is None else (self.expression,)
        return alone + tuple(part for step in self.assignments for part in step.expressions)

    @property
    def names(self) -> frozenset[str]:
        """Return every quantity that is read or written."""
        return self.targets.union(*map(names_in, self.expressions))


def read_code(
    text: str,
    *,
    wants_assignment: bool,
    known: Collection[str] | None = None,
    same: Mapping[str, str] | None = None,
) -> Code:
    """Read typed code; raises ``Unreadable``.

    ``known`` are the quantities that may be read, as ``quantities_in`` finds them in a listing;
    without it any may. ``same`` maps a quantity to another name of the same: ``g: grads[key]``.
    """
    spelling = spelled(text)
    offset = len(spelling) - len(spelling.lstrip())
    reader = _Reader(offset, None if known is None else set(known), same or {})
    body = _parsed(spelling[offset:], offset).body
    if not body:
        raise Unreadable("blank.empty")
    if len(body) == 1 and isinstance(body[0], ast.Expr):
        expression = reader.expression(body[0].value)
        if wants_assignment:
            raise Unreadable("blank.assignment_wanted")
        return Code(expression)
    if len(body) > MOST_ASSIGNMENTS:
        raise Unreadable("blank.too_complex", column=1)
    assignments = tuple(reader.assignment(statement) for statement in body)
    if not wants_assignment:
        raise Unreadable("blank.expression_wanted")
    return Code(None, assignments)


def quantities_in(listing: str) -> frozenset[str]:
    """Return every quantity of a filled listing that parses, by the name the grammar gives it."""
    return frozenset(path for node in ast.walk(ast.parse(listing)) if (path := _path(node)))


def _parsed(text: str, offset: int) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd but valid spellings
            return ast.parse(text)
    except SyntaxError as error:
        column = min(max(error.offset or 1, 1), len(text)) + offset
        raise Unreadable("blank.syntax", column=column) from None
    except (ValueError, RecursionError, MemoryError):
        raise Unreadable("blank.too_complex", column=1 + offset) from None


def _path(node: ast.AST) -> str | None:
    """Return the one spelling of a quantity; None for any other node."""
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(value, name):
            suffix = f".{name}"
        case ast.Subscript(value, ast.Name(index)):
            suffix = f"[{index}]"
        case ast.Subscript(value, ast.Constant(str() | int() as key)):
            suffix = f"[{key!r}]"
        case _:
            return None
    inner = _path(value)
    return None if inner is None else inner + suffix


_MODULES = frozenset({"np", "numpy", "math", "torch"})
_OPERATORS: Mapping[type[ast.operator], Operator] = {
    ast.Add: Operator.ADD,
    ast.Sub: Operator.SUBTRACT,
    ast.Mult: Operator.MULTIPLY,
    ast.Div: Operator.DIVIDE,
    ast.Pow: Operator.POWER,
}


@dataclass
class _Reader:
    """Turns the nodes of Python's tree into ours, and refuses all that have no place there."""

    offset: int
    known: set[str] | None
    same: Mapping[str, str]
    depth: int = field(default=0, init=False)

    def assignment(self, statement: ast.stmt) -> Assignment:
        match statement:
            case ast.Assign([ast.Tuple(targets)], ast.Tuple(values)) if len(targets) == len(values):
                expressions = tuple(map(self.expression, values))
                return Assignment(tuple(map(self._target, targets)), expressions)
            case ast.Assign([target], value):
                expression = self.expression(value)
                return Assignment((self._target(target),), (expression,))
            case ast.AugAssign(target, operator, value) if type(operator) in _OPERATORS:
                before, change = self._quantity(target), self.expression(value)
                changed = Binary(_OPERATORS[type(operator)], before, change)
                return Assignment((before.name,), (changed,))
            case ast.Expr(value):
                raise self.refusal("blank.statement_wanted", value)
        raise self.refusal("blank.not_allowed", statement, found=_shown(statement))

    def expression(self, node: ast.expr) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.refusal("blank.too_complex", node)
        expression = self._expression(node)
        self.depth -= 1
        return expression

    def _expression(self, node: ast.expr) -> Expression:
        match node:
            case ast.Constant(int() | float() as value) if not isinstance(value, bool):
                return self._number(node, value)
            case ast.UnaryOp(ast.USub(), operand):
                return Negation(self.expression(operand))
            case ast.UnaryOp(ast.UAdd(), operand):
                return self.expression(operand)
            case ast.BinOp(left, operator, right):
                return self._binary(node, left, operator, right)
            case ast.Call(function, arguments, []):
                return self._call(node, function, arguments)
            case ast.Name() | ast.Attribute() | ast.Subscript():
                return self._quantity(node)
            case ast.Compare():
                raise self.refusal("blank.comparison", node)
        raise self.refusal("blank.not_allowed", node, found=_shown(node))

    def _number(self, node: ast.expr, value: float) -> Number:
        if value == math.inf:
            raise self.refusal("blank.too_complex", node)
        return Number(Fraction(str(value)))  # 0.1 is a tenth, as on paper

    def _binary(
        self, node: ast.expr, left: ast.expr, operator: ast.operator, right: ast.expr
    ) -> Expression:
        if isinstance(operator, ast.BitXor):
            raise self.refusal("blank.caret", node)
        if type(operator) not in _OPERATORS:
            raise self.refusal("blank.not_allowed", node, found=_shown(node))
        first, second = self.expression(left), self.expression(right)
        is_power = isinstance(operator, ast.Pow)
        if is_power and isinstance(second, Number) and abs(second.value) > LARGEST_EXPONENT:
            raise self.refusal("blank.exponent", right, limit=LARGEST_EXPONENT)
        return Binary(_OPERATORS[type(operator)], first, second)

    def _call(self, node: ast.expr, function: ast.expr, arguments: list[ast.expr]) -> Expression:
        name = _path(function)
        if name is None:
            raise self.refusal("blank.missing_product", node)
        if name not in FUNCTIONS:
            near = get_close_matches(name, FUNCTIONS, n=1)
            raise self.refusal(
                "blank.unknown_function", node, name=name, near=(near or ["np.sqrt"])[0]
            )
        if len(arguments) != FUNCTIONS[name]:
            raise self.refusal("blank.argument_count", node, name=name, wanted=FUNCTIONS[name])
        return called(name, tuple(map(self.expression, arguments)))

    def _quantity(self, node: ast.expr) -> Name:
        name = self._named(node)
        if name.partition(".")[0] in _MODULES or name in FUNCTIONS:
            raise self.refusal("blank.not_allowed", node, found=name)
        if self.known is not None and name not in self.known | self.same.keys():
            near = get_close_matches(name, sorted(self.known), n=1, cutoff=0.5)
            if near:
                raise self.refusal("blank.misspelt_name", node, name=name, near=near[0])
            raise self.refusal("blank.unknown_name", node, name=name)
        return Name(self.same.get(name, name))

    def _target(self, node: ast.expr) -> str:
        name = self._named(node)
        if self.known is not None:
            self.known.add(name)
        return self.same.get(name, name)

    def _named(self, node: ast.expr) -> str:
        name = _path(node)
        if name is None:
            raise self.refusal("blank.not_allowed", node, found=_shown(node))
        return name

    def refusal(self, key: str, node: ast.expr | ast.stmt, **details: object) -> Unreadable:
        return Unreadable(key, column=node.col_offset + 1 + self.offset, **details)


def _shown(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
