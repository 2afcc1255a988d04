"""What is said about a bank with a fault, where, and what is left of the bank."""

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.banks import loader
from quizdeck.banks.loader import LoadedBank, load_bank
from quizdeck.language.bank_checks import CHECKS
from quizdeck.language.banks import BANKS
from quizdeck.language.catalogue import CATALOGUE, text
from quizdeck.text import Language
from tests.banks.conftest import FILE, GOOD_BANK, found_in, ids, mutated

SECOND = "sample/numpy-class"
THIRD = "sample/unsuitable-statement"

WIDE_LINE = "          self.v[key] *= {{あ}}" + " + 0" * 12

FAULTS_OF_THE_FIRST_QUESTION = [
    # ids, kinds, levels, tags
    ("- id: sample/second-moment", "- id: ▶second-moment", "banks.bad_id"),
    ("- id: sample/second-moment", "- id: ▶Sample/second", "banks.bad_id"),
    ("- id: sample/second-moment\n    kind", "- ▶kind", "banks.missing_key"),
    ("kind: choice", "kind: ▶chioce", "banks.not_one_of"),
    ("level: 2", "level: ▶6", "banks.not_number"),
    ("level: 2", "level: ▶'2'", "banks.not_number"),
    ("level: 2", "level: ▶02", "banks.not_number"),
    ("level: 2", "level: ▶[2]", "banks.not_number"),
    ("[formula, concept]", "[formula, ▶poetry]", "banks.not_one_of"),
    ("[formula, concept]", "▶[]", "banks.empty_list"),
    ("[formula, concept]", "▶formula", "banks.not_list"),
    # keys
    ("    level: 2", "    ▶levle: 2\n    level: 2", "banks.misspelt_key"),
    ("    level: 2", "    ▶zzz: 2\n    level: 2", "banks.unknown_key"),
    ("    level: 2", "    level: 2\n    ▶level: 3", "banks.duplicate_key"),
    ("    level: 2", "    ? ▶[a]\n    : 2\n    level: 2", "banks.key_not_text"),
    # texts in two languages
    ("{ja: 減衰がない。, en: Nothing decays.}", "▶{en: Nothing decays.}", "banks.missing_key"),
    ("{ja: 減衰がない。, en: Nothing decays.}", "{ja: 減衰, en: ▶''}", "banks.empty_text"),
    ("{ja: 減衰がない。, en: Nothing decays.}", "{ja: 減衰, en: ▶'  '}", "banks.empty_text"),
    ("{ja: 減衰がない。, en: Nothing decays.}", "{ja: 減衰, en: ▶[]}", "banks.not_text"),
    ("{ja: 減衰がない。, en: Nothing decays.}", "▶減衰がない。", "banks.not_mapping"),
    ("{ja: 減衰がない。, en: Nothing decays.}", "{ja: あ, en: い, ▶fr: う}", "banks.unknown_key"),
    # what YAML would make of a text without quotes
    ("en: Nothing decays.", "en: ▶no", "banks.unquoted_truth"),
    ("en: Nothing decays.", "en: ▶Yes", "banks.unquoted_truth"),
    ("en: Nothing decays.", "en: ▶1e-3", "banks.unquoted_number"),
    ("en: Nothing decays.", "en: ▶-.5", "banks.unquoted_number"),
    ("en: Nothing decays.", "en: ▶012", "banks.unquoted_number"),
    ("en: Nothing decays.", "en: ▶1:30", "banks.unquoted_number"),
    ("en: Nothing decays.", "en: ▶0x1F", "banks.unquoted_number"),
    ("en: Nothing decays.", "en: ▶.inf", "banks.unquoted_number"),
    ("en: Nothing decays.", "en: ▶~", "banks.unquoted_nothing"),
    ("en: Nothing decays.", "en: ▶2026-11-24", "banks.unquoted_date"),
    # options
    ("correct: true", "correct: ▶yes", "banks.not_truth"),
    ("correct: true", "correct: ▶'true'", "banks.not_truth"),
    ("'$v_t = v_{t-1} + g_t^2$'\n", "a\n        correct: true\n", "banks.correct_count"),
    ("        correct: true\n", "", "banks.correct_count"),
    ("{ja: どれでもない, en: none of these}", "'$v_t = v_{t-1} + g_t^2$'", "banks.same_options"),
    ("{ja: どれでもない, en: none of these}", "{ja: 無, en: '`v`  stays'}", "banks.same_options"),
    # the signs of prose
    ("'`v` stays'", "'`v` ▶`stays'", "banks.unbalanced"),
    ("'`v` stays'", "'`v` ▶$stays'", "banks.unbalanced"),
    ("An **average**.", "An ▶**average.", "banks.unbalanced"),
    ("An **average**.", "An **average ▶$v$**.", "banks.nested"),
    (r"$$v_t = \beta_2", r"$$v_t = ▶\betta_2", "math.unknown_command"),
    ("Which rule updates $v_t$?", r"He said \"a\", $v_▶$?", "math.missing_argument"),
    ("'$v_t$ の更新式はどれか。'", "'it''s $v ▶学$。'", "math.unknown_character"),
    # what YAML offers and a bank may not use
    ("level: 2", "level: ▶&two 2", "banks.anchor"),
    ("level: 2", "level: ▶*two", "banks.alias"),
    ("level: 2", "level: ▶!!int 2", "banks.tag"),
    ("tags: [", "tags: ▶!!python/object/apply:os.system [", "banks.tag"),
    ("en: Nothing decays.", r'en: "▶\beta"', "banks.escape"),
    ("en: Nothing decays.", r'en: "▶\nabla"', "banks.escape"),
    ("en: Nothing decays.", r'en: "a ▶\sqrt b"', "banks.escape"),
    ("An **average**.", "An▶\taverage.", "banks.tab"),
    ("An **average**.", "An ▶\x1b[31maverage.", "banks.character"),
    ("An **average**.", "An ▶\u2028average.", "banks.character"),
    ("An **average**.", "An ▶\ud800average.", "banks.character"),
    # broken syntax
    ('en: "Which rule updates $v_t$?"', "en: Which▶: $v_t$?", "banks.syntax_colon"),
    ("en: Nothing decays.", "en: ▶`v` decays.", "banks.syntax_start"),
    ("en: Nothing decays.", "en: ▶@decays", "banks.syntax_start"),
    ("level: 2", "level: " + "[" * 100_000, "banks.nesting"),
    ("level: 2", "level: {ja: a\n    tags▶: 3", "banks.syntax"),
]

FAULTS_OF_THE_SECOND_QUESTION = [
    ("- id: decay", "- id: ▶Decay", "banks.bad_blank_id"),
    ("- id: weight", "- id: ▶decay", "banks.duplicate_id"),
    ("mark: い", "mark: ▶イ", "banks.not_one_of"),
    ("mark: い", "mark: あ", "banks.mark_twice"),
    ("mark: い", "mark: う", "banks.mark_not_shown"),
    ("* g * g", "* ▶{{う}}", "banks.mark_not_asked"),
    ("          self.v[key] *= {{あ}}", WIDE_LINE.replace("self", "▶self"), "banks.wide_line"),
    ("    blanks:\n", "    ▶options: []\n    blanks:\n", "banks.unknown_key"),
    ("kind: code", "kind: ▶cod", "banks.not_one_of"),
]

FAULTS_OF_THE_FILE = [
    ("format: 1\n", "", "banks.missing_key"),
    ("format: 1", "format: ▶one", "banks.unknown_format"),
    ("format: 1", "format: ▶0", "banks.unknown_format"),
    ("bank: sample", "bank: ▶simple", "banks.other_name"),
    ("{ja: 見本, en: Sample}", "▶{en: Sample}", "banks.missing_key"),
    ("questions:", "▶questoins: 1\nquestions:", "banks.misspelt_key"),
]

FATAL = [
    ("", "banks.empty_file"),
    ("# nothing\n", "banks.empty_file"),
    ("▶- a\n- b\n", "banks.not_mapping"),
    ("▶just words", "banks.not_mapping"),
    (GOOD_BANK.replace("format: 1", "format: ▶2"), "banks.newer_format"),
    (GOOD_BANK[: GOOD_BANK.index("questions:")] + "questions: ▶[]\n", "banks.empty_list"),
    (GOOD_BANK[: GOOD_BANK.index("questions:")] + "questions: ▶7\n", "banks.not_list"),
    ("a: ▶'b", "banks.syntax_quote"),
    ("[" * 16 + "▶" + "[" * 1_000_000, "banks.nesting"),
    ("- " * 900_000, "banks.nesting"),
]


class TestAFault:
    @pytest.mark.parametrize(("old", "new", "key"), FAULTS_OF_THE_FIRST_QUESTION)
    def test_takes_only_its_own_question_away(self, old: str, new: str, key: str) -> None:
        loaded, place = found_in(mutated(old, new))
        assert [finding.key for finding in loaded.findings] == [key]
        assert ids(loaded.bank) == [SECOND, THIRD]
        assert place in {None, str(loaded.findings[0].place)}

    @pytest.mark.parametrize(("old", "new", "key"), FAULTS_OF_THE_SECOND_QUESTION)
    def test_of_a_code_question_is_told_as_well(self, old: str, new: str, key: str) -> None:
        loaded, place = found_in(mutated(old, new))
        assert key in [finding.key for finding in loaded.findings]
        assert ids(loaded.bank) == ["sample/second-moment", THIRD]
        assert place is None or place in [str(finding.place) for finding in loaded.findings]

    @pytest.mark.parametrize(("old", "new", "key"), FAULTS_OF_THE_FILE)
    def test_of_the_file_keeps_every_question(self, old: str, new: str, key: str) -> None:
        loaded, place = found_in(mutated(old, new))
        assert [finding.key for finding in loaded.findings] == [key]
        assert len(ids(loaded.bank)) == 3
        assert place in {None, str(loaded.findings[0].place)}

    @pytest.mark.parametrize(("bank", "key"), FATAL)
    def test_that_leaves_nothing_to_read_is_the_only_finding(self, bank: str, key: str) -> None:
        loaded, place = found_in(bank)
        assert loaded.bank is None
        assert [finding.key for finding in loaded.findings] == [key]
        assert place in {None, str(loaded.findings[0].place)}

    @pytest.mark.parametrize(("options", "found"), [(3, 3), (6, 6)], ids=["too few", "too many"])
    def test_of_the_number_of_options(self, options: int, found: int) -> None:
        fifth = "      - {text: {ja: 二つ目, en: second}, why: {ja: 成り立つ。, en: It holds.}}\n"
        more = fifth.replace("二つ目, en: second", "六つ目, en: sixth")
        less = "      - {text: {ja: 一つ目, en: first}, why: {ja: 成り立つ。, en: It holds.}}\n"
        bank = mutated(fifth, fifth + more if options == 6 else "")
        loaded, _ = found_in(bank.replace(less, "") if options == 3 else bank)
        assert [(f.key, f.details) for f in loaded.findings] == [
            ("banks.option_count", {"found": found, "least": 4, "most": 5})
        ]

    def test_never_hides_another(self) -> None:
        bank = mutated("level: 2", "level: 9").replace("mark: い", "mark: x")
        bank = bank.replace("unsuitable: true", "unsuitable: maybe")
        loaded = load_bank(bank.replace("en: Nothing decays.", "en: ''"), FILE)
        assert loaded.bank is None
        assert [finding.key for finding in loaded.findings] == [
            "banks.not_number",
            "banks.empty_text",
            "banks.not_one_of",
            "banks.not_truth",
        ]

    def test_suggests_the_nearest_key(self) -> None:
        loaded, _ = found_in(mutated("    explanation:\n", "    explanatoin:\n"))
        assert loaded.findings[1].details == {"name": "explanatoin", "near": "explanation"}

    def test_names_the_first_of_two_equal_keys(self) -> None:
        loaded, _ = found_in(mutated("    level: 2", "    level: 2\n    level: 3"))
        assert loaded.findings[0].details == {"name": "level", "line": 7}


class TestMessages:
    def test_exist_for_every_finding_in_both_languages(self) -> None:
        rows = FAULTS_OF_THE_FIRST_QUESTION + FAULTS_OF_THE_SECOND_QUESTION + FAULTS_OF_THE_FILE
        banks = [mutated(old, new) for old, new, _ in rows] + [bank for bank, _ in FATAL]
        for finding in (f for bank in banks for f in found_in(bank)[0].findings):
            for language in Language:
                assert text(finding.key, language, **finding.details)

    def test_are_those_that_the_room_uses(self) -> None:
        room = Path(loader.__file__).parent
        command = room.parent / "cli"
        used = {
            key
            for file in (*room.glob("*.py"), *command.glob("*.py"))
            for key in re.findall(r'"(banks\.\w+)"', file.read_text(encoding="utf-8"))
        }
        assert used == {*BANKS, *CHECKS}

    def test_have_the_same_placeholders_in_both_languages(self) -> None:
        for message in (*BANKS.values(), *CHECKS.values()):
            names = [
                {name for _, name, _, _ in Formatter().parse(t)} for t in (message.ja, message.en)
            ]
            assert names[0] == names[1]

    def test_show_the_mark_as_the_listing_writes_it(self) -> None:
        assert "{{い}}" in text("banks.mark_not_shown", Language.ENGLISH, mark="い")


PIECES = st.sampled_from(
    [*"\t\n\r\x00\x1b\u2028\ufeff\ud800😀あ$`*{}[]&!|>%@#-?:,'\"\\", "- ", ": "]
)
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD_BANK)), st.integers(0, 40), PIECES | st.text(max_size=5)),
    max_size=6,
)


def is_sound(loaded: LoadedBank) -> bool:
    assert loaded.bank is not None or loaded.findings
    for finding in loaded.findings:
        assert finding.key in CATALOGUE
        assert finding.place.line > 0
        assert finding.place.column > 0
        assert text(finding.key, Language.JAPANESE, **finding.details)
    return True


class TestAnyText:
    @settings(max_examples=300, deadline=None)
    @given(EDITS)
    def test_near_a_good_bank_gives_a_bank_or_findings(
        self, edits: list[tuple[int, int, str]]
    ) -> None:
        bank = GOOD_BANK
        for start, length, new in edits:
            bank = bank[:start] + new + bank[start + length :]
        assert is_sound(load_bank(bank, FILE))

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_with_lines_dropped_doubled_and_moved(self, data: st.DataObject) -> None:
        lines = GOOD_BANK.splitlines(keepends=True)
        at = st.integers(0, len(lines) - 1)
        for start, end, to in data.draw(st.lists(st.tuples(at, at, at), max_size=4)):
            lines[to:to] = lines[start:end][:8]
            del lines[end : end + 1]
        assert is_sound(load_bank("".join(lines), FILE))

    @settings(max_examples=150, deadline=None)
    @given(st.text())
    def test_at_all(self, bank: str) -> None:
        assert is_sound(load_bank(bank, FILE))
