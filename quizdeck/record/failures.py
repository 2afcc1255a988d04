"""Every way in which SQLite can refuse, as an error that can be told to a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizdeck.errors import RecordError

_PRIMARY_CODE = 0xFF  # the upper bits of an error code only say more about the same failure

_KEYS = {
    sqlite3.SQLITE_BUSY: "record.busy",
    sqlite3.SQLITE_LOCKED: "record.busy",
    sqlite3.SQLITE_FULL: "record.disk_full",
    sqlite3.SQLITE_READONLY: "record.unwritable",
    sqlite3.SQLITE_CANTOPEN: "record.unwritable",
    sqlite3.SQLITE_PERM: "record.unwritable",
    sqlite3.SQLITE_CORRUPT: "record.damaged",
    sqlite3.SQLITE_NOTADB: "record.damaged",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the failures of the database at ``path`` into RecordError."""
    try:
        yield
    except sqlite3.Error as error:
        raise RecordError(_key(error), path=str(path), reason=str(error)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError("record.unwritable", path=str(path), reason=reason) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path, start: str) -> Iterator[None]:
    """Commit everything inside or nothing; ``start`` is the statement that begins it.

    ``BEGIN IMMEDIATE`` waits for other writers, and what is read inside stays true until the
    commit; ``BEGIN`` gives readers one unchanging view. Raises RecordError.
    """
    with translated(path):
        connection.execute(start)
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has already rolled back
                connection.execute("ROLLBACK")
            raise


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another connection holds a lock that the statement needed."""
    return _key(error) == "record.busy"


def _key(error: sqlite3.Error) -> str:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return str(error)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return "record.target_missing"
    return _KEYS.get(code & _PRIMARY_CODE, "record.failed")
