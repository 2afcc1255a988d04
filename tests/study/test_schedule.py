"""The schedule follows from the log, by study days and nothing else."""

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.study.memory import Memory
from quizdeck.study.records import Mode, Record, RecordKind
from quizdeck.study.schedule import rates, rebuilt, recall, reviewed

if TYPE_CHECKING:
    from tests.study.conftest import Attempted

DAY = 20_000
GRADES = st.integers(1, 4)


def after(*grades_and_gaps: tuple[int, int]) -> Memory:
    """Return the memory after a grade and then a gap in days, again and again."""
    memory, day = None, DAY
    for grade, gap in grades_and_gaps:
        memory = reviewed(memory, "adam.v.2", grade, day)
        day += gap
    assert memory is not None
    return memory


@pytest.mark.parametrize(("grade", "days"), [(1, 1), (2, 1), (3, 2), (4, 8)])
def test_a_first_answer_comes_back_within_days(grade: int, days: int) -> None:
    memory = after((grade, 0))
    assert (memory.due_day, memory.last_day) == (DAY + days, DAY)
    assert (memory.repetitions, memory.lapses) == (1, 0)


def test_right_answers_move_an_item_away() -> None:
    memory, day, gaps = None, DAY, []
    for _ in range(4):
        memory = reviewed(memory, "adam.v.2", 3, day)
        gaps.append(memory.due_day - day)
        day = memory.due_day
    assert gaps == [2, 11, 46, 163]


def test_a_miss_of_a_known_item_is_a_lapse_and_brings_it_near() -> None:
    known = after((3, 2), (3, 11), (3, 46))
    missed = reviewed(known, "adam.v.2", 1, known.due_day)
    assert missed.lapses == known.lapses + 1
    assert missed.stability < known.stability
    assert missed.due_day - missed.last_day < 5


def test_a_miss_of_an_item_just_met_is_due_the_day_after_however_often() -> None:
    memory, day = None, DAY
    for _ in range(5):
        memory = reviewed(memory, "adam.v.2", 1, day)
        assert memory.due_day == day + 1
        day = memory.due_day


def test_two_evenings_23_hours_apart_are_a_day_apart(attempted: "Attempted") -> None:
    first, second = attempted(day=DAY, hour=20), attempted(day=DAY + 1, hour=19)
    (memory,) = rebuilt([first, second]).values()
    assert memory.repetitions == 2
    assert memory == after((3, 1), (3, 0))
    assert memory.stability > after((3, 0)).stability


def test_only_the_first_attempt_of_a_day_counts(attempted: "Attempted") -> None:
    once = attempted(grade=1, hour=9)
    later = [attempted(grade=3, hour=hour) for hour in (10, 12, 20, 27.9)]
    assert rebuilt([once, *later]) == rebuilt([once])


def test_after_midnight_it_is_still_the_same_day(attempted: "Attempted") -> None:
    evening, night = attempted(hour=23), attempted(hour=27.5)
    assert evening.moment.study_day == night.moment.study_day
    assert rebuilt([evening, night]) == rebuilt([evening])


@pytest.mark.parametrize("offset", [540 - 720, 0, 540 + 180])
def test_a_flight_costs_no_day(attempted: "Attempted", offset: int) -> None:
    home = attempted(day=DAY, hour=20)
    away = attempted(day=DAY + 1, hour=20, offset=offset)
    stayed = attempted(day=DAY + 1, hour=20)
    assert rebuilt([home, away]) == rebuilt([home, stayed])


def test_an_attempt_before_the_last_one_changes_nothing(attempted: "Attempted") -> None:
    today, clock_set_back = attempted(day=DAY), attempted(day=DAY - 3, grade=1)
    assert rebuilt([today, clock_set_back]) == rebuilt([today])


@pytest.mark.parametrize(
    ("mode", "counts"), [(Mode.DRILL, True), (Mode.MOCK, True), (Mode.PRACTICE, False)]
)
def test_practice_is_never_scheduled(attempted: "Attempted", mode: Mode, counts: bool) -> None:  # noqa: FBT001
    attempt = attempted(mode=mode)
    assert rates(attempt, None) is counts
    assert bool(rebuilt([attempt])) is counts
    assert mode.is_scheduled is counts


def test_practice_before_the_drill_of_the_day_takes_nothing_from_it(
    attempted: "Attempted",
) -> None:
    practised = attempted(mode=Mode.PRACTICE, grade=1, hour=9)
    drilled = attempted(hour=20)
    assert rebuilt([practised, drilled]) == rebuilt([drilled])


@pytest.mark.parametrize("kind", [kind for kind in RecordKind if kind is not RecordKind.ATTEMPT])
def test_nothing_but_attempts_is_scheduled(attempted: "Attempted", kind: RecordKind) -> None:
    record = replace(attempted(), kind=kind)
    assert not rates(record, None)
    assert not rebuilt([record])


def test_recall_is_certain_on_the_day_and_nine_tenths_when_due() -> None:
    memory = after((3, 2), (3, 11), (3, 0))
    assert recall(memory, memory.last_day) == pytest.approx(1)
    assert recall(memory, memory.due_day) == pytest.approx(0.9, abs=0.005)
    falling = [recall(memory, memory.last_day + days) for days in range(0, 400, 7)]
    assert all(later < earlier for earlier, later in itertools.pairwise(falling))


@given(st.lists(st.tuples(GRADES, st.integers(1, 60)), min_size=1, max_size=12))
def test_a_memory_is_sound_whatever_happens(history: list[tuple[int, int]]) -> None:
    memory = after(*history)
    assert memory.due_day > memory.last_day
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.repetitions == len(history)
    assert memory.lapses == sum(grade == 1 for grade, _ in history[1:])
    assert 0 < recall(memory, memory.due_day) < 1


@given(st.lists(st.tuples(st.sampled_from("abc"), GRADES, st.integers(0, 3)), max_size=15))
def test_items_do_not_touch_each_other(
    attempted: "Attempted", events: list[tuple[str, int, int]]
) -> None:
    day, log = DAY, []
    for item, grade, gap in events:
        day += gap
        log.append(attempted(item, day, grade=grade))
    alone: dict[str, Memory] = {}
    for item in "abc":
        own: list[Record] = [record for record in log if record.item == item]
        alone |= rebuilt(own)
    assert rebuilt(log) == alone
