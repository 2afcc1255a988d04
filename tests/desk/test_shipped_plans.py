"""The papers that the shipped plans make of the shipped banks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from quizdeck.banks.blueprints import Blueprint
from quizdeck.desk.deck import Deck
from quizdeck.desk.mock_papers import Papers
from quizdeck.desk.mock_plans import known_blueprints
from quizdeck.present.blocks import laid_out
from quizdeck.present.exercise import exercise_document
from quizdeck.present.rich_text import spans
from quizdeck.present.spans import plain_text
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.study.composing import composed
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.study.paper import Block, Slot
from quizdeck.text import Language, cell_width

PLANS = {plan.id: plan for plan in known_blueprints()}
SEEDS = range(200)

# the upper 1 in 1000 of chi-square with 3 degrees of freedom
CHI_SQUARE_3 = 16.27


@dataclass(frozen=True)
class Composed:
    """One paper and everything that it could have been made of."""

    slots: tuple[Slot, ...]
    blocks: dict[str, Block]

    @property
    def questions(self) -> list[str]:
        return list(dict.fromkeys(slot.question for slot in self.slots))


@pytest.fixture(scope="module", params=PLANS)
def composed_papers(
    request: pytest.FixtureRequest, deck: Deck
) -> tuple[Blueprint, tuple[Composed, ...]]:
    """A plan with its papers of 200 seeds."""
    plan = PLANS[request.param]
    return plan, tuple(composed_paper(deck, plan, seed) for seed in SEEDS)


def composed_paper(deck: Deck, plan: Blueprint, seed: int) -> Composed:
    blocks = {block.name: block for block in Papers(deck)._blocks(plan, seed)}
    return Composed(composed(plan, tuple(blocks.values()), seed=seed), blocks)


def test_the_plans_are_of_the_sizes_that_they_promise() -> None:
    sizes = {plan.id: (plan.parts, plan.minutes) for plan in PLANS.values()}
    assert sizes == {
        "sprint": (5, 6),
        "mini": (12, 14),
        "standard": (24, 28),
        "endurance": (104, 120),
    }
    for plan in PLANS.values():
        assert plan.unsuitable is not None
        assert plan.blanks is not None
        assert abs(plan.unsuitable - plan.parts / 5) < 0.5
        assert abs(plan.blanks - plan.parts / 2) <= 0.5
    note = PLANS["endurance"].note
    assert "最適化手法だけ" in note.ja
    assert "optimizers alone" in note.en


def test_every_paper_is_as_its_plan_says(
    composed_papers: tuple[Blueprint, tuple[Composed, ...]],
) -> None:
    plan, papers = composed_papers
    for paper in papers:
        slots, blocks, questions = paper.slots, paper.blocks, paper.questions
        assert [slot.section for slot in slots] == planned_sections(plan)
        assert len({slot.item for slot in slots}) == plan.parts
        assert all(slot.area in plan.sections[slot.section].areas for slot in slots)
        whole = [item for question in questions for item in blocks[question].items]
        assert [slot.item for slot in slots] == whole  # groups are whole, their 小問 in order
        assert sum(blocks[question].unsuitable for question in questions) == plan.unsuitable
        assert sum(blocks[question].blanks for question in questions) == plan.blanks


def planned_sections(plan: Blueprint) -> list[int]:
    return [i for i, section in enumerate(plan.sections) for _ in range(section.parts)]


def test_nothing_beyond_the_exam_comes(
    composed_papers: tuple[Blueprint, tuple[Composed, ...]], deck: Deck
) -> None:
    """Neither a level above the exam nor a method outside of it; wrong options may name one."""
    outside = re.compile("adadelta|amsgrad|adamw|adamax|weight.decay|重み減衰|発展", re.IGNORECASE)
    met = {slot.item for paper in composed_papers[1] for slot in paper.slots}
    for item in met:
        if item in deck.parts:
            question, part = deck.parts[item]
            right = [o.text for o in part.options if o.is_correct]
            said = [t for t in (question.prompt, part.prompt, *right) if t is not None]
            assert question.level < 5
            asked = [question.topic, question.listing or "", *(t.ja + t.en for t in said)]
            assert not outside.search("\n".join(asked)), item
        else:
            skill = skill_by_id(item)
            assert skill.level < 5
            assert not skill.method.is_advanced
    assert len(met) > 100


def test_the_same_seed_is_the_same_paper_to_the_last_number(deck: Deck) -> None:
    plan = PLANS["mini"]
    again = Deck(deck.banks[::-1])
    for seed in range(5):
        assert snapshots(Papers(deck).made(plan, seed)) == snapshots(Papers(again).made(plan, seed))
    assert snapshots(Papers(deck).made(plan, 1)) != snapshots(Papers(deck).made(plan, 2))


def snapshots(paper: tuple[Sequence[Slot], Sequence[Exercise]]) -> list[object]:
    return [(slot, exercise.snapshot()) for slot, exercise in zip(*paper, strict=True)]


@pytest.fixture(scope="module")
def exercises(deck: Deck) -> tuple[Exercise, ...]:
    """Everything in 200 papers of the small plan."""
    papers = (Papers(deck).made(PLANS["mini"], seed)[1] for seed in SEEDS)
    return tuple(exercise for paper in papers for exercise in paper)


@pytest.fixture(scope="module")
def four_options(exercises: tuple[Exercise, ...]) -> tuple[Exercise, ...]:
    return tuple(exercise for exercise in exercises if exercise.key_count == 4)


def test_most_have_four_options_and_the_others_five(exercises: tuple[Exercise, ...]) -> None:
    counts = Counter(exercise.key_count for exercise in exercises)
    assert set(counts) <= {4, 5}
    assert counts[4] > 0.9 * counts.total()


def test_every_place_among_the_options_is_right_as_often(
    four_options: tuple[Exercise, ...],
) -> None:
    places = Counter(exercise.correct_numbers[0] for exercise in four_options)
    assert chi_square(places, 4) < CHI_SQUARE_3


def test_the_right_option_is_neither_the_longest_nor_the_shortest_too_often(
    four_options: tuple[Exercise, ...],
) -> None:
    """The banks hold a few hundred texts, so the ranks are near even and no more."""
    ranks = [0.0] * 4
    for exercise in four_options:
        for rank, share in length_ranks(exercise):
            ranks[rank] += share / len(four_options)
    assert all(0.15 < rank < 0.35 for rank in ranks), ranks


def length_ranks(exercise: Exercise) -> Iterator[tuple[int, float]]:
    """Yield the ranks by length that the right option shares with those as long as it is."""
    widths = [cell_width(shown) for shown in option_texts(exercise)]
    right = widths[exercise.correct_numbers[0] - 1]
    shorter, alike = sum(width < right for width in widths), widths.count(right)
    yield from ((rank, 1 / alike) for rank in range(shorter, shorter + alike))


def option_texts(exercise: Exercise) -> list[str]:
    if isinstance(exercise, NumericExercise):
        return [option.text for option in exercise.options]
    return [plain_text(spans(exercise.part.options[i].text.ja)) for i in exercise.order]


def chi_square(counts: Counter[int], kinds: int) -> float:
    expected = counts.total() / kinds
    return sum((counts[kind] - expected) ** 2 / expected for kind in range(1, kinds + 1))


def test_every_question_can_be_shown_on_a_narrow_screen_in_both_languages(deck: Deck) -> None:
    for _, exercises in (Papers(deck).made(PLANS["standard"], seed) for seed in range(5)):
        for exercise in exercises:
            assert isinstance(exercise, AuthoredExercise | NumericExercise)
            for language in Language:
                lines = laid_out(exercise_document(exercise, language), 56)
                assert any(plain_text(line).strip() for line in lines)
