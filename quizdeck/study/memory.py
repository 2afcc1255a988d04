"""What the schedule believes about one item, apart from the library that computes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Memory:
    """What the schedule believes about one item.

    ``stability`` is the number of days until recall falls to 90 %, ``difficulty`` lies in 1–10
    (FSRS-6); ``due_day`` and ``last_day`` are study days.
    """

    item: str
    stability: float
    difficulty: float
    due_day: int
    last_day: int
    repetitions: int
    lapses: int
