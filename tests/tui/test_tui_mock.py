"""A mock quiz sat by keys: nothing is judged before it is in, and everything can be changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quizdeck.banks.blueprints import Area, Blueprint, SectionPlan
from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.desk import Desk
from quizdeck.desk.mock_plans import blueprint_called
from quizdeck.desk.places import Home
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.study.mock import Mock
from quizdeck.study.records import RecordKind
from quizdeck.text import Language, Localized
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.screens import mock as mock_module
from quizdeck.tui.screens.mock import MockScreen
from tests.tui.helpers import (
    MONDAY,
    Table,
    bench_of,
    hides,
    press,
    rows,
    sample_bank,
    seen,
    settled,
    shows,
    until,
)
from tests.tui.test_tui_goldens import GOLDENS, Walk, compare

SIZES = ((80, 24), (60, 20))

# made of questions that stand beside the tests, so that no bank changes what is seen
SMALL = Blueprint(
    "small",
    Localized("小さな模試", "Small mock"),
    Localized("4 小問", "Four parts"),
    5,
    (
        SectionPlan(Localized("式とコード", "Formulas and code"), 2, (Area.FORMULA, Area.CODE)),
        SectionPlan(Localized("計算", "Numbers"), 2, (Area.NUMERIC,)),
    ),
)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A home with the shipped banks."""
    table = Table(Home(tmp_path / "home"), load_banks(shipped_banks()).banks, SKILLS)
    with table.opened:
        yield table


def opened(
    table: Table, preset: str = "mini", language: Language = Language.JAPANESE
) -> QuizdeckApp:
    """Return the app as ``quizdeck mock PRESET --seed 3`` opens it."""
    desk = table.desk()
    mock = desk.mocks.under_way() or desk.mocks.begin(blueprint_called(preset), 3)
    return QuizdeckApp(bench_of(desk, table.home, language), mock=mock)


def present(pilot: Pilot[None]) -> Mock:
    assert isinstance(pilot.app.screen, MockScreen)
    return pilot.app.screen.mock


def desk_of(pilot: Pilot[None]) -> Desk:
    assert isinstance(pilot.app.screen, MockScreen)
    return pilot.app.screen.bench.desk


async def answer(pilot: Pilot[None], *, right: bool) -> None:
    """Choose an option of the 小問 in front."""
    mock = present(pilot)
    exercise = mock.exercises[mock.place]
    key = exercise.correct_numbers[0]
    number = key if right else key % exercise.key_count + 1
    await press(pilot, str(number))
    await until(pilot, lambda: present(pilot).sheets[mock.place].chosen == number, "the answer")


async def turn(pilot: Pilot[None], key: str, place: int) -> None:
    await press(pilot, key)
    await until(pilot, lambda: present(pilot).place == place, f"part {place + 1}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", list(Language))
async def test_a_whole_paper(table: Table, size: tuple[int, int], language: Language) -> None:
    is_japanese = language is Language.JAPANESE
    async with opened(table, language=language).run_test(size=size, notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        for place in range(10):  # the last two stay open
            await answer(pilot, right=place < 6)
            assert not {"✓", "✗"} & set(seen(pilot.app))
            await turn(pilot, "right", place + 1)
        await press(pilot, "ctrl+t")
        await shows(pilot, "11, 12", "提出しますか" if is_japanese else "Hand in?")
        await press(pilot, "enter")
        await shows(pilot, "50%（6 / 12）" if is_japanese else "50% (6 of 12)")
        await press(pilot, "t")
        await shows(pilot, "問を明日の" if is_japanese else "6 missed item(s)")
        for place in range(12):
            await press(pilot, "enter")
            await shows(pilot, f"{place + 1} / 12")
        await press(pilot, "escape")
        await shows(pilot, "▸", "終了" if is_japanese else "Quit")
    assert len(table.records(RecordKind.SESSION_ENDED)) == 1


async def test_an_answer_can_be_changed_and_taken_back(table: Table) -> None:
    async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        await answer(pilot, right=False)
        await answer(pilot, right=True)
        await shows(pilot, "●")
        await press(pilot, "0")
        await hides(pilot, "●")
        assert present(pilot).unanswered == tuple(range(12))


async def test_the_grid_shows_what_is_answered_flagged_and_seen_and_goes_there(
    table: Table,
) -> None:
    async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        await answer(pilot, right=True)
        await turn(pilot, "n", 1)
        await press(pilot, "f")
        await shows(pilot, "⚑1")
        await press(pilot, "g")
        await shows(pilot, "1●", "2○⚑", "3·")
        await press(pilot, "1", "0", "enter")
        await shows(pilot, "10 / 12")
        await press(pilot, "g", "9", "9")  # there is no such part
        await shows(pilot, "小問 99 へ")
        await press(pilot, "enter")
        await shows(pilot, "10 / 12")


async def test_the_review_goes_round_what_is_flagged_or_open(table: Table) -> None:
    async with opened(table, "sprint").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 5")
        for place in range(4):
            await answer(pilot, right=True)
            if place == 1:
                await press(pilot, "f")
            await turn(pilot, "right", place + 1)
        await turn(pilot, "r", 1)
        await turn(pilot, "r", 4)
        await answer(pilot, right=True)
        await turn(pilot, "r", 1)
        await press(pilot, "f", "r")
        await shows(pilot, "無解答も印もありません")


async def test_handing_in_can_be_thought_over(table: Table) -> None:
    async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        await press(pilot, "ctrl+t")
        await shows(pilot, "提出しますか", "12 問")
        await press(pilot, "escape")
        await shows(pilot, "1 / 12")
        assert not present(pilot).is_over


async def test_a_closed_program_goes_on_where_it_was(table: Table) -> None:
    async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        await answer(pilot, right=True)
        await turn(pilot, "n", 1)
        await press(pilot, "f")
        await shows(pilot, "⚑1")
        before = present(pilot)
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "m")
        await shows(pilot, "2 / 12", "⚑1")
        assert present(pilot).sheets[0] == before.sheets[0]
        assert present(pilot).deadline == before.deadline


class TestTime:
    async def test_that_is_up_hands_in_even_under_the_grid(
        self, table: Table, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
            await shows(pilot, "1 / 12")
            screen = pilot.app.screen
            assert isinstance(screen, MockScreen)
            await press(pilot, "g")
            await shows(pilot, "1○")
            pass_time(monkeypatch, minutes=15)
            screen.tick()
            await shows(pilot, "0%（0 / 12）", "時間になったので")
            await press(pilot, "escape")
            await shows(pilot, "▸ ")

    async def test_that_ran_out_while_the_program_was_closed_leads_to_the_result(
        self, table: Table, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
            await shows(pilot, "1 / 12")
            await answer(pilot, right=True)
        pass_time(monkeypatch, minutes=600)
        async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
            await shows(pilot, "8%（1 / 12）", "時間になったので")

    @pytest.mark.parametrize("minutes", [15, 5])
    async def test_is_warned_of_on_a_long_paper(
        self, table: Table, monkeypatch: pytest.MonkeyPatch, minutes: int
    ) -> None:
        async with opened(table, "standard").run_test(size=(80, 24), notifications=True) as pilot:
            await shows(pilot, "1 / 24")
            screen = pilot.app.screen
            assert isinstance(screen, MockScreen)
            pass_time(monkeypatch, minutes=28 - minutes)
            screen.tick()
            await shows(pilot, f"残り {minutes} 分です")


def pass_time(monkeypatch: pytest.MonkeyPatch, *, minutes: int) -> None:
    """Let the wall clock go on, whatever is open."""
    monkeypatch.setattr("tests.tui.helpers.MONDAY", MONDAY + 60_000 * minutes)


async def test_the_scratch_sheet_stays_with_its_part(table: Table) -> None:
    async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        await press(pilot, "w")
        await shows(pilot, "計算用紙   小問 1")
        await press(pilot, "m", "=", "1")
        await shows(pilot, "m=1")
        await press(pilot, "escape")
        await shows(pilot, "1 / 12")
        await until(pilot, lambda: present(pilot).sheets[0].note == "m=1", "the note")
        await turn(pilot, "n", 1)
        await press(pilot, "w")
        await shows(pilot, "計算用紙   小問 2")
        assert "m=1" not in seen(pilot.app)
    (noted,) = table.records(RecordKind.MOCK_NOTED)
    assert noted.payload == {"place": 0, "text": "m=1"}


async def test_the_menu_offers_every_plan_and_says_what_it_is_not(table: Table) -> None:
    async with table.app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "▸")
        await press(pilot, "m")
        await shows(
            pilot, "5 小問 / 6 分", "12 小問 / 14 分", "24 小問 / 28 分", "範囲は最適化手法だけ"
        )
        await press(pilot, "1")
        await shows(pilot, "1 / 5")


async def test_full_width_keys_are_understood(table: Table) -> None:
    async with opened(table).run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "1 / 12")
        await press(pilot, "１")
        await until(pilot, lambda: present(pilot).sheets[0].chosen == 1, "the answer")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", list(Language))
async def test_the_screens_of_a_mock_are_as_they_were(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    language: Language,
) -> None:
    monkeypatch.setattr(mock_module, "_SECONDS_A_TICK", 3600)  # every look at the clock counts
    skills = tuple(skill_by_id(name) for name in ("adam.v.1", "sgd.theta.1"))
    table = Table(Home(tmp_path / "small"), (sample_bank(),), skills)
    with table.opened:
        await walk_through(table, size, language)


async def walk_through(table: Table, size: tuple[int, int], language: Language) -> None:
    async with table.app(language).run_test(size=size, notifications=True) as pilot:
        walk = Walk(pilot)
        await walk.see("home")
        await walk.see("menu", "m")
    pages = walk.pages[1:]
    desk = table.desk()
    app = QuizdeckApp(bench_of(desk, table.home, language), mock=desk.mocks.begin(SMALL, 3))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        pages.append(page("mock, the first part", pilot))
        await answer(pilot, right=True)
        await turn(pilot, "right", 1)
        await press(pilot, "f")
        await shows(pilot, "⚑1")
        await press(pilot, "g")
        await shows(pilot, "2○⚑")
        pages.append(page("grid", pilot))
        await press(pilot, "escape", "ctrl+t")
        await shows(pilot, "2, 3, 4")
        await settled(pilot)
        pages.append(page("hand in", pilot))
        await press(pilot, "enter")
        await shows(pilot, "25%")
        await settled(pilot)
        pages.append(page("result", pilot))
        await press(pilot, "enter")
        await shows(pilot, "1 / 4")
        await settled(pilot)
        pages.append(page("one by one", pilot))
    compare(GOLDENS / f"mock-{language}-{size[0]}x{size[1]}.golden", "\n".join(pages))


def page(title: str, pilot: Pilot[None]) -> str:
    return "\n".join([f"━━ {title}", *rows(pilot.app)]).rstrip() + "\n"
