"""A slip of an earlier part is not counted against the parts that go on from it rightly."""

import pytest

from quizdeck.grading.follow_through import judge_part
from quizdeck.grading.verdict import VerdictKind
from quizdeck.problems.precision import Precision, PrecisionRule, display, exact_text
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import MULTIPARTS
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.wrong_values import modelled_slips, value_with_slips

PAIRS = [
    pytest.param(early, late, id=f"{early.id} → {late.id}")
    for multipart in MULTIPARTS
    for early, late in zip(multipart.parts, multipart.parts[1:], strict=False)
]


FOUR_FIGURES = Precision(PrecisionRule.SIGNIFICANT, 4)


def typed_after(problem: Problem, *slips: str) -> str:
    """Return what somebody types who goes on rightly from these slips; 0 where nothing follows."""
    value = value_with_slips(list(map(slip_by_id, slips)), problem.skill, problem.draw)
    return "0" if value is None else exact_text(value) or display(value, FOUR_FIGURES)


@pytest.mark.parametrize(("early", "late"), PAIRS)
def test_parts_of_one_problem_share_their_numbers(early: Skill, late: Skill) -> None:
    for seed in range(5):
        assert build(early, seed).draw == build(late, seed).draw


@pytest.mark.parametrize(("early", "late"), PAIRS)
def test_what_follows_from_a_diagnosed_slip_is_correct(early: Skill, late: Skill) -> None:
    problem = build(late, 1)
    followed = 0
    for slip in build(early, 1).slips:
        typed = typed_after(problem, slip.id)
        if typed in {exact_text(problem.answer), "0", "1", "-1"}:
            continue
        verdict = judge_part(typed, problem, [slip.id])
        assert verdict.kind is VerdictKind.CORRECT
        assert verdict.carried == (slip.id,)
        assert verdict.slips == ()
        followed += 1
    # the accumulators of a part may be lost on the next one, but not all of them
    assert followed or early.quantity in {"m", "m_hat"}


def test_what_follows_from_nothing_diagnosed_stays_wrong() -> None:
    early, late = MULTIPARTS[0].parts
    problem = build(late, 1)
    typed = typed_after(problem, build(early, 1).slips[0].id)
    assert judge_part(typed, problem, []).kind is VerdictKind.WRONG


def test_two_earlier_slips_are_carried_together() -> None:
    m, v, *_, update = MULTIPARTS[4].parts
    problem = build(update, 2)
    wrong = [next(s.id for s in build(part, 2).slips if "swapped" in s.id) for part in (m, v)]
    verdict = judge_part(typed_after(problem, *wrong), problem, wrong)
    assert verdict.kind is VerdictKind.CORRECT
    assert set(verdict.carried) == set(wrong)


@pytest.mark.parametrize("typed", ["0", "1", "-1"])
def test_a_number_that_tells_nothing_is_never_carried(typed: str) -> None:
    for multipart in MULTIPARTS:
        *_, last = multipart.parts
        for seed in range(20):
            problem = build(last, seed)
            every = [modelled.slip.id for modelled in modelled_slips(last)][:4]
            verdict = judge_part(typed, problem, every)
            assert not verdict.carried
