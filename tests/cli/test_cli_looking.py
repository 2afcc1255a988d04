import json

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
