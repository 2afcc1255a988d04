"""Copies of the log are whole or absent, age gracefully, and can be put back."""

import os
import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quizdeck.errors import RecordError
from quizdeck.record.backup import backup, backups, is_due, restore, superseded
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Record, RecordKind

NOW = datetime(2026, 11, 24, 21, 0, tzinfo=timezone(timedelta(hours=9))).astimezone()


def begun(number: int) -> Record:
    return Record(f"id-{number}", RecordKind.SESSION_STARTED, Moment(number, 0), "s", Mode.DRILL)


def events(path: Path) -> list[str]:
    with open_store(path, now=Moment(0, 0), new_device=lambda: "d") as store:
        return [record.identity for record in store.records()]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.db"
    with open_store(path, now=Moment(0, 0), new_device=lambda: "d") as store:
        store.append([begun(1)])
    return path


class TestACopy:
    def test_holds_what_is_committed_though_the_log_is_in_use(self, log: Path) -> None:
        with open_store(log, now=Moment(0, 0), new_device=lambda: "d") as store:
            store.append([begun(2)])
            copy = backup(log, log.parent / "backups", NOW)
            store.append([begun(3)])
        assert events(copy) == ["id-1", "id-2"]
        assert events(log) == ["id-1", "id-2", "id-3"]

    def test_that_cannot_be_made_leaves_nothing_behind(self, log: Path) -> None:
        folder = log.parent / "backups"
        folder.mkdir()
        data = bytearray(log.read_bytes())
        data[5000:9000] = os.urandom(4000)
        log.write_bytes(data)
        with pytest.raises(RecordError):
            backup(log, folder, NOW)
        assert list(folder.iterdir()) == []

    def test_is_due_after_half_an_hour_if_something_happened(self, log: Path) -> None:
        folder = log.parent / "backups"
        assert is_due(folder, log, NOW)
        copy = backup(log, folder, NOW)
        assert not is_due(folder, log, NOW + timedelta(minutes=29))
        os.utime(log, (copy.stat().st_mtime + 60,) * 2)
        assert is_due(folder, log, NOW + timedelta(minutes=31))
        os.utime(log, (copy.stat().st_mtime - 60,) * 2)
        assert not is_due(folder, log, NOW + timedelta(minutes=31))


def named(time: datetime) -> Path:
    return Path(f"log-{time.strftime('%Y%m%d-%H%M%S')}.db")


def test_old_copies_are_thinned_to_days_weeks_and_months() -> None:
    hourly = [NOW - timedelta(hours=h) for h in range(24 * 400, -1, -1)]
    copies = [named(time) for time in hourly]
    gone = set(superseded(copies, NOW))
    kept = [copy for copy in copies if copy not in gone]
    recent = [copy for copy in kept if copy in set(map(named, hourly[-49:]))]
    assert len(recent) == 49  # two days, hour by hour
    assert 49 + 28 + 20 + 6 <= len(kept) <= 49 + 30 + 24 + 9
    assert named(hourly[0]) in kept


class TestRestoring:
    def test_brings_the_copy_back_and_keeps_what_stood_there(self, log: Path) -> None:
        copy = backup(log, log.parent / "backups", NOW)
        with open_store(log, now=Moment(0, 0), new_device=lambda: "d") as store:
            store.append([begun(2)])
        aside = restore(copy, log, NOW)
        assert events(log) == ["id-1"]
        assert aside is not None
        assert events(aside) == ["id-1", "id-2"]

    def test_works_where_there_is_no_log_or_a_ruined_one(self, log: Path) -> None:
        copy = backup(log, log.parent / "backups", NOW)
        log.unlink()
        assert restore(copy, log, NOW) is None
        assert events(log) == ["id-1"]
        log.write_bytes(b"ruined" * 1000)
        aside = restore(copy, log, NOW)
        assert aside is not None
        assert aside.read_bytes() == b"ruined" * 1000
        assert events(log) == ["id-1"]

    @pytest.mark.parametrize("content", [b"", b"no log", None])
    def test_refuses_what_is_no_log(self, log: Path, content: bytes | None) -> None:
        copy = log.parent / "copy.db"
        if content is not None:
            copy.write_bytes(content)
        with pytest.raises(RecordError):
            restore(copy, log, NOW)
        assert events(log) == ["id-1"]

    def test_refuses_another_programs_database(self, log: Path) -> None:
        copy = log.parent / "copy.db"
        with sqlite3.connect(copy) as connection:
            connection.execute("CREATE TABLE other (x)")
        with pytest.raises(RecordError) as refusal:
            restore(copy, log, NOW)
        assert refusal.value.key == "record.foreign"

    def test_refuses_while_somebody_is_writing(self, log: Path) -> None:
        copy = backup(log, log.parent / "backups", NOW)
        connection = sqlite3.connect(log, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError) as refusal:
            restore(copy, log, NOW)
        assert refusal.value.key == "record.in_use"
        connection.close()
        assert backups(log.parent / "backups") == (copy,)
