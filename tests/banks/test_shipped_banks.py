"""The banks that come with the program are without a fault."""

import re
from collections import Counter
from pathlib import Path

import pytest

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.banks.question import Bank, Option, Part, QuestionKind
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
        found.append(question.prompt)
        for part in question.parts:
            found += [part.explanation, *([part.prompt] if part.prompt else [])]
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


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
def test_the_correct_option_is_not_always_at_the_same_place(bank: Bank) -> None:
    parts = [part for question in bank.questions for part in question.parts]
    places = {[option.is_correct for option in part.options].index(True) for part in parts}
    assert len(places) > 1


def test_every_kind_of_question_of_the_exam_is_there() -> None:
    assert len(PARTS) >= 24
    tags = {tag for question in QUESTIONS for tag in question.tags}
    assert {"formula", "word", "code"} <= tags
    marks = [
        "".join(p.mark or "" for p in q.parts) for q in QUESTIONS if q.kind is QuestionKind.CODE
    ]
    assert "あいう" in marks
    assert any(part.is_unsuitable for part in PARTS)


def test_every_listing_shows_its_blanks_and_is_python_without_them() -> None:
    for question in QUESTIONS:
        if question.listing is not None:
            code = re.sub(r"\{\{[あ-こ]\}\}", "BLANK", question.listing)
            assert code.count("BLANK") == len(question.parts)
            compile(code, question.id, "exec")


def test_a_formula_choice_has_formulas_and_a_word_choice_words() -> None:
    for question in QUESTIONS:
        for option in question.parts[0].options:
            if question.tags[0] == "formula":
                assert "$" in option.text.ja, question.id
            if question.tags[0] == "word":
                assert "：" in option.text.ja, question.id


class TestTheRightOption:
    """A guess by the look of the options must not pay."""

    def test_stands_at_every_place_of_the_file(self) -> None:
        places = Counter(part.options.index(right(part)) for part in PARTS)
        assert all(0.1 <= places[place] / len(PARTS) <= 0.4 for place in range(4))

    @pytest.mark.parametrize("language", Language)
    def test_is_neither_the_longest_nor_the_shortest_too_often(self, language: Language) -> None:
        ranks = Counter(rank(part, language) for part in PARTS)
        assert ranks["longest"] / len(PARTS) <= 0.35
        assert ranks["shortest"] / len(PARTS) <= 0.35


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
WORDS = re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")


def sentences(bank: Bank) -> list[Localized]:
    """Return what of a bank has to be written in both languages."""
    parts = [part for question in bank.questions for part in question.parts]
    return [
        *(question.prompt for question in bank.questions),
        *(part.explanation for part in parts),
        *(part.prompt for part in parts if part.prompt),
        *(option.why for part in parts for option in part.options),
    ]


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.name)
class TestTheLanguages:
    def test_of_sentences_differ(self, bank: Bank) -> None:
        for sentence in sentences(bank):
            assert JAPANESE.search(sentence.ja), sentence.ja
            english = re.sub(r"\([あ-こ]\)", "", sentence.en)
            assert not JAPANESE.search(english), sentence.en

    def test_of_options_differ_where_they_have_words(self, bank: Bank) -> None:
        for option in (o for q in bank.questions for part in q.parts for o in part.options):
            assert not JAPANESE.search(option.text.en), option.text.en
            words = re.sub(r"\$[^$]*\$|`[^`]*`", "", option.text.ja)
            assert not WORDS.search(words), option.text.ja
