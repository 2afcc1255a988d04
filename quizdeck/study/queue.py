"""What to study today: due items first, then new ones in teaching order, well mixed."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from quizdeck.study.memory import Memory
from quizdeck.study.topics import TOPICS

SECONDS_AN_ITEM = 45  # until enough answers say how long this person takes


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a person wants to do; ``reviews_a_day`` keeps a long break from becoming a wall."""

    items_a_session: int = 20
    new_a_day: int = 12
    reviews_a_day: int = 40


LIMITS = Limits()


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
class Done:
    """How many items were met for the first time, and how many again."""

    new: int = 0
    reviews: int = 0


NOTHING_DONE = Done()


@dataclass(frozen=True, slots=True)
class Workload:
    """What waits today; ``put_off`` counts the due items that are left for the days after."""

    due: tuple[str, ...]
    new: tuple[str, ...]
    put_off: int = 0

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
    done_today: Done = NOTHING_DONE,
    urgent: Container[str] = (),
    limits: Limits = LIMITS,
) -> Workload:
    """Return what to study on ``study_day``, at most ``limits.items_a_session`` items.

    Of the ``due`` items, all of which exist, the ``urgent`` ones come first and the others by
    lowest recall. New ones follow as far as the daily limits allow, but not while reviews are put
    off. ``candidates`` are in teaching order, and no more of them are looked at than it takes.
    """
    in_order = sorted(due, key=lambda m: (m.item not in urgent, recall(m, study_day), m.item))
    today = in_order[: max(0, limits.reviews_a_day - done_today.reviews)]
    chosen = today[: limits.items_a_session]
    put_off = len(in_order) - len(today)
    room = min(limits.items_a_session - len(chosen), limits.new_a_day - done_today.new)
    new = islice(unmet(candidates, met), 0 if put_off else max(0, room))
    return Workload(tuple(m.item for m in chosen), tuple(c.item for c in new), put_off)


def done_on(study_day: int, memories: Iterable[Memory]) -> Done:
    """Return how much of ``study_day``'s work was done, as the schedule tells."""
    repetitions = [m.repetitions for m in memories if m.last_day == study_day]
    new = sum(count == 1 for count in repetitions)
    return Done(new=new, reviews=len(repetitions) - new)


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
