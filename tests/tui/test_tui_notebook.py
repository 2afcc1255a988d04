"""The notebook of slips: what went wrong, why, how to notice it, and drills against it."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.problems.problem import Problem
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.records import Mode, RecordKind
from quizdeck.text import Language
from quizdeck.tui.screens.notebook import NotebookScreen
from tests.tui.helpers import (
    SIZES,
    Table,
    press,
    resize,
    session_screen,
    settled,
    shows,
    until,
)

SLIP = "過去の v に β₂ を掛け忘れている"


@pytest.fixture
def numeric(table: Table) -> Table:
    """Give a home with one numeric skill alone."""
    return replace(table, banks=(), skills=(skill_by_id("adam.v.2"),))


def problem(pilot: Pilot[None]) -> Problem:
    exercise = session_screen(pilot.app).session.exercise
    assert isinstance(exercise, NumericExercise)
    return exercise.problem


async def slip_once(pilot: Pilot[None]) -> None:
    """Make the slip, and come home again."""
    await shows(pilot, "▸ はじめる")
    await press(pilot, "enter")
    await until(pilot, lambda: pilot.app.screen.has_class("-typing"), "the field")
    slip = next(each for each in problem(pilot).slips if each.id == "adam.v.no_decay")
    pilot.app.screen.query_one(Input).value = str(slip.value)
    await press(pilot, "enter")
    await shows(pilot, SLIP)
    await press(pilot, "escape")
    await shows(pilot, "中断しました")
    await press(pilot, "enter")
    await shows(pilot, "よくある間違い")


async def test_nothing_is_in_it_at_first(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "r")
        await shows(pilot, "弱点ノート", "まだ間違いの記録がありません")
        await press(pilot, "enter", "a", "down", "end")
        await settled(pilot)
        assert isinstance(pilot.app.screen, NotebookScreen)


async def test_a_slip_says_why_it_is_wrong_and_how_to_notice_it(numeric: Table) -> None:
    async with numeric.app().run_test(size=(80, 30)) as pilot:
        await slip_once(pilot)
        await press(pilot, "r")
        await shows(pilot, f"▸ ✗ 練習中    1回  {SLIP}", "最後は 2025-11-24", "○○（0/2 日）")
        await shows(pilot, "なぜ違うか", "気づき方", "vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²", "になります")


@pytest.mark.parametrize("key", ["enter", "a"])
async def test_a_slip_is_drilled(numeric: Table, key: str) -> None:
    async with numeric.app().run_test(size=(80, 30)) as pilot:
        await slip_once(pilot)
        await press(pilot, "r")
        await shows(pilot, "▸ ✗ 練習中")
        await press(pilot, key)
        await shows(pilot, "今日のドリル   0 / 1")
        begun = numeric.records(RecordKind.SESSION_STARTED)[-1]
        assert (begun.mode, begun.payload["items"]) == (Mode.DRILL, ["adam.v.2"])


async def test_a_slip_that_was_taken_back_is_not_in_it(numeric: Table) -> None:
    async with numeric.app().run_test(size=(80, 30)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen.has_class("-typing"), "the field")
        slip = next(each for each in problem(pilot).slips if each.id == "adam.v.no_decay")
        pilot.app.screen.query_one(Input).value = str(slip.value)
        await press(pilot, "enter")
        await shows(pilot, SLIP)
        await press(pilot, "u")
        await until(pilot, lambda: pilot.app.screen.has_class("-typing"), "the field")
        await press(pilot, "escape")
        await shows(pilot, "▸")
        await press(pilot, "r")
        await shows(pilot, "まだ間違いの記録がありません")


@pytest.mark.parametrize("language", list(Language))
async def test_it_fits_every_size(numeric: Table, language: Language) -> None:
    async with numeric.app().run_test(size=(80, 30)) as pilot:
        await slip_once(pilot)
        if language is Language.ENGLISH:
            await press(pilot, "l")
            await shows(pilot, "Practice")
        await press(pilot, "r")
        for size in (*SIZES, (40, 12)):
            await resize(pilot, *size)
            await shows(pilot, "▸ ✗ ", "β₂")
