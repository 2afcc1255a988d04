"""Banks at hand by an index: the same questions as loading them all, and their order."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizdeck.banks.file_state import FileState
from quizdeck.banks.indexing import Indexer
from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.banks.shelf import Shelf
from tests.banks.conftest import GOOD_BANK
from tests.banks.small_banks import question, settle, written

KINDS = Path(__file__).with_name("kinds.yaml")
TOPICS = ("momentum", "adagrad", "adam")

Opened = Callable[..., Shelf]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    return folder


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Opened]:
    """Give what opens a shelf over ``folder`` and some more paths."""
    shelves: list[Shelf] = []

    def open_shelf(*more: Path, cache: str | None = "index.db") -> Shelf:
        at = None if cache is None else tmp_path / cache
        shelves.append(Shelf((folder, *more), at, topics=TOPICS, optional=(folder,)))
        return shelves[-1]

    yield open_shelf
    for shelf in shelves:
        shelf.close()


def order(shelf: Shelf, topic: str | None = None) -> list[str]:
    return [item.name for item in shelf.in_order(topic)]


def findings(shelf: Shelf) -> list[tuple[str, str]]:
    found = [(str(finding.place), finding.key) for finding in shelf.findings()]
    assert len(found) == shelf.faults
    return found


class TestTheQuestions:
    def test_are_those_of_all_banks_loaded_at_once(self, opened: Opened) -> None:
        paths = (shipped_banks()[0] / "adagrad.yaml", KINDS)
        loaded = load_banks(paths)
        for shelf in (opened(*paths), opened(*paths)):
            parts = {p.id: (q, p) for bank in loaded.banks for q in bank.questions for p in q.parts}
            assert dict(shelf) == parts
            assert shelf.findings() == loaded.findings
            assert len(shelf) == len(parts)

    def test_know_their_place_in_the_file(self, folder: Path, opened: Opened) -> None:
        (folder / "sample.yaml").write_text(GOOD_BANK, encoding="utf-8")
        found, part = opened()["sample/numpy-class#weight"]
        assert (found.place.line, found.place.column) == (29, 5)
        assert GOOD_BANK.splitlines()[part.place.line - 1].strip() == "- id: weight"

    def test_that_do_not_exist_are_not_there(self, opened: Opened) -> None:
        shelf = opened()
        assert "sample/none" not in shelf
        assert shelf.get("sample/none") is None

    def test_are_told_apart_by_topic(self, folder: Path, opened: Opened) -> None:
        written(folder / "own.yaml", question("own/a"), question("own/b", topic="adam"))
        shelf = opened()
        assert shelf.topics_of(["own/a", "own/b", "own/c"]) == {"own/a": "own", "own/b": "adam"}
        assert shelf.topics() == {"own", "adam"}
        assert order(shelf, "adam") == ["own/b"]


class TestTheOrder:
    def test_is_by_level_then_in_turn_by_topic(self, folder: Path, opened: Opened) -> None:
        written(folder / "adam.yaml", question("adam/a"), question("adam/b"))
        written(folder / "momentum.yaml", question("momentum/a"), question("momentum/b", level=2))
        written(folder / "own.yaml", question("own/hard", level=3), question("own/a"))
        assert order(opened()) == [
            *("momentum/a", "adam/a", "own/a"),
            "adam/b",
            "momentum/b",
            "own/hard",
        ]

    def test_goes_on_over_many_pages(self, folder: Path, opened: Opened) -> None:
        ids = [f"own/q{number}" for number in range(350)]
        written(folder / "own.yaml", *map(question, ids))
        assert order(opened()) == ids

    def test_is_that_of_the_files_whichever_was_read_first(
        self, folder: Path, opened: Opened
    ) -> None:
        written(folder / "b.yaml", question("b/b", topic="adam"))
        shelf = opened()
        written(folder / "a.yaml", question("a/a", topic="adam"))
        assert shelf.refresh()
        assert order(shelf) == ["a/a", "b/b"]


class TestNeeds:
    @pytest.mark.parametrize("needs", ["[own/gone]", "[own/b]", "[own/b, own/c]"])
    def test_that_can_never_be_met_are_let_go(
        self, needs: str, folder: Path, opened: Opened
    ) -> None:
        circle = (question("own/b", needs="[own/c]"), question("own/c", needs="[own/b]"))
        written(folder / "own.yaml", question("own/b", needs=needs), *circle)
        first = next(opened().in_order())
        assert set(first.needs) <= {"own/c"} - ({"own/c"} if needs == "[own/gone]" else set())

    def test_within_a_circle_hold_nobody_and_those_behind_it_wait(
        self, folder: Path, opened: Opened
    ) -> None:
        written(
            folder / "own.yaml",
            question("own/a", needs="[own/b]"),
            question("own/b", needs="[own/a, own/b, own/root]"),
            question("own/behind", needs="[own/a]"),
            question("own/root"),
        )
        needs = {item.name: item.needs for item in opened().in_order()}
        assert needs == {
            "own/a": (),
            "own/b": ("own/root",),
            "own/behind": ("own/a",),
            "own/root": (),
        }

    def test_of_a_question_with_parts_are_all_its_parts(self, folder: Path, opened: Opened) -> None:
        (folder / "sample.yaml").write_text(GOOD_BANK, encoding="utf-8")
        written(folder / "own.yaml", question("own/a", needs="[sample/numpy-class]"))
        needs = {item.name: item.needs for item in opened().in_order()}
        assert needs["own/a"] == ("sample/numpy-class#decay", "sample/numpy-class#weight")

    def test_may_be_called_by_a_former_id(self, folder: Path, opened: Opened) -> None:
        written(
            folder / "own.yaml",
            question("own/new", formerly="[own/old]"),
            question("own/late", needs="[own/old]"),
        )
        needs = {item.name: item.needs for item in opened().in_order()}
        assert needs["own/late"] == ("own/new",)

    def test_a_chain_of_any_length_is_followed(self, folder: Path, opened: Opened) -> None:
        chain = (question(f"own/q{n}", needs=f"[own/q{n + 1}]") for n in range(3000))
        written(folder / "own.yaml", *chain)
        assert sum(bool(item.needs) for item in opened().in_order()) == 2999


class TestFormerIds:
    def test_lead_to_the_present_ones(self, folder: Path, opened: Opened) -> None:
        bank = GOOD_BANK.replace("kind: code", "kind: code\n    formerly: [sample/old]")
        (folder / "sample.yaml").write_text(bank, encoding="utf-8")
        assert opened().present_names(["sample/old#decay", "sample/older", "adam.v.2"]) == {
            "sample/old#decay": "sample/numpy-class#decay"
        }

    def test_of_an_item_that_exists_lead_nowhere(self, folder: Path, opened: Opened) -> None:
        both = (question("own/a"), question("own/b", formerly="[own/a]"))
        written(folder / "own.yaml", *both)
        assert opened().present_names(["own/a"]) == {}


class TestAnIdInTwoFiles:
    @pytest.fixture
    def twice(self, folder: Path) -> None:
        written(folder / "a.yaml", question("shared/x", level=1), question("a/own"))
        written(folder / "b.yaml", question("b/own"), question("shared/x", level=2))

    @pytest.mark.usefixtures("twice")
    def test_belongs_to_the_first(self, opened: Opened) -> None:
        shelf = opened()
        assert shelf["shared/x"][0].level == 1
        assert findings(shelf) == [("b.yaml:12:9", "banks.duplicate_id")]

    @pytest.mark.usefixtures("twice")
    def test_comes_back_when_the_first_leaves(self, folder: Path, opened: Opened) -> None:
        shelf = opened()
        (folder / "a.yaml").unlink()
        assert shelf.refresh()
        assert shelf["shared/x"][0].level == 2
        assert findings(shelf) == []

    def test_does_not_depend_on_which_file_was_read_first(
        self, folder: Path, opened: Opened
    ) -> None:
        written(folder / "b.yaml", question("shared/x", level=2))
        shelf = opened()
        assert shelf["shared/x"][0].level == 2
        written(folder / "a.yaml", question("shared/x", level=1))
        assert shelf.refresh()
        assert shelf["shared/x"][0].level == 1

    def test_of_which_the_first_is_not_readable_is_still_taken(
        self, folder: Path, opened: Opened
    ) -> None:
        written(folder / "a.yaml", question("shared/x", level=7))
        written(folder / "b.yaml", question("shared/x"), question("b/own"))
        shelf = opened()
        assert order(shelf) == ["b/own"]
        assert shelf.findings() == load_banks([folder]).findings


class TestRefreshing:
    def test_notices_files_that_come_change_and_go(self, folder: Path, opened: Opened) -> None:
        shelf = opened()
        assert not shelf.refresh()
        path = written(folder / "own.yaml", question("own/a"))
        assert shelf.refresh()
        assert order(shelf) == ["own/a"]
        written(path, question("own/a"), question("own/b"))
        assert shelf.refresh()
        assert order(shelf) == ["own/a", "own/b"]
        path.unlink()
        assert shelf.refresh()
        assert order(shelf) == []
        assert not shelf.refresh()

    def test_a_question_that_was_edited_is_loaded_anew(self, folder: Path, opened: Opened) -> None:
        shelf = opened()
        path = written(folder / "own.yaml", question("own/a", level=1))
        shelf.refresh()
        assert shelf["own/a"][0].level == 1
        written(path, question("own/a", level=2))
        assert shelf.refresh()
        assert shelf["own/a"][0].level == 2

    def test_two_writes_at_the_same_time_are_told_apart(self, folder: Path, opened: Opened) -> None:
        path = written(folder / "own.yaml", question("own/a"))
        os.utime(path)
        status = path.stat()
        shelf = opened()
        path.write_text(path.read_text(encoding="utf-8").replace("own/a", "own/b"))
        os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
        assert shelf.refresh()
        assert order(shelf) == ["own/b"]

    def test_a_fault_is_counted_and_one_that_is_mended_is_not(
        self, folder: Path, opened: Opened
    ) -> None:
        path = written(folder / "own.yaml", question("own/a"), question("own/b", level=9))
        shelf = opened()
        assert findings(shelf) == [("own.yaml:14:12", "banks.not_number")]
        written(path, question("own/a"), question("own/b"))
        assert shelf.refresh()
        assert findings(shelf) == []

    def test_what_is_named_and_not_there_is_told(self, tmp_path: Path, opened: Opened) -> None:
        shelf = opened(tmp_path / "none.yaml")
        assert findings(shelf) == [("none.yaml:1:1", "banks.unreadable")]
        assert not shelf.refresh()


class TestWhatIsRead:
    @pytest.fixture
    def forbidden(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let no file be parsed from here on."""

        def refuse(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr("quizdeck.banks.indexing.reading_of", refuse)

    def test_a_known_file_is_not_opened(
        self, folder: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written(folder / "own.yaml", question("own/a"))
        opened()
        monkeypatch.setattr(Path, "open", None)
        assert order(opened()) == ["own/a"]

    def test_a_file_that_was_only_touched_is_not_parsed(
        self, folder: Path, opened: Opened, request: pytest.FixtureRequest
    ) -> None:
        path = written(folder / "own.yaml", question("own/a"))
        shelf = opened()
        settle(path)
        request.getfixturevalue("forbidden")
        assert not shelf.refresh()
        assert order(opened()) == ["own/a"]

    def test_only_the_file_that_changed_is_parsed(
        self, folder: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in "abc":
            written(folder / f"{name}.yaml", question(f"{name}/q"))
        opened()
        written(folder / "b.yaml", question("b/q"), question("b/r"))
        added: list[str] = []
        add = Indexer.add

        def noted(self: Indexer, path: Path, state: FileState, digest: str) -> None:
            added.append(path.name)
            add(self, path, state, digest)

        monkeypatch.setattr(Indexer, "add", noted)
        assert order(opened()) == ["a/q", "b/q", "c/q", "b/r"]
        assert added == ["b.yaml"]

    def test_nothing_of_yaml_is_loaded_where_nothing_is_parsed(self, folder: Path) -> None:
        written(folder / "own.yaml", question("own/a"))
        code = (
            "import sys; from pathlib import Path; from quizdeck.banks.shelf import Shelf\n"
            f"folder = Path({str(folder)!r})\n"
            "shelf = Shelf((folder,), folder / 'index.db', topics=())\n"
            "print(shelf.faults, [i.name for i in shelf.in_order()], 'yaml' in sys.modules)"
        )
        runs = [subprocess.check_output([sys.executable, "-c", code], text=True) for _ in range(2)]
        assert runs == ["0 ['own/a'] True\n", "0 ['own/a'] False\n"]


def test_the_index_holds_text_and_numbers_only(
    folder: Path, opened: Opened, tmp_path: Path
) -> None:
    (folder / "sample.yaml").write_text(GOOD_BANK, encoding="utf-8")
    opened()
    connection = sqlite3.connect(tmp_path / "index.db")
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    kinds = {
        type(value)
        for (table,) in tables
        for row in connection.execute(f"SELECT * FROM {table}")
        for value in row
    }
    connection.close()
    assert kinds <= {str, int, type(None)}
