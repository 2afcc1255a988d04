"""Read a formula written as in Python; the grammar is closed and runs nothing.

::

    equation   := name "=" sum
    sum        := product (("+" | "-") product)*
    product    := unary (("*" | "/") unary)*
    unary      := "-" unary | power
    power      := atom ("**" unary)?
    atom       := number | name | function "(" sum ("," sum)* ")" | "(" sum ")"
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quizdeck.errors import ExpressionError
from quizdeck.expressions.tree import (
    Binary,
    Call,
    Equation,
    Expression,
    Function,
    Name,
    Negation,
    Number,
    Operator,
)

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<sign>\*\*|[-+*/(),=]))",
    re.ASCII,
)
_END = ""
_MAXIMUM_DEPTH = 60
_MAXIMUM_LENGTH = 500
_WITH_TWO_ARGUMENTS = frozenset({Function.MAXIMUM, Function.STEPS_UNTIL})


@lru_cache(maxsize=512)
def parse_expression(source: str) -> Expression:
    """Return the tree of ``source``; raises ``ExpressionError`` with the column of the trouble."""
    reader = _Reader(_tokens(source))
    expression = reader.sum()
    reader.expect(_END)
    return expression


@lru_cache(maxsize=2048)  # every line of every method and slip
def parse_equation(source: str) -> Equation:
    """Return the assignment in ``source``; raises ``ExpressionError``."""
    reader = _Reader(_tokens(source))
    target = reader.take()
    if not target.text.isidentifier():
        raise ExpressionError("expression.unexpected", column=target.column, found=target.text)
    reader.expect("=")
    expression = reader.sum()
    reader.expect(_END)
    return Equation(target.text, expression)


class _Token(NamedTuple):
    text: str
    column: int


def _tokens(source: str) -> list[_Token]:
    if len(source) > _MAXIMUM_LENGTH:
        raise ExpressionError("expression.too_long", column=_MAXIMUM_LENGTH)
    tokens, position, text = [], 0, source.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            column = position + 1 + len(text[position:]) - len(text[position:].lstrip())
            raise ExpressionError("expression.unexpected", column=column, found=text[column - 1])
        found = match[match.lastgroup or 0]
        tokens.append(_Token(found, match.end() - len(found) + 1))
        position = match.end()
    return [*tokens, _Token(_END, len(text) + 1)]


class _Reader:
    """A cursor over the tokens with one method for each rule of the grammar."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    @property
    def _next(self) -> str:
        return self._tokens[self._position].text

    def take(self) -> _Token:
        token = self._tokens[self._position]
        self._position = min(self._position + 1, len(self._tokens) - 1)
        return token

    def expect(self, text: str) -> None:
        token = self.take()
        if token.text != text:
            raise ExpressionError("expression.unexpected", column=token.column, found=token.text)

    def sum(self) -> Expression:
        left = self._product()
        while self._next in ("+", "-"):
            left = Binary(Operator(self.take().text), left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._unary()
        while self._next in ("*", "/"):
            left = Binary(Operator(self.take().text), left, self._unary())
        return left

    def _unary(self) -> Expression:
        self._depth += 1
        if self._depth > _MAXIMUM_DEPTH:
            column = self._tokens[self._position].column
            raise ExpressionError("expression.too_deep", column=column)
        if self._next == "-":
            self.take()
            expression: Expression = Negation(self._unary())
        else:
            expression = self._power()
        self._depth -= 1
        return expression

    def _power(self) -> Expression:
        base = self._atom()
        if self._next != "**":
            return base
        self.take()
        return Binary(Operator.POWER, base, self._unary())

    def _atom(self) -> Expression:
        token = self.take()
        if token.text == "(":
            inner = self.sum()
            self.expect(")")
            return inner
        if token.text[:1].isdigit():
            return Number(Fraction(token.text))
        if not token.text.isidentifier():
            raise ExpressionError("expression.unexpected", column=token.column, found=token.text)
        return self._call(token) if self._next == "(" else Name(token.text)

    def _call(self, token: _Token) -> Expression:
        try:
            function = Function(token.text)
        except ValueError:
            raise ExpressionError(
                "expression.unknown_function", column=token.column, found=token.text
            ) from None
        self.expect("(")
        arguments = [self.sum()]
        while self._next == ",":
            self.take()
            arguments.append(self.sum())
        self.expect(")")
        if len(arguments) != 1 + (function in _WITH_TWO_ARGUMENTS):
            raise ExpressionError(
                "expression.argument_count", column=token.column, found=token.text
            )
        return Call(function, tuple(arguments))
