import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.record.store import Store

if TYPE_CHECKING:
    from tests.record.conftest import Answered

COPY = """
INTO event SELECT {id}, device, {seq}, ts_ms, tz_min, study_day, kind, item, target, session, mode,
  'wrong', grade, elapsed_ms, payload, sha FROM event WHERE kind = 'attempt'
"""

REPLACE_BY_ROWID = """
INSERT OR REPLACE INTO event (
  rowid, id, device, seq, ts_ms, tz_min, study_day, kind, session, mode, payload, sha
) VALUES (1, 'new', 'new', 1, 0, 0, 0, 'shown', '', 'drill', '{}', '')
"""


@pytest.fixture(name="raw")
def raw_fixture(path: Path, store: Store, answered: "Answered") -> Iterator[sqlite3.Connection]:
    """Return a connection as any other program would make it, to a log of two records."""
    store.append(answered())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET outcome = 'correct'",
        "UPDATE OR IGNORE event SET grade = 4",
        "UPDATE OR REPLACE event SET id = 'other'",
        "DELETE FROM event",
        "DELETE FROM event WHERE kind = 'attempt'",
        "INSERT OR REPLACE " + COPY.format(id="id", seq=3),
        "INSERT OR REPLACE " + COPY.format(id="'new'", seq=2),
        "INSERT OR REPLACE " + COPY.format(id="'new'", seq=3),
        REPLACE_BY_ROWID,
        "INSERT OR IGNORE " + COPY.format(id="'new'", seq=3),
        "INSERT " + COPY.format(id="'new'", seq=4),
    ],
)
def test_no_program_changes_what_was_recorded(
    raw: sqlite3.Connection, store: Store, statement: str
) -> None:
    before = store.records()
    with pytest.raises(sqlite3.IntegrityError, match="record"):
        raw.execute(statement)
    assert store.records() == before
    assert store.altered() == ()


def test_a_record_changed_behind_the_triggers_is_found(
    raw: sqlite3.Connection, store: Store
) -> None:
    raw.execute("DROP TRIGGER event_update")
    raw.execute("UPDATE event SET outcome = 'wrong' WHERE kind = 'attempt'")
    (attempt,) = store.attempts()
    assert store.altered() == (attempt.identity,)


def test_sequence_numbers_have_no_gaps_after_a_refusal(
    raw: sqlite3.Connection, store: Store, answered: "Answered"
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("INSERT " + COPY.format(id="'new'", seq=4))
    store.append(answered())
    assert [seq for (seq,) in raw.execute("SELECT seq FROM event ORDER BY seq")] == [1, 2, 3, 4]
