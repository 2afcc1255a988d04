import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.record.identity import uuid7
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Record, RecordKind
from tests.record.conftest import moment

if TYPE_CHECKING:
    from tests.record.conftest import Answered

ATTEMPTS = st.lists(
    st.tuples(
        st.sampled_from(("adam.v.2", "adam.m.1", "q.学習率")),
        st.integers(20_000, 20_030),
        st.floats(4, 27.9),
        st.integers(1, 4),
        st.sampled_from(Mode),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(attempts=ATTEMPTS)
def test_the_cache_is_always_what_the_log_implies(
    answered: "Answered", attempts: list[tuple[str, int, float, int, Mode]]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder, "log"), now=Moment(0, 0), new_device=lambda: "one") as store,
    ):
        store._connection.execute("PRAGMA synchronous = OFF")
        for item, day, hour, grade, mode in attempts:
            store.append(answered(item, day, hour, grade=grade, mode=mode))
            assert store.schedule_matches_log()
        before = store.memories()
        store.rebuild_schedule()
        assert store.memories() == before
        assert [store.memory(item) for item in before] == list(before.values())


def test_a_gap_of_23_hours_over_two_days_grows_stability(
    store: Store, answered: "Answered"
) -> None:
    store.append(answered(day=20_000, hour=20))
    first = store.memories()["adam.v.2"]
    store.append(answered(day=20_001, hour=19))
    second = store.memories()["adam.v.2"]
    assert second.stability > 2 * first.stability
    assert (second.repetitions, second.last_day) == (2, 20_001)


def test_five_attempts_on_one_day_count_as_the_first(store: Store, answered: "Answered") -> None:
    store.append(answered(grade=3, hour=8))
    once = store.memories()
    for hour, grade in ((9, 1), (10, 4), (11, 2), (12, 4)):
        store.append(answered(grade=grade, hour=hour))
    assert store.memories() == once
    assert store.schedule_matches_log()


def test_practice_is_recorded_but_never_scheduled(store: Store, answered: "Answered") -> None:
    store.append(answered(mode=Mode.PRACTICE))
    assert len(store.attempts()) == 1
    assert store.memories() == {}
    assert store.memory("adam.v.2") is None


def test_an_attempt_that_arrives_late_takes_its_place(store: Store, answered: "Answered") -> None:
    store.append(answered(day=20_005, grade=4))
    store.append(answered(day=20_000, grade=1))
    memory = store.memory("adam.v.2")
    assert memory is not None
    assert (memory.repetitions, memory.last_day) == (2, 20_005)


def test_the_better_the_answer_the_later_an_item_falls_due(
    store: Store, answered: "Answered"
) -> None:
    store.append(answered("again", grade=1))
    store.append(answered("good", grade=3))
    store.append(answered("easy", grade=4))
    due = {item: memory.due_day for item, memory in store.memories().items()}
    assert due == {"again": 20_001, "good": 20_002, "easy": 20_008}


class TestPuttingForward:
    """An item that is put forward comes the day after, however well it is known."""

    def test_brings_it_to_the_next_day(self, store: Store, answered: "Answered") -> None:
        store.append(answered(grade=4))
        assert store.memories()["adam.v.2"].due_day > 20_001
        store.append([put_forward(20_000)])
        assert store.memories()["adam.v.2"].due_day == 20_001
        assert store.put_forward() == {"adam.v.2": 20_001}
        assert store.schedule_matches_log()

    def test_ends_when_it_has_come(self, store: Store, answered: "Answered") -> None:
        store.append([*answered(grade=4), put_forward(20_000)])
        store.append(answered(grade=3, day=20_001))
        assert store.put_forward() == {}
        assert store.memories()["adam.v.2"].due_day > 20_002

    def test_does_not_end_by_practice(self, store: Store, answered: "Answered") -> None:
        store.append([*answered(grade=4), put_forward(20_000)])
        store.append(answered(day=20_001, mode=Mode.PRACTICE))
        assert store.put_forward() == {"adam.v.2": 20_001}

    def test_never_puts_off_what_is_due_already(self, store: Store, answered: "Answered") -> None:
        store.append(answered(grade=1))
        due_day = store.memories()["adam.v.2"].due_day
        store.append([put_forward(due_day + 5)])
        assert store.memories()["adam.v.2"].due_day == due_day

    def test_follows_an_item_under_its_new_id(self, store: Store, answered: "Answered") -> None:
        store.append([*answered("q.old", grade=4), put_forward(20_000, "q.old")])
        store.follow({"q.old": "q.new"})
        assert store.put_forward() == {"q.new": 20_001}

    def test_says_nothing_of_an_item_never_met(self, store: Store) -> None:
        store.append([put_forward(20_000)])
        assert (store.put_forward(), store.memories()) == ({}, {})


def put_forward(day: int, item: str = "adam.v.2") -> Record:
    now = moment(day)
    identity = uuid7(now.epoch_milliseconds, item.encode().ljust(10)[:10])
    return Record(identity, RecordKind.PUT_FORWARD, now, "session-1", Mode.MOCK, item=item)


def test_a_damaged_cache_is_noticed_and_rebuilt(store: Store, answered: "Answered") -> None:
    store.append(answered())
    before = store.memories()
    store._connection.execute("UPDATE schedule SET due_day = due_day + 90")
    assert not store.schedule_matches_log()
    store.rebuild_schedule()
    assert store.schedule_matches_log()
    assert store.memories() == before
