"""The statistics on the screen: counted beside it, a page a key, and left at any time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from quizdeck.desk.desk import Desk
from quizdeck.errors import RecordError
from quizdeck.language.catalogue import text
from quizdeck.present.statistics_tabs import PAGES, Page
from quizdeck.text import Language
from quizdeck.tui.screens.home import HomeScreen
from quizdeck.tui.screens.statistics import StatisticsScreen
from tests.tui.helpers import (
    SIZES,
    Table,
    begin,
    hides,
    press,
    resize,
    right_key,
    rows,
    shows,
    until,
)


async def answer_once(pilot: Pilot[None]) -> None:
    await begin(pilot)
    await press(pilot, right_key(pilot.app))
    await shows(pilot, "✓")
    await press(pilot, "escape")
    await shows(pilot, "1 問正解")
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


def page(pilot: Pilot[None]) -> Page:
    screen = pilot.app.screen
    assert isinstance(screen, StatisticsScreen)
    return screen.page


async def opens(pilot: Pilot[None], wanted: Page) -> None:
    await until(pilot, lambda: page(pilot) is wanted, wanted)


@contextmanager
def held_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Let the counting wait until the event is set."""
    go_on, beside = Event(), Desk.beside

    @contextmanager
    def waiting(desk: Desk) -> Iterator[Desk]:
        go_on.wait()
        with beside(desk) as another:
            yield another

    monkeypatch.setattr(Desk, "beside", waiting)
    try:
        yield go_on
    finally:
        go_on.set()


async def test_the_screen_stands_while_the_numbers_are_counted(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await answer_once(pilot)
        with held_up(monkeypatch) as go_on:
            await press(pilot, "s")
            await shows(pilot, "数えています…", "▸1 概要")
            await press(pilot, "3")  # keys are answered meanwhile
            await shows(pilot, "▸3 手法", "数えています…")
            go_on.set()
            await hides(pilot, "数えています…")
        await shows(pilot, "全体 100%", "100% (1)")


async def test_one_may_leave_before_they_are_counted(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        with held_up(monkeypatch) as go_on:
            await shows(pilot, "▸")
            await press(pilot, "s")
            await shows(pilot, "数えています…")
            await press(pilot, "escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
            go_on.set()
        await press(pilot, "s")
        await shows(pilot, "まだ記録がありません")


async def test_what_goes_wrong_is_told_and_can_be_left(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_desk: Desk) -> None:
        raise RecordError("record.busy", path="log.db")

    monkeypatch.setattr(Desk, "beside", failing)
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "s")
        await shows(pilot, text("stats.failed", Language.JAPANESE), "log.db")
        await press(pilot, "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


async def test_every_page_has_a_key_and_pages_go_round(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await answer_once(pilot)
        await press(pilot, "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, StatisticsScreen), "statistics")
        for number, wanted in enumerate(PAGES, start=1):
            await press(pilot, str(number))
            await opens(pilot, wanted)
        await press(pilot, "right")
        await opens(pilot, PAGES[0])
        await press(pilot, "left")
        await opens(pilot, PAGES[-1])
        await press(pilot, "２")  # an input method may be on
        await opens(pilot, PAGES[1])
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


async def test_an_empty_log_says_what_will_come(table: Table) -> None:
    async with table.app(Language.ENGLISH).run_test(size=(60, 20)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "s")
        for number in range(1, len(PAGES) + 1):
            await press(pilot, str(number))
            await shows(pilot, "Nothing yet. What you answer will show here.")


async def test_a_long_page_scrolls_and_a_new_one_begins_at_the_top(table: Table) -> None:
    async with table.app().run_test(size=(60, 20)) as pilot:
        await answer_once(pilot)
        await press(pilot, "s")
        await shows(pilot, "全体 100%")
        view = pilot.app.screen.query_one(VerticalScroll)
        await press(pilot, "space")
        await until(pilot, lambda: view.scroll_y > 0, "scrolled")
        await press(pilot, "up", "k", "pageup", "5")
        await opens(pilot, PAGES[-1])
        await until(pilot, lambda: view.scroll_y == 0, "the top")


async def test_marked_items_are_listed(table: Table) -> None:
    async with table.app().run_test(size=(80, 60)) as pilot:
        await begin(pilot)
        await press(pilot, "f6")
        await until(pilot, lambda: bool(pilot.app.screen.query("#note")), "the note")
        await press(pilot, *"epsilon", "enter")
        await shows(pilot, "⚑ epsilon")
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        await press(pilot, "s", "3")
        await shows(pilot, "印をつけた問題", "⚑", "epsilon")


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (200, 60)], ids=str)
async def test_no_row_is_wider_than_the_terminal(table: Table, size: tuple[int, int]) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await answer_once(pilot)
        await press(pilot, "s")
        await shows(pilot, "全体 100%")
        await resize(pilot, *size)
        for number in range(1, len(PAGES) + 1):
            await press(pilot, str(number))
            await opens(pilot, PAGES[number - 1])
            await shows(pilot, f"▸{number}")
            assert len(rows(pilot.app)) == size[1]
