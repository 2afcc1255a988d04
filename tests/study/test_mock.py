"""A mock is sat as on paper: go anywhere, change anything, and time waits for nobody."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.banks.blueprints import Area
from quizdeck.study.exercise import Exercise
from quizdeck.study.mock import Mock
from quizdeck.study.mock_events import Chose, Ending, Event, Flagged, HandedIn, Noted, WentTo
from quizdeck.study.mock_machine import advance_mock, begun_mock, resumed_mock
from quizdeck.study.mock_result import result_of
from quizdeck.study.moment import Moment
from quizdeck.study.paper import Slot
from quizdeck.study.records import Mode, Outcome, Record, RecordKind
from quizdeck.text import Localized
from tests.study.exercises import choice

ITEMS = ("adam/a", "adam/b", "adam/c", "adam/d")
EXERCISES: tuple[Exercise, ...] = tuple(choice(item) for item in ITEMS)
AREAS = (Area.FORMULA, Area.FORMULA, Area.CODE, Area.CONCEPT)
SLOTS = tuple(Slot(i // 2, item, item, AREAS[i]) for i, item in enumerate(ITEMS))
TITLE = Localized("ミニ", "mini")
RIGHT, WRONG = 2, 1  # as ``choice`` shows its options
START = 1_000_000


def at(seconds: float) -> Moment:
    return Moment(START + round(1000 * seconds), 540)


def begun(minutes: int = 5) -> tuple[Mock, tuple[Record, ...]]:
    return begun_mock(
        "m", at(0), preset="mini", title=TITLE, seed=3, minutes=minutes, slots=SLOTS,
        exercises=EXERCISES, sources={},
    )  # fmt: skip


def sat(*events: Event) -> tuple[Mock, list[Record]]:
    mock, records = begun()
    log = list(records)
    for event in events:
        mock, more = advance_mock(mock, event)
        log += more
    return mock, log


def handed_in(seconds: float, ending: Ending = Ending.BY_HAND) -> HandedIn:
    return HandedIn("end", at(seconds), ending, tuple(f"a{i}" for i in range(len(SLOTS))))


class TestAnswering:
    def test_nothing_is_judged_before_the_end(self) -> None:
        mock, log = sat(Chose("1", at(1), RIGHT), WentTo("2", at(2), 1), Chose("3", at(3), WRONG))
        assert not mock.is_over
        assert all(record.outcome is None and record.grade is None for record in log)

    def test_an_answer_can_be_changed_and_taken_back_and_the_first_is_kept(self) -> None:
        mock, _ = sat(Chose("1", at(1), WRONG), Chose("2", at(2), RIGHT), Chose("3", at(3), None))
        assert (mock.sheets[0].chosen, mock.sheets[0].first) == (None, WRONG)
        assert mock.unanswered == (0, 1, 2, 3)

    def test_an_option_that_is_not_there_is_no_answer(self) -> None:
        before, _ = begun()
        assert advance_mock(before, Chose("1", at(1), 5)) == (before, ())

    def test_a_flag_is_set_and_taken_away(self) -> None:
        assert sat(Flagged("1", at(1)))[0].flagged == (0,)
        assert sat(Flagged("1", at(1)), Flagged("2", at(2)))[0].flagged == ()


class TestTime:
    def test_is_counted_to_the_part_in_front(self) -> None:
        mock, _ = sat(WentTo("1", at(10), 2), WentTo("2", at(25), 0), handed_in(40))
        assert [sheet.milliseconds for sheet in mock.sheets] == [25_000, 0, 15_000, 0]

    def test_goes_on_while_nobody_looks(self) -> None:
        mock, _ = sat(Chose("1", at(1), RIGHT))
        assert mock.milliseconds_left(at(299)) == 1000
        assert mock.milliseconds_left(at(3000)) == 0

    def test_that_is_up_was_up_at_the_deadline_however_late_one_comes_back(self) -> None:
        mock, _ = sat(WentTo("1", at(100), 1), handed_in(9000, Ending.TIME_UP))
        assert mock.ended == at(300)
        assert [sheet.milliseconds for sheet in mock.sheets] == [100_000, 200_000, 0, 0]

    def test_in_hand_is_measured_against_an_even_pace(self) -> None:
        mock, _ = sat(Chose("1", at(1), RIGHT))
        assert mock.pace(at(60)) == 75_000 - 60_000
        assert mock.pace(at(100)) == 75_000 - 100_000


class TestTheEnd:
    def test_leaves_an_attempt_for_every_answer_and_none_for_the_rest(self) -> None:
        _, log = sat(
            Chose("1", at(1), RIGHT), WentTo("2", at(2), 1), Chose("3", at(3), WRONG), handed_in(9)
        )
        attempts = [record for record in log if record.kind is RecordKind.ATTEMPT]
        assert [a.outcome for a in attempts] == [Outcome.CORRECT, Outcome.WRONG]
        assert [a.item for a in attempts] == ["adam/a", "adam/b"]
        assert {a.mode for a in attempts} == {Mode.MOCK}
        assert log[-1].kind is RecordKind.SESSION_ENDED

    def test_is_the_end(self) -> None:
        mock, _ = sat(handed_in(9))
        assert advance_mock(mock, Chose("x", at(10), RIGHT)) == (mock, ())
        assert advance_mock(mock, handed_in(11)) == (mock, ())


class TestTheResult:
    def test_counts_what_is_right_by_area_and_what_changing_did(self) -> None:
        mock, _ = sat(
            Chose("1", at(1), WRONG),
            Chose("2", at(2), RIGHT),
            WentTo("3", at(3), 1),
            Chose("4", at(4), RIGHT),
            Chose("5", at(5), WRONG),
            WentTo("6", at(6), 2),
            Chose("7", at(7), WRONG),
            Chose("8", at(8), 3),
            handed_in(20),
        )
        result = result_of(mock)
        assert (result.total.correct, result.total.total, result.total.percent) == (1, 4, 25)
        assert [(r.name, r.correct, r.total) for r in result.areas] == [
            ("formula", 1, 2),
            ("code", 0, 1),
            ("concept", 0, 1),
        ]
        changes = result.changes
        assert (changes.mended, changes.spoilt, changes.neither) == (1, 1, 1)
        assert result.unanswered == 1
        assert result.missed == ("adam/b", "adam/c", "adam/d")
        assert (result.total.milliseconds, result.total.seconds_a_part) == (20_000, 5)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.integers(-1, 4)),
        st.tuples(st.just("choose"), st.one_of(st.none(), st.integers(0, 6))),
        st.tuples(st.just("flag"), st.just(0)),
        st.tuples(st.just("note"), st.integers(0, 2)),
        st.tuples(st.just("end"), st.sampled_from(Ending)),
    ),
    max_size=20,
)


@given(STEPS)
@settings(deadline=None)
def test_it_comes_back_as_it_stood_whenever_it_was_interrupted(
    steps: list[tuple[str, int | Ending | None]],
) -> None:
    mock, records = begun()
    log = list(records)
    for number, (kind, value) in enumerate(steps, start=1):
        name, now = f"e{number}", at(7 * number)
        event: Event
        match kind, value:
            case "go", int(place):
                event = WentTo(name, now, place)
            case "choose", chosen if not isinstance(chosen, Ending):
                event = Chose(name, now, chosen)
            case "note", int(words):
                event = Noted(name, now, "m = 1\n" * words)
            case "flag", _:
                event = Flagged(name, now)
            case _, Ending() as ending:
                event = replace(handed_in(7 * number, ending), identity=name)
            case _:
                raise AssertionError(kind, value)
        mock, more = advance_mock(mock, event)
        log += more
        assert resumed_mock(log, EXERCISES) == mock
