"""What a command is given of the world around it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TextIO

from quizdeck.desk.places import Home
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.study.moment import Moment, moment_of
from quizdeck.text import Language, without_controls

if TYPE_CHECKING:
    from quizdeck.desk.deck import Deck
    from quizdeck.desk.desk import Desk


@dataclass(frozen=True)
class Surroundings:
    """Where state lives, the language, and the three streams."""

    home: Home
    language: Language
    environment: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    def say(self, line: str) -> None:
        """Print a line of the result."""
        print(without_controls(line), file=self.stdout)

    def complain(self, line: str) -> None:
        """Print a line that is no result."""
        print(without_controls(line), file=self.stderr)

    def load_deck(self) -> tuple["Deck", int]:
        """Return everything that can be asked, and how many faults the banks have."""
        # the help and the version need neither banks nor problems
        from quizdeck.banks.library import load_banks, shipped_banks  # noqa: PLC0415
        from quizdeck.desk.deck import Deck  # noqa: PLC0415

        loaded = load_banks(shipped_banks())
        return Deck(loaded.banks), len(loaded.findings)

    @contextmanager
    def open_desk(self) -> Iterator[tuple["Desk", int]]:
        """Give the desk over the shipped banks and the log, and how many bank faults there are.

        Raises ``RecordError`` where the log cannot be opened; closes it at the end.
        """
        # the help and the version need no log
        from quizdeck.desk.desk import Desk  # noqa: PLC0415
        from quizdeck.record.store import open_store  # noqa: PLC0415

        store = open_store(self.home.log, now=now(), new_device=_new_identity)
        with closing(store):
            deck, faults = self.load_deck()
            yield Desk(deck, store, clock=now, random_bytes=os.urandom), faults

    def is_terminal(self) -> bool:
        """Return whether a person sits at every end; the screens are drawn on ``stderr``."""
        return all(stream.isatty() for stream in (self.stdin, self.stdout, self.stderr))


def now() -> Moment:
    """Return this moment by the wall clock."""
    return moment_of(datetime.now().astimezone())


def _new_identity() -> str:
    return uuid7(now().epoch_milliseconds, os.urandom(RANDOM_BYTES))
