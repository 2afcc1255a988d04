"""The main screens as a person sees them, row by row, one walk through them a file.

``QUIZDECK_UPDATE_GOLDENS=1`` writes the files anew; read the difference before keeping it.
"""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.study.exercise import NumericExercise
from quizdeck.text import Language
from quizdeck.tui.screens.statistics import StatisticsScreen
from tests.tui.helpers import (
    SIZES,
    Clock,
    Table,
    press,
    rows,
    session_screen,
    settled,
    until,
    wrong_key,
)

GOLDENS = Path(__file__).with_name("goldens")


class Walk:
    """Screens in the order met."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self._before: list[str] = []
        self.pages: list[str] = []

    async def see(self, title: str, *keys: str) -> None:
        """Press keys and keep the screen that they lead to."""
        await press(self._pilot, *keys)
        await until(self._pilot, self._has_changed, title)
        self._before = await settled(self._pilot)
        self.pages.append("\n".join([f"━━ {title}", *self._before]).rstrip() + "\n")

    def _has_changed(self) -> bool:
        return rows(self._pilot.app) != self._before and any(rows(self._pilot.app))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_main_screens_are_as_they_were(
    table: Table, clock: Clock, size: tuple[int, int], language: Language
) -> None:
    async with table.app(language).run_test(size=size) as pilot:
        walk = Walk(pilot)
        await walk.see("home, the first time")
        await walk.see("help", "question_mark")
        await walk.see("home", "escape")
        await walk.see("choice", "enter")
        await walk.see("choice, wrong", wrong_key(pilot.app))
        clock.seconds += 1
        await walk.see("numeric", "enter")
        pilot.app.screen.query_one(Input).value = key_slip(pilot)
        await walk.see("numeric, read along")
        await walk.see("numeric, a known slip", "enter")
        clock.seconds += 1
        await walk.see("code", "enter")
        await walk.see("code, shown", "f2")
        await walk.see("summary", "escape")
        await walk.see("home, with a history", "enter")
        await press(pilot, "s")
        await until(pilot, lambda: is_counted(pilot), "the numbers")
        await walk.see("scores")
    compare(GOLDENS / f"{language}-{size[0]}x{size[1]}.golden", "\n".join(walk.pages))


def is_counted(pilot: Pilot[None]) -> bool:
    screen = pilot.app.screen
    return isinstance(screen, StatisticsScreen) and screen.gathered is not None


def key_slip(pilot: Pilot[None]) -> str:
    exercise = session_screen(pilot.app).session.exercise
    assert isinstance(exercise, NumericExercise)
    return str(next(slip.value for slip in exercise.problem.slips if slip.is_key))


def compare(path: Path, shown: str) -> None:
    if os.environ.get("QUIZDECK_UPDATE_GOLDENS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown.splitlines() == path.read_text("utf-8").splitlines()
