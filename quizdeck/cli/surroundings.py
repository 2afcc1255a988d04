"""What a command is given of the world around it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from quizdeck.cli.progress import ReadingProgress
from quizdeck.desk.places import Home
from quizdeck.errors import UsageError
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.study.moment import Moment, moment_of
from quizdeck.study.topics import TOPICS
from quizdeck.text import Language, without_controls

if TYPE_CHECKING:
    from quizdeck.desk.deck import Deck
    from quizdeck.desk.desk import Desk


@dataclass(frozen=True)
class Surroundings:
    """Where state lives, the language and the letters of formulas, and the three streams.

    ``banks`` are files and folders that join those of the program and of the home.
    """

    home: Home
    language: Language
    environment: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    notation: Notation = BOOK
    banks: tuple[Path, ...] = ()

    def say(self, line: str) -> None:
        """Print a line of the result."""
        print(without_controls(line), file=self.stdout)

    def complain(self, line: str) -> None:
        """Print a line that is no result."""
        print(without_controls(line), file=self.stderr)

    def load_deck(self) -> tuple["Deck", int]:
        """Return everything that can be asked, and how many faults the banks have.

        These are the shipped banks, those of the home and those asked for. Raises ``UsageError``
        where one that was asked for does not exist.
        """
        # the help and the version need neither banks nor problems
        from quizdeck.banks.files import shipped_banks  # noqa: PLC0415
        from quizdeck.banks.shelf import Shelf  # noqa: PLC0415
        from quizdeck.desk.deck import Deck  # noqa: PLC0415

        missing = next((path for path in self.banks if not path.exists()), None)
        if missing is not None:
            raise UsageError("usage.no_bank", path=str(missing))
        shelf = Shelf(
            (*shipped_banks(), self.home.banks, *self.banks),
            self.home.index_of(self.banks),
            topics=TOPICS,
            optional=(self.home.banks,),
            progress=ReadingProgress(self._tell_progress) if self.stderr.isatty() else None,
        )
        return Deck(shelf=shelf), shelf.faults

    def _tell_progress(self, percent: int) -> None:
        self.complain(text("command.reading_banks", self.language, percent=percent))

    @contextmanager
    def open_desk(self) -> Iterator[tuple["Desk", int]]:
        """Give the desk over the banks and the log, and how many bank faults there are.

        Raises ``RecordError`` where the log cannot be opened; closes it at the end.
        """
        # the help and the version need no log
        from quizdeck.desk.desk import Desk  # noqa: PLC0415
        from quizdeck.record.store import open_store  # noqa: PLC0415

        store = open_store(self.home.log, now=now(), new_device=new_identity)
        with ExitStack() as stack:
            stack.callback(store.close)
            deck, faults = self.load_deck()
            stack.callback(deck.close)
            yield Desk(deck, store, clock=now, random_bytes=os.urandom), faults

    def is_terminal(self) -> bool:
        """Return whether a person sits at every end; the screens are drawn on ``stderr``."""
        return all(stream.isatty() for stream in (self.stdin, self.stdout, self.stderr))


def now() -> Moment:
    """Return this moment by the wall clock."""
    return moment_of(datetime.now().astimezone())


def new_identity() -> str:
    """Return an identity that no other device or record has."""
    return uuid7(now().epoch_milliseconds, os.urandom(RANDOM_BYTES))
