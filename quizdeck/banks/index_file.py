"""The file of the index: opened, or made anew, or, where nothing may be written, kept privately."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from quizdeck import __version__
from quizdeck.banks.index_schema import APPLICATION_ID, INDEX_VERSION, TABLES

_BUSY_SECONDS = 2.0
_PRIMARY_CODE = 0xFF
_OUT_OF_REACH = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_AUTH,
}


def open_index(path: Path | None) -> sqlite3.Connection:
    """Return a connection to a sound index, an empty one if there was none.

    What is damaged or of another version is replaced. An index that cannot be had at ``path`` is a
    private one, which SQLite keeps in memory and in a temporary file.
    """
    if path is not None:
        for _ in range(2):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                return _opened(path)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    break
                discard(path)
            except OSError:
                break
    return _opened(None)


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether the index itself is at fault, and not that it is out of reach."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & _PRIMARY_CODE not in _OUT_OF_REACH


def discard(path: Path) -> None:
    """Remove the index at ``path``; whoever has it open keeps it."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(OSError):
            name.unlink()


def _opened(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(path or "", timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    if _is_sound(connection):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _is_sound(connection):
            _make(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _is_sound(connection: sqlite3.Connection) -> bool:
    ((application,),) = connection.execute("PRAGMA application_id")
    if application != APPLICATION_ID:
        return False
    made_by = connection.execute("SELECT value FROM meta WHERE key = 'made_by'").fetchone()
    return made_by is not None and made_by[0] == _program()


def _make(connection: sqlite3.Connection) -> None:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        connection.execute(f'DROP TABLE "{table}"')
    for statement in TABLES:
        connection.execute(statement)
    facts = (("made_by", _program()), ("faults", "0"))
    connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", facts)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _program() -> str:
    """Return what tells apart two programs that may read a bank differently."""
    with os.scandir(Path(__file__).parent) as entries:
        changed = max(e.stat().st_mtime_ns for e in entries if e.name.endswith(".py"))
    return f"{INDEX_VERSION} {__version__} {changed}"
