"""An item that was renamed keeps its history, and the log keeps what was written."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.record.store import Store
from quizdeck.study.records import Json, Mode, Record, RecordKind

if TYPE_CHECKING:
    from tests.record.conftest import Answered, Opened

NAMES = {"q/old": "q/new"}


@pytest.fixture
def history(store: Store, answered: "Answered") -> Store:
    """Give a log in which an item was answered by its former id, and others around it."""
    for item, day in (("q/old", 20_000), ("q/other", 20_001), ("q/old", 20_004)):
        store.append(answered(item, day))
    return store


def test_the_memory_goes_on_under_the_present_id(history: Store) -> None:
    before = history.memories()["q/old"]
    history.follow(NAMES)
    after = history.memories()
    assert set(after) == {"q/new", "q/other"}
    assert (after["q/new"].due_day, after["q/new"].repetitions) == (before.due_day, 2)
    assert history.memory("q/new") == after["q/new"]
    assert history.schedule_matches_log()


def test_records_are_found_by_either_id_and_bear_the_present_one(history: Store) -> None:
    history.follow(NAMES)
    for item in ("q/old", "q/new"):
        found = history.records(item=item, kinds=[RecordKind.ATTEMPT])
        assert [record.item for record in found] == ["q/new", "q/new"]
    assert [record.item for record in history.attempts()] == ["q/new", "q/other", "q/new"]


def test_answers_under_both_ids_are_one_history(history: Store, answered: "Answered") -> None:
    history.follow(NAMES)
    history.append(answered("q/new", 20_010))
    history.append(answered("q/new", 20_002, grade=1))  # from another machine, in between
    memory = history.memories()["q/new"]
    assert (memory.repetitions, memory.lapses, memory.last_day) == (4, 1, 20_010)
    assert history.schedule_matches_log()
    before = history.memories()
    history.rebuild_schedule()
    assert history.memories() == before


def test_the_log_itself_is_left_alone(history: Store) -> None:
    history.follow(NAMES)
    assert set(history.named_items()) == {"q/old", "q/other"}
    assert history.altered() == ()


def test_a_name_that_is_taken_back_takes_its_history_back(
    history: Store, answered: "Answered"
) -> None:
    before = history.memories()
    history.follow(NAMES)
    history.append(answered("q/new", 20_010))
    history.follow({})
    after = history.memories()
    assert {item: after[item] for item in before} == before
    assert after["q/new"].repetitions == 1
    assert history.schedule_matches_log()


def test_names_are_followed_from_one_start_to_the_next(
    history: Store, opened: "Opened", path: Path
) -> None:
    history.follow(NAMES)
    memories = history.memories()
    history.close()
    with opened() as again:
        assert again.memories() == memories
        again.follow(NAMES)
        assert again.memories() == memories
        assert path.exists()


def test_a_program_without_the_bank_that_renamed_does_not_confuse_one_that_has_it(
    history: Store, opened: "Opened", answered: "Answered"
) -> None:
    history.follow(NAMES)
    with opened() as other:
        other.follow({})
        assert "q/old" in other.memories()
    history.append(answered("q/other", 20_011))
    assert set(history.memories()) == {"q/new", "q/other"}
    assert history.schedule_matches_log()


def test_a_session_under_way_goes_on_with_the_present_ids(
    store: Store, answered: "Answered"
) -> None:
    shown, _ = answered("q/old")
    items: list[Json] = ["q/old", "q/late"]
    begun = Record(
        shown.session,
        RecordKind.SESSION_STARTED,
        shown.moment,
        shown.session,
        Mode.DRILL,
        payload={"items": items},
    )
    store.append([begun, shown])
    assert set(store.named_items()) == {"q/old", "q/late"}
    store.follow({"q/old": "q/new", "q/late": "q/later"})
    first, second = store.open_session(Mode.DRILL, shown.moment.study_day)
    assert first.payload["items"] == ["q/new", "q/later"]
    assert second.item == "q/new"
