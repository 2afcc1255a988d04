"""Every finding there is: the smallest bank that has it, and its line and column."""

from pathlib import Path

import pytest

from quizdeck.banks.library import load_banks
from quizdeck.banks.question import Finding
from quizdeck.language.banks import BANKS
from quizdeck.language.catalogue import text
from quizdeck.text import Language
from tests.banks.conftest import FILE, GOOD_BANK, found_in, ids, mutated

WHY = "{ja: 減衰がない。, en: Nothing decays.}"
FIRST = "- {text: {ja: 一つ目, en: first}, why: {ja: 成り立つ。, en: It holds.}}"
SIXTH = FIRST.replace("一つ目, en: first", "六つ目, en: sixth")

# What is written into the good bank in place of what, and where the finding stands: at ▶.
IN_A_BANK = {
    "banks.alias": ("level: 2", "level: ▶*two"),
    "banks.anchor": ("level: 2", "level: ▶&two 2"),
    "banks.bad_blank_id": ("id: decay", "id: ▶decay_rate"),
    "banks.bad_id": ("id: sample/second-moment", "id: ▶second-moment"),
    "banks.character": ("Nothing decays", "Nothing ▶\x1bdecays"),
    "banks.correct_count": ("- {text: '`b2`', correct: true", "▶- {text: '`b2`'"),
    "banks.display": ("'`v` stays'", "'`v` ▶$$v$$'"),
    "banks.duplicate_id": ("id: sample/numpy-class", "id: ▶sample/second-moment"),
    "banks.duplicate_key": ("    level: 2", "    level: 2\n    ▶level: 3"),
    "banks.empty_list": ("[formula, concept]", "▶[]"),
    "banks.empty_text": ("en: Nothing decays.", "en: ▶'　'"),
    "banks.escape": ("en: Nothing decays.", r'en: "so ▶\theta"'),
    "banks.key_not_text": ("    level: 2", "    ? ▶[a]\n    : 2\n    level: 2"),
    "banks.mark_not_asked": ("* g * g", "* ▶{{う}}"),
    "banks.mark_not_shown": ("mark: い", "mark: ▶う"),
    "banks.mark_twice": ("mark: い", "mark: ▶あ"),
    "banks.missing_key": (WHY, "▶{ja: 減衰がない。}"),
    "banks.misspelt_key": ("unsuitable: true", "▶unsuitible: true"),
    "banks.nested": ("An **average**.", "An **average ▶$v$**."),
    "banks.nesting": ("level: 2", "level: " + "[" * 13 + "▶" + "["),
    "banks.newer_format": ("format: 1", "format: ▶2"),
    "banks.not_list": ("[formula, concept]", "▶formula"),
    "banks.not_mapping": (WHY, "▶減衰がない。"),
    "banks.not_number": ("level: 2", "level: ▶012"),
    "banks.not_one_of": ("kind: choice", "kind: ▶chioce"),
    "banks.not_text": (WHY, "{ja: あ, en: ▶[い]}"),
    "banks.not_truth": ("unsuitable: true", "unsuitable: ▶yes"),
    "banks.option_count": (FIRST, f"▶{FIRST}\n      {SIXTH}"),
    "banks.other_name": ("bank: sample", "bank: ▶simple"),
    "banks.same_options": ("text: {ja: どれでもない,", "▶text: {ja: '`v` は変わらない',"),
    "banks.several_documents": ("An **average**.", "An **average**.\n▶---"),
    "banks.syntax": (WHY, "{ja: あ\n      - text▶: い"),
    "banks.syntax_colon": ("en: Nothing decays.}", "en: Nothing decays.}▶: x"),
    "banks.syntax_quote": ("五つ目だけが違う。", "▶'五つ目だけが違う。"),
    "banks.syntax_start": ("en: Nothing decays.", "en: ▶`v` stays."),
    "banks.tab": ("    level: 2", "▶\tlevel: 2"),
    "banks.tag": ("level: 2", "level: ▶!!int 2"),
    "banks.unbalanced": ("An **average**.", "A `b` ▶**average."),
    "banks.unknown_format": ("format: 1", "format: ▶one"),
    "banks.unknown_key": ("    level: 2", "    ▶author: me\n    level: 2"),
    "banks.unquoted_date": ("en: Nothing decays.", "en: ▶2026-11-24"),
    "banks.unquoted_nothing": ("en: Nothing decays.", "en: ▶null"),
    "banks.unquoted_number": ("en: Nothing decays.", "en: ▶1e-3"),
    "banks.unquoted_truth": ("en: Nothing decays.", "en: ▶no"),
    "banks.wide_line": ("self.v[key] *= {{あ}}", "▶self.v[key] *= {{あ}}" + " + 0" * 12),
}

# A file's name, what is in it (None: no file), and the finding's line and column.
AS_A_FILE = {
    "banks.empty_file": ("sample.yaml", b"# nothing yet\n", (1, 1)),
    "banks.not_utf8": ("sample.yaml", b"\xef\xbb\xbf# \xe3\x81\x82\r\n# \xe3\x81\x82 \x82", (2, 5)),
    "banks.suffix": ("sample.yml", GOOD_BANK.encode(), (1, 1)),
    "banks.too_large": ("sample.yaml", b"#" * 2_000_001, (1, 1)),
    "banks.unreadable": ("sample.yaml", None, (1, 1)),
}
AS_NO_FILE = {"banks.no_banks", "banks.not_a_file"}  # see test_library.py


def said(finding: Finding) -> list[str]:
    return [text(finding.key, language, **finding.details) for language in Language]


@pytest.mark.parametrize("key", IN_A_BANK)
def test_a_bank_with_it_says_so_at_its_place(key: str) -> None:
    loaded, place = found_in(mutated(*IN_A_BANK[key]))
    (finding,) = (finding for finding in loaded.findings if finding.key == key)
    assert str(finding.place) == place
    assert all(said(finding))


@pytest.mark.parametrize("key", IN_A_BANK)
def test_it_is_told_the_same_in_a_file_with_other_line_ends(key: str, tmp_path: Path) -> None:
    marked = mutated(*IN_A_BANK[key])
    bank = marked.replace("▶", "").replace("\n", "\r\n")
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbf" + bank.encode())
    loaded, place = load_banks([tmp_path]), found_in(marked)[1]
    assert [str(finding.place) for finding in loaded.findings if finding.key == key] == [place]


@pytest.mark.parametrize("key", IN_A_BANK)
def test_it_does_not_hide_what_is_wrong_elsewhere(key: str) -> None:
    if key == "banks.newer_format":
        pytest.skip("nothing is known about a newer format")
    if key == "banks.several_documents":
        pytest.skip("only the first document is read")
    elsewhere = "{ja: 五つ目だけが違う。, en: Only the fifth differs.}"
    old, new = IN_A_BANK[key]
    if old in elsewhere:
        elsewhere = "{ja: 空欄を埋めよ。, en: Fill the blanks.}"
    loaded, _ = found_in(mutated(old, new).replace(elsewhere, "nothing to read"))
    assert {key, "banks.not_mapping"} <= {finding.key for finding in loaded.findings}


@pytest.mark.parametrize("key", AS_A_FILE)
def test_a_file_with_it_says_so_at_its_place(key: str, tmp_path: Path) -> None:
    name, data, (line, column) = AS_A_FILE[key]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    loaded = load_banks([tmp_path / name])
    assert loaded.banks == ()
    assert [(f.key, str(f.place)) for f in loaded.findings] == [(key, f"{name}:{line}:{column}")]
    assert all(said(loaded.findings[0]))


def test_there_are_no_others() -> None:
    assert {*IN_A_BANK, *AS_A_FILE, *AS_NO_FILE} == set(BANKS)


class TestEveryProblemAtOnce:
    def test_a_repeated_id_is_told_though_the_first_is_broken(self) -> None:
        bank = mutated("level: 2", "level: 9")
        bank = bank.replace("id: sample/numpy-class", "id: ▶sample/second-moment")
        loaded, place = found_in(bank)
        assert [f.key for f in loaded.findings] == ["banks.not_number", "banks.duplicate_id"]
        assert str(loaded.findings[1].place) == place

    def test_a_repeated_id_is_told_at_the_id_wherever_it_stands(self) -> None:
        bank = mutated("id: sample/numpy-class\n    kind: code", "kind: code")
        bank = bank.replace("    listing: |", "    id: ▶sample/second-moment\n    listing: |")
        loaded, place = found_in(bank)
        assert [(f.key, str(f.place)) for f in loaded.findings] == [("banks.duplicate_id", place)]

    def test_options_are_counted_though_one_is_broken(self) -> None:
        loaded, _ = found_in(mutated(FIRST, f"- {{text: x}}\n      {FIRST}\n      {SIXTH}"))
        assert {f.key: f.details for f in loaded.findings} == {
            "banks.missing_key": {"name": "why"},
            "banks.option_count": {"found": 7},
        }

    def test_marks_are_compared_though_a_blank_is_broken(self) -> None:
        bank = mutated("en: The weight of the past.", "en: ''").replace("* g * g", "* {{う}}")
        loaded, _ = found_in(bank)
        assert [f.key for f in loaded.findings] == ["banks.mark_not_asked", "banks.empty_text"]

    def test_a_forgotten_list_is_told_beside_another_problem(self) -> None:
        head = GOOD_BANK[: GOOD_BANK.index("questions:")].replace("bank: sample", "bank:")
        loaded, _ = found_in(head + "questions:\n")
        assert [f.key for f in loaded.findings] == ["banks.empty_text", "banks.not_list"]

    def test_many_questions_with_broken_syntax_leave_the_others(self) -> None:
        start = GOOD_BANK.index("  - id: sample/unsuitable")
        item = GOOD_BANK[start:]
        broken = "".join(
            item.replace("-statement", f"-{i}").replace("level: 1", "level: @") for i in range(100)
        )
        loaded, _ = found_in(GOOD_BANK[:start] + broken + item)
        assert [f.key for f in loaded.findings] == ["banks.syntax_start"] * 100
        assert len(ids(loaded.bank)) == 3

    def test_an_unindented_line_breaks_only_its_own_question(self) -> None:
        loaded, _ = found_in(mutated("        An **average**.", "an unindented line"))
        assert len(loaded.findings) == 1
        assert ids(loaded.bank) == ["sample/numpy-class", "sample/unsuitable-statement"]


class TestAFindingOnAScreen:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("level: 2", "level: !%1bX 2"),
            ("kind: choice", 'kind: "\\u001b[31m\\u202e"'),
            ("kind: choice", "kind: |\n      two\n      lines"),
            ("kind: choice", "kind: " + "long " * 1000),
            ("    level: 2", "    \u202elevel\u2067: 3\n    level: 2"),
        ],
    )
    def test_is_one_short_line_without_controls(self, old: str, new: str) -> None:
        loaded, _ = found_in(mutated(old, new))
        assert loaded.findings
        for line in (line for finding in loaded.findings for line in said(finding)):
            assert line.isprintable()
            assert len(line) < 250

    def test_shows_a_files_name_without_controls(self, tmp_path: Path) -> None:
        path = tmp_path / "a\x1b[31m\nb\udc80.yaml"
        (finding,) = load_banks([path]).findings
        assert str(finding.place).isprintable()

    def test_is_had_of_a_path_that_cannot_be(self) -> None:
        (finding,) = load_banks([Path("a\0b.yaml")]).findings
        assert finding.key == "banks.unreadable"
        assert all(said(finding))

    def test_names_a_tag_as_it_was_written(self) -> None:
        loaded, _ = found_in(mutated("level: 2", "level: !!int 2"))
        assert loaded.findings[0].details == {"tag": "!!int"}


class TestWhatIsNoProblem:
    @pytest.mark.parametrize("written", ["１０", "'0.5'", '"no"', "1 / 2", "nothing", "v2.0"])
    def test_a_text_that_is_read_as_a_text(self, written: str) -> None:
        loaded, _ = found_in(mutated("en: Nothing decays.", f"en: {written}"))
        assert loaded.findings == ()

    def test_trailing_spaces_of_a_listing(self) -> None:
        loaded, _ = found_in(mutated("* g * g\n", "* g * g" + " " * 80 + "\n"))
        assert loaded.findings == ()


class TestABlankInTheListing:
    @pytest.mark.parametrize("written", ["ア", "あ ", "い1", "x"])
    def test_is_whatever_is_shown_as_one(self, written: str) -> None:
        loaded, place = found_in(mutated("* g * g", f"* ▶{{{{{written}}}}}"))
        assert [(f.key, str(f.place)) for f in loaded.findings] == [("banks.mark_not_asked", place)]
