"""Hints, confidence, putting off, resting, taking back: what one may do beside answering."""

from quizdeck.study.records import Outcome, RecordKind
from quizdeck.study.session import Cause, Confidence
from tests.tui.helpers import (
    Clock,
    Table,
    begin,
    begin_numeric,
    go_on,
    press,
    right_key,
    seen,
    session_screen,
    settled,
    shows,
    typed_answer,
    wrong_key,
)


async def test_hints_come_one_by_one_and_the_answer_then_counts_as_unknown(
    table: Table, clock: Clock
) -> None:
    async with table.app().run_test(size=(80, 40)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, "f1")
        await shows(pilot, "ヒント")
        before = await settled(pilot)
        await press(pilot, "f1")
        assert await settled(pilot) != before
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解")
        assert [r.payload["level"] for r in table.records(RecordKind.HINT)] == [1, 2]
        *_, attempt = table.attempts()
        assert (attempt.outcome, attempt.grade) == (Outcome.CORRECT, 1)
        assert attempt.payload["hints"] == 2


async def test_a_hint_on_a_choice_rules_out_a_wrong_option(table: Table) -> None:
    async with table.app().run_test(size=(80, 40)) as pilot:
        await begin(pilot)
        right = right_key(pilot.app)
        await press(pilot, "f1")
        await shows(pilot, "は正解ではありません")
        (line,) = (row for row in seen(pilot.app).split("\n") if "は正解ではありません" in row)
        assert right not in line


async def test_a_hint_below_the_page_is_brought_into_view(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 12)) as pilot:
        await begin(pilot)
        await press(pilot, "f1")
        await shows(pilot, "は正解ではありません")
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await go_on(pilot, clock, "1 / 3", "Adam で、")


async def test_how_sure_one_is_goes_with_the_answer(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f4")
        await shows(pilot, "自信あり")
        await press(pilot, "f4")
        await shows(pilot, "自信なし")
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")
        (attempt,) = table.attempts()
        assert attempt.payload["confidence"] == Confidence.UNSURE


async def test_the_cause_of_a_miss_can_be_said_and_changed(table: Table) -> None:
    async with table.app().run_test(size=(80, 40)) as pilot:
        await begin(pilot)
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解", "知らなかった")
        await press(pilot, "c", "c")
        await settled(pilot)
        said = [record.payload["cause"] for record in table.records(RecordKind.CAUSE)]
        assert said == [Cause.UNKNOWN, Cause.MIXED_UP]


async def test_what_is_put_off_comes_at_the_end(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        first = session_screen(pilot.app).session.queue[0]
        await press(pilot, "f5")
        await settled(pilot)
        queue = session_screen(pilot.app).session.queue
        assert queue[-1] == first
        assert queue[0] != first
        assert table.attempts() == ()


async def test_what_rests_is_gone_until_tomorrow(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        first = session_screen(pilot.app).session.queue[0]
        await press(pilot, "f7")
        await shows(pilot, "明日まで出ません")
        assert first not in session_screen(pilot.app).session.queue


async def test_the_last_answer_is_taken_back_and_asked_again(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        shown = session_screen(pilot.app).session.exercise
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await press(pilot, "ctrl+z")
        await shows(pilot, "直前の解答を取り消しました")
        assert session_screen(pilot.app).session.exercise == shown
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")
        assert [a.outcome for a in table.attempts()] == [Outcome.WRONG, Outcome.CORRECT]
        assert table.store is not None
        assert [a.outcome for a in table.store.attempts()] == [Outcome.CORRECT]


async def test_answers_are_taken_back_one_after_the_other(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解")
        await go_on(pilot, clock, "2 / 3")
        await press(pilot, "ctrl+z")
        await shows(pilot, "1 / 3")
        await press(pilot, "ctrl+z")
        await shows(pilot, "0 / 3")
        await press(pilot, "ctrl+z")
        await shows(pilot, "今日の解答で取り消せる")
