"""The writing side of the log: append what happened, and keep what it means for what is due.

The log is the truth and the schedule is its cache. Every append writes both in one transaction, and
an item's row of the schedule is always the fold of its whole history, so records that arrive out of
order (two terminals, a clock set back) leave the same schedule as those that arrive in order.

Several processes may have the file open. Each write reads what it depends on after it holds the
write lock, so no other lock is needed.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quizdeck.record.failures import transaction, translated
from quizdeck.record.opening import open_again, open_database
from quizdeck.record.reading import LogReader
from quizdeck.record.rows import INSERT_EVENT, content_of, event_of, has_content
from quizdeck.record.seal import remember_sound
from quizdeck.record.statements import EVENTS, IN_FOLD_ORDER, RATINGS
from quizdeck.study.memory import Memory
from quizdeck.study.moment import Moment
from quizdeck.study.records import Record, RecordKind

if TYPE_CHECKING:
    from quizdeck.record.exchange import Merged

_RATED_BY_HAND = "SELECT target, grade FROM event WHERE kind = 'rated' ORDER BY ts_ms, device, seq"

_REMEMBER = """
INSERT OR REPLACE INTO schedule
  (item, stability, difficulty, due_day, last_day, repetitions, lapses)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""

_FORGET = "DELETE FROM schedule WHERE item = ?"

# The ids that the schedule goes by, which are not in the log.
_NAMES = "SELECT value FROM meta WHERE key = 'names'"
_SET_NAMES = "INSERT OR REPLACE INTO meta (key, value) VALUES ('names', ?)"


def open_store(
    path: Path, *, now: Moment, new_device: Callable[[], str], seal: Path | None = None
) -> "Store":
    """Open the log at ``path``; make it, and the folders above it, where there is none.

    ``now`` and the identity that ``new_device`` returns are written into a new log. A log that is
    still as it was when it was last closed, as the file ``seal`` says, is not read through again.
    Raises RecordError and leaves the file as it was if it is foreign, newer, damaged or not
    writable.
    """
    connection, device = open_database(path, now=now, new_device=new_device, seal=seal)
    return Store(connection, path, device, seal)


class Store(LogReader):
    """One open log to read and to write, closed at the end of a ``with`` block."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, device: str, seal: Path | None = None
    ) -> None:
        super().__init__(connection, path, device)
        self._seal = seal

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        with translated(self._path):
            self._connection.close()
        if self._seal is not None:
            remember_sound(self._path, self._seal)

    def beside(self) -> "Store":
        """Return the same log once more, to be used and closed in another thread."""
        return Store(open_again(self._path), self._path, self.device)

    def follow(self, names: Mapping[str, str]) -> None:
        """Read the records of renamed items as those of what they are now: present by former id.

        The log keeps what was written; the schedule is that of the present ids.
        """
        self._names = dict(names)
        if self._scheduled_names() != self._names:
            with self._writing():
                self._adopt_names()

    def append(self, records: Sequence[Record]) -> None:
        """Write ``records`` and what they mean for the schedule, all or nothing, durably.

        A record that is there already, the same in all its content, is passed over. Raises
        RecordError ``record.already_answered`` on a second attempt at one shown record.
        """
        with self._writing():
            fresh = [record for record in records if self._insert(record)]
            self._adopt_names()
            changing = [record for record in fresh if _changes_schedule(record)]
            for item in sorted({record.item for record in changing if record.item}):
                self._learn(item, [record for record in changing if record.item == item])

    def merge(self, lines: Iterable[str]) -> "Merged":
        """Take over the events of another log and what they mean, all or nothing."""
        from quizdeck.record.exchange import union  # noqa: PLC0415, seldom

        with self._writing():
            merged = union(self._connection, lines)
            for item in sorted(merged.items):
                self._refold(item)
        return merged

    def rebuild_schedule(self) -> None:
        """Compute the whole schedule anew from the log."""
        with self._writing():
            self._connection.execute("DELETE FROM schedule")
            self._remember(self._fold(f"{RATINGS} {IN_FOLD_ORDER}"))

    def schedule_matches_log(self) -> bool:
        """Return whether the schedule is the one that the log implies."""
        with transaction(self._connection, self._path, "BEGIN"):
            return self._schedule() == self._fold(f"{RATINGS} {IN_FOLD_ORDER}")

    def _insert(self, record: Record) -> bool:
        content = content_of(record)
        for event in self._rows(f"{EVENTS} WHERE id = ?", (record.identity,)):
            if has_content(event, content):
                return False
        newest = "SELECT coalesce(max(seq), 0) FROM event WHERE device = ?"
        ((sequence,),) = self._rows(newest, (self.device,))
        self._connection.execute(INSERT_EVENT, event_of(content, self.device, sequence + 1))
        return True

    def _refold(self, item: str) -> None:
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        self._connection.executemany(_FORGET, [(name,) for name in names])
        self._remember(self._fold(f"{RATINGS} AND item IN ({marks}) {IN_FOLD_ORDER}", names))

    def _scheduled_names(self) -> Mapping[str, str]:
        """Return the names that the schedule goes by, which another program may have left."""
        for (written,) in self._rows(_NAMES):
            names: Mapping[str, str] = json.loads(written)
            return names
        return {}

    def _adopt_names(self) -> None:
        """Make the schedule go by the names followed here."""
        changed = self._scheduled_names().items() ^ self._names.items()
        if changed:
            self._connection.execute(_SET_NAMES, (json.dumps(self._names),))
            for item in sorted({item for pair in changed for item in pair}):
                self._refold(item)

    def _learn(self, item: str, records: Sequence[Record]) -> None:
        """Take new records of one item over into its schedule."""
        from quizdeck.study.schedule import rates, reviewed  # noqa: PLC0415, as below

        memory, record = self.memory(item), records[0]
        if memory and len(records) == 1 and record.grade and rates(record, memory):
            # nothing that was rated is later, so the history need not be gone through again
            day = record.moment.study_day
            self._remember({item: reviewed(memory, item, record.grade, day)})
        elif len(records) != 1 or not self._comes_after_the_rating(record):
            self._refold(item)

    def _comes_after_the_rating(self, record: Record) -> bool:
        """Return whether ``record`` is an attempt after that which counts on its study day."""
        moment = record.moment
        statement = f"{RATINGS} AND item = ? AND study_day = ? AND ts_ms < ? LIMIT 1"
        values = (record.item, moment.study_day, moment.epoch_milliseconds)
        return record.kind is RecordKind.ATTEMPT and bool(self._rows(statement, values))

    def _fold(self, statement: str, values: Sequence[object] = ()) -> Mapping[str, Memory]:
        """Return the memories that ratings in canonical order leave: the first of a day counts."""
        # fsrs takes longer to import than all that a shell prompt asks of the log
        from quizdeck.study.schedule import reviewed  # noqa: PLC0415

        by_hand = dict(self._connection.execute(_RATED_BY_HAND).fetchall())
        memories: dict[str, Memory] = {}
        for attempt, written, day, grade in self._connection.execute(statement, values):
            item = self._names.get(written, written)
            memory = memories.get(item)
            if memory is None or memory.last_day < day:
                memories[item] = reviewed(memory, item, by_hand.get(attempt, grade), day)
        return memories

    def _remember(self, memories: Mapping[str, Memory]) -> None:
        self._connection.executemany(_REMEMBER, map(astuple, memories.values()))

    def _writing(self) -> AbstractContextManager[None]:
        return transaction(self._connection, self._path, "BEGIN IMMEDIATE")


def _changes_schedule(record: Record) -> bool:
    is_rated = record.grade is not None or record.kind is RecordKind.VOID
    return is_rated and record.mode.is_scheduled
