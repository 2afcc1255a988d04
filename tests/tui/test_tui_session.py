import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.widgets import Input

from quizdeck.optimizers.notations import Notation
from quizdeck.present.blocks import Document
from quizdeck.present.feedback import feedback_document
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.records import Outcome, RecordKind
from quizdeck.study.session import Session
from quizdeck.text import Language
from quizdeck.tui.screens import session as session_module
from quizdeck.tui.screens.home import HomeScreen
from quizdeck.tui.screens.reading import ReadingScreen
from tests.tui.helpers import (
    Clock,
    Table,
    begin,
    begin_numeric,
    go_on,
    hides,
    post_together,
    press,
    right_key,
    rows,
    seen,
    session_screen,
    settled,
    shows,
    tells,
    typed_answer,
    until,
    wrong_key,
)


async def test_a_number_key_answers_a_choice(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解", "〔正解・選んだもの〕", "指数移動平均である。")
        (attempt,) = table.attempts()
        assert (attempt.item, attempt.outcome) == ("adam/second-moment", Outcome.CORRECT)


async def test_a_wrong_option_is_judged_beside_the_right_one(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解", "〔選んだもの〕", "〔正解〕", "もう一度出ます")
        (attempt,) = table.attempts()
        assert attempt.outcome is Outcome.WRONG


async def test_a_full_width_number_answers_a_choice(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, chr(ord(right_key(pilot.app)) + 0xFEE0))
        await shows(pilot, "✓ 正解")


async def test_a_key_that_names_no_option_answers_nothing(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        before = await settled(pilot)
        for key in ("0", "5", "９", "x", "あ", "enter", "space"):
            await press(pilot, key)
        assert await settled(pilot) == before
        assert table.attempts() == ()


async def test_a_number_is_typed_as_on_paper(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解", "3通りで一致")
        assert [a.item for a in table.attempts()] == ["adam/second-moment", "adam.v.1"]


async def test_leaving_right_after_enter_takes_the_answer_along(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        post_together(pilot, *typed_answer(pilot.app), "enter", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen), "the summary")
        assert [a.item for a in table.attempts()] == ["adam/second-moment", "adam.v.1"]


async def test_the_reading_stands_under_the_field(table: Table, clock: Clock) -> None:
    typed = {"１．５": "1.5", "7/4": "1.75", "1.5e-3": "0.0015", "2×10^-3": "0.002", "２": "2"}
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        for text, reading in typed.items():
            pilot.app.screen.query_one(Input).value = text
            await shows(pilot, text, f"= {reading}")
            line = next(i for i, row in enumerate(rows(pilot.app)) if row.startswith("  答え"))
            assert rows(pilot.app)[line + 1].endswith(f"= {reading}")


async def test_an_unreadable_text_costs_nothing_and_stays(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *"1..5", "enter")
        await shows(pilot, "小数点が 2 つあります", "1..5")
        assert len(table.attempts()) == 1
        await until(pilot, lambda: bool(table.records(RecordKind.RETRY)), "the text is taken")
        (retry,) = table.records(RecordKind.RETRY)
        assert retry.payload["text"] == "1..5"
        await press(pilot, *["backspace"] * 3)
        await shows(pilot, "= 1\n")
        await press(pilot, "5")
        await shows(pilot, "= 15")
        pilot.app.screen.query_one(Input).value = typed_answer(pilot.app)
        await press(pilot, "enter")
        await shows(pilot, "✓ 正解")


async def test_the_reason_returns_with_the_text_that_was_refused(
    table: Table, clock: Clock
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *"2x", "enter")
        await shows(pilot, "「x」という文字が入っています")
        await press(pilot, "backspace")
        await shows(pilot, "= 2")
        await hides(pilot, "という文字")


async def test_enter_in_an_empty_field_does_nothing(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, "enter", "enter")
        await settled(pilot)
        assert session_screen(pilot.app).has_class("-typing")
        assert table.records(RecordKind.RETRY) == ()


async def test_the_verdict_shows_only_what_is_in_the_log(
    table: Table, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[int] = []

    def spying(
        session: Session, language: Language, notation: Notation, aside: Document
    ) -> Document:
        logged.append(len(table.attempts()) - len(session.results))
        return feedback_document(session, language, notation, aside)

    monkeypatch.setattr(session_module, "feedback_document", spying)
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, "f2")
        await shows(pilot, "– 答えを見る")
    assert logged
    assert set(logged) == {0}


async def test_a_double_tap_on_enter_does_not_skip_the_verdict(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解")
        await press(pilot, "enter", "space")
        await settled(pilot)
        assert "2 / 3" in seen(pilot.app)
        assert "✓ 正解" in seen(pilot.app)
        await go_on(pilot, clock, "（ あ ）")


async def test_f2_shows_the_answer_and_counts_as_not_known(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *"12", "f2")
        await shows(pilot, "– 答えを見る", "数値を変えてもう一度")
        assert table.attempts()[-1].outcome is Outcome.REVEALED


async def test_a_known_slip_is_named_and_its_line_marked(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 50)) as pilot:
        await begin_numeric(pilot, clock)
        exercise = session_screen(pilot.app).session.exercise
        assert isinstance(exercise, NumericExercise)
        slip = next(s for s in exercise.problem.slips if s.is_key)
        pilot.app.screen.query_one(Input).value = str(slip.value)
        await press(pilot, "enter")
        await shows(pilot, "✗ 不正解", "あなたの計算（推定）", "← ここから違う")
        assert table.attempts()[-1].payload["slips"] == [slip.id]


async def test_escape_leaves_to_the_summary(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await press(pilot, "escape")
        await shows(pilot, "中断しました", "0 / 1 問正解", "すべて記録しました")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        await shows(pilot, "つづける")


async def test_escape_before_the_first_answer_goes_home(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


async def test_a_second_start_goes_on_with_the_same_numbers(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        asked = await settled(pilot)
        shown = table.records(RecordKind.SHOWN)
        await press(pilot, "escape")
        await shows(pilot, "中断しました")
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "途中のドリルがあります（残り 2 問）")
        await press(pilot, "enter")
        await until(pilot, lambda: rows(pilot.app) == asked, "the same page")
        assert table.records(RecordKind.SHOWN) == shown


async def test_options_keep_their_order_after_a_restart(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        asked = await settled(pilot)
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await until(pilot, lambda: rows(pilot.app) == asked, "the same page")


async def test_finishing_leads_to_the_summary(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解")
        await go_on(pilot, clock, "（ あ ）")
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")
        await go_on(pilot, clock, "おつかれさまでした", "3 / 3 問正解（初回）  100%", "明日の復習")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert len(table.records(RecordKind.SESSION_ENDED)) == 1
        await press(pilot, "enter")
        await shows(pilot, "今日の分は終わりました")


async def test_a_miss_comes_back_until_it_is_right(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await go_on(pilot, clock, "1 / 3")
        for _ in range(2):
            await press(pilot, "f2")
            await shows(pilot, "– 答えを見る")
            await go_on(pilot, clock)
            await hides(pilot, "– 答えを見る")
        await until(pilot, lambda: "もう一度" in rows(pilot.app)[1], "the first item again")
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")


@contextmanager
def locked(table: Table) -> Iterator[None]:
    """Hold the log locked by another program."""
    assert table.store is not None
    table.store._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(table.home.log, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def disk_full(table: Table) -> Iterator[None]:
    """Let the log not grow by a single page."""
    assert table.store is not None
    connection = table.store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.execute("PRAGMA max_page_count = 1000000")


async def test_a_locked_log_loses_no_typed_number(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin_numeric(pilot, clock)
        answer = typed_answer(pilot.app)
        with locked(table):
            await press(pilot, *answer, "enter")
            await tells(pilot, "別のプログラムが使い続けています")
        assert pilot.app.screen.query_one(Input).value == answer
        assert len(table.attempts()) == 1
        await press(pilot, "enter")
        await shows(pilot, "✓ 正解")
        assert len(table.attempts()) == 2


async def test_a_full_disk_loses_no_text(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin_numeric(pilot, clock)
        field = pilot.app.screen.query_one(Input)
        field.value = typed = "1" * 20_000  # needs pages of its own, readable or not
        with disk_full(table):
            await press(pilot, "enter")
            await shows(pilot, "ディスクに空きがない")
        assert field.value == typed
        assert table.records(RecordKind.RETRY) == ()
        await press(pilot, "enter")
        await until(pilot, lambda: len(table.records(RecordKind.RETRY)) == 1, "the text is taken")


async def test_a_log_locked_between_two_questions_keeps_the_verdict(
    table: Table, clock: Clock
) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")
        with locked(table):
            clock.seconds += 1
            await press(pilot, "enter")
            await tells(pilot, "別のプログラムが使い続けています")
            await shows(pilot, "✓ 正解")
        await go_on(pilot, clock, "答え")


async def test_a_log_locked_at_the_start_leads_back_home(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await press(pilot, "escape")
        await shows(pilot, "▸ つづける")
        with locked(table):
            await press(pilot, "n")
            await tells(pilot, "別のプログラムが使い続けています")
            await shows(pilot, "▸ つづける")
        await begin(pilot)


async def test_a_question_answered_elsewhere_is_left_for_home(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        key = right_key(pilot.app)
        other = table.desk()
        resumed = other.open_drill()
        assert resumed is not None
        other.submit(resumed, key)
        await press(pilot, key)
        await shows(pilot, "すでに答えています")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        assert len(table.attempts()) == 1
        await press(pilot, "enter")
        await shows(pilot, "1 / 3")


async def test_kana_in_the_field_says_what_to_do(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        pilot.app.screen.query_one(Input).value = "あ１"
        await shows(pilot, "日本語入力がオンです")
        pilot.app.screen.query_one(Input).value = "１"
        await shows(pilot, "= 1")


@pytest.mark.parametrize("kana", ["あ", "ぬ", "ﾇ"])
async def test_kana_in_place_of_a_number_key_says_what_to_do(table: Table, kana: str) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin(pilot)
        await press(pilot, *[kana] * 5)
        await shows(pilot, "日本語入力がオンです")
        await settled(pilot)
        assert seen(pilot.app).count("日本語入力") == 1
        await press(pilot, "１")
        await shows(pilot, "正解")
