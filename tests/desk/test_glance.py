"""What home is known to show is what the desk would say, or is not known at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.desk.desk import Desk
from quizdeck.desk.glance import Glance, glance, keep_glance
from quizdeck.desk.places import Home, save_settings

if TYPE_CHECKING:
    from tests.desk.conftest import Room

DAYS = 4
FAULTS = 3


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.banks.mkdir()
    index = home.index_of(())
    index.parent.mkdir()
    index.touch()
    return home


def kept(room: "Room", home: Home, desk: Desk) -> int:
    """Close the log, keep what was seen before, and return the study day."""
    today = desk.today()
    overviews = [desk.overview(days) for days in range(DAYS)]
    room.close()
    keep_glance(home, (), overviews, bank_faults=FAULTS)
    return today


def studied(room: "Room") -> Desk:
    """Return a desk at which something was right, something wrong, and a drill is under way."""
    desk = room.open()
    session = desk.open_drill(count=6)
    assert session is not None
    for right in (True, False, True, False):
        session = room.answered(desk, session, right=right)
    return desk


@pytest.mark.parametrize("days", range(DAYS))
def test_it_is_what_the_desk_says_on_each_of_the_days(room: "Room", home: Home, days: int) -> None:
    today = kept(room, home, studied(room))
    if days:
        room.sleep_until(days=days)
    expected = room.open().overview()
    room.close()
    assert expected.due or not days
    assert glance(home, (), today + days) == Glance(expected, FAULTS)


def test_it_is_not_known_before_the_first_nor_after_the_last_of_the_days(
    room: "Room", home: Home
) -> None:
    assert glance(home, (), 0) is None
    today = kept(room, home, studied(room))
    assert glance(home, (), today + DAYS) is None
    assert glance(home, (), today - 1) is None


def an_answer(room: "Room", _home: Home) -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    room.answered(desk, session)
    room.close()


def a_copy_in_place_of_the_log(_room: "Room", home: Home) -> None:
    copy = home.log.with_suffix(".copy")
    copy.write_bytes(home.log.read_bytes())
    copy.replace(home.log)


def a_limit(_room: "Room", home: Home) -> None:
    save_settings(home, new_a_day=3)


def an_exam(_room: "Room", home: Home) -> None:
    save_settings(home, exam="2026-04-01")


def a_bank(_room: "Room", home: Home) -> None:
    (home.banks / "own.yaml").write_text("format: 1\n", encoding="utf-8")


def no_index(_room: "Room", home: Home) -> None:
    home.index_of(()).unlink()


def no_log(_room: "Room", home: Home) -> None:
    home.log.unlink()


def other_bytes(_room: "Room", home: Home) -> None:
    file = home.glance_of(())
    file.write_bytes(file.read_bytes().replace(b'"streak": 1', b'"streak": 9'))


def no_text(_room: "Room", home: Home) -> None:
    home.glance_of(()).write_bytes(os.urandom(99))


@pytest.mark.parametrize(
    "change",
    [
        an_answer,
        a_copy_in_place_of_the_log,
        a_limit,
        an_exam,
        a_bank,
        no_index,
        no_log,
        other_bytes,
        no_text,
    ],
    ids=lambda change: change.__name__,
)
def test_it_is_not_known_once_anything_changed_that_it_follows_from(
    room: "Room", home: Home, change: Callable[["Room", Home], None]
) -> None:
    today = kept(room, home, studied(room))
    assert glance(home, (), today) is not None
    change(room, home)
    assert glance(home, (), today) is None


def test_it_is_not_known_while_somebody_writes_to_the_log(room: "Room", home: Home) -> None:
    today = kept(room, home, studied(room))
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    room.answered(desk, session)
    assert glance(home, (), today) is None


def test_looks_change_nothing_of_it(room: "Room", home: Home) -> None:
    today = kept(room, home, studied(room))
    save_settings(home, theme="light", language="en", notation="paper")
    assert glance(home, (), today) is not None


def test_other_banks_are_another_home(room: "Room", home: Home, tmp_path: Path) -> None:
    today = kept(room, home, studied(room))
    assert glance(home, (tmp_path / "more.yaml",), today) is None


def test_where_it_cannot_be_kept_nothing_happens(room: "Room", home: Home) -> None:
    home.glance_of(()).mkdir()
    today = kept(room, home, studied(room))
    assert glance(home, (), today) is None
