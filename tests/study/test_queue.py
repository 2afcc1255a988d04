"""What to study today, and in which order."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.study.memory import Memory
from quizdeck.study.queue import (
    LIMITS,
    NOTHING_DONE,
    Candidate,
    Done,
    Limits,
    Workload,
    done_on,
    in_teaching_order,
    placed,
    streak,
    unmet,
    workload,
)

TODAY = 20_000


def candidate(
    item: str, topic: str = "adam", level: int = 1, *, numeric: bool = False
) -> Candidate:
    return Candidate(item, topic, level, numeric)


def memory(item: str, due_day: int, stability: float = 5.0) -> Memory:
    return Memory(item, stability, 5.0, due_day, due_day - 5, 1, 0)


def ordered(candidates: list[Candidate]) -> Iterator[Candidate]:
    return in_teaching_order(placed(candidates))


def planned(
    candidates: list[Candidate],
    *memories: Memory,
    done: Done = NOTHING_DONE,
    limits: Limits = LIMITS,
    urgent: tuple[str, ...] = (),
) -> Workload:
    existing = {c.item for c in candidates}
    return workload(
        (m for m in memories if m.due_day <= TODAY and m.item in existing),
        ordered(candidates),
        {m.item for m in memories},
        study_day=TODAY,
        recall=lambda m, _day: m.stability / 100,
        done_today=done,
        limits=limits,
        urgent=urgent,
    )


def test_what_is_due_comes_by_lowest_recall_before_anything_new() -> None:
    items = [candidate(item) for item in "abcd"]
    load = planned(
        items, memory("a", TODAY, 30), memory("b", TODAY - 9, 10), memory("c", TODAY, 20)
    )
    assert load == Workload(due=("b", "c", "a"), new=("d",))
    assert load.items == ("b", "c", "a", "d")


def test_equal_recall_is_settled_by_name() -> None:
    items = [candidate(item) for item in "cab"]
    assert planned(items, *(memory(item, TODAY) for item in "bca")).due == ("a", "b", "c")


def test_no_more_new_items_a_day_than_the_limit() -> None:
    items = [candidate(f"n{i:02}") for i in range(30)]
    assert len(planned(items).new) == 12
    assert len(planned(items, done=Done(new=5)).new) == 7
    assert planned(items, done=Done(new=12)).new == ()
    assert planned(items, done=Done(new=15)).new == ()
    assert len(planned(items, limits=Limits(new_a_day=20)).new) == 20


def test_what_was_wrong_though_sure_comes_before_everything() -> None:
    items = [candidate(item) for item in "abc"]
    due = [memory("a", TODAY, 10), memory("b", TODAY, 20), memory("c", TODAY, 30)]
    assert planned(items, *due, urgent=("c",)).due == ("c", "a", "b")


def test_after_a_long_break_the_reviews_of_a_day_are_limited_and_nothing_new_comes() -> None:
    items = [candidate(f"n{i:03}") for i in range(200)]
    overdue = [memory(f"n{i:03}", TODAY - 30, stability=i + 1) for i in range(100)]
    begin = planned(items, *overdue)
    assert begin.due == tuple(f"n{i:03}" for i in range(20))
    assert (begin.new, begin.put_off) == ((), 60)
    assert len(planned(items, *overdue[25:], done=Done(reviews=25)).due) == 15
    end = planned(items, *overdue[40:], done=Done(reviews=40))
    assert (end.items, end.put_off) == ((), 60)


def test_what_was_done_on_a_day_is_told_by_the_schedule() -> None:
    reviewed = Memory("a", 5.0, 5.0, TODAY + 9, TODAY, repetitions=3, lapses=0)
    new = replace(reviewed, item="b", repetitions=1)
    earlier = replace(reviewed, item="c", last_day=TODAY - 1)
    assert done_on(TODAY, (reviewed, new, earlier)) == Done(new=1, reviews=1)


def test_due_items_leave_less_room_for_new_ones() -> None:
    due = [candidate(f"d{i:02}") for i in range(15)]
    new = [candidate(f"n{i:02}") for i in range(15)]
    load = planned([*new, *due], *(memory(c.item, TODAY) for c in due))
    assert (len(load.due), len(load.new)) == (15, 5)


def test_a_backlog_is_cut_to_the_count_and_leaves_no_room() -> None:
    due = [candidate(f"d{i:02}") for i in range(30)]
    memories = [memory(c.item, TODAY, stability=i) for i, c in enumerate(due)]
    load = planned([*due, candidate("new")], *memories, limits=Limits(items_a_session=10))
    assert load.due == tuple(f"d{i:02}" for i in range(10))
    assert load.new == ()


@pytest.mark.parametrize(("items", "minutes"), [(0, 0), (1, 1), (2, 2), (20, 15)])
def test_the_time_is_a_guess_in_whole_minutes(items: int, minutes: int) -> None:
    assert Workload(("x",) * items, ()).minutes == minutes


def test_easier_items_come_first_and_topics_in_turn() -> None:
    items = [
        candidate("adam/hard", level=2),
        candidate("adam/a"),
        candidate("adam/b"),
        candidate("momentum/a", "momentum"),
        candidate("adagrad/a", "adagrad"),
        candidate("momentum/b", "momentum"),
    ]
    assert [c.item for c in ordered(items)] == [
        *("momentum/a", "adagrad/a", "adam/a"),
        *("momentum/b", "adam/b"),
        "adam/hard",
    ]


def test_words_and_numbers_of_a_topic_take_turns() -> None:
    items = [
        candidate("adam.v.1", numeric=True),
        candidate("adam.m.1", numeric=True),
        candidate("adam/a"),
        candidate("adam/b"),
    ]
    found = [c.item for c in ordered(items)]
    assert found == ["adam/a", "adam.v.1", "adam/b", "adam.m.1"]


def test_a_topic_of_its_own_comes_after_the_known_ones() -> None:
    items = [candidate("aaa/x", "aaa"), candidate("adam/x"), candidate("zzz/x", "zzz")]
    assert [c.topic for c in ordered(items)] == ["adam", "aaa", "zzz"]


CANDIDATES = st.builds(
    Candidate,
    item=st.uuids().map(str),
    topic=st.sampled_from(("momentum", "adagrad", "adam", "rmsprop")),
    level=st.integers(1, 3),
    is_numeric=st.booleans(),
)


@given(st.lists(CANDIDATES, max_size=30))
def test_ordering_loses_nothing_and_keeps_the_order_within_a_lane(
    candidates: list[Candidate],
) -> None:
    found = list(ordered(candidates))
    assert sorted(c.item for c in found) == sorted(c.item for c in candidates)
    assert [c.level for c in found] == sorted(c.level for c in candidates)
    for lane in {(c.level, c.topic, c.is_numeric) for c in candidates}:
        own = [c for c in candidates if (c.level, c.topic, c.is_numeric) == lane]
        assert [c for c in found if (c.level, c.topic, c.is_numeric) == lane] == own


@given(st.lists(CANDIDATES, max_size=30))
def test_sources_of_different_lanes_are_merged_into_the_order_of_them_together(
    candidates: list[Candidate],
) -> None:
    words = [c for c in candidates if not c.is_numeric]
    numbers = [c for c in candidates if c.is_numeric]
    merged = in_teaching_order(placed(words), placed(numbers))
    assert list(merged) == list(ordered(candidates))


def test_sources_that_share_a_lane_take_turns_in_it() -> None:
    authored = [candidate(item, numeric=True) for item in ("adam/a", "adam/b")]
    skills = [candidate(item, numeric=True) for item in ("adam.v.1", "adam.m.1")]
    merged = in_teaching_order(placed(authored), placed(skills))
    assert [c.item for c in merged] == ["adam/a", "adam.v.1", "adam/b", "adam.m.1"]


def test_no_more_candidates_are_looked_at_than_it_takes() -> None:
    endless = (candidate(f"n{i:02}") for i in itertools.count())
    load = workload(
        (),
        endless,
        {"n00"},
        study_day=TODAY,
        recall=lambda _m, _day: 0.5,
        done_today=Done(new=10),
    )
    assert load.new == ("n01", "n02")
    assert next(endless).item == "n03"


def test_an_item_waits_until_all_that_it_needs_has_been_met() -> None:
    items = [replace(candidate("late"), needs=("one", "other")), candidate("free")]
    assert [c.item for c in unmet(items, set())] == ["free"]
    assert [c.item for c in unmet(items, {"one"})] == ["free"]
    assert [c.item for c in unmet(items, {"one", "other"})] == ["late", "free"]


@given(
    st.sets(st.integers(0, 40)), st.dictionaries(st.integers(0, 40), st.integers(-3, 3)),
    st.integers(0, 20), st.integers(1, 25),
)  # fmt: skip
def test_a_workload_keeps_within_its_bounds(
    existing: set[int], due_in: dict[int, int], new_today: int, count: int
) -> None:
    load = planned(
        [candidate(f"i{i}") for i in sorted(existing)],
        *(memory(f"i{i}", TODAY + days) for i, days in due_in.items()),
        done=Done(new=new_today),
        limits=Limits(items_a_session=count),
    )
    assert len(load.items) <= count
    assert len(set(load.items)) == len(load.items)
    assert len(load.new) <= max(0, 12 - new_today)
    assert set(load.items) <= {f"i{i}" for i in existing}
    assert all(due_in[int(item[1:])] <= 0 for item in load.due)
    assert not any(int(item[1:]) in due_in for item in load.new)


@pytest.mark.parametrize(
    ("days", "length"),
    [
        ([], 0),
        ([TODAY], 1),
        ([TODAY - 1], 1),
        ([TODAY - 2], 0),
        ([TODAY - 2, TODAY - 1, TODAY], 3),
        ([TODAY - 3, TODAY - 2, TODAY - 1], 3),
        ([TODAY - 4, TODAY - 2, TODAY - 1, TODAY], 3),
        ([TODAY - 2, TODAY], 1),
        ([TODAY, TODAY + 1], 1),
    ],
)
def test_a_streak_lasts_until_a_whole_day_is_missed(days: list[int], length: int) -> None:
    assert streak(days, TODAY) == length
