"""Banks that are saved while the home screen is in front."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizdeck.banks.shelf import Shelf
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.record.store import open_store
from quizdeck.study.topics import TOPICS
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.screens import home
from tests.banks.small_banks import question, written
from tests.tui.helpers import Table, bench_of, hides, press, shows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    written(folder / "own.yaml", question("own/a"))
    return folder


@pytest.fixture
def app(table: Table, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QuizdeckApp]:
    monkeypatch.setattr(home, "_SECONDS_BETWEEN_LOOKS", 0.01)
    shelf = Shelf((folder,), folder / "index.db", topics=TOPICS)
    store = open_store(table.home.log, now=table.now(), new_device=lambda: "device-1")
    deck = Deck(skills=(), shelf=shelf)
    desk = Desk(deck, store, clock=table.now, random_bytes=table.random_bytes)
    yield QuizdeckApp(bench_of(desk, table.home, Language.JAPANESE))
    store.close()
    shelf.close()


async def test_a_saved_bank_is_read_again_and_said_so(app: QuizdeckApp, folder: Path) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "新規 1")
        written(folder / "own.yaml", question("own/a"), question("own/b"))
        await shows(pilot, "新規 2", "問題集を更新（不具合 0 件）")


async def test_faults_are_counted_and_the_rest_stays(app: QuizdeckApp, folder: Path) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "新規 1")
        written(folder / "own.yaml", question("own/a"), question("own/b", level=9))
        await shows(pilot, "新規 1", "不具合 1 件", "問題集に 1 件の不具合")


async def test_nothing_is_read_during_a_session(app: QuizdeckApp, folder: Path) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "新規 1")
        await press(pilot, "enter")
        await shows(pilot, "0 / 1")
        written(folder / "own.yaml", question("own/a"), question("own/b"))
        await pilot.pause(0.1)
        await hides(pilot, "問題集を更新")
        await press(pilot, "escape")
        await shows(pilot, "問題集を更新")
