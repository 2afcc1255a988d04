"""What a command is given of the world around it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment, moment_of
from quizdeck.text import Language


@dataclass(frozen=True)
class Surroundings:
    """Where state lives, the language, and the three streams."""

    home: Home
    language: Language
    environment: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO

    def load_deck(self) -> tuple[Deck, int]:
        """Return everything that can be asked, and how many faults the banks have."""
        loaded = load_banks(shipped_banks())
        return Deck(loaded.banks), len(loaded.findings)

    def open_desk(self) -> tuple[Desk, int]:
        """Return the desk over the shipped banks and the log, and how many bank faults there are.

        Raises ``RecordError`` where the log cannot be opened.
        """
        deck, faults = self.load_deck()
        store = open_store(self.home.log, now=now(), new_device=_new_identity)
        return Desk(deck, store, clock=now, random_bytes=os.urandom), faults

    def is_terminal(self) -> bool:
        """Return whether a person sits at both ends."""
        return self.stdin.isatty() and self.stdout.isatty()


def now() -> Moment:
    """Return this moment by the wall clock."""
    return moment_of(datetime.now().astimezone())


def _new_identity() -> str:
    return uuid7(now().epoch_milliseconds, os.urandom(RANDOM_BYTES))
