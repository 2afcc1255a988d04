"""The door that strips control characters, and widths that agree with the screen's."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizdeck.banks.library import shipped_banks
from quizdeck.language.catalogue import CATALOGUE
from quizdeck.problems.slips.registry import all_slips
from quizdeck.text import Language, Localized, cell_width, same_in_both, without_controls

PRINTED = "█░▸●○–✓✗←・〔〕（）「」…≈√·×−₀₁₂₃ₜ₋²³̂̄̃θηβεαρμ∂∇Δ⁻ⁿ≤≥≠→⊙"


def characters() -> set[str]:
    (folder,) = shipped_banks()
    banks = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.yaml"))]
    assert banks
    catalogue = [
        entry.in_language(language) for entry in CATALOGUE.values() for language in Language
    ]
    slips = [
        words.in_language(language)
        for slip in all_slips()
        for words in (slip.name, slip.explanation)
        for language in Language
    ]
    return set("".join([*banks, *catalogue, *slips, PRINTED])) - {"\n", "\t"}


def test_every_character_is_as_wide_as_on_the_screen() -> None:
    assert {c for c in characters() if cell_width(c) != cell_len(c)} == set()


@given(st.text(sorted(characters() - set("̂̄̃"))))
def test_a_text_is_as_wide_as_its_characters(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("学習率", 6), ("ｱｲｳ", 3), ("１．５", 6), ("m̂", 1), ("β₂", 2), ("…", 1)],
)
def test_widths_by_hand(text: str, width: int) -> None:
    assert cell_width(text) == width


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x1b[2Jb", "a[2Jb"),
        ("a\x9b2Jb", "a2Jb"),
        ("\x1b]0;title\x07x", "]0;titlex"),
        ("a\u202eb\u2066c\u200fd\u061ce", "abcde"),
        ("\ufeffa\u200bb", "ab"),
        ("a\x00\x7f\x85b", "ab"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("学習率 m̂ₜ [/] $x$", "学習率 m̂ₜ [/] $x$"),
    ],
)
def test_what_could_steer_a_terminal_is_dropped(dirty: str, clean: str) -> None:
    assert without_controls(dirty) == clean


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    clean = without_controls(text)
    assert without_controls(clean) == clean
    assert not {c for c in clean if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    bidirectional = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    assert not bidirectional & {unicodedata.bidirectional(character) for character in clean}


def test_a_text_is_filled_in_both_languages() -> None:
    text = Localized("{n} 問", "{n} items").format(n=3)
    assert text.in_language(Language.JAPANESE) == "3 問"
    assert text.in_language(Language.ENGLISH) == "3 items"
    assert same_in_both("θ") == Localized("θ", "θ")
