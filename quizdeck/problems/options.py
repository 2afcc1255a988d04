"""A numeric problem as a choice: the answer among numbers that slips lead to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import isnan
from typing import TypeVar

from quizdeck.expressions.exact import Value, midpoint
from quizdeck.problems.near_display import is_near_fraction, significant_text
from quizdeck.problems.precision import (
    Precision,
    PrecisionRule,
    display,
    terminating_decimal,
)
from quizdeck.problems.problem import Problem
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.space import first_state, mixed
from quizdeck.problems.wrong_values import approximate_values, modelled_slips, slipped_value

T = TypeVar("T")

OPTION_COUNT = 4

# An option of another order of magnitude is no temptation. A hundred times exactly is too much,
# whatever float64 makes of it.
_LARGEST_RATIO = 100 * (1 - 1e-9)
_FIGURES = 4
_ROUNDED = Precision(PrecisionRule.SIGNIFICANT, 3)
_SHORT_DENOMINATOR = 30

_Wrong = tuple[Slip, float]
_Number = tuple[Slip | None, float]


@dataclass(frozen=True)
class NumericOption:
    """A number to choose; ``slip`` says which wrong step leads to it, None for the answer."""

    text: str
    slip: str | None
    problem: Problem = field(compare=False, repr=False)

    @cached_property
    def value(self) -> Value:
        """Return the exact number."""
        slip = None if self.slip is None else slip_by_id(self.slip)
        return _exact(self.problem, slip)


def options_of(problem: Problem) -> tuple[NumericOption, ...]:
    """Return four options, all different as they are shown, in the order to show them.

    A fit draw keeps all groups of slips at least one percent of the larger number apart, which is
    a unit in the third figure or more, so rounding to three figures never makes two of them alike.
    The answer's place among them and its rank by size are drawn evenly, as far as slips on either
    side allow. Fewer come back only where fewer slips lead to other numbers of like size.
    """
    skill = problem.skill
    lots = mixed(first_state(f"{skill.id}:{skill.version}:options", problem.seed))
    answer = float(midpoint(problem.answer))
    lots, wrong = _chosen(lots, answer, _tempting(problem, answer))
    numbers: list[_Number] = [(None, answer), *wrong]
    texts = zip(_texts(problem, numbers), numbers, strict=True)
    options = [NumericOption(text, slip.id if slip else None, problem) for text, (slip, _) in texts]
    return tuple(_drawn(lots, options, len(options))[1])


def _tempting(problem: Problem, answer: float) -> list[_Wrong]:
    """Return one slip of every group with its number, of like size where there are enough."""
    tempting = [
        (slip, value)
        for slip, value in _one_of_each_group(problem, problem.wrong_numbers)
        if abs(answer) < abs(value) * _LARGEST_RATIO and abs(value) < abs(answer) * _LARGEST_RATIO
    ]
    if len(tempting) >= OPTION_COUNT - 1:
        return tempting
    return _one_of_each_group(problem, approximate_values(problem.skill, problem.draw))


def _one_of_each_group(problem: Problem, values: Sequence[float]) -> list[_Wrong]:
    groups: dict[str, _Wrong] = {}
    for modelled, value in zip(modelled_slips(problem.skill), values, strict=True):
        if not isnan(value):
            groups[modelled.group] = modelled.slip, value
    return list(groups.values())


def _chosen(lots: int, answer: float, tempting: Sequence[_Wrong]) -> tuple[int, list[_Wrong]]:
    """Draw how many slips lie below the answer and then which; return the lots that are left."""
    smaller = [pair for pair in tempting if pair[1] < answer]
    larger = [pair for pair in tempting if pair[1] >= answer]
    wanted = OPTION_COUNT - 1
    lots, rank = divmod(lots, OPTION_COUNT)
    below = min(max(rank, wanted - len(larger)), len(smaller), wanted)
    lots, chosen_below = _drawn(lots, smaller, below)
    lots, chosen_above = _drawn(lots, larger, min(wanted - below, len(larger)))
    return lots, chosen_below + chosen_above


def _drawn(lots: int, items: Sequence[T], count: int) -> tuple[int, list[T]]:
    """Draw ``count`` of ``items`` in a random order; return the lots that are left and them."""
    left, drawn = list(items), []
    for _ in range(count):
        lots, index = divmod(lots, len(left))
        drawn.append(left.pop(index))
    return lots, drawn


def _texts(problem: Problem, numbers: Sequence[_Number]) -> list[str]:
    """Return how the numbers are shown, the answer first: all by one rule.

    It is the problem's own, or three figures where a wrong number has no short form.
    """
    precision = problem.precision
    if precision.rule is PrecisionRule.EXACT:
        if all(is_near_fraction(value, _SHORT_DENOMINATOR, _FIGURES) for _, value in numbers[1:]):
            values = [_exact(problem, slip) for slip, _ in numbers]
            if all(map(_is_short, values[1:])):
                return [display(value, precision) for value in values]
        precision = _ROUNDED
    return [_rounded(problem, number, precision) for number in numbers]


def _rounded(problem: Problem, number: _Number, precision: Precision) -> str:
    slip, value = number
    figures = precision.digits if precision.rule is PrecisionRule.SIGNIFICANT else None
    text = None if figures is None else significant_text(value, figures)
    return text or display(_exact(problem, slip), precision)


def _exact(problem: Problem, slip: Slip | None) -> Value:
    if slip is None:
        return problem.answer
    value = slipped_value(slip, problem.skill, problem.draw)
    assert value is not None
    return value


def _is_short(value: Value) -> bool:
    return isinstance(value, Fraction) and (
        value.denominator <= _SHORT_DENOMINATOR or terminating_decimal(value, _FIGURES) is not None
    )
