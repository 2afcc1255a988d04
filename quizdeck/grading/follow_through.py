"""Follow-through: a part that goes on without fault from a slip made in an earlier part."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from quizdeck.expressions.exact import Value
from quizdeck.grading.diagnosis import judge_problem
from quizdeck.grading.reading import Reading
from quizdeck.grading.verdict import Verdict, VerdictKind, slips_made
from quizdeck.problems.problem import Problem
from quizdeck.problems.slip_value import SlipValue
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.wrong_values import value_with_slips

_TELLS_NOTHING = frozenset({-1, 0, 1})  # whoever types these need not have gone on from anything


def judge_part(text: str, problem: Problem, earlier: Sequence[str]) -> Verdict:
    """Return the verdict on ``text`` where ``earlier`` are the slips diagnosed in earlier parts.

    A wrong number that follows from them by right steps is correct, and ``carried`` says from
    which. Raises nothing.
    """
    verdict = judge_problem(text, problem)
    reading = verdict.understood
    if verdict.kind is not VerdictKind.WRONG or not isinstance(reading, Reading):
        return verdict
    if reading.value in _TELLS_NOTHING:
        return verdict
    for carried, value in _ways_on(problem, earlier):
        if _states(reading, value, problem):
            return replace(
                verdict, kind=VerdictKind.CORRECT, slips=(), generic=None, carried=carried
            )
    return verdict


def _ways_on(problem: Problem, earlier: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield what follows from each choice of the earlier slips, from all of them first."""
    slips = [slip_by_id(id_) for id_ in dict.fromkeys(earlier)]
    for count in range(len(slips), 0, -1):
        for chosen in combinations(slips, count):
            value = value_with_slips(chosen, problem.skill, problem.draw)
            if value is not None:
                yield tuple(slip.id for slip in chosen), value


def _states(reading: Reading, value: Value, problem: Problem) -> bool:
    return bool(slips_made(reading, problem.precision, [SlipValue("", value, is_key=False)]))
