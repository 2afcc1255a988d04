"""Mocks at the desk: the paper stays as it was begun, and time goes on alone."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.banks.blueprints import Area, Blueprint, SectionPlan
from quizdeck.banks.shelf import Shelf
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.desk.mock_plans import blueprint_called, known_blueprints
from quizdeck.errors import UsageError
from quizdeck.export.mocks import mock_records
from quizdeck.study.mock import Mock
from quizdeck.study.mock_events import Ending
from quizdeck.study.mock_result import result_of
from quizdeck.study.records import Json, Record, RecordKind
from quizdeck.study.topics import TOPICS
from quizdeck.text import same_in_both
from tests.banks.small_banks import written

if TYPE_CHECKING:
    from tests.desk.conftest import Room

MINI = blueprint_called("mini")


def question(id_: str, prompt: str = "asked") -> str:
    """Return a choice with four options, of which the second is right."""
    options = "".join(
        f"      - {{text: {text}, {'correct: true, ' * (text == 'b')}why: {{ja: あ, en: a}}}}\n"
        for text in "abcd"
    )
    return (
        f"  - id: {id_}\n    kind: choice\n    level: 1\n    tags: [concept]\n"
        f"    prompt: {{ja: {prompt}, en: {prompt}}}\n    options:\n{options}"
        "    explanation: {ja: あ, en: a}\n"
    )


def sat(desk: Desk, mock: Mock, *, right: int) -> Mock:
    """Answer the first ``right`` 小問 right and the others wrong."""
    for place in range(len(mock.slots)):
        mock = desk.mocks.go(mock, place)
        key = mock.exercises[place].correct_numbers[0]
        wrong = key % mock.exercises[place].key_count + 1
        mock = desk.mocks.choose(mock, key if place < right else wrong)
    return mock


class TestABankThatChangesDuringAMock:
    """The paper keeps the text of its questions."""

    PLAN = Blueprint(
        "own",
        same_in_both("own"),
        same_in_both("n"),
        10,
        (SectionPlan(same_in_both("s"), 3, tuple(Area)),),
    )

    @pytest.fixture
    def bank(self, tmp_path: Path) -> Path:
        folder = tmp_path / "banks"
        folder.mkdir()
        return written(folder / "own.yaml", *(question(f"own/q{i}") for i in range(3)))

    @pytest.fixture
    def own(self, bank: Path) -> Iterator[Deck]:
        shelf = Shelf((bank.parent,), None, topics=TOPICS, optional=(bank.parent,))
        yield Deck(skills=(), multiparts=(), shelf=shelf)
        shelf.close()

    def test_does_not_change_the_paper(self, room: "Room", bank: Path, own: Deck) -> None:
        desk = room.open(own)
        mock = desk.mocks.choose(desk.mocks.begin(self.PLAN, seed=1), 2)
        written(bank, question("own/q0", prompt="another"), question("own/q9"))
        assert desk.refresh()
        desk = room.open(own)
        resumed = desk.mocks.under_way()
        assert resumed is not None
        assert shown(resumed) == shown(mock)
        assert resumed.sheets == mock.sheets
        over = sat(desk, resumed, right=2)
        assert result_of(desk.mocks.hand_in(over)).total.correct == 2

    def test_nor_does_its_removal(self, room: "Room", bank: Path, own: Deck) -> None:
        desk = room.open(own)
        mock = desk.mocks.begin(self.PLAN, seed=1)
        bank.unlink()
        assert desk.refresh()
        desk = room.open(own)
        resumed = desk.mocks.under_way()
        assert resumed is not None
        assert shown(resumed) == shown(mock)
        handed_in = desk.mocks.hand_in(resumed)
        (finished,) = desk.mocks.finished()
        assert result_of(finished) == result_of(handed_in)


def shown(mock: Mock) -> list[object]:
    return [(e.item, e.snapshot()) for e in mock.exercises]


class TestTime:
    def test_that_is_up_hands_in_by_itself_however_late_one_comes_back(self, room: "Room") -> None:
        desk = room.open()
        mock = desk.mocks.choose(desk.mocks.begin(MINI, seed=1), 1)
        room.time += timedelta(hours=30)
        over = room.open().mocks.under_way()
        assert over is not None
        assert over.ending is Ending.TIME_UP
        assert over.ended is not None
        assert over.ended.epoch_milliseconds == mock.deadline
        desk = room.open()
        assert desk.mocks.under_way() is None
        assert [m.id for m in desk.mocks.finished()] == [mock.id]

    def test_that_ran_while_the_program_was_away_is_gone(self, room: "Room") -> None:
        desk = room.open()
        mock = desk.mocks.begin(MINI, seed=1)
        room.time += timedelta(minutes=5)
        resumed = room.open().mocks.under_way()
        assert resumed is not None
        left = resumed.milliseconds_left(room.now())
        assert 8 * 60_000 < left < 9 * 60_000
        assert resumed.deadline == mock.deadline

    def test_that_is_up_takes_no_more_answers(self, room: "Room") -> None:
        desk = room.open()
        mock = desk.mocks.begin(MINI, seed=1)
        room.time += timedelta(minutes=15)
        over = desk.mocks.choose(mock, 1)
        assert over.is_over
        assert over.unanswered == tuple(range(12))


def test_the_answers_of_a_mock_are_not_taken_back(room: "Room") -> None:
    desk = room.open()
    mock = desk.mocks.hand_in(sat(desk, desk.mocks.begin(MINI, seed=7), right=12))
    assert desk.undo() is None
    assert result_of(mock).total.correct == 12


class TestTheSeed:
    def test_gives_the_same_paper_whatever_was_answered_in_between(self, room: "Room") -> None:
        desk = room.open()
        first = desk.mocks.begin(MINI, seed=7)
        desk.mocks.hand_in(sat(desk, first, right=12))
        assert shown(desk.mocks.begin(MINI, seed=7)) == shown(first)

    def test_if_there_is_none_leaves_out_what_was_answered_lately(self, room: "Room") -> None:
        desk = room.open()
        met: set[str] = set()
        for _ in range(4):
            mock = desk.mocks.begin(MINI)
            assert not met & {slot.item for slot in mock.slots}
            met |= {slot.item for slot in mock.slots}
            desk.mocks.hand_in(sat(desk, mock, right=12))

    def test_of_a_plan_that_cannot_be_filled_names_the_section(self, room: "Room") -> None:
        section = SectionPlan(same_in_both("s"), 150, (Area.FORMULA,))
        plan = replace(MINI, sections=(*MINI.sections, section))
        with pytest.raises(UsageError) as refusal:
            room.open().mocks.begin(plan, seed=1)
        assert refusal.value.details["section"] == 5
        assert int(str(refusal.value.details["missing"])) > 50


class TestWhatIsMissed:
    def test_is_due_tomorrow_at_one_key(self, room: "Room") -> None:
        desk = room.open()
        mock = sat(desk, desk.mocks.begin(MINI, seed=1), right=5)
        mock = desk.mocks.choose(mock, None)  # the last one stays open
        mock = desk.mocks.hand_in(mock)
        assert desk.mocks.drill_misses(mock) == 7
        assert desk.mocks.drill_misses(mock) == 7  # another time changes nothing
        room.sleep_until()
        due = set(desk.plan.todays_items())
        assert due >= set(result_of(mock).missed)

    def test_comes_first_though_it_was_right_in_a_drill_before(self, room: "Room") -> None:
        desk = room.open()
        mock = sat(desk, desk.mocks.begin(MINI, seed=1), right=12)
        desk.mocks.hand_in(mock)  # every item is known: the first answer of the day counts
        again = desk.mocks.hand_in(sat(desk, desk.mocks.begin(MINI, seed=1), right=9))
        missed = set(result_of(again).missed)
        room.sleep_until()
        assert not missed & set(desk.plan.todays_items())
        room.time -= timedelta(days=1)
        assert desk.mocks.drill_misses(again) == 3
        room.sleep_until()
        assert set(desk.plan.todays_items()[:3]) == missed

    def test_and_what_is_right_both_count_for_the_schedule(self, room: "Room") -> None:
        desk = room.open()
        mock = desk.mocks.hand_in(sat(desk, desk.mocks.begin(MINI, seed=1), right=5))
        memories = desk.mocks.store.memories()
        assert set(memories) == {slot.item for slot in mock.slots}


class TestTheScratchSheet:
    def test_stays_with_its_part_through_a_crash(self, room: "Room") -> None:
        desk = room.open()
        mock = desk.mocks.note(desk.mocks.begin(MINI, seed=1), "m = 0.5\nv = 1/4")
        desk.mocks.go(mock, 3)
        resumed = room.open().mocks.under_way()
        assert resumed is not None
        assert (resumed.sheets[0].note, resumed.sheets[3].note) == ("m = 0.5\nv = 1/4", "")


class TestComparing:
    def test_needs_nothing_but_the_log(self, room: "Room") -> None:
        desk = room.open()
        handed_in = desk.mocks.hand_in(sat(desk, desk.mocks.begin(MINI, seed=1), right=5))
        assert result_of(handed_in).slips
        (finished,) = room.open(Deck(())).mocks.finished()
        assert result_of(finished) == result_of(handed_in)
        assert mock_records([finished]) == mock_records([handed_in])

    def test_is_with_ones_own_earlier_mocks_of_the_same_plan(self, room: "Room") -> None:
        desk = room.open()
        sprint = blueprint_called("sprint")
        first = desk.mocks.hand_in(sat(desk, desk.mocks.begin(MINI, seed=1), right=3))
        desk.mocks.hand_in(desk.mocks.begin(sprint, seed=1))
        second = desk.mocks.hand_in(sat(desk, desk.mocks.begin(MINI, seed=2), right=9))
        assert [mock.id for mock in desk.mocks.earlier(second)] == [first.id]
        assert desk.mocks.earlier(first) == ()


class TestEveryPercentage:
    """can be worked out again from nothing but the lines of the log."""

    def test_of_the_result_and_of_the_export(self, room: "Room") -> None:
        desk = room.open()
        for seed, right in ((1, 0), (2, 5), (3, 12)):
            mock = desk.mocks.go(desk.mocks.begin(MINI, seed=seed), 2)
            mock = desk.mocks.flag(desk.mocks.choose(mock, 1))
            desk.mocks.hand_in(sat(desk, mock, right=right))
        lines = [line_of(record) for record in desk.mocks.store.mock_records()]
        exported = mock_records(desk.mocks.finished())
        assert len(exported) == 3
        for record in exported:
            own = [line for line in lines if line["session"] == record["id"]]
            areas, topics = recomputed(own)
            assert rates(record["areas"]) == areas
            assert rates(record["topics"]) == topics
            json.dumps(record)

    def test_is_of_all_parts_whether_answered_or_not(self, room: "Room") -> None:
        desk = room.open()
        mock = desk.mocks.begin(MINI, seed=1)
        key = mock.exercises[0].correct_numbers[0]
        (record,) = mock_records([desk.mocks.hand_in(desk.mocks.choose(mock, key))])
        assert (record["correct"], record["total"], record["percent"]) == (1, 12, 8)
        assert record["unanswered"] == 11


def line_of(record: Record) -> dict[str, Json]:
    line = {"session": record.session, "kind": record.kind.value, "payload": dict(record.payload)}
    restored: dict[str, Json] = json.loads(json.dumps(line))
    return restored


def recomputed(lines: list[dict[str, Json]]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the percentages by area and topic: what was chosen last against the keys."""
    begun = next(p for p in payloads(lines, RecordKind.SESSION_STARTED))
    slots, keys, topics = begun["slots"], begun["keys"], begun["topics"]
    assert isinstance(slots, list)
    assert isinstance(keys, list)
    assert isinstance(topics, list)
    chosen = {p["place"]: p["number"] for p in payloads(lines, RecordKind.MOCK_CHOSE)}
    is_right = [chosen.get(place) == key for place, key in enumerate(keys)]
    areas = [str(slot[3]) for slot in slots if isinstance(slot, list)]
    return percents(areas, is_right), percents(list(map(str, topics)), is_right)


def payloads(lines: list[dict[str, Json]], kind: RecordKind) -> Iterator[dict[str, Json]]:
    for line in lines:
        payload = line["payload"]
        if line["kind"] == kind and isinstance(payload, dict):
            yield payload


def percents(names: list[str], is_right: list[bool]) -> dict[str, int]:
    by_name = {
        name: [right for own, right in zip(names, is_right, strict=True) if own == name]
        for name in names
    }
    return {name: int(100 * sum(own) / len(own) + 0.5) for name, own in by_name.items()}


def rates(groups: Json) -> dict[str, Json]:
    assert isinstance(groups, dict)
    return {name: rate["percent"] for name, rate in groups.items() if isinstance(rate, dict)}


class TestPlans:
    def test_of_ones_own_join_those_of_the_program(self, tmp_path: Path) -> None:
        folder = tmp_path / "mocks"
        folder.mkdir()
        text = (Path(__file__).parents[2] / "questions" / "mocks" / "sprint.yaml").read_text(
            "utf-8"
        )
        (folder / "tiny.yaml").write_text(text.replace("mock: sprint", "mock: tiny"), "utf-8")
        (folder / "broken.yaml").write_text("format: 1\n", "utf-8")
        names = {plan.id for plan in known_blueprints((tmp_path,))}
        assert names == {"sprint", "mini", "standard", "endurance", "tiny"}
        assert blueprint_called("tiny", (tmp_path,)).parts == 5
