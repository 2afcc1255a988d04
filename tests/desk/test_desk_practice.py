"""Practice: numeric problems without end, reproducible, and never scheduled."""

from typing import TYPE_CHECKING

from quizdeck.desk.drawing import Drawing
from quizdeck.desk.statistics import gathered
from quizdeck.problems.precision import exact_text
from quizdeck.problems.skills.registry import SKILLS, skill_by_id, skills_matching
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.wrong_values import slipped_value
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.records import Mode, Outcome, RecordKind
from quizdeck.study.session import Phase

if TYPE_CHECKING:
    from tests.desk.conftest import Room


def variants(room: "Room", seed: int | None, *, count: int = 6) -> list[str]:
    """Practise, every second answer wrong, and return what was shown."""
    desk = room.open()
    session = desk.open_practice(skills_matching("adam"), count=count, seed=seed)
    shown = []
    while session.phase is not Phase.FINISHED:
        session = desk.present(session, Drawing(seed))
        assert isinstance(session.exercise, NumericExercise)
        shown.append(session.exercise.problem.variant)
        typed = room.right_answer(session) if len(shown) % 2 else room.wrong_answer(session)
        session = desk.proceed(desk.submit(session, typed))
    return shown


def test_the_same_seed_gives_the_same_problems(room: "Room") -> None:
    first = variants(room, 42)
    room.sleep_until(days=3)
    assert variants(room, 42) == first
    assert variants(room, 43) != first
    assert len(set(first)) == 6


def test_without_a_seed_every_practice_is_another(room: "Room") -> None:
    assert variants(room, None) != variants(room, None)


def test_practice_is_never_scheduled_but_counts_as_studied(room: "Room") -> None:
    variants(room, 1)
    store = room.store()
    attempts = store.attempts()
    assert len(attempts) == 6
    assert {attempt.mode for attempt in attempts} == {Mode.PRACTICE}
    assert store.memories() == {}
    desk = room.open()
    assert desk.overview().streak == 1
    assert desk.overview().left_in_session == 0
    assert gathered(desk).statistics.attempts == 6


def test_skills_are_mixed_and_come_equally_often(room: "Room") -> None:
    desk = room.open()
    session = desk.open_practice(SKILLS, count=2 * len(SKILLS) + 3, seed=5)
    assert len(session.queue) == 2 * len(SKILLS) + 3
    names = {skill.id for skill in SKILLS}
    first, second = session.queue[: len(SKILLS)], session.queue[len(SKILLS) : 2 * len(SKILLS)]
    assert set(first) == set(second) == names
    assert first != second
    assert first != tuple(skill.id for skill in SKILLS)


def test_one_skill_can_be_practised_alone_with_other_numbers_each_time(room: "Room") -> None:
    desk = room.open()
    session = desk.open_practice((skill_by_id("adam.m.1"),), count=8)
    seen: list[object] = []
    while session.phase is not Phase.FINISHED:
        session = desk.present(session)
        assert isinstance(session.exercise, NumericExercise)
        seen.append(dict(session.exercise.problem.given))
        session = desk.proceed(desk.submit(session, room.right_answer(session)))
    assert len(session.first_tries) == 8
    assert all(numbers not in seen[:i] for i, numbers in enumerate(seen))


def test_a_miss_in_practice_does_not_come_back(room: "Room") -> None:
    desk = room.open()
    session = desk.open_practice((skill_by_id("adam.m.1"),), count=1)
    session = desk.present(session)
    session = desk.proceed(desk.submit(session, room.wrong_answer(session)))
    assert session.phase is Phase.FINISHED


def test_the_parts_of_a_problem_come_in_order_with_the_same_numbers(room: "Room") -> None:
    desk = room.open()
    session = desk.open_practice(skills_matching("adam.parts.3"), count=2, seed=None)
    shown = []
    while session.phase is not Phase.FINISHED:
        session = desk.present(session)
        assert isinstance(session.exercise, NumericExercise)
        shown.append(session.exercise.problem)
        session = desk.proceed(desk.submit(session, room.right_answer(session)))
    asked = [problem.skill.quantity for problem in shown]
    assert asked == ["m", "v", "m_hat", "v_hat", "delta_theta"] * 2
    first, second = {p.seed for p in shown[:5]}, {p.seed for p in shown[5:]}
    assert len(first) == len(second) == 1
    assert first != second


def test_a_slip_is_counted_in_the_part_where_it_is_made_and_not_in_the_next(room: "Room") -> None:
    desk = room.open()
    session = desk.present(desk.open_practice(skills_matching("adam.parts.3"), count=1))
    assert isinstance(session.exercise, NumericExercise)
    problem = session.exercise.problem
    slip = next(s for s in problem.slips if s.id == "adam.m.coefficients_swapped")
    session = desk.submit(session, exact_text(slip.value) or "")
    assert session.slips == (slip.id,)
    session = desk.present(desk.proceed(session))
    session = desk.present(desk.proceed(desk.submit(session, room.right_answer(session))))
    assert isinstance(session.exercise, NumericExercise)
    m_hat = session.exercise.problem
    carried = slipped_value(slip_by_id(slip.id), m_hat.skill, m_hat.draw)
    assert carried is not None
    session = desk.submit(session, exact_text(carried) or "")
    assert session.outcome is Outcome.CORRECT
    assert session.answer is not None
    assert session.answer.verdict.carried == (slip.id,)
    assert [count.times for count in desk.slips_in(session)] == [1]
    *_, last = room.store().attempts()
    assert last.payload["carried"] == [slip.id]


def test_with_options_a_number_is_chosen_and_a_wrong_one_is_its_slip(room: "Room") -> None:
    desk = room.open()
    session = desk.open_practice(skills_matching("adam.v.2"), count=4)
    for _ in range(4):
        session = desk.present(session, Drawing(with_options=True))
        assert isinstance(session.exercise, NumericExercise)
        options = session.exercise.options
        assert len(options) == 4
        place = next(i for i, option in enumerate(options, start=1) if option.slip is not None)
        session = desk.submit(session, str(place))
        assert session.outcome is Outcome.WRONG
        assert options[place - 1].slip in session.slips
        session = desk.proceed(session)
    shown = room.store().records(kinds=(RecordKind.SHOWN,))
    assert all(len(record.payload["options"]) == 4 for record in shown)  # type: ignore[arg-type]


def test_a_slip_that_was_named_counts_instead_of_the_first_possible_one(room: "Room") -> None:
    desk = room.open()
    session = desk.present(desk.open_practice(skills_matching("adam.v.1"), count=1))
    assert isinstance(session.exercise, NumericExercise)
    problem = session.exercise.problem
    slip = next(s for s in problem.slips if s.id == "adam.v.no_weight")
    session = desk.submit(session, exact_text(slip.value) or "")
    first, second, *_ = session.slips
    assert [count.slip for count in desk.slips_in(session)] == [first]
    session = desk.name_slip(session, second)
    assert session.slips == (second,)
    assert [count.slip for count in desk.slips_in(session)] == [second]
    assert desk.name_slip(session, second) == session  # there is nothing left to tell apart
    named = room.store().records(kinds=(RecordKind.SLIP_NAMED,))
    assert [record.payload for record in named] == [{"slip": second}]
