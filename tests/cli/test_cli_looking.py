import json
from pathlib import Path

import pytest

from quizdeck.problems.skills.registry import SKILLS
from tests.cli.conftest import Commands


@pytest.fixture
def studied(run: Commands) -> None:
    """One practice answer, right or wrong, and one drill answer."""
    run("drill", "--plain", "--topic", "adam", "--count", "1", typed="1\n")
    run("practice", "--plain", "--count", "1", "--seed", "5", typed="?\n")


def test_due_on_the_first_day(run: Commands) -> None:
    assert run("due", "--lang", "en").out == "0 due · 12 new · about 9 min · streak 0 d\n"
    assert json.loads(run("due", "--format", "json").out) == {
        "due": 0,
        "new": 12,
        "minutes": 9,
        "streak": 0,
    }


@pytest.mark.usefixtures("studied")
def test_due_counts_what_was_met_today(run: Commands) -> None:
    due = json.loads(run("due", "--format", "json").out)
    assert (due["new"], due["streak"]) == (11, 1)


def test_stats_without_answers(run: Commands) -> None:
    assert run("stats", "--lang", "en").out == "Nothing is recorded yet.\n"
    assert json.loads(run("stats", "--format", "json").out)["attempts"] == 0


@pytest.mark.usefixtures("studied")
def test_stats_count_every_answer(run: Commands) -> None:
    scores = json.loads(run("stats", "--format", "json").out)
    assert (scores["attempts"], scores["days"], scores["streak"]) == (2, 1, 1)
    assert sum(topic["attempts"] for topic in scores["topics"]) == 2
    shown = run("stats", "--lang", "ja")
    assert "解答 2 回 ・ 1 日" in shown.out
    assert not [line for line in shown.lines if line != line.rstrip()]


def test_skills_lists_every_skill(run: Commands) -> None:
    listed = run("skills", "--lang", "en")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.lines] == ["skill", *(skill.id for skill in SKILLS)]


def test_skills_as_data(run: Commands) -> None:
    records = [json.loads(line) for line in run("skills", "--format", "jsonl").lines]
    assert [record["skill"] for record in records] == [skill.id for skill in SKILLS]
    for record, skill in zip(records, SKILLS, strict=True):
        assert (record["level"], record["method"]) == (skill.level, skill.method.id)
        assert record["slips"]
        assert all(slip["name"].keys() == {"ja", "en"} for slip in record["slips"])


CLEAN = Path(__file__).parents[1] / "tui" / "adam.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    sound = CLEAN.read_text("utf-8")
    (folder / "adam.yaml").write_text(sound.replace("level: 1", "level: 9"), encoding="utf-8")
    (folder / "momentum.yaml").write_text("format: 1\nbank: [\n", encoding="utf-8")
    return folder


def test_the_shipped_banks_are_clean(run: Commands) -> None:
    checked = run("check", "--lang", "en")
    assert (checked.code, checked.out) == (0, "")
    assert "no problems" in checked.err


def test_a_clean_bank_says_how_much_it_holds(run: Commands) -> None:
    checked = run("check", str(CLEAN), "--lang", "en")
    assert (checked.code, checked.out, checked.err) == (
        0,
        "",
        "1 bank(s), 2 item(s), no problems.\n",
    )


def test_every_problem_has_file_line_and_column(run: Commands, broken: Path) -> None:
    checked = run("check", str(broken))
    assert checked.code == 1
    places = [line.split(": ")[0] for line in checked.lines]
    assert "adam.yaml:7:12" in places
    assert any(place.startswith("momentum.yaml:") for place in places)
    assert all(place.count(":") == 2 for place in places)
    assert "1 問は使えます" in checked.err


def test_problems_as_data(run: Commands, broken: Path) -> None:
    checked = run("check", str(broken), "--format", "json", "--lang", "en")
    assert checked.code == 1
    findings = [json.loads(line) for line in checked.lines]
    assert {"file", "line", "column", "key", "message"} == set().union(*findings)
    level = next(finding for finding in findings if finding["file"] == "adam.yaml")
    assert (level["line"], level["column"]) == (7, 12)


def test_a_bank_that_is_not_there_is_a_problem(run: Commands, tmp_path: Path) -> None:
    checked = run("check", str(tmp_path / "nowhere.yaml"))
    assert checked.code == 1
    assert checked.out.startswith("nowhere.yaml:1:1: ")
