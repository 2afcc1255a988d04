"""Banks that nobody should write: every screen shows them, whatever their words are made of."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.banks.blueprints import Area, Blueprint, SectionPlan
from quizdeck.banks.question import Bank
from quizdeck.text import cell_width, same_in_both, without_controls
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.screens.browser import BrowserScreen
from quizdeck.tui.screens.home import HomeScreen
from quizdeck.tui.screens.mock import MockScreen
from quizdeck.tui.screens.mock_grid import GridScreen, HandInScreen, ScratchScreen
from quizdeck.tui.screens.mock_result import MockResultScreen
from quizdeck.tui.screens.session import SessionScreen
from tests.tui.helpers import (
    Table,
    bench_of,
    press,
    resize,
    rows,
    settled,
    shows,
    until,
    wrong_key,
)
from tests.tui.test_tui_text_safety import nasty_bank

HOSTILE = {
    "markup": "[/] [red]x[/red] [b a[i][j] list[int] [@click=app.quit]y[/] $x$ $\\frac$ **",
    "a very long word": "W" * 2000,
    "a long word in Japanese": "勾配" * 600,
    "emoji": "👩‍👩‍👧‍👦 🇯🇵 ❤️ 👍🏽 ① ⚑",
    "combining characters": "e" + "\u0301" * 40 + " m\u0302\u0303 が",
    "right to left": "\u202eabc\u202c שלום עולם مرحبا",
    "controls": "\x1b[31mred\x1b]0;t\x07 \x9b2J \x00\x08 a\tb",
    "braces": "{x} {{あ}} {0} %s %(x)s ${y}",
}


def hostile(words: str) -> Bank:
    """Return a bank of one question with ``words`` everywhere, once with 300 lines of code."""
    bank = nasty_bank(words)
    (question,) = bank.questions
    listing = (
        "\n".join(
            f"line_{i} = {words[:50]}" for i in range(299 if words == HOSTILE["markup"] else 9)
        )
        + "\nblank = {{あ}}"
    )
    return replace(bank, questions=(replace(question, listing=listing),))


@pytest.fixture(params=HOSTILE, ids=str)
def hostile_table(request: pytest.FixtureRequest, table: Table) -> Table:
    return replace(table, banks=(hostile(HOSTILE[request.param]),), skills=())


async def looked_at(pilot: Pilot[None]) -> None:
    """Look at the screen at every size: nothing but what it shows may reach the terminal."""
    for size in ((40, 12), (120, 40)):
        await resize(pilot, *size)
        shown = await settled(pilot)
        assert [row for row in shown if row != without_controls(row)] == []
        assert max(map(cell_width, shown)) <= size[0] or any("\u200d" in row for row in shown)


async def test_a_session_shows_it(hostile_table: Table) -> None:
    async with hostile_table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "enter")
        await shows(pilot, "0 / 1")
        await looked_at(pilot)
        await press(pilot, *["pagedown"] * 3, "f6")
        await shows(pilot, "印をつける")
        await press(pilot, "escape")
        await shows(pilot, "0 / 1")
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await looked_at(pilot)
        await press(pilot, "escape")
        await shows(pilot, "中断しました")
        await press(pilot, "enter")
        await shows(pilot, "▸ つづける")
        await looked_at(pilot)


async def test_the_bank_shows_it(hostile_table: Table) -> None:
    async with hostile_table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "b")
        await shows(pilot, "1 件")
        await press(pilot, "t", "v")
        await shows(pilot, "レベル: 1")
        await looked_at(pilot)
        await press(pilot, "enter")
        await shows(pilot, "休ませる")
        await looked_at(pilot)
        await press(pilot, "escape")
        await until(pilot, is_on(pilot, BrowserScreen), "the list")
        await press(pilot, "escape")
        await until(pilot, is_on(pilot, HomeScreen), "home")
        assert rows(pilot.app)


async def test_the_statistics_show_it(hostile_table: Table, request: pytest.FixtureRequest) -> None:
    words = HOSTILE[request.node.callspec.params["hostile_table"]]
    async with hostile_table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "enter")
        await shows(pilot, "0 / 1")
        await press(pilot, "f6")
        await until(pilot, lambda: bool(pilot.app.screen.query("#note")), "the note")
        pilot.app.screen.query_one(Input).value = words
        await press(pilot, "enter")
        await until(pilot, is_on(pilot, SessionScreen), "the session")
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解")
        await press(pilot, "escape", "enter")
        await until(pilot, is_on(pilot, HomeScreen), "home")
        await press(pilot, "s")
        await shows(pilot, "全体 0%")
        for page in "12345":
            await press(pilot, page)
            await looked_at(pilot)
        await press(pilot, "3")
        await shows(pilot, "印をつけた問題")


async def test_a_mock_shows_it(hostile_table: Table, request: pytest.FixtureRequest) -> None:
    words = same_in_both(HOSTILE[request.node.callspec.params["hostile_table"]])
    sections = (SectionPlan(words, 1, tuple(Area)),)
    desk = hostile_table.desk()
    mock = desk.mocks.begin(Blueprint("mine", words, words, 5, sections), 1)
    app = QuizdeckApp(bench_of(desk, hostile_table.home), mock=mock)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "1 / 1")
        await looked_at(pilot)
        for key, screen in (("g", GridScreen), ("w", ScratchScreen), ("ctrl+t", HandInScreen)):
            await press(pilot, key)
            await until(pilot, is_on(pilot, screen), key)
            await looked_at(pilot)
            if key != "ctrl+t":
                await press(pilot, "escape")
                await until(pilot, is_on(pilot, MockScreen), "the paper")
        await press(pilot, "enter")
        await until(pilot, is_on(pilot, MockResultScreen), "the result")
        await looked_at(pilot)
        await press(pilot, "enter")
        await looked_at(pilot)


def is_on(pilot: Pilot[None], kind: type) -> Callable[[], bool]:
    return lambda: isinstance(pilot.app.screen, kind)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
async def test_it_can_be_searched_for(table: Table, words: str) -> None:
    table = replace(table, banks=(hostile(words),), skills=())
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "b")
        await shows(pilot, "1 件")
        pilot.app.screen.query_one("Input").value = words  # type: ignore[attr-defined]
        await settled(pilot)
        assert isinstance(pilot.app.screen, BrowserScreen)
