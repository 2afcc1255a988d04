"""The statistics of a log and a deck: the same numbers as the desk says elsewhere."""

from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from typing import TYPE_CHECKING

from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.desk.statistics import gathered, levels_of
from quizdeck.present.home import topic_name
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.study.statistics import Flag, Statistics
from quizdeck.text import Language

if TYPE_CHECKING:
    from tests.desk.conftest import Room


def statistics(desk: Desk) -> Statistics:
    return gathered(desk).statistics


def test_they_agree_with_the_desk(room: "Room") -> None:
    desk = room.open()
    for _ in range(3):
        session = desk.open_drill(count=4)
        assert session is not None
        room.drilled(desk, room.answered(desk, session, right=False))
        room.sleep_until()
    found = statistics(desk)
    assert found.streak == desk.overview().streak == 3
    by_then = [desk.plan.due_count(desk.today() + later) for later in range(14)]
    assert list(accumulate(day.due for day in found.forecast)) == by_then
    assert found.total.right.whole == sum(score.attempts for score in desk.overview().scores)
    assert found.scores.topics == desk.overview().scores
    assert found.scores.due == found.due == by_then[0]


def test_an_item_counts_for_the_topic_that_its_question_names(room: "Room", deck: Deck) -> None:
    item = "notation/arrow"
    topic = deck.topics_of([item])[item]
    assert topic != "notation"
    desk = room.open()
    room.drilled(desk, desk.open_exercises([item]))
    assert [score.topic for score in desk.overview().scores] == [topic]
    assert [group.name for group in statistics(desk).topics] == [topic]


def test_every_topic_of_the_shipped_banks_has_a_name(deck: Deck) -> None:
    for topic in deck.questions.topics():
        assert topic_name(topic, Language.JAPANESE) != topic


def test_another_thread_counts_the_same(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=4)
    assert session is not None
    room.drilled(desk, session)

    def counted() -> Statistics:
        with desk.beside() as beside:
            return statistics(beside)

    with ThreadPoolExecutor() as pool:
        assert pool.submit(counted).result() == statistics(desk)
    assert statistics(desk).attempts == 4


def test_what_is_marked_is_listed_with_its_note(room: "Room") -> None:
    desk = room.open(Deck((), (skill_by_id("adam.v.2"), skill_by_id("adam.m.1"))))
    session = desk.open_drill()
    assert session is not None
    session = desk.present(session)
    assert session.exercise is not None
    desk.flag(session, "ε の位置")
    found = gathered(desk)
    assert found.statistics.flags == (Flag(session.exercise.item, "ε の位置"),)
    assert found.prompts == {session.exercise.item: None}


def test_an_answer_taken_back_is_nowhere(room: "Room") -> None:
    desk = room.open()
    session = desk.open_drill(count=2)
    assert session is not None
    room.answered(desk, session, right=False)
    desk.undo()
    found = statistics(desk)
    assert (found.attempts, found.items, found.slips, found.streak) == (0, (), (), 0)


def test_what_rests_is_due_when_it_is_back(room: "Room") -> None:
    desk = room.open(Deck((), (skill_by_id("adam.v.2"), skill_by_id("adam.m.1"))))
    session = desk.open_drill()
    assert session is not None
    room.drilled(desk, session)
    room.sleep_until(days=10)
    session = desk.open_drill()
    assert session is not None
    desk.rest(desk.present(session), days=3)
    due = {day.study_day - desk.today(): day.due for day in statistics(desk).forecast if day.due}
    assert due == {0: 1, 3: 1}


def test_what_rests_for_good_is_never_due(room: "Room") -> None:
    desk = room.open(Deck((), (skill_by_id("adam.v.2"),)))
    session = desk.open_drill()
    assert session is not None
    room.drilled(desk, session)
    room.sleep_until(days=10)
    session = desk.open_drill()
    assert session is not None
    desk.rest(desk.present(session), days=None)
    assert sum(day.due for day in statistics(desk).forecast) == 0


def test_levels_are_those_of_the_deck(deck: Deck) -> None:
    part, (question, _) = next(iter(deck.parts.items()))
    wanted = {"adam.v.2", part, "gone"}
    assert levels_of(deck, wanted) == {"adam.v.2": 2, part: question.level}
