"""The store: append what happened, read it back, know what is due.

The log is the truth and the schedule is its cache. Every append writes both in one transaction, and
an item's row of the schedule is always the fold of its whole history, so records that arrive out of
order (two terminals, a clock set back) leave the same schedule as those that arrive in order.

Several processes may have the file open. Each write reads what it depends on after it holds the
write lock, so no other lock is needed.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from quizdeck.errors import RecordError
from quizdeck.record.counting import ATTEMPTS, CAUSES
from quizdeck.record.exchange import Merged, event_line, union
from quizdeck.record.failures import transaction, translated
from quizdeck.record.opening import open_database, remember_sound
from quizdeck.record.recent import ANSWERS_BY_DAY, DAYS_IN_A_ROW, FIRST_TRIES, NAMED_SLIPS, SLIPS
from quizdeck.record.rows import (
    INSERT_EVENT,
    content_of,
    event_of,
    has_content,
    is_sealed,
    record_of,
    renamed,
)
from quizdeck.study.attempts import Attempt
from quizdeck.study.memory import Memory
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Record, RecordKind
from quizdeck.study.scores import LONGEST_MILLISECONDS, Tally

_IN_ORDER_WRITTEN = "ORDER BY device, seq"
_IN_FOLD_ORDER = "ORDER BY study_day, ts_ms, device, seq"

_EVENTS = "SELECT * FROM event"
# asked of one attempt at a time: a list of all that was taken back would grow with the log
_TAKEN_BACK = (
    "EXISTS (SELECT 1 FROM event AS void WHERE void.kind = 'void' AND void.target = event.id)"
)
_ATTEMPTS = f"{_EVENTS} WHERE kind = 'attempt' AND NOT {_TAKEN_BACK}"
_SCHEDULED = ", ".join(f"'{mode}'" for mode in Mode if mode.is_scheduled)
_RATINGS = f"""
SELECT id, item, study_day, grade FROM event
 WHERE kind = 'attempt' AND grade IS NOT NULL AND mode IN ({_SCHEDULED}) AND NOT {_TAKEN_BACK}
"""  # noqa: S608, constants alone

_RATED_BY_HAND = "SELECT target, grade FROM event WHERE kind = 'rated' ORDER BY ts_ms, device, seq"

_LAST_GRADES = f"""
SELECT grade, min(ts_ms) FROM event
 WHERE kind = 'attempt' AND grade IS NOT NULL AND mode IN ({_SCHEDULED}) AND NOT {_TAKEN_BACK}
   AND item IN (%s)
 GROUP BY study_day ORDER BY study_day DESC LIMIT ?
"""  # noqa: S608, constants alone

_SURE_BUT_WRONG = f"""
SELECT DISTINCT item FROM event
 WHERE kind = 'attempt' AND outcome = 'wrong' AND json_extract(payload, '$.confidence') = 'sure'
   AND NOT {_TAKEN_BACK}
   AND NOT EXISTS (
     SELECT 1 FROM event AS later WHERE later.kind = 'attempt' AND later.item = event.item
        AND later.study_day > event.study_day
   )
"""  # noqa: S608, constants alone

_PUT_FORWARD = """
SELECT item, max(study_day) FROM event WHERE kind = 'put_forward' GROUP BY item
"""

_MARKS = "SELECT * FROM event WHERE kind IN ('flagged', 'unflagged')"

_REMEMBER = """
INSERT OR REPLACE INTO schedule
  (item, stability, difficulty, due_day, last_day, repetitions, lapses)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""

_FORGET = "DELETE FROM schedule WHERE item = ?"

_MEMORIES = """
SELECT item, stability, difficulty, due_day, last_day, repetitions, lapses FROM schedule
"""

# a plus keeps SQLite from walking back through the whole log of the device
_OPEN_SESSION = """
SELECT session FROM event AS begun
WHERE kind = 'session_started' AND +device = ? AND mode = ? AND study_day = ?
  AND NOT EXISTS (
    SELECT 1 FROM event AS ended WHERE session = begun.session AND kind = 'session_ended'
      AND NOT EXISTS (
        SELECT 1 FROM event WHERE session = begun.session AND kind = 'void' AND seq > ended.seq
      )
  )
ORDER BY seq DESC LIMIT 1
"""

_OPEN_MOCK = """
SELECT session FROM event AS begun
WHERE kind = 'session_started' AND mode = 'mock' AND device = ?
  AND NOT EXISTS (
    SELECT 1 FROM event WHERE session = begun.session AND kind = 'session_ended'
  )
ORDER BY seq DESC LIMIT 1
"""

_STUDY_DAYS = """
SELECT DISTINCT study_day FROM event
WHERE kind = 'attempt' AND id NOT IN (SELECT target FROM event WHERE kind = 'void')
ORDER BY study_day
"""

# From one item to the next in an index, however often each occurs; of what was only planned the
# newest day is enough, because no older session is taken up again.
_NAMED_ITEMS = """
WITH RECURSIVE
  shown (item) AS (
    SELECT min(item) FROM event WHERE kind = 'shown'
    UNION ALL
    SELECT (SELECT min(item) FROM event WHERE kind = 'shown' AND item > shown.item)
      FROM shown WHERE shown.item IS NOT NULL
  ),
  answered (item) AS (
    SELECT min(item) FROM event WHERE kind = 'attempt'
    UNION ALL
    SELECT (SELECT min(item) FROM event WHERE kind = 'attempt' AND item > answered.item)
      FROM answered WHERE answered.item IS NOT NULL
  )
SELECT item FROM shown WHERE item IS NOT NULL
UNION
SELECT item FROM answered WHERE item IS NOT NULL
UNION
SELECT value FROM event, json_each(payload, '$.items')
 WHERE kind = 'session_started' AND study_day = (SELECT max(study_day) FROM event)
"""

# The ids that the schedule goes by, which are not in the log.
_NAMES = "SELECT value FROM meta WHERE key = 'names'"
_SET_NAMES = "INSERT OR REPLACE INTO meta (key, value) VALUES ('names', ?)"

_GAPS = """
SELECT device, count(*) AS found, max(seq) AS newest FROM event
GROUP BY device HAVING found <> newest
"""


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


class Store:
    """One open log, closed at the end of a ``with`` block; ``device`` names whose log it is.

    Every method raises RecordError and none of SQLite's own exceptions.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, device: str, seal: Path | None = None
    ) -> None:
        self._connection = connection
        self._path = path
        self._seal = seal
        self._names: Mapping[str, str] = {}
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
        if self._seal is not None:
            remember_sound(self._path, self._seal)

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

    def export(self) -> Iterator[str]:
        """Yield every event as a line of JSON, by device and number."""
        for row in self._rows(f"{_EVENTS} {_IN_ORDER_WRITTEN}"):
            yield event_line(row)

    def export_own(self) -> Iterator[str]:
        """Yield the events of this device alone, as ``export`` does."""
        for row in self._rows(f"{_EVENTS} WHERE device = ? ORDER BY seq", (self.device,)):
            yield event_line(row)

    def merge(self, lines: Iterable[str]) -> Merged:
        """Take over the events of another log and what they mean, all or nothing."""
        with self._writing():
            merged = union(self._connection, lines)
            for item in sorted(merged.items):
                self._refold(item)
        return merged

    def gaps(self) -> tuple[str, ...]:
        """Return the devices of whose events some are missing in between."""
        return tuple(row["device"] for row in self._rows(_GAPS))

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
        yield from (item for (item,) in self._rows(_NAMED_ITEMS))

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
        return tuple(self._decoded(self._rows(f"{_EVENTS} {where} {_IN_ORDER_WRITTEN}", values)))

    def attempts(self) -> tuple[Record, ...]:
        """Return every attempt that was not taken back, in the order they were written."""
        return tuple(self._decoded(self._rows(f"{_ATTEMPTS} {_IN_ORDER_WRITTEN}")))

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
        statement = f"{_ATTEMPTS} AND +device = ? AND study_day = ? ORDER BY seq DESC LIMIT 1"
        rows = self._rows(statement, (self.device, study_day))
        return next(self._decoded(rows), None)

    def last_shown(self, item: str, most: int) -> tuple[Record, ...]:
        """Return what was shown last of one item, the newest first."""
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        statement = (
            f"{_EVENTS} WHERE kind = 'shown' AND item IN ({marks}) ORDER BY ts_ms DESC LIMIT ?"
        )
        return tuple(self._decoded(self._rows(statement, (*names, most))))

    def right_times(self, item: str, most: int) -> tuple[int, ...]:
        """Return how many milliseconds the last right answers to one item took."""
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        statement = (
            f"{_ATTEMPTS} AND outcome = 'correct' AND item IN ({marks}) "
            "ORDER BY study_day DESC, ts_ms DESC LIMIT ?"
        )
        rows = self._rows(statement, (*names, most))
        return tuple(row["elapsed_ms"] for row in rows if row["elapsed_ms"] is not None)

    def resting(self, study_day: int) -> frozenset[str]:
        """Return the items that were put to rest and are not back yet on ``study_day``."""
        rests: dict[str, bool] = {}
        rows = self._rows(f"{_EVENTS} WHERE kind IN ('suspended', 'resumed') ORDER BY ts_ms")
        for record in self._decoded(rows):
            until = record.payload.get("until")
            is_over = isinstance(until, int) and until <= study_day
            rests[record.item or ""] = record.kind is RecordKind.SUSPENDED and not is_over
        return frozenset(item for item, rests_now in rests.items() if rests_now)

    def flags(self) -> Mapping[str, str]:
        """Return the notes of the items that are marked, by item."""
        return self._flags(f"{_MARKS} ORDER BY ts_ms, device, seq")

    def flag(self, item: str) -> str | None:
        """Return the note of one item, None if it is not marked."""
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        statement = f"{_MARKS} AND item IN ({marks}) ORDER BY ts_ms, device, seq"
        return self._flags(statement, names).get(names[0])

    def sure_but_wrong(self) -> frozenset[str]:
        """Return the items that were wrong, though the learner was sure, on their last day."""
        return frozenset(self._names.get(item, item) for (item,) in self._rows(_SURE_BUT_WRONG))

    def last_grades(self, item: str, most: int) -> tuple[int, ...]:
        """Return the ratings of the last study days of one item, the newest first."""
        names = self._names_of(item)
        statement = _LAST_GRADES % ", ".join("?" * len(names))
        return tuple(row[0] for row in self._rows(statement, (*names, most)))

    def open_session(self, mode: Mode, study_day: int) -> tuple[Record, ...]:
        """Return the records of the session to resume, empty if there is none.

        It is the newest session of ``mode`` begun here on ``study_day`` that has not ended.
        """
        for (session,) in self._rows(_OPEN_SESSION, (self.device, mode, study_day)):
            return self.records(session=session)
        return ()

    def open_mock(self) -> tuple[Record, ...]:
        """Return the records of the newest mock that was begun here and is not in."""
        for (session,) in self._rows(_OPEN_MOCK, (self.device,)):
            return self.records(session=session)
        return ()

    def mock_records(self) -> tuple[Record, ...]:
        """Return the records of every mock, in the order they were written."""
        rows = self._rows(f"{_EVENTS} WHERE mode = 'mock' {_IN_ORDER_WRITTEN}")
        return tuple(self._decoded(rows))

    def study_days(self) -> tuple[int, ...]:
        """Return the study days that have at least one attempt, in order."""
        return tuple(day for (day,) in self._rows(_STUDY_DAYS))

    def days_in_a_row(self, today: int) -> tuple[int, ...]:
        """Return the study days without a gap that end today or, for none, yesterday, in order."""
        for start in (today, today - 1):
            if days := self._rows(DAYS_IN_A_ROW, (start,)):
                return tuple(day for (day,) in reversed(days))
        return ()

    def has_attempts(self) -> bool:
        """Return whether there is an attempt that was not taken back."""
        return bool(self._rows(f"{_ATTEMPTS} LIMIT 1"))

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
        for item, day in self.put_forward().items():
            memories[item] = replace(memories[item], due_day=min(day, memories[item].due_day))
        return memories

    def put_forward(self) -> Mapping[str, int]:
        """Return the study day of each item that was to come sooner and has not come since."""
        schedule = self._schedule()
        put = ((self._names.get(item, item), day + 1) for item, day in self._rows(_PUT_FORWARD))
        return {
            item: day for item, day in put if item in schedule and schedule[item].last_day < day
        }

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
            self._remember(self._fold(f"{_RATINGS} {_IN_FOLD_ORDER}"))

    def schedule_matches_log(self) -> bool:
        """Return whether the schedule is the one that the log implies."""
        with transaction(self._connection, self._path, "BEGIN"):
            return self._schedule() == self._fold(f"{_RATINGS} {_IN_FOLD_ORDER}")

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

    def _refold(self, item: str) -> None:
        names = self._names_of(item)
        marks = ", ".join("?" * len(names))
        self._connection.executemany(_FORGET, [(name,) for name in names])
        self._remember(self._fold(f"{_RATINGS} AND item IN ({marks}) {_IN_FOLD_ORDER}", names))

    def _schedule(self) -> dict[str, Memory]:
        return {row[0]: Memory(*row) for row in self._rows(_MEMORIES)}

    def _names_of(self, item: str) -> tuple[str, ...]:
        """Return every id that an item has had, the present one first."""
        present = self._names.get(item, item)
        return present, *(former for former, now in self._names.items() if now == present)

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
        statement = f"{_RATINGS} AND item = ? AND study_day = ? AND ts_ms < ? LIMIT 1"
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

    def _flags(self, statement: str, values: Sequence[object] = ()) -> Mapping[str, str]:
        notes: dict[str, str] = {}
        for record in self._decoded(self._rows(statement, values)):
            notes.pop(record.item or "", None)
            if record.kind is RecordKind.FLAGGED:
                notes[record.item or ""] = str(record.payload.get("note", ""))
        return notes

    def _remember(self, memories: Mapping[str, Memory]) -> None:
        self._connection.executemany(_REMEMBER, map(astuple, memories.values()))

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

    def _writing(self) -> AbstractContextManager[None]:
        return transaction(self._connection, self._path, "BEGIN IMMEDIATE")


def _changes_schedule(record: Record) -> bool:
    is_rated = record.grade is not None or record.kind is RecordKind.VOID
    return is_rated and record.mode.is_scheduled
