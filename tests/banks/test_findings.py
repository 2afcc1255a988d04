"""Every finding there is: the smallest bank that has it, and its line and column."""

from pathlib import Path

import pytest

from quizdeck.banks.library import load_banks
from quizdeck.banks.question import Finding
from quizdeck.language.bank_checks import CHECKS
from quizdeck.language.banks import BANKS
from quizdeck.language.catalogue import text
from quizdeck.text import Language
from tests.banks.conftest import (
    FILE,
    GOOD_BANK,
    KINDS,
    changed,
    check_banks,
    found_in,
    ids,
    mutated,
    place_in,
)

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
    "banks.missing_key": (WHY, "▶{en: Nothing decays.}"),
    "banks.not_translated": (WHY, "▶{ja: 減衰がない。}"),
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
    "banks.long_line": ("sample.yaml", b"#\n" + b"#" * 1_000_001, (2, 1)),
    "banks.unreadable": ("sample.yaml", None, (1, 1)),
}
AS_AN_ERROR = {"banks.index_failed"}  # see test_shelf_cache.py
AS_NO_FILE = {"banks.no_banks", "banks.not_a_file"}  # see test_library.py
AS_A_LARGE_FILE = {  # see test_large_banks.py
    "banks.too_large",
    "banks.long_question",
    "banks.not_by_dashes",
    "banks.given_up",
}

STEPS = KINDS[KINDS.index("      - text: '`optimizer.zero_grad()`'") :]
STEPS = STEPS[: STEPS.index("    explanation:")].lstrip()
SECOND_PART = KINDS[KINDS.index("      - id: first\n        kind: numeric") :]
SECOND_PART = SECOND_PART[: SECOND_PART.index("    verify:")]
CLAIM = "{method: adagrad.book, random: 5, steps: 20, quantity: h, never: falls}"
WRONG_NUMBER = "{value: 1.8, why: {ja: 足している。, en: Added instead of multiplied.}}"
WRONG_LINE = "{text: 'self.m[key] += (1 - self.beta1) * grads[key]', slip: adam.m.no_decay}"
ANSWER = "'self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])'"
WORDS = "{text: {ja: 学習率は成分ごとに変わる。, en: The rate differs by element.}, correct: true"

# What is written into the bank of every kind in place of what, and where the finding stands.
IN_A_BANK_OF_EVERY_KIND = {
    "banks.none_correct": [
        ("options:\n      - {text: {ja: '`h` は", "options:\n      ▶- {text: {ja: '`h` は"),
        ("en: '`h` never falls.'}, correct: true", "en: '`h` never falls.'}"),
        (WORDS, WORDS.removesuffix(", correct: true")),
    ],
    "banks.not_figure": [("answer: 0.81", "answer: ▶many")],
    "banks.unknown_slip": [("slip: adagrad.h.mean", "slip: ▶adagrad.h.men")],
    "banks.same_numbers": [
        (WRONG_NUMBER, f"{WRONG_NUMBER}\n      - ▶{WRONG_NUMBER.replace('1.8', '9/5')}")
    ],
    "banks.wrong_is_right": [(WRONG_NUMBER, "▶" + WRONG_NUMBER.replace("1.8", "81/100"))],
    "banks.two_precisions": [("answer: 0.81", "answer: 0.81\n    figures: 2\n    places: ▶2")],
    "banks.any_order": [(STEPS, "▶- any: ['`a`', '`b`', '`c`']\n")],
    "banks.step_count": [(STEPS, "▶- text: '`a`'\n      - text: '`b`'\n")],
    "banks.part_count": [("- id: start", "▶- id: start"), (SECOND_PART, "")],
    "banks.one_source": [(CLAIM, "▶" + CLAIM.replace("random: 5", "random: 5, constant: 1"))],
    "banks.unknown_name": [(CLAIM, CLAIM.replace("quantity: h", "quantity: ▶h_t"))],
    "banks.long_walk": [(CLAIM, CLAIM.replace("random: 5", f"grads: ▶[{'1, ' * 1000}1]"))],
    "usage.unknown_pin": [("pins: {beta2: 0.9}", "pins: ▶{alpha: 0.9}")],
    "usage.impossible_pin": [
        ("skill: adam.v.2", "skill: rmsprop.delta_theta.3"),
        ("pins: {beta2: 0.9}", "pins: ▶{rho: 0.123}"),
    ],
    "usage.unknown_skill": [("skill: adam.v.2", "skill: ▶adam.lr.2")],
    "usage.unknown_method": [("reference: adam.book", "reference: ▶adam.booc")],
    "usage.unknown_objective": [(CLAIM, "▶" + CLAIM.replace("random: 5", "objective: hill"))],
    "usage.rate_out_of_range": [(CLAIM, "▶" + CLAIM.replace("random: 5", "random: 5, lr: 0"))],
    "expression.unexpected": [(CLAIM, CLAIM.replace("quantity: h", "quantity: ▶'h +'"))],
    "expression.unknown_function": [
        (CLAIM, CLAIM.replace("quantity: h", "quantity: ▶log(h)")),
    ],
    "blank.syntax": [(ANSWER, "▶'m[key] += grads[key] 2'")],
    "blank.bracket_not_closed": [(ANSWER, "▶'m[key] += (1 - self.beta1'")],
    "blank.bracket_not_opened": [(ANSWER, "▶'m[key] += 1 - self.beta1)'")],
    "blank.caret": [(ANSWER, "▶'v[key] = grads[key] ^ 2'")],
    "blank.comparison": [(ANSWER, "▶'m[key] == grads[key]'")],
    "blank.unknown_function": [(ANSWER, "▶'m[key] = np.sqr(grads[key])'")],
    "blank.argument_count": [(ANSWER, "▶'m[key] = np.sqrt(grads[key], 2)'")],
    "blank.missing_product": [(ANSWER, "▶'m[key] = (1 - b)(m[key])'")],
    "blank.exponent": [(ANSWER, "▶'m[key] = m[key] ** 1000'")],
    "blank.not_allowed": [(ANSWER, "▶'m[key] = [grads[key]]'")],
    "blank.character": [(ANSWER, "▶'m[key] = β₁'")],
    "blank.too_long": [(ANSWER, f"▶'m[key] = {'m[key] + ' * 50}1'")],
    "blank.assignment_wanted": [(WRONG_LINE, WRONG_LINE.replace("'self.m[key] +=", "▶'"))],
    "blank.expression_wanted": [
        (ANSWER, "'grads[key]'"),
        (WRONG_LINE, WRONG_LINE.replace("'self", "▶'self")),
    ],
    "blank.key_without_values": [(ANSWER, "▶'m[key] = 1 / (b - b)'")],
}

# What a check finds in a bank that can be read.
BY_A_CHECK = {
    "banks.claim_value": [
        (", at: 1, is: 0.5}", ", at: 1, is: 0.4}"),
        ("- {method: adam.book, grads", "- ▶{method: adam.book, grads"),
    ],
    "banks.claim_rises": [(CLAIM, "▶" + CLAIM.replace("falls", "rises"))],
    "banks.claim_falls": [(CLAIM, "▶" + CLAIM.replace("quantity: h", "quantity: 0 - h"))],
    "banks.claim_changes": [(CLAIM, "▶" + CLAIM.replace("falls", "changes"))],
    "banks.claim_not_below": [(CLAIM, "▶" + CLAIM.replace("never: falls", "below: '0'"))],
    "banks.claim_least": [(CLAIM, "▶" + CLAIM.replace("never: falls", "least-at: 2"))],
    "banks.claim_greatest": [(CLAIM, "▶" + CLAIM.replace("never: falls", "greatest-at: 2"))],
    "banks.claim_tie": [(CLAIM, "▶{method: sgd.book, constant: 1, quantity: lr, least-at: 2}")],
    "banks.claim_formula": [("{formula: 0.9**2, is: 0.81}", "▶{formula: 0.9**2, is: 0.82}")],
    "banks.claim_no_value": [(CLAIM, "▶" + CLAIM.replace("quantity: h", "quantity: h / 0"))],
    "banks.claim_formula_no_value": [
        ("{formula: 0.9**2, is: 0.81}", "▶{formula: 1 / 0, is: 0.81}")
    ],
    "banks.claim_too_short": [
        (CLAIM, "▶{method: sgd.book, grads: [1, 2], quantity: g, at: 3, is: 1}")
    ],
    "banks.answer_not_taken": [("answer: 0.81", "answer: ▶sqrt(2)")],
    "banks.wrong_is_taken": [
        ("answer: 0.81", "answer: 0.81\n    figures: 1"),
        ("value: 1.8", "value: ▶0.8"),
    ],
    "banks.no_variant": [
        ("    seed: 3\n    pins: {beta2: 0.9}", "    pins: ▶{beta2: 0.123456789}")
    ],
    "banks.no_variant_of_seed": [
        ("    seed: 3\n    pins: {beta2: 0.9}", "    seed: ▶3\n    pins: {beta2: 0.123456789}")
    ],
    "banks.answer_misfit": [
        ("                  {{い}}", "                  if {{い}}:"),
        (ANSWER, f"▶{ANSWER}"),
    ],
    "banks.unknown_need": [("needs: [kinds/half-life]", "needs: [kinds/half-life, ▶kinds/half]")],
    "banks.circular_need": [("needs: [kinds/half-life]", "needs: [▶kinds/pinned]")],
    "banks.former_id_exists": [("formerly: [kinds/old-name]", "formerly: [▶kinds/steps]")],
    "banks.former_id_twice": [
        ("    tags: [numeric]\n    prompt", "    tags: [numeric]\n    formerly: [a/b]\n    prompt"),
        ("formerly: [kinds/old-name]", "formerly: [kinds/old-name, ▶a/b]"),
    ],
    "banks.right_longest": [("- {text: '$0$'", "- ▶{text: '`a very long right option`'")],
    "banks.right_shortest": [
        ("- {text: '$0$'", "- ▶{text: '$0$'"),
        ("- {text: '$1$'", "- {text: '`the first of the long options`'"),
        ("- {text: '$g_1$'", "- {text: '`the second of the long options`'"),
        ("- {text: '$\\beta_1$'", "- {text: '`the last of the long options`'"),
    ],
    "banks.right_stands_out": [("- {text: '$0$'", "- ▶{text: zero")],
    "banks.no_source": [
        ("source: {ja: 自作, en: our own}\n", ""),
        ("- id: kinds/steps", "- ▶id: kinds/steps"),
    ],
}
BY_A_CHECK_OF_MANY_QUESTIONS = {  # see test_advice.py
    "banks.near_duplicate",
    "banks.right_at_one_place",
    "banks.right_often_longest",
}
BY_EXECUTION = {"banks.no_run"}  # see test_execute.py
BY_THE_COMMAND = {  # see tests/cli
    "banks.advice",
    "banks.advice_count",
    "banks.execute",
    "banks.executed",
    "banks.executing",
}


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


@pytest.mark.parametrize("key", IN_A_BANK_OF_EVERY_KIND)
def test_a_bank_of_every_kind_with_it_says_so_at_its_place(key: str) -> None:
    loaded, place = found_in(changed(*IN_A_BANK_OF_EVERY_KIND[key]), "kinds.yaml")
    (finding,) = loaded.findings
    assert (finding.key, str(finding.place)) == (key, place)
    assert all(said(finding))
    assert len(ids(loaded.bank)) == len(ids(found_in(KINDS, "kinds.yaml")[0].bank)) - 1


@pytest.mark.parametrize("key", BY_A_CHECK)
def test_a_check_says_so_at_its_place(key: str, tmp_path: Path) -> None:
    bank = changed(*BY_A_CHECK[key])
    findings = [f for f in check_banks(tmp_path, bank) if f.key == key]
    assert place_in(bank) in [str(finding.place) for finding in findings]
    assert all(all(said(finding)) for finding in findings)
    assert len({finding.is_advice for finding in findings}) == 1


@pytest.mark.parametrize("key", BY_A_CHECK)
def test_what_a_check_says_leaves_the_question_in_the_bank(key: str) -> None:
    loaded, _ = found_in(changed(*BY_A_CHECK[key]), "kinds.yaml")
    assert loaded.findings == ()
    assert ids(loaded.bank) == ids(found_in(KINDS, "kinds.yaml")[0].bank)


def test_a_check_of_a_good_bank_says_nothing(tmp_path: Path) -> None:
    assert check_banks(tmp_path, KINDS, execute=True) == []


def test_there_are_no_others() -> None:
    tables = (
        IN_A_BANK,
        IN_A_BANK_OF_EVERY_KIND,
        AS_A_FILE,
        AS_NO_FILE,
        AS_A_LARGE_FILE,
        AS_AN_ERROR,
    )
    later = (BY_A_CHECK, BY_A_CHECK_OF_MANY_QUESTIONS, BY_EXECUTION, BY_THE_COMMAND)
    known = {key for table in (*tables, *later) for key in table}
    assert {key for key in known if key.startswith("banks.")} == {*BANKS, *CHECKS}


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
            "banks.option_count": {"found": 7, "least": 4, "most": 5},
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
