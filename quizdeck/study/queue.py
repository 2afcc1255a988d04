"""What to study today: due items first, then new ones in teaching order, well mixed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizdeck.study.memory import Memory
from quizdeck.study.topics import TOPICS

NEW_ITEMS_A_DAY = 12
ITEMS_A_SESSION = 20
SECONDS_AN_ITEM = 45  # until enough answers say how long this person takes


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that exists; ``is_advanced`` ones go beyond the exam and come last."""

    item: str
    topic: str
    level: int
    is_numeric: bool
    is_advanced: bool = False


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
    candidates: Sequence[Candidate],
    memories: Mapping[str, Memory],
    *,
    study_day: int,
    recall: Callable[[Memory, int], float],
    new_today: int,
    count: int = ITEMS_A_SESSION,
    new_limit: int = NEW_ITEMS_A_DAY,
) -> Workload:
    """Return what to study on ``study_day``, at most ``count`` items.

    Due items come by lowest recall, then new ones in teaching order as far as the daily limit,
    of which ``new_today`` have been met already, allows.
    """
    known = [memories[c.item] for c in candidates if c.item in memories]
    due = sorted(
        (memory for memory in known if memory.due_day <= study_day),
        key=lambda memory: (recall(memory, study_day), memory.item),
    )
    room = max(0, min(count - len(due), new_limit - new_today))
    unmet = [c for c in candidates if c.item not in memories]
    new = [c.item for c in in_teaching_order(unmet)[:room]]
    return Workload(tuple(m.item for m in due[:count]), tuple(new))


def in_teaching_order(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return easier items first, and within a level topics and kinds in turn.

    The order in the banks and in the registry of skills is kept within each topic and kind.
    """
    ordered: list[Candidate] = []
    for stage in sorted({_stage(c) for c in candidates}):
        lanes: dict[tuple[int, str, bool], list[Candidate]] = {}
        for candidate in candidates:
            if _stage(candidate) == stage:
                lanes.setdefault(_lane(candidate), []).append(candidate)
        ordered.extend(_in_turn([lanes[key] for key in sorted(lanes)]))
    return tuple(ordered)


def _stage(candidate: Candidate) -> tuple[bool, int]:
    return candidate.is_advanced, candidate.level


def _lane(candidate: Candidate) -> tuple[int, str, bool]:
    known = candidate.topic in TOPICS
    place = TOPICS.index(candidate.topic) if known else len(TOPICS)
    return place, candidate.topic, candidate.is_numeric


def _in_turn(lanes: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    longest = max(map(len, lanes), default=0)
    return [lane[i] for i in range(longest) for lane in lanes if i < len(lane)]


def streak(study_days: Sequence[int], today: int) -> int:
    """Return how many days in a row ended today or yesterday; ``study_days`` ascend."""
    days = set(study_days)
    day = today if today in days else today - 1
    length = 0
    while day in days:
        length += 1
        day -= 1
    return length
