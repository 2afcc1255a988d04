"""The banks that come with the program are without a fault."""

import re
from collections import Counter
from pathlib import Path

import pytest

from quizdeck.banks.inspection import executed, inspected
from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.banks.question import (
    Bank,
    Choose,
    Option,
    Part,
    Question,
    QuestionKind,
    TypedLine,
)
from quizdeck.code_blanks.listing import code_of, filled, marks_in, syntax_fault
from quizdeck.expressions.typeset_line import one_line
from quizdeck.expressions.typeset_picture import picture
from quizdeck.text import Language, Localized, cell_width

FILES = sorted(path for folder in shipped_banks() for path in folder.glob("*.yaml"))
BANKS = load_banks(FILES).banks
QUESTIONS = [question for bank in BANKS for question in bank.questions]
PARTS = [part for question in QUESTIONS for part in question.parts]
DISPLAYED = re.compile(r"\$\$([^$]+)\$\$")
INLINE = re.compile(r"\$([^$\n]+)\$")


def texts(bank: Bank) -> list[str]:
    """Return everything in a bank that is prose, in both languages."""
    found: list[Localized] = [bank.title]
    for question in bank.questions:
        found += filter(None, [question.prompt])
        for part in question.parts:
            found += filter(None, [part.explanation, part.prompt])
            found += [text for option in part.options for text in (option.text, option.why)]
    return [text.in_language(language) for text in found for language in Language]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_is_read_without_findings(file: Path) -> None:
    loaded = load_banks([file])
    assert loaded.findings == ()
    assert [bank.name for bank in loaded.banks] == [file.stem]


def test_no_two_files_share_an_id() -> None:
    assert load_banks(FILES).findings == ()


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_every_formula_can_be_typeset(bank: Bank) -> None:
    for text in texts(bank):
        for latex in DISPLAYED.findall(text):
            assert picture(latex.strip())
        for latex in INLINE.findall(DISPLAYED.sub("", re.sub("`[^`\n]*`", "", text))):
            assert one_line(latex)


CHOICES = [part for part in PARTS if isinstance(part.task, Choose) and not part.task.takes_all]
CODE = [question for question in QUESTIONS if question.kind is QuestionKind.CODE]


def parts_of(*banks: str) -> list[Part]:
    return [p for q in QUESTIONS if q.bank in banks for p in q.parts]


class TestHowMuchThereIs:
    """What one practises with has to be enough for months."""

    @pytest.mark.parametrize(
        ("banks", "least"),
        [
            (("adam",), 60),
            (("momentum",), 45),
            (("adagrad",), 35),
            (("descent", "rmsprop"), 50),
            (("notation",), 20),
            (("misconceptions",), 30),
        ],
    )
    def test_of_a_subject(self, banks: tuple[str, ...], least: int) -> None:
        assert len(parts_of(*banks)) >= least

    def test_of_code(self) -> None:
        assert len(CODE) >= 15
        assert sum(len(question.parts) for question in CODE) >= 50

    def test_of_every_kind(self) -> None:
        assert {question.kind for question in QUESTIONS} == set(QuestionKind)

    def test_of_every_level(self) -> None:
        levels = Counter(question.level for question in QUESTIONS)
        assert all(levels[level] >= 0.05 * len(QUESTIONS) for level in range(1, 6))

    def test_of_questions_for_the_unsuitable(self) -> None:
        share = sum(part.is_unsuitable for part in PARTS) / len(PARTS)
        assert 0.1 <= share <= 0.3


@pytest.mark.parametrize("question", CODE, ids=lambda question: question.id)
class TestAListing:
    def test_shows_its_blanks_and_is_python_with_the_right_answers(
        self, question: Question
    ) -> None:
        assert question.listing is not None
        filling = {part.mark or "": answer(part) for part in question.parts}
        assert {mark.name for mark in marks_in(question.listing)} == set(filling)
        assert syntax_fault(filled(question.listing, filling)) is None

    def test_is_executed_by_a_check(self, question: Question) -> None:
        assert question.run is not None


def test_executed_the_right_options_are_right_and_no_wrong_one_is() -> None:
    assert list(executed(BANKS, lambda *_: None)) == []


def test_every_claim_holds_and_nothing_could_be_better() -> None:
    assert list(inspected(BANKS)) == []


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_every_question_says_where_its_facts_are_from(bank: Bank) -> None:
    assert all(question.source for question in bank.questions)


class TestTheRightOption:
    """A guess by the look of the options must not pay."""

    @pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
    def test_stands_at_every_place_of_the_file(self, bank: Bank) -> None:
        own = [part for question in bank.questions for part in question.parts if part in CHOICES]
        places = Counter(part.options.index(right(part)) for part in own)
        assert all(0.1 <= places[place] / len(own) <= 0.45 for place in range(4))

    @pytest.mark.parametrize("language", Language)
    def test_is_neither_the_longest_nor_the_shortest_too_often(self, language: Language) -> None:
        ranks = Counter(rank(part, language) for part in CHOICES)
        assert ranks["longest"] / len(CHOICES) <= 0.25
        assert ranks["shortest"] / len(CHOICES) <= 0.25


def answer(part: Part) -> str:
    """Return the code that belongs into a blank."""
    if isinstance(part.task, TypedLine):
        return part.task.answer
    return code_of(right(part).text.en)


def right(part: Part) -> Option:
    return next(option for option in part.options if option.is_correct)


def rank(part: Part, language: Language) -> str:
    """Return which of a part's options the right one is by its width on the screen."""
    widths = [cell_width(option.text.in_language(language)) for option in part.options]
    own = cell_width(right(part).text.in_language(language))
    if widths.count(own) > 1 or min(widths) < own < max(widths):
        return "between"
    return "longest" if own == max(widths) else "shortest"


JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
MARKED = re.compile("[(（][あ-こ][)）]|[あ-こ]:")  # blanks keep their kana in every language
WORDS = re.compile("[A-Za-z]{2,}(?: [A-Za-z]{2,}){2}")


def sentences(bank: Bank) -> list[Localized]:
    """Return what of a bank has to be written in both languages."""
    parts = [part for question in bank.questions for part in question.parts]
    return [
        *(question.prompt for question in bank.questions if question.prompt),
        *(part.explanation for part in parts if part.explanation),
        *(part.prompt for part in parts if part.prompt),
        *(option.why for part in parts for option in part.options),
    ]


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
class TestTheLanguages:
    def test_of_sentences_differ(self, bank: Bank) -> None:
        for sentence in sentences(bank):
            assert JAPANESE.search(sentence.ja), sentence.ja
            assert not JAPANESE.search(MARKED.sub("", sentence.en)), sentence.en

    def test_of_options_differ_where_they_have_words(self, bank: Bank) -> None:
        for option in (o for q in bank.questions for part in q.parts for o in part.options):
            assert not JAPANESE.search(MARKED.sub("", option.text.en)), option.text.en
            words = re.sub(r"\$[^$]*\$|`[^`]*`", "", option.text.ja)
            assert JAPANESE.search(words) or not WORDS.search(words), option.text.ja
