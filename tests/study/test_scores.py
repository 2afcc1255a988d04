"""Scores are counts of first tries; slips are counts of what was recognised."""

from typing import TYPE_CHECKING

import pytest

from quizdeck.study.counts import Score, SlipCount
from quizdeck.study.records import Mode
from quizdeck.study.scores import (
    answers_by_day,
    first_tries,
    mean_seconds,
    scores_by_topic,
    slip_counts,
)
from quizdeck.study.topics import topic_of

if TYPE_CHECKING:
    from tests.study.conftest import Attempted

DAY = 20_000


@pytest.mark.parametrize(
    ("item", "topic"),
    [
        ("adam.v.2", "adam"),
        ("adam/step-size", "adam"),
        ("adam/code#rate", "adam"),
        ("inverse.beta1.4", "other"),
        ("mine/x", "mine"),
    ],
)
def test_the_topic_is_how_the_name_begins(item: str, topic: str) -> None:
    assert topic_of(item) == topic


def test_only_first_tries_of_a_day_are_scored(attempted: "Attempted") -> None:
    missed, returned = attempted(grade=1, hour=20), attempted(grade=3, hour=20.1)
    next_day, other = attempted(day=DAY + 1), attempted("adam.m.1")
    attempts = [missed, returned, other, next_day]
    assert first_tries(attempts) == (missed, other, next_day)
    (score,) = scores_by_topic(attempts)
    assert (score.attempts, score.correct) == (3, 2)


@pytest.mark.parametrize(
    ("correct", "attempts", "percent"),
    [(0, 0, 0), (0, 3, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100), (7, 9, 78)],
)
def test_percents_are_whole(correct: int, attempts: int, percent: int) -> None:
    assert Score("adam", attempts, correct, 30.0).percent == percent


def test_topics_come_in_the_order_of_study_with_their_pace(attempted: "Attempted") -> None:
    attempts = [
        attempted("epsilon.1", seconds=10),
        attempted("mine/words", seconds=10),
        attempted("adam.v.1", seconds=30, grade=1),
        attempted("adam/words", seconds=60),
        attempted("momentum.v.1", seconds=20),
    ]
    assert scores_by_topic(attempts) == (
        Score("momentum", 1, 1, 20.0),
        Score("adam", 2, 1, 45.0),
        Score("mine", 1, 1, 10.0),
        Score("other", 1, 1, 10.0),
    )


def test_an_absence_does_not_count_as_thinking(attempted: "Attempted") -> None:
    (score,) = scores_by_topic([attempted(seconds=5 * 3600)])
    assert score.mean_seconds == 600
    assert mean_seconds([30_000, 10_000_000]) == 315


def test_no_attempts_no_scores() -> None:
    assert scores_by_topic([]) == ()
    assert slip_counts([]) == ()


def test_slips_come_most_often_first_and_count_every_answer(attempted: "Attempted") -> None:
    attempts = [
        attempted(grade=1, slips=("adam.v.gradient_not_squared",)),
        attempted(grade=1, slips=("adam.v.no_decay", "adam.v.other"), hour=21),
        attempted(grade=1, slips=("adam.v.no_decay",), hour=22),
        attempted(grade=1),
        attempted(),
    ]
    assert slip_counts(attempts) == (
        SlipCount("adam.v.no_decay", 2),
        SlipCount("adam.v.gradient_not_squared", 1),
    )
    assert slip_counts(attempts, most=1) == (SlipCount("adam.v.no_decay", 2),)


def test_a_day_has_as_many_answers_as_were_given_in_any_mode(attempted: "Attempted") -> None:
    attempts = [attempted(), attempted(hour=21), attempted(day=DAY + 2, mode=Mode.PRACTICE)]
    assert answers_by_day(attempts, range(DAY - 1, DAY + 3)) == (0, 2, 0, 1)
