"""What each attempt counts as; every statistic starts from these marks."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizdeck.study.attempts import Attempt

_AGAIN = 1


class Marked(NamedTuple):
    """An attempt and what it counts as.

    ``is_first`` is the first try at its item on its study day, in whatever mode. ``is_rated`` is
    the first graded attempt of its item's study day outside practice, which sets the schedule, and
    ``is_review`` one of an item that was rated on an earlier day: what retention is counted over.
    ``is_recalled`` says whether it was rated as known: right, and without help.
    """

    attempt: Attempt
    is_first: bool
    is_rated: bool
    is_review: bool
    is_recalled: bool


def marked(attempts: Iterable[Attempt]) -> Iterator[Marked]:
    """Yield ``attempts``, which come by study day and time, with their marks."""
    tried: dict[str, int] = {}
    rated: dict[str, int] = {}
    for attempt in attempts:
        item, day, grade = attempt.item, attempt.study_day, attempt.grade
        earlier = rated.get(item)
        rates = grade is not None and earlier != day
        yield Marked(
            attempt,
            is_first=tried.get(item) != day,
            is_rated=rates,
            is_review=rates and earlier is not None,
            is_recalled=(grade or _AGAIN) > _AGAIN,
        )
        tried[item] = day
        if rates:
            rated[item] = day
