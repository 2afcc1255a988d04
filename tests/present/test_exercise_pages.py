"""How a question looks before and after it is answered."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizdeck.banks.question import QuestionKind
from quizdeck.desk.deck import Deck
from quizdeck.expressions.typeset_line import one_line
from quizdeck.grading.verdict import Verdict, VerdictKind
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document, Paragraph, Verbatim, laid_out
from quizdeck.present.exercise import exercise_document, kind_label, listing_lines, shown_options
from quizdeck.present.feedback import (
    diagnosis,
    feedback_document,
    retry_message,
    sheet_lines,
    verdict_blocks,
)
from quizdeck.present.header import progress_line, subject_line
from quizdeck.present.rich_text import spans
from quizdeck.present.spans import Span, Style, plain_text
from quizdeck.problems.precision import EXACT, Precision, PrecisionRule, display
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.sheet import first_wrong_line, slipped_sheet
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.exercise import AuthoredExercise, NumericExercise
from quizdeck.study.policy import PRACTICE
from quizdeck.study.session import Phase, Session
from quizdeck.text import Language
from tests.answers import right_answer

if TYPE_CHECKING:
    from tests.present.conftest import Answered

LANGUAGES = pytest.mark.parametrize("language", Language)
PROBLEM = build(skill_by_id("adam.v.2"), 7)
NUMERIC = NumericExercise(PROBLEM)


def page(document: Document, width: int = 300) -> str:
    return "\n".join(plain_text(line) for line in laid_out(document, width))


def shown_answer(problem: Problem) -> str:
    return display(problem.answer, problem.precision)


def choice_of(deck: Deck, kind: QuestionKind) -> AuthoredExercise:
    item = next(i for i, (question, _) in deck.parts.items() if question.kind is kind)
    exercise = deck.drawn(item, "identity")
    assert isinstance(exercise, AuthoredExercise)
    return exercise


@pytest.fixture(scope="module")
def choice(deck: Deck) -> AuthoredExercise:
    return choice_of(deck, QuestionKind.CHOICE)


@pytest.fixture(scope="module")
def code(deck: Deck) -> AuthoredExercise:
    return choice_of(deck, QuestionKind.CODE)


@LANGUAGES
def test_options_stand_under_their_numbers(choice: AuthoredExercise, language: Language) -> None:
    paragraphs = [b for b in exercise_document(choice, language) if isinstance(b, Paragraph)]
    options = paragraphs[-len(choice.order) :]
    for number, (paragraph, place) in enumerate(zip(options, choice.order, strict=True), start=1):
        assert plain_text(paragraph.lead).strip() == str(number)
        wanted = choice.part.options[place].text.in_language(language)
        assert paragraph.spans == spans(wanted)
    right = shown_options(choice)[choice.correct_numbers[0] - 1]
    assert right.is_correct


@LANGUAGES
def test_a_blank_is_asked_for_within_its_listing(
    code: AuthoredExercise, language: Language
) -> None:
    document = exercise_document(code, language)
    (listing,) = (block for block in document if isinstance(block, Verbatim))
    blanks = [s.text for line in listing.lines for s in line if s.style is Style.BLANK]
    assert blanks == [f"（ {code.part.mark} ）"]
    assert f"{code.part.mark}" in page(document)
    source = code.question.listing or ""
    assert len(listing.lines) == len(source.rstrip("\n").split("\n"))


def test_a_listing_is_numbered_and_keeps_every_character() -> None:
    source = "\n".join([*(f"x{i} = a[i]  # {{{{い}}}}" for i in range(9)), "return {{あ}}"])
    lines = list(listing_lines(source, "あ"))
    assert plain_text(lines[0]) == "  1  x0 = a[i]  # （ い ）"
    assert plain_text(lines[9]) == " 10  return （ あ ）"
    assert Span("（ い ）", Style.STRONG) in lines[0]
    assert Span("（ あ ）", Style.BLANK) in lines[9]


@LANGUAGES
def test_an_unsuitable_option_is_asked_for_in_words(deck: Deck, language: Language) -> None:
    asked = text("session.unsuitable", language)
    for item, (_, part) in deck.parts.items():
        exercise = deck.drawn(item, "identity")
        assert exercise is not None
        assert (asked in page(exercise_document(exercise, language))) is part.is_unsuitable


@LANGUAGES
def test_a_numeric_question_is_its_prompt(language: Language) -> None:
    shown = page(exercise_document(NUMERIC, language))
    for number in PROBLEM.given["g"] if isinstance(PROBLEM.given["g"], list) else ():
        assert number.replace("-", "\N{MINUS SIGN}") in shown
    assert kind_label(NUMERIC, language) == text("session.kind.numeric", language)


@LANGUAGES
def test_every_option_is_given_its_reason(
    deck: Deck, answered: "Answered", language: Language
) -> None:
    for item, (_, part) in deck.parts.items():
        exercise = deck.drawn(item, "identity")
        assert exercise is not None
        shown = page(verdict_blocks(answered(exercise, right_answer(exercise)), language), 2000)
        for option in part.options:
            reason = plain_text(spans(option.why.in_language(language)))
            assert reason.strip()
            assert reason in shown, item


@LANGUAGES
def test_the_chosen_and_the_right_option_are_marked_in_words(
    choice: AuthoredExercise, answered: "Answered", language: Language
) -> None:
    wrong = choice.correct_numbers[0] % len(choice.order) + 1
    lines = page(verdict_blocks(answered(choice, str(wrong)), language)).split("\n")
    assert lines[0].startswith(text("feedback.wrong", language))
    (right_line,) = (line for line in lines if line.startswith("✓"))
    (wrong_line,) = (line for line in lines[1:] if line.startswith("✗"))
    assert right_line.startswith(f"✓{choice.correct_numbers[0]}")
    assert right_line.endswith(f"〔{text('feedback.key', language)}〕")
    assert wrong_line.startswith(f"✗{wrong}")
    assert wrong_line.endswith(f"〔{text('feedback.chosen', language)}〕")


@LANGUAGES
def test_a_right_choice_is_right_and_chosen(
    choice: AuthoredExercise, answered: "Answered", language: Language
) -> None:
    shown = page(verdict_blocks(answered(choice, str(choice.correct_numbers[0])), language))
    key, chosen = text("feedback.key", language), text("feedback.chosen", language)
    assert shown.startswith(text("feedback.correct", language))
    assert f"〔{key}・{chosen}〕" in shown
    assert "✗" not in shown


@LANGUAGES
def test_a_wrong_step_is_named_and_its_first_wrong_line_marked(
    answered: "Answered", language: Language
) -> None:
    for value in (slip for slip in PROBLEM.slips if slip.is_key):
        slip = slip_by_id(value.id)
        session = answered(NUMERIC, str(value.value))
        shown = page(verdict_blocks(session, language))
        assert slip.name.in_language(language) in shown
        wrong = slipped_sheet(slip, PROBLEM.skill.method, PROBLEM.skill.quantity, PROBLEM.draw)
        first = first_wrong_line(PROBLEM.sheet, wrong)
        assert first is not None
        mark = text("feedback.first_wrong", language)
        styles = [line[-1].style for line in sheet_lines(wrong, first)]
        assert [style is Style.WRONG for style in styles] == [i == first for i in range(len(wrong))]
        (marked,) = (line for line in shown.split("\n") if mark in line)
        assert marked.strip() == f"{one_line(wrong[first].latex)}   {mark}"


@LANGUAGES
def test_a_wrong_number_nobody_knows_is_said_to_be_unknown(
    answered: "Answered", language: Language
) -> None:
    shown = page(verdict_blocks(answered(NUMERIC, "1234.56789"), language))
    assert text("feedback.unknown_slip", language) in shown
    assert text("feedback.first_wrong", language) not in shown


@LANGUAGES
def test_a_wrong_sign_is_told_without_a_model(answered: "Answered", language: Language) -> None:
    problem = build(skill_by_id("adam.v.2"), 7)
    session = answered(NUMERIC, f"-{shown_answer(problem)}")
    assert text("diagnosis.sign", language) in page(verdict_blocks(session, language))


@LANGUAGES
@pytest.mark.parametrize("typed", [None, "right", "wrong"])
def test_the_whole_sheet_and_the_answer_are_always_shown(
    answered: "Answered", language: Language, typed: str | None
) -> None:
    answer = shown_answer(PROBLEM)
    words = {"right": answer, "wrong": "1234.56789"}
    shown = page(feedback_document(answered(NUMERIC, words[typed] if typed else None), language))
    for line in sheet_lines(PROBLEM.sheet):
        assert plain_text(line) in shown
    assert answer.replace("-", "\N{MINUS SIGN}") in shown.split("\n")[0]
    assert text("feedback.verified", language) in shown
    assert text("feedback.question", language) in shown


@LANGUAGES
def test_only_a_miss_in_a_drill_is_said_to_come_back(
    choice: AuthoredExercise, answered: "Answered", language: Language
) -> None:
    def notice(session: Session) -> str:
        return page(verdict_blocks(session, language)).split("\n")[-1]

    fresh, again = text("feedback.fresh_numbers", language), text("feedback.returns", language)
    assert notice(answered(NUMERIC, "1234.5")) == fresh
    assert notice(answered(NUMERIC, None)) == fresh
    assert notice(answered(choice, None)) == again
    assert notice(answered(NUMERIC, shown_answer(PROBLEM))) not in {fresh, again}
    assert notice(answered(NUMERIC, "1234.5", policy=PRACTICE)) not in {fresh, again}


@LANGUAGES
def test_what_costs_nothing_says_what_to_type_instead(
    answered: "Answered", language: Language
) -> None:
    session = answered(NUMERIC, "abc")
    assert session.answer is not None
    assert session.answer.verdict.kind is VerdictKind.UNREADABLE
    assert "abc" in retry_message(session.answer.verdict, EXACT, language)


@LANGUAGES
@pytest.mark.parametrize(
    ("precision", "key", "digits"),
    [
        (EXACT, "verdict.too_few_digits.exact", None),
        (Precision(PrecisionRule.SIGNIFICANT, 3), "verdict.too_few_digits.sigfig", 3),
        (Precision(PrecisionRule.PLACES, 4), "verdict.too_few_digits.dp", 4),
        (None, "verdict.too_few_digits", None),
    ],
)
def test_the_digits_asked_for_are_said_again(
    language: Language, precision: Precision | None, key: str, digits: int | None
) -> None:
    verdict = Verdict(VerdictKind.TOO_FEW_DIGITS, "0.3")
    message = retry_message(verdict, precision, language)
    assert message == text(key, language, digits=digits)
    assert "None" not in message


@LANGUAGES
def test_a_diagnosis_has_words_for_every_slip_it_fits(
    answered: "Answered", language: Language
) -> None:
    for slip in PROBLEM.slips:
        session = answered(NUMERIC, str(slip.value))
        assert session.answer is not None
        names = diagnosis(session.answer.verdict, language)
        assert len(names) == len(session.answer.verdict.slips) >= 1
        if len(names) > 1:
            assert text("feedback.one_of", language) in page(verdict_blocks(session, language))


@LANGUAGES
def test_the_head_says_where_one_is(answered: "Answered", language: Language) -> None:
    before = answered(NUMERIC)
    title = text("session.drill", language)
    assert plain_text(progress_line(before, language)) == f"{title}   0 / 3   "
    missed = answered(NUMERIC, "1234.5")
    assert plain_text(progress_line(missed, language)) == f"{title}   1 / 3   ○"
    level = text("session.level", language, level=PROBLEM.skill.level)
    kind = text("session.kind.numeric", language)
    assert plain_text(subject_line(before, language)) == f"Adam ・ {kind} ・ {level}"


def test_an_item_that_comes_back_counts_once(answered: "Answered") -> None:
    session = answered(NUMERIC, "1234.5")
    (miss,) = session.results
    twice = replace(session, results=(miss, replace(miss, is_return=True)))
    assert plain_text(progress_line(twice, Language.ENGLISH)).endswith("   1 / 3   ○○")
    again = replace(twice, phase=Phase.ASKING)
    assert plain_text(subject_line(again, Language.JAPANESE)).endswith(" ・ もう一度")


def test_every_round_of_practice_counts(answered: "Answered") -> None:
    session = answered(NUMERIC, "1234.5", policy=PRACTICE)
    assert "1 / 3" in plain_text(progress_line(session, Language.ENGLISH))


def test_nothing_is_shown_where_nothing_is_asked(answered: "Answered") -> None:
    session = replace(answered(NUMERIC), exercise=None)
    assert subject_line(session, Language.ENGLISH) == ()
    assert feedback_document(session, Language.ENGLISH) == ()
    assert verdict_blocks(session, Language.ENGLISH) == ()
