"""Items that keep failing: repeating them once more helps less than what they stand on."""

from collections.abc import Sequence
from dataclasses import dataclass

LAST_RATINGS = 5  # how many study days are looked back on

_MOST_LAPSES = 3
_AGAIN = 1


@dataclass(frozen=True, slots=True)
class Leech:
    """An item that failed ``failures`` times, and the items to practise first."""

    item: str
    failures: int
    groundwork: tuple[str, ...]


def failures(lapses: int, last_ratings: Sequence[int]) -> int | None:
    """Return how often an item failed if that is too often, else None.

    ``lapses`` counts how often it was forgotten after it had been known, ``last_ratings`` are those
    of the last study days it was asked on, at most ``LAST_RATINGS``.
    """
    failed = max(lapses, sum(rating == _AGAIN for rating in last_ratings[:LAST_RATINGS]))
    return failed if failed >= _MOST_LAPSES else None
