"""The bank browser: what is found, how it stands with it, and what can be done with it."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from quizdeck.study.records import Mode, RecordKind
from quizdeck.text import Language
from quizdeck.tui.screens.browser import BrowserScreen
from quizdeck.tui.screens.home import HomeScreen
from tests.tui.helpers import (
    Table,
    begin,
    hides,
    press,
    resize,
    rows,
    settled,
    shows,
    until,
    wrong_key,
)


async def browse(pilot: Pilot[None], *texts: str) -> None:
    await shows(pilot, "▸")
    await press(pilot, "b")
    await shows(pilot, *texts)


async def search(pilot: Pilot[None], *keys: str) -> None:
    """Go to the field and type."""
    await press(pilot, "slash")
    await shows(pilot, "Enter 一覧へ")
    await press(pilot, *keys)


async def test_everything_is_listed_at_first(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await browse(pilot, "問題集", "3 件", "分野: すべて", "▸ Adam      Lv 1  新規", "vₜ")


@pytest.mark.parametrize("typed", ["ＡＤＡＭ ｖ．１", "adam.v.1"])
async def test_a_search_narrows_while_it_is_typed(table: Table, typed: str) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await browse(pilot, "3 件")
        await search(pilot, *typed)
        await shows(pilot, "1 件", "▸ Adam      Lv 1  新規   Adam  vₜ")
        await press(pilot, "Ｚ")
        await shows(pilot, "0 件")
        await press(pilot, "escape")
        await shows(pilot, "t 分野")
        await press(pilot, "0")
        await shows(pilot, "3 件")


async def test_a_full_width_space_parts_words(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await browse(pilot, "3 件")
        await search(pilot, *"更新式", "ideographic_space", *"adam")
        await shows(pilot, "更新式 adam", "1 件")


async def test_filters_go_round(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await browse(pilot, "3 件")
        await press(pilot, "t")
        await shows(pilot, "分野: Adam")
        await press(pilot, "v")
        await shows(pilot, "レベル: 1")
        await press(pilot, "s")
        await shows(pilot, "状態: 新規")
        await press(pilot, "s")
        await shows(pilot, "状態: 期限", "0 件", "0 で絞り込みを外せます")
        await press(pilot, "delete")
        await shows(pilot, "状態: すべて", "3 件")


async def test_an_item_is_shown_whole(table: Table) -> None:
    async with table.app().run_test(size=(80, 60)) as pilot:
        await begin(pilot)
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await press(pilot, "f6")
        await shows(pilot, "印をつけ")
        await press(pilot, *"よく見る", "enter")
        await shows(pilot, "✗ 不正解", "よく見る")
        await press(pilot, "escape")
        await shows(pilot, "中断しました")
        await press(pilot, "enter")
        await shows(pilot, "▸ つづける")
        await press(pilot, "b")
        await shows(pilot, "⚑")
        await press(pilot, "s", "s", "s", "s", "s")
        await shows(pilot, "状態: 印", "1 件")
        await press(pilot, "enter")
        await shows(pilot, "〔正解〕", "よく見る", "1 回中 0 回正解", "次回", "ID: ")
        await press(pilot, "escape")
        await shows(pilot, "状態: 印")


async def test_one_goes_from_item_to_item(table: Table) -> None:
    async with table.app().run_test(size=(80, 60)) as pilot:
        await browse(pilot, "3 件")
        await press(pilot, "end", "enter")
        await shows(pilot, "数値の一例です", "見分けられる間違い", "ID: adam.v.1")
        await press(pilot, "right")  # there is none
        await press(pilot, "left")
        await hides(pilot, "数値の一例です")
        await press(pilot, "escape")
        await until(pilot, lambda: cursor(pilot) == 1, "the item that was looked at last")


def cursor(pilot: Pilot[None]) -> int:
    screen = pilot.app.screen
    return screen.list.cursor if isinstance(screen, BrowserScreen) else -1


async def test_an_item_rests_and_comes_back(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await browse(pilot, "3 件")
        await press(pilot, "x")
        await shows(pilot, "▸ Adam      Lv 1  休み", "休ませました")
        (rest,) = table.records(RecordKind.SUSPENDED)
        assert rest.payload == {"until": None}
        await press(pilot, "q")
        await shows(pilot, "新規 2")
        await press(pilot, "b")
        await shows(pilot, "休み")
        await press(pilot, "x")
        await hides(pilot, "休み")
        await press(pilot, "q")
        await shows(pilot, "新規 3")


async def test_an_item_is_practised_and_one_comes_back(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await browse(pilot, "3 件")
        await press(pilot, "end", "p")
        await shows(pilot, "数値練習   0 / 1")
        (begun,) = table.records(RecordKind.SESSION_STARTED)
        assert (begun.mode, begun.payload["items"]) == (Mode.PRACTICE, ["adam.v.1"])
        await press(pilot, "escape")
        await shows(pilot, "3 件")


async def test_what_matches_nothing_says_so(table: Table) -> None:
    async with table.app().run_test(size=(120, 40)) as pilot:
        await browse(pilot, "3 件", "〔正解〕")  # there is room for the item beside the list
        await search(pilot, *"zzz")
        await shows(pilot, "0 件", "当てはまる問題はありません")
        await press(pilot, "enter", "enter", "p", "x")
        await settled(pilot)
        assert isinstance(pilot.app.screen, BrowserScreen)


async def test_an_empty_bank_can_be_looked_at(table: Table) -> None:
    table = replace(table, banks=(), skills=())
    async with table.app().run_test(size=(80, 24)) as pilot:
        await browse(pilot, "0 件")
        await press(pilot, "end", "up", "pagedown", "t", "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (200, 60)])
async def test_rows_fit_every_width(
    table: Table, size: tuple[int, int], language: Language
) -> None:
    async with table.app(language).run_test(size=(80, 24)) as pilot:
        await browse(pilot, "Lv 1")
        await resize(pilot, *size)
        shown = await settled(pilot)
        assert any(row.lstrip().startswith("▸") for row in shown), shown
        assert len(rows(pilot.app)) == size[1]
