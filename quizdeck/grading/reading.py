"""What was understood of a typed answer, shown back before it is graded."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quizdeck.expressions.exact import Value
from quizdeck.grading.unreadable import Unreadable
from quizdeck.problems.precision import (
    Precision,
    PrecisionRule,
    display,
    power_of_ten,
    terminating_decimal,
)

__all__ = ["Reading", "Unreadable", "read_answer", "read_vector"]

_ECHO = Precision(PrecisionRule.SIGNIFICANT, 6)
_LONGEST_ECHO = 15  # significant figures of a decimal shown whole
_LARGEST_ECHO_DENOMINATOR = 9999  # beyond it a fraction says less than its decimal

# What nearly everybody types needs no grammar; everything here reads as the grammar reads it.
_PLAIN_NUMBER = re.compile(
    r"(?P<minus>-)?(?P<digits>[0-9]{1,12})(?:\.(?P<decimals>[0-9]{1,20})|/(?P<below>[1-9][0-9]{0,11}))?"
)

_SPACED_OPERATOR = re.compile(r" ?([*/^]) ?")
_SPACED_SIGN = re.compile(r"(?<![^ ])([+-]) ")


@dataclass(frozen=True)
class Reading:
    """A typed answer as a number.

    ``places`` holds what its last typed digit may be worth, finest first: ``120`` may be exact to
    ones or to tens. Empty for a fraction or an expression, which is its own value and no rounding.
    """

    value: Value
    places: tuple[Fraction, ...]

    @cached_property
    def text(self) -> str:
        """Return the value in one canonical way: ``7``, ``7/8 = 0.875``, ``2/3 ≈ 0.666667``."""
        return _echo(self.value)


def read_answer(text: str, *, allow_expression: bool = False) -> Reading:
    """Read one number; raises ``Unreadable``.

    Without ``allow_expression`` only what an answer sheet takes: a number, a number times a power
    of ten, or a fraction of whole numbers. Otherwise the reader would do the learner's arithmetic.
    """
    if plain := _PLAIN_NUMBER.fullmatch(text):
        return _plain(*plain.group("minus", "digits", "decimals", "below"))
    return _read(_normalised(text), allow_expression=allow_expression)


def read_vector(
    text: str, components: int, *, allow_expression: bool = False
) -> tuple[Reading, ...]:
    """Read as many numbers, apart by commas or else by spaces, in brackets or not.

    Raises ``Unreadable``.
    """
    text = _normalised(text)
    if text.count("(") > text.count(")"):
        raise Unreadable("answer.bracket_not_closed")
    if text.count("(") < text.count(")"):
        raise Unreadable("answer.bracket_not_opened")
    pieces = _components(_without_outer_brackets(text))
    for position, piece in enumerate(pieces, start=1):
        if not piece:
            raise Unreadable("answer.component_missing", position=position)
    if len(pieces) != components:
        raise Unreadable("answer.component_count", expected=components, found=len(pieces))
    return tuple(_read(piece, allow_expression=allow_expression) for piece in pieces)


def _normalised(text: str) -> str:
    # Plain numbers are read without the grammar, so it is loaded for the first of the others.
    from quizdeck.grading.normalise import normalise  # noqa: PLC0415

    return normalise(text)


def _read(text: str, *, allow_expression: bool) -> Reading:
    from quizdeck.grading.parser import parse  # noqa: PLC0415 - as in ``_normalised``

    term = parse(text)
    if term.refusal and not allow_expression:
        raise Unreadable(term.refusal)
    return Reading(term.value, term.places)


def _plain(minus: str | None, digits: str, decimals: str | None, below: str | None) -> Reading:
    size = int(digits + (decimals or ""))
    above = -size if minus else size
    if below:
        return Reading(Fraction(above, int(below)), ())
    if decimals:
        place = power_of_ten(-len(decimals))
        return Reading(Fraction(above, place.denominator), (place,))
    zeros = len(digits) - len(digits.rstrip("0")) if size else 0
    return Reading(Fraction(above), tuple(power_of_ten(zero) for zero in range(zeros + 1)))


def _echo(value: Value) -> str:
    if not isinstance(value, Fraction):
        return f"≈ {display(value, _ECHO)}"
    decimal = terminating_decimal(value, _LONGEST_ECHO)
    if value.denominator == 1:
        return decimal or display(value, _ECHO)
    if value.denominator > _LARGEST_ECHO_DENOMINATOR:
        return decimal or f"≈ {display(value, _ECHO)}"
    return f"{value} = {decimal}" if decimal else f"{value} ≈ {display(value, _ECHO)}"


def _components(text: str) -> list[str]:
    """Split at the commas outside brackets; without any, at the spaces between numbers."""
    depth, pieces = 0, [""]
    for character in text:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += character
    if len(pieces) > 1:
        return [piece.strip() for piece in pieces]
    return _SPACED_SIGN.sub(r"\1", _SPACED_OPERATOR.sub(r"\1", text)).split()


def _without_outer_brackets(text: str) -> str:
    depth = 0
    for position, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0 and position < len(text) - 1:
            return text
    return text[1:-1].strip() if text.endswith(")") and depth == 0 else text
