"""The keys: every screen has those of the table, and help, footer and palette show them."""

from typing import Any

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.pilot import Pilot

from quizdeck.present.keys import Place
from quizdeck.text import Language, cell_width
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.screens.browser import BrowserScreen
from quizdeck.tui.screens.explorer import ExplorerScreen
from quizdeck.tui.screens.flag import FlagScreen
from quizdeck.tui.screens.help import HelpScreen
from quizdeck.tui.screens.home import HomeScreen
from quizdeck.tui.screens.item import ItemScreen
from quizdeck.tui.screens.mock import MockScreen
from quizdeck.tui.screens.mock_grid import GridScreen, HandInScreen, ScratchScreen
from quizdeck.tui.screens.mock_menu import MockMenuScreen
from quizdeck.tui.screens.mock_result import MockResultScreen
from quizdeck.tui.screens.notebook import NotebookScreen
from quizdeck.tui.screens.path_quiz import PathQuizScreen
from quizdeck.tui.screens.reading import ReadingScreen
from quizdeck.tui.screens.session import SessionScreen
from quizdeck.tui.screens.settings import SettingsScreen
from quizdeck.tui.screens.statistics import StatisticsScreen
from quizdeck.tui.screens.tour import TourScreen
from quizdeck.tui.widgets.answer_field import AnswerField, NoteField, SearchField, ValueField
from quizdeck.tui.widgets.key_footer import KeyFooter
from tests.tui.helpers import (
    SIZES,
    Clock,
    Table,
    begin,
    begin_numeric,
    hides,
    press,
    resize,
    rows,
    settled,
    shows,
    until,
)

PLACES: dict[type[QuizScreen[Any]], Place] = {
    HomeScreen: Place.HOME,
    SessionScreen: Place.SESSION,
    FlagScreen: Place.FLAG,
    ReadingScreen: Place.READING,
    StatisticsScreen: Place.STATISTICS,
    BrowserScreen: Place.BROWSER,
    NotebookScreen: Place.NOTEBOOK,
    SettingsScreen: Place.SETTINGS,
    ItemScreen: Place.ITEM,
    HelpScreen: Place.HELP,
    TourScreen: Place.TOUR,
    MockMenuScreen: Place.MOCK_MENU,
    MockScreen: Place.MOCK,
    GridScreen: Place.GRID,
    HandInScreen: Place.HAND_IN,
    ScratchScreen: Place.SCRATCH,
    MockResultScreen: Place.MOCK_RESULT,
    ExplorerScreen: Place.EXPLORER,
    PathQuizScreen: Place.PATH_QUIZ,
}


@pytest.mark.parametrize("screen", PLACES, ids=lambda screen: screen.__name__)
def test_a_screen_has_the_keys_of_the_table(screen: type[QuizScreen[Any]]) -> None:
    own = [b for each in screen.__mro__ for b in vars(each).get("BINDINGS", ()) if ours(each)]
    assert offered(own) == offered(bindings_of(PLACES[screen]))


def ours(kind: type) -> bool:
    return kind.__module__.startswith("quizdeck.")


def test_a_field_has_the_keys_of_the_table() -> None:
    assert offered(AnswerField.BINDINGS) == offered(bindings_of(Place.ANSWER))
    assert offered(NoteField.BINDINGS) == offered(bindings_of(Place.NOTE))
    assert offered(ValueField.BINDINGS) == offered(bindings_of(Place.VALUE))
    assert offered(SearchField.BINDINGS) == offered(bindings_of(Place.SEARCH))


def offered(bindings: object) -> list[tuple[str, str, str]]:
    assert isinstance(bindings, list)
    return sorted((b.key, b.action, b.description) for b in bindings if isinstance(b, Binding))


async def test_help_shows_the_keys_of_the_screen_that_one_came_from(table: Table) -> None:
    async with table.app().run_test(size=(80, 50)) as pilot:
        await begin(pilot)
        await press(pilot, "？")
        await shows(pilot, "使い方", "F2       わからない", "F7       明日まで休ませる")
        await hides(pilot, "模試")
        await press(pilot, "question_mark")  # help has no help
        await press(pilot, "escape")
        await shows(pilot, "0 / 3")


async def test_help_can_be_asked_for_while_a_number_is_typed(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin_numeric(pilot, clock)
        for sign in ("?", "？"):
            await press(pilot, "1", sign)
            await shows(pilot, "使い方")
            await press(pilot, "q")
            await hides(pilot, "使い方")
        await shows(pilot, "= 11")


async def test_a_key_in_the_footer_can_be_clicked(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await click_on(pilot, "成績")
        await until(pilot, lambda: isinstance(pilot.app.screen, StatisticsScreen), "the scores")
        await shows(pilot, "閉じる")
        await pilot.click(KeyFooter, offset=(79, 0))  # nothing is written there
        await click_on(pilot, "閉じる")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")


async def click_on(pilot: Pilot[None], word: str) -> None:
    await until(pilot, lambda: word in rows(pilot.app)[-1], word)
    footer = rows(pilot.app)[-1]
    await pilot.click(KeyFooter, offset=(cell_width(footer[: footer.index(word)]), 0))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_footer_shows_whole_keys_and_always_the_way_out(
    table: Table, size: tuple[int, int], language: Language
) -> None:
    async with table.app(language).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        await resize(pilot, *size)
        help_, out = ("ヘルプ", "終了") if language is Language.JAPANESE else ("Help", "Quit")
        await shows(pilot, f"? {help_}", f"q {out}")
        assert cell_width(rows(pilot.app)[-1]) <= size[0]


async def test_the_palette_finds_what_the_screen_can_do(table: Table) -> None:
    async with table.app().run_test(size=(80, 30)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "ctrl+p")
        await shows(pilot, "コマンドを入力…", "数値練習   n", "配色: 明るい")
        await press(pilot, *"弱点ノ")
        await hides(pilot, "数値練習   n")
        await shows(pilot, "弱点ノート（これまでの間違い）   r")
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, CommandPalette), "home")


async def test_a_command_of_the_palette_is_run(table: Table) -> None:
    async with table.app(Language.ENGLISH).run_test(size=(80, 30)) as pilot:
        await shows(pilot, "▸ Start")
        await press(pilot, "ctrl+p")
        await shows(pilot, "Type a command…", "Theme: Light")
        await press(pilot, *"ｔｈｅｍｅ: ｌ")  # an input method may be on
        await hides(pilot, "Practice   n")
        await shows(pilot, "Theme: Light")
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.theme == "light", "the light theme")
        await settled(pilot)
        assert '"theme": "light"' in table.home.settings.read_text("utf-8")


async def test_there_is_no_palette_over_a_palette(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "ctrl+p")
        await shows(pilot, "コマンドを入力…")
        await press(pilot, "ctrl+p", "escape")
        await shows(pilot, "▸ はじめる")
        assert isinstance(pilot.app.screen, HomeScreen)
