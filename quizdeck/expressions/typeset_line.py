"""A LaTeX formula as one line of text."""

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import assert_never

from quizdeck.expressions.box import Box, beside
from quizdeck.expressions.fences import enclosed
from quizdeck.expressions.grouping import (
    is_in_parentheses,
    is_product,
    is_single,
    is_single_sign,
    is_unit,
    needs_brackets,
)
from quizdeck.expressions.latex import parse_latex
from quizdeck.expressions.latex_tree import (
    Accent,
    Cases,
    Fenced,
    Fraction,
    Kind,
    Node,
    Root,
    Row,
    Scripts,
    Symbol,
    kind_of,
)
from quizdeck.expressions.math_style import MathStyle
from quizdeck.expressions.small_letters import as_subscript, as_superscript
from quizdeck.expressions.spacing import Piece, gap
from quizdeck.text import cell_width

__all__ = ["LineSetter", "MathStyle", "one_line"]

_ROOT_SIGNS = {None: "√", "3": "∛", "4": "∜"}


@lru_cache(maxsize=1024)
def one_line(source: str, style: MathStyle = MathStyle.UNICODE) -> str:
    """Return a LaTeX formula as one line that reads back to the same value.

    Raises ``MathError`` for anything outside the subset of ``parse_latex``.
    """
    return LineSetter(style).row(parse_latex(source)).rows[0].strip()


class LineSetter:
    """Typesets every node on one row; quotients get the brackets that keep their meaning."""

    def __init__(self, style: MathStyle) -> None:
        self.style = style
        self._is_plain = style is MathStyle.PLAIN

    def row(self, row: Row, *, in_script: bool = False) -> Box:
        """Return the items of ``row`` side by side with the spaces of mathematics."""
        pieces = [self.placed(row, i) for i in range(len(row.items))]
        boxes = [pieces[0].box] if pieces else [Box(("",))]
        for left, right in pairwise(pieces):
            space = " " * gap(left, right, self.style, in_script=in_script)
            boxes += [Box((space,)), right.box]
        return beside(boxes)

    def piece(self, node: Node) -> Piece:
        """Return ``node`` with what its neighbours need to know of it."""
        match node:
            case Symbol():
                return self.symbol(node)
            case Row():
                return self.bracketed(self.row(node))
            case Fraction():
                return self.fraction(node)
            case Root():
                return self.root(node)
            case Accent():
                return self.accent(node)
            case Scripts():
                return self.scripts(node)
            case Fenced():
                return self.fenced(node)
            case Cases():
                return self.cases(node)
            case _:
                assert_never(node)

    def line(self, row: Row, *, in_script: bool = False) -> str:
        """Return ``row`` on one line, even where a subclass would stack it."""
        return LineSetter(self.style).row(row, in_script=in_script).rows[0]

    def sign(self, symbol: Symbol) -> str:
        """Return a symbol in the setter's style."""
        return symbol.plain if self._is_plain else symbol.text

    def bracketed(self, box: Box) -> Piece:
        """Return ``box`` in round brackets."""
        return Piece(enclosed(box, "(", ")", self.style), Kind.OPEN, Kind.CLOSE)

    def placed(self, row: Row, i: int) -> Piece:
        """Return ``row.items[i]``, in brackets where its neighbours call for them."""
        piece = self.piece(row.items[i])
        if not needs_brackets(row, i):
            return piece
        return replace(self.bracketed(piece.box), is_name=True)

    def symbol(self, node: Symbol) -> Piece:
        """Return one sign, number or name."""
        text = self.sign(node)
        return Piece(Box((text,)), node.kind, node.kind, is_name=len(text) > 1 and text.isalpha())

    def fraction(self, node: Fraction) -> Piece:
        """Return a quotient with a slash."""
        above, below = self.line(node.numerator), self.line(node.denominator)
        if not (is_single(node.numerator) or (is_product(node.numerator) and " " not in above)):
            above = f"({above})"
        if not (is_single(node.denominator) or (is_unit(node.denominator) and " " not in below)):
            below = f"({below})"
        return Piece(Box((f"{above}/{below}",)), Kind.WORD, Kind.WORD, is_name=True)

    def root(self, node: Root) -> Piece:
        """Return a root sign, or a call where a sign would not do."""
        degree = self.line(node.degree) if node.degree else None
        text = self.line(node.radicand)
        if is_in_parentheses(node.radicand):
            text = text[1:-1]
        if degree not in _ROOT_SIGNS or (self._is_plain and degree):
            return _call(f"root({text}, {degree})")
        if self._is_plain:
            return _call(f"sqrt({text})")
        sign = _ROOT_SIGNS[degree]
        if is_single_sign(node.radicand) and not set("_ ") & set(text):
            return Piece(Box((sign + text,)), Kind.LETTER, Kind.RADICAL)
        return Piece(Box((f"{sign}({text})",)), Kind.LETTER, Kind.CLOSE)

    def accent(self, node: Accent) -> Piece:
        """Return a combining mark, a name such as ``m_hat``, or a call over more than one sign."""
        text = self.line(node.base)
        if len(node.base.items) == 1:
            if self._is_plain and text.replace("_", "").isalnum():
                return _named(f"{text}_{node.name}")
            if not self._is_plain and cell_width(text) == 1:
                return Piece(Box((text + node.mark,)), Kind.LETTER, Kind.LETTER)
        return _call(f"{node.name}({text})")

    def scripts(self, node: Scripts) -> Piece:
        """Return a base with its scripts; a script without brackets stands last."""
        base = self.script_base(node)
        below = self._script(node.below, "_") if node.below else ""
        above = self._script(node.above, "^") if node.above else ""
        ordered = (above, below) if _reads_on(below) and above[:1] != "^" else (below, above)
        text = base.box.rows[0] + "".join(ordered)
        reads_on = self._is_plain or _reads_on(ordered[1] or ordered[0])
        return replace(base, box=Box((text,)), reads_on=reads_on)

    def script_base(self, node: Scripts) -> Piece:
        """Return the base and its primes, in brackets where a script would miss a part of it."""
        piece = self.piece(node.base)
        is_words = kind_of(node.base) is Kind.TEXT and " " in piece.box.rows[0]
        if is_words or isinstance(node.base, Fraction | Root | Scripts):
            piece = self.bracketed(piece.box)
        primes = Box((("'" if self._is_plain else "′") * node.primes,))
        return replace(piece, box=beside((piece.box, primes)))

    def script(self, row: Row, sign: str) -> str | None:
        """Return a script in raised or lowered characters, or None where one is missing."""
        text = self.line(row, in_script=True)
        return as_subscript(text) if sign == "_" else as_superscript(text)

    def _script(self, row: Row, sign: str) -> str:
        if not self._is_plain and (mapped := self.script(row, sign)) is not None:
            return mapped
        text = self.line(row, in_script=True)
        return sign + text if _stands_alone(row, text, sign) else f"{sign}({text})"

    def fenced(self, node: Fenced) -> Piece:
        """Return a row between its delimiters."""
        opening, closing = self.sign(node.opening), self.sign(node.closing)
        box = enclosed(self.row(node.body), opening, closing, self.style)
        return Piece(box, Kind.OPEN, Kind.CLOSE)

    def cases(self, node: Cases) -> Piece:
        """Return the cases in braces, their cells after commas and their lines after semicolons."""
        lines = (", ".join(self.line(cell) for cell in line) for line in node.lines)
        return Piece(Box(("{" + "; ".join(lines) + "}",)), Kind.OPEN, Kind.CLOSE)


def _call(text: str) -> Piece:
    return Piece(Box((text,)), Kind.WORD, Kind.CLOSE, is_name=True)


def _named(text: str) -> Piece:
    return Piece(Box((text,)), Kind.LETTER, Kind.LETTER, is_name=True)


def _reads_on(script: str) -> bool:
    """Return whether letters behind ``script`` would seem to belong to it, or its star to them."""
    return script.endswith("*") or (script[:1] in {"_", "^"} and not script.endswith(")"))


def _stands_alone(row: Row, text: str, sign: str) -> bool:
    """Return whether a script needs no brackets behind ``_`` or ``^``."""
    if len(row.items) == 1:
        return isinstance(row.items[0], Symbol | Accent) and " " not in text
    if is_in_parentheses(row):
        return len(row.items) == len("(t)")
    return (
        sign == "_"
        and all(kind_of(item) is Kind.LETTER for item in row.items)
        and (text.isalpha() and all(isinstance(item, Symbol) for item in row.items))
    )
