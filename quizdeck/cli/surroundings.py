"""What a command is given of the world around it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from quizdeck.desk.places import Home, exam_day_in, read_settings
from quizdeck.errors import QuizdeckError, UsageError
from quizdeck.language.catalogue import error_text, text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.study.moment import Moment, moment_of
from quizdeck.text import Language, without_controls

if TYPE_CHECKING:
    from quizdeck.desk.deck import Deck
    from quizdeck.desk.desk import Desk

_DAYS_KEPT = 4  # how many days' home is worked out beforehand


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

    def require_banks(self) -> None:
        """Raise ``UsageError`` where a bank that was asked for does not exist."""
        missing = next((path for path in self.banks if not path.exists()), None)
        if missing is not None:
            raise UsageError("usage.no_bank", path=str(missing))

    def load_deck(self, *, is_quiet: bool = False) -> tuple["Deck", int]:
        """Return everything that can be asked, and how many faults the banks have.

        These are the shipped banks, those of the home and those asked for. How far the reading is
        is told unless it ``is_quiet``. Raises ``UsageError`` where a bank that was asked for does
        not exist.
        """
        # the help and the version need neither banks nor problems
        from quizdeck.banks.shelf import Shelf  # noqa: PLC0415
        from quizdeck.cli.progress import ReadingProgress  # noqa: PLC0415
        from quizdeck.desk.deck import Deck  # noqa: PLC0415
        from quizdeck.study.topics import TOPICS  # noqa: PLC0415

        self.require_banks()
        tells = self.stderr.isatty() and not is_quiet
        shelf = Shelf(
            self.home.bank_paths(self.banks),
            self.home.index_of(self.banks),
            topics=TOPICS,
            optional=(self.home.banks,),
            progress=ReadingProgress(self._tell_progress) if tells else None,
        )
        return Deck(shelf=shelf), shelf.faults

    def _tell_progress(self, percent: int) -> None:
        self.complain(text("command.reading_banks", self.language, percent=percent))

    @contextmanager
    def open_desk(
        self, *, is_studied: bool = False, is_quiet: bool = False
    ) -> Iterator[tuple["Desk", int]]:
        """Give the desk over the banks and the log, and how many bank faults there are.

        Where it ``is_studied``, what home will show is worked out at the end; ``is_quiet`` is as
        for ``load_deck``. Raises ``RecordError`` where the log cannot be opened; closes it at the
        end, and makes a copy of it where one is due.
        """
        # the help and the version need no log
        from quizdeck.desk.desk import Desk  # noqa: PLC0415
        from quizdeck.desk.glance import keep_glance  # noqa: PLC0415
        from quizdeck.desk.settings import limits_in  # noqa: PLC0415
        from quizdeck.record.store import open_store  # noqa: PLC0415

        self._back_up_before_migration()
        seal = self.home.directory / "cache" / "log-seal"
        store = open_store(self.home.log, now=now(), new_device=new_identity, seal=seal)
        with ExitStack() as stack:
            stack.callback(self._back_up_if_due)
            stack.callback(store.close)
            deck, faults = self.load_deck(is_quiet=is_quiet)
            stack.callback(deck.close)
            entries = read_settings(self.home)
            desk = Desk(
                deck,
                store,
                clock=now,
                random_bytes=os.urandom,
                exam_day=exam_day_in(entries),
                limits=limits_in(entries),
            )
            yield desk, faults
            ahead = tuple(map(desk.overview, range(_DAYS_KEPT))) if is_studied else ()
            faults = deck.shelf.faults if deck.shelf else faults
        if ahead:
            keep_glance(self.home, self.banks, ahead, bank_faults=faults)

    def _back_up_if_due(self) -> None:
        """Copy a log that changed and was not copied for a while; leaving goes on if it fails."""
        from quizdeck.record.backup import backup, is_due  # noqa: PLC0415

        time = datetime.now().astimezone()
        try:
            if is_due(self.home.backups, self.home.log, time):
                backup(self.home.log, self.home.backups, time)
        except (QuizdeckError, OSError) as error:
            reason = error_text(error, self.language) if isinstance(error, QuizdeckError) else error
            self.complain(text("log.no_backup", self.language, reason=reason))

    def _back_up_before_migration(self) -> None:
        from quizdeck.record.opening import needs_migration  # noqa: PLC0415

        if needs_migration(self.home.log):
            from quizdeck.record.backup import backup  # noqa: PLC0415, hardly ever

            backup(self.home.log, self.home.backups, datetime.now().astimezone())

    def has_screen(self) -> bool:
        """Return whether a person sits at every end; the screens are drawn on ``stderr``.

        A page in a browser takes the place of a terminal, and Textual is told what draws on it.
        """
        streams = (self.stdin, self.stdout, self.stderr)
        return "TEXTUAL_DRIVER" in self.environment or all(stream.isatty() for stream in streams)


def now() -> Moment:
    """Return this moment by the wall clock."""
    return moment_of(datetime.now().astimezone())


def new_identity() -> str:
    """Return an identity that no other device or record has."""
    from quizdeck.record.identity import RANDOM_BYTES, uuid7  # noqa: PLC0415, for a new log only

    return uuid7(now().epoch_milliseconds, os.urandom(RANDOM_BYTES))
