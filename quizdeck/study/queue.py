"""What to study today: due items first, then new ones in teaching order, well mixed."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from quizdeck.study.memory import Memory
from quizdeck.study.topics import TOPICS

NEW_ITEMS_A_DAY = 12
ITEMS_A_SESSION = 20
SECONDS_AN_ITEM = 45  # until enough answers say how long this person takes


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that exists; ``is_advanced`` ones go beyond the exam and come last.

    ``needs`` are the items that have to be met before it.
    """

    item: str
    topic: str
    level: int
    is_numeric: bool
    is_advanced: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate and how many come before it in its lane.

    A lane is shared by the items of the same stage and topic that are answered in the same way.
    """

    candidate: Candidate
    turn: int

    @property
    def order(self) -> tuple[bool, int, int, int, str, bool]:
        """Return what sorts into the teaching order."""
        return *_stage(self.candidate), self.turn, *_lane(self.candidate)


@dataclass(frozen=True, slots=True)
class Workload:
    """What waits today."""

    due: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """Return everything in the order of study."""
        return self.due + self.new

    @property
    def minutes(self) -> int:
        """Return about how long it takes."""
        return max(1, round(len(self.items) * SECONDS_AN_ITEM / 60)) if self.items else 0


def workload(
    due: Iterable[Memory],
    candidates: Iterable[Candidate],
    met: Container[str],
    *,
    study_day: int,
    recall: Callable[[Memory, int], float],
    new_today: int,
    count: int = ITEMS_A_SESSION,
    new_limit: int = NEW_ITEMS_A_DAY,
) -> Workload:
    """Return what to study on ``study_day``, at most ``count`` items.

    ``due`` items, all of which exist, come by lowest recall, then new ones as far as the daily
    limit, of which ``new_today`` have been met already, allows. ``candidates`` are in teaching
    order, and no more of them are looked at than it takes.
    """
    by_recall = sorted(due, key=lambda memory: (recall(memory, study_day), memory.item))
    room = max(0, min(count - len(by_recall), new_limit - new_today))
    new = islice(unmet(candidates, met), room)
    return Workload(tuple(m.item for m in by_recall[:count]), tuple(c.item for c in new))


def unmet(candidates: Iterable[Candidate], met: Container[str]) -> Iterator[Candidate]:
    """Yield those that can be met for the first time now."""
    for candidate in candidates:
        if candidate.item not in met and all(need in met for need in candidate.needs):
            yield candidate


def placed(candidates: Iterable[Candidate]) -> tuple[Placed, ...]:
    """Return candidates in teaching order.

    Easier items come first, and within a level topics and kinds take turns. The given order is kept
    within each topic and kind.
    """
    turns = Counter[object]()
    found = []
    for candidate in candidates:
        lane = (_stage(candidate), _lane(candidate))
        found.append(Placed(candidate, turns[lane]))
        turns[lane] += 1
    return tuple(sorted(found, key=lambda each: each.order))


def in_teaching_order(*sources: Iterable[Placed]) -> Iterator[Candidate]:
    """Yield the candidates of all sources, each in teaching order, in that of them all."""
    return (each.candidate for each in merge(*sources, key=lambda each: each.order))


def _stage(candidate: Candidate) -> tuple[bool, int]:
    return candidate.is_advanced, candidate.level


def _lane(candidate: Candidate) -> tuple[int, str, bool]:
    known = candidate.topic in TOPICS
    place = TOPICS.index(candidate.topic) if known else len(TOPICS)
    return place, candidate.topic, candidate.is_numeric


def streak(study_days: Sequence[int], today: int) -> int:
    """Return how many days in a row ended today or yesterday; ``study_days`` ascend."""
    days = set(study_days)
    day = today if today in days else today - 1
    length = 0
    while day in days:
        length += 1
        day -= 1
    return length
