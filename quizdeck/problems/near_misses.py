"""Wrong answers that need no slip: another number of the sheet, or rounding on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from quizdeck.expressions.evaluate import exact_function
from quizdeck.expressions.exact import Value
from quizdeck.optimizers.method import GRADIENT, STEP
from quizdeck.problems.path import start_of, values_on_the_way, way_to
from quizdeck.problems.precision import Precision, PrecisionRule, half_up
from quizdeck.problems.problem import Problem

_EARLY_FIGURES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A quantity computed on the way, reported instead of what was asked."""

    step: int
    quantity: str
    value: Value


def other_lines(problem: Problem) -> Iterator[OtherLine]:
    """Yield every number on the way but the answer: earlier steps and other quantities."""
    skill = problem.skill
    values = values_on_the_way(skill.method, skill.quantity, problem.draw)
    way = way_to(skill.method, skill.quantity, skill.steps)
    for t, lines in enumerate(way, start=1):
        for line in lines:
            if (t, line.target) != (skill.steps, skill.quantity):
                yield OtherLine(t, line.target, values[t - 1][line.target])


def early_rounded(problem: Problem) -> Iterator[Value]:
    """Yield the answers of people who round every line to a few figures."""
    for figures in _EARLY_FIGURES:
        try:
            yield _rounded_answer(problem, Precision(PrecisionRule.SIGNIFICANT, figures))
        except (ZeroDivisionError, ValueError):
            continue


def _rounded_answer(problem: Problem, precision: Precision) -> Value:
    skill, draw = problem.skill, problem.draw
    state: dict[str, Value] = dict(start_of(skill.method, draw.rates, Fraction))
    for t, lines in enumerate(way_to(skill.method, skill.quantity, skill.steps), start=1):
        state |= {STEP: Fraction(t), **draw.rates, GRADIENT: draw.gradients[t - 1]}
        for line in lines:
            value = exact_function(line.expression)(state)
            unit = precision.unit(value)
            state[line.target] = value if unit is None else half_up(value, unit)
    return state[skill.quantity]
