"""The same problem in the letters of other books: only the letters change, and none is lost."""

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from quizdeck.expressions.typeset_line import one_line
from quizdeck.optimizers.notations import BOOK, GOODFELLOW, NOTATIONS, Notation
from quizdeck.optimizers.symbols import letters_of
from quizdeck.problems.notation_note import notation_note
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.sheet import SheetLine, slipped_sheet
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.wrong_values import modelled_slips
from quizdeck.text import Language, Localized

SEEDS = (1, 2, 3)
OTHERS = tuple(notation for notation in NOTATIONS if notation is not BOOK)

# This one speaks of AdaGrad's sum beside Adam's average; Goodfellow calls both r, and the text says
# whose is whose.
NAMES_THE_OWNERS = "adam.v.sum_of_squares"

GREEK = (r"\alpha", r"\beta", r"\gamma", r"\varepsilon", r"\theta", r"\lambda", r"\rho")
LATEX = {one_line(latex): latex for latex in (r"\mathrm{lr}", *GREEK)}
FORMULA = re.compile(r"\$\$?([^$]+)\$\$?")
NO_LETTERS = re.compile(
    r"`[^`]*`|\\(?:mathrm|text)\{(?!lr\})[^}]*\}|\\[,{}]|\\(?:left|right|frac|sqrt|hat|max|min|sum|"
    r"cos|cdot|ne|le|ge|times|dots|rightarrow|approx|lfloor|rfloor|mid|pi|partial|Delta)(?![A-Za-z])"
)
INDEX_IN_WORDS = re.compile(r"_[a-z]+")
LETTER_IN_WORDS = re.compile(r"(?<![A-Za-z'’])(?:lr|[A-Za-z])(?![A-Za-z])|[α-ω]")
LETTER_IN_FORMULA = re.compile(r"\\mathrm\{lr\}|\\[A-Za-z]+|[A-Za-z]")

all_skills = pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
other_notations = pytest.mark.parametrize("notation", OTHERS, ids=lambda notation: notation.id)


def letters_in(text: str) -> Iterator[str]:
    """Yield the letters of a text in order, one by one and as Unicode, without their indices."""
    for i, part in enumerate(FORMULA.split(NO_LETTERS.sub(" ", text))):
        if i % 2:
            yield from map(one_line, LETTER_IN_FORMULA.findall(part))
        else:
            yield from LETTER_IN_WORDS.findall(INDEX_IN_WORDS.sub("", part))


def in_notation(letter: str, skill: Skill, notation: Notation) -> str:
    return notation.relettering(letters_of(skill.method)).latex(LATEX.get(letter, letter))


def expected(book: str, skill: Skill, notation: Notation) -> list[str]:
    others = (in_notation(letter, skill, notation) for letter in letters_in(book))
    return list(chain.from_iterable(letters_in(f"${other}$") for other in others))


def one_text(lines: tuple[SheetLine, ...]) -> str:
    return "\n".join(f"${line.latex}$" for line in lines)


def without_note(prompt: Localized, problem: Problem, notation: Notation) -> Localized:
    note = notation_note(problem.prompt.ja, problem.skill.method, notation)
    assert f"。{note.ja}）" in prompt.ja
    assert f"; {note.en}.)" in prompt.en
    return Localized(prompt.ja.replace(f"。{note.ja}", ""), prompt.en.replace(f"; {note.en}", ""))


def flat(text: str) -> str:
    return FORMULA.sub(lambda formula: one_line(formula[1]), text)


@other_notations
@all_skills
def test_a_prompt_changes_letter_by_letter_and_says_whose_letters_it_has(
    skill: Skill, notation: Notation
) -> None:
    for seed in SEEDS:
        problem = build(skill, seed)
        prompt = without_note(problem.prompt_in(notation), problem, notation)
        for language in Language:
            book, other = problem.prompt.in_language(language), prompt.in_language(language)
            assert list(letters_in(other)) == expected(book, skill, notation)
            assert re.findall(r"= (-?[\d./]+)", other) == re.findall(r"= (-?[\d./]+)", book)
            assert flat(other)


@other_notations
@all_skills
def test_a_sheet_changes_its_letters_and_no_number(skill: Skill, notation: Notation) -> None:
    for seed in SEEDS:
        problem = build(skill, seed)
        book, other = problem.sheet, problem.sheet_in(notation)
        assert [line.value for line in other] == [line.value for line in book]
        assert list(letters_in(one_text(other))) == expected(one_text(book), skill, notation)
        for line, own in zip(book, other, strict=True):
            assert one_line(own.latex).split(" = ")[1:] == one_line(line.latex).split(" = ")[1:]


@other_notations
@all_skills
def test_a_slip_is_named_and_explained_in_the_letters_of_the_problem(
    skill: Skill, notation: Notation
) -> None:
    for modelled in modelled_slips(skill):
        for text in (modelled.slip.name, modelled.slip.explanation):
            own = notation.relettered(text, letters_of(skill.method))
            for language in Language:
                book, other = text.in_language(language), own.in_language(language)
                assert list(letters_in(other)) == expected(book, skill, notation)
                assert flat(other)


@other_notations
@all_skills
def test_no_two_quantities_of_a_problem_share_a_letter(skill: Skill, notation: Notation) -> None:
    problem = build(skill, 1)
    slips = [m.slip for m in modelled_slips(skill) if m.slip.id != NAMES_THE_OWNERS]
    texts = [problem.prompt.ja, one_text(problem.sheet)]
    texts += [text.ja for slip in slips for text in (slip.name, slip.explanation)]
    used = {letter for text in texts for letter in letters_in(text)}
    own = [one_line(in_notation(letter, skill, notation)) for letter in used]
    assert len(set(own)) == len(own), sorted(zip(used, own, strict=True))


@all_skills
def test_the_book_s_notation_is_the_prompt_itself(skill: Skill) -> None:
    problem = build(skill, 1)
    assert problem.prompt_in(BOOK) == problem.prompt
    assert problem.sheet_in(BOOK) == problem.sheet


def test_a_slipped_sheet_has_the_same_letters() -> None:
    problem = build(skill_by_id("adam.m.2"), 1)
    slip, method = slip_by_id("adam.m.coefficients_swapped"), problem.skill.method
    lines = slipped_sheet(slip, method, "m", problem.draw, GOODFELLOW)
    assert [one_line(line.latex)[:2] for line in lines] == ["s₁", "s₂"]
