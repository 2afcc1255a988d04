"""Home stands before the desk is open, and the desk opens behind it."""

from collections.abc import Callable

import pytest

from quizdeck.desk.desk import Desk
from quizdeck.desk.glance import Glance
from quizdeck.errors import RecordError
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens import home as home_module
from quizdeck.tui.screens.session import SessionScreen
from tests.tui.helpers import Table, press, shows, until

STREAK = 77


def app_of(table: Table, open_desk: Callable[[], tuple[Desk, int]]) -> QuizdeckApp:
    """Return the app as it starts where home is known, though wrongly: by its streak."""
    overview = table.desk().overview()._replace(streak=STREAK)
    bench = Bench(open_desk, table.home, Language.JAPANESE, glance=Glance(overview, 5))
    return QuizdeckApp(bench)


async def test_home_stands_and_then_the_desk_opens_and_is_right(table: Table) -> None:
    opened: list[Desk] = []

    def open_desk() -> tuple[Desk, int]:
        opened.append(table.desk())
        return opened[0], 0

    async with app_of(table, open_desk).run_test(size=(80, 24)) as pilot:
        await shows(pilot, f"連続 {STREAK}日", "5 件")
        assert not opened
        await shows(pilot, "連続 0日")
        assert len(opened) == 1


async def test_a_key_pressed_before_opens_the_desk(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_module, "_SECONDS_TO_DRAW", 1e6)
    async with app_of(table, lambda: (table.desk(), 0)).run_test(size=(80, 24)) as pilot:
        await shows(pilot, f"連続 {STREAK}日")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SessionScreen), "the drill")
        await press(pilot, "escape")
        await shows(pilot, "連続 0日")


async def test_a_desk_that_does_not_open_ends_the_app(table: Table) -> None:
    def open_desk() -> tuple[Desk, int]:
        raise RecordError("record.foreign", path="log.db")

    app = app_of(table, open_desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, f"連続 {STREAK}日")
        await until(pilot, lambda: not app.is_running, "the end")
