"""One line of ``grade``: a contract that scripts rely on."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.deck import Deck
from quizdeck.export.flat_text import flat
from quizdeck.export.verdicts import verdict_record
from quizdeck.language.catalogue import text
from quizdeck.problems.precision import display
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.exercise import AuthoredExercise, NumericExercise
from quizdeck.text import Language

PROBLEM = build(skill_by_id("adam.v.2"), 7)


def graded(problem: Problem, answer: str) -> Mapping[str, Any]:
    """Return the verdict as a script gets it, through JSON."""
    record = verdict_record(NumericExercise(problem), {"variant": problem.variant}, answer)
    loaded: Mapping[str, Any] = json.loads(json.dumps(record, allow_nan=False))
    assert list(loaded) == ["variant", "verdict", "reading", "slips", "message"]
    assert loaded["variant"] == problem.variant
    assert set(loaded["message"]) == {"ja", "en"}
    assert all(message.strip() for message in loaded["message"].values())
    return loaded


def test_a_right_answer() -> None:
    typed = display(PROBLEM.answer, PROBLEM.precision)
    record = graded(PROBLEM, typed)
    assert (record["verdict"], record["slips"]) == ("correct", [])
    assert typed in record["reading"]
    assert record["message"] == {
        language.value: text("verdict.correct", language) for language in Language
    }


def test_a_known_slip_is_named_and_explained() -> None:
    for value in (slip for slip in PROBLEM.slips if slip.is_key):
        slip = slip_by_id(value.id)
        record = graded(PROBLEM, str(value.value))
        assert (record["verdict"], record["slips"]) == ("wrong", [slip.id])
        for language in Language:
            message = record["message"][language.value]
            assert message.startswith(text("verdict.wrong", language).rstrip("。."))
            assert slip.name.in_language(language) in message
            assert flat(slip.explanation.in_language(language)) in message


def test_a_wrong_answer_nobody_knows() -> None:
    record = graded(PROBLEM, "１２３４．５")
    assert (record["verdict"], record["slips"]) == ("wrong", [])
    assert "1234.5" in record["reading"]


@pytest.mark.parametrize("typed", ["", "abc", "1/0", "½", "１，２", "\x1b[31m"])
def test_what_cannot_be_read_costs_nothing_and_says_why(typed: str) -> None:
    record = graded(PROBLEM, typed)
    assert (record["verdict"], record["reading"], record["slips"]) == ("unreadable", None, [])


def test_too_few_digits_say_which_digits_are_wanted() -> None:
    problem, typed = next(
        (problem, typed)
        for skill in SKILLS
        for problem in (build(skill, seed) for seed in range(4))
        for typed in [f"{float(problem.proof.numpy):.3g}"]
        if graded(problem, typed)["verdict"] == "too_few_digits"
    )
    key = f"verdict.too_few_digits.{problem.precision.rule}"
    for language in Language:
        wanted = text(key, language, digits=problem.precision.digits)
        assert graded(problem, typed)["message"][language.value] == wanted


@pytest.fixture(scope="module")
def deck() -> Deck:
    return Deck(load_banks(shipped_banks()).banks)


def test_an_option_gets_its_own_reason(deck: Deck) -> None:
    for item, (question, part) in deck.parts.items():
        exercise = AuthoredExercise(question, part, tuple(range(len(part.options))))
        for number in range(1, exercise.key_count + 1):
            option = part.options[number - 1]
            record = verdict_record(exercise, {"item": item}, str(number))
            assert record == {
                "item": item,
                "verdict": "correct" if option.is_correct else "wrong",
                "reading": str(number),
                "slips": [option.slip] if option.slip and not option.is_correct else [],
                "message": {"ja": flat(option.why.ja), "en": flat(option.why.en)},
            }


def test_options_are_counted_as_they_are_shown(deck: Deck) -> None:
    question, part = next(iter(deck.parts.values()))
    right = next(i for i, option in enumerate(part.options) if option.is_correct)
    order = (right, *(i for i in range(len(part.options)) if i != right))
    exercise = AuthoredExercise(question, part, order)
    record = verdict_record(exercise, {"item": part.id}, "１")
    assert (record["verdict"], record["reading"]) == ("correct", "1")
    assert record["message"] == {
        "ja": flat(part.options[right].why.ja),
        "en": flat(part.options[right].why.en),
    }


@pytest.mark.parametrize("typed", ["", "0", "9", "a", "1.5"])
def test_no_option_is_unreadable(deck: Deck, typed: str) -> None:
    question, part = next(iter(deck.parts.values()))
    count = len(part.options)
    exercise = AuthoredExercise(question, part, tuple(range(count)))
    record = verdict_record(exercise, {"item": part.id}, typed)
    assert (record["verdict"], record["reading"]) == ("unreadable", None)
    assert record["message"] == {
        language.value: text("answer.no_such_option", language, count=count)
        for language in Language
    }
