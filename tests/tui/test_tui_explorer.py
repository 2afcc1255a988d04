"""The explorer on the screen: what its keys show, and what becomes of a step."""

import csv
from functools import partial
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.optimizers.objectives import OBJECTIVES, VALLEY, Objective
from quizdeck.study.explorer import Explorer, explorer_of
from quizdeck.study.records import Mode, RecordKind
from quizdeck.text import Language
from quizdeck.tui.screens.explorer import ExplorerScreen
from quizdeck.tui.screens.path_quiz import PathQuizScreen
from quizdeck.tui.screens.session import SessionScreen
from tests.tui.helpers import (
    SIZES,
    Clock,
    Table,
    hides,
    press,
    resize,
    seen,
    settled,
    shows,
    typed_answer,
    until,
)


async def open_explorer(pilot: Pilot[None]) -> None:
    await shows(pilot, "▸")
    await press(pilot, "x")
    await shows(pilot, "0 / 30")


def explorer(pilot: Pilot[None]) -> Explorer:
    assert isinstance(pilot.app.screen, ExplorerScreen)
    return pilot.app.screen.explorer


def quiz_screen(pilot: Pilot[None]) -> PathQuizScreen:
    assert isinstance(pilot.app.screen, PathQuizScreen)
    return pilot.app.screen


async def test_x_opens_it_and_the_arrows_walk(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "right", "right", "right", "right", "left")
        await shows(pilot, "ステップ 3 / 30", "g₃", "-0.64", "m₃", "-0.181", "lr₃", "0.0606")
        await press(pilot, "end")
        await shows(pilot, "30 / 30", "θ₃₀")
        await press(pilot, "home")
        await shows(pilot, "0 / 30")
        await press(pilot, "escape")
        await shows(pilot, "▸ はじめる")


async def test_space_plays_to_the_end(table: Table) -> None:
    app = table.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸")
        await app.push_screen(ExplorerScreen(app._bench, explorer_of(VALLEY, steps=2)))
        await press(pilot, "space")
        await shows(pilot, "2 / 2")
        await until(pilot, lambda: not explorer(pilot).is_playing, "the end")


async def test_nothing_plays_behind_the_help(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "space", "question_mark")
        await shows(pilot, "使い方", "再生と一時停止")
        await press(pilot, "escape")
        await shows(pilot, "Adam の係数")
        assert not explorer(pilot).is_playing


async def test_a_method_is_seen_alone_and_its_rate_changed_on_the_spot(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "end", "１")  # an input method may be on
        await shows(pilot, "SGD の係数", "lr 0.95")
        assert explorer(pilot).shown == (0,)
        await press(pilot, "plus", "＋")
        await until(pilot, lambda: str(explorer(pilot).edited[1]) == "3/2", "lr 1.5")
        await press(pilot, "minus", "minus", "minus")
        await until(pilot, lambda: str(explorer(pilot).edited[1]) == "9/10", "lr 0.9")
        await press(pilot, "0", "4", "tab", "plus")
        await shows(pilot, "β₁ 0.95")


async def test_a_rate_that_is_too_large_diverges_in_words_and_the_screen_goes_on(
    table: Table,
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "1", "r")
        await shows(pilot, "lr の値")
        pilot.app.screen.query_one(Input).value = "1000000"
        await press(pilot, "enter")
        await hides(pilot, "lr の値")
        await press(pilot, "end")
        await shows(pilot, "✗ ステップ 1 で発散")
        await press(pilot, "enter")
        await shows(pilot, "SGD はここまで来ていません")
        await press(pilot, "o")
        await shows(pilot, "f(x, y) = x²/50 + 5y²")
        await hides(pilot, "✗")


@pytest.mark.parametrize("typed", ["0", "-1", "1e9", "abc", ""])
async def test_a_typed_rate_that_makes_no_sense_says_what_is_allowed(
    table: Table, typed: str
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "r")
        await shows(pilot, "lr の値")
        pilot.app.screen.query_one(Input).value = typed
        before = explorer(pilot).rates
        await press(pilot, "enter")
        await shows(pilot, "0 < lr ≤ 1000000 の範囲で指定してください。")
        assert explorer(pilot).rates == before
        await press(pilot, "escape")
        await hides(pilot, "lr の値")
        await press(pilot, "right")  # the keys mean steps again
        await shows(pilot, "1 / 30")


async def test_a_rate_is_typed_as_on_paper(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "r")
        await shows(pilot, "lr の値")
        pilot.app.screen.query_one(Input).value = "１/４"
        await press(pilot, "enter")
        await shows(pilot, "lr 0.25")


async def test_enter_makes_the_chosen_number_a_problem(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "enter")
        await shows(pilot, "まだ一歩も進んでいません")
        await press(pilot, "right", "right", "right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SessionScreen), "the problem")
        await shows(pilot, "m₂ = −0.13", "g₃ = −0.64", "m₃ を求めよ")
        screen = cast("SessionScreen", pilot.app.screen)
        await until(pilot, lambda: screen.has_class("-typing"), "the field")
        screen.query_one(Input).value = "-0.181"
        assert typed_answer(pilot.app) == "-181/1000"
        await press(pilot, "enter")
        await shows(pilot, "✓ 正解")
        (attempt,) = table.attempts()
        assert (attempt.mode, attempt.item) == (
            Mode.PRACTICE,
            "adam.step.m(t=3,g=-0.64,m0=-0.13,beta1=0.9).3",
        )
        assert table.store is not None
        assert table.store.memories() == {}
        clock.seconds += 1
        await press(pilot, "enter")
        await shows(pilot, "おつかれさまでした")
        await press(pilot, "enter")
        await shows(pilot, "ステップ 3 / 30")


async def test_a_step_that_was_left_open_goes_on_where_it_was(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "right", "enter")
        await shows(pilot, "m₁ を求めよ")
        await press(pilot, "escape")
        await shows(pilot, "1 / 30")
        (begun,) = table.records(RecordKind.SESSION_STARTED)
        assert begun.mode is Mode.PRACTICE


async def test_the_picture_and_the_table_are_written_and_never_over_others(table: Table) -> None:
    async with table.app().run_test(size=(120, 40)) as pilot:
        await open_explorer(pilot)
        for name in ("valley.svg", "valley-2.svg"):
            await press(pilot, "e")
            await shows(pilot, "書き出しました")
            await until(pilot, (table.home.pictures / name).exists, name)
        await press(pilot, "4", "e")
        folder = table.home.pictures
        await until(pilot, lambda: len(list(folder.iterdir())) == 6, "three pairs")
        rows = list(csv.DictReader((folder / "valley.csv").read_text("utf-8").splitlines()))
        assert len(rows) == 120
        assert (folder / "valley-2.svg").read_bytes() == (folder / "valley.svg").read_bytes()
        assert len((folder / "valley-3.csv").read_text("utf-8").splitlines()) == 31


async def test_what_cannot_be_written_is_told(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        table.home.pictures.write_text("in the way", encoding="utf-8")
        await press(pilot, "e")
        await until(pilot, lambda: "書けません" in seen(pilot.app), "why it failed")
        await press(pilot, "right")
        await shows(pilot, "1 / 30")


async def test_on_a_narrow_screen_picture_and_table_take_turns(table: Table) -> None:
    async with table.app().run_test(size=(60, 20)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "right")
        await shows(pilot, "θ₁ = (-6.7, 1.7)", "✛")
        await press(pilot, "t")
        await shows(pilot, "Δθ₁", "lr₁")
        await hides(pilot, "✛")
        await press(pilot, "t")
        await shows(pilot, "✛")
        await resize(pilot, 80, 24)
        await shows(pilot, "✛", "Δθ₁")
        await resize(pilot, 40, 12)
        await shows(pilot, "✛", "θ₁ =")
        await resize(pilot, 30, 8)
        await shows(pilot, "小さすぎます")
        await resize(pilot, 120, 40)
        await shows(pilot, "h₁", "v₁", "θ₁")


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_picture_of_the_explorer_fits_its_screen(
    table: Table, size: tuple[int, int]
) -> None:
    async with table.app(Language.ENGLISH).run_test(size=size) as pilot:
        await open_explorer(pilot)
        for objective in (*OBJECTIVES[1:], VALLEY):
            await press(pilot, "end", "o")
            await until(pilot, partial(looks_at, pilot, objective), objective.id)
            await shows(pilot, "◆", "Esc Close", "30 / 30")


def looks_at(pilot: Pilot[None], objective: Objective) -> bool:
    return explorer(pilot).objective is objective


async def test_a_path_without_a_name_is_guessed_and_nothing_recorded(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "g")
        await shows(pilot, "手法当て", "1  S SGD", "4  D Adam")
        await hides(pilot, "✓")
        quiz = quiz_screen(pilot).quiz
        await press(pilot, str((quiz.right + 1) % 4 + 1))
        await shows(pilot, "✗ 不正解", f"✓{quiz.right + 1}")
        await press(pilot, str(quiz.right + 1))  # one answer counts
        await shows(pilot, "✗ 不正解")
        await press(pilot, "home", "right")
        await press(pilot, "enter")
        await hides(pilot, "不正解")
        fresh = quiz_screen(pilot).quiz
        assert fresh != quiz
        await press(pilot, str(fresh.right + 1))
        await shows(pilot, "✓ 正解")
        await press(pilot, "q")
        await shows(pilot, "Adam の係数")
        assert table.attempts() == ()
        assert table.records(RecordKind.SESSION_STARTED) == ()


async def test_a_narrow_guess_can_be_read_to_its_end(table: Table) -> None:
    async with table.app().run_test(size=(60, 20)) as pilot:
        await open_explorer(pilot)
        await press(pilot, "g")
        await shows(pilot, "手法当て")
        await press(pilot, "1")
        await until(pilot, lambda: "正解" in seen(pilot.app), "the verdict")
        await settled(pilot)  # before that there is nothing to scroll
        await press(pilot, *["down"] * 8)
        await shows(pilot, "D Adam")
