"""The memory model alone says to the last bit what the scheduler with its cards says."""

from hypothesis import given
from hypothesis import strategies as st

from quizdeck.study.forgetting import chance, met, renewed
from quizdeck.study.schedule import recall, reviewed

FIRST_DAY = 20_000
grades = st.integers(1, 4)
reviews = st.lists(st.tuples(st.integers(1, 900), grades), max_size=30)


@given(grades, reviews)
def test_it_goes_the_way_of_the_scheduler(first: int, later: list[tuple[int, int]]) -> None:
    memory, trace = reviewed(None, "item", first, FIRST_DAY), met(first)
    assert trace == (memory.stability, memory.difficulty)
    for gap, grade in later:
        day = memory.last_day + gap
        known = chance(trace[0], gap)
        assert known == recall(memory, day)
        memory, trace = reviewed(memory, "item", grade, day), renewed(*trace, known, grade)
        assert trace == (memory.stability, memory.difficulty)
