"""What the log says about how well it goes: pure counts over attempts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.counts import NamedCount, Score, SlipCount
from quizdeck.study.records import Outcome, Record, RecordKind
from quizdeck.study.topics import place_of_topic, topic_in

LONGEST_MILLISECONDS = 10 * 60 * 1000  # a person who left the desk does not count as slow


@dataclass(frozen=True, slots=True)
class Tally:
    """How often and how fast one item was answered at first try, absences cut short."""

    item: str
    attempts: int
    correct: int
    milliseconds: int


def first_tries(attempts: Iterable[Record]) -> tuple[Record, ...]:
    """Return the first attempt at each item on each study day, in order."""
    seen: set[tuple[str | None, int]] = set()
    firsts = []
    for attempt in attempts:
        key = (attempt.item, attempt.moment.study_day)
        if key not in seen:
            seen.add(key)
            firsts.append(attempt)
    return tuple(firsts)


def scores_by_topic(attempts: Iterable[Record]) -> tuple[Score, ...]:
    """Return the scores of first tries, by topic in the order of study."""
    return scores_of(map(_tally, first_tries(attempts)))


def scores_of(
    tallies: Iterable[Tally], topics: Mapping[str, str] | None = None
) -> tuple[Score, ...]:
    """Return the scores of what was counted by item, by topic in the order of study.

    An item that ``topics`` does not know is about what its id says.
    """
    known = topics or {}
    by_topic: dict[str, list[Tally]] = {}
    for tally in tallies:
        by_topic.setdefault(topic_in(known, tally.item), []).append(tally)
    return tuple(_score(topic, by_topic[topic]) for topic in sorted(by_topic, key=place_of_topic))


def slip_counts(records: Iterable[Record], *, most: int = 5) -> tuple[SlipCount, ...]:
    """Return the slips made most often, of attempts and of the slips named after them.

    An answer that fits several counts for the one that the learner named, else for the first.
    """
    made: dict[str | None, str] = {}
    for record in records:
        if record.kind is RecordKind.SLIP_NAMED:
            made[record.target] = str(record.payload.get("slip"))
        else:
            slips = record.payload.get("slips")
            if isinstance(slips, list) and slips:
                made[record.identity] = str(slips[0])
    return counted(made.values(), most=most)


def counted(slips: Iterable[str], *, most: int = 5) -> tuple[SlipCount, ...]:
    """Return how often the slips made most often were made."""
    return tuple(SlipCount(slip, times) for slip, times in Counter(slips).most_common(most))


def named(counts: Iterable[SlipCount]) -> tuple[NamedCount, ...]:
    """Return counts of known slips with the names of these."""
    return tuple(NamedCount(slip_by_id(count.slip).name, count.times) for count in counts)


def answers_by_day(attempts: Iterable[Record], days: Sequence[int]) -> tuple[int, ...]:
    """Return how many answers each of ``days`` has."""
    counts = Counter(attempt.moment.study_day for attempt in attempts)
    return tuple(counts[day] for day in days)


def mean_seconds(times: Iterable[int]) -> float:
    """Return the mean of times in milliseconds, absences cut short."""
    counted_times = [min(time, LONGEST_MILLISECONDS) for time in times]
    return sum(counted_times) / len(counted_times) / 1000


def _tally(attempt: Record) -> Tally:
    milliseconds = min(attempt.elapsed_milliseconds or 0, LONGEST_MILLISECONDS)
    return Tally(attempt.item or "", 1, attempt.outcome is Outcome.CORRECT, milliseconds)


def _score(topic: str, tallies: Sequence[Tally]) -> Score:
    attempts = sum(tally.attempts for tally in tallies)
    correct = sum(tally.correct for tally in tallies)
    seconds = sum(tally.milliseconds for tally in tallies) / attempts / 1000
    return Score(topic, attempts, correct, seconds)
