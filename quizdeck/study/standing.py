"""How it stands with one item: whether it is new, due, resting or failing, and what it was like."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from quizdeck.study.memory import Memory
from quizdeck.study.records import Outcome, Record, RecordKind
from quizdeck.study.scores import LONGEST_MILLISECONDS


class ItemState(StrEnum):
    """What can be said of an item; it can be flagged beside any of the others."""

    NEW = "new"
    DUE = "due"
    FAILING = "failing"
    RESTING = "resting"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to one item that were not taken back, in the order given."""

    outcomes: tuple[Outcome, ...] = ()
    mean_seconds: float = 0.0

    @property
    def right(self) -> int:
        """Return how many of them were right."""
        return sum(outcome is Outcome.CORRECT for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the log says about one item; ``note`` is that of its flag, None without one."""

    state: ItemState | None
    memory: Memory | None
    answered: Answered
    note: str | None


def state_of(
    memory: Memory | None, *, today: int, is_resting: bool, is_failing: bool
) -> ItemState | None:
    """Return what matters most about an item, None where it was met and is not due."""
    if is_resting:
        return ItemState.RESTING
    if is_failing:
        return ItemState.FAILING
    if memory is None:
        return ItemState.NEW
    return ItemState.DUE if memory.due_day <= today else None


def answered(records: Sequence[Record]) -> Answered:
    """Return what attempts, and the records that take some back, say together."""
    void = {record.target for record in records if record.kind is RecordKind.VOID}
    attempts = [
        record
        for record in records
        if record.kind is RecordKind.ATTEMPT and record.identity not in void
    ]
    times = [
        min(attempt.elapsed_milliseconds, LONGEST_MILLISECONDS) / 1000
        for attempt in attempts
        if attempt.elapsed_milliseconds is not None
    ]
    outcomes = tuple(attempt.outcome for attempt in attempts if attempt.outcome is not None)
    return Answered(outcomes, fmean(times) if times else 0.0)
