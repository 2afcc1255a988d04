"""A step that the explorer shows, as a numeric problem with the numbers of its table."""

from fractions import Fraction

from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.one_step import needed_numbers, step_skill
from quizdeck.study.explorer import Explorer, number_of

_FINEST = Fraction(1, 10**12)  # a number below it is given as 0: nobody writes so many zeros


def step_question(explorer: Explorer) -> Skill | None:
    """Return the chosen number of the chosen method's last step, asked of its numbers before.

    They are given as the table rounds them. None where the method has taken no such step.
    """
    walk, t = explorer.walk, explorer.cursor
    if not 1 <= t <= len(walk.steps):
        return None
    cell = explorer.cells[explorer.cell]
    after = walk.steps[t - 1][cell.axis]
    before = walk.steps[t - 2][cell.axis] if t > 1 else None
    rates = dict(explorer.rates[explorer.chosen])

    def number(name: str) -> Fraction:
        if name in rates:
            return rates[name]
        if name == STEP:
            return Fraction(t)
        if name == GRADIENT:
            return _as_shown(after[GRADIENT])
        state = name.removesuffix("0")
        if state == PARAMETER:
            return _as_shown(walk.points[t - 1][cell.axis])
        return _as_shown(before[state]) if before else walk.method.initial_values[state]

    names = needed_numbers(walk.method, cell.quantity)
    return step_skill(walk.method, cell.quantity, tuple((name, number(name)) for name in names))


def _as_shown(value: float) -> Fraction:
    number = Fraction(number_of(value))
    return round(number / _FINEST) * _FINEST
