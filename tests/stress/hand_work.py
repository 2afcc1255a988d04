"""How much work a problem is by hand: digit times digit, summed over its sheet."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from quizdeck.expressions.evaluate import EXACT, compiled
from quizdeck.expressions.exact import Value, midpoint
from quizdeck.expressions.tree import Binary, Call, Expression, Name, Negation, Number, Operator
from quizdeck.optimizers.method import STEP
from quizdeck.problems.path import start_of, values_on_the_way, way_to
from quizdeck.problems.precision import terminating_decimal
from quizdeck.problems.problem import Problem

_ROUNDED = 4  # figures that somebody carries along of a number without an end
_LONGEST = 12

_evaluator = lru_cache(maxsize=4096)(lambda expression: compiled(expression, EXACT))


def hand_work(problem: Problem) -> int:
    """Return the products of digits that multiplying, dividing and taking roots comes to.

    A sum costs the digits of its longer side; what is 0 or 1 costs nothing.
    """
    skill, draw = problem.skill, problem.draw
    after = values_on_the_way(skill.method, skill.quantity, draw)
    before: Mapping[str, Value] = start_of(skill.method, draw.rates, Fraction)
    work = 0
    for t, lines in enumerate(way_to(skill.method, skill.quantity, skill.steps), start=1):
        known = {**before, **draw.rates, **{n: after[t - 1][n] for n in ("g", STEP)}}
        for line in lines:
            work += _work(line.expression, known)
            known[line.target] = after[t - 1][line.target]
        before = after[t - 1]
    return work


def _work(expression: Expression, known: Mapping[str, Value]) -> int:
    match expression:
        case Number() | Name():
            return 0
        case Negation(operand):
            return _work(operand, known)
        case Call(_, arguments):
            return sum(_work(a, known) + _digits(a, known) ** 2 for a in arguments)
        case Binary(operator, left, right):
            return _work(left, known) + _work(right, known) + _step(operator, left, right, known)


def _step(
    operator: Operator, left: Expression, right: Expression, known: Mapping[str, Value]
) -> int:
    ours, theirs = _digits(left, known), _digits(right, known)
    if operator in {Operator.ADD, Operator.SUBTRACT}:
        return max(ours, theirs) if ours and theirs else 0
    if operator is Operator.POWER:
        times = max(0, int(midpoint(_evaluator(right)(known))) - 1)
        return times * ours**2
    return ours * theirs


def _digits(expression: Expression, known: Mapping[str, Value]) -> int:
    value = _evaluator(expression)(known)
    if not isinstance(value, Fraction):
        return _ROUNDED
    if abs(value) in {0, 1}:
        return 0
    decimal = terminating_decimal(value, _LONGEST)
    if decimal is not None:
        return len(decimal.lstrip("-0.").replace(".", "")) or 1
    return len(str(abs(value.numerator))) + len(str(value.denominator))
