import json
from collections.abc import Callable

import pytest

from quizdeck.desk.desk import Desk
from quizdeck.desk.places import language_of
from quizdeck.errors import RecordError
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, RecordKind
from quizdeck.text import Language
from quizdeck.tui.screens.home import HomeScreen
from tests.tui.helpers import MONDAY, Table, begin, hides, press, seen, settled, shows, tells, until


async def test_home_says_what_waits_today(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(
            pilot, "今日のドリル", "復習 0 ・ 新規 3 ・ 約2分", "▸ はじめる  Enter", "ようこそ"
        )


async def test_home_warns_of_faults_in_the_banks(table: Table) -> None:
    async with table.app(faults=2).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "問題集に 2 件の不具合", "quizdeck check")


async def test_enter_begins_the_drill(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        (begun,) = table.records(RecordKind.SESSION_STARTED)
        assert begun.mode is Mode.DRILL


async def test_n_begins_practice_of_the_skills_of_the_deck(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "n")
        await shows(pilot, "数値練習   0 / 10", "Adam ・ 計算")
        (begun,) = table.records(RecordKind.SESSION_STARTED)
        assert begun.mode is Mode.PRACTICE


async def test_a_question_mark_opens_the_help(table: Table) -> None:
    async with table.app().run_test(size=(80, 40)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "question_mark")
        await shows(pilot, "使い方", "日の区切りは午前 4 時です。")
        await press(pilot, "escape")
        await shows(pilot, "▸ はじめる")


async def test_every_key_of_home_may_be_full_width(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "？")
        await shows(pilot, "使い方")
        await press(pilot, "ｑ")
        await shows(pilot, "▸ はじめる")
        await press(pilot, "ｓ")
        await shows(pilot, "まだ記録がありません。")
        await press(pilot, "ｑ")
        await shows(pilot, "▸ はじめる")
        await press(pilot, "ｌ")
        await shows(pilot, "▸ Start")
        await press(pilot, "ｎ")
        await shows(pilot, "Numeric practice   0 / ")
        await press(pilot, "escape")
        await shows(pilot, "▸ Start")
        await press(pilot, "ｄ")
        await shows(pilot, "Today's drill   0 / 3")


async def test_s_opens_the_scores(table: Table) -> None:
    desk = table.desk()
    session = desk.open_drill()
    assert session is not None
    desk.give_up(desk.present(session))
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ つづける")
        await press(pilot, "s")
        await shows(pilot, "成績", "解答 1 回 ・ 1 日", "Adam", "0% (1)")
        await press(pilot, "q")
        await shows(pilot, "▸ つづける")


async def test_scores_without_any_answer_say_so(table: Table) -> None:
    async with table.app(Language.ENGLISH).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ Start")
        await press(pilot, "s")
        await shows(pilot, "Nothing yet. What you answer")


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_quits(table: Table, key: str) -> None:
    app = table.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, key)
        await until(pilot, lambda: not app.is_running or app._exit, "the end")
    assert not app.return_code


async def test_ctrl_c_says_how_to_quit_in_the_language_of_the_screen(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "ctrl+c")
        await shows(pilot, "Ctrl+Q  終了")


async def test_l_changes_everything_at_once_and_is_remembered(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "はじめる", "ヘルプ", "終了")
        await press(pilot, "l")
        await shows(pilot, "▸ Start", "Today's drill", "Practice", "Quit", "日本語")
        await until(pilot, lambda: not japanese(seen(pilot.app).replace("日本語", "")), "English")
        assert json.loads(table.home.settings.read_text("utf-8")) == {"language": "en"}
        assert language_of({"LANG": "ja_JP.UTF-8"}, table.home) is Language.ENGLISH
        await press(pilot, "enter")
        await shows(pilot, "Choose the update rule", "Show me", "Leave")
        await until(pilot, lambda: not japanese(seen(pilot.app)), "English only")
        await press(pilot, "escape")
        await shows(pilot, "▸ Continue")
        await press(pilot, "l")
        await shows(pilot, "▸ つづける", "ヘルプ")


def japanese(text: str) -> bool:
    return any("぀" <= character <= "鿿" for character in text.replace("・", ""))


async def test_a_language_that_cannot_be_remembered_is_still_switched(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "▸ はじめる")
        table.home.settings.mkdir()  # a folder where the file belongs
        await press(pilot, "l")
        await shows(pilot, "▸ Start", "cannot be written")


async def test_home_is_up_to_date_after_midnight(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "新規 3")
        days = 3
        tomorrow = Moment(MONDAY + days * 86_400_000, 540)
        screen = pilot.app.screen
        assert isinstance(screen, HomeScreen)
        monkeypatch.setattr(screen.bench.desk, "_clock", lambda: tomorrow)
        await press(pilot, "enter")
        await shows(pilot, "0 / 3")
        (begun,) = table.records(RecordKind.SESSION_STARTED)
        assert begun.moment == tomorrow


def failing(*_: object, **__: object) -> None:
    raise RecordError("record.busy", path="/somewhere/[/]log[red].db")


@pytest.mark.parametrize(
    ("method", "key"),
    [("overview", "enter"), ("open_drill", "enter"), ("open_practice", "n")],
)
async def test_an_error_of_the_log_is_shown_and_home_stays(
    table: Table, monkeypatch: pytest.MonkeyPatch, method: str, key: str
) -> None:
    async with table.app().run_test(size=(120, 24), notifications=True) as pilot:
        await shows(pilot, "▸ はじめる")
        monkeypatch.setattr(Desk, method, failing)
        await press(pilot, key)
        await shows(pilot, "/somewhere/[/]log[red].db", "▸ はじめる")


async def test_home_opens_even_if_the_log_cannot_be_read(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    original: Callable[..., object] = Desk.overview
    monkeypatch.setattr(Desk, "overview", failing)
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await tells(pilot, "使い続けています")
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        monkeypatch.setattr(Desk, "overview", original)
        await press(pilot, "enter")
        await shows(pilot, "0 / 3")


async def test_the_footer_names_the_keys_of_home_that_there_is_room_for(table: Table) -> None:
    async with table.app().run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる", "終了")
        footer = (await settled(pilot))[-1].split()
        keys = "n 数値 m 模試 x 軌跡 s 成績 b 問題集 r 弱点 l English , 設定 ? ヘルプ q 終了"
        assert footer == keys.split()
        await hides(pilot, "key.")
