from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.text import Language
from tests.tui.helpers import (
    SIZES,
    Clock,
    Table,
    begin,
    begin_numeric,
    hides,
    press,
    resize,
    right_key,
    rows,
    seen,
    session_screen,
    settled,
    shows,
    squeezed,
    typed_answer,
    until,
)

WHY = {
    Language.JAPANESE: "画面が小さすぎます{}×{}（40×12以上にしてください）",
    Language.ENGLISH: "Toosmall:{}×{}(needs40×12)",
}


@pytest.mark.parametrize("language", list(Language))
async def test_all_options_are_visible_without_scrolling(table: Table, language: Language) -> None:
    async with table.app(language).run_test(size=(200, 60)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "enter")
        for width, height in SIZES:
            await resize(pilot, width, height)
            await shows(pilot, " 1  ", " 2  ", " 3  ", " 4  ", "Esc")


async def test_the_field_and_its_reading_are_visible(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(200, 60)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *"12")
        for width, height in (*SIZES, (40, 12)):
            await resize(pilot, width, height)
            await shows(pilot, "答え  12", "= 12", "Enter 解答")


async def test_the_smallest_size_is_enough_to_work(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(40, 12)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解")


async def test_what_does_not_fit_is_scrolled_to(table: Table) -> None:
    async with table.app().run_test(size=(40, 12)) as pilot:
        await begin(pilot)
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")
        assert "最も適切なものを選べ。" not in "".join(await settled(pilot))
        await press(pilot, *["pagedown"] * 4)
        await shows(pilot, "最も適切なものを選べ。")
        await hides(pilot, "✓ 正解")
        await press(pilot, *["up"] * 9, *["k"] * 9)
        await shows(pilot, "✓ 正解")
        await press(pilot, *["down"] * 9, *["j"] * 9)
        await shows(pilot, "最も適切なものを選べ。")
        await press(pilot, *["pageup"] * 4)
        await shows(pilot, "✓ 正解")


@pytest.mark.parametrize("language", list(Language))
async def test_a_smaller_screen_shows_its_size_and_nothing_else(
    table: Table, language: Language
) -> None:
    async with table.app(language).run_test(size=(39, 12)) as pilot:
        for width, height in ((39, 12), (40, 11), (39, 40), (120, 5), (20, 6)):
            await resize(pilot, width, height)
            message = WHY[language].format(width, height)
            await until(pilot, partial(shows_only, pilot, message), message)


def shows_only(pilot: Pilot[None], text: str) -> bool:
    return squeezed(seen(pilot.app)) == text


async def test_nothing_is_answered_while_nothing_is_seen(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        key = right_key(pilot.app)
        await resize(pilot, 30, 8)
        await shows(pilot, "小さすぎます")
        await press(pilot, key, "f2", "enter")
        await settled(pilot)
        assert table.attempts() == ()
        await resize(pilot, 80, 24)
        await shows(pilot, "1–4 選ぶ")
        await press(pilot, key)
        await shows(pilot, "✓ 正解")


async def test_what_was_typed_survives_a_screen_that_was_too_small(
    table: Table, clock: Clock
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *"12")
        await resize(pilot, 30, 8)
        await shows(pilot, "小さすぎます")
        await press(pilot, *"99", "enter")
        await settled(pilot)
        await resize(pilot, 80, 24)
        await shows(pilot, "= 12")
        field = pilot.app.screen.query_one(Input)
        await until(pilot, lambda: field.has_focus, "the field has the focus again")
        await press(pilot, *"34")
        await shows(pilot, "= 1234")
        assert len(session_screen(pilot.app).session.results) == 1


async def test_a_page_is_laid_out_anew_when_the_width_changes(table: Table) -> None:
    async with table.app().run_test(size=(120, 40)) as pilot:
        await begin(pilot)
        await resize(pilot, 40, 20)
        await shows(pilot, "4  ")
        assert "選べ。" in seen(pilot.app).replace("\n", "").replace(" ", "")


async def test_a_broad_screen_shows_the_listing_beside_the_question(
    table: Table, clock: Clock
) -> None:
    async with table.app().run_test(size=(120, 40)) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, *typed_answer(pilot.app), "enter")
        await shows(pilot, "✓ 正解")
        await stand_side_by_side(pilot, "✓ 正解", "計算")
        clock.seconds += 1
        await press(pilot, "enter")
        await shows(pilot, "2 / 3")
        await stand_side_by_side(pilot, "次のコードの空欄", "1  for key in params.keys():")
        await resize(pilot, 80, 24)
        await shows(pilot, "for key in params.keys():")
        await settled(pilot)
        assert not side_by_side(pilot, "次のコードの空欄", "1  for key in params.keys():")
        await resize(pilot, 120, 40)
        await settled(pilot)
        await stand_side_by_side(pilot, "次のコードの空欄", "1  for key in params.keys():")


def side_by_side(pilot: Pilot[None], left: str, right: str) -> bool:
    """Return whether two texts begin on one row."""
    return any(left in row and right in row.partition(left)[2] for row in rows(pilot.app))


async def stand_side_by_side(pilot: Pilot[None], left: str, right: str) -> None:
    await until(pilot, lambda: side_by_side(pilot, left, right), f"{left} | {right}")
