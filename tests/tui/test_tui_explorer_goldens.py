"""The pictures of the explorer as a person sees them: rows of text, and the colours of one of them.

``QUIZDECK_UPDATE_GOLDENS=1`` writes the files anew; read the difference before keeping it.
"""

from collections.abc import Iterator
from itertools import groupby

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import constants
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.desk.appearance import ThemeName
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from tests.tui.helpers import SIZES, Table, bench_of, press, settled, shows, until
from tests.tui.test_tui_goldens import GOLDENS, Walk, compare

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.mark.parametrize("language", list(Language))
@sizes
async def test_the_pages_of_the_explorer_are_as_they_were(
    table: Table, size: tuple[int, int], language: Language
) -> None:
    async with table.app(language).run_test(size=size) as pilot:
        await shows(pilot, "▸")
        walk = Walk(pilot)
        await walk.see("valley, the start", "x")
        await walk.see("valley, five steps", *["right"] * 5)
        await walk.see("valley, the end", "end")
        if size[0] < 76:
            await walk.see("the table", "t")
            await walk.see("the picture", "t")
        await walk.see("SGD alone", "1")
        await walk.see("typing a rate", "r")
        pilot.app.screen.query_one(Input).value = "2"
        await walk.see("SGD has diverged", "enter")
        await walk.see("nothing to ask", "enter")
        for name in ("ravine", "saddle", "beale"):
            await walk.see(name, "o")
        await walk.see("all again", "0")
        await walk.see("which method?", "g")
        await walk.see("an answer", "1")
    name = f"explorer-{language}-{size[0]}x{size[1]}.golden"
    compare(GOLDENS / name, "\n".join(walk.pages))


@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.LIGHT])
@pytest.mark.parametrize("depth", ["truecolor", "256", "no-colour"])
@sizes
async def test_the_colours_of_the_picture_are_as_they_were(
    table: Table,
    size: tuple[int, int],
    depth: str,
    theme: ThemeName,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if depth == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "256" if depth == "256" else "truecolor")
    entries = {"theme": theme.value}
    bench = bench_of(table.desk(), table.home, Language.JAPANESE, entries=entries)
    async with QuizdeckApp(bench).run_test(size=size) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "x", "end")
        await shows(pilot, "30 / 30")
        await settled(pilot)
        shown = "\n".join(coloured(pilot.app))
    compare(GOLDENS / f"explorer-{depth}-{theme}-{size[0]}x{size[1]}.golden", shown)


def coloured(app: App[None]) -> Iterator[str]:
    """Yield every row as text and as letters of its colours, then what the letters mean."""
    letters: dict[str, str] = {}
    for strip in app.screen._compositor.render_strips():
        yield "".join(part.text for part in strip).rstrip()
        looks = [look for part in strip for look in looks_of(part, letters)]
        yield " ".join(f"{len(list(run))}{look}" for look, run in groupby(looks))
    yield from (f"{letter}: {look}" for look, letter in letters.items())


def looks_of(part: Segment, letters: dict[str, str]) -> list[str]:
    style = part.style or Style()
    colours = [c.get_truecolor().hex if c else "none" for c in (style.color, style.bgcolor)]
    look = f"{' on '.join(colours)}{' bold' if style.bold else ''}"
    letter = letters.setdefault(look, f"{chr(ord('a') + len(letters) % 26)}{len(letters) // 26}")
    return [letter] * part.cell_length


async def test_the_ground_is_shaded_only_where_there_are_colours_enough(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    grounds = {}
    for depth in ("truecolor", "256"):
        monkeypatch.setattr(constants, "COLOR_SYSTEM", depth)
        async with table.app().run_test(size=(80, 24)) as pilot:
            await shows(pilot, "▸")
            await press(pilot, "x")
            await shows(pilot, "0 / 30")
            grounds[depth] = len(grounds_of(pilot))
    assert grounds["truecolor"] >= 8
    assert grounds["256"] == 1


def grounds_of(pilot: Pilot[None]) -> set[str]:
    picture = pilot.app.screen.query_one("#picture")
    rows = (picture.render_line(y) for y in range(picture.size.height))
    return {str(part.style and part.style.bgcolor) for row in rows for part in row}


async def test_without_colour_the_paths_bear_letters(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "x", "end")
        await shows(pilot, "30 / 30")
        await until(pilot, lambda: letters_in(pilot) >= 10, "letters along the paths")


def letters_in(pilot: Pilot[None]) -> int:
    picture = pilot.app.screen.query_one("#picture")
    rows = (picture.render_line(y) for y in range(picture.size.height))
    return sum(part.text.count(letter) for row in rows for part in row for letter in "SMAD")
