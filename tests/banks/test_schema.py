"""The JSON Schema of a bank refuses what the loader refuses for its form, and nothing else."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache, partial
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quizdeck.banks.checking import MARKS
from quizdeck.banks.claims import Change
from quizdeck.banks.format import TAGS
from quizdeck.banks.library import shipped_banks
from quizdeck.banks.loader import load_bank
from quizdeck.banks.schema import bank_schema
from quizdeck.banks.schema_notes import KINDS, NOTES, TITLES
from quizdeck.code_blanks.runs import Draw
from tests.banks.conftest import FILE, GOOD_BANK, mutated

KINDS_FILE = Path(__file__).with_name("kinds.yaml")
SHIPPED = sorted(path for folder in shipped_banks() for path in folder.glob("*.yaml"))
VALIDATOR = Draft202012Validator(bank_schema())

# Findings about form: which keys there are and what type, words or bounds stand under them. All
# others need more than one place of the file or more than its form: counts of options and of right
# ones, ids that stand twice, marks and listings, names of slips, methods and skills, mathematics.
STRUCTURAL = {
    "banks.missing_key",
    "banks.misspelt_key",
    "banks.unknown_key",
    "banks.not_mapping",
    "banks.not_list",
    "banks.empty_list",
    "banks.not_text",
    "banks.empty_text",
    "banks.not_one_of",
    "banks.not_number",
    "banks.not_figure",
    "banks.not_truth",
    "banks.bad_id",
    "banks.bad_blank_id",
    "banks.unquoted_number",
    "banks.unquoted_nothing",
    "banks.unquoted_truth",
    "banks.unknown_format",
    "banks.newer_format",
}

Path_ = tuple[str | int, ...]
Edit = Callable[[object], object]


def plain(text: str) -> object:
    """Read YAML as editors and jsonschema see it: numbers are numbers, and no longer texts."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


class _Dumper(yaml.SafeDumper):
    """Writes every text so that it stays one, and nothing by reference."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)


def written(bank: object) -> str:
    return yaml.dump(bank, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


@cache
def small_banks() -> tuple[dict[str, object], ...]:
    """Return every good question there is in a bank of its own."""
    banks = [plain(GOOD_BANK), *(plain(f.read_text("utf-8")) for f in (KINDS_FILE, *SHIPPED))]
    return tuple(
        {**bank, "questions": [question]}
        for bank in banks
        if isinstance(bank, dict)
        for question in bank["questions"]
    )


def paths_in(value: object, path: Path_ = ()) -> Iterator[Path_]:
    """Yield where every value within ``value`` stands, the whole first."""
    yield path
    match value:
        case dict():
            for key, inner in value.items():
                yield from paths_in(inner, (*path, key))
        case list():
            for place, inner in enumerate(value):
                yield from paths_in(inner, (*path, place))


def edited(bank: object, path: Path_, edit: Edit) -> object:
    """Return a copy of ``bank`` with the value at ``path`` changed by ``edit``."""
    if not path:
        return edit(bank)
    copy = deepcopy(bank)
    holder = copy
    for step in path[:-1]:
        holder = holder[step]  # type: ignore[index]  # the path was found in it
    holder[path[-1]] = edit(holder[path[-1]])  # type: ignore[index]
    return copy


OTHER_TYPES: tuple[object, ...] = (
    *(None, True, 3.5, [], ["words"], {}, [{}], {"ja": "語"}, {"en": "word"}, {"any": "words"}),
    *({"kind": "choice"}, {"answer": 1}, 1, "words"),
)
NUMBERS: tuple[object, ...] = (-1, 0, 1, 2, 5, 6, 12, 13, 1000, 1001, 10**6, 10**6 + 1)
TEXTS: tuple[object, ...] = (
    *("", "  ", "words", "bank/name", "bank/name#part", "Bank/Name", "bank//name", "bank/name#"),
    *("-a", "a-b", "あ", "choice", "numeric", "group", "code", "order", "formula", "falls"),
)
VALUES = (OTHER_TYPES, NUMBERS, TEXTS)
KEYS = ("zzz", "kind", "answer", "options", "skill", "listing", "parts", "why", "is", "any", "ja")


def with_key(value: object, key: str, held: object) -> object:
    return {**value, key: held} if isinstance(value, dict) else value


def without_key(value: object, key: str) -> object:
    return {k: v for k, v in value.items() if k != key} if isinstance(value, dict) else value


@st.composite
def broken_banks(draw: st.DrawFn) -> object:
    """Draw a good bank of one question with one to three edits of its form."""
    bank: object = draw(st.sampled_from(small_banks()))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(paths_in(bank))))
        other = deepcopy(draw(st.sampled_from(draw(st.sampled_from(VALUES)))))
        key = draw(st.sampled_from(KEYS))
        match draw(st.sampled_from(["another value", "one key more", "one key less"])):
            case "another value":
                bank = edited(bank, path, partial(in_place_of, other))
            case "one key more":
                bank = edited(bank, path, partial(with_key, key=key, held=other))
            case _ if path and isinstance(path[-1], str):
                bank = edited(bank, path[:-1], partial(without_key, key=path[-1]))
    return bank


def in_place_of(other: object, _value: object) -> object:
    return other


def structural(text: str) -> set[str]:
    return STRUCTURAL & {finding.key for finding in load_bank(text, FILE).findings}


def refusals(bank: object) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(bank)]


class TestTheSchemaAndTheLoader:
    @settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(broken_banks())
    def test_refuse_the_same_forms(self, bank: object) -> None:
        assert bool(refusals(bank)) == bool(structural(written(bank)))

    @pytest.mark.parametrize("bank", small_banks(), ids=lambda bank: bank["questions"][0]["id"])
    def test_accept_every_good_question(self, bank: dict[str, object]) -> None:
        assert refusals(bank) == []
        assert structural(written(bank)) == set()

    @pytest.mark.parametrize("kind", ["group", "code"])
    def test_refuse_a_part_that_has_parts_itself(self, kind: str) -> None:
        bank = KINDS_FILE.read_text("utf-8").replace(
            "      - id: start\n        kind: choice", f"      - id: start\n        kind: {kind}"
        )
        assert refusals(plain(bank))
        assert structural(bank) == {"banks.not_one_of"}

    def test_want_a_reason_or_a_slip(self) -> None:
        bank = mutated("        why: {ja: 減衰がない。, en: Nothing decays.}\n", "")
        assert refusals(plain(bank))
        assert structural(bank) == {"banks.missing_key"}

    @pytest.mark.parametrize("bank", [None, [], "words", 1, {}], ids=repr)
    def test_refuse_what_is_no_bank(self, bank: object) -> None:
        assert refusals(bank)
        assert structural(written(bank))


# Without quotes YAML's versions read these differently. As a text the loader refuses them, and
# where a number or a truth is wanted it takes what is written and not what YAML makes of it.
DIFFERENCES = [
    ("en: Nothing decays.", "en: 1e-3", "banks.unquoted_number", "a text in YAML 1.1 only"),
    ("en: Nothing decays.", "en: 0o17", "banks.unquoted_number", "a text in YAML 1.1 only"),
    ("en: Nothing decays.", "en: y", "banks.unquoted_truth", "a text in PyYAML, true in YAML 1.1"),
    ("level: 2", "level: 02", "banks.not_number", "8 and beyond differ in YAML 1.1"),
    ("level: 2", "level: 0x2", "banks.not_number", "not how people write"),
    ("level: 2", "level: 2.0", "banks.not_number", "a whole number in JSON only"),
    ("unsuitable: true", "unsuitable: yes", "banks.not_truth", "a text in YAML 1.2"),
    ("unsuitable: true", "unsuitable: True", "banks.not_truth", "one spelling is enough"),
]
FIGURES = [
    ("1:30", "90 in YAML 1.1"),
    ("0x1F", "31 in YAML"),
    (".inf", "no number to type"),
    ("1.2.3", "a pattern cannot hold the grammar of a number"),
]


# Every number with bounds at and beyond both of them, every list of words with all and one more.
BOUNDS = [
    ("level: 2\n    tags: [concept]\n    topic", "level: {}\n    tags: [concept]\n    topic", 1, 5),
    ("answer: 0.81", "answer: 0.81\n    places: {}", 0, 12),
    ("answer: 0.81", "answer: 0.81\n    figures: {}", 1, 12),
    ("seed: 3", "seed: {}", 0, 10**6),
    ("pins: {beta2: 0.9}", "pins: {{t: {}}}", 1, 1000),
    ("random: 5", "random: {}", 1, 1000),
    ("steps: 20", "steps: {}", 1, 1000),
    ("at: 1,", "at: {},", 1, 1000),
    ("least-at: 12", "least-at: {}", 1, 1000),
    ("least-at: 12", "greatest-at: {}", 1, 1000),
]
WORDS = [
    ("kind: choose-all", "kind: {}", ["choose-all", "choice", "choose"]),
    ("tags: [concept]", "tags: [{}]", [*TAGS, "poetry"]),
    ("never: falls", "never: {}", [*Change, "grows"]),
    ("mark: い", "mark: {}", [*MARKS, "ん"]),
    ("compare: {m: m, v: v}", "compare: {{m: {}}}", ["m", "''"]),
    ("class: Adam\n", "inputs: {{g: {}}}\n      results: [g]\n", [*Draw, "anything"]),
    ("class: Adam\n", "function: update\n      arguments: {{g: {}}}\n", [*Draw, "anything"]),
]
SETTINGS = re.compile(r"      settings:.*\n      compare:.*\n      reference:.*\n")


def kinds_with(old: str, new: str) -> str:
    kinds = KINDS_FILE.read_text("utf-8")
    assert old in kinds
    if old.startswith("class"):
        kinds = SETTINGS.sub("", kinds)
    return kinds.replace(old, new, 1)


class TestBoundsAndWords:
    @pytest.mark.parametrize(("old", "new", "least", "most"), BOUNDS)
    def test_end_at_the_same_numbers(self, old: str, new: str, least: int, most: int) -> None:
        for number, is_allowed in (
            (least - 1, False),
            (least, True),
            (most, True),
            (most + 1, False),
        ):
            bank = kinds_with(old, new.format(number))
            assert (refusals(plain(bank)) == []) is is_allowed, number
            assert structural(bank) == (set() if is_allowed else {"banks.not_number"}), number

    @pytest.mark.parametrize(("old", "new", "words"), WORDS)
    def test_are_the_same_and_no_other(self, old: str, new: str, words: list[str]) -> None:
        for word in words:
            bank = kinds_with(old, new.format(word))
            is_allowed = word != words[-1]
            assert (refusals(plain(bank)) == []) is is_allowed, word
            assert (structural(bank) == set()) is is_allowed, word


class TestTheLoaderAlone:
    @pytest.mark.parametrize(("old", "new", "key", "why"), DIFFERENCES)
    def test_reads_unquoted_text_as_it_stands(self, old: str, new: str, key: str, why: str) -> None:
        bank = mutated(old, new)
        assert refusals(plain(bank)) == [], why
        assert structural(bank) == {key}

    @pytest.mark.parametrize(("figure", "why"), FIGURES)
    def test_holds_a_number_to_its_grammar(self, figure: str, why: str) -> None:
        bank = KINDS_FILE.read_text("utf-8").replace("answer: 0.81", f"answer: {figure}")
        assert refusals(plain(bank)) == [], why
        assert structural(bank) == {"banks.not_figure"}

    @pytest.mark.parametrize("word", ["no", "~", "012", "1:30"])
    def test_is_not_alone_where_every_yaml_sees_no_text(self, word: str) -> None:
        bank = mutated("en: Nothing decays.", f"en: {word}")
        assert refusals(plain(bank))
        assert structural(bank)

    @pytest.mark.parametrize(
        "number", ["0.81", "'0.81'", "81/100", "8.1e-1", "０．８１", "√0.6561"]
    )
    def test_is_not_needed_for_the_ways_to_write_a_number(self, number: str) -> None:
        bank = KINDS_FILE.read_text("utf-8").replace("answer: 0.81", f"answer: {number}")
        assert refusals(plain(bank)) == []
        assert structural(bank) == set()


class TestTheSchema:
    def test_is_one_of_its_draft(self) -> None:
        Draft202012Validator.check_schema(bank_schema())

    def test_says_of_a_wrong_question_what_its_own_kind_wants(self) -> None:
        bank = plain(mutated("    kind: choice\n    level: 2", "    kind: order"))
        assert sorted(refusals(bank)) == [
            "'level' is a required property",
            "'steps' is a required property",
            "Additional properties are not allowed ('options' was unexpected)",
        ]

    def test_uses_every_note(self) -> None:
        schema = json.dumps(bank_schema(), ensure_ascii=False)
        notes = {*NOTES.values(), *KINDS.values(), *TITLES.values()}
        assert [note for note in notes if json.dumps(note, ensure_ascii=False) not in schema] == []
