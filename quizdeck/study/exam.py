"""The exam date: a last pass over everything before it, and whether the daily minutes suffice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from quizdeck.study.memory import Memory

_FEWEST_DAYS = 3

Recall = Callable[[Memory, int], float]


@dataclass(frozen=True, slots=True)
class Pass:
    """The last pass: it begins on study day ``begin`` and meets everything before ``exam_day``."""

    begin: int
    exam_day: int

    def is_on(self, study_day: int) -> bool:
        """Return whether the pass is going on."""
        return self.begin <= study_day < self.exam_day

    def days_left(self, study_day: int) -> int:
        """Return how many days of the pass are left, today among them."""
        return max(0, self.exam_day - study_day)


def last_pass(item_count: int, exam_day: int, items_a_day: int) -> Pass:
    """Return the pass over ``item_count`` items: three days, or more where a day holds too few."""
    days = max(_FEWEST_DAYS, ceil(item_count / max(1, items_a_day)))
    return Pass(exam_day - days, exam_day)


def share_of_pass(
    memories: Sequence[Memory], the_pass: Pass, study_day: int, recall: Recall
) -> tuple[str, ...]:
    """Return today's part of the pass: the items least likely to be known on the day of the exam.

    What was met since the pass began is done; the rest is spread evenly over the days left.
    """
    if not the_pass.is_on(study_day):
        return ()
    waiting = [memory for memory in memories if memory.last_day < the_pass.begin]
    met_today = sum(memory.last_day == study_day for memory in memories)
    share = ceil((len(waiting) + met_today) / the_pass.days_left(study_day)) - met_today
    weakest = sorted(waiting, key=lambda m: (recall(m, the_pass.exam_day), m.item))
    return tuple(memory.item for memory in weakest[: max(0, share)])


@dataclass(frozen=True, slots=True)
class Forecast:
    """What lies between today and the exam, if everything is answered right."""

    days: int
    new_items: int
    new_before_exam: int
    busiest_minutes: int

    @property
    def meets_everything(self) -> bool:
        """Return whether every item can be met in time at this pace."""
        return self.new_before_exam >= self.new_items


def forecast(
    memories: Mapping[str, Memory],
    *,
    new_items: int,
    new_a_day: int,
    today: int,
    exam_day: int,
    seconds_an_item: float,
    advanced: Callable[[Memory, int], Memory],
    begun: Callable[[int], Memory],
) -> Forecast:
    """Walk day by day to the exam: everything due is answered right, new items at the daily pace.

    ``advanced`` returns a memory after a right answer on a study day, ``begun`` one of a new item.
    """
    waiting: dict[int, list[Memory]] = {}
    for memory in memories.values():
        waiting.setdefault(max(today, memory.due_day), []).append(memory)
    left, busiest = new_items, 0
    for day in range(today, exam_day):
        met = min(left, new_a_day)
        left -= met
        due = waiting.pop(day, [])
        for memory in (*(advanced(m, day) for m in due), *(begun(day) for _ in range(met))):
            waiting.setdefault(max(day + 1, memory.due_day), []).append(memory)
        busiest = max(busiest, len(due) + met)
    return Forecast(
        days=max(0, exam_day - today),
        new_items=new_items,
        new_before_exam=new_items - left,
        busiest_minutes=ceil(busiest * seconds_an_item / 60),
    )
