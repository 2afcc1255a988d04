"""Marks with a note, ratings by hand, what keeps failing, and the item's YAML in an editor."""

import os
import pty
import select
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind
from quizdeck.tui.screens.home import HomeScreen
from tests.cli.helpers import PROGRAM
from tests.tui.helpers import (
    MONDAY,
    Clock,
    Table,
    begin,
    begin_numeric,
    hides,
    post_together,
    press,
    right_key,
    session_screen,
    settled,
    shows,
    typed_answer,
    until,
    wrong_key,
)

DAY = 86_400_000
_SECONDS = 60.0


async def test_an_item_is_marked_with_a_note_that_shows_whenever_it_comes(table: Table) -> None:
    async with table.app().run_test(size=(80, 40), notifications=True) as pilot:
        await begin(pilot)
        await press(pilot, "f6")
        await shows(pilot, "印をつける")
        await press(pilot, *"[bold]odd", "enter")
        await shows(pilot, "⚑ [bold]odd", "印をつけました")
        (flagged,) = table.records(RecordKind.FLAGGED)
        assert flagged.payload == {"note": "[bold]odd"}
        await press(pilot, wrong_key(pilot.app))
        await shows(pilot, "✗ 不正解", "⚑ [bold]odd")
        await press(pilot, "f6")
        await hides(pilot, "⚑")
        assert len(table.records(RecordKind.UNFLAGGED)) == 1


async def test_leaving_right_after_enter_takes_the_note_along(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f6")
        await until(pilot, lambda: bool(pilot.app.screen.query("#note")), "the note")
        post_together(pilot, *"odd", "enter", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        (flagged,) = table.records(RecordKind.FLAGGED)
        assert flagged.payload == {"note": "odd"}


async def test_thinking_better_of_a_mark_leaves_none(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "f6")
        await shows(pilot, "印をつける")
        await press(pilot, "x", "escape")
        await shows(pilot, "0 / 3")
        assert table.records(RecordKind.FLAGGED) == ()


async def test_the_cause_that_was_said_is_marked_by_a_sign(table: Table) -> None:
    async with table.app().run_test(size=(80, 40)) as pilot:
        await begin(pilot)
        await press(pilot, "f2")
        await shows(pilot, "知らなかった  取り違えた")
        await press(pilot, "c")
        await shows(pilot, "▸知らなかった  取り違えた")
        await press(pilot, "c")
        await shows(pilot, "知らなかった ▸取り違えた")


async def test_only_a_right_answer_is_rated_as_easy(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 40)) as pilot:
        await begin(pilot)
        await press(pilot, right_key(pilot.app))
        await shows(pilot, "✓ 正解")
        await press(pilot, "+")
        await shows(pilot, "「やさしい」と記録")
        clock.seconds += 1
        await press(pilot, "enter")
        await shows(pilot, "1 / 3")
        await press(pilot, "f2")
        await shows(pilot, "– 答えを見る")
        await press(pilot, "+")
        await settled(pilot)
        assert [record.grade for record in table.records(RecordKind.RATED)] == [4]


def failed_before(item: str, days_ago: int) -> tuple[Record, Record]:
    """Return an item that was shown and failed some days before the screens are opened."""
    moment = Moment(MONDAY - days_ago * DAY, 540)
    shown = Record(f"s{days_ago}", RecordKind.SHOWN, moment, "earlier", Mode.DRILL, item)
    attempt = replace(
        shown,
        identity=f"a{days_ago}",
        kind=RecordKind.ATTEMPT,
        target=shown.identity,
        outcome=Outcome.WRONG,
        grade=1,
        elapsed_milliseconds=9000,
    )
    return shown, attempt


async def test_what_keeps_failing_names_its_groundwork_and_goes_there_and_back(
    table: Table, clock: Clock
) -> None:
    table.skills = (skill_by_id("adam.v.1"), skill_by_id("adam.v.2"))
    app = table.app()
    assert table.store is not None
    table.store.append([r for days in (9, 6, 3) for r in failed_before("adam.v.2", days)])
    async with app.run_test(size=(80, 50)) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "enter")
        await shows(pilot, "0 / ")
        assert session_screen(app).session.queue[0] == "adam.v.2"
        await press(pilot, "f2")
        await shows(pilot, "4 回つまずいています", "Adam  vₜ  Lv 1", "p 土台を練習する")
        await press(pilot, "p")
        await shows(pilot, "数値練習   0 / 1")
        await press(pilot, *typed_answer(app), "enter")
        await shows(pilot, "✓ 正解")
        clock.seconds += 1
        await press(pilot, "enter")
        await shows(pilot, "おつかれさまでした")
        await press(pilot, "enter")
        await shows(pilot, "4 回つまずいています")
        await press(pilot, "f7")
        await settled(pilot)
        assert "adam.v.2" not in session_screen(app).session.queue


async def test_numbers_made_on_the_spot_have_no_file_to_open(table: Table, clock: Clock) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await begin_numeric(pilot, clock)
        await press(pilot, "f8")
        await shows(pilot, "開くファイルがありません")


BANK = """\
format: 1
bank: own
title: {ja: 自作, en: own}
source: {ja: 自作, en: own}
questions:
  - id: own/first
    kind: choice
    level: 1
    tags: [word]
    prompt: {ja: "これは古い文です。", en: "This is the old text."}
    options:
      - {text: {ja: "はい", en: "yes"}, correct: true, why: {ja: "はい", en: "yes"}}
      - {text: {ja: "いいえ", en: "no"}, why: {ja: "いいえ", en: "no"}}
      - {text: {ja: "たぶん", en: "perhaps"}, why: {ja: "たぶん", en: "perhaps"}}
      - {text: {ja: "まだ", en: "not yet"}, why: {ja: "まだ", en: "not yet"}}
    explanation: {ja: "それだけ。", en: "That is all."}
"""


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, master: int) -> None:
        self.master = master
        self.heard = b""

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + _SECONDS
        while text.encode() not in self.heard:
            ready, _, _ = select.select([self.master], [], [], deadline - time.monotonic())
            piece = self._read() if ready else b""
            if not piece:
                pytest.fail(f"never came: {text}\n{self.heard.decode(errors='replace')[-3000:]}")
            self.heard += piece

    def _read(self) -> bytes:
        try:
            return os.read(self.master, 65536)
        except OSError:  # the program has ended
            return b""

    def press(self, keys: bytes) -> None:
        self.heard = b""
        os.write(self.master, keys)


@contextmanager
def terminal(environment: dict[str, str], *words: str) -> Iterator[Terminal]:
    process, master = pty.fork()
    if process == 0:
        os.execvpe(PROGRAM[0], [*PROGRAM, *words], environment)
    try:
        yield Terminal(master)
    finally:
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(master)


def test_the_yaml_of_an_item_is_opened_mended_and_shown_again(tmp_path: Path) -> None:
    home = tmp_path / "home"
    bank = home / "banks" / "own.yaml"
    bank.parent.mkdir(parents=True)
    bank.write_text(BANK, encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nsed -i s/old/mended/ "$2"\necho "$1" > {tmp_path}/asked\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    environment = {
        **os.environ,
        "QUIZDECK_HOME": str(home),
        "EDITOR": str(editor),
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
    }
    environment.pop("VISUAL", None)
    with terminal(environment, "--lang", "en", "drill", "--topic", "own") as opened:
        opened.wait_for("old text")
        opened.press(b"\x1b[19~")  # F8
        opened.wait_for("mended text")
    assert (tmp_path / "asked").read_text().strip() == "+6"
