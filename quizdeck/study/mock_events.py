"""What can happen in a mock quiz, each with the identity and the moment of the record it leaves."""

from dataclasses import dataclass
from enum import StrEnum

from quizdeck.study.moment import Moment


class Ending(StrEnum):
    """How a mock ended."""

    BY_HAND = "by_hand"
    TIME_UP = "time_up"


@dataclass(frozen=True, slots=True)
class WentTo:
    """The learner turned to another 小問."""

    identity: str
    moment: Moment
    place: int


@dataclass(frozen=True, slots=True)
class Chose:
    """The learner chose an option, or took the choice back."""

    identity: str
    moment: Moment
    number: int | None


@dataclass(frozen=True, slots=True)
class Flagged:
    """The learner set the flag of the 小問 in front, or took it away."""

    identity: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Noted:
    """The learner wrote on the scratch sheet of the 小問 in front; ``text`` is all of it."""

    identity: str
    moment: Moment
    text: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The paper is in, by hand or because the time is up.

    ``identities`` are those of the attempts, one for each 小問.
    """

    identity: str
    moment: Moment
    ending: Ending
    identities: tuple[str, ...]


Event = WentTo | Chose | Flagged | Noted | HandedIn
