"""Everything that the log says about how it goes, counted once for every screen.

First tries are counted by topic, level and item, so that the groups of each kind add up to the
total. Slips overlap: one item may have several, so theirs do not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizdeck.study.attempts import Attempt
from quizdeck.study.counts import Score, SlipCount
from quizdeck.study.queue import streak
from quizdeck.study.records import Json
from quizdeck.study.session import Cause
from quizdeck.study.slip_history import SlipHistory, histories_of
from quizdeck.study.statistics_calibration import Predicted, Said, predicted, said
from quizdeck.study.statistics_days import Day, days_of
from quizdeck.study.statistics_groups import Group, Share, Tally, added, group_of, groups, tallies
from quizdeck.study.statistics_marks import marked
from quizdeck.study.topics import place_of_topic, topic_in

FORECAST_DAYS = 14
NO_LEVEL = ""
_MOST_SLIPS, _MOST_ITEMS = 10, 10


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that ``stats`` shows."""

    attempts: int
    days: int
    streak: int
    due: int
    topics: tuple[Score, ...]
    slips: tuple[SlipCount, ...]


@dataclass(frozen=True, slots=True)
class SlipGroup:
    """One slip, and how the items in which it was made go."""

    history: SlipHistory
    right: Share
    retained: Share


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How often a cause was named for a miss."""

    cause: Cause
    times: int


@dataclass(frozen=True, slots=True)
class DueDay:
    """How many items fall due on a study day; those overdue fall due today."""

    study_day: int
    due: int


@dataclass(frozen=True, slots=True)
class Flag:
    """An item that is marked, and the note it is marked with, empty for none."""

    item: str
    note: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """All the numbers, and the items that are marked.

    ``mocks`` holds one record for each mock that is in, as it is exported.
    """

    today: int
    attempts: int
    days: tuple[Day, ...]
    streak: int
    total: Group
    topics: tuple[Group, ...]
    levels: tuple[Group, ...]
    items: tuple[Group, ...]
    slips: tuple[SlipGroup, ...]
    causes: tuple[CauseCount, ...]
    forecast: tuple[DueDay, ...]
    said: tuple[Said, ...]
    predicted: tuple[Predicted, ...]
    mocks: tuple[Mapping[str, Json], ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def study_days(self) -> tuple[int, ...]:
        """Return the study days that have an answer, in order."""
        return tuple(day.study_day for day in self.days)

    @property
    def due(self) -> int:
        """Return how many items are due today or overdue."""
        return self.forecast[0].due

    @property
    def weakest(self) -> tuple[Group, ...]:
        """Return the items that most seldom are right at first try, fewer than all right."""
        imperfect = [g for g in self.items if g.right.part < g.right.whole]
        by_share = sorted(imperfect, key=lambda g: (g.right.part / g.right.whole, -g.right.whole))
        return tuple(by_share[:_MOST_ITEMS])

    @property
    def scores(self) -> Scores:
        """Return the same numbers in short, as the scores page shows them."""
        often = sorted(self.slips, key=lambda slip: (-slip.history.times, slip.history.slip))
        return Scores(
            attempts=self.attempts,
            days=len(self.days),
            streak=self.streak,
            due=self.due,
            topics=tuple(
                Score(group.name, group.right.whole, group.right.part, _seconds(group))
                for group in self.topics
                if group.right.whole
            ),
            slips=tuple(
                SlipCount(slip.history.slip, slip.history.times) for slip in often[:_MOST_SLIPS]
            ),
        )


def statistics_of(
    attempts: Sequence[Attempt],
    causes: Iterable[str] = (),
    *,
    today: int,
    levels: Mapping[str, int],
    topics: Mapping[str, str] | None = None,
    due_days: Iterable[int],
    mocks: Sequence[Mapping[str, Json]] = (),
    notes: Mapping[str, str] | None = None,
) -> Statistics:
    """Return all the numbers.

    ``attempts`` come by study day and time; of each miss whose cause was named, ``causes`` holds
    one. ``levels`` and ``topics`` hold those of every item that exists, ``due_days`` the study day
    on which each item that is scheduled falls due, ``mocks`` a record for each mock, and ``notes``
    what each marked item is marked with.
    """
    known = topics or {}
    marks = tuple(marked(attempts))
    items, by_day = tallies(marks)
    days = days_of(by_day)
    by_topic = groups(items, lambda item: topic_in(known, item))
    return Statistics(
        today=today,
        attempts=len(attempts),
        days=days,
        streak=streak([day.study_day for day in days], today),
        total=group_of("", items.values()),
        topics=tuple(sorted(by_topic, key=lambda group: place_of_topic(group.name))),
        levels=groups(items, lambda item: str(levels.get(item, NO_LEVEL))),
        items=groups(items, str),
        slips=_slips(attempts, items),
        causes=_causes(causes),
        forecast=due_forecast(due_days, today),
        said=said(marks),
        predicted=predicted(marks),
        mocks=tuple(mocks),
        flags=tuple(Flag(item, note) for item, note in sorted((notes or {}).items())),
    )


def due_forecast(due_days: Iterable[int], today: int) -> tuple[DueDay, ...]:
    """Return how many items fall due on each of the next days, today among them.

    Only what is scheduled now is counted: neither new items nor what is answered in between.
    """
    counts = Counter(max(today, day) for day in due_days)
    return tuple(DueDay(day, counts[day]) for day in range(today, today + FORECAST_DAYS))


def _slips(attempts: Iterable[Attempt], items: Mapping[str, Tally]) -> tuple[SlipGroup, ...]:
    return tuple(
        SlipGroup(
            history,
            added(items[item].right_share for item in history.items),
            added(items[item].retained_share for item in history.items),
        )
        for history in histories_of(attempts)
    )


def _causes(named: Iterable[str]) -> tuple[CauseCount, ...]:
    """Return the causes named, the most frequent first."""
    counts = Counter(named)
    known = (CauseCount(cause, counts[cause]) for cause in Cause if counts[cause])
    return tuple(sorted(known, key=lambda count: -count.times))


def _seconds(group: Group) -> float:
    return group.pace.mean_seconds or 0.0
