"""What stands around a path without a name, and a verdict that can be measured on the path."""

import pytest

from quizdeck.present.path_quiz import quiz_document, quiz_trails, reason
from quizdeck.study.explorer import WALKERS, number_of
from quizdeck.study.path_quiz import PathQuiz, answered, new_path_quiz, shape_of
from quizdeck.text import Language

MANY = tuple(new_path_quiz(seed) for seed in range(40))


def test_the_path_has_no_name_until_it_is_answered() -> None:
    quiz = MANY[0]
    (trail,) = quiz_trails(quiz)
    assert (trail.name, trail.mark.letter) == ("unnamed", "?")
    names = [trail.name for trail in quiz_trails(answered(quiz, 0))]
    assert sorted(names) == sorted(method.family for method in WALKERS)
    assert names[-1] == WALKERS[quiz.right].family


@pytest.mark.parametrize("language", list(Language))
def test_the_rates_of_every_method_are_always_shown(language: Language) -> None:
    for quiz in (MANY[0], answered(MANY[0], 1)):
        words = str(quiz_document(quiz, language))
        for rates in quiz.explorer.rates:
            assert f"lr {number_of(float(dict(rates)['lr']))}" in words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("quiz", MANY, ids=lambda quiz: WALKERS[quiz.right].family)
def test_what_the_verdict_says_can_be_measured_on_the_path(
    quiz: PathQuiz, language: Language
) -> None:
    said = reason(answered(quiz, 0), language)
    walk, rates = quiz.explorer.walk_of(quiz.right), dict(quiz.explorer.rates[quiz.right])
    shape = shape_of(walk)
    (x, y), (start_x, start_y) = walk.points[1], walk.points[0]
    match WALKERS[quiz.right].family:
        case "sgd" if shape.turns:
            assert f"{shape.turns}" in said
            assert shape.axis in said
        case "sgd":
            assert f"{shape.first:.2g}" in said
            assert f"{shape.last:.2g}" in said
        case "momentum":
            assert shape.longest > shape.first
            assert f"{shape.longest / shape.first:.1f}" in said
        case _:
            lr = float(rates["lr"])
            assert abs(x - start_x) == pytest.approx(lr, rel=1e-3)
            assert abs(y - start_y) == pytest.approx(lr, rel=1e-3)
            assert number_of(lr) in said
