"""``quizdeck mock``: paper with a key, plans of one's own, and what is wrong with them."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Commands

SPRINT = (Path(__file__).parents[2] / "questions" / "mocks" / "sprint.yaml").read_text("utf-8")
OWN = SPRINT.replace("mock: sprint", "mock: own")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a working directory."""
    folder = tmp_path / "work"
    (folder / "mocks").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def plan(folder: Path, text: str, name: str = "own.yaml") -> str:
    (folder / "mocks" / name).write_text(text, encoding="utf-8")
    return f"mocks/{name}"


class TestOnPaper:
    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_is_markdown_with_the_key_on_a_page_of_its_own(
        self, run: Commands, language: str
    ) -> None:
        printed = run("mock", "mini", "--print", "markdown", "--seed", "3", "--lang", language)
        assert (printed.code, printed.err) == (0, "")
        questions, key = printed.out.split('<div style="page-break-after: always"></div>')
        assert re.findall("^### (.*)$", questions, re.MULTILINE) == [str(n + 1) for n in range(12)]
        assert re.findall("^## (.*)$", key, re.MULTILINE) == [str(n + 1) for n in range(12)]
        assert "✓" not in questions
        assert key.count("✓") == 12

    def test_is_a_page_without_scripts_or_foreign_files(self, run: Commands) -> None:
        printed = run("mock", "mini", "--print", "html", "--seed", "3").out
        assert '<section class="key">' in printed
        assert "break-before: page" in printed
        assert not re.search("<script|http|src=", printed)

    def test_is_the_same_for_the_same_seed_and_says_which_it_was(self, run: Commands) -> None:
        paper = run("mock", "--print", "markdown").out
        seed = re.search(r"#(\d+)$", paper.splitlines()[0])
        assert seed is not None
        assert run("mock", "--print", "markdown", "--seed", seed[1]).out == paper
        assert run("mock", "--print", "markdown").out != paper

    def test_goes_into_a_file(self, run: Commands, folder: Path) -> None:
        assert run("mock", "--print", "html", "-o", "paper.html").out == ""
        assert (folder / "paper.html").read_text("utf-8").startswith("<!doctype html>")


class TestAPlanOfOnesOwn:
    def test_is_sat_by_its_path(self, run: Commands, folder: Path) -> None:
        path = plan(folder, OWN.replace("5問スプリント", "私の模試"))
        assert "私の模試" in run("mock", path, "--plain", "--seed", "1").out

    def test_keeps_its_name_when_it_is_gone_on_with(self, run: Commands, folder: Path) -> None:
        path = plan(folder, OWN.replace("5問スプリント", "私の模試"))
        run("mock", path, "--plain")
        (folder / path).unlink()
        assert "私の模試" in run("mock", "--plain").out

    def test_that_is_faulty_says_where(self, run: Commands, folder: Path) -> None:
        path = plan(folder, OWN.replace("minutes: 6", "minutes: soon"))
        refused = run("mock", path, "--plain", "--lang", "en")
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith("mocks/own.yaml:7:10: Write a whole number from 1 to 600.")
        assert "no mock can be made of it" in refused.err

    def test_that_cannot_be_filled_names_the_section(self, run: Commands, folder: Path) -> None:
        path = plan(folder, OWN.replace("parts: 2", "parts: 2, topics: [alchemy]"))
        refused = run("mock", path, "--plain", "--lang", "en")
        assert refused.code == 2
        assert "Section 2 cannot be filled: 2 suitable part(s) are missing." in refused.err

    @pytest.mark.parametrize("name", ["nowhere.yaml", "nothing"])
    @pytest.mark.usefixtures("folder")
    def test_that_does_not_exist_is_named(self, run: Commands, name: str) -> None:
        refused = run("mock", name, "--plain", "--lang", "en")
        assert (refused.code, refused.out) == (2, "")
        assert name in refused.err

    def test_that_is_no_text_is_told_of(self, run: Commands, folder: Path) -> None:
        (folder / "mocks" / "own.yaml").write_bytes(b"\xff\xfe\x00mock: own")
        assert run("mock", "mocks/own.yaml", "--plain").code == 2
        assert run("check", "mocks").code == 1


class TestCheck:
    def test_says_of_every_plan_that_it_can_be_filled(self, run: Commands) -> None:
        checked = run("check", "--lang", "en")
        assert checked.code == 0
        assert "Mock mini: its 12 parts can be filled." in checked.err
        assert "Mock endurance: its 104 parts can be filled." in checked.err

    @pytest.mark.parametrize("path", ["mocks/own.yaml", "mocks", "."])
    def test_finds_plans_by_file_folder_or_the_folder_above(
        self, run: Commands, folder: Path, path: str
    ) -> None:
        plan(folder, OWN)
        checked = run("check", path, "--lang", "en")
        assert (checked.code, checked.out) == (0, "")
        assert "Mock own: its 5 parts can be filled." in checked.err

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("minutes: 6", "minutes: soon", "7:10: Write a whole number from 1 to 600."),
            ("mock: own", "mock: other", "2:7: "),
            ("areas: [code,", "areas: [alchemy,", "12:67: "),
            ("unsuitable: 1", "unsuitable: 9", "8:13: There are only 5 parts in all."),
            ("levels: [1, 2, 3]", "levels: [5]", "12:92: Write a whole number from 1 to 4."),
            ("minutes: 6", "minutes: 6\nhurry: true", "8:1: "),
        ],
    )
    def test_says_what_is_wrong_with_a_plan_and_where(
        self, run: Commands, folder: Path, old: str, new: str, said: str
    ) -> None:
        assert old in OWN
        plan(folder, OWN.replace(old, new))
        checked = run("check", "mocks", "--lang", "en")
        assert checked.code == 1
        assert [line for line in checked.lines if line.startswith(f"mocks/own.yaml:{said}")], (
            checked.out
        )

    def test_says_which_section_the_banks_cannot_fill(self, run: Commands, folder: Path) -> None:
        bank = Path(__file__).parents[1] / "tui" / "adam.yaml"
        (folder / "adam.yaml").write_bytes(bank.read_bytes())
        plan(folder, OWN)
        document = json.loads(run("check", ".", "--format", "json").out)
        lacks = [f for f in document["findings"] if f["file"] == "mocks/own.yaml"]
        assert [(f["key"], f["line"], f["severity"]) for f in lacks] == [
            ("mock.few_blanks", 2, "error"),
            ("mock.few_unsuitable", 2, "error"),
            ("mock.unfillable", 11, "error"),
        ]
        assert "2 suitable part(s)" in lacks[-1]["message"]["en"]
