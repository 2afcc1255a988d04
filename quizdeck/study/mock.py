"""A mock quiz as it stands: the paper, what is known of every 小問, and the clock."""

from dataclasses import dataclass

from quizdeck.study.exercise import Exercise
from quizdeck.study.mock_events import Ending
from quizdeck.study.moment import Moment
from quizdeck.study.paper import Slot
from quizdeck.text import Localized


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of one 小問: the number chosen now and at first, flag, time spent, notes.

    ``slips`` are those that the answer handed in comes from.
    """

    chosen: int | None = None
    first: int | None = None
    is_flagged: bool = False
    is_seen: bool = False
    milliseconds: int = 0
    note: str = ""
    slips: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mock:
    """A paper under way or handed in; ``place`` is the 小問 in front, since ``since``.

    ``keys`` are the numbers of the right options and ``topics`` what the 小問 are about, as the log
    keeps them. What was handed in can be judged without its ``exercises``, which are empty where
    nobody is going to read them.
    """

    id: str
    preset: str
    title: Localized
    seed: int
    minutes: int
    slots: tuple[Slot, ...]
    topics: tuple[str, ...]
    keys: tuple[int, ...]
    exercises: tuple[Exercise, ...]
    sheets: tuple[Sheet, ...]
    begun: Moment
    place: int
    since: Moment
    ended: Moment | None = None
    ending: Ending | None = None

    @property
    def deadline(self) -> int:
        """Return when the time is up, in milliseconds of the epoch."""
        return self.begun.epoch_milliseconds + self.minutes * 60_000

    def milliseconds_left(self, now: Moment) -> int:
        """Return how much time is left, 0 when it is up."""
        return max(0, self.deadline - now.epoch_milliseconds)

    def pace(self, now: Moment) -> int:
        """Return the milliseconds in hand, below 0 when behind an even pace through the paper."""
        answered_ = sum(sheet.chosen is not None for sheet in self.sheets)
        planned = answered_ * self.minutes * 60_000 // len(self.slots)
        return planned - (now.epoch_milliseconds - self.begun.epoch_milliseconds)

    @property
    def is_over(self) -> bool:
        """Return whether the paper is in."""
        return self.ended is not None

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Return the places without an answer."""
        return tuple(i for i, sheet in enumerate(self.sheets) if sheet.chosen is None)

    @property
    def flagged(self) -> tuple[int, ...]:
        """Return the places with a flag."""
        return tuple(i for i, sheet in enumerate(self.sheets) if sheet.is_flagged)

    @property
    def review_place(self) -> int | None:
        """Return the next place, going round, that is flagged or without an answer."""
        count = len(self.slots)
        places = ((self.place + step) % count for step in range(1, count + 1))
        waiting = {*self.unanswered, *self.flagged}
        return next((place for place in places if place in waiting), None)

    def is_correct(self, place: int) -> bool:
        """Return whether the answer at ``place`` is right; without one it is not."""
        return self.sheets[place].chosen == self.keys[place]
