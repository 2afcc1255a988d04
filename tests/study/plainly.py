"""The statistics counted slowly and plainly, from whole records, to hold the fast ones to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, median

from quizdeck.study.attempts import Attempt, attempt_of
from quizdeck.study.records import Outcome, Record, RecordKind
from quizdeck.study.schedule import rebuilt, recall


@dataclass(frozen=True)
class Plain:
    """A log and everything that is counted of it, each number by going through all of it."""

    records: Sequence[Record]

    @cached_property
    def standing(self) -> list[Record]:
        """The attempts that were not taken back, by study day and time."""
        void = {record.target for record in self.records if record.kind is RecordKind.VOID}
        attempts = [r for r in self.records if r.kind is RecordKind.ATTEMPT]
        kept = [attempt for attempt in attempts if attempt.identity not in void]
        return sorted(kept, key=lambda r: (r.moment.study_day, r.moment.epoch_milliseconds))

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        named = {
            record.target: str(record.payload["slip"])
            for record in self.records
            if record.kind is RecordKind.SLIP_NAMED
        }
        return tuple(attempt_of(each, named.get(each.identity)) for each in self.standing)

    @property
    def causes(self) -> tuple[str, ...]:
        """The last cause named of each miss that stands."""
        known = {attempt.identity for attempt in self.standing}
        named = [r for r in self.records if r.kind is RecordKind.CAUSE and r.target in known]
        named.sort(key=lambda record: record.moment.epoch_milliseconds)
        return tuple({r.target: str(r.payload["cause"]) for r in named}.values())

    @property
    def firsts(self) -> list[Record]:
        """The first try at each item on each day."""
        return [
            each
            for place, each in enumerate(self.standing)
            if not any(_same_day(each, other) for other in self.standing[:place])
        ]

    @property
    def ratings(self) -> list[Record]:
        """The first graded attempt outside practice at each item on each day."""
        graded = [r for r in self.standing if r.grade is not None and r.mode.is_scheduled]
        return [
            each
            for place, each in enumerate(graded)
            if not any(_same_day(each, other) for other in graded[:place])
        ]

    @property
    def reviews(self) -> list[Record]:
        """The ratings of what had been rated before."""
        return [
            each
            for place, each in enumerate(self.ratings)
            if any(each.item == other.item for other in self.ratings[:place])
        ]

    @property
    def predictions(self) -> list[tuple[float, bool]]:
        """The recall that the schedule expected before each review, and whether it was known."""
        found = []
        for review in self.reviews:
            before = self.standing[: self.standing.index(review)]
            memory = rebuilt(r for r in before if r.item == review.item)[review.item or ""]
            found.append((recall(memory, review.moment.study_day), (review.grade or 0) > 1))
        return found


def right_of(firsts: Iterable[Record]) -> tuple[int, int]:
    tries = list(firsts)
    return sum(each.outcome is Outcome.CORRECT for each in tries), len(tries)


def kept_of(reviews: Iterable[Record]) -> tuple[int, int]:
    tries = list(reviews)
    return sum((each.grade or 0) > 1 for each in tries), len(tries)


def pace_of(firsts: Iterable[Record]) -> tuple[int, float | None, float | None, int]:
    """How many were timed, median and mean seconds, and how many took longer than the exam's."""
    times = [each.elapsed_milliseconds for each in firsts]
    timed = [time for time in times if time is not None]
    if not timed:
        return 0, None, None, 0
    mean = fmean(min(time, 600_000) for time in timed) / 1000
    middle = min(round(median(timed)), 600_000) / 1000
    return len(timed), middle, mean, sum(time > 69_000 for time in timed)


def _same_day(one: Record, other: Record) -> bool:
    return one.item == other.item and one.moment.study_day == other.moment.study_day
