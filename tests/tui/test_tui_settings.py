"""The settings screen: what is set holds at once, everywhere, and is remembered."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.desk.appearance import SettingName
from quizdeck.desk.places import read_settings
from quizdeck.text import Language
from tests.tui.helpers import (
    MONDAY,
    Table,
    hides,
    press,
    resize,
    seen,
    settled,
    shows,
    until,
)

ROWS = list(SettingName)


async def settings(pilot: Pilot[None], name: SettingName) -> None:
    """Open the settings and go to one of them."""
    await shows(pilot, "▸")
    await press(pilot, "comma")
    await shows(pilot, "▸ 言語")
    await press(pilot, *["down"] * ROWS.index(name))


def saved(table: Table) -> dict[str, object]:
    return dict(read_settings(table.home))


async def test_every_setting_has_a_row(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, SettingName.LANGUAGE)
        names = ("記号", "配色", "数式の表し方", "動き", "試験日", "1日の新規", "1日の復習")
        await shows(pilot, *names, "1回の問題数", "1回の時間（分）", "制限なし", "→ 変える")


async def test_the_language_of_the_screen_changes_at_once(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, SettingName.LANGUAGE)
        await press(pilot, "right")
        await shows(pilot, "Settings", "▸ Language", "English", "→ Change", "Esc Close")
        assert saved(table) == {"language": "en"}
        await press(pilot, "left")
        await shows(pilot, "▸ 言語")


async def test_a_limit_is_used_at_once_and_the_next_time(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, SettingName.NEW_A_DAY)
        await press(pilot, "enter")
        await shows(pilot, "Enter 決める")
        pilot.app.screen.query_one(Input).value = "２"
        await press(pilot, "enter")
        await shows(pilot, "▸ 1日の新規         2")
        await press(pilot, "escape")
        await shows(pilot, "新規 2")
    assert saved(table) == {"new_a_day": 2}


async def test_a_number_moves_step_by_step_within_its_bounds(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, SettingName.MINUTES)
        await press(pilot, "right", "right")
        await shows(pilot, "▸ 1回の時間（分）   2")
        assert pilot.app.screen.bench.desk.plan.limits.items_a_session == 2  # type: ignore[attr-defined]
        await press(pilot, "left", "left", "left")
        await shows(pilot, "制限なし")


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        (SettingName.NEW_A_DAY, "201", "「201」は使えません。0〜200 の整数"),
        (SettingName.ITEMS_A_SESSION, "[red]", "「[red]」は使えません。1〜200 の整数"),
        (SettingName.EXAM, "2027-02-30", "「2027-02-30」は日付として読めません"),
    ],
)
async def test_what_is_not_allowed_says_what_is(
    table: Table, name: SettingName, typed: str, said: str
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, name)
        await press(pilot, "enter")
        await shows(pilot, "Enter 決める")
        pilot.app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        await shows(pilot, said, typed)
        assert saved(table) == {}
        await press(pilot, "escape")
        await hides(pilot, said)
        await press(pilot, "escape")
        await shows(pilot, "▸ はじめる")


async def test_the_date_of_the_exam_is_counted_down_to(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, SettingName.EXAM)
        await press(pilot, "right")
        await shows(pilot, "Enter 決める")
        pilot.app.screen.query_one(Input).value = "2026/2/13"
        await press(pilot, "enter")
        await shows(pilot, "2026-02-13   試験まで", "日")
        await press(pilot, "escape")
        await shows(pilot, "試験まで", "▸ はじめる")
    assert saved(table) == {"exam": "2026-02-13"}
    assert MONDAY


async def test_plain_mathematics_is_on_every_screen_at_once(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "enter")
        await shows(pilot, "β₂vₜ₋₁", "0 / 3")
        await press(pilot, "escape")
        await settings(pilot, SettingName.MATH_STYLE)
        await press(pilot, "right")
        await shows(pilot, "m_t")
        await press(pilot, "escape", "enter")
        await shows(pilot, "beta_2 v_(t-1)", "0 / 3")
        await press(pilot, "escape")
        await shows(pilot, "▸ つづける")
        await press(pilot, "b")
        await shows(pilot, "問題集", "v_t")
        assert not set("ₜβ₂") & set(seen(pilot.app))


@pytest.mark.parametrize("content", ["{", "[]"])
async def test_a_damaged_file_is_told_of_and_kept(table: Table, content: str) -> None:
    table.home.directory.mkdir()
    table.home.settings.write_text(content)
    async with table.app().run_test(size=(100, 30), notifications=True) as pilot:
        await settings(pilot, SettingName.THEME)
        await shows(pilot, "壊れていて読めません", "settings.json")
        await press(pilot, "right")
        await shows(pilot, "上書きせずに残しました", "明るい")
        assert pilot.app.theme == "light"
    assert table.home.settings.read_text() == content


async def test_motion_can_be_done_without(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await settings(pilot, SettingName.CALM)
        assert pilot.app.animation_level == "full"
        await press(pilot, "right")
        await until(pilot, lambda: pilot.app.animation_level == "none", "calm")
    assert saved(table) == {"calm": True}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(60, 20), (40, 12), (120, 40)])
async def test_every_row_can_be_reached_at_every_size(
    table: Table, size: tuple[int, int], language: Language
) -> None:
    async with table.app(language).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "comma")
        await resize(pilot, *size)
        await press(pilot, "end")
        last = "1回の時間" if language is Language.JAPANESE else "Minutes a"
        await shows(pilot, f"▸ {last}")
        await settled(pilot)
