"""Every skill: what it draws is clean, proved, stated in full and told apart from every slip."""

import hashlib
import json
import re
from fractions import Fraction
from functools import cache

import pytest

from quizdeck.errors import ProblemError, UsageError
from quizdeck.export.flat_text import flat
from quizdeck.expressions.exact import may_be_equal, midpoint
from quizdeck.grading.verdict import VerdictKind, judge
from quizdeck.problems.blocks import build_many
from quizdeck.problems.precision import display, terminating_decimal
from quizdeck.problems.problem import Problem, build, problem_by_variant
from quizdeck.problems.proof import prove
from quizdeck.problems.sheet import first_wrong_line, slipped_sheet
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import MULTIPARTS, SKILLS, skill_by_id, skills_matching
from quizdeck.problems.slips.registry import all_slips, slip_by_id
from quizdeck.problems.wrong_values import modelled_slips
from quizdeck.text import Language

SEEDS = range(20)
ALL_SKILLS = pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)


@cache
def problems(skill: Skill) -> tuple[Problem, ...]:
    return tuple(build_many(skill, SEEDS))


@ALL_SKILLS
def test_the_three_derivations_agree(skill: Skill) -> None:
    for problem in problems(skill):
        proof = problem.proof
        assert may_be_equal(proof.recurrence, proof.closed_form)
        assert proof.numpy == pytest.approx(float(midpoint(problem.answer)), rel=1e-9)


def test_a_wrong_answer_is_never_proved() -> None:
    problem = build(skill_by_id("adam.v.2"), 7)
    with pytest.raises(ProblemError):
        prove(problem.skill, problem.draw, midpoint(problem.answer) + Fraction(1, 100))


@ALL_SKILLS
def test_the_prompt_states_every_given_number(skill: Skill) -> None:
    for problem in problems(skill):
        for language in Language:
            prompt = flat(problem.prompt.in_language(language))
            numbers = re.findall(r"(?<![\w.])-?\d+(?:\.\d+|/\d+)?", prompt)
            for value in problem.given.values():
                for number in value if isinstance(value, list) else [str(value)]:
                    assert number in numbers, (problem.variant, number, prompt)


@ALL_SKILLS
def test_the_shown_answer_typed_back_is_correct(skill: Skill) -> None:
    for problem in problems(skill):
        typed = display(problem.answer, problem.precision)
        verdict = judge(typed, problem.answer, problem.precision, problem.slips)
        assert verdict.kind is VerdictKind.CORRECT, problem.variant


@ALL_SKILLS
def test_every_slip_typed_is_recognised_as_itself(skill: Skill) -> None:
    for problem in problems(skill):
        for slip in problem.slips:
            typed = display(slip.value, problem.precision)
            verdict = judge(typed, problem.answer, problem.precision, problem.slips)
            assert verdict.kind is VerdictKind.WRONG, (problem.variant, slip.id)
            assert slip.id in verdict.slips, (problem.variant, slip.id, typed)
            if slip.is_key:
                assert verdict.slips == (slip.id,), (problem.variant, verdict.slips)


@ALL_SKILLS
def test_a_slip_without_end_may_be_typed_rounded(skill: Skill) -> None:
    for problem in problems(skill):
        for slip in problem.slips:
            typed = f"{float(midpoint(slip.value)):#.4g}"
            verdict = judge(typed, problem.answer, problem.precision, problem.slips)
            if Fraction(typed) != slip.value and not _is_short(slip.value):
                assert slip.id in verdict.slips, (problem.variant, slip.id, typed)


def _is_short(value: object) -> bool:
    return isinstance(value, Fraction) and terminating_decimal(value, 3) is not None


@ALL_SKILLS
def test_the_sheet_ends_in_the_answer(skill: Skill) -> None:
    for problem in problems(skill):
        assert problem.sheet[-1].value == problem.answer
        assert problem.sheet[-1].step == problem.draw.steps


@ALL_SKILLS
def test_every_slip_has_a_first_wrong_line(skill: Skill) -> None:
    for problem in problems(skill)[:5]:
        for value in problem.slips:
            slip = slip_by_id(value.id)
            wrong = slipped_sheet(slip, skill.method, skill.quantity, problem.draw)
            assert wrong[-1].value == value.value
            assert first_wrong_line(problem.sheet, wrong) is not None, (problem.variant, slip.id)


@ALL_SKILLS
def test_the_numbers_vary(skill: Skill) -> None:
    assert len({json.dumps(dict(problem.given)) for problem in problems(skill)}) >= 12


@ALL_SKILLS
def test_at_least_four_wrong_numbers_are_known(skill: Skill) -> None:
    for problem in problems(skill):
        assert len({midpoint(slip.value) for slip in problem.slips}) >= 4


def test_the_families_have_enough_slips() -> None:
    known = {s: {m.slip.id for m in modelled_slips(s)} for s in SKILLS}
    for family, least in {"adam": 6, "momentum": 4, "adagrad": 4}.items():
        reached = set().union(*(ids for s, ids in known.items() if s.method.family == family))
        assert len(reached) >= least


def test_every_slip_can_be_met_somewhere() -> None:
    asked = (*SKILLS, *(part for multipart in MULTIPARTS for part in multipart.parts))
    reachable = {modelled.slip.id for skill in asked for modelled in modelled_slips(skill)}
    assert {slip.id for slip in all_slips()} == reachable


def test_slips_that_algebra_hides_are_left_out() -> None:
    at_first_step = {m.slip.id for m in modelled_slips(skill_by_id("adam.m.1"))}
    assert "adam.m.no_decay" not in at_first_step
    late = {m.slip.id for m in modelled_slips(skill_by_id("adam.m.2"))}
    assert "adam.m.no_decay" in late


def test_the_same_seed_gives_the_same_problem_for_ever() -> None:
    """A change of these hashes needs a new version of the skills it touches."""
    facts = [
        [problem.variant, problem.skill.version, dict(problem.given), str(problem.answer)]
        for skill in SKILLS
        for problem in problems(skill)[:20]
    ]
    assert hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16] == "8827818e2af9d817"


def test_a_variant_is_found_by_its_name() -> None:
    assert problem_by_variant("adam.v.2@7") == build(skill_by_id("adam.v.2"), 7)


@pytest.mark.parametrize(
    "name",
    ["adam.v.2", "adam.v.2@", "adam.v.2@x", "adam.v.2@-1", "nothing.v.2@1", "adam.v.2@1e9", "@1"],
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(UsageError):
        problem_by_variant(name)


def test_skills_are_found_by_the_beginning_of_their_names() -> None:
    assert [skill.id for skill in skills_matching("adam.v")] == ["adam.v.1", "adam.v.2", "adam.v.3"]
    with pytest.raises(UsageError):
        skills_matching("ada")
