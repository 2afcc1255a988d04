"""Which slips keep happening, and which have been mended."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizdeck.study.records import Outcome, Record, RecordKind

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
    slips: dict[str, str] = {}
    for record in records:
        if record.kind is RecordKind.SLIP_NAMED:
            slips[record.target or ""] = str(record.payload.get("slip"))
        elif record.kind is RecordKind.ATTEMPT:
            attempts[record.identity] = record
            found = record.payload.get("slips")
            if isinstance(found, list) and found:
                slips[record.identity] = str(found[0])
    made: dict[str, list[Record]] = {}
    for identity, slip in slips.items():
        if identity in attempts:
            made.setdefault(slip, []).append(attempts[identity])
    right_days = _right_days(attempts.values())
    histories = (_history(slip, times, right_days) for slip, times in made.items())
    return tuple(sorted(histories, key=lambda h: (h.is_mended, -h.times, h.slip)))


def _right_days(attempts: Iterable[Record]) -> dict[str, set[int]]:
    days: dict[str, set[int]] = {}
    for attempt in attempts:
        if attempt.outcome is Outcome.CORRECT and attempt.item is not None:
            days.setdefault(attempt.item, set()).add(attempt.moment.study_day)
    return days


def _history(slip: str, made: list[Record], right_days: dict[str, set[int]]) -> SlipHistory:
    last_day = max(attempt.moment.study_day for attempt in made)
    items = tuple(dict.fromkeys(a.item for a in reversed(made) if a.item is not None))
    later = {day for item in items for day in right_days.get(item, ()) if day > last_day}
    return SlipHistory(slip, len(made), items, last_day, len(later))
