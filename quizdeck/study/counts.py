"""What is counted: how often the items of a topic were right, how often a slip was made."""

from dataclasses import dataclass

from quizdeck.text import Localized


@dataclass(frozen=True, slots=True)
class Score:
    """How often and how fast the items of one topic were answered at first try."""

    topic: str
    attempts: int
    correct: int
    mean_seconds: float

    @property
    def percent(self) -> int:
        """Return the share of right answers in whole percents."""
        return round(100 * self.correct / self.attempts) if self.attempts else 0


@dataclass(frozen=True, slots=True)
class SlipCount:
    """How often one wrong step was made."""

    slip: str
    times: int


@dataclass(frozen=True, slots=True)
class NamedCount:
    """The same with the name of the step."""

    name: Localized
    times: int
