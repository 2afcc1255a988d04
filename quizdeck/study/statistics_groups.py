"""How often, how lastingly and how fast: the same counts for any group of attempts."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from quizdeck.study.scores import LONGEST_MILLISECONDS
from quizdeck.study.statistics_marks import Marked

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


@dataclass(slots=True)
class Tally:
    """What is counted of one item or day; ``times`` are the milliseconds of its first tries."""

    answers: int = 0
    tries: int = 0
    right: int = 0
    reviews: int = 0
    retained: int = 0
    times: list[int] = field(default_factory=list)

    def add(self, marked: Marked) -> None:
        """Count one attempt."""
        attempt, is_first, _, is_review, is_recalled = marked
        self.answers += 1
        if is_first:
            self.tries += 1
            self.right += attempt.is_right
            if attempt.milliseconds is not None:
                self.times.append(attempt.milliseconds)
        if is_review:
            self.reviews += 1
            self.retained += is_recalled

    @property
    def right_share(self) -> Share:
        """Return the share of first tries that were right."""
        return Share(self.right, self.tries)

    @property
    def retained_share(self) -> Share:
        """Return the share of reviews that were known."""
        return Share(self.retained, self.reviews)


def tallies(attempts: Iterable[Marked]) -> tuple[Mapping[str, Tally], Mapping[int, Tally]]:
    """Return what is counted of each item, and of each study day."""
    by_item: defaultdict[str, Tally] = defaultdict(Tally)
    by_day: defaultdict[int, Tally] = defaultdict(Tally)
    for marked in attempts:
        by_item[marked.attempt.item].add(marked)
        by_day[marked.attempt.study_day].add(marked)
    return by_item, by_day


def groups(by_item: Mapping[str, Tally], name_of: Callable[[str], str]) -> tuple[Group, ...]:
    """Return the counts by the name of each item's group, in alphabetical order."""
    by_name: dict[str, list[Tally]] = {}
    for item, tally in by_item.items():
        by_name.setdefault(name_of(item), []).append(tally)
    return tuple(group_of(name, by_name[name]) for name in sorted(by_name))


def group_of(name: str, members: Iterable[Tally]) -> Group:
    """Return the counts over the items or days of one group."""
    together = tuple(members)
    return Group(
        name,
        added(tally.right_share for tally in together),
        added(tally.retained_share for tally in together),
        _pace([time for tally in together for time in tally.times]),
    )


def added(shares: Iterable[Share]) -> Share:
    """Return the share of several groups that have nothing in common."""
    together = tuple(shares)
    return Share(sum(share.part for share in together), sum(share.whole for share in together))


def _pace(times: Sequence[int]) -> Pace:
    if not times:
        return Pace(0, None, None, 0)
    ordered = sorted(times)
    count, stayed = len(ordered), bisect(ordered, LONGEST_MILLISECONDS)
    total = sum(ordered[:stayed]) + (count - stayed) * LONGEST_MILLISECONDS
    middle = min(round(median(ordered)), LONGEST_MILLISECONDS)
    over = count - bisect(ordered, 1000 * EXAM_SECONDS)
    return Pace(count, middle / 1000, total / count / 1000, over)
