"""An attempt with no more than what is counted of it, so that a long log is counted at once."""

from typing import NamedTuple

from quizdeck.study.records import Outcome, Record


class Attempt(NamedTuple):
    """One attempt that was not taken back.

    ``grade`` is its rating 1–4 where it may set the schedule, None in practice. ``slip`` is the
    slip that the learner named, else the first that the answer fits.
    """

    item: str
    study_day: int
    is_right: bool
    grade: int | None = None
    milliseconds: int | None = None
    slip: str | None = None
    confidence: str | None = None


def attempt_of(record: Record, named: str | None = None) -> Attempt:
    """Return what is counted of the record of an attempt; ``named`` is the slip named after it."""
    slips, confidence = record.payload.get("slips"), record.payload.get("confidence")
    first = str(slips[0]) if isinstance(slips, list) and slips else None
    return Attempt(
        item=record.item or "",
        study_day=record.moment.study_day,
        is_right=record.outcome is Outcome.CORRECT,
        grade=record.grade if record.mode.is_scheduled else None,
        milliseconds=record.elapsed_milliseconds,
        slip=named or first,
        confidence=confidence if isinstance(confidence, str) else None,
    )
