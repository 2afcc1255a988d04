"""Banks of one's own: those of the home, and those named with --bank."""

import json
import os
from pathlib import Path

import pytest

from quizdeck.cli.progress import ReadingProgress
from tests.banks.small_banks import question, written
from tests.cli.conftest import Commands


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path / "own.yaml", question("own/a"), question("own/b"))


def test_a_bank_in_the_home_joins_the_others(run: Commands, own: Path) -> None:
    folder = Path(os.environ["QUIZDECK_HOME"], "banks")
    folder.mkdir(parents=True)
    own.rename(folder / own.name)
    assert "own" in run("drill", "--plain", "--topic", "own").out


@pytest.mark.parametrize("place", ["before the command", "behind it"])
def test_a_bank_that_is_named_joins_the_others(run: Commands, own: Path, place: str) -> None:
    option, command = ("--bank", str(own)), ("drill", "--plain", "--topic", "own")
    words = (*option, *command) if place == "before the command" else (*command, *option)
    begun = run(*words)
    assert (begun.code, begun.err) == (0, "")
    assert "0 / 2" in begun.out


def test_several_banks_may_be_named(run: Commands, own: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    written(more / "more.yaml", question("more/a", topic="own"))
    words = ("--bank", str(own), "drill", "--plain", "--topic", "own", "--bank", str(more))
    assert "0 / 3" in run(*words).out


def test_a_bank_that_is_not_there_is_a_mistake_in_the_command(run: Commands) -> None:
    refused = run("due", "--bank", "none.yaml")
    assert refused.code == 2
    assert "none.yaml" in refused.err


def test_an_empty_folder_in_the_home_is_no_fault(run: Commands) -> None:
    Path(os.environ["QUIZDECK_HOME"], "banks").mkdir(parents=True)
    assert run("due").code == 0


def test_shipped_ids_cannot_be_taken_over(run: Commands, tmp_path: Path) -> None:
    taken = "adam/lineage-words"
    copy = written(tmp_path / "copy.yaml", question(taken), question("copy/a"))
    typed = json.dumps({"item": taken, "answer": "1 2 3"}) + "\n"
    graded = json.loads(run("grade", "--bank", str(copy), typed=typed).out)
    assert graded["verdict"] == "unreadable"  # the shipped question has options


def test_an_own_item_can_be_graded(run: Commands, own: Path) -> None:
    typed = json.dumps({"item": "own/a", "answer": "1 2 3"}) + "\n"
    assert json.loads(run("grade", "--bank", str(own), typed=typed).out)["verdict"] == "correct"


def test_progress_is_told_only_where_it_takes_long() -> None:
    said: list[int] = []
    seconds = 0.0
    progress = ReadingProgress(said.append, clock=lambda: seconds)
    for tenth in range(1, 60):
        seconds = tenth / 10
        progress(tenth, 60)
    assert said == [16, 50, 83]
