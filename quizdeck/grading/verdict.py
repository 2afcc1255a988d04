"""The verdict on a typed answer, and which wrong step it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from quizdeck.expressions import exact
from quizdeck.expressions.exact import Value
from quizdeck.grading.acceptance import (
    has_too_few_digits,
    is_correct,
    is_rounding_slip,
    states_in_full,
)
from quizdeck.grading.reading import Reading, Unreadable, read_answer
from quizdeck.problems.precision import (
    Precision,
    PrecisionRule,
    leading_exponent,
    power_of_ten,
    terminating_decimal,
)
from quizdeck.problems.slip_value import SlipValue

_LARGEST_SHIFT = 4  # places that a decimal point may have slipped
_SHORT_FIGURES = 3
_FLOAT_ERROR = 1e-12
_ROUNDED = Precision(PrecisionRule.SIGNIFICANT, 3)  # how a number without an end is typed


class VerdictKind(StrEnum):
    """What is said of an answer."""

    CORRECT = "correct"
    WRONG = "wrong"
    TOO_FEW_DIGITS = "too_few_digits"
    ROUNDING = "rounding"
    UNREADABLE = "unreadable"


class GenericSlip(StrEnum):
    """A wrong step that needs no model of the problem."""

    SIGN = "sign"
    POWER_OF_TEN = "power_of_ten"
    RECIPROCAL = "reciprocal"
    OTHER_LINE = "other_line"
    EARLY_ROUNDING = "early_rounding"


class GenericDiagnosis(NamedTuple):
    """The generic slip; the answer typed is ``10**exponent`` times the right one.

    ``line`` is the step and the quantity that were reported instead of what was asked.
    """

    slip: GenericSlip
    exponent: int = 0
    line: tuple[int, str] | None = None

    @property
    def key(self) -> str:
        """The catalogue key; its one placeholder, if any, is ``exponent`` or ``quantity``."""
        return f"diagnosis.{self.slip}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one answer.

    ``understood`` is what was read, None where unreadable. ``slips`` holds the ids of every
    modelled slip that the answer fits, in catalogue order: several where they are the same number.
    ``unreadable`` is the catalogue key and its details. ``generic`` is set only without ``slips``.
    ``carried`` holds the slips of earlier parts that a correct answer goes on from.
    """

    kind: VerdictKind
    understood: Reading | str | None
    slips: tuple[str, ...] = ()
    unreadable: tuple[str, Mapping[str, object]] | None = None
    generic: GenericDiagnosis | None = None
    carried: tuple[str, ...] = ()

    @property
    def reading(self) -> str | None:
        """Return what was understood, in one canonical spelling."""
        read = self.understood
        return read.text if isinstance(read, Reading) else read

    @property
    def costs_nothing(self) -> bool:
        """Whether the learner may simply type again: no wrong answer was given."""
        return self.kind not in {VerdictKind.CORRECT, VerdictKind.WRONG}


def judge(
    text: str,
    answer: Value,
    precision: Precision,
    slips: Sequence[SlipValue],
    *,
    allow_expression: bool = False,
) -> Verdict:
    """Return the verdict on ``text``, whatever it is; raises nothing."""
    try:
        reading = read_answer(text, allow_expression=allow_expression)
    except Unreadable as refusal:
        return unreadable(refusal)
    return judge_reading(reading, answer, precision, slips)


def unreadable(refusal: Unreadable) -> Verdict:
    """Return the verdict on a text that was refused."""
    return Verdict(VerdictKind.UNREADABLE, None, unreadable=(refusal.key, dict(refusal.details)))


def judge_reading(
    reading: Reading, answer: Value, precision: Precision, slips: Sequence[SlipValue]
) -> Verdict:
    """Return the first verdict that fits.

    Correct, too few digits, modelled slips, generic slips, rounding, wrong. A slip stated with
    every digit asked for comes before too few digits: typing it again would say nothing new.
    """
    if is_correct(reading, answer, precision):
        return Verdict(VerdictKind.CORRECT, reading)
    return judge_incorrect(reading, answer, precision, slips)


def judge_incorrect(
    reading: Reading, answer: Value, precision: Precision, slips: Sequence[SlipValue]
) -> Verdict:
    """Return the verdict on a reading that is not correct, as ``judge_reading`` does."""
    made = slips_made(reading, precision, slips)
    is_full_slip = any(states_in_full(reading, slip.value, precision) for slip in made)
    if not is_full_slip and has_too_few_digits(reading, answer, precision):
        return Verdict(VerdictKind.TOO_FEW_DIGITS, reading)
    if made:
        return Verdict(VerdictKind.WRONG, reading, slips=tuple(slip.id for slip in made))
    if generic := _generic(reading, answer, precision):
        return Verdict(VerdictKind.WRONG, reading, generic=generic)
    if is_rounding_slip(reading, answer, precision):
        return Verdict(VerdictKind.ROUNDING, reading)
    return Verdict(VerdictKind.WRONG, reading)


def slips_made(
    reading: Reading, precision: Precision, slips: Sequence[SlipValue]
) -> list[SlipValue]:
    """Return the slips whose value was typed, or else those whose value was typed rounded."""
    typed = float(exact.midpoint(reading.value))
    relative, absolute = _reach(precision)
    near = [
        slip
        for slip in slips
        if abs(typed - slip.approximate) <= relative * abs(slip.approximate) + absolute
    ]
    made = [slip for slip in near if is_correct(reading, slip.value, precision)]
    if made or precision.rule is not PrecisionRule.EXACT:
        return made
    return [
        slip
        for slip in near
        if not _is_short(slip.value) and is_correct(reading, slip.value, _ROUNDED)
    ]


def _reach(precision: Precision) -> tuple[float, float]:
    """Return how far anything lies that rounds to a value: relative to it, and absolutely."""
    match precision.rule:
        case PrecisionRule.EXACT:
            return 0.01, _FLOAT_ERROR
        case PrecisionRule.SIGNIFICANT:
            return 10.0 ** (1 - (precision.digits or 1)), _FLOAT_ERROR
        case PrecisionRule.PLACES:
            return _FLOAT_ERROR, 10.0 ** -(precision.digits or 0)


def _is_short(value: Value) -> bool:
    figures = _SHORT_FIGURES
    return isinstance(value, Fraction) and terminating_decimal(value, figures) is not None


def _generic(reading: Reading, answer: Value, precision: Precision) -> GenericDiagnosis | None:
    """Zero is no other number with a wrong sign or place: it fits nothing and has none."""
    typed_first, first = leading_exponent(reading.value), leading_exponent(answer)
    if typed_first is None or first is None or exact.may_be_equal(answer, Fraction(0)):
        return None
    if _fits(reading, exact.negate(answer), precision):
        return GenericDiagnosis(GenericSlip.SIGN)
    # Rounding may carry into a new place, so the shift may be one off the places' difference.
    shift = typed_first - first
    for exponent in (shift, shift - 1, shift + 1):
        if exponent == 0 or abs(exponent) > _LARGEST_SHIFT:
            continue
        if _fits(reading, exact.multiply(answer, power_of_ten(exponent)), precision):
            return GenericDiagnosis(GenericSlip.POWER_OF_TEN, exponent)
    if _fits(reading, exact.divide(Fraction(1), answer), precision):
        return GenericDiagnosis(GenericSlip.RECIPROCAL)
    return None


def _fits(reading: Reading, value: Value, precision: Precision) -> bool:
    """Below one unit a number has no figure left to recognise it by."""
    unit = precision.unit(value)
    if unit is not None and abs(exact.midpoint(value)) < unit:
        return False
    return is_correct(reading, value, precision)
