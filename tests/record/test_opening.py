import os
import re
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import quizdeck.record
from quizdeck.errors import RecordError
from quizdeck.language.record import RECORD
from quizdeck.record.opening import _switch_to_write_ahead_log, open_database
from quizdeck.record.schema import SCHEMA_VERSION
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.text import Language

if TYPE_CHECKING:
    from tests.record.conftest import Answered, Opened

NOW = Moment(1_728_000_000_000, 540)
NOBODY = 65534


def refusal(path: Path) -> RecordError:
    """Open what must be refused; check that the folder is left as it was."""
    before = contents(path.parent)
    with pytest.raises(RecordError) as refused:
        open_store(path, now=NOW, new_device=lambda: "device-2")
    assert contents(path.parent) == before
    error = refused.value
    for language in Language:
        assert str(path) in RECORD[error.key].format(**error.details).in_language(language)
    return error


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file but SQLite's shared memory, which holds nothing that outlives a process."""
    files = (entry for entry in folder.iterdir() if not entry.name.endswith("-shm"))
    return {entry.name: entry.read_bytes() for entry in files}


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, who may write everywhere."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture(name="filled")
def filled_fixture(path: Path, opened: "Opened", answered: "Answered") -> Path:
    with opened() as store:
        store.append([record for number in range(200) for record in answered(f"item.{number}")])
    return path


@pytest.fixture(name="killed")
def killed_fixture(tmp_path: Path, filled: Path, opened: "Opened", answered: "Answered") -> Path:
    """Return a log as a killed process leaves it: the newest records in the write-ahead log."""
    copy = tmp_path / "killed" / "log"
    copy.parent.mkdir()
    with opened() as store:
        store.append(answered("newest"))
        shutil.copy(filled, copy)
        shutil.copy(f"{filled}-wal", f"{copy}-wal")
    return copy


def test_a_newer_log_is_refused_untouched(filled: Path) -> None:
    run(filled, "PRAGMA user_version = 99")
    error = refusal(filled)
    assert error.key == "record.newer"
    assert error.details == {"path": str(filled), "found": 99, "known": SCHEMA_VERSION}


def test_a_newer_log_whose_version_stands_in_the_write_ahead_log_is_refused(
    tmp_path: Path, filled: Path
) -> None:
    copy = tmp_path / "copy" / "log"
    copy.parent.mkdir()
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")
        shutil.copy(filled, copy)
        shutil.copy(f"{filled}-wal", f"{copy}-wal")
    assert refusal(copy).key == "record.newer"


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE notes (body TEXT)",),
        ("PRAGMA application_id = 42",),
        ("PRAGMA user_version = 1",),
        ("PRAGMA journal_mode = WAL", "CREATE TABLE event (id TEXT)"),
    ],
)
def test_the_database_of_another_program_is_refused(
    path: Path, statements: tuple[str, ...]
) -> None:
    run(path, *statements)
    assert refusal(path).key == "record.foreign"


@pytest.mark.parametrize("garbage", [b"hello", b"\x00" * 5000, b"# notes\n" * 2000])
def test_a_file_that_is_no_database_is_refused(path: Path, garbage: bytes) -> None:
    path.write_bytes(garbage)
    assert refusal(path).key == "record.damaged"


@pytest.mark.parametrize("kept", [2, 50, 100, 1000, 4096, 10_000, -4096, -1])
def test_a_truncated_log_is_refused(filled: Path, kept: int) -> None:
    filled.write_bytes(filled.read_bytes()[:kept])
    assert refusal(filled).key == "record.damaged"


def test_a_log_with_an_overwritten_page_is_refused(filled: Path) -> None:
    whole = filled.read_bytes()
    middle = len(whole) // 8192 * 4096
    filled.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    assert refusal(filled).key == "record.damaged"


def test_a_damaged_log_keeps_its_write_ahead_log(killed: Path) -> None:
    whole = killed.read_bytes()
    killed.write_bytes(whole[: len(whole) // 2])
    assert Path(f"{killed}-wal").stat().st_size
    assert refusal(killed).key == "record.damaged"


def test_the_records_of_a_killed_process_are_there(killed: Path) -> None:
    with open_store(killed, now=NOW, new_device=lambda: "device-2") as store:
        assert store.attempts()[-1].item == "newest"
        assert store.schedule_matches_log()


def test_the_journal_mode_waits_for_another_writer(filled: Path) -> None:
    run(filled, "PRAGMA journal_mode = DELETE")
    with (
        closing(sqlite3.connect(filled, isolation_level=None, check_same_thread=False)) as writer,
        closing(sqlite3.connect(filled, isolation_level=None)) as connection,
    ):
        writer.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.1, writer.commit)
        release.start()
        _switch_to_write_ahead_log(connection)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        release.join()


def test_a_log_without_its_device_is_refused(filled: Path) -> None:
    run(filled, "DELETE FROM meta")
    assert refusal(filled).key == "record.damaged"


def test_an_empty_file_becomes_a_log(path: Path, opened: "Opened") -> None:
    path.touch()
    with opened() as store:
        assert store.records() == ()


def test_a_log_whose_making_was_cut_short_is_made_again(path: Path, opened: "Opened") -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_database(path, now=NOW, new_device=interrupted)
    with opened() as store:
        assert store.device == "device-1"


@pytest.mark.parametrize("name", ["file/log", "file/deeper/log", "."])
def test_a_place_that_cannot_hold_a_file_is_reported(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RecordError) as refused:
        open_store(tmp_path / name, now=NOW, new_device=lambda: "device-1")
    assert refused.value.key == "record.unwritable"
    assert refused.value.details["path"] == str(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of POSIX")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)])
def test_a_log_without_write_permission_is_refused(filled: Path, file: int, folder: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "log")
        shutil.copy(filled, copy)
        copy.chmod(file)
        Path(place).chmod(folder)
        with as_nobody():
            assert refusal(copy).key == "record.unwritable"
        Path(place).chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of POSIX")
def test_a_folder_without_write_permission_is_reported() -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o555)
        with as_nobody():
            assert refusal(Path(place, "log")).key == "record.unwritable"
        Path(place).chmod(0o755)


def test_a_full_disk_loses_nothing_that_was_written(store: Store, answered: "Answered") -> None:
    kept = answered()
    store.append(kept)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    lost = answered(typed="長" * 100_000)
    with pytest.raises(RecordError) as refused:
        store.append(lost)
    assert refused.value.key == "record.disk_full"
    assert store.records() == kept
    store._connection.execute("PRAGMA max_page_count = 100000")
    store.append(lost)
    assert store.records() == kept + lost
    assert store.schedule_matches_log()


def test_an_sqlite_without_strict_tables_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(RecordError) as refused:
        open_store(path, now=NOW, new_device=lambda: "device-1")
    assert refused.value.key == "record.sqlite_too_old"
    assert not path.exists()


def test_every_refusal_has_its_message_in_both_languages() -> None:
    folder = Path(next(iter(quizdeck.record.__path__)))
    sources = "".join(source.read_text("utf-8") for source in folder.glob("*.py"))
    refusals = {key for key in RECORD if key.startswith("record.")}
    assert set(re.findall(r"[\"'](record\.\w+)[\"']", sources)) == refusals
    for message in RECORD.values():
        assert placeholders(message.ja) == placeholders(message.en)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))
