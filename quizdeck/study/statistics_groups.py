"""How often, how lastingly and how fast: the same counts for any group of attempts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from quizdeck.study.scores import mean_seconds
from quizdeck.study.statistics_marks import MarkedAttempt

EXAM_SECONDS = 69  # the real exam's time for a 小問


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Return the share in whole percents, None of nothing."""
        return round(100 * self.part / self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Pace:
    """How long first tries took, absences cut short; ``over`` took longer than the exam allows."""

    timed: int
    median_seconds: float | None
    mean_seconds: float | None
    over: int


@dataclass(frozen=True, slots=True)
class Group:
    """What is counted of one topic, level or item, or of everything.

    ``right`` is the share of first tries that were right, ``retained`` that of reviews on a later
    day that were known without help.
    """

    name: str
    right: Share
    retained: Share
    pace: Pace


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted of one item; ``times`` are the milliseconds of its first tries."""

    right: Share
    retained: Share
    times: tuple[int, ...]


def tallies(attempts: Iterable[MarkedAttempt]) -> Mapping[str, Tally]:
    """Return what is counted of each item."""
    by_item: dict[str, list[MarkedAttempt]] = {}
    for attempt in attempts:
        by_item.setdefault(attempt.item, []).append(attempt)
    return {item: _tally(its) for item, its in by_item.items()}


def groups(by_item: Mapping[str, Tally], name_of: Callable[[str], str]) -> tuple[Group, ...]:
    """Return the counts by the name of each item's group, in alphabetical order."""
    by_name: dict[str, list[Tally]] = {}
    for item, tally in by_item.items():
        by_name.setdefault(name_of(item), []).append(tally)
    return tuple(group_of(name, by_name[name]) for name in sorted(by_name))


def group_of(name: str, members: Iterable[Tally]) -> Group:
    """Return the counts over the items of one group."""
    together = tuple(members)
    return Group(
        name,
        added(tally.right for tally in together),
        added(tally.retained for tally in together),
        _pace([time for tally in together for time in tally.times]),
    )


def added(shares: Iterable[Share]) -> Share:
    """Return the share of several groups that have nothing in common."""
    together = tuple(shares)
    return Share(sum(share.part for share in together), sum(share.whole for share in together))


def _tally(attempts: Sequence[MarkedAttempt]) -> Tally:
    firsts = [attempt for attempt in attempts if attempt.is_first]
    reviews = [attempt.is_recalled for attempt in attempts if attempt.is_review]
    times = (attempt.record.elapsed_milliseconds for attempt in firsts)
    return Tally(
        Share(sum([attempt.is_right for attempt in firsts]), len(firsts)),
        Share(sum(reviews), len(reviews)),
        tuple(time for time in times if time is not None),
    )


def _pace(times: Sequence[int]) -> Pace:
    if not times:
        return Pace(0, None, None, 0)
    middle = mean_seconds((round(median(times)),))
    over = sum(time > 1000 * EXAM_SECONDS for time in times)
    return Pace(len(times), middle, mean_seconds(times), over)
