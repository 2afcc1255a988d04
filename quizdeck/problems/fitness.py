"""Which draws make a good problem: clean on paper, and no slip can pass for the answer."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.problems.path import line_values
from quizdeck.problems.precision import Precision, PrecisionRule, terminating_decimal
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Draw
from quizdeck.problems.wrong_values import modelled_slips, slipped_value

LEAST_GROUPS = 4
RELATIVE_DISTANCE = Fraction(1, 100)  # apart even when rounded to three figures
UNITS_OF_DISTANCE = 3  # the rounding verdict reaches 1.5 units to either side
MOST_FIGURES = 5
LARGEST_DENOMINATOR = 99


def answer_if_fit(skill: Skill, draw: Draw) -> Value | None:
    """Return the answer of a draw that makes a problem, or None."""
    lines = line_values(skill.method, skill.quantity, draw)
    is_fit = not skill.is_screened or (
        is_clean(skill, lines) and is_diagnosable(skill, draw, lines[-1])
    )
    return lines[-1] if is_fit else None


def is_clean(skill: Skill, lines: Sequence[Value]) -> bool:
    """Return whether every line can be written down by hand and the answer is not zero."""
    if midpoint(lines[-1]) == 0:
        return False
    return skill.precision.rule is not PrecisionRule.EXACT or all(map(_is_short, lines))


def is_diagnosable(skill: Skill, draw: Draw, answer: Value) -> bool:
    """Return whether no slip passes for the answer and the groups of slips are told apart."""
    groups: dict[str, Value] = {}
    for modelled in modelled_slips(skill):
        value = slipped_value(modelled.slip, skill, draw)
        if value is None:
            continue
        if not is_far(value, answer, skill.precision):
            return False
        groups[modelled.group] = value
    return len(groups) >= LEAST_GROUPS and _are_apart(groups.values(), skill.precision)


def is_far(value: Value, other: Value, precision: Precision) -> bool:
    """Return whether two values are three units and one percent of the larger one apart."""
    if may_be_equal(value, other):
        return False
    larger = max(abs(midpoint(value)), abs(midpoint(other)))
    unit = precision.unit(larger) or Fraction(0)
    needed = max(UNITS_OF_DISTANCE * unit, RELATIVE_DISTANCE * larger)
    return abs(midpoint(value) - midpoint(other)) >= needed


def _are_apart(values: Iterable[Value], precision: Precision) -> bool:
    """Compare neighbours: what lies apart from them lies apart from all others."""
    row = sorted(values, key=midpoint)
    return all(is_far(one, other, precision) for one, other in pairwise(row))


def _is_short(value: Value) -> bool:
    return isinstance(value, Fraction) and (
        value.denominator <= LARGEST_DENOMINATOR
        or terminating_decimal(value, MOST_FIGURES) is not None
    )
