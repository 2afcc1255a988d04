"""How much space stands between two neighbours of a formula."""

from dataclasses import dataclass

from quizdeck.expressions.box import Box
from quizdeck.expressions.latex_tree import FUNCTIONS, Kind
from quizdeck.expressions.math_style import MathStyle

_SPACED = frozenset({Kind.SUM, Kind.PRODUCT, Kind.ELEMENTWISE, Kind.RELATION})
_APART = FUNCTIONS | {Kind.LARGE, Kind.DOTS}
_APART_FROM_BRACKETS = frozenset({Kind.LARGE, Kind.DOTS, Kind.RADICAL, Kind.TALL})
_TIGHT_IN_SCRIPTS = frozenset("+-−=:")


@dataclass(frozen=True, slots=True)
class Piece:
    """A typeset node: its box, and what it is to its left and to its right neighbour.

    ``is_name`` says that a name beside it would run into it, as letters into letters, or would seem
    to call it, as ``lr`` before a bracketed quotient. ``reads_on`` says that letters behind it
    would be read as part of its script.
    """

    box: Box
    left: Kind
    right: Kind
    is_name: bool = False
    reads_on: bool = False


def gap(left: Piece, right: Piece, style: MathStyle, *, in_script: bool) -> int:
    """Return the cells between two pieces; signs such as plus are tight ``in_script``."""
    before, after = left.right, right.left
    if Kind.SPACE in {before, after} or before is Kind.OPEN:
        return 0
    if after in {Kind.CLOSE, Kind.PUNCTUATION}:
        return 0
    if before is Kind.PUNCTUATION:
        return int(not in_script)
    if before in _SPACED or after in _SPACED:
        sign = (left if before in _SPACED else right).box.rows[0]
        return int(not (in_script and sign in _TIGHT_IN_SCRIPTS))
    if before is Kind.SIGN:
        return int(after is Kind.TALL)
    if Kind.SLASH in {before, after} or after is Kind.SIGN:
        return 0
    return _gap_between_factors(left, right, style)


def _gap_between_factors(left: Piece, right: Piece, style: MathStyle) -> int:
    before, after = left.right, right.left
    ends_in_a_name = left.is_name and before is not Kind.CLOSE
    if Kind.TEXT in {before, after}:
        return int(_would_run_together(left, right))
    if after is Kind.OPEN:
        looks_like_a_call = ends_in_a_name and right.is_name and before not in FUNCTIONS
        return int(looks_like_a_call or before in _APART_FROM_BRACKETS)
    if after is Kind.MARK and not right.is_name:
        return 0
    if before in _APART | {Kind.RADICAL} or after in _APART or Kind.TALL in {before, after}:
        return 1
    if ends_in_a_name or right.is_name or left.reads_on:
        return 1
    if before is Kind.CLOSE:
        return int(style is MathStyle.PLAIN)
    return int(before is after is Kind.NUMBER)


def _would_run_together(left: Piece, right: Piece) -> bool:
    """Return whether words set as text need a space; they may bring their own."""
    last = left.box.rows[left.box.baseline][-1:]
    first = right.box.rows[right.box.baseline][:1]
    return all(edge.isalnum() and edge.isascii() for edge in (last, first))
