"""``quizdeck stats``: stable keys for scripts, tables for people."""

import json
import re
from pathlib import Path

import pytest

from quizdeck.text import cell_width
from tests.cli.conftest import Commands

GROUP = {
    *("tries", "right", "reviews", "retained"),
    *("median_seconds", "mean_seconds", "timed", "over_exam_pace"),
}


@pytest.fixture
def studied(run: Commands) -> None:
    """Three practice answers, two of them given up."""
    run("practice", "adam.v.2", "--plain", "--count", "3", "--seed", "5", typed="?\n\n?\n\n1\n")


@pytest.mark.usefixtures("studied")
def test_the_keys_stay(run: Commands) -> None:
    found = json.loads(run("stats", "--format", "json").out)
    assert found.keys() == {
        *("attempts", "days", "streak", "due", "topics", "slips"),
        *("today", "exam_seconds", "total", "by_topic", "by_level", "by_item", "by_slip"),
        *("forecast", "confidence", "predictions", "causes", "mocks", "flags"),
    }
    assert found["total"].keys() == GROUP
    for kind in ("topic", "level", "item"):
        assert all(group.keys() == {kind, *GROUP} for group in found[f"by_{kind}"])
    assert found["topics"][0].keys() == {"topic", "attempts", "correct", "mean_seconds"}
    assert all(day.keys() == {"date", "due"} for day in found["forecast"])


@pytest.mark.usefixtures("studied")
def test_the_numbers_of_one_run_agree(run: Commands) -> None:
    found = json.loads(run("stats", "--format", "json").out)
    (topic,), (level,), (item,) = found["by_topic"], found["by_level"], found["by_item"]
    assert (topic["topic"], level["level"], item["item"]) == ("adam", 2, "adam.v.2")
    for group in (topic, level, item):
        assert {key: group[key] for key in GROUP} == found["total"]
    assert found["topics"][0]["attempts"] == found["total"]["tries"] == 1
    assert found["forecast"][0] == {"date": found["today"], "due": found["due"]}
    assert len(found["forecast"]) == 14


def test_without_answers_the_keys_are_the_same(run: Commands) -> None:
    found = json.loads(run("stats", "--format", "json").out)
    assert found["total"].keys() == GROUP
    assert (found["by_item"], found["predictions"], found["mocks"]) == ([], [], [])
    assert found["total"]["median_seconds"] is None


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", ["手法ごと", "レベルごと", "初回の正答"]),
        ("en", ["By topic", "By level", "first tries"]),
    ],
)
def test_the_tables_fit_eighty_columns(run: Commands, language: str, words: list[str]) -> None:
    shown = run("stats", "--lang", language)
    assert shown.code == 0
    assert all(word in shown.out for word in words)
    assert max(map(cell_width, shown.lines)) <= 80
    assert re.search(r"Adam +0% \(1\) +–", shown.out)


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize(("language", "title"), [("ja", "成績"), ("en", "Scores")])
def test_a_page_is_printed_or_written(
    run: Commands, tmp_path: Path, language: str, title: str
) -> None:
    shown = run("stats", "--lang", language, "--format", "html")
    assert shown.out.startswith("<!DOCTYPE html>")
    assert f"<h1>{title} " in shown.out
    path = tmp_path / "成績.html"
    written = run("stats", "--lang", language, "--format", "html", "--output", str(path))
    assert (written.code, written.out, written.err) == (0, "", "")
    assert path.read_text("utf-8") == shown.out


def test_a_file_that_cannot_be_written_is_told(run: Commands, tmp_path: Path) -> None:
    refused = run("stats", "--output", str(tmp_path / "nowhere" / "stats.txt"))
    assert refused.code == 3
    assert "nowhere" in refused.err
    assert "Traceback" not in refused.err
