"""Which method walked this path? Only fair questions."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.optimizers.objectives import OBJECTIVES, VALLEY
from quizdeck.study.explorer import WALKERS, explorer_of
from quizdeck.study.path_quiz import answered, is_fair, new_path_quiz

seeds = st.integers(0, 2**32)
MANY = tuple(new_path_quiz(seed) for seed in range(120))


def test_all_methods_and_all_objectives_are_asked() -> None:
    assert {quiz.right for quiz in MANY} == set(range(len(WALKERS)))
    assert {quiz.explorer.objective for quiz in MANY} == set(OBJECTIVES)


@given(seeds)
@settings(max_examples=40)
def test_a_question_is_the_same_for_the_same_words_and_always_fair(seed: int) -> None:
    quiz = new_path_quiz(seed)
    assert quiz == new_path_quiz(seed)
    assert is_fair(quiz.explorer)
    assert quiz.given is None
    left, right, bottom, top = quiz.explorer.window
    for walk in quiz.explorer.walks:
        assert len(walk.steps) == quiz.explorer.steps
        assert all(left <= x <= right and bottom <= y <= top for x, y in walk.points)


def test_walks_that_look_alike_or_leave_the_picture_are_not_fair() -> None:
    usual = explorer_of(VALLEY)
    assert is_fair(usual)
    wild = replace(usual, rates=(explorer_of(OBJECTIVES[2]).rates[0], *usual.rates[1:]))
    assert is_fair(wild)
    diverging = tuple((name, value * 3) for name, value in usual.rates[0])
    assert not is_fair(replace(usual, rates=(diverging, *usual.rates[1:])))
    slow = tuple(
        tuple((n, v / 10**6 if n == "lr" else v) for n, v in rates) for rates in usual.rates
    )
    assert not is_fair(replace(usual, rates=slow))


@given(seeds, st.integers(0, 3), st.integers(0, 3))
@settings(max_examples=20)
def test_the_first_answer_counts(seed: int, first: int, second: int) -> None:
    quiz = answered(answered(new_path_quiz(seed), first), second)
    assert quiz.given == first
    assert quiz.is_correct == (first == quiz.right)
