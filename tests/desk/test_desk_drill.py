"""The daily drill, from the first start to the summary and over days, on a real log."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.desk.statistics import gathered
from quizdeck.errors import RecordError, UsageError
from quizdeck.problems.precision import display
from quizdeck.problems.skills.registry import SKILLS, skill_by_id, skills_matching
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.counts import NamedCount
from quizdeck.study.exercise import AuthoredExercise, NumericExercise
from quizdeck.study.records import Mode, Outcome, RecordKind
from quizdeck.study.session import Phase, Session

if TYPE_CHECKING:
    from tests.desk.conftest import Room


def test_the_first_start_offers_new_items_in_teaching_order(room: "Room") -> None:
    desk = room.open()
    overview = desk.overview()
    assert not overview.has_history
    assert overview.can_learn_more
    assert (overview.due, overview.new) == (0, 12)
    assert overview.streak == 0
    assert overview.week == (0,) * 7
    session = desk.open_drill()
    assert session is not None
    assert session.queue == desk.plan.todays_items()
    assert session.policy.mode is Mode.DRILL


def test_a_drill_from_the_first_item_to_the_end(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    first, items = session.queue[0], session.queue
    session = room.drilled(desk, room.answered(desk, session, right=False))
    assert session.missed == (first,)
    assert Counter(r.item for r in session.results) == Counter((*items, first))
    overview = desk.overview()
    assert overview.has_history
    assert overview.left_in_session == 0
    assert (overview.due, overview.new, overview.minutes) == (0, 0, 0)
    assert overview.streak == 1
    assert overview.week[-1] == 13
    scores = gathered(desk).statistics.scores
    assert (scores.attempts, scores.days, scores.streak, scores.due) == (13, 1, 1, 0)
    assert sum(score.attempts for score in scores.topics) == 12
    assert sum(score.correct for score in scores.topics) == 11


def test_a_session_is_the_fold_of_its_log(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=3)
    assert session is not None
    room.drilled(desk, session)
    records = room.store().records(session=session.id)
    assert [record.kind for record in records] == [
        RecordKind.SESSION_STARTED,
        *(RecordKind.SHOWN, RecordKind.ATTEMPT) * 3,
        RecordKind.SESSION_ENDED,
    ]


def test_the_answer_is_on_the_disk_before_submit_returns(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    assert session.shown is not None
    desk.submit(session, room.wrong_answer(session))
    with closing(sqlite3.connect(room.path)) as another_program:
        rows = another_program.execute("SELECT target, outcome FROM event WHERE kind = 'attempt'")
        assert rows.fetchall() == [(session.shown.identity, "wrong")]


def test_an_answer_that_cannot_be_written_is_not_given(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    typed = room.right_answer(session)
    room.close()
    with pytest.raises(RecordError):
        desk.submit(session, typed)
    assert session.phase is Phase.ASKING
    after = room.open().submit(session, typed)
    assert after.phase is Phase.FEEDBACK
    assert len(room.store().attempts()) == 1


def test_one_shown_item_takes_one_answer(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    desk.submit(session, room.right_answer(session))
    with pytest.raises(RecordError) as refused:
        desk.submit(session, room.wrong_answer(session))
    assert refused.value.key == "record.already_answered"
    assert len(room.store().attempts()) == 1


def essence(session: Session) -> object:
    """Return what has to survive the end of the program."""
    shown = session.shown.identity if session.shown else None
    return session.id, session.queue, session.results, session.retries, session.exercise, shown


def test_a_drill_goes_on_after_the_program_ended_anywhere(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=4)
    assert session is not None
    while session.phase is not Phase.FINISHED:
        session = one_event_further(room, desk, session)
        desk = room.open()
        assert desk.overview().left_in_session == len(session.queue)
        if not session.queue:
            continue
        back = desk.open_drill()
        assert back is not None
        is_unread = session.phase is Phase.FEEDBACK
        unread = replace(session, exercise=None, shown=None, retries=0)
        assert essence(back) == essence(unread if is_unread else session)
        # the feedback is gone after a restart: go on with it here, without it there
        if not is_unread or len(session.results) % 2:
            session = back
    assert len(session.results) == 6
    assert len(session.missed) == 2


def one_event_further(room: "Room", desk: Desk, session: Session) -> Session:
    """Retry once at every item; answer the first and the third wrong."""
    match session.phase:
        case Phase.READY:
            return desk.present(session)
        case Phase.ASKING if session.retries == 0:
            return desk.submit(session, "?")
        case Phase.ASKING if len(session.results) in {0, 2}:
            return desk.submit(session, room.wrong_answer(session))
        case Phase.ASKING:
            return desk.submit(session, room.right_answer(session))
        case _:
            return desk.proceed(session)


def test_a_drill_that_ended_in_its_last_feedback_is_over(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=1)
    assert session is not None
    session = desk.present(session)
    session = desk.submit(session, room.right_answer(session))
    desk = room.open()
    assert desk.overview().left_in_session == 0
    fresh = desk.open_drill()
    assert fresh is not None
    assert fresh.id != session.id
    assert len(fresh.queue) == 11


def test_what_is_left_is_said_at_home(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=5)
    assert session is not None
    room.answered(desk, session)
    assert room.open().overview().left_in_session == 4


def test_a_drill_left_open_yesterday_is_not_taken_up_again(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=5)
    assert session is not None
    room.answered(desk, session)
    room.sleep_until(days=1)
    desk = room.open()
    assert desk.overview().left_in_session == 0
    fresh = desk.open_drill()
    assert fresh is not None
    assert fresh.id != session.id


def test_a_drill_left_before_midnight_goes_on_after_it(room: "Room") -> None:
    room.time = room.time.replace(hour=23, minute=50)
    desk = room.open()
    session = desk.open_drill(count=5)
    room.time = room.time.replace(day=room.time.day + 1, hour=3, minute=30)
    back = room.open().open_drill()
    assert session is not None
    assert back is not None
    assert back.id == session.id


def test_a_miss_is_due_again_tomorrow_and_a_right_answer_is_not(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=3)
    assert session is not None
    missed = session.queue[0]
    session = room.drilled(desk, room.answered(desk, session, right=False))
    today = desk.today()
    assert desk.plan.due_count(today) == 0
    assert desk.plan.due_count(today + 1) == 1
    room.sleep_until(days=1)
    desk = room.open()
    assert desk.overview().due == 1
    assert desk.plan.todays_items()[0] == missed
    next_drill = desk.open_drill()
    assert next_drill is not None
    assert next_drill.queue[0] == missed


def test_an_answer_after_a_retry_is_graded_hard(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=1)
    assert session is not None
    session = desk.submit(desk.present(session), "わからない")
    desk.submit(session, room.right_answer(session))
    (attempt,) = room.store().attempts()
    assert attempt.grade == 2


def test_giving_up_is_recorded_and_comes_back(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=2)
    assert session is not None
    item = session.queue[0]
    session = desk.give_up(desk.present(session))
    assert session.outcome is Outcome.REVEALED
    assert item in session.queue
    (attempt,) = room.store().attempts()
    assert (attempt.grade, attempt.outcome) == (1, Outcome.REVEALED)


def test_no_more_than_a_dozen_new_items_a_day_unless_asked_for(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    room.drilled(desk, session)
    assert desk.open_drill() is None
    assert desk.overview().can_learn_more
    extra = desk.open_drill(extra=True, count=15)
    assert extra is not None
    assert len(extra.queue) == 15
    assert not set(extra.queue) & set(session.queue)
    room.drilled(desk, extra)
    assert desk.open_drill() is None


def test_the_daily_limit_holds_over_several_drills(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=5)
    assert session is not None
    room.drilled(desk, session)
    again = room.open().open_drill()
    assert again is not None
    assert len(again.queue) == 7


def test_practice_uses_up_no_new_items(room: "Room") -> None:
    desk = room.open()
    room.drilled(desk, desk.open_practice(SKILLS, count=10))
    assert desk.overview().new == 12
    session = desk.open_drill()
    assert session is not None
    assert len(session.queue) == 12


def test_one_topic_can_be_drilled_alone(room: "Room") -> None:
    session = room.open().open_drill(topic="adagrad")
    assert session is not None
    assert set(room.deck.topics_of(session.queue).values()) == {"adagrad"}


def test_an_unknown_topic_names_the_known_ones(room: "Room") -> None:
    with pytest.raises(UsageError) as refused:
        room.open().open_drill(topic="adamax")
    known = str(refused.value.details["known"]).split(", ")
    assert refused.value.details["topic"] == "adamax"
    assert {"adagrad", "adam", "momentum"} <= set(known)
    assert known == sorted({candidate.topic for candidate in room.deck.in_teaching_order()})


def test_numbers_are_fresh_every_time(room: "Room") -> None:
    skill = skill_by_id("adam.lr_t.2")
    desk = room.open(Deck((), (skill,)))
    given: list[object] = []
    session = desk.open_drill()
    assert session is not None
    for _ in range(40):
        session = desk.present(session)
        assert isinstance(session.exercise, NumericExercise)
        given.append(dict(session.exercise.problem.given))
        session = desk.proceed(desk.give_up(session))
    for i, numbers in enumerate(given):
        assert numbers not in given[max(0, i - 10) : i]


def test_a_skill_without_other_numbers_repeats_itself_rather_than_vanish() -> None:
    skill = skill_by_id("adam.v.1")
    deck = Deck((), (skill,))
    drawn = [deck.drawn(skill.id, f"identity-{i}") for i in range(600)]
    recent = [exercise.snapshot() for exercise in drawn if exercise]
    assert deck.drawn(skill.id, "identity-0", recent=recent) is not None


def test_options_are_shuffled_anew_and_kept_for_the_log(room: "Room", deck: Deck) -> None:
    item = next(iter(deck.parts))
    orders = {
        exercise.order
        for i in range(50)
        for exercise in [deck.drawn(item, f"identity-{i}")]
        if isinstance(exercise, AuthoredExercise)
    }
    assert len(orders) > 10
    assert all(sorted(order) == list(range(len(order))) for order in orders)
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    assert session.shown is not None
    assert deck.as_shown(session.shown) == session.exercise


def test_every_item_of_the_deck_comes_back_as_it_was_shown(deck: Deck, room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    shown = desk.present(session).shown
    assert shown is not None
    for candidate in deck.in_teaching_order():
        exercise = deck.drawn(candidate.item, "identity")
        assert exercise is not None, candidate.item
        assert (exercise.item, exercise.topic, exercise.level) == (
            candidate.item,
            candidate.topic,
            candidate.level,
        )
        record = replace(shown, item=candidate.item, payload=exercise.snapshot())
        assert deck.as_shown(record) == exercise


@pytest.mark.parametrize(
    "change", [{"revision": "other"}, {"order": None}, {"version": 0}, {"variant": "adam.v.2"}]
)
def test_what_has_changed_since_is_drawn_anew(
    room: "Room", deck: Deck, change: dict[str, str | int | None]
) -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    item = "adam.v.2" if {"version", "variant"} & set(change) else next(iter(deck.parts))
    exercise = deck.drawn(item, "identity")
    shown = desk.present(session).shown
    assert exercise is not None
    assert shown is not None
    record = replace(shown, item=item, payload={**exercise.snapshot(), **change})
    assert deck.as_shown(record) is None
    assert deck.as_shown(replace(record, item="gone/question")) is None


def test_items_that_vanish_from_the_banks_do_not_stop_a_drill(room: "Room", deck: Deck) -> None:
    desk = room.open()
    session = desk.open_drill(count=12)
    assert session is not None
    items = session.queue
    room.answered(desk, session)
    authored = [item for item in items if item in deck.parts]
    assert len(authored) > 1
    kept = tuple(
        replace(bank, questions=tuple(q for q in bank.questions if q.id not in authored[1:]))
        for bank in deck.banks
    )
    poorer = replace(deck, banks=kept)
    desk = room.open(poorer)
    back = desk.open_drill()
    assert back is not None
    back = room.drilled(desk, back)
    asked = [result.item for result in back.results]
    assert asked == [item for item in items if item == items[0] or item not in authored[1:]]
    assert room.open(poorer).overview().left_in_session == 0


def test_days_in_a_row_add_up_and_a_night_off_ends_them(room: "Room") -> None:
    streaks = []
    for days in (1, 1, 1, 2):
        desk = room.open()
        session = desk.open_drill(count=1)
        assert session is not None
        room.drilled(desk, session)
        streaks.append(desk.overview().streak)
        room.sleep_until(days=days)
    before_today = room.open().overview().streak
    assert streaks == [1, 2, 3, 4]
    assert before_today == 0


def test_yesterdays_streak_stands_until_today_is_over(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=1)
    assert session is not None
    room.drilled(desk, session)
    room.sleep_until(days=1, hour=9)
    assert room.open().overview().streak == 1
    room.time = room.time.replace(hour=23)
    assert room.open().overview().streak == 1
    room.sleep_until(days=1, hour=5)
    assert room.open().overview().streak == 0


def test_slips_of_a_session_and_of_all_time(room: "Room") -> None:
    desk = room.open(Deck((), (skill_by_id("adam.v.2"),)))
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    assert isinstance(session.exercise, NumericExercise)
    slip = next(slip for slip in session.exercise.problem.slips if slip.is_key)
    session = desk.submit(session, str(slip.value))
    (count,) = desk.slips_in(session)
    assert (count.slip, count.times) == (slip.id, 1)
    assert gathered(desk).statistics.scores.slips == (count,)
    assert desk.overview().slips == (NamedCount(slip_by_id(slip.id).name, 1),)


def test_the_schedule_is_what_the_log_implies(room: "Room") -> None:
    for _ in range(3):
        desk = room.open()
        session = desk.open_drill(count=8)
        assert session is not None
        room.drilled(desk, room.answered(desk, session, right=False))
        room.sleep_until(days=2)
    assert room.store().schedule_matches_log()


def test_prompts_are_known_for_authored_items_only(deck: Deck) -> None:
    item = next(iter(deck.parts))
    assert deck.prompt_of(item) == deck.parts[item][0].prompt
    assert deck.prompt_of("adam.v.2") is None


def test_what_rests_comes_neither_as_due_nor_as_new_until_its_day(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    assert session.exercise is not None
    item = session.exercise.item
    desk.rest(session)
    assert item not in desk.plan.todays_items()
    room.sleep_until(days=1)
    assert item in room.open().plan.todays_items()


def test_a_right_answer_that_takes_twice_ones_own_time_is_rated_as_hard(room: "Room") -> None:
    item = "adam.v.1"
    grades = []
    for seconds in (10, 10, 10, 10, 30):
        room.sleep_until(days=1)
        desk = room.open()
        session = desk.present(desk.open_practice(skills_matching(item), count=1))
        room.time += timedelta(seconds=seconds)
        desk.submit(session, room.right_answer(session))
        grades.append(room.store().attempts()[-1].grade)
    assert grades == [3, 3, 3, 3, 2]


def test_an_answer_is_taken_back_after_the_last_item_and_after_a_restart(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=2)
    assert session is not None
    before = desk.overview()
    session = room.drilled(desk, session)
    assert session.phase is Phase.FINISHED
    again = room.open().undo()
    assert again is not None
    assert again.phase is Phase.ASKING
    assert len(again.results) == 1
    first = room.open().undo()
    assert first is not None
    assert first.results == ()
    desk = room.open()
    assert desk.undo() is None
    assert room.store().memories() == {}
    overview = room.open().overview()
    assert (overview.new, overview.scores) == (before.new, before.scores)
    assert overview.left_in_session == 2


def test_in_the_last_days_before_the_exam_everything_comes_once_more(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=6)
    assert session is not None
    room.drilled(desk, session)
    met = set(session.queue)
    room.sleep_until(days=1)
    exam = room.now().study_day + 3
    passed: set[str] = set()
    for _ in range(3):
        store = room.store()
        desk = Desk(room.deck, store, clock=room.now, random_bytes=room.random_bytes, exam_day=exam)
        session = desk.open_drill(count=20)
        assert session is not None
        passed |= met & set(session.queue)
        room.drilled(desk, session)
        room.sleep_until(days=1)
    assert passed == met


def test_the_slip_drill_asks_where_a_slip_keeps_happening_until_it_is_mended(room: "Room") -> None:
    desk = room.open()
    assert desk.open_slip_drill() is None
    session = desk.present(desk.open_practice(skills_matching("adam.v.2"), count=1))
    assert isinstance(session.exercise, NumericExercise)
    problem = session.exercise.problem
    slip = next(s for s in problem.slips if s.id == "adam.v.no_decay")
    desk.submit(session, display(slip.value, problem.precision))
    for _ in range(2):
        room.sleep_until(days=1)
        desk = room.open()
        drill = desk.open_slip_drill()
        assert drill is not None
        assert drill.queue == ("adam.v.2",)
        room.drilled(desk, drill)
    room.sleep_until(days=1)
    assert room.open().open_slip_drill() is None


def test_the_forecast_counts_what_can_be_met_before_the_exam(room: "Room") -> None:
    assert room.open().plan.forecast() is None
    exam = room.now().study_day + 2
    desk = Desk(
        room.deck, room.store(), clock=room.now, random_bytes=room.random_bytes, exam_day=exam
    )
    ahead = desk.plan.forecast()
    assert ahead is not None
    assert (ahead.days, ahead.new_before_exam) == (2, 24)
    assert not ahead.meets_everything
