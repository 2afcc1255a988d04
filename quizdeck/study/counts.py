"""What is counted: how often the items of a topic were right, how often a slip was made."""

from typing import NamedTuple

from quizdeck.text import Localized


class Score(NamedTuple):
    """How often and how fast the items of one topic were answered at first try."""

    topic: str
    attempts: int
    correct: int
    mean_seconds: float

    @property
    def percent(self) -> int:
        """Return the share of right answers in whole percents."""
        return round(100 * self.correct / self.attempts) if self.attempts else 0


class SlipCount(NamedTuple):
    """How often one wrong step was made."""

    slip: str
    times: int


class NamedCount(NamedTuple):
    """The same with the name of the step."""

    name: Localized
    times: int
