"""What the log says at a glance, as the front ends show it."""

from typing import NamedTuple

from quizdeck.study.counts import NamedCount, Score

RECENT_DAYS = 28  # how far back the home page looks for scores and slips


class Overview(NamedTuple):
    """Everything that the home screen and ``due`` show.

    ``due`` and ``new`` count what waits today, ``put_off`` what is left for the days after.
    ``scores`` and ``slips`` are those of the last ``RECENT_DAYS``, ``week`` the answers of each of
    the last seven days, ``ahead`` how many of the items met so far fall due on each of the next.
    """

    today: int
    due: int
    new: int
    minutes: int
    left_in_session: int
    can_learn_more: bool
    has_history: bool
    streak: int
    scores: tuple[Score, ...]
    slips: tuple[NamedCount, ...]
    week: tuple[int, ...]
    ahead: tuple[int, ...] = ()
    put_off: int = 0
