"""The session machine: ``advance(session, event) -> (session, records)``, pure and complete.

Drill, practice and mock are policies of the same machine; every front end is a shell over it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from quizdeck.study.answering import Answer, answered
from quizdeck.study.events import (
    Continued,
    Flagged,
    GaveUp,
    Hinted,
    NamedCause,
    NamedSlip,
    Presented,
    RatedEasy,
    SaidConfidence,
    Skipped,
    Started,
    Step,
    Submitted,
    Suspended,
)
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Outcome, Record, RecordKind
from quizdeck.study.session import (
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

_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4

Advance = tuple[Session, tuple[Record, ...]]


def started(event: Started) -> Advance:
    """Begin a session."""
    record = Record(
        identity=event.identity,
        kind=RecordKind.SESSION_STARTED,
        moment=event.moment,
        session=event.identity,
        mode=event.policy.mode,
        payload={"items": list(event.items)},
    )
    return begun(record), (record,)


def advance(session: Session, event: Step) -> Advance:
    """Return the session after ``event`` and what the log has to keep.

    An event that the phase does not wait for changes nothing and leaves no record.
    """
    match session.phase:
        case Phase.READY:
            return _presented(session, event) if isinstance(event, Presented) else (session, ())
        case Phase.ASKING:
            return _while_asking(session, event)
        case Phase.FEEDBACK:
            return _in_feedback(session, event)
        case Phase.FINISHED:
            return session, ()
        case _:
            assert_never(session.phase)


def _while_asking(session: Session, event: Step) -> Advance:
    match event:
        case Submitted():
            return _submitted(session, event)
        case GaveUp():
            record = _attempt(session, event, Outcome.REVEALED, {})
            return replace(with_result(session, record), answer=None), (record,)
        case Hinted():
            level = session.hints + 1
            record = _about_item(session, event, RecordKind.HINT, {"level": level})
            return replace(session, hints=level), (record,)
        case SaidConfidence(confidence=confidence):
            return replace(session, confidence=confidence), ()
        case Skipped():
            return _skipped(session, event)
        case Suspended():
            payload: dict[str, Json] = {"until": event.until}
            record = _about_item(session, event, RecordKind.SUSPENDED, payload)
            return _left(without_first(session), event, record)
        case Flagged():
            return session, (_mark(session, event),)
        case _:
            return session, ()


def _in_feedback(session: Session, event: Step) -> Advance:
    match event:
        case NamedSlip(slip=slip):
            if len(session.slips) <= 1 or slip not in session.slips:
                return session, ()
            record = _about_attempt(session, event, RecordKind.SLIP_NAMED, {"slip": slip})
            return with_last_result(session, slips=(slip,)), (record,)
        case NamedCause(cause=cause):
            if session.outcome is Outcome.CORRECT:
                return session, ()
            record = _about_attempt(session, event, RecordKind.CAUSE, {"cause": cause})
            return with_last_result(session, cause=cause), (record,)
        case RatedEasy():
            if not session.can_be_easy:
                return session, ()
            record = _about_attempt(session, event, RecordKind.RATED, {})
            return with_last_result(session, is_easy=True), (replace(record, grade=_EASY),)
        case Suspended(until=until):
            payload: dict[str, Json] = {"until": until}
            record = _about_item(session, event, RecordKind.SUSPENDED, payload)
            return without_return(session), (record,)
        case Flagged():
            return session, (_mark(session, event),)
        case Continued():
            after = cleared(session)
            return after, () if after.queue else (_end(after, event.identity, event.moment),)
        case _:
            return session, ()


def _presented(session: Session, event: Presented) -> Advance:
    if event.exercise is None:
        rest = session.queue[1:]
        phase = Phase.READY if rest else Phase.FINISHED
        left = replace(session, queue=rest, phase=phase)
        return left, () if rest else (_end(left, event.identity, event.moment),)
    record = _record(session, event, RecordKind.SHOWN, event.exercise.item)
    record = replace(record, payload=event.exercise.snapshot())
    shown = showing(session, record, event.exercise)
    return replace(shown, slow_after=event.slow_after), (record,)


def _submitted(session: Session, event: Submitted) -> Advance:
    if session.exercise is None:
        return session, ()
    answer = answered(session.exercise, event.text)
    if answer.verdict.costs_nothing:
        payload: dict[str, Json] = {"text": event.text, "verdict": answer.verdict.kind}
        record = _about_item(session, event, RecordKind.RETRY, payload)
        return replace(session, answer=answer, retries=session.retries + 1), (record,)
    outcome = Outcome.CORRECT if answer.is_correct else Outcome.WRONG
    record = _attempt(session, event, outcome, _payload(session, answer))
    return replace(with_result(session, record), answer=answer), (record,)


def _payload(session: Session, answer: Answer) -> Mapping[str, Json]:
    payload: dict[str, Json] = {"text": answer.text, "slips": list(answer.verdict.slips)}
    if answer.verdict.carried:
        payload["carried"] = list(answer.verdict.carried)
    if session.confidence is not None:
        payload["confidence"] = session.confidence
    if session.hints:
        payload["hints"] = session.hints
    return payload


def _skipped(session: Session, event: Skipped) -> Advance:
    """Put the item off to the end; the last one cannot be put off any further."""
    if len(set(session.queue)) == 1:
        return session, ()
    return moved_to_end(session), (_about_item(session, event, RecordKind.SKIPPED, {}),)


def _mark(session: Session, event: Flagged) -> Record:
    if event.note is None:
        return _about_item(session, event, RecordKind.UNFLAGGED, {})
    return _about_item(session, event, RecordKind.FLAGGED, {"note": event.note})


def _left(session: Session, event: Suspended, record: Record) -> Advance:
    if session.queue:
        return session, (record,)
    return session, (record, _end(session, event.end_identity, event.moment))


def _attempt(
    session: Session,
    event: Submitted | GaveUp,
    outcome: Outcome,
    payload: Mapping[str, Json],
) -> Record:
    item = session.exercise.item if session.exercise else None
    shown_at = session.shown.moment if session.shown else event.moment
    elapsed = max(0, event.moment.epoch_milliseconds - shown_at.epoch_milliseconds)
    return replace(
        _record(session, event, RecordKind.ATTEMPT, item),
        target=session.shown.identity if session.shown else None,
        outcome=outcome,
        grade=_grade(session, outcome, elapsed),
        elapsed_milliseconds=elapsed,
        payload=payload,
    )


def _grade(session: Session, outcome: Outcome, elapsed: int) -> int:
    """Rate an attempt by what happened; Easy is never given by itself."""
    if outcome is not Outcome.CORRECT or session.hints:
        return _AGAIN
    is_slow = session.slow_after is not None and elapsed > session.slow_after
    return _HARD if session.retries or is_slow else _GOOD


def _about_item(
    session: Session, event: Step, kind: RecordKind, payload: Mapping[str, Json]
) -> Record:
    item = session.shown.item if session.shown else None
    return replace(_record(session, event, kind, item), payload=payload)


def _about_attempt(
    session: Session, event: Step, kind: RecordKind, payload: Mapping[str, Json]
) -> Record:
    record = _record(session, event, kind, session.results[-1].item)
    return replace(record, target=session.attempt, payload=payload)


def _record(session: Session, event: Step, kind: RecordKind, item: str | None) -> Record:
    return Record(
        identity=event.identity,
        kind=kind,
        moment=event.moment,
        session=session.id,
        mode=session.policy.mode,
        item=item,
    )


def _end(session: Session, identity: str, moment: Moment) -> Record:
    return Record(
        identity=identity,
        kind=RecordKind.SESSION_ENDED,
        moment=moment,
        session=session.id,
        mode=session.policy.mode,
    )
