"""Claims run on the engine: what it finds where a claim does not hold.

A claim holds if it holds on every walk it speaks of. Values are compared to the figures written:
0.32 is whatever rounds to 0.32. What ``claim_walks`` cannot tell apart counts in favour of the
claim, but a least or greatest value has to stand out.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from quizdeck.banks.claim_walks import Bounds, NoValueError, Series, series_of, value_of
from quizdeck.banks.claims import (
    Change,
    Claim,
    Extreme,
    ExtremeAt,
    FormulaIs,
    Never,
    StaysBelow,
    ValueIs,
)
from quizdeck.expressions.exact import Enclosure, Value
from quizdeck.grading.acceptance import is_same
from quizdeck.grading.reading import read_answer
from quizdeck.problems.precision import Precision, PrecisionRule, display, nearest_multiples

Refutation = tuple[str, Mapping[str, object]]  # a catalogue key and its details

_FEWEST_FIGURES, _MOST_FIGURES = 6, 15


def refutation(claim: Claim) -> Refutation | None:
    """Return what the engine found instead of what ``claim`` says; None if it holds."""
    if isinstance(claim, FormulaIs):
        return _of_formula(claim)
    try:
        match claim:
            case ValueIs():
                return _of_value(claim)
            case Never():
                return _of_never(claim)
            case StaysBelow():
                return _of_bound(claim)
            case ExtremeAt():
                return _of_extreme(claim)
    except NoValueError as error:
        return "banks.claim_no_value", {"quantity": claim.quantity, "step": error.step}


def _of_formula(claim: FormulaIs) -> Refutation | None:
    try:
        low, high = value_of(claim.formula)
    except NoValueError:
        return "banks.claim_formula_no_value", {"formula": claim.formula}
    if _is_written(claim.value, low, high):
        return None
    found = _shown(low, claim.value)
    return "banks.claim_formula", {"formula": claim.formula, "found": found, "value": claim.value}


def _of_value(claim: ValueIs) -> Refutation | None:
    (series,) = series_of(claim.walk, [claim.quantity], least_steps=claim.step)
    if claim.step > len(series.low):
        return _too_short(claim.step, series)
    row = claim.step - 1
    for low, high in zip(series.low[row], series.high[row], strict=True):
        if not _is_written(claim.value, low, high):
            found = _shown(_middle(low, high), claim.value)
            details = {"quantity": claim.quantity, "step": claim.step, "value": claim.value}
            return "banks.claim_value", {**details, "found": found}
    return None


def _of_never(claim: Never) -> Refutation | None:
    (series,) = series_of(claim.walk, [claim.quantity])
    falls, rises = series.high[1:] < series.low[:-1], series.low[1:] > series.high[:-1]
    changes: Mapping[Change, tuple[str, Bounds]] = {
        Change.FALLS: ("banks.claim_falls", falls),
        Change.RISES: ("banks.claim_rises", rises),
        Change.CHANGES: ("banks.claim_changes", falls | rises),
    }
    key, happens = changes[claim.change]
    if not happens.any():
        return None
    row, walk = _first(happens)
    before, after = (_at(series, place, walk) for place in (row, row + 1))
    return key, {"quantity": claim.quantity, "step": row + 2, "before": before, "after": after}


def _of_bound(claim: StaysBelow) -> Refutation | None:
    quantity, bound = series_of(claim.walk, [claim.quantity, claim.bound])
    is_above = quantity.low >= bound.high
    if not is_above.any():
        return None
    row, walk = _first(is_above)
    details = {"found": _at(quantity, row, walk), "limit": _at(bound, row, walk)}
    names = {"quantity": claim.quantity, "bound": claim.bound}
    return "banks.claim_not_below", {**names, "step": row + 1, **details}


def _of_extreme(claim: ExtremeAt) -> Refutation | None:
    (series,) = series_of(claim.walk, [claim.quantity], least_steps=claim.step)
    if claim.step > len(series.low):
        return _too_short(claim.step, series)
    is_least = claim.extreme is Extreme.LEAST
    turned, own = series if is_least else series.negated(), claim.step - 1
    is_no_greater = turned.low <= turned.high[own]
    is_no_greater[own] = False
    if not is_no_greater.any():
        return None
    row, walk = _first(is_no_greater)
    details = {"quantity": claim.quantity, "step": claim.step}
    lowest = int(np.argmin(turned.high[:, walk]))
    if turned.high[lowest, walk] < turned.low[own, walk]:
        key = "banks.claim_least" if is_least else "banks.claim_greatest"
        return key, {**details, "found": lowest + 1}
    return "banks.claim_tie", {**details, "found": row + 1}


def _too_short(step: int, series: Series) -> Refutation:
    return "banks.claim_too_short", {"step": step, "steps": len(series.low)}


def _first(table: Bounds) -> tuple[int, int]:
    """Return the step and the walk of the first true entry, steps first."""
    row, walk = np.argwhere(table)[0]
    return int(row), int(walk)


def _is_written(written: str, low: Fraction | float, high: Fraction | float) -> bool:
    """Return whether a number between two bounds has the value and the figures written."""
    reading = read_answer(written, allow_expression=True)
    value: Value = Fraction(low) if low == high else Enclosure(Fraction(low), Fraction(high))
    if is_same(reading.value, value):
        return True
    return bool(reading.places) and reading.value in nearest_multiples(value, reading.places[0])


def _at(series: Series, row: int, walk: int) -> str:
    return _shown(_middle(series.low[row, walk], series.high[row, walk]))


def _middle(low: Fraction | float, high: Fraction | float) -> Fraction | float:
    return low if low == high else low + (high - low) / 2


def _shown(value: Fraction | float, written: str = "") -> str:
    """Return a value with some figures more than are ``written``, without zeros at its end."""
    figures = min(max(_FEWEST_FIGURES, len(re.findall(r"\d", written)) + 2), _MOST_FIGURES)
    try:
        return f"{float(value):.{figures}g}"
    except OverflowError:
        return display(Fraction(value), Precision(PrecisionRule.SIGNIFICANT, figures))
