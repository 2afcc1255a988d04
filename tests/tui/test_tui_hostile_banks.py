"""Banks that nobody should write: every screen shows them, whatever their words are made of."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from quizdeck.banks.question import Bank
from quizdeck.text import cell_width, without_controls
from quizdeck.tui.screens.browser import BrowserScreen
from quizdeck.tui.screens.home import HomeScreen
from tests.tui.helpers import Table, press, resize, rows, settled, shows, until, wrong_key
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
