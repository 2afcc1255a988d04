"""A numeric problem as a choice: the answer among numbers that slips lead to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from quizdeck.expressions.exact import Value, midpoint
from quizdeck.problems.precision import (
    Precision,
    PrecisionRule,
    display,
    terminating_decimal,
)
from quizdeck.problems.problem import Problem
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.stream import Stream
from quizdeck.problems.wrong_values import approximate_values, slipped_value

OPTION_COUNT = 4

_LARGEST_RATIO = 100  # an option of another order of magnitude is no temptation
_FIGURES = 4
_ROUNDED = Precision(PrecisionRule.SIGNIFICANT, 3)
_SHORT_DENOMINATOR = 30


@dataclass(frozen=True, slots=True)
class NumericOption:
    """A number to choose; ``slip`` says which wrong step leads to it, None for the answer."""

    text: str
    value: Value
    slip: str | None


def options_of(problem: Problem) -> tuple[NumericOption, ...]:
    """Return four options, all different as they are shown, in the order to show them.

    A fit draw keeps all groups of slips at least one percent of the larger number apart, which is
    a unit in the third figure or more, so rounding to three figures never makes two of them alike.
    The answer's place among them and its rank by size are drawn evenly, as far as slips on either
    side allow. Fewer come back only where fewer slips lead to other numbers of like size.
    """
    stream = Stream(problem.variant, problem.skill.version, "options")
    smaller, larger = _tempting(problem, stream)
    wanted = OPTION_COUNT - 1
    below = min(max(stream.below(OPTION_COUNT), wanted - len(larger)), len(smaller), wanted)
    chosen = [*smaller[:below], *larger, *smaller[below:]]
    wrong = list(islice(_with_values(problem, chosen), wanted))
    rule = _common_precision(problem, [value for _, value in wrong])
    options = [NumericOption(display(problem.answer, rule), problem.answer, None)]
    options += [NumericOption(display(value, rule), value, slip.id) for slip, value in wrong]
    return stream.shuffled(options)


def _tempting(problem: Problem, stream: Stream) -> tuple[list[Slip], list[Slip]]:
    """Return slips below the answer and above it, shuffled, of like size where there are enough."""
    answer = float(midpoint(problem.answer))
    smaller: list[Slip] = []
    larger: list[Slip] = []
    shuffled = stream.shuffled(approximate_values(problem.skill, problem.draw))
    tempting = [pair for pair in shuffled if _is_of_like_size(pair[1], answer)]
    if len(tempting) < OPTION_COUNT - 1:
        tempting = list(shuffled)
    for slip, value in tempting:
        (smaller if value < answer else larger).append(slip)
    return smaller, larger


def _is_of_like_size(value: float, answer: float) -> bool:
    return abs(answer) / _LARGEST_RATIO < abs(value) < abs(answer) * _LARGEST_RATIO


def _with_values(problem: Problem, slips: Sequence[Slip]) -> Iterator[tuple[Slip, Value]]:
    for slip in slips:
        value = slipped_value(slip, problem.skill, problem.draw)
        if value is not None:
            yield slip, value


def _common_precision(problem: Problem, values: Sequence[Value]) -> Precision:
    """Return the problem's own rule, or three figures for all where one has no short form."""
    if problem.precision.rule is not PrecisionRule.EXACT or all(map(_is_short, values)):
        return problem.precision
    return _ROUNDED


def _is_short(value: Value) -> bool:
    return isinstance(value, Fraction) and (
        value.denominator <= _SHORT_DENOMINATOR or terminating_decimal(value, _FIGURES) is not None
    )
