"""The index is only a cache: whatever happens to it, the questions are there."""

import multiprocessing
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quizdeck.banks import index_file
from quizdeck.banks.shelf import Shelf
from quizdeck.errors import QuizdeckError
from tests.banks.small_banks import question, written

IDS = ["own/a", "own/b"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    written(folder / "own.yaml", *map(question, IDS))
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.db"


def found(folder: Path, index: Path | None) -> list[str]:
    """Return what a new shelf holds, the questions really loaded."""
    shelf = Shelf((folder,), index, topics=())
    try:
        assert [shelf[name][0].id for name in shelf] == list(shelf)
        return [item.name for item in shelf.in_order()]
    finally:
        shelf.close()


def no_database(index: Path) -> None:
    index.write_bytes(b"no database at all" * 100)


def cut_off(index: Path) -> None:
    os.truncate(index, index.stat().st_size // 2)


def overwritten(index: Path) -> None:
    size = index.stat().st_size
    with index.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))


def changed(statement: str) -> Callable[[Path], None]:
    def change(index: Path) -> None:
        connection = sqlite3.connect(index)
        connection.execute(statement)
        connection.commit()
        connection.close()

    change.__name__ = statement
    return change


DAMAGES = [
    no_database,
    cut_off,
    overwritten,
    changed("UPDATE meta SET value = 'another program' WHERE key = 'made_by'"),
    changed("DROP TABLE meta"),
    changed("DROP TABLE item"),
    changed("ALTER TABLE question DROP COLUMN excerpt_line"),
    changed("UPDATE question SET excerpt = 'nonsense: ['"),
    changed("UPDATE question SET excerpt = replace(excerpt, 'own/a', 'own/c')"),
    changed("UPDATE file SET source = 'no json'"),
    changed("PRAGMA application_id = 7"),
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_made_anew(
    damage: Callable[[Path], None], folder: Path, index: Path
) -> None:
    assert found(folder, index) == IDS
    damage(index)
    assert found(folder, index) == IDS
    assert found(folder, index) == IDS


def test_damage_is_mended_while_the_program_runs(folder: Path, index: Path) -> None:
    shelf = Shelf((folder,), index, topics=())
    changed("DROP TABLE item")(index)
    assert [item.name for item in shelf.in_order()] == IDS
    assert shelf["own/a"][0].id == "own/a"
    shelf.close()


def test_a_place_that_is_no_folder_is_done_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert found(folder, tmp_path / "cache" / "index.db") == IDS


def test_a_folder_in_the_place_of_the_index_is_done_without(folder: Path, index: Path) -> None:
    index.mkdir(parents=True)
    assert found(folder, index) == IDS


def test_no_place_at_all_is_needed(folder: Path) -> None:
    assert found(folder, None) == IDS


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_index_that_may_only_be_read_serves_until_something_changes(
    folder: Path, index: Path
) -> None:
    assert found(folder, index) == IDS
    index.chmod(0o444)
    index.parent.chmod(0o555)
    try:
        assert found(folder, index) == IDS
        written(folder / "own.yaml", question("own/new"))
        assert found(folder, index) == ["own/new"]
    finally:
        index.parent.chmod(0o755)


def test_another_program_that_writes_is_not_waited_for_long(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(folder, index) == IDS
    monkeypatch.setattr(index_file, "_BUSY_SECONDS", 0.05)
    other = sqlite3.connect(index, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert found(folder, index) == IDS
    written(folder / "own.yaml", question("own/new"))
    assert found(folder, index) == ["own/new"]
    other.close()


def test_an_index_that_cannot_be_kept_anywhere_is_told_of(folder: Path) -> None:
    shelf = Shelf((folder,), None, topics=())
    shelf._connection.execute("DROP TABLE item")
    with pytest.raises(QuizdeckError) as refused:
        len(shelf)
    assert refused.value.key == "banks.index_failed"


def test_an_interruption_leaves_what_was_there_before(folder: Path, index: Path) -> None:
    shelf = Shelf((folder,), index, topics=())
    written(folder / "own.yaml", question("own/new"), question("own/newer"))

    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    shelf._progress = interrupt
    with pytest.raises(KeyboardInterrupt):
        shelf.refresh()
    assert [item.name for item in shelf.in_order()] == IDS
    shelf._progress = None
    assert shelf.refresh()
    assert list(shelf) == ["own/new", "own/newer"]
    shelf.close()


def test_progress_counts_the_bytes_of_all_files_to_be_read(folder: Path, index: Path) -> None:
    written(folder / "more.yaml", question("more/a"))
    told: list[tuple[int, int]] = []
    shelf = Shelf((folder,), index, topics=(), progress=lambda *seen: told.append(seen))
    shelf.close()
    total = sum(path.stat().st_size for path in folder.iterdir())
    assert told == [((folder / "more.yaml").stat().st_size, total), (total, total)]


def test_several_programs_may_begin_at_once(folder: Path, index: Path) -> None:
    for number in range(20):
        written(folder / f"own{number}.yaml", question(f"own/q{number}"))
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        results = pool.starmap(found, [(folder, index)] * 8)
    assert all(len(result) == 22 for result in results)
    assert all(result == results[0] for result in results)


def test_a_change_that_another_program_has_read_is_not_read_again(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = (Shelf((folder,), index, topics=()) for _ in range(2))
    written(folder / "own.yaml", question("own/new"))
    assert there.refresh()
    monkeypatch.setattr("quizdeck.banks.indexing.Indexer.add", None)
    assert here.refresh()
    assert list(here) == ["own/new"]
    assert here["own/new"][0].id == "own/new"
    for shelf in (here, there):
        shelf.close()


def test_a_name_that_is_no_text_is_a_name(folder: Path, index: Path) -> None:
    path = written(folder / "name.yaml", question("own/c"))
    try:
        path.rename(folder / "own\udcff.yaml")
    except OSError:
        pytest.skip("this file system takes text only")
    for _ in range(2):
        assert found(folder, index) == ["own/a", "own/c", "own/b"]
