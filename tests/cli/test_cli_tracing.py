"""The explorer's words on the command line, and the picture outside the terminal."""

import csv
import io
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Commands
from tests.cli.helpers import quizdeck

ROOT = Path(__file__).parents[2]
BOOK = ("sgd", "momentum", "adagrad", "adam")


def test_the_picture_of_the_readme_is_what_its_command_draws(run: Commands, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (line,) = (line for line in readme.splitlines() if "--format svg" in line and " -o " in line)
    *words, path = shlex.split(line)[1:]
    assert f"]({path})" in readme
    fresh = tmp_path / "fresh.svg"
    drawn = run(*words, str(fresh))
    assert (drawn.code, drawn.out, drawn.err) == (0, "", "")
    assert fresh.read_bytes() == (ROOT / path).read_bytes()


def test_a_picture_is_drawn_in_the_language_asked_for(run: Commands) -> None:
    words = ("trace", *BOOK, "--objective", "valley", "--format", "svg")
    assert "から下る（更新 30 回）" in run(*words).out
    assert "30 updates" in run(*words, "--lang", "en").out


def test_several_methods_share_one_table(run: Commands) -> None:
    traced = run("trace", *BOOK, "--objective", "saddle", "--steps", "3", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(traced.out)))
    assert [row["method"] for row in rows[::3]] == [f"{name}.book" for name in BOOK]
    assert rows[0]["v_x"] == ""
    assert rows[-1]["v_x"] != ""
    table = run("trace", "sgd", "adagrad", "--grads", "1,2")
    assert len(table.lines) == 5
    assert len({len(line) for line in table.lines}) == 1


def test_a_picture_goes_into_a_file(run: Commands, tmp_path: Path) -> None:
    path = tmp_path / "walk.svg"
    run("trace", "adam", "--objective", "beale", "--format", "svg", "-o", str(path))
    assert path.read_text("utf-8").startswith("<svg ")
    refused = run("trace", "adam", "--objective", "beale", "-o", str(tmp_path / "no" / "walk.svg"))
    assert refused.code == 3
    assert "Traceback" not in refused.err


def test_a_walk_that_diverges_is_drawn_as_far_as_it_goes(run: Commands) -> None:
    words = ("trace", "sgd", "--objective", "valley", "--lr", "2", "--format", "svg")
    assert "ステップ 8 で発散" in run(*words).out
    undefined = run(
        *("trace", "adagrad", "--objective", "saddle", "--start", "0,0", "--eps", "0"),
        *("--format", "svg"),
    )
    assert "値なし" in undefined.out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("trace sgd --grads 1,2 --format svg", "--objective valley"),
        ("trace sgd --objective hill --format svg", "valley, ravine, saddle, beale"),
        ("trace sgd --objective valley --start 1e5,2 --format svg", "-10000 〜 10000"),
        ("trace sgd adam --objective valley --lr 0 --format svg", "0 < lr ≤ 1000000"),
        ("trace adam --objective valley --beta1 1 --format svg", "0 ≤ beta1 < 1"),
        ("trace sgd nobody --objective valley --format svg", "sgd.book"),
        ("explore --objective hill", "valley, ravine, saddle, beale"),
        ("explore --start 1e5,2", "-10000 〜 10000"),
        ("explore --start abc", "0.1,-2"),
        ("explore --lr -1", "0 < lr ≤ 1000000"),
        ("explore --beta2 1", "0 ≤ beta2 < 1"),
        ("explore --steps 0", "1–1000"),
    ],
)
def test_what_makes_no_sense_says_what_is_allowed(run: Commands, words: str, named: str) -> None:
    refused = run(*words.split())
    assert (refused.code, refused.out) == (2, "")
    assert named in refused.err


def test_the_explorer_needs_a_terminal() -> None:
    refused = quizdeck("explore")
    assert refused.code == 2
    assert "端末" in refused.err
