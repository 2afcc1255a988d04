import os
import sys

import pytest

from quizdeck.cli.surroundings import Surroundings
from quizdeck.desk.desk import Desk
from quizdeck.desk.places import home_of, save_settings
from quizdeck.errors import RecordError
from quizdeck.study.session import Phase
from quizdeck.text import Language
from tests.answers import right_answer
from tests.cli.conftest import Commands


def test_a_log_that_fails_in_the_middle_is_told_of(
    run: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise RecordError("record.disk_full", path="/full/log.db")

    monkeypatch.setattr(Desk, "submit", failing)
    failed = run("drill", "--plain", typed="1\n")
    assert failed.code == 3
    assert "/full/log.db" in failed.err
    assert "不正解" not in failed.out


def test_a_finished_day_says_so(run: Commands) -> None:
    finish_the_day()
    done = run("drill", "--plain")
    assert (done.code, done.err) == (0, "")
    assert "今日の分は終わりました" in done.out
    assert "quizdeck practice --plain" in done.out


def finish_the_day() -> None:
    home = home_of(os.environ)
    around = Surroundings(home, Language.JAPANESE, os.environ, sys.stdin, sys.stdout, sys.stderr)
    with around.open_desk() as (desk, _):
        session = desk.open_drill()
        assert session is not None
        while session.phase is not Phase.FINISHED:
            session = desk.present(session)
            exercise = session.exercise
            assert exercise is not None
            session = desk.proceed(desk.submit(session, right_answer(exercise)))


@pytest.mark.parametrize(("minutes", "items"), [("1", 1), ("3", 4), ("600", 12)])
def test_minutes_choose_how_many_items(run: Commands, minutes: str, items: int) -> None:
    begun = run("drill", "--plain", "--minutes", minutes)
    assert f"0 / {items}" in begun.out


def test_what_is_set_holds_line_by_line_too(run: Commands) -> None:
    save_settings(home_of(os.environ), items_a_session=3, math_style="plain")
    begun = run("drill", "--plain")
    assert "0 / 3" in begun.out
    shown = run("practice", "--plain", "adam.v.2", "--count", "1", "--seed", "1").out
    assert "v_2" in shown
    assert not set("₀₁₂ₜβ") & set(shown)


def test_a_level_and_a_skill_choose_what_is_practised(run: Commands) -> None:
    begun = run("practice", "--plain", "adam", "--level", "3", "--count", "4")
    assert "0 / 4" in begun.out
    assert "Lv 3" in begun.out
