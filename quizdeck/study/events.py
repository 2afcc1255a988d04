"""What can happen in a session, each with the identity and the moment of the record it leaves."""

from dataclasses import dataclass

from quizdeck.study.exercise import Exercise
from quizdeck.study.moment import Moment
from quizdeck.study.policy import Policy
from quizdeck.study.session import Cause, Confidence


@dataclass(frozen=True, slots=True)
class Started:
    """A session begins with these items."""

    identity: str
    moment: Moment
    items: tuple[str, ...]
    policy: Policy


@dataclass(frozen=True, slots=True)
class Presented:
    """The first item of the queue is shown; None if it no longer exists anywhere.

    A right answer that takes more than ``slow_after`` milliseconds is rated as hard.
    """

    identity: str
    moment: Moment
    exercise: Exercise | None
    slow_after: int | None = None


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
class Hinted:
    """The learner asked for the next step of help."""

    identity: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class SaidConfidence:
    """The learner said, or took back, how sure the coming answer is."""

    identity: str
    moment: Moment
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """The learner put the item off to the end of the session."""

    identity: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Suspended:
    """The learner wants the item to rest until a study day, or, for None, until asked for again.

    ``end_identity`` is that of the record that ends the session where nothing else is left.
    """

    identity: str
    moment: Moment
    until: int | None
    end_identity: str


@dataclass(frozen=True, slots=True)
class NamedSlip:
    """The learner said which of several slips it was."""

    identity: str
    moment: Moment
    slip: str


@dataclass(frozen=True, slots=True)
class NamedCause:
    """The learner said why the answer was wrong."""

    identity: str
    moment: Moment
    cause: Cause


@dataclass(frozen=True, slots=True)
class RatedEasy:
    """The learner said that the answer, which was right, came without effort."""

    identity: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Flagged:
    """The learner marked the item, with a ``note``, or, for None, took the mark off."""

    identity: str
    moment: Moment
    note: str | None


@dataclass(frozen=True, slots=True)
class Continued:
    """The learner has read the feedback."""

    identity: str
    moment: Moment


Step = (
    Presented
    | Submitted
    | GaveUp
    | Hinted
    | SaidConfidence
    | Skipped
    | Suspended
    | NamedSlip
    | NamedCause
    | RatedEasy
    | Flagged
    | Continued
)
