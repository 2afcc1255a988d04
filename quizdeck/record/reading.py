"""The reading side of the log: what was written, asked in many ways.

An item that was renamed is read by what it is called now, whatever its records say.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quizdeck.errors import RecordError
from quizdeck.record.counting import ATTEMPTS, CAUSES
from quizdeck.record.exchange import event_line
from quizdeck.record.failures import translated
from quizdeck.record.recent import ANSWERS_BY_DAY, DAYS_IN_A_ROW, FIRST_TRIES, NAMED_SLIPS, SLIPS
from quizdeck.record.rows import is_sealed, record_of, renamed
from quizdeck.record.statements import (
    EVENTS,
    GAPS,
    IN_ORDER_WRITTEN,
    LAST_GRADES,
    MARKS,
    MEMORIES,
    NAMED_ITEMS,
    OPEN_MOCK,
    OPEN_SESSION,
    PUT_FORWARD,
    STANDING_ATTEMPTS,
    STUDY_DAYS,
    SURE_BUT_WRONG,
)
from quizdeck.study.attempts import Attempt
from quizdeck.study.memory import Memory
from quizdeck.study.records import Mode, Record, RecordKind
from quizdeck.study.scores import LONGEST_MILLISECONDS, Tally


class LogReader:
    """One open log, of which nothing here changes anything; ``device`` names whose log it is.

    Every method raises RecordError and none of SQLite's own exceptions.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, device: str) -> None:
        self._connection = connection
        self._path = path
        self._names: Mapping[str, str] = {}
        self.device = device

    def export(self) -> Iterator[str]:
        """Yield every event as a line of JSON, by device and number."""
        for row in self._rows(f"{EVENTS} {IN_ORDER_WRITTEN}"):
            yield event_line(row)

    def export_own(self) -> Iterator[str]:
        """Yield the events of this device alone, as ``export`` does."""
        for row in self._rows(f"{EVENTS} WHERE device = ? ORDER BY seq", (self.device,)):
            yield event_line(row)

    def gaps(self) -> tuple[str, ...]:
        """Return the devices of whose events some are missing in between."""
        return tuple(row["device"] for row in self._rows(GAPS))

    def is_whole(self) -> bool:
        """Return whether SQLite finds nothing wrong with the file, its links included."""
        ((checked,),) = self._rows("PRAGMA integrity_check(1)")
        return checked == "ok" and not self._rows("PRAGMA foreign_key_check")

    def event_count(self) -> int:
        """Return how many events the log holds."""
        ((count,),) = self._rows("SELECT count(*) FROM event")
        return int(count)

    def named_items(self) -> Iterator[str]:
        """Yield every item that the log names, answered or not, by the id it had then."""
        yield from (item for (item,) in self._rows(NAMED_ITEMS))

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
        for column, allowed in (
            ("session", None if session is None else (session,)),
            ("item", None if item is None else self._names_of(item)),
            ("kind", kinds),
        ):
            if allowed is not None:
                conditions.append(f"{column} IN ({', '.join('?' * len(allowed))})")
                values.extend(allowed)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        return tuple(self._decoded(self._rows(f"{EVENTS} {where} {IN_ORDER_WRITTEN}", values)))

    def attempts(self) -> tuple[Record, ...]:
        """Return every attempt that was not taken back, in the order they were written."""
        return tuple(self._decoded(self._rows(f"{STANDING_ATTEMPTS} {IN_ORDER_WRITTEN}")))

    def counted_attempts(self) -> tuple[Attempt, ...]:
        """Return the same by study day and time, with no more than is counted of each."""
        attempts = tuple(map(Attempt._make, self._rows(ATTEMPTS)))
        if not self._names:
            return attempts
        return tuple(a._replace(item=self._names.get(a.item, a.item)) for a in attempts)

    def causes(self) -> tuple[str, ...]:
        """Return of each miss that stands the cause that was named last, if one was."""
        return tuple({row[0]: str(row[1]) for row in self._rows(CAUSES)}.values())

    def last_attempt(self, study_day: int) -> Record | None:
        """Return the last attempt made here on ``study_day`` that was not taken back."""
        statement = (
            f"{STANDING_ATTEMPTS} AND +device = ? AND study_day = ? ORDER BY seq DESC LIMIT 1"
        )
        rows = self._rows(statement, (self.device, study_day))
        return next(self._decoded(rows), None)

    def last_shown(self, item: str, most: int) -> tuple[Record, ...]:
        """Return what was shown last of one item, the newest first."""
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        statement = (
            f"{EVENTS} WHERE kind = 'shown' AND item IN ({marks}) ORDER BY ts_ms DESC LIMIT ?"
        )
        return tuple(self._decoded(self._rows(statement, (*names, most))))

    def right_times(self, item: str, most: int) -> tuple[int, ...]:
        """Return how many milliseconds the last right answers to one item took."""
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        statement = (
            f"{STANDING_ATTEMPTS} AND outcome = 'correct' AND item IN ({marks}) "
            "ORDER BY study_day DESC, ts_ms DESC LIMIT ?"
        )
        rows = self._rows(statement, (*names, most))
        return tuple(row["elapsed_ms"] for row in rows if row["elapsed_ms"] is not None)

    def resting(self, study_day: int) -> frozenset[str]:
        """Return the items that were put to rest and are not back yet on ``study_day``."""
        rests: dict[str, bool] = {}
        rows = self._rows(f"{EVENTS} WHERE kind IN ('suspended', 'resumed') ORDER BY ts_ms")
        for record in self._decoded(rows):
            until = record.payload.get("until")
            is_over = isinstance(until, int) and until <= study_day
            rests[record.item or ""] = record.kind is RecordKind.SUSPENDED and not is_over
        return frozenset(item for item, rests_now in rests.items() if rests_now)

    def flags(self) -> Mapping[str, str]:
        """Return the notes of the items that are marked, by item."""
        return self._flags(f"{MARKS} ORDER BY ts_ms, device, seq")

    def flag(self, item: str) -> str | None:
        """Return the note of one item, None if it is not marked."""
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        statement = f"{MARKS} AND item IN ({marks}) ORDER BY ts_ms, device, seq"
        return self._flags(statement, names).get(names[0])

    def sure_but_wrong(self) -> frozenset[str]:
        """Return the items that were wrong, though the learner was sure, on their last day."""
        return frozenset(self._names.get(item, item) for (item,) in self._rows(SURE_BUT_WRONG))

    def last_grades(self, item: str, most: int) -> tuple[int, ...]:
        """Return the ratings of the last study days of one item, the newest first."""
        names = self._names_of(item)
        statement = LAST_GRADES % ", ".join("?" * len(names))
        return tuple(row[0] for row in self._rows(statement, (*names, most)))

    def open_session(self, mode: Mode, study_day: int) -> tuple[Record, ...]:
        """Return the records of the session to resume, empty if there is none.

        It is the newest session of ``mode`` begun here on ``study_day`` that has not ended.
        """
        for (session,) in self._rows(OPEN_SESSION, (self.device, mode, study_day)):
            return self.records(session=session)
        return ()

    def open_mock(self) -> tuple[Record, ...]:
        """Return the records of the newest mock that was begun here and is not in."""
        for (session,) in self._rows(OPEN_MOCK, (self.device,)):
            return self.records(session=session)
        return ()

    def mock_records(self) -> tuple[Record, ...]:
        """Return the records of every mock, in the order they were written."""
        rows = self._rows(f"{EVENTS} WHERE mode = 'mock' {IN_ORDER_WRITTEN}")
        return tuple(self._decoded(rows))

    def study_days(self) -> tuple[int, ...]:
        """Return the study days that have at least one attempt, in order."""
        return tuple(day for (day,) in self._rows(STUDY_DAYS))

    def days_in_a_row(self, today: int) -> tuple[int, ...]:
        """Return the study days without a gap that end today or, for none, yesterday, in order."""
        for start in (today, today - 1):
            if days := self._rows(DAYS_IN_A_ROW, (start,)):
                return tuple(day for (day,) in reversed(days))
        return ()

    def has_attempts(self) -> bool:
        """Return whether there is an attempt that was not taken back."""
        return bool(self._rows(f"{STANDING_ATTEMPTS} LIMIT 1"))

    def first_tries(self, since: int) -> tuple[Tally, ...]:
        """Return the tally of every item's first tries of each study day from ``since`` on."""
        rows = self._rows(FIRST_TRIES, (LONGEST_MILLISECONDS, since))
        return tuple(Tally(self._names.get(item, item), *counts) for item, *counts in rows)

    def slips_made(self, since: int) -> tuple[str, ...]:
        """Return the slip of every answer from study day ``since`` on that has one.

        An answer that fits several has the one that the learner named, else the first.
        """
        made = {attempt: slip for attempt, slip in self._rows(SLIPS, (since,)) if slip}
        named = {row[0]: row[1] for row in self._rows(NAMED_SLIPS, (since,))}
        return tuple(named.get(attempt, slip) for attempt, slip in made.items())

    def answers_by_day(self, since: int) -> Mapping[int, int]:
        """Return how many answers each study day from ``since`` on has, if it has any."""
        return {row[0]: row[1] for row in self._rows(ANSWERS_BY_DAY, (since,))}

    def memories(self) -> Mapping[str, Memory]:
        """Return the schedule of every item that has one."""
        memories = self._schedule()
        for item, day in self._waiting(memories).items():
            memories[item] = replace(memories[item], due_day=min(day, memories[item].due_day))
        return memories

    def put_forward(self) -> Mapping[str, int]:
        """Return the study day of each item that was to come sooner and has not come since."""
        return self._waiting(self._schedule())

    def _waiting(self, schedule: Mapping[str, Memory]) -> Mapping[str, int]:
        put = ((self._names.get(item, item), day + 1) for item, day in self._rows(PUT_FORWARD))
        return {
            item: day for item, day in put if item in schedule and schedule[item].last_day < day
        }

    def memory(self, item: str) -> Memory | None:
        """Return the schedule of one item."""
        for row in self._rows(f"{MEMORIES} WHERE item = ?", (item,)):
            return Memory(*row)
        return None

    def altered(self) -> tuple[str, ...]:
        """Return the identities of records that are no longer as they were written."""
        rows = self._rows(f"{EVENTS} {IN_ORDER_WRITTEN}")
        return tuple(row["id"] for row in rows if not is_sealed(row))

    def _schedule(self) -> dict[str, Memory]:
        return {row[0]: Memory(*row) for row in self._rows(MEMORIES)}

    def _names_of(self, item: str) -> tuple[str, ...]:
        """Return every id that an item has had, the present one first."""
        present = self._names.get(item, item)
        return present, *(former for former, now in self._names.items() if now == present)

    def _flags(self, statement: str, values: Sequence[object] = ()) -> Mapping[str, str]:
        notes: dict[str, str] = {}
        for record in self._decoded(self._rows(statement, values)):
            notes.pop(record.item or "", None)
            if record.kind is RecordKind.FLAGGED:
                notes[record.item or ""] = str(record.payload.get("note", ""))
        return notes

    def _decoded(self, rows: Iterable[sqlite3.Row]) -> Iterator[Record]:
        for row in rows:
            try:
                yield renamed(record_of(row), self._names)
            except ValueError as error:
                reason = f"event {row['id']}: {error}"
                raise RecordError("record.damaged", path=str(self._path), reason=reason) from error

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with translated(self._path):
            return self._connection.execute(statement, values).fetchall()
