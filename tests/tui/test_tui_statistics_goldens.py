"""The statistics of months of study as a person sees them: page by page, and in which colours.

``QUIZDECK_UPDATE_GOLDENS=1`` writes the files anew; read the difference before keeping it.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from shutil import copy

import pytest
from textual.app import App
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.appearance import ThemeName
from quizdeck.desk.places import Home
from quizdeck.present.statistics_tabs import PAGES
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.screens.statistics import StatisticsScreen
from tests.record.believable_log import write_believable_log
from tests.tui.helpers import SIZES, Table, bench_of, press, settled, until
from tests.tui.test_tui_goldens import GOLDENS, compare

TALL = 120  # rows, for a whole page at once
BAR_FROM_THE_RIGHT = 3
PLAIN = "no-color"
LOOKS = (ThemeName.DARK, ThemeName.LIGHT, PLAIN)
BY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("believable") / "log.db"
    write_believable_log(path)
    return path


@pytest.fixture
def studied(log: Path, tmp_path: Path) -> Iterator[Table]:
    """Somebody who has studied for months."""
    home = Home(tmp_path / "home")
    home.log.parent.mkdir(parents=True)
    copy(log, home.log)
    table = Table(home, load_banks(shipped_banks()).banks, SKILLS)
    with table.opened:
        yield table


async def open_statistics(pilot: Pilot[None]) -> StatisticsScreen:
    await until(pilot, lambda: bool(pilot.app.screen.query("#document")), "home")
    await press(pilot, "s")
    await until(pilot, lambda: isinstance(pilot.app.screen, StatisticsScreen), "the statistics")
    screen = pilot.app.screen
    assert isinstance(screen, StatisticsScreen)
    await until(pilot, lambda: screen.gathered is not None, "the numbers")
    return screen


async def pages(pilot: Pilot[None]) -> str:
    screen = await open_statistics(pilot)
    shown = []
    for number, page in enumerate(PAGES, start=1):
        await press(pilot, str(number))
        await until(pilot, lambda page=page: screen.page is page, page)  # type: ignore[misc]
        await settled(pilot)
        shown.append("\n".join([f"━━ {page}", *whole_rows(pilot.app)]).rstrip() + "\n")
    return "\n".join(shown)


@BY_SIZE
@pytest.mark.parametrize("language", list(Language))
async def test_the_pages_are_as_they_were(
    studied: Table, size: tuple[int, int], language: Language
) -> None:
    async with studied.app(language).run_test(size=size) as pilot:
        compare(GOLDENS / f"statistics-{language}-{size[0]}x{size[1]}.golden", await pages(pilot))


@pytest.mark.parametrize("width", [width for width, _ in SIZES])
@pytest.mark.parametrize("language", list(Language))
async def test_the_whole_pages_are_as_they_were(
    studied: Table, width: int, language: Language
) -> None:
    async with studied.app(language).run_test(size=(width, TALL)) as pilot:
        compare(GOLDENS / f"statistics-{language}-{width}-whole.golden", await pages(pilot))


@BY_SIZE
@pytest.mark.parametrize("look", LOOKS)
async def test_the_colours_are_as_they_were(
    studied: Table, size: tuple[int, int], look: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = ThemeName.DARK if look == PLAIN else ThemeName(look)
    if look == PLAIN:
        monkeypatch.setenv("NO_COLOR", "1")
    entries = {"theme": theme.value}
    bench = bench_of(studied.desk(), studied.home, Language.JAPANESE, entries=entries)
    async with QuizdeckApp(bench).run_test(size=size) as pilot:
        await open_statistics(pilot)
        await settled(pilot)
        shown = "\n".join(colours(pilot.app))
    assert (look == PLAIN) == all(is_grey(colour) for colour in shown.split() if "#" in colour)
    compare(GOLDENS / f"statistics-{look}-{size[0]}x{size[1]}.golden", shown)


def whole_rows(app: App[None]) -> Iterator[str]:
    """Yield what is on the screen left of the scroll bar, whose signs charts have as well."""
    *strips, footer = app.screen._compositor.render_strips()
    is_long = app.screen.query_one(VerticalScroll).show_vertical_scrollbar
    for strip in strips:
        left = strip.crop(0, strip.cell_length - BAR_FROM_THE_RIGHT) if is_long else strip
        yield "".join(part.text for part in left).rstrip()
    yield "".join(part.text for part in footer).rstrip()


def colours(app: App[None]) -> Iterator[str]:
    """Yield for every row how many cells are in which colour, from the left."""
    for strip in app.screen._compositor.render_strips():
        cells = [(c, part.style) for part in strip for c in part.text]
        runs = groupby(cells, lambda cell: str(cell[1] and cell[1].color and cell[1].color.name))
        yield " ".join(f"{sum(1 for _ in run)}×{name}" for name, run in runs)


def is_grey(run: str) -> bool:
    digits = run.partition("#")[2]
    return digits[0:2] == digits[2:4] == digits[4:6]
