"""The session machine: ``advance(session, event) -> (session, records)``, pure and complete.

Drill, practice and mock are policies of the same machine; every front end is a shell over it. A
session is the fold of its records, so whatever is in the log can be taken up again::

    READY ──Presented──▸ ASKING ──Submitted──▸ FEEDBACK ──Continued──▸ READY … FINISHED
                           ▲  │
                           └──┘ an answer that costs nothing is asked again
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from quizdeck.study.exercise import Answer, Exercise, answered
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind

_RETURN_AFTER = 3  # how many other items lie between a miss and its return
_AGAIN, _HARD, _GOOD = 1, 2, 3


class Phase(StrEnum):
    """What the session waits for."""

    READY = "ready"
    ASKING = "asking"
    FEEDBACK = "feedback"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Policy:
    """How a session treats its items; the modes differ in nothing else."""

    mode: Mode
    returns_misses: bool


DRILL = Policy(Mode.DRILL, returns_misses=True)
PRACTICE = Policy(Mode.PRACTICE, returns_misses=False)
POLICIES = {policy.mode: policy for policy in (DRILL, PRACTICE)}


@dataclass(frozen=True, slots=True)
class Result:
    """How one shown item ended."""

    item: str
    outcome: Outcome
    is_return: bool
    elapsed_milliseconds: int


@dataclass(frozen=True)
class Session:
    """A run of items; ``queue[0]`` is the item that is shown or shown next.

    ``answer`` is the last text typed at the shown exercise, None before the first and after
    giving up. ``retries`` counts texts that cost nothing.
    """

    id: str
    policy: Policy
    queue: tuple[str, ...]
    phase: Phase
    results: tuple[Result, ...] = ()
    exercise: Exercise | None = None
    shown: Record | None = None
    answer: Answer | None = None
    retries: int = 0

    @property
    def items_seen(self) -> frozenset[str]:
        """Return the items that have been answered at least once."""
        return frozenset(result.item for result in self.results)

    @property
    def first_tries(self) -> tuple[Result, ...]:
        """Return the results without those of misses that came back."""
        return tuple(result for result in self.results if not result.is_return)

    @property
    def missed(self) -> tuple[str, ...]:
        """Return the items not right at first try, each once, in the order met."""
        misses = (r.item for r in self.first_tries if r.outcome is not Outcome.CORRECT)
        return tuple(dict.fromkeys(misses))

    @property
    def first_tries_left(self) -> int:
        """Return how many items of the queue are not there because they were missed."""
        return sum(not self.is_back(item) for item in self.queue)

    @property
    def is_return(self) -> bool:
        """Return whether the item shown has been missed before in this session."""
        if self.phase is Phase.FEEDBACK:
            return self.results[-1].is_return
        return self.exercise is not None and self.is_back(self.exercise.item)

    def is_back(self, item: str) -> bool:
        """Return whether ``item`` comes, if it comes, because it was missed."""
        return self.policy.returns_misses and item in self.items_seen

    @property
    def outcome(self) -> Outcome:
        """Return how the item whose feedback shows ended."""
        return self.results[-1].outcome


@dataclass(frozen=True, slots=True)
class Started:
    """A session begins with these items."""

    identity: str
    moment: Moment
    items: tuple[str, ...]
    policy: Policy


@dataclass(frozen=True, slots=True)
class Presented:
    """The first item of the queue is shown; None if it no longer exists anywhere."""

    identity: str
    moment: Moment
    exercise: Exercise | None


@dataclass(frozen=True, slots=True)
class Submitted:
    """The learner typed ``text`` and sent it."""

    identity: str
    moment: Moment
    text: str


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The learner asked for the answer."""

    identity: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Continued:
    """The learner has read the feedback."""

    identity: str
    moment: Moment


Event = Started | Presented | Submitted | GaveUp | Continued
ExerciseOf = Callable[[Record], Exercise | None]
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
    return _begun(record), (record,)


def advance(session: Session, event: Presented | Submitted | GaveUp | Continued) -> Advance:
    """Return the session after ``event`` and what the log has to keep.

    An event that the phase does not wait for changes nothing and leaves no record.
    """
    match event, session.phase:
        case Presented(), Phase.READY:
            return _presented(session, event)
        case Submitted(), Phase.ASKING:
            return _submitted(session, event)
        case GaveUp(), Phase.ASKING:
            return _gave_up(session, event)
        case Continued(), Phase.FEEDBACK:
            return _continued(session, event)
        case ((Presented() | Submitted() | GaveUp() | Continued()), _):
            return session, ()
        case _:
            assert_never(event)


def resumed(records: Iterable[Record], exercise_of: ExerciseOf) -> Session | None:
    """Return the session that ``records`` tell of, as it stood; None without a beginning.

    ``exercise_of`` finds what a ``shown`` record showed, or None where it no longer exists: the
    item is then drawn anew.
    """
    session = None
    for record in records:
        if record.kind is RecordKind.SESSION_STARTED:
            session = _begun(record)
        elif session is not None:
            session = _folded(session, record)
    if session is None or session.phase not in {Phase.ASKING, Phase.FEEDBACK}:
        return session
    # only what still waits for an answer is needed, and a problem is dear to build again
    waiting = session.shown if session.phase is Phase.ASKING else None
    exercise = exercise_of(waiting) if waiting else None
    return _cleared(session) if exercise is None else replace(session, exercise=exercise)


def _folded(session: Session, record: Record) -> Session:
    match record.kind:
        case RecordKind.SHOWN:
            return _showing(_reached(session, record.item), record, None)
        case RecordKind.RETRY:
            return replace(session, retries=session.retries + 1)
        case RecordKind.ATTEMPT:
            return _with_result(session, record)
        case RecordKind.SESSION_ENDED:
            return replace(_cleared(session), phase=Phase.FINISHED)
        case _:
            return session


def _reached(session: Session, item: str | None) -> Session:
    """Leave out the items in front of ``item``: they had vanished, which leaves no record."""
    if item not in session.queue:
        return session
    return replace(session, queue=session.queue[session.queue.index(item) :])


def _begun(record: Record) -> Session:
    items = record.payload.get("items")
    queue = tuple(map(str, items)) if isinstance(items, list) else ()
    phase = Phase.READY if queue else Phase.FINISHED
    return Session(record.session, POLICIES[record.mode], queue, phase)


def _presented(session: Session, event: Presented) -> Advance:
    if event.exercise is None:
        rest = session.queue[1:]
        phase = Phase.READY if rest else Phase.FINISHED
        left = replace(session, queue=rest, phase=phase)
        return left, () if rest else (_end(left, event.identity, event.moment),)
    record = _record(session, event, RecordKind.SHOWN, event.exercise.item)
    record = replace(record, payload=event.exercise.snapshot())
    return _showing(session, record, event.exercise), (record,)


def _showing(session: Session, record: Record, exercise: Exercise | None) -> Session:
    return replace(
        session, phase=Phase.ASKING, exercise=exercise, shown=record, answer=None, retries=0
    )


def _submitted(session: Session, event: Submitted) -> Advance:
    if session.exercise is None:
        return session, ()
    answer = answered(session.exercise, event.text)
    if answer.verdict.costs_nothing:
        record = _record(session, event, RecordKind.RETRY, session.exercise.item)
        record = replace(record, payload={"text": event.text, "verdict": answer.verdict.kind})
        return replace(session, answer=answer, retries=session.retries + 1), (record,)
    outcome = Outcome.CORRECT if answer.is_correct else Outcome.WRONG
    record = replace(
        _attempt(session, event, outcome),
        payload={"text": event.text, "slips": list(answer.verdict.slips)},
    )
    return replace(_with_result(session, record), answer=answer), (record,)


def _gave_up(session: Session, event: GaveUp) -> Advance:
    record = _attempt(session, event, Outcome.REVEALED)
    return replace(_with_result(session, record), answer=None), (record,)


def _continued(session: Session, event: Continued) -> Advance:
    cleared = _cleared(session)
    if cleared.queue:
        return cleared, ()
    return cleared, (_end(cleared, event.identity, event.moment),)


def _cleared(session: Session) -> Session:
    phase = Phase.READY if session.queue else Phase.FINISHED
    return replace(session, phase=phase, exercise=None, shown=None, answer=None, retries=0)


def _with_result(session: Session, attempt: Record) -> Session:
    item, outcome = attempt.item or "", attempt.outcome or Outcome.WRONG
    result = Result(item, outcome, session.is_back(item), attempt.elapsed_milliseconds or 0)
    queue = session.queue[1:] if session.queue[:1] == (item,) else session.queue
    if outcome is not Outcome.CORRECT and session.policy.returns_misses:
        queue = (*queue[:_RETURN_AFTER], item, *queue[_RETURN_AFTER:])
    return replace(session, phase=Phase.FEEDBACK, queue=queue, results=(*session.results, result))


def _attempt(session: Session, event: Submitted | GaveUp, outcome: Outcome) -> Record:
    item = session.exercise.item if session.exercise else None
    shown_at = session.shown.moment if session.shown else event.moment
    elapsed = event.moment.epoch_milliseconds - shown_at.epoch_milliseconds
    return replace(
        _record(session, event, RecordKind.ATTEMPT, item),
        target=session.shown.identity if session.shown else None,
        outcome=outcome,
        grade=_grade(outcome, session.retries),
        elapsed_milliseconds=max(0, elapsed),
    )


def _grade(outcome: Outcome, retries: int) -> int:
    if outcome is not Outcome.CORRECT:
        return _AGAIN
    return _HARD if retries else _GOOD


def _record(
    session: Session, event: Presented | Submitted | GaveUp, kind: RecordKind, item: str | None
) -> Record:
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
