"""Every kind of question is answered by typing, and judged for what was meant."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizdeck.banks.library import load_banks
from quizdeck.banks.question import Choose, OrderedSteps
from quizdeck.desk.deck import Deck
from quizdeck.grading.unreadable import Unreadable
from quizdeck.grading.verdict import VerdictKind
from quizdeck.study.answering import Answer, answered, reading_of
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise

KINDS = Path(__file__).parents[1] / "banks" / "kinds.yaml"
CORRECT, WRONG = VerdictKind.CORRECT, VerdictKind.WRONG
UNREADABLE, TOO_FEW = VerdictKind.UNREADABLE, VerdictKind.TOO_FEW_DIGITS


@pytest.fixture(scope="module")
def deck() -> Deck:
    loaded = load_banks([KINDS])
    assert loaded.findings == ()
    return Deck(loaded.banks)


def drawn(deck: Deck, item: str) -> Exercise:
    exercise = deck.drawn(item, "identity")
    assert exercise is not None
    return exercise


def in_bank_order(deck: Deck, item: str) -> AuthoredExercise:
    exercise = deck.in_bank_order(item)
    assert isinstance(exercise, AuthoredExercise)
    return exercise


def verdict(answer: Answer) -> VerdictKind:
    return answer.verdict.kind


class TestChoosingAll:
    ITEM = "kinds/holds-of-adagrad"

    @pytest.mark.parametrize("typed", ["12", "1 2", "2,1", "１、２", " 2 1 ", "1・2"])
    def test_takes_the_numbers_in_any_order_and_spelling(self, deck: Deck, typed: str) -> None:
        answer = answered(in_bank_order(deck, self.ITEM), typed)
        assert verdict(answer) is CORRECT
        assert answer.chosen == (1, 2)

    @pytest.mark.parametrize("typed", ["1", "123", "34", "4"])
    def test_is_right_only_with_all_and_no_others(self, deck: Deck, typed: str) -> None:
        assert verdict(answered(in_bank_order(deck, self.ITEM), typed)) is WRONG

    @pytest.mark.parametrize("typed", ["", " ", "5", "0", "11", "one", "1.5", "-1 9"])
    def test_asks_again_for_what_names_no_options(self, deck: Deck, typed: str) -> None:
        assert verdict(answered(in_bank_order(deck, self.ITEM), typed)) is UNREADABLE

    def test_reads_the_numbers_back(self, deck: Deck) -> None:
        assert reading_of(drawn(deck, self.ITEM), "31") == "3, 1"


class TestOrdering:
    ITEM = "kinds/steps"

    def test_takes_the_right_order_as_shown(self, deck: Deck) -> None:
        exercise = drawn(deck, self.ITEM)
        typed = " ".join(map(str, exercise.correct_numbers))
        assert verdict(answered(exercise, typed)) is CORRECT

    def test_any_other_order_is_wrong(self, deck: Deck) -> None:
        assert verdict(answered(in_bank_order(deck, self.ITEM), "1324")) is WRONG

    def test_asks_again_for_half_an_order(self, deck: Deck) -> None:
        assert verdict(answered(in_bank_order(deck, self.ITEM), "123")) is UNREADABLE

    def test_steps_of_one_stage_may_change_places(self, deck: Deck) -> None:
        exercise = in_bank_order(deck, self.ITEM)
        task = exercise.part.task
        assert isinstance(task, OrderedSteps)
        first, second, *others = task.steps
        free = OrderedSteps(((first, second), *((step,) for step in others)))
        part = replace(exercise.part, task=free)
        loose = AuthoredExercise(exercise.question, part, exercise.order)
        assert verdict(answered(loose, "2134")) is CORRECT
        assert verdict(answered(loose, "1324")) is WRONG


class TestAFixedNumber:
    ITEM = "kinds/half-life"

    @pytest.mark.parametrize("typed", ["0.81", "81/100", "０．８１", ".81", "0.9*0.9"])
    def test_takes_every_spelling_of_the_answer(self, deck: Deck, typed: str) -> None:
        assert verdict(answered(drawn(deck, self.ITEM), typed)) is CORRECT

    def test_a_wrong_number_of_the_author_has_his_reason(self, deck: Deck) -> None:
        answer = answered(drawn(deck, self.ITEM), "1.8")
        assert verdict(answer) is WRONG
        assert answer.reason is not None
        assert answer.reason.ja == "足している。"

    def test_a_sign_is_recognised_without_the_author(self, deck: Deck) -> None:
        answer = answered(drawn(deck, self.ITEM), "-0.81")
        assert answer.verdict.generic is not None


class TestATypedLine:
    ITEM = "kinds/update-line#first-moment"

    @pytest.mark.parametrize(
        "typed",
        [
            "self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])",
            "self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]",
            "self.m[key] -= (1 - self.beta1) * (self.m[key] - grads[key])",
            "ｓｅｌｆ．ｍ［ｋｅｙ］−＝（１−ｓｅｌｆ．ｂｅｔａ１）＊（ｓｅｌｆ．ｍ［ｋｅｙ］−grads[key]）",
        ],
    )
    def test_is_right_if_it_computes_the_same(self, deck: Deck, typed: str) -> None:
        assert verdict(answered(drawn(deck, self.ITEM), typed)) is CORRECT

    def test_is_refuted_by_a_state_where_it_differs(self, deck: Deck) -> None:
        typed = "self.m[key] += self.beta1 * (grads[key] - self.m[key])"
        answer = answered(drawn(deck, self.ITEM), typed)
        assert verdict(answer) is WRONG
        assert answer.refutation is not None
        assert answer.refutation.target == "self.m[key]"

    def test_a_line_that_the_author_expected_is_a_slip(self, deck: Deck) -> None:
        answer = answered(drawn(deck, self.ITEM), "self.m[key] += grads[key]*(1-self.beta1)")
        assert answer.verdict.slips == ("adam.m.no_decay",)
        assert answer.reason is not None

    @pytest.mark.parametrize(
        "typed", ["", "m", "import os", "__import__('os').system('x')", "self.m[key] +=", "x" * 999]
    )
    def test_asks_again_for_what_is_no_such_line(self, deck: Deck, typed: str) -> None:
        assert verdict(answered(drawn(deck, self.ITEM), typed)) is UNREADABLE
        with pytest.raises(Unreadable):
            reading_of(drawn(deck, self.ITEM), typed)


class TestADrawnNumber:
    ITEM = "kinds/pinned"

    def test_has_the_pinned_numbers_and_belongs_to_its_question(self, deck: Deck) -> None:
        exercise = drawn(deck, self.ITEM)
        assert isinstance(exercise, NumericExercise)
        assert exercise.item == self.ITEM
        assert exercise.problem.given["beta2"] == "0.9"
        assert exercise.problem.seed == 3
        assert drawn(deck, self.ITEM) == exercise


class TestAnOption:
    def test_that_is_a_slip_is_counted_as_that_slip(self, deck: Deck) -> None:
        question, part = deck.parts["kinds/update-line#root"]
        task = part.task
        assert isinstance(task, Choose)
        named = replace(task.options[1], slip="adam.lr_t.exponents_forgotten")
        options = (task.options[0], named, *task.options[2:])
        shown = AuthoredExercise(question, replace(part, task=Choose(options)), (0, 1, 2, 3))
        assert answered(shown, "2").verdict.slips == (named.slip,)
        assert answered(shown, "3").verdict.slips == ()
