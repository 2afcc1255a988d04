"""The log on the command line: out and in as text, copies, and what the doctor finds."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind

if TYPE_CHECKING:
    from tests.cli.conftest import Commands

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])


class Homes:
    """Homes of several machines, one of which is in use."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch

    def use(self, name: str) -> Path:
        home = self.folder / name
        self._monkeypatch.setenv("QUIZDECK_HOME", str(home))
        return home

    def study(self, name: str, *items: str) -> Path:
        """Answer each item once on the machine ``name`` and return its log."""
        log = self.use(name) / "log.db"
        with open_store(log, now=Moment(0, 0), new_device=lambda: f"device-{name}") as store:
            start = store.event_count()
            for number, item in enumerate(items, start):
                moment = Moment(1_728_000_000_000 + number, 540)
                shown = Record(f"{name}-s{number}", RecordKind.SHOWN, moment, "s", Mode.DRILL, item)
                attempt = Record(
                    f"{name}-a{number}", RecordKind.ATTEMPT, moment, "s", Mode.DRILL, item,
                    target=shown.identity, outcome=Outcome.CORRECT, grade=3,
                )  # fmt: skip
                store.append((shown, attempt))
        return log


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Homes:
    return Homes(tmp_path, monkeypatch)


def test_what_is_exported_and_merged_elsewhere_comes_out_byte_for_byte(
    homes: Homes, run: "Commands", tmp_path: Path
) -> None:
    homes.study("one", "adam.v.2", "adam.m.1")
    out, again = tmp_path / "out.jsonl", tmp_path / "again.jsonl"
    assert run("log", "export", "-o", str(out)).code == 0
    homes.use("two")
    assert run("log", "merge", str(out)).code == 0
    assert run("log", "export", "-o", str(again)).code == 0
    assert out.read_bytes() == again.read_bytes()
    assert len(out.read_bytes().splitlines()) == 4


def test_two_homes_share_a_folder(homes: Homes, run: "Commands", tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    for name in ("one", "two"):
        homes.study(name, f"adam.v.{name == 'two'}")
        assert run("log", "export", "--folder", str(shared)).code == 0
    assert len(list(shared.iterdir())) == 2
    exports = []
    for name in ("one", "two", "one"):
        homes.use(name)
        assert run("log", "merge", str(shared)).code == 0
        exports.append(run("log", "export").out)
    assert exports[0] == exports[1] == exports[2]
    assert len(exports[0].splitlines()) == 4


@LANGUAGES
def test_what_cannot_be_taken_over_is_put_aside_and_explained(
    homes: Homes, run: "Commands", tmp_path: Path, language: str
) -> None:
    homes.study("one", "adam.v.2")
    lines = run("log", "export").out.splitlines()
    lines[1] = lines[1].replace('"grade":3', '"grade":4')
    source = tmp_path / "altered.jsonl"
    source.write_text("\n".join(lines) + "\n", "utf-8")
    home = homes.use("two")
    merged = run("--lang", language, "log", "merge", str(source))
    assert merged.code == 1
    (aside,) = home.glob("quarantine-*.jsonl")
    assert str(aside) in merged.err
    assert aside.read_text("utf-8") == lines[1] + "\n"


def test_a_ruined_log_is_refused_and_goes_back_to_a_backup(homes: Homes, run: "Commands") -> None:
    log = homes.study("one", "adam.v.2")
    before = run("log", "export").out
    copy = run("log", "backup").out.strip()
    ruined = b"ruined" * 1000
    log.write_bytes(ruined)
    assert run("log", "export").code == 3
    assert log.read_bytes() == ruined
    restored = run("log", "restore", copy)
    assert restored.code == 0
    (aside,) = log.parent.glob("log-before-*.db")
    assert aside.read_bytes() == ruined
    assert str(aside) in restored.out
    assert run("log", "export").out == before


@LANGUAGES
def test_the_doctor_finds_an_altered_event_and_repair_leaves_it(
    homes: Homes, run: "Commands", language: str
) -> None:
    log = homes.study("one", "adam.v.2")
    with closing(sqlite3.connect(log, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER event_update")
        raw.execute("UPDATE event SET outcome = 'wrong' WHERE kind = 'attempt'")
    for words in ((), ("--repair",)):
        found = run("--lang", language, "log", "doctor", *words)
        assert found.code == 1
        assert "one-a0" in found.out


def test_the_doctor_finds_a_wrong_schedule_and_repairs_it(homes: Homes, run: "Commands") -> None:
    log = homes.study("one", "adam.v.2")
    events = run("log", "export").out
    assert run("log", "doctor").code == 0
    with closing(sqlite3.connect(log, isolation_level=None)) as raw:
        raw.execute("UPDATE schedule SET due_day = due_day + 90")
    assert run("log", "doctor").code == 1
    assert run("log", "doctor", "--repair").code == 0
    assert run("log", "doctor").code == 0
    assert run("log", "export").out == events


def test_leaving_makes_a_copy_once_in_a_while(homes: Homes, run: "Commands") -> None:
    log = homes.study("one", "adam.v.2")
    for _ in range(2):
        assert run("due").code == 0
    assert len(list((log.parent / "backups").glob("log-*.db"))) == 1


@LANGUAGES
def test_a_copy_that_fails_is_told_in_a_line_and_stops_nothing(
    homes: Homes, run: "Commands", language: str
) -> None:
    log = homes.study("one", "adam.v.2")
    (log.parent / "backups").write_text("in the way", "utf-8")
    left = run("--lang", language, "due")
    assert left.code == 0
    assert len(left.err.splitlines()) == 1
