"""Checked copies of the log: made whole or not at all, thinned as they age, and put back."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from quizdeck.errors import RecordError
from quizdeck.record.failures import translated
from quizdeck.record.opening import checked_version

_STAMP = "%Y%m%d-%H%M%S"
_PREFIX = "log-"
_EVERY = timedelta(days=2)  # every copy is kept so long, then one a day, a week, a month
_DAILY = timedelta(days=30)
_WEEKLY = timedelta(days=180)
PAUSE = timedelta(minutes=30)


def backup(log: Path, folder: Path, now: datetime) -> Path:
    """Write a checked copy of ``log`` into ``folder`` and return its path; thin the older ones.

    Raises RecordError and leaves nothing behind where the copy cannot be made or is not sound.
    """
    target = folder / f"{_PREFIX}{now.strftime(_STAMP)}.db"
    with translated(target):
        folder.mkdir(parents=True, exist_ok=True)
    copy_checked(log, target)
    with translated(target):
        for old in superseded(backups(folder), now):
            old.unlink(missing_ok=True)
    return target


def copy_checked(log: Path, target: Path) -> None:
    """Copy a log that may be in use to ``target``, which is whole and sound or is not there."""
    fresh = target.with_suffix(".part")
    with translated(target):
        fresh.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(log)) as connection:
                connection.execute("VACUUM INTO ?", (str(fresh),))
            checked_version(fresh)
            _flush(fresh)
            fresh.replace(target)
            _flush_folder(target.parent)
        finally:
            fresh.unlink(missing_ok=True)


def backups(folder: Path) -> tuple[Path, ...]:
    """Return the copies in ``folder``, the oldest first."""
    return tuple(sorted(path for path in folder.glob(f"{_PREFIX}*.db") if _time_of(path)))


def is_due(folder: Path, log: Path, now: datetime) -> bool:
    """Return whether the log has changed since the last copy and that one is half an hour old."""
    copies = backups(folder)
    if not copies:
        return True
    last = _time_of(copies[-1])
    changed = max((_modified(path) for path in (log, Path(f"{log}-wal"))), default=0.0)
    return last is None or (now - last >= PAUSE and changed > copies[-1].stat().st_mtime)


def superseded(copies: Iterable[Path], now: datetime) -> Sequence[Path]:
    """Return the copies that age makes needless: the first of each day, week, month stays."""
    needless, kept = [], set[tuple[int, ...]]()
    for path in copies:
        time = _time_of(path)
        if time is None or now - time <= _EVERY:
            continue
        period = _period(time, now - time)
        if period in kept:
            needless.append(path)
        kept.add(period)
    return needless


def restore(copy: Path, log: Path, now: datetime) -> Path | None:
    """Put ``copy`` in the place of ``log``; return where the log that stood there is kept.

    Raises RecordError where the copy is no sound log, or another program has the log open.
    """
    checked_version(copy)
    aside = log.with_name(f"{log.stem}-before-{now.strftime(_STAMP)}.db")
    with translated(log):
        log.parent.mkdir(parents=True, exist_ok=True)
        had_log = log.exists()
        if had_log:
            _require_alone(log)
            _set_aside(log, aside)
        fresh = log.with_suffix(".part")
        fresh.write_bytes(copy.read_bytes())
        _flush(fresh)
        for leftover in (Path(f"{log}-wal"), Path(f"{log}-shm")):
            leftover.unlink(missing_ok=True)
        fresh.replace(log)
        _flush_folder(log.parent)
    return aside if had_log else None


def _require_alone(log: Path) -> None:
    """Refuse a log that another program has open; a damaged one is nobody's."""
    try:
        with closing(sqlite3.connect(log, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise RecordError("record.in_use", path=str(log)) from error
    except sqlite3.DatabaseError:
        return


def _set_aside(log: Path, aside: Path) -> None:
    """Keep the log as it is, with what its last user left beside it."""
    for ending in ("", "-wal", "-shm"):
        beside = Path(f"{log}{ending}")
        if beside.exists():
            Path(f"{aside}{ending}").write_bytes(beside.read_bytes())


def _period(time: datetime, age: timedelta) -> tuple[int, ...]:
    if age <= _DAILY:
        return (0, time.year, time.month, time.day)
    if age <= _WEEKLY:
        year, week, _ = time.isocalendar()
        return (1, year, week)
    return (2, time.year, time.month)


def _time_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.removeprefix(_PREFIX), _STAMP).astimezone()
    except ValueError:
        return None


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make a renaming durable, where the platform can open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
