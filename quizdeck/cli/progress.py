"""How far the reading of banks is, told only where it takes long."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

_PATIENCE_SECONDS = 1.0  # before anything is said
_SECONDS_BETWEEN = 2.0


@dataclass
class ReadingProgress:
    """Says now and then, in whole percents, how much has been read."""

    say: Callable[[int], None]
    clock: Callable[[], float] = monotonic
    _said: float = field(init=False)

    def __post_init__(self) -> None:
        self._said = self.clock() + _PATIENCE_SECONDS - _SECONDS_BETWEEN

    def __call__(self, done: int, total: int) -> None:
        """Take notice that ``done`` of ``total`` bytes have been read."""
        now = self.clock()
        if now - self._said >= _SECONDS_BETWEEN:
            self._said = now
            self.say(100 * done // max(total, 1))
