"""Where a text of Japanese, English and formulas may be divided into lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.present.line_breaking import break_lines, broken_lines, joined_source_lines
from quizdeck.text import cell_width

TEXTS = st.text("学習率βか、。（）「」ーっ…Adam x₁ₜ̂−=+(). \u3000１．\n", max_size=80)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("勾配の指数移動平均", 8, ("勾配の指", "数移動平", "均")),
        ("勾配を求める。更新", 12, ("勾配を求め", "る。更新")),
        ("学習率を「ε」で割る", 10, ("学習率を", "「ε」で割", "る")),
        ("チャネルのチェック", 6, ("チャネ", "ルの", "チェッ", "ク")),
        ("ローカルサーバー", 6, ("ローカ", "ルサー", "バー")),
        ("待つ……続ける", 5, ("待", "つ……", "続け", "る")),
    ],
)
def test_japanese_breaks_between_characters_but_keeps_its_punctuation_in_place(
    text: str, width: int, lines: tuple[str, ...]
) -> None:
    assert broken_lines(text, width) == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("adaptive moment estimation", 16, ("adaptive moment", "estimation")),
        ("手法Adamを使う", 7, ("手法", "Adamを", "使う")),
        ("値はβ₁mₜ₋₁です", 8, ("値は", "β₁mₜ₋₁で", "す")),
        ("推定m̂ₜとθₜ₊₁を", 8, ("推定m̂ₜと", "θₜ₊₁を")),
        ("学習率(lr)は", 8, ("学習率", "(lr)は")),
        ("率０．００１で", 11, ("率", "０．００１", "で")),
    ],
)
def test_words_numbers_and_formula_signs_stay_whole(
    text: str, width: int, lines: tuple[str, ...]
) -> None:
    assert broken_lines(text, width) == lines


def test_a_number_stays_with_its_counter() -> None:
    assert broken_lines("間違えた 15 問を見る", 13) == ("間違えた", "15 問を見る")
    assert broken_lines("係数は 0.9 である", 11) == ("係数は 0.9", "である")


def test_a_word_longer_than_a_line_is_divided_anywhere() -> None:
    assert broken_lines("abcdefgh", 3) == ("abc", "def", "gh")


def test_a_hat_never_leaves_its_letter() -> None:
    assert broken_lines("m̂m̂m̂", 2) == ("m̂m̂", "m̂")


def test_spaces_hang_at_the_end_of_a_line_and_are_never_carried_over() -> None:
    assert break_lines("abc   def", 3) == [6]


def test_line_feeds_begin_lines_even_where_there_is_room() -> None:
    assert broken_lines("一\n\n二\n", 80) == ("一", "", "二", "")


def test_text_that_fits_is_left_alone() -> None:
    assert break_lines("学習率", 6) == []
    assert break_lines("", 6) == []


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_asked_and_no_character_is_lost(text: str, width: int) -> None:
    bounds = [0, *break_lines(text, width), len(text)]
    assert "".join(text[start:end] for start, end in pairwise(bounds)) == text
    assert all(start < end for start, end in pairwise(bounds[:-1]))
    assert all(cell_width(line) <= width for line in broken_lines(text, width))


@given(TEXTS, st.integers(1, 1))
def test_a_wide_character_on_a_line_of_one_cell_stands_alone(text: str, width: int) -> None:
    assert all(len(line) <= 1 or cell_width(line) <= 1 for line in broken_lines(text, width))


@given(st.text("学習率か、。「」ー", max_size=60), st.integers(12, 30))
def test_kinsoku_holds_wherever_a_line_has_room_for_it(text: str, width: int) -> None:
    for offset in break_lines(text, width):
        run = text[max(0, offset - width // 2) : offset + 1]
        if any(a in "学習率か" and b in "学習率か" for a, b in pairwise(run)):
            assert text[offset] not in "、。」ー"
            assert text[offset - 1] != "「"


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        ("学習率を\n大きくする", "学習率を大きくする"),
        ("正しい。\n「次」", "正しい。「次」"),
        ("手法は\nAdam\nである", "手法は Adam である"),
        ("one\n  two", "one two"),
        ("段落\nです\n\n次の\n段落", "段落です\n\n次の段落"),
        ("\n端の改行\n", "端の改行"),
        ("一\n \n\n二", "一\n\n二"),
    ],
)
def test_a_line_feed_of_the_source_is_a_space_except_inside_japanese(
    source: str, joined: str
) -> None:
    assert joined_source_lines(source) == joined
