"""The verdict on a problem's answer, with everything the problem knows about wrong numbers."""

from dataclasses import replace

from quizdeck.grading.acceptance import is_correct
from quizdeck.grading.reading import Reading, Unreadable, read_answer
from quizdeck.grading.verdict import (
    GenericDiagnosis,
    GenericSlip,
    Verdict,
    VerdictKind,
    judge_incorrect,
    unreadable,
)
from quizdeck.problems.problem import Problem


def judge_problem(text: str, problem: Problem) -> Verdict:
    """Return the verdict on ``text``, whatever it is; raises nothing.

    What no slip explains is compared with the other numbers of the sheet and with the answers of
    people who round on the way.
    """
    try:
        reading = read_answer(text)
    except Unreadable as refusal:
        return unreadable(refusal)
    if is_correct(reading, problem.answer, problem.precision):  # before any slip is worked out
        return Verdict(VerdictKind.CORRECT, reading)
    verdict = judge_incorrect(reading, problem.answer, problem.precision, problem.slips)
    is_unexplained = not verdict.slips and verdict.generic is None
    if verdict.kind is not VerdictKind.WRONG or not is_unexplained:
        return verdict
    return replace(verdict, generic=_near_miss(reading, problem))


def _near_miss(reading: Reading, problem: Problem) -> GenericDiagnosis | None:
    # loaded for the first number that no slip explains
    from quizdeck.problems.near_misses import early_rounded, other_lines  # noqa: PLC0415

    for line in other_lines(problem):
        if is_correct(reading, line.value, problem.precision):
            return GenericDiagnosis(GenericSlip.OTHER_LINE, line=(line.step, line.quantity))
    for value in early_rounded(problem):
        if is_correct(reading, value, problem.precision):
            return GenericDiagnosis(GenericSlip.EARLY_ROUNDING)
    return None
