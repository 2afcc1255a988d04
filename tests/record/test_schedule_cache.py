import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode

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


def test_overdue_items_stay_due(store: Store, answered: "Answered") -> None:
    store.append(answered("again", grade=1))
    store.append(answered("good", grade=3))
    store.append(answered("easy", grade=4))
    assert [store.due_count(20_000 + days) for days in (0, 1, 2, 8, 100)] == [0, 1, 2, 3, 3]


def test_a_damaged_cache_is_noticed_and_rebuilt(store: Store, answered: "Answered") -> None:
    store.append(answered())
    before = store.memories()
    store._connection.execute("UPDATE schedule SET due_day = due_day + 90")
    assert not store.schedule_matches_log()
    store.rebuild_schedule()
    assert store.schedule_matches_log()
    assert store.memories() == before
