"""Where things are kept, and in which language a person reads."""

import os
from pathlib import Path

import pytest

from quizdeck.desk.places import Home, home_of, language_of, read_settings, save_settings
from quizdeck.errors import RecordError
from quizdeck.text import Language

JA, EN = Language.JAPANESE, Language.ENGLISH


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "state")


def test_one_directory_holds_everything(tmp_path: Path) -> None:
    home = home_of({"QUIZDECK_HOME": str(tmp_path)})
    assert home.directory == tmp_path
    assert home.log.parent == home.settings.parent == tmp_path


def test_a_tilde_means_the_home_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert home_of({"QUIZDECK_HOME": "~/quiz"}).directory == tmp_path / "quiz"


@pytest.mark.parametrize("environment", [{}, {"QUIZDECK_HOME": ""}])
def test_without_a_word_it_is_the_platforms_place(environment: dict[str, str]) -> None:
    directory = home_of(environment).directory
    assert directory.is_absolute()
    assert directory.name == "quizdeck"


def test_looking_makes_no_directory(home: Home) -> None:
    language_of({}, home)
    assert not home.directory.exists()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, JA),
        ({"LANG": ""}, JA),
        ({"LANG": "C"}, JA),
        ({"LANG": "C.UTF-8"}, JA),
        ({"LANG": "POSIX"}, JA),
        ({"LANG": "ja_JP.UTF-8"}, JA),
        ({"LANG": "ja"}, JA),
        ({"LANG": "en_US.UTF-8"}, EN),
        ({"LANG": "en"}, EN),
        ({"LANG": "de_DE.UTF-8"}, EN),
        ({"LC_MESSAGES": "en_US", "LANG": "ja_JP"}, EN),
        ({"LC_ALL": "ja_JP", "LC_MESSAGES": "en_US", "LANG": "en_US"}, JA),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_GB.UTF-8"}, EN),
        ({"LC_CTYPE": "en_US.UTF-8"}, JA),
    ],
)
def test_the_locale_chooses_where_nobody_did(
    home: Home, environment: dict[str, str], language: Language
) -> None:
    assert language_of(environment, home) is language


def test_a_saved_language_comes_before_the_locale_and_a_word_before_both(home: Home) -> None:
    english_locale = {"LC_ALL": "en_US.UTF-8"}
    save_settings(home, language=JA)
    assert language_of(english_locale, home) is JA
    assert language_of(english_locale, home, "en") is EN
    save_settings(home, language=EN)
    assert language_of({}, home) is EN
    assert language_of({}, home, "ja") is JA


def test_a_word_that_is_no_language_is_left_to_the_parser(home: Home) -> None:
    assert language_of({"LANG": "en_US"}, home, "fr") is EN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'"en"',
        b'{"language": "fr"}',
        b'{"language": 1}',
        b'{"language": ["en"]}',
        b"[" * 100_000,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_settings_that_make_no_sense_are_passed_over(home: Home, content: bytes) -> None:
    home.directory.mkdir()
    home.settings.write_bytes(content)
    assert language_of({}, home) is JA


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[]", b"null", b"[" * 100_000])
def test_a_damaged_file_is_told_of_and_left_as_it_is(home: Home, content: bytes) -> None:
    home.directory.mkdir()
    home.settings.write_bytes(content)
    with pytest.raises(RecordError) as refused:
        save_settings(home, language=EN)
    assert refused.value.key == "settings.damaged"
    assert refused.value.details["path"] == str(home.settings)
    assert home.settings.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b" \n", b'{"language": "fr"}', b'{"language": ["en"]}'])
def test_what_makes_no_sense_in_itself_gives_way(home: Home, content: bytes) -> None:
    home.directory.mkdir()
    home.settings.write_bytes(content)
    save_settings(home, language=EN)
    assert language_of({}, home) is EN


def test_entries_of_a_newer_version_are_kept(home: Home) -> None:
    home.directory.mkdir()
    home.settings.write_text('{"voice": {"pitch": 3}, "language": "ja"}', encoding="utf-8")
    save_settings(home, language=EN)
    assert read_settings(home) == {"voice": {"pitch": 3}, "language": "en"}


def test_saving_leaves_nothing_else_behind(home: Home) -> None:
    save_settings(home, language=EN)
    save_settings(home, language=JA)
    assert [path.name for path in home.directory.iterdir()] == ["settings.json"]


def test_a_directory_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    blocking = tmp_path / "file"
    blocking.write_text("in the way")
    with pytest.raises(RecordError) as refused:
        save_settings(Home(blocking / "state"), language=EN)
    assert refused.value.key == "record.unwritable"
    assert refused.value.details["path"] == str(blocking / "state")
    assert refused.value.details["reason"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_directory_that_may_not_be_written_is_told_of(home: Home) -> None:
    home.directory.mkdir(mode=0o500)
    with pytest.raises(RecordError) as refused:
        save_settings(home, language=EN)
    assert refused.value.key == "record.unwritable"
