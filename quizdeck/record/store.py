"""The store: append what happened, read it back, know what is due.

The log is the truth and the schedule is its cache. Every append writes both in one transaction, and
an item's row of the schedule is always the fold of its whole history, so records that arrive out of
order (two terminals, a clock set back) leave the same schedule as those that arrive in order.

Several processes may have the file open. Each write reads what it depends on after it holds the
write lock, so no other lock is needed.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple
from pathlib import Path
from types import TracebackType
from typing import Self

from quizdeck.errors import RecordError
from quizdeck.record.failures import transaction, translated
from quizdeck.record.opening import open_database
from quizdeck.record.rows import (
    INSERT_EVENT,
    content_of,
    event_of,
    has_content,
    is_sealed,
    record_of,
)
from quizdeck.study.memory import Memory
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Record, RecordKind

_IN_ORDER_WRITTEN = "ORDER BY device, seq"
_IN_FOLD_ORDER = "ORDER BY item, study_day, ts_ms, device, seq"

_EVENTS = "SELECT * FROM event"
_ATTEMPTS = f"{_EVENTS} WHERE kind = 'attempt'"

_REMEMBER = """
INSERT OR REPLACE INTO schedule
  (item, stability, difficulty, due_day, last_day, repetitions, lapses)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""

_MEMORIES = """
SELECT item, stability, difficulty, due_day, last_day, repetitions, lapses FROM schedule
"""

_OPEN_SESSION = """
SELECT session FROM event AS begun
WHERE kind = 'session_started' AND device = ? AND mode = ? AND study_day = ?
  AND NOT EXISTS (
    SELECT 1 FROM event WHERE session = begun.session AND kind = 'session_ended'
  )
ORDER BY seq DESC LIMIT 1
"""

_STUDY_DAYS = "SELECT DISTINCT study_day FROM event WHERE kind = 'attempt' ORDER BY study_day"


def open_store(path: Path, *, now: Moment, new_device: Callable[[], str]) -> "Store":
    """Open the log at ``path``; make it, and the folders above it, where there is none.

    ``now`` and the identity that ``new_device`` returns are written into a new log. Raises
    RecordError and leaves the file as it was if it is foreign, newer, damaged or not writable.
    """
    connection, device = open_database(path, now=now, new_device=new_device)
    return Store(connection, path, device)


class Store:
    """One open log, closed at the end of a ``with`` block; ``device`` names whose log it is.

    Every method raises RecordError and none of SQLite's own exceptions.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, device: str) -> None:
        self._connection = connection
        self._path = path
        self.device = device

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

    def append(self, records: Sequence[Record]) -> None:
        """Write ``records`` and what they mean for the schedule, all or nothing, durably.

        A record that is there already, the same in all its content, is passed over. Raises
        RecordError ``record.already_answered`` on a second attempt at one shown record.
        """
        with self._writing():
            fresh = [record for record in records if self._insert(record)]
            graded = {record.item for record in fresh if record.grade is not None and record.item}
            for item in sorted(graded):
                self._remember(self._fold(f"{_ATTEMPTS} AND item = ? {_IN_FOLD_ORDER}", (item,)))

    def records(
        self,
        *,
        session: str | None = None,
        kinds: Collection[RecordKind] | None = None,
        item: str | None = None,
    ) -> tuple[Record, ...]:
        """Return the records that pass every given filter, in the order they were written."""
        conditions: list[str] = []
        values: list[str] = []
        for column, value in (("session", session), ("item", item)):
            if value is not None:
                conditions.append(f"{column} = ?")
                values.append(value)
        if kinds is not None:
            conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values.extend(kinds)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return tuple(self._decoded(self._rows(f"{_EVENTS} {where} {_IN_ORDER_WRITTEN}", values)))

    def attempts(self) -> tuple[Record, ...]:
        """Return every attempt, in the order they were written."""
        return self.records(kinds=(RecordKind.ATTEMPT,))

    def open_session(self, mode: Mode, study_day: int) -> tuple[Record, ...]:
        """Return the records of the session to resume, empty if there is none.

        It is the newest session of ``mode`` begun here on ``study_day`` that has not ended.
        """
        for (session,) in self._rows(_OPEN_SESSION, (self.device, mode, study_day)):
            return self.records(session=session)
        return ()

    def study_days(self) -> tuple[int, ...]:
        """Return the study days that have at least one attempt, in order."""
        return tuple(day for (day,) in self._rows(_STUDY_DAYS))

    def memories(self) -> Mapping[str, Memory]:
        """Return the schedule of every item that has one."""
        return {row[0]: Memory(*row) for row in self._rows(_MEMORIES)}

    def memory(self, item: str) -> Memory | None:
        """Return the schedule of one item."""
        for row in self._rows(f"{_MEMORIES} WHERE item = ?", (item,)):
            return Memory(*row)
        return None

    def due_count(self, study_day: int) -> int:
        """Return how many items are due on ``study_day`` or overdue by then."""
        ((count,),) = self._rows("SELECT count(*) FROM schedule WHERE due_day <= ?", (study_day,))
        return int(count)

    def rebuild_schedule(self) -> None:
        """Compute the whole schedule anew from the log."""
        with self._writing():
            self._connection.execute("DELETE FROM schedule")
            self._remember(self._fold(f"{_ATTEMPTS} {_IN_FOLD_ORDER}"))

    def schedule_matches_log(self) -> bool:
        """Return whether the schedule is the one that the log implies."""
        with transaction(self._connection, self._path, "BEGIN"):
            return self.memories() == self._fold(f"{_ATTEMPTS} {_IN_FOLD_ORDER}")

    def altered(self) -> tuple[str, ...]:
        """Return the identities of records that are no longer as they were written."""
        rows = self._rows(f"{_EVENTS} {_IN_ORDER_WRITTEN}")
        return tuple(row["id"] for row in rows if not is_sealed(row))

    def _insert(self, record: Record) -> bool:
        content = content_of(record)
        for event in self._rows(f"{_EVENTS} WHERE id = ?", (record.identity,)):
            if has_content(event, content):
                return False
        newest = "SELECT coalesce(max(seq), 0) FROM event WHERE device = ?"
        ((sequence,),) = self._rows(newest, (self.device,))
        self._connection.execute(INSERT_EVENT, event_of(content, self.device, sequence + 1))
        return True

    def _fold(self, statement: str, values: Sequence[object] = ()) -> Mapping[str, Memory]:
        # fsrs takes longer to import than all that a shell prompt asks of the log
        from quizdeck.study.schedule import rebuilt  # noqa: PLC0415

        return rebuilt(self._decoded(self._connection.execute(statement, values)))

    def _remember(self, memories: Mapping[str, Memory]) -> None:
        self._connection.executemany(_REMEMBER, map(astuple, memories.values()))

    def _decoded(self, rows: Iterable[sqlite3.Row]) -> Iterator[Record]:
        for row in rows:
            try:
                yield record_of(row)
            except ValueError as error:
                reason = f"event {row['id']}: {error}"
                raise RecordError("record.damaged", path=str(self._path), reason=reason) from error

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with translated(self._path):
            return self._connection.execute(statement, values).fetchall()

    def _writing(self) -> AbstractContextManager[None]:
        return transaction(self._connection, self._path, "BEGIN IMMEDIATE")
