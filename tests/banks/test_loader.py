"""What a bank is read as, and what is left of one with broken syntax."""

import pytest

from quizdeck.banks.loader import load_bank
from quizdeck.banks.question import Bank, Question, QuestionKind
from quizdeck.text import Localized
from tests.banks.conftest import FILE, GOOD_BANK, found_in, ids, mutated

SECOND = "sample/numpy-class"
THIRD = "sample/unsuitable-statement"


@pytest.fixture
def bank(good_bank: str) -> Bank:
    loaded = load_bank(good_bank, FILE)
    assert loaded.findings == ()
    assert loaded.bank is not None
    return loaded.bank


class TestAGoodBank:
    def test_has_a_title_and_its_questions_in_order(self, bank: Bank) -> None:
        assert (bank.name, bank.title) == ("sample", Localized("見本", "Sample"))
        assert ids(bank) == ["sample/second-moment", SECOND, THIRD]

    def test_gives_a_choice_question_one_part_with_its_own_id(self, bank: Bank) -> None:
        question = bank.questions[0]
        assert (question.kind, question.level) == (QuestionKind.CHOICE, 2)
        assert question.tags == ("formula", "concept")
        assert [part.id for part in question.parts] == [question.id]
        assert question.parts[0].mark is None
        assert [option.is_correct for option in question.parts[0].options] == [
            False,
            True,
            False,
            False,
        ]

    def test_gives_a_code_question_one_part_a_blank(self, bank: Bank) -> None:
        question = bank.questions[1]
        assert question.kind is QuestionKind.CODE
        assert [part.id for part in question.parts] == [f"{SECOND}#decay", f"{SECOND}#weight"]
        assert [part.mark for part in question.parts] == ["あ", "い"]
        assert [part.prompt for part in question.parts] == [Localized("減衰", "The decay"), None]

    def test_keeps_the_indentation_of_a_listing(self, bank: Bank) -> None:
        assert bank.questions[1].listing == (
            "def update(self, key, g):\n"
            "    self.v[key] *= {{あ}}\n"
            "    self.v[key] += {{い}} * g * g"
        )

    def test_takes_a_plain_option_for_both_languages(self, bank: Bank) -> None:
        option = bank.questions[0].parts[0].options[0]
        assert option.text == Localized("$v_t = v_{t-1} + g_t^2$", "$v_t = v_{t-1} + g_t^2$")

    def test_says_which_question_asks_for_the_unsuitable_option(self, bank: Bank) -> None:
        assert [q.parts[0].is_unsuitable for q in bank.questions] == [False, False, True]

    def test_knows_where_everything_stands(self, bank: Bank) -> None:
        assert str(bank.questions[0].place) == "sample.yaml:5:5"
        assert str(bank.questions[1].parts[1].place) == "sample.yaml:48:9"

    @pytest.mark.parametrize("line_end", ["\r\n", "\r"])
    def test_reads_the_same_with_other_line_ends_and_a_mark_in_front(
        self, bank: Bank, good_bank: str, line_end: str
    ) -> None:
        assert load_bank("\ufeff" + good_bank.replace("\n", line_end), FILE).bank == bank


class TestBrokenSyntax:
    def test_in_every_question_is_told_for_every_question(self) -> None:
        bank = GOOD_BANK.replace("level: ", "level: @")
        loaded = load_bank(bank, FILE)
        assert loaded.bank is None
        assert [(f.key, f.place.line) for f in loaded.findings] == [
            ("banks.syntax_start", 7),
            ("banks.syntax_start", 31),
            ("banks.syntax_start", 58),
        ]

    def test_in_one_question_leaves_the_faults_of_others_to_be_told(self) -> None:
        bank = mutated("level: 2", "level: @").replace("mark: い", "mark: x")
        loaded = load_bank(bank, FILE)
        assert [f.key for f in loaded.findings] == ["banks.syntax_start", "banks.not_one_of"]
        assert ids(loaded.bank) == [THIRD]

    def test_of_a_quote_that_ends_in_the_next_question_blames_where_it_began(self) -> None:
        loaded = load_bank(mutated('updates $v_t$?"', "updates $v_t$?"), FILE)
        assert ids(loaded.bank) == [SECOND, THIRD]

    def test_of_a_tab_in_the_indentation_is_told_once(self) -> None:
        loaded, place = found_in(mutated("    level: 2", "▶\tlevel: 2"))
        assert [(f.key, str(f.place)) for f in loaded.findings] == [("banks.tab", place)]

    def test_keeps_every_place_behind_it(self) -> None:
        loaded, place = found_in(mutated("level: 2", "level: @").replace("mark: い", "mark: ▶x"))
        assert str(loaded.findings[-1].place) == place

    def test_of_a_second_document_is_a_finding(self) -> None:
        loaded = load_bank(GOOD_BANK + "---\nformat: 1\n", FILE)
        assert [f.key for f in loaded.findings] == ["banks.several_documents"]


class TestRevisions:
    def changed(self, bank: Bank, old: str, new: str) -> tuple[Question, Question]:
        loaded = load_bank(mutated(old, new), FILE)
        assert loaded.findings == ()
        assert loaded.bank is not None
        return bank.questions[0], loaded.bank.questions[0]

    @pytest.mark.parametrize(
        ("old", "new"),
        [("Which rule", "What rule"), ("減衰がない。", "違う。"), ("An **", "The **")],
    )
    def test_new_words_change_the_revision_alone(self, bank: Bank, old: str, new: str) -> None:
        before, after = (q.parts[0] for q in self.changed(bank, old, new))
        assert before.revision != after.revision
        assert before.answer_revision == after.answer_revision

    def test_a_new_key_changes_both(self, bank: Bank) -> None:
        new = r"'$v_t = \beta_2 v_{t-1}$'"
        old = r"'$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$'"
        before, after = (q.parts[0] for q in self.changed(bank, old, new))
        assert before.revision != after.revision
        assert before.answer_revision != after.answer_revision

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("level: 2", "level: 4"),
            ("[formula, concept]", "[word]"),
            ("questions:", "# a comment\nquestions:"),
            ('"Which rule updates $v_t$?"', "'Which rule updates $v_t$?'"),
        ],
    )
    def test_what_the_learner_never_sees_changes_neither(
        self, bank: Bank, old: str, new: str
    ) -> None:
        before, after = (q.parts[0] for q in self.changed(bank, old, new))
        assert before.revision == after.revision
        assert before.answer_revision == after.answer_revision

    def test_are_short_and_stay_the_same_for_ever(self, bank: Bank) -> None:
        part = bank.questions[2].parts[0]
        assert (part.revision, part.answer_revision) == ("dd7399c50b9b", "031e6cc34c2c")
