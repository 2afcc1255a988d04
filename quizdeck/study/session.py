"""A session as data, and how its parts change; see ``machine`` for what makes it change.

A session is the fold of its records, so whatever is in the log can be taken up again::

    READY ──Presented──▸ ASKING ──Submitted, GaveUp──▸ FEEDBACK ──Continued──▸ READY … FINISHED
      ▲                   │  ▲ │                        ▲  │
      └─Skipped, Suspended┘  └─┘ Hinted, an answer      └──┘ NamedSlip, NamedCause, RatedEasy,
                                 that costs nothing          Suspended
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from quizdeck.study.answering import Answer
from quizdeck.study.exercise import Exercise
from quizdeck.study.policy import POLICIES, Policy
from quizdeck.study.records import Json, Outcome, Record

_RETURN_AFTER = 3  # how many other items lie between a miss and its return


class Phase(StrEnum):
    """What the session waits for."""

    READY = "ready"
    ASKING = "asking"
    FEEDBACK = "feedback"
    FINISHED = "finished"


class Confidence(StrEnum):
    """How sure the learner says to be before the answer is judged."""

    SURE = "sure"
    UNSURE = "unsure"
    GUESS = "guess"


class Cause(StrEnum):
    """Why the learner says that an answer was wrong."""

    UNKNOWN = "unknown"
    MIXED_UP = "mixed_up"
    SLIP = "slip"
    MISREAD = "misread"
    TIME = "time"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Result:
    """How one shown item ended; ``slips`` are those that the answer fits, or the one named."""

    item: str
    outcome: Outcome
    is_return: bool
    elapsed_milliseconds: int
    slips: tuple[str, ...] = ()
    cause: Cause | None = None
    is_easy: bool = False


@dataclass(frozen=True)
class Session:
    """A run of items; ``queue[0]`` is the item that is shown or shown next.

    ``answer`` is the last text typed at the shown exercise, None before the first and after
    giving up. ``retries`` counts texts that cost nothing, ``hints`` the steps of help taken.
    ``attempt`` is the identity of the record whose feedback shows. An answer that takes longer
    than ``slow_after`` milliseconds is slow.
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
    hints: int = 0
    confidence: Confidence | None = None
    attempt: str | None = None
    slow_after: int | None = None

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
    def can_be_easy(self) -> bool:
        """Return whether the answer whose feedback shows may be rated as easy."""
        is_rated = self.policy.mode.is_scheduled and self.phase is Phase.FEEDBACK
        if not is_rated or self.hints or self.retries:
            return False
        last = self.results[-1]
        return last.outcome is Outcome.CORRECT and not last.is_return

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

    @property
    def slips(self) -> tuple[str, ...]:
        """Return the slips that the answer whose feedback shows may come from, if any."""
        return self.results[-1].slips if self.phase is Phase.FEEDBACK else ()


def begun(record: Record) -> Session:
    """Return the session that a ``session_started`` record begins."""
    items = record.payload.get("items")
    queue = tuple(map(str, items)) if isinstance(items, list) else ()
    phase = Phase.READY if queue else Phase.FINISHED
    return Session(record.session, POLICIES[record.mode], queue, phase)


def showing(session: Session, record: Record, exercise: Exercise | None) -> Session:
    """Return the session with what ``record`` shows waiting for an answer."""
    return replace(cleared(session), phase=Phase.ASKING, exercise=exercise, shown=record)


def cleared(session: Session) -> Session:
    """Return the session with nothing shown, ready for the next item or finished."""
    return replace(
        session,
        phase=Phase.READY if session.queue else Phase.FINISHED,
        exercise=None,
        shown=None,
        answer=None,
        retries=0,
        hints=0,
        confidence=None,
        attempt=None,
        slow_after=None,
    )


def with_result(session: Session, attempt: Record) -> Session:
    """Return the session in feedback on ``attempt``; a miss comes back where the policy says so."""
    item, outcome = attempt.item or "", attempt.outcome or Outcome.WRONG
    result = Result(
        item,
        outcome,
        session.is_back(item),
        attempt.elapsed_milliseconds or 0,
        _slips_in(attempt.payload),
    )
    queue = session.queue[1:] if session.queue[:1] == (item,) else session.queue
    if outcome is not Outcome.CORRECT and session.policy.returns_misses:
        queue = (*queue[:_RETURN_AFTER], item, *queue[_RETURN_AFTER:])
    return replace(
        session,
        phase=Phase.FEEDBACK,
        queue=queue,
        results=(*session.results, result),
        attempt=attempt.identity,
    )


def with_last_result(session: Session, **changes: object) -> Session:
    """Return the session with the last result changed."""
    *earlier, last = session.results
    return replace(session, results=(*earlier, replace(last, **changes)))  # type: ignore[arg-type]


def without_first(session: Session) -> Session:
    """Return the session without the first item, wherever else it stands in the queue."""
    item = session.queue[0]
    return cleared(replace(session, queue=tuple(i for i in session.queue if i != item)))


def without_return(session: Session) -> Session:
    """Return the session in which the item whose feedback shows does not come back."""
    item = session.results[-1].item
    return replace(session, queue=tuple(i for i in session.queue if i != item))


def moved_to_end(session: Session) -> Session:
    """Return the session with the first item at the end of its queue."""
    return cleared(replace(session, queue=(*session.queue[1:], session.queue[0])))


def _slips_in(payload: Mapping[str, Json]) -> tuple[str, ...]:
    found = payload.get("slips")
    return tuple(map(str, found)) if isinstance(found, list) else ()
