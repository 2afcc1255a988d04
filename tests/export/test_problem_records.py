"""One line of ``generate``: a contract that scripts rely on."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any
from unicodedata import normalize

import pytest

from quizdeck.export.flat_text import flat, flat_formula, in_both
from quizdeck.export.problems import problem_record, problem_text
from quizdeck.expressions.exact import midpoint
from quizdeck.problems.precision import Precision, PrecisionRule, display
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.text import Language, Localized

ALL_SKILLS = pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
SEEDS = (1, 7)


def record_of(problem: Problem) -> Mapping[str, Any]:
    """Return the record as a script gets it, through JSON."""
    record: Mapping[str, Any] = json.loads(json.dumps(problem_record(problem), allow_nan=False))
    return record


@ALL_SKILLS
def test_a_record_has_the_keys_of_the_contract(skill: Skill) -> None:
    record = record_of(build(skill, 7))
    assert list(record) == [
        *("variant", "skill", "version", "level", "method", "given", "ask", "prompt"),
        *("answer", "slips", "sheet", "verified"),
    ]
    assert record["variant"] == f"{record['skill']}@7"
    assert record["skill"] == skill.id
    assert record["method"] == skill.method.id
    assert (record["version"], record["level"]) == (skill.version, skill.level)
    assert set(record["answer"]) == {"exact", "decimal", "precision"}
    assert set(record["verified"]) == {"recurrence", "closed_form", "numpy"}
    assert set(record["prompt"]) == set(record["sheet"]) == {"ja", "en"}
    assert all(set(slip) == {"id", "value", "key"} for slip in record["slips"])


@ALL_SKILLS
def test_given_numbers_are_exact_rationals_in_text(skill: Skill) -> None:
    for seed in SEEDS:
        problem = build(skill, seed)
        for name, value in record_of(problem)["given"].items():
            if name == "t":
                assert isinstance(value, int)
            elif isinstance(value, list):
                assert all(isinstance(number, str) for number in value)
                assert [Fraction(number) for number in value] == list(problem.draw.gradients)
            else:
                assert Fraction(value) == problem.draw.rates[name]


@ALL_SKILLS
def test_the_prompt_states_every_given_number(skill: Skill) -> None:
    for seed in SEEDS:
        record = record_of(build(skill, seed))
        for prompt in record["prompt"].values():
            numbers = re.findall(r"(?<![A-Za-z0-9_.])-?\d+(?:\.\d+|/\d+)?", prompt)
            for name, value in record["given"].items():
                for number in value if isinstance(value, list) else [str(value)]:
                    # the step may be no more than an index: v₂
                    found = normalize("NFKC", prompt) if name == "t" else numbers
                    assert number in found, (record["variant"], number, prompt)


@ALL_SKILLS
def test_other_programs_get_a_minus_that_they_can_read(skill: Skill) -> None:
    for seed in SEEDS:
        written = json.dumps(problem_record(build(skill, seed)), ensure_ascii=False)
        assert "\N{MINUS SIGN}" not in written
        assert "$" not in written
        assert "\\\\" not in written


@ALL_SKILLS
def test_the_answer_is_exact_where_it_can_be_and_has_twelve_digits(skill: Skill) -> None:
    for seed in SEEDS:
        problem = build(skill, seed)
        answer = record_of(problem)["answer"]
        if answer["exact"] is None:
            assert not isinstance(problem.answer, Fraction)
        else:
            assert Fraction(answer["exact"]) == problem.answer
        mantissa = re.sub(r"e.*|[-.]", "", answer["decimal"]).lstrip("0")
        assert len(mantissa) == 12
        error = abs(Fraction(answer["decimal"]) - midpoint(problem.answer))
        assert error <= abs(midpoint(problem.answer)) / 10**11
        rule = answer["precision"]
        assert rule["rule"] == problem.precision.rule
        assert rule.get("n") == problem.precision.digits
        assert ("n" in rule) == (rule["rule"] != "exact")


@ALL_SKILLS
def test_slips_and_proofs_are_numbers(skill: Skill) -> None:
    problem = build(skill, 7)
    record = record_of(problem)
    for written, slip in zip(record["slips"], problem.slips, strict=True):
        assert (written["id"], written["key"]) == (slip.id, slip.is_key)
        assert float(Fraction(written["value"])) == pytest.approx(float(midpoint(slip.value)))
    assert len(record["sheet"]["ja"]) == len(problem.sheet)
    value = float(midpoint(problem.answer))
    assert float(Fraction(record["verified"]["recurrence"])) == pytest.approx(value)
    assert float(Fraction(record["verified"]["closed_form"])) == pytest.approx(value)
    assert record["verified"]["numpy"] == pytest.approx(value)


def test_a_rule_with_digits_says_how_many() -> None:
    problem = build(skill_by_id("adam.v.2"), 7)
    precision = Precision(PrecisionRule.SIGNIFICANT, 3)
    rounded = replace(problem, skill=replace(problem.skill, precision=precision))
    assert record_of(rounded)["answer"]["precision"] == {"rule": "sigfig", "n": 3}
    assert record_of(problem)["answer"]["precision"] == {"rule": "exact"}


def test_the_step_and_the_quantity_that_are_asked_for() -> None:
    assert record_of(build(skill_by_id("adam.v.2"), 7))["ask"] == "v_2"
    assert record_of(build(skill_by_id("adam.lr_t.1"), 7))["ask"] == "lr_1"
    assert set(record_of(build(skill_by_id("adam.v.2"), 7))["given"]) >= {"beta2", "g"}


@pytest.mark.parametrize("language", Language)
def test_a_problem_to_read_has_its_key_and_its_sheet(language: Language) -> None:
    problem = build(skill_by_id("adam.v.2"), 7)
    lines = problem_text(problem, language).split("\n")
    assert lines[0] == "[adam.v.2@7]"
    assert any(line.endswith(f": {display(problem.answer, problem.precision)}") for line in lines)
    assert lines[-2].strip() == flat_formula(problem.sheet[-1].latex)
    assert lines[-1] == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("率は $\\beta_2 = -1$ です", "率は β₂ = -1 です"),
        ("the `a[i]` and **b**", "the a[i] and b"),
        ("一つ目\n\n$$x = 1$$\n\n二つ目", "一つ目\nx = 1\n二つ目"),
        ("$\\frac{1}{", "$\\frac{1}{"),
        ("[/] \x1b[31m", "[/] [31m"),
        ("", ""),
    ],
)
def test_flat_text_has_no_marks_left(text: str, line: str) -> None:
    assert flat(text) == line


def test_flat_text_comes_in_both_languages() -> None:
    assert in_both(Localized("$m_1$ を", "find $m_1$")) == {"ja": "m₁ を", "en": "find m₁"}


def test_a_formula_on_one_line() -> None:
    assert flat_formula("v_2 = -1 - 2") == "v₂ = -1 - 2"
