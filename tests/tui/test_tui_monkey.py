"""Keys pressed without looking end in no error, harm no answer and never lock one in."""

from pathlib import Path

import pytest
from textual.command import CommandPalette

from quizdeck.tui.screens.home import HomeScreen
from tests.monkey.monkey import Monkey
from tests.tui.helpers import Table, press, resize, shows, until

KEYS = 1000


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_a_monkey_does_no_harm(tmp_path: Path, seed: int) -> None:
    monkey = Monkey(tmp_path / "home", seed)
    await monkey.play(KEYS)
    assert monkey.keys == KEYS


async def test_a_key_that_comes_twice_at_once_leaves_one_screen(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "?")
        await shows(pilot, "使い方")
        screen = pilot.app.screen
        for _ in range(2):
            pilot.app.call_later(screen.run_action, "close")
        await shows(pilot, "▸")
        await press(pilot, "enter")
        await shows(pilot, "0 / 3")


async def test_the_palette_leaves_where_there_is_no_room_for_it(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette), "the palette")
        await pilot.resize_terminal(1, 1)
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        await press(pilot, "pagedown")
        await resize(pilot, 80, 24)
        await shows(pilot, "▸")
