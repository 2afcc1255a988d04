"""The grammar of a typed answer, over normalised text.

::

    expression := product (("+"|"-") product)*
    product    := unary (("*"|"/") unary)*          a/b/c asks for brackets
    unary      := ("+"|"-")* power                  so -2^2 is -4
    power      := atom ("^" ("+"|"-")* atom)?       a^b^c asks for brackets
    atom       := number | "(" expression ")" | "√" atom
    number     := (digits "."? digits? | "." digits) (("e"|"E") ("+"|"-")? digits)?
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from quizdeck.grading import term
from quizdeck.grading.term import Term
from quizdeck.grading.unreadable import Unreadable

_DEEPEST = 30  # nested brackets, roots and signs

_TOKEN = re.compile(r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(?P<mark>[^ ])")


class Token(NamedTuple):
    """A number or a single mark, with where it stands in the text."""

    text: str
    is_number: bool
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """Whether this is a run of digits and nothing else."""
        return self.text.isdigit()


def parse(text: str) -> Term:
    """Return what normalised ``text`` says; raises ``Unreadable``."""
    return _Parser(text).whole_text()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = [
            Token(found[0], found.lastgroup == "number", found.start(), found.end())
            for found in _TOKEN.finditer(text)
        ]
        self._next = 0
        self._depth = 0

    def whole_text(self) -> Term:
        result = self._expression()
        if self._next < len(self._tokens):
            raise self._unexpected_after_operand()
        return result

    def _expression(self) -> Term:
        left = self._product()
        while operator := self._take("+-"):
            left = term.combined(left, operator, self._product())
        return left

    def _product(self) -> Term:
        left = self._unary()
        previous = ""
        while operator := self._take("*/"):
            if previous == operator == "/":
                raise Unreadable("answer.double_slash")
            left = term.combined(left, operator, self._unary())
            previous = operator
        return left

    def _unary(self) -> Term:
        signs = self._signs()
        return self._with_signs(signs, self._power())

    def _power(self) -> Term:
        base = self._atom()
        if not self._take("^"):
            return base
        signs = self._signs()
        exponent = self._with_signs(signs, self._atom())
        if self._take("^"):
            raise Unreadable("answer.double_power")
        return term.raised(base, exponent)

    def _signs(self) -> list[str]:
        signs = []
        while sign := self._take("+-"):
            signs.append(sign)
        if len(signs) > _DEEPEST:
            raise Unreadable("answer.too_deep", limit=_DEEPEST)
        return signs

    def _with_signs(self, signs: list[str], operand: Term) -> Term:
        for sign in reversed(signs):
            operand = term.signed(sign, operand)
        return operand

    def _atom(self) -> Term:
        if self._take("("):
            inner = self._nested(self._expression)
            if not self._take(")"):
                raise self._unexpected_after_operand()
            return inner
        if self._take("√"):
            return term.rooted(self._nested(self._atom))
        token = self._peek()
        if token is None or not token.is_number:
            raise self._operand_missing(token)
        self._next += 1
        return _number(token.text)

    def _nested(self, rule: Callable[[], Term]) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("answer.too_deep", limit=_DEEPEST)
        inner = rule()
        self._depth -= 1
        return inner

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self, marks: str) -> str:
        token = self._peek()
        if token is None or token.is_number or token.text not in marks:
            return ""
        self._next += 1
        return token.text

    def _operand_missing(self, token: Token | None) -> Unreadable:
        if token is None or token.text == ".":
            return Unreadable("answer.incomplete")
        if token.text == ",":
            return Unreadable("answer.comma")
        if token.text == ")":
            return Unreadable("answer.incomplete" if self._depth else "answer.bracket_not_opened")
        return Unreadable("answer.misplaced_operator", operator=token.text)

    def _unexpected_after_operand(self) -> Unreadable:
        token = self._peek()
        if token is None:
            return Unreadable("answer.bracket_not_closed")
        if token.is_number or token.text == ".":
            return self._second_number(self._tokens[self._next - 1], token)
        key = {
            ",": "answer.comma",
            ")": "answer.bracket_not_opened",
            "(": "answer.missing_operator",
            "√": "answer.missing_operator",
        }.get(token.text, "answer.exponent_unfinished")
        return Unreadable(key)

    def _second_number(self, left: Token, right: Token) -> Unreadable:
        if not left.is_number:
            return Unreadable("answer.missing_operator")
        if right.text == "." and left.end < right.start:
            return Unreadable("answer.incomplete")
        if left.end == right.start:  # only a second point splits digits without a space
            has_exponent = "e" in left.text.lower()
            return Unreadable("answer.exponent_not_whole" if has_exponent else "answer.two_points")
        following = self._tokens[self._next + 1 : self._next + 3]
        if left.is_whole and right.is_whole and [token.text for token in following[:1]] == ["/"]:
            return _mixed_number(left, right, following[1:])
        return Unreadable("answer.two_numbers", left=left.text, right=right.text)


def _mixed_number(whole: Token, numerator: Token, rest: list[Token]) -> Unreadable:
    if not rest or not rest[0].is_whole:
        return Unreadable("answer.incomplete")
    denominator = rest[0].text
    improper = f"{int(whole.text) * int(denominator) + int(numerator.text)}/{denominator}"
    typed = f"{whole.text} {numerator.text}/{denominator}"
    return Unreadable("answer.mixed_number", typed=typed, improper=improper)


def _number(text: str) -> Term:
    mantissa, _, exponent = text.lower().partition("e")
    whole, point, decimals = mantissa.partition(".")
    return term.number(whole, point, decimals, exponent)
