"""The bank, an item of it, the notebook and the settings as a person sees them, row by row."""

import pytest
from textual.widgets import Input

from quizdeck.text import Language
from tests.tui.helpers import SIZES, Clock, Table, begin_numeric
from tests.tui.test_tui_goldens import GOLDENS, Walk, compare, key_slip


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_places_beside_the_drill_are_as_they_were(
    table: Table, clock: Clock, size: tuple[int, int], language: Language
) -> None:
    async with table.app(language).run_test(size=size) as pilot:
        await begin_numeric(pilot, clock)
        pilot.app.screen.query_one(Input).value = key_slip(pilot)
        walk = Walk(pilot)
        await walk.see("a slip", "enter")
        await walk.see("summary", "escape")
        await walk.see("home", "enter")
        await walk.see("bank", "b")
        await walk.see("bank, a state", "s", "s")
        await walk.see("bank, everything", "0")
        await walk.see("bank, another row", "down")
        await walk.see("an item", "enter")
        await walk.see("the next item", "right")
        await walk.see("bank again", "escape")
        await walk.see("home again", "escape")
        await walk.see("notebook", "r")
        await walk.see("home once more", "escape")
        await walk.see("settings", "comma")
        await walk.see("settings, exam date", *["down"] * 5)
        await walk.see("settings, typing", "enter")
        pilot.app.screen.query_one(Input).value = "soon"
        await walk.see("settings, refused", "enter")
    compare(GOLDENS / f"places-{language}-{size[0]}x{size[1]}.golden", "\n".join(walk.pages))
