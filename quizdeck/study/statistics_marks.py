"""The attempts that count, each marked with what it counts as; every statistic starts from these.

An attempt that was taken back is nowhere among them, nor what was said about it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizdeck.study.records import Outcome, Record, RecordKind

_AGAIN = 1


@dataclass(frozen=True, slots=True)
class MarkedAttempt:
    """One attempt and what it counts as.

    ``is_first`` is the first try at its item on its study day, in whatever mode. ``is_rated`` is
    the first graded attempt of its item's study day outside practice, which sets the schedule, and
    ``is_review`` one of an item that was rated on an earlier day: what retention is counted over.
    """

    record: Record
    item: str
    study_day: int
    is_first: bool
    is_rated: bool
    is_review: bool

    @property
    def is_right(self) -> bool:
        """Return whether the answer was right."""
        return self.record.outcome is Outcome.CORRECT

    @property
    def is_recalled(self) -> bool:
        """Return whether it was rated as known: right, and without help."""
        return (self.record.grade or _AGAIN) > _AGAIN


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the log holds for statistics; ``remarks`` are the slips and causes named afterwards."""

    attempts: tuple[MarkedAttempt, ...]
    remarks: tuple[Record, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Return attempts and remarks as they were written."""
        return (*(attempt.record for attempt in self.attempts), *self.remarks)


def evidence_in(records: Sequence[Record]) -> Evidence:
    """Return what counts among ``records``, by study day and time; they may come in any order."""
    void = {record.target for record in records if record.kind is RecordKind.VOID}
    attempts = [r for r in records if r.kind is RecordKind.ATTEMPT and r.identity not in void]
    known = {attempt.identity for attempt in attempts}
    remarks = (
        record
        for record in records
        if record.kind in {RecordKind.SLIP_NAMED, RecordKind.CAUSE} and record.target in known
    )
    return Evidence(tuple(_marked(attempts)), tuple(remarks))


def _marked(attempts: Iterable[Record]) -> Iterable[MarkedAttempt]:
    dated = [(attempt.moment.study_day, attempt) for attempt in attempts]
    dated.sort(key=lambda pair: (pair[0], pair[1].moment.epoch_milliseconds))
    tried: dict[str, int] = {}
    rated: dict[str, int] = {}
    for day, attempt in dated:
        item = attempt.item or ""
        earlier = rated.get(item)
        rates = attempt.grade is not None and attempt.mode.is_scheduled and earlier != day
        yield MarkedAttempt(
            attempt,
            item,
            day,
            is_first=tried.get(item) != day,
            is_rated=rates,
            is_review=rates and earlier is not None,
        )
        tried[item] = day
        if rates:
            rated[item] = day
