"""A desk over banks on a shelf: needs, renames, and questions loaded only when they are shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.banks.library import load_banks
from quizdeck.banks.shelf import Shelf
from quizdeck.desk.deck import Deck
from quizdeck.study.topics import TOPICS
from tests.banks.small_banks import question, written

if TYPE_CHECKING:
    from tests.desk.conftest import Room

KINDS = Path(__file__).parents[1] / "banks" / "kinds.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf(folder: Path) -> Iterator[Shelf]:
    shelf = Shelf((folder,), None, topics=TOPICS, optional=(folder,))
    yield shelf
    shelf.close()


@pytest.fixture
def own(shelf: Shelf) -> Deck:
    """Give a deck of the questions of the shelf alone."""
    return Deck(skills=(), multiparts=(), shelf=shelf)


def test_a_shelf_and_loaded_banks_are_the_same_to_a_deck(folder: Path) -> None:
    levels = [question(f"adam/q{i}", level=1 + i % 3, topic="adam") for i in range(9)]
    paths = (written(folder / "adam.yaml", *levels), KINDS)
    shelf = Shelf(paths, None, topics=TOPICS)
    on_shelf, loaded = Deck(shelf=shelf), Deck(load_banks(paths).banks)
    order = list(loaded.in_teaching_order())
    assert list(on_shelf.in_teaching_order()) == order
    assert list(on_shelf.in_teaching_order("adam")) == list(loaded.in_teaching_order("adam"))
    items = [candidate.item for candidate in order]
    assert on_shelf.topics_of(items) == loaded.topics_of(items)
    former = ["kinds/old-name", "kinds/none"]
    assert on_shelf.present_names(former) == loaded.present_names(former) != {}
    assert dict(on_shelf.parts) == dict(loaded.parts)
    shelf.close()


def test_no_question_is_loaded_to_say_what_is_due(
    room: "Room", folder: Path, own: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(folder / "own.yaml", question("own/a"), question("own/b"))
    desk = room.open(own)
    assert desk.refresh()
    monkeypatch.setattr("quizdeck.banks.shelf._read", None)
    assert desk.plan.todays_items() == ("own/a", "own/b")
    session = desk.open_drill()
    assert session is not None
    assert session.queue == ("own/a", "own/b")


def test_an_item_waits_for_what_it_needs_and_then_comes(
    room: "Room", folder: Path, own: Deck
) -> None:
    written(folder / "own.yaml", question("own/late", needs="[own/early]"), question("own/early"))
    desk = room.open(own)
    desk.refresh()
    for expected in ("own/early", "own/late"):
        assert desk.plan.todays_items() == (expected,)
        session = desk.open_drill()
        assert session is not None
        room.drilled(desk, session)
    assert not desk.overview().can_learn_more


def test_a_renamed_item_is_not_new_and_is_due_when_it_was(
    room: "Room", folder: Path, own: Deck
) -> None:
    bank = folder / "own.yaml"
    written(bank, question("own/old"))
    desk = room.open(own)
    desk.refresh()
    session = desk.open_drill()
    assert session is not None
    room.drilled(desk, session)
    due_day = room.store().memories()["own/old"].due_day
    written(bank, question("own/new", formerly="[own/old]"))
    desk = room.open(own)
    assert desk.refresh()
    assert desk.plan.todays_items() == ()
    assert desk.plan.due_count(due_day - 1) == 0
    assert desk.plan.due_count(due_day) == 1
    assert sum(score.attempts for score in desk.overview().scores) == 1


def test_a_drill_goes_on_with_an_item_that_was_renamed_meanwhile(
    room: "Room", folder: Path, own: Deck
) -> None:
    bank = folder / "own.yaml"
    written(bank, question("own/first"), question("own/old"))
    desk = room.open(own)
    desk.refresh()
    session = desk.open_drill()
    assert session is not None
    desk.present(session)
    written(bank, question("own/first"), question("own/new", formerly="[own/old]"))
    desk = room.open(own)
    desk.refresh()
    session = desk.open_drill()
    assert session is not None
    assert session.queue == ("own/first", "own/new")
    session = room.drilled(desk, session)
    assert [result.item for result in session.results] == ["own/first", "own/new"]
