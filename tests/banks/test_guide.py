"""What the author's guide shows is true, in either language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import indent

import pytest

from quizdeck.banks.claim_checking import refutation
from quizdeck.banks.loader import LoadedBank, load_bank
from quizdeck.banks.question import Place, Question, QuestionKind
from quizdeck.banks.schema import bank_schema
from quizdeck.language.catalogue import text
from quizdeck.text import Language
from tests.banks.conftest import FILE, mutated
from tests.cli.helpers import quizdeck

GUIDE = Path(__file__).parents[2] / "questions" / "README.md"
JAPANESE, ENGLISH = GUIDE.read_text("utf-8").split("\n## English\n")
HALVES = pytest.mark.parametrize(
    ("page", "language"),
    [(JAPANESE, Language.JAPANESE), (ENGLISH, Language.ENGLISH)],
    ids=list(Language),
)
NOWHERE = Place("", 0, 0)
CODE = re.compile(r"(?<!`)(?:`([^`\n]+)`|`` ([^\n]+?) ``)(?!`)")


def yaml_blocks(page: str) -> list[str]:
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```$", page, re.MULTILINE | re.DOTALL)
    return [re.sub(f"^{margin}", "", block, flags=re.MULTILINE) for margin, block in blocks]


def example(page: str) -> str:
    return yaml_blocks(page.partition("<!-- example -->")[2])[0]


def rows(page: str) -> Iterator[list[str]]:
    """Yield the cells of every row of a table."""
    for line in page.splitlines():
        if line.startswith("| ") and "`" in line:
            yield [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def codes(cell: str) -> list[str]:
    return [one or other for one, other in CODE.findall(cell)]


def placeless(loaded: LoadedBank) -> list[Question]:
    assert loaded.bank is not None
    return [
        replace(q, place=NOWHERE, parts=tuple(replace(p, place=NOWHERE) for p in q.parts))
        for q in loaded.bank.questions
    ]


def section(page: str, heading: str) -> str:
    """Return the section whose heading has this word."""
    found = re.search(
        rf"^### [^\n]*{heading}[^\n]*\n(.*?)(?=^### |\Z)", page, re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


def keys_in(schema: object) -> Iterator[str]:
    """Yield every key that a schema knows anywhere."""
    match schema:
        case list():
            for inner in schema:
                yield from keys_in(inner)
        case dict():
            for word, inner in schema.items():
                yield from inner if word == "properties" else ()
                yield from keys_in(inner)


KEYS = set(keys_in(bank_schema()))


class TestTheExample:
    @HALVES
    def test_is_a_bank_without_a_finding(self, page: str, language: Language) -> None:
        assert load_bank(example(page), "example.yaml").findings == (), language

    @HALVES
    def test_passes_the_check_even_when_executed(
        self, page: str, language: Language, tmp_path: Path
    ) -> None:
        for name, bank in (("mine", yaml_blocks(page)[0]), ("example", example(page))):
            (tmp_path / f"{name}.yaml").write_text(bank, encoding="utf-8")
        checked = quizdeck("check", str(tmp_path), "--execute", "--lang", language)
        assert (checked.code, checked.out) == (0, "")

    @HALVES
    def test_has_every_kind_and_claims_that_hold(self, page: str, language: Language) -> None:
        questions = placeless(load_bank(example(page), "example.yaml"))
        assert {question.kind for question in questions} == set(QuestionKind), language
        claims = [claim for question in questions for claim in question.claims]
        assert claims
        assert [refutation(claim) for claim in claims] == [None] * len(claims)

    def test_is_the_same_in_both_languages(self) -> None:
        both = [load_bank(example(page), "example.yaml") for page in (JAPANESE, ENGLISH)]
        assert placeless(both[0]) == placeless(both[1])

    @HALVES
    def test_comes_after_a_first_question(self, page: str, language: Language) -> None:
        loaded = load_bank(yaml_blocks(page)[0], "mine.yaml")
        assert loaded.findings == (), language
        assert loaded.bank is not None


class TestTheTables:
    @HALVES
    def test_name_every_key(self, page: str, language: Language) -> None:
        shown = "\n".join([*codes(page), *yaml_blocks(page.replace(example(page), ""))])
        assert KEYS - {*codes(page), *re.findall(r"[\w-]+(?=:)", shown)} == set(), language

    @HALVES
    def test_name_no_other_key(self, page: str, language: Language) -> None:
        listed = section(page, "キーの一覧" if language is Language.JAPANESE else "Every key")
        keys = {key for cells in rows(listed) for key in codes(cells[0])}
        assert {"format", "id", "options", "skill", "steps", "listing", "mark", "parts"} <= keys
        assert keys - KEYS == set()

    @HALVES
    def test_of_claims_are_accepted_and_hold(self, page: str, language: Language) -> None:
        written = [code for cells in rows(section(page, "verify")) for code in codes(cells[0])]
        assert len(written) == 5
        listed = "".join(f"      - {claim}\n" for claim in written)
        bank = mutated("    unsuitable: true\n", f"    verify:\n{listed}    unsuitable: true\n")
        loaded = load_bank(bank, FILE)
        assert loaded.findings == (), language
        (question,) = [question for question in placeless(loaded) if question.claims]
        assert [refutation(claim) for claim in question.claims] == [None] * 5

    @HALVES
    def test_of_traps_quote_the_messages(self, page: str, language: Language) -> None:
        _, *traps = rows(section(page, "YAML"))
        assert len(traps) == 9
        for written, message, mended in traps:
            (trap,), (cure,) = codes(written), codes(mended)
            (finding,) = load_bank(with_line(trap), FILE).findings
            assert text(finding.key, language, **finding.details) == message
            assert load_bank(with_line(cure), FILE).findings == ()


PLACES = {
    "en: ": 'en: "Which rule updates $v_t$?"',
    "{ja: ": "{ja: どれでもない, en: none of these}",
    "level: ": "level: 2",
    "correct: ": "correct: true",
}


def with_line(line: str) -> str:
    return mutated(next(old for start, old in PLACES.items() if line.startswith(start)), line)


@HALVES
def test_every_way_to_run_a_listing_is_read(page: str, language: Language) -> None:
    runs = [block for block in yaml_blocks(page) if block.startswith("run:")]
    assert len(runs) == 3
    for run in runs:
        bank = mutated("    listing: |", indent(run, "    ") + "    listing: |")
        loaded = load_bank(bank, FILE)
        assert loaded.findings == (), language
        assert [question.run is not None for question in placeless(loaded)].count(True) == 1
