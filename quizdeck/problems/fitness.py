"""Which draws make a good problem: clean on paper, and no slip can pass for the answer."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.problems.path import way_to
from quizdeck.problems.precision import Precision, PrecisionRule, terminating_decimal
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Draw
from quizdeck.problems.wrong_values import modelled_slips, slipped_value

LEAST_GROUPS = 4
RELATIVE_DISTANCE = Fraction(1, 100)  # apart even when rounded to three figures
UNITS_OF_DISTANCE = 3  # the rounding verdict reaches 1.5 units to either side
MOST_FIGURES = 5
LARGEST_DENOMINATOR = 99


def is_clean(skill: Skill, values: Sequence[Mapping[str, Value]]) -> bool:
    """Return whether every line can be written down by hand and the answer is not zero."""
    if midpoint(values[-1][skill.quantity]) == 0:
        return False
    if skill.precision.rule is not PrecisionRule.EXACT:
        return True
    way = way_to(skill.method, skill.quantity, skill.steps)
    return all(
        _is_short(at[line.target]) for at, lines in zip(values, way, strict=True) for line in lines
    )


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
    row = list(values)
    return all(is_far(one, other, precision) for i, one in enumerate(row) for other in row[:i])


def _is_short(value: Value) -> bool:
    return isinstance(value, Fraction) and (
        value.denominator <= LARGEST_DENOMINATOR
        or terminating_decimal(value, MOST_FIGURES) is not None
    )
