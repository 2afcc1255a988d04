"""``quizdeck check``: every problem at once, for people and for scripts."""

import json
from pathlib import Path

import pytest

from quizdeck.text import Language
from tests.cli.conftest import Commands
from tests.cli.helpers import quizdeck

SAMPLE = (Path(__file__).parents[1] / "tui" / "adam.yaml").read_text("utf-8")
CLEAN = SAMPLE.replace("questions:", "source: our own\nquestions:", 1)
KINDS = (Path(__file__).parents[1] / "banks" / "kinds.yaml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a working directory."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def bank(folder: Path, text: str, name: str = "adam.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def place_of(text: str, part: str) -> str:
    """Return line and column of ``part`` in a file."""
    before = text[: text.index(part)]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def places(lines: list[str]) -> list[str]:
    return [line.split(": ")[0] for line in lines]


class TestTheShippedBanks:
    def test_have_no_errors(self, run: Commands) -> None:
        document = json.loads(run("check", "--format", "json").out)
        errors = [f for f in document["findings"] if f["severity"] == "error"]
        assert errors == []
        assert document["counts"]["banks"] >= 3


class TestACleanBank:
    def test_says_how_much_it_holds(self, run: Commands, folder: Path) -> None:
        checked = run("check", str(bank(folder, CLEAN)), "--lang", "en")
        said = "1 bank(s), 2 item(s), no problems.\n"
        assert (checked.code, checked.out, checked.err) == (0, "", said)

    def test_is_an_empty_list_as_data(self, run: Commands, folder: Path) -> None:
        checked = run("check", str(bank(folder, CLEAN)), "--format", "json")
        counts = {"errors": 0, "advice": 0, "banks": 1, "items": 2}
        assert checked.code == 0
        assert json.loads(checked.out) == {"findings": [], "counts": counts}


class TestAProblem:
    def test_has_file_line_and_column(self, run: Commands, folder: Path) -> None:
        bank(folder, CLEAN.replace("level: 1", "level: 9"))
        bank(folder, "format: 1\nbank: [\n", "momentum.yaml")
        checked = run("check", str(folder), "--lang", "en")
        assert checked.code == 1
        assert checked.lines[0] == "adam.yaml:8:12: Write a whole number from 1 to 5."
        assert checked.lines[1].startswith("momentum.yaml:3:1: ")
        assert checked.err == "2 problem(s) found (1 bank(s) with 1 item(s) remain usable).\n"

    def test_is_told_in_the_order_of_the_files_whatever_found_it(
        self, run: Commands, folder: Path
    ) -> None:
        faulty = KINDS.replace("never: falls", "never: rises").replace("answer: 1/2", "answer: x")
        faulty = faulty.replace("needs: [kinds/half-life]", "needs: [kinds/pinned]")
        bank(folder, faulty, "kinds.yaml")
        bank(folder, CLEAN.replace("source: our own\n", ""))
        number = place_of(faulty, "x\n        explanation")
        checked = run("check", str(folder), "--lang", "en")
        assert places(checked.lines) == [
            "adam.yaml:1:1",  # advice
            f"kinds.yaml:{place_of(faulty, '{method: adagrad.book')}",  # a claim
            f"kinds.yaml:{place_of(faulty, 'kinds/pinned]')}",  # advice
            f"kinds.yaml:{number}",  # no number
        ]

    def test_is_told_apart_from_advice(self, run: Commands, folder: Path) -> None:
        path = bank(folder, SAMPLE.replace("level: 1", "level: 9"))
        checked = run("check", str(path), "--lang", "ja")
        assert checked.code == 1
        assert checked.lines == [
            "adam.yaml:1:1: 助言: 出典（source）がありません。問題か問題集の先頭に書いてください。",
            "adam.yaml:7:12: 1 から 5 の整数を書いてください。",
        ]
        assert "そのうち 1 件は助言" in checked.err

    def test_as_data_has_its_message_in_both_languages(self, run: Commands, folder: Path) -> None:
        path = bank(folder, SAMPLE.replace("level: 1", "level: 9"))
        checked = run("check", str(path), "--format", "json", "--lang", "en")
        document = json.loads(checked.out)
        assert checked.code == 1
        assert document["counts"] == {"errors": 1, "advice": 1, "banks": 1, "items": 1}
        assert document["findings"][1] == {
            "file": "adam.yaml",
            "line": 7,
            "column": 12,
            "key": "banks.not_number",
            "severity": "error",
            "message": {
                "ja": "1 から 5 の整数を書いてください。",
                "en": "Write a whole number from 1 to 5.",
            },
        }
        assert document["findings"][0]["severity"] == "advice"


class TestTheNameOfAFile:
    def test_tells_files_of_the_same_name_apart(self, run: Commands, folder: Path) -> None:
        faulty = CLEAN[: CLEAN.index("  - id: adam/update-code")].replace("level: 1", "level: 9")
        one = bank(folder / "one", faulty)
        two = bank(folder / "two", faulty.replace("adam/", "other/"))
        checked = run("check", str(one), str(two.parent))
        assert places(checked.lines) == ["one/adam.yaml:8:12", "two/adam.yaml:8:12"]

    def test_is_as_it_was_given_outside_of_the_working_directory(
        self, run: Commands, folder: Path
    ) -> None:
        path = bank(folder.parent / "elsewhere", CLEAN.replace("level: 1", "level: 9"))
        assert places(run("check", str(path)).lines) == [f"{path}:8:12"]
        assert places(run("check", "../elsewhere").lines) == ["../elsewhere/adam.yaml:8:12"]

    def test_stands_in_what_is_said_of_other_files_too(self, run: Commands, folder: Path) -> None:
        one, two = bank(folder / "one", CLEAN), bank(folder / "two", CLEAN)
        checked = run("check", str(one), str(two), "--lang", "en")
        said = "The id adam/second-moment is already used at one/adam.yaml:6:9. Ids must be unique."
        assert checked.lines[0] == f"two/adam.yaml:6:9: {said}"

    @pytest.mark.usefixtures("folder")
    def test_that_is_not_there_is_a_problem(self, run: Commands) -> None:
        checked = run("check", "nowhere.yaml")
        assert checked.code == 1
        assert checked.out.startswith("nowhere.yaml:1:1: ")


class TestExecution:
    EQUAL = KINDS.replace("`(1.0 - self.beta2**self.iter)`", "`(1 - self.beta2**self.iter)**0.5`")

    def test_says_first_that_code_is_run(self, run: Commands, folder: Path) -> None:
        path = bank(folder, KINDS, "kinds.yaml")
        checked = run("check", str(path), "--execute", "--lang", "en")
        assert (checked.code, checked.out) == (0, "")
        assert checked.err.splitlines() == [
            "Running the code of the banks (1 question(s)).",
            "1 bank(s), 8 item(s), no problems.",
        ]

    def test_finds_what_only_running_shows(self, run: Commands, folder: Path) -> None:
        path = bank(folder, self.EQUAL, "kinds.yaml")
        assert run("check", str(path)).code == 0
        checked = run("check", str(path), "--execute", "--lang", "en")
        said = "this option computes the same as the right one."
        place = place_of(self.EQUAL, "{text: '`(1 - self.beta2**self.iter)**0.5`'")
        assert (checked.code, checked.lines) == (1, [f"kinds.yaml:{place}: {said}"])

    def test_tells_the_progress_of_many(self, run: Commands, folder: Path) -> None:
        question = KINDS[
            KINDS.index("  - id: kinds/update-line") : KINDS.index("  - id: kinds/group")
        ]
        head = KINDS[: KINDS.index("  - id: kinds/holds-of-adagrad")]
        many = "".join(question.replace("update-line", f"line-{i}") for i in range(51))
        path = bank(folder, head + many, "kinds.yaml")
        told = run("check", str(path), "--execute", "--lang", "en").err.splitlines()
        assert told[1:3] == ["0 of 51 questions", "50 of 51 questions"]


@pytest.mark.parametrize("language", Language)
def test_every_message_comes_in_the_language_asked_for(folder: Path, language: Language) -> None:
    path = bank(folder, KINDS.replace("never: falls", "never: rises"), "kinds.yaml")
    checked = quizdeck("check", str(path), "--lang", language)
    begin = {Language.JAPANESE: "計算すると", Language.ENGLISH: "h rises"}[language]
    assert checked.code == 1
    assert checked.out.startswith(f"kinds.yaml:{place_of(KINDS, '{method: adagrad.book')}: {begin}")
