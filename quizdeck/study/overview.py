"""What the log says at a glance, as the front ends show it."""

from dataclasses import dataclass

from quizdeck.study.queue import Workload
from quizdeck.study.scores import Score, SlipCount

RECENT_DAYS = 28  # how far back the home page looks for scores and slips


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the home screen and ``due`` show.

    ``scores`` and ``slips`` are those of the last ``RECENT_DAYS``, ``week`` the answers of each of
    the last seven days, ``ahead`` how many of the items met so far fall due on each of the next.
    """

    today: int
    workload: Workload
    left_in_session: int
    can_learn_more: bool
    has_history: bool
    streak: int
    scores: tuple[Score, ...]
    slips: tuple[SlipCount, ...]
    week: tuple[int, ...]
    ahead: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that ``stats`` shows."""

    attempts: int
    days: int
    streak: int
    due: int
    topics: tuple[Score, ...]
    slips: tuple[SlipCount, ...]
