"""Which slips keep happening, and which have been mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizdeck.study.attempts import Attempt, attempt_of
from quizdeck.study.records import Record, RecordKind

DAYS_TO_MEND = 2


@dataclass(frozen=True, slots=True)
class SlipHistory:
    """One slip: how often it was made, in which items, and on how many later days it was not.

    ``items`` are those it was made in, the latest first.
    """

    slip: str
    times: int
    items: tuple[str, ...]
    last_day: int
    days_without: int

    @property
    def is_mended(self) -> bool:
        """Return whether two different days have passed in these items without it."""
        return self.days_without >= DAYS_TO_MEND


def slip_histories(records: Iterable[Record]) -> tuple[SlipHistory, ...]:
    """Return the history of every slip made, open ones first, then by how often.

    ``records`` are attempts and the slips named after them, in the order written.
    """
    attempts: dict[str, Record] = {}
    named: dict[str, str] = {}
    for record in records:
        if record.kind is RecordKind.SLIP_NAMED:
            named[record.target or ""] = str(record.payload.get("slip"))
        elif record.kind is RecordKind.ATTEMPT:
            attempts[record.identity] = record
    return histories_of(attempt_of(each, named.get(id_)) for id_, each in attempts.items())


def histories_of(attempts: Iterable[Attempt]) -> tuple[SlipHistory, ...]:
    """Return the same of attempts that come in the order made."""
    made: dict[str, list[Attempt]] = {}
    right_days: dict[str, set[int]] = {}
    for attempt in attempts:
        if attempt.slip is not None:
            made.setdefault(attempt.slip, []).append(attempt)
        if attempt.is_right:
            right_days.setdefault(attempt.item, set()).add(attempt.study_day)
    histories = (_history(slip, times, right_days) for slip, times in made.items())
    return tuple(sorted(histories, key=lambda h: (h.is_mended, -h.times, h.slip)))


def _history(slip: str, made: Sequence[Attempt], right_days: Mapping[str, set[int]]) -> SlipHistory:
    last_day = max(attempt.study_day for attempt in made)
    items = tuple(dict.fromkeys(attempt.item for attempt in reversed(made)))
    later = {day for item in items for day in right_days.get(item, ()) if day > last_day}
    return SlipHistory(slip, len(made), items, last_day, len(later))
