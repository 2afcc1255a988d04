"""A session taken up again from its records, as it stood when the last of them was written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from quizdeck.study.exercise import Exercise
from quizdeck.study.records import Record, RecordKind
from quizdeck.study.session import (
    Cause,
    Phase,
    Session,
    begun,
    cleared,
    moved_to_end,
    showing,
    with_last_result,
    with_result,
    without_first,
    without_return,
)

ExerciseOf = Callable[[Record], Exercise | None]


def resumed(records: Iterable[Record], exercise_of: ExerciseOf) -> Session | None:
    """Return the session that ``records`` tell of; None without a beginning.

    An attempt that was taken back leads to where it was made. ``exercise_of`` finds what a
    ``shown`` record showed, or None where it no longer exists: the item is then drawn anew.
    """
    session = None
    before: dict[str, Session] = {}
    for record in records:
        if record.kind is RecordKind.SESSION_STARTED:
            session = begun(record)
        elif session is not None and record.kind is RecordKind.VOID:
            session = before.get(record.target or "", session)
        elif session is not None:
            if record.kind is RecordKind.ATTEMPT:
                before[record.identity] = session
            session = _folded(session, record)
    if session is None or session.phase not in {Phase.ASKING, Phase.FEEDBACK}:
        return session
    # only what still waits for an answer is needed, and a problem is dear to build again
    waiting = session.shown if session.phase is Phase.ASKING else None
    exercise = exercise_of(waiting) if waiting else None
    return cleared(session) if exercise is None else replace(session, exercise=exercise)


def _folded(session: Session, record: Record) -> Session:
    match record.kind:
        case RecordKind.SHOWN:
            return showing(_reached(session, record.item), record, None)
        case RecordKind.RETRY:
            return replace(session, retries=session.retries + 1)
        case RecordKind.HINT:
            return replace(session, hints=session.hints + 1)
        case RecordKind.ATTEMPT:
            return with_result(session, record)
        case RecordKind.SLIP_NAMED | RecordKind.CAUSE | RecordKind.RATED:
            return with_last_result(session, **_said_of_answer(record))
        case RecordKind.SKIPPED:
            return moved_to_end(session)
        case RecordKind.SUSPENDED:
            is_asked = session.phase is Phase.ASKING
            return without_first(session) if is_asked else without_return(session)
        case RecordKind.SESSION_ENDED:
            return replace(cleared(session), phase=Phase.FINISHED)
        case _:
            return session


def _said_of_answer(record: Record) -> Mapping[str, object]:
    match record.kind:
        case RecordKind.SLIP_NAMED:
            return {"slips": (str(record.payload.get("slip")),)}
        case RecordKind.CAUSE:
            return {"cause": Cause(str(record.payload.get("cause")))}
        case _:
            return {"is_easy": True}


def _reached(session: Session, item: str | None) -> Session:
    """Leave out the items in front of ``item``: they had vanished, which leaves no record."""
    if item not in session.queue:
        return session
    return replace(session, queue=session.queue[session.queue.index(item) :])
