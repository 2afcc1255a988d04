"""The door of the log: what is not a sound log of a known version is refused unchanged."""

import errno
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from quizdeck.errors import RecordError
from quizdeck.record.failures import is_busy, transaction, translated
from quizdeck.record.schema import APPLICATION_ID, MIGRATIONS, OLDEST_SQLITE, SCHEMA_VERSION
from quizdeck.record.seal import has_write_ahead_log, is_as_sealed
from quizdeck.study.moment import Moment

BUSY_SECONDS = 3.0

_RETRY_SECONDS = 0.05


def open_database(
    path: Path, *, now: Moment, new_device: Callable[[], str], seal: Path | None = None
) -> tuple[sqlite3.Connection, str]:
    """Return a connection to the log at ``path``, made or migrated if need be, and its device.

    ``now`` and ``new_device`` are used only for a new log; ``seal`` is what ``remember_sound``
    wrote. Raises RecordError.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise RecordError("record.sqlite_too_old", found=sqlite3.sqlite_version, needed=needed)
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            _require_permission(path)
            _inspect(path, reads_through=not is_as_sealed(path, seal))
        connection = _connect(path, "rwc")
        try:
            _make_durable(connection)
            _prepare(connection, path, now, new_device)
            return connection, _device(connection, path)
        except BaseException:
            connection.close()
            raise


def open_again(path: Path) -> sqlite3.Connection:
    """Return another connection to a log that is open and so is known to be sound."""
    with translated(path):
        connection = _connect(path, "rw")
        _make_durable(connection)
        return connection


def _make_durable(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def checked_version(path: Path) -> int:
    """Return the version of a sound log; raises RecordError for any other file and changes none."""
    with translated(path):
        if not path.is_file():
            raise RecordError("record.missing", path=str(path))
        _require_permission(path)
        version = _inspect(path)
    if version == 0:
        raise RecordError("record.foreign", path=str(path))
    return version


def _require_permission(path: Path) -> None:
    """Refuse a read-only file, which SQLite would open and leave an empty log beside."""
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def needs_migration(path: Path) -> bool:
    """Return whether there is a log at ``path`` that an older version wrote, looking no further."""
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    application, version = header[68:72], int.from_bytes(header[60:64], "big")
    return application == APPLICATION_ID.to_bytes(4, "big") and 0 < version < SCHEMA_VERSION


def _inspect(path: Path, *, reads_through: bool = True) -> int:
    """Refuse a foreign, newer or damaged file before anything is written to it.

    A writing connection would move a killed process's write-ahead log into the file when it closes;
    a reading one would leave an empty write-ahead log behind where there was none.
    """
    mode = "ro" if has_write_ahead_log(path) else "rw"
    with closing(_connect(path, mode)) as connection, transaction(connection, path, "BEGIN"):
        version = _known_version(connection, path)
        finding = _value(connection, "PRAGMA quick_check(1)") if reads_through else "ok"
        if path.stat().st_size % int(_value(connection, "PRAGMA page_size")):
            finding = "the last page is cut off"  # SQLite reads what is missing as zeros
        if finding != "ok":
            raise RecordError("record.damaged", path=str(path), reason=finding)
    return version


def _known_version(connection: sqlite3.Connection, path: Path) -> int:
    application = _value(connection, "PRAGMA application_id")
    version = int(_value(connection, "PRAGMA user_version"))
    if application == APPLICATION_ID:
        if version > SCHEMA_VERSION:
            raise RecordError("record.newer", path=str(path), found=version, known=SCHEMA_VERSION)
    elif application or version or _value(connection, "SELECT count(*) FROM sqlite_schema"):
        raise RecordError("record.foreign", path=str(path))
    return version


def _prepare(
    connection: sqlite3.Connection, path: Path, now: Moment, new_device: Callable[[], str]
) -> None:
    with transaction(connection, path, "BEGIN IMMEDIATE"):
        version = _known_version(connection, path)
        for migration in MIGRATIONS[version:]:
            for statement in migration:
                connection.execute(statement)
        if version == 0:
            _sign(connection, now, new_device())
        if version < SCHEMA_VERSION:
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    _switch_to_write_ahead_log(connection)


def _sign(connection: sqlite3.Connection, now: Moment, device: str) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    facts = (("device", device), ("created", now.local_time.isoformat()))
    connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", facts)


def _device(connection: sqlite3.Connection, path: Path) -> str:
    for (device,) in connection.execute("SELECT value FROM meta WHERE key = 'device'"):
        return str(device)
    raise RecordError("record.damaged", path=str(path), reason="no device in meta")


def _switch_to_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Set the journal mode; of all statements only this one does not wait for another writer."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > deadline:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _value(connection: sqlite3.Connection, statement: str) -> str | int:
    value: str | int = connection.execute(statement).fetchone()[0]
    return value
