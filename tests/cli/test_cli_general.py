import os
import subprocess
from pathlib import Path

import pytest

from quizdeck import __version__
from quizdeck.cli.arguments import parser_for
from quizdeck.text import Language
from tests.cli.conftest import Commands
from tests.cli.helpers import PROGRAM, quizdeck

COMMANDS = ("drill", "practice", "due", "stats", "skills", "generate", "grade", "trace", "check")


def japanese(text: str) -> bool:
    return any("぀" <= character <= "鿿" for character in text.replace("E資格", ""))


def test_the_version_is_the_package_s(run: Commands) -> None:
    assert run("--version").out == f"quizdeck {__version__}\n"


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)], ids=str)
@pytest.mark.parametrize("language", list(Language))
def test_every_command_has_help_in_both_languages(
    run: Commands, language: Language, words: list[str]
) -> None:
    helped = run(*words, "--lang", language, "--help")
    assert (helped.code, helped.err) == (0, "")
    assert japanese(helped.out) == (language is Language.JAPANESE)


def test_the_help_names_every_command(run: Commands) -> None:
    helped = run("--help").out
    assert [name for name in COMMANDS if f"\n    {name} " not in helped] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_leads_to_a_function(name: str) -> None:
    needed = {"trace": ["sgd"]}.get(name, [])
    options = parser_for(Language.ENGLISH).parse_args([name, *needed])
    assert callable(options.run)


@pytest.mark.parametrize(
    ("environment", "words", "expected"),
    [
        ({"LANG": "ja_JP.UTF-8"}, [], "復習"),
        ({"LANG": "en_US.UTF-8"}, [], "due"),
        ({"LANG": "de_DE.UTF-8"}, [], "due"),
        ({"LANG": "C"}, [], "復習"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, [], "復習"),
        ({"LANG": "ja_JP.UTF-8"}, ["--lang", "en"], "due"),
        ({"LANG": "en_US.UTF-8"}, ["--lang=ja"], "復習"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_locale_s(
    run: Commands,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    words: list[str],
    expected: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert expected in run("due", *words).out


def test_a_language_chosen_in_the_app_beats_the_locale(run: Commands, tmp_path: Path) -> None:
    home = tmp_path / "quizdeck-home"
    home.mkdir()
    (home / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    assert "due" in run("due").out
    assert "復習" in run("due", "--lang", "ja").out


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["due", "--lang", "de"],
        ["due", "--lang"],
        ["due", "--format", "xml"],
        ["generate", "--count", "0"],
        ["generate", "--count", "many"],
        ["generate", "--level", "6"],
        ["generate", "--seed", "-1"],
        ["drill", "--minutes", "0"],
        ["trace"],
    ],
    ids=" ".join,
)
def test_a_wrong_word_is_refused_with_the_usage(run: Commands, words: list[str]) -> None:
    refused = run(*words)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("usage: quizdeck")


@pytest.mark.parametrize("words", [[], ["drill"], ["practice"]], ids=str)
def test_without_a_terminal_the_line_mode_is_named(words: list[str], tmp_path: Path) -> None:
    refused = quizdeck(*words)
    assert (refused.code, refused.out) == (2, "")
    assert "--plain" in refused.err
    assert len(refused.err.splitlines()) == 1
    assert not (tmp_path / "quizdeck-home").exists()


@pytest.fixture
def below_a_file(tmp_path: Path) -> str:
    (tmp_path / "file").write_text("", encoding="utf-8")
    return str(tmp_path / "file" / "home")


@pytest.mark.parametrize(
    "words",
    [["drill", "--plain"], ["practice", "--plain"], ["due"], ["stats"]],
    ids=" ".join,
)
def test_an_unwritable_home_is_told_before_the_first_question(
    run: Commands, monkeypatch: pytest.MonkeyPatch, below_a_file: str, words: list[str]
) -> None:
    for home in (below_a_file, "/proc/nowhere"):
        monkeypatch.setenv("QUIZDECK_HOME", home)
        refused = run(*words)
        assert (refused.code, refused.out) == (3, "")
        assert home in refused.err
        assert "QUIZDECK_HOME" in refused.err
        assert len(refused.err.splitlines()) == 1


def test_a_foreign_file_in_place_of_the_log_is_left_alone(run: Commands, tmp_path: Path) -> None:
    home = tmp_path / "quizdeck-home"
    home.mkdir()
    (home / "log.db").write_bytes(b"a letter to a friend" * 100)
    refused = run("due")
    assert refused.code == 3
    assert "log.db" in refused.err
    assert (home / "log.db").read_bytes().startswith(b"a letter")


@pytest.mark.parametrize(
    "words", ["generate --count 300 --format jsonl", "skills", "--help", "due"]
)
def test_a_reader_that_leaves_early_is_no_error(words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [*PROGRAM, *words.split()], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_characters_that_the_terminal_lacks_end_nothing() -> None:
    ran = quizdeck("due", environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert ran.code == 0
    assert "\\u5fa9\\u7fd2" in ran.out


@pytest.mark.parametrize("words", [["generate", "\x1b[31madam\x07"], ["trace", "\x1b]0;x\x07"]])
def test_no_escape_sequence_is_echoed(run: Commands, words: list[str]) -> None:
    refused = run(*words)
    assert refused.code == 2
    assert not set(refused.err) & {"\x1b", "\x07"}
