"""Before the exam everything comes once more, the weakest first, spread over the last days."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizdeck.study.exam import Forecast, forecast, last_pass, share_of_pass
from quizdeck.study.memory import Memory
from quizdeck.study.schedule import recall, reviewed

EXAM = 1000


def memory(number: int, *, last_day: int = 100, stability: float = 10.0) -> Memory:
    return Memory(f"item/{number:03}", stability, 5.0, last_day + 10, last_day, 2, 0)


def test_the_pass_takes_three_days_or_as_many_as_a_days_work_needs() -> None:
    assert last_pass(12, EXAM, 20).begin == EXAM - 3
    assert last_pass(100, EXAM, 20).begin == EXAM - 5
    assert last_pass(101, EXAM, 20).begin == EXAM - 6


def test_nothing_of_it_comes_before_it_begins_or_on_the_day_of_the_exam() -> None:
    memories = [memory(i) for i in range(40)]
    the_pass = last_pass(40, EXAM, 20)
    assert share_of_pass(memories, the_pass, the_pass.begin - 1, recall) == ()
    assert share_of_pass(memories, the_pass, EXAM, recall) == ()
    assert share_of_pass(memories, the_pass, the_pass.begin, recall) != ()


def test_the_weakest_come_first() -> None:
    memories = [memory(i, stability=1.0 + i) for i in range(9)]
    the_pass = last_pass(9, EXAM, 20)
    assert share_of_pass(memories, the_pass, EXAM - 3, recall) == tuple(
        m.item for m in memories[:3]
    )


@given(st.integers(1, 200), st.integers(1, 50))
def test_everything_is_met_exactly_once_whatever_the_numbers(count: int, a_day: int) -> None:
    memories = {m.item: m for m in (memory(i, stability=1.0 + i % 7) for i in range(count))}
    the_pass = last_pass(count, EXAM, a_day)
    met: list[str] = []
    shares = []
    for day in range(the_pass.begin, EXAM):
        share = share_of_pass(list(memories.values()), the_pass, day, recall)
        for item in share:
            memories[item] = replace(memories[item], last_day=day)
        met += share
        shares.append(len(share))
        assert share_of_pass(list(memories.values()), the_pass, day, recall) == ()
    assert sorted(met) == sorted(memories)
    assert max(shares) - min(shares) <= 1


def walked(memories: int, new_items: int, days: int, new_a_day: int = 12) -> Forecast:
    today = EXAM - days
    return forecast(
        {m.item: m for m in (memory(i, last_day=today - 5) for i in range(memories))},
        new_items=new_items,
        new_a_day=new_a_day,
        today=today,
        exam_day=EXAM,
        seconds_an_item=60,
        advanced=lambda m, day: reviewed(m, m.item, 3, day),
        begun=lambda day: reviewed(None, "new", 3, day),
    )


class TestTheForecast:
    def test_says_whether_every_item_can_be_met(self) -> None:
        assert walked(0, 100, days=9).meets_everything
        late = walked(0, 100, days=8)
        assert not late.meets_everything
        assert late.new_before_exam == 96

    def test_says_how_long_the_busiest_day_takes(self) -> None:
        assert walked(0, 12, days=1).busiest_minutes == 12
        assert walked(0, 24, days=30).busiest_minutes >= 12
        assert walked(40, 0, days=30).busiest_minutes == 40

    def test_after_the_exam_nothing_lies_ahead(self) -> None:
        assert walked(5, 5, days=0) == Forecast(0, 5, 0, 0)
