"""Practice: numeric problems without end, reproducible, and never scheduled."""

from typing import TYPE_CHECKING

from quizdeck.problems.skills.registry import SKILLS, skill_by_id, skills_matching
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.records import Mode
from quizdeck.study.session import Phase

if TYPE_CHECKING:
    from tests.desk.conftest import Room


def variants(room: "Room", seed: int | None, *, count: int = 6) -> list[str]:
    """Practise, every second answer wrong, and return what was shown."""
    desk = room.open()
    session = desk.open_practice(skills_matching("adam"), count=count, seed=seed)
    shown = []
    while session.phase is not Phase.FINISHED:
        session = desk.present(session, seed=seed)
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
    assert desk.scores().attempts == 6


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
