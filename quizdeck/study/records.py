"""What a session leaves behind: the records that the log keeps for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizdeck.study.moment import Moment

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class RecordKind(StrEnum):
    """What happened."""

    SESSION_STARTED = "session_started"
    SHOWN = "shown"
    ATTEMPT = "attempt"
    RETRY = "retry"
    SLIP_NAMED = "slip_named"
    CAUSE = "cause"
    RATED = "rated"
    HINT = "hint"
    SKIPPED = "skipped"
    VOID = "void"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    PUT_FORWARD = "put_forward"
    MOCK_MOVED = "mock_moved"
    MOCK_CHOSE = "mock_chose"
    MOCK_FLAGGED = "mock_flagged"
    MOCK_NOTED = "mock_noted"
    SESSION_ENDED = "session_ended"


class Mode(StrEnum):
    """Under which policy it happened."""

    DRILL = "drill"
    PRACTICE = "practice"
    MOCK = "mock"

    @property
    def is_scheduled(self) -> bool:
        """Return whether its attempts decide when an item is due again."""
        return self is not Mode.PRACTICE


class Outcome(StrEnum):
    """How an attempt ended."""

    CORRECT = "correct"
    WRONG = "wrong"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened in a session.

    ``identity`` is unique for ever and is made by the caller. An attempt's ``target`` is the
    identity of the ``shown`` record that it answers; that of a named slip, a cause, a rating by
    hand and a ``void`` is the attempt. An item that was put forward is due on the study day after
    that of the record at the latest. ``grade`` is the rating 1–4 of an attempt.
    """

    identity: str
    kind: RecordKind
    moment: Moment
    session: str
    mode: Mode
    item: str | None = None
    target: str | None = None
    outcome: Outcome | None = None
    grade: int | None = None
    elapsed_milliseconds: int | None = None
    payload: Mapping[str, Json] = field(default_factory=dict)
