"""The memory model alone, for going through a whole log: FSRS-6 without its cards and dates.

The formulas are those of the FSRS-6 algorithm as published by Open Spaced Repetition, for reviews
on different study days; the parameters are those of the scheduler, which sets every due day. A
trace is stability in days and difficulty 1–10.
"""

from math import e

from quizdeck.study.schedule import PARAMETERS as W

_AGAIN, _HARD, _EASY = 1, 2, 4
_GRADES = (1, 2, 3, 4)
_SHORTEST, _EASIEST, _HARDEST = 0.001, 1.0, 10.0

_DECAY = -W[20]
_FACTOR = 0.9 ** (1 / _DECAY) - 1
_GAIN = e ** W[8]
_LEAST_LOSS = e ** (W[17] * W[18])
_BONUS = dict.fromkeys(_GRADES, 1.0) | {_HARD: W[15], _EASY: W[16]}
_FIRST_DIFFICULTY = {grade: W[4] - e ** (W[5] * (grade - 1)) + 1 for grade in _GRADES}
_CHANGE = {grade: -(W[6] * (grade - 3)) for grade in _GRADES}


def met(grade: int) -> tuple[float, float]:
    """Return the trace that the first review leaves."""
    return max(W[grade - 1], _SHORTEST), _clamped(_FIRST_DIFFICULTY[grade])


def chance(stability: float, days: int) -> float:
    """Return the probability that something is still known so many days after its last review."""
    return float((1 + _FACTOR * days / stability) ** _DECAY)


def renewed(stability: float, difficulty: float, recall: float, grade: int) -> tuple[float, float]:
    """Return the trace after a review on a later day, at which ``recall`` was the chance."""
    if grade == _AGAIN:
        forgotten = e ** ((1 - recall) * W[14])
        left = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * forgotten
        after = min(left, stability / _LEAST_LOSS)
    else:
        surprise = e ** ((1 - recall) * W[10]) - 1
        growth = _GAIN * (11 - difficulty) * stability ** -W[9] * surprise * _BONUS[grade]
        after = stability * (1 + growth)
    damped = difficulty + (_HARDEST - difficulty) * _CHANGE[grade] / 9
    reverted = W[7] * _FIRST_DIFFICULTY[_EASY] + (1 - W[7]) * damped
    return max(after, _SHORTEST), _clamped(reverted)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, _EASIEST), _HARDEST)
