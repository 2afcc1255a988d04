"""No chart is ever wider or higher than its room, and none loses anything without saying so."""

import re
from collections.abc import Callable, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.language.catalogue import text
from quizdeck.present.charts.bars import Bar, bar_chart
from quizdeck.present.charts.columns import Column, column_chart
from quizdeck.present.charts.heatmap import heatmap
from quizdeck.present.charts.lines import Axis, Series, line_chart
from quizdeck.present.charts.panels import Panel, arranged
from quizdeck.present.spans import Line, plain_text
from quizdeck.text import Language, cell_width

TODAY = 20_416
Draw = Callable[[int, int, Language], Sequence[Line]]

BARS = tuple(
    Bar(label, share, f"{100 * share:.0f}% ({count})", mark)
    for label, share, count, mark in (
        ("Adam", 0.775, 604, 0.8),
        ("そのほか", 0.0, 52, None),
        ("m の式で β₁ と 1 − β₁ を入れ替えている", 1.0, 3, 1.0),
        ("", 0.001, 12_345, 0.0),
    )
)
COLUMNS = tuple(Column(value, ("火", str(20 + value % 9))) for value in (222, 0, 74, 1, 38, 5, 3))
AXIS = Axis(0.5, 1.0, "50%", "100%", 0.9, "90%")
SERIES = Series((None, 0.8, 0.95, None, 0.2, 1.0, 0.9), AXIS, "6/22", "11/24")
COUNTS = {TODAY - back: back % 40 for back in range(0, 400, 3)}

CHARTS: dict[str, Draw] = {
    "bars": lambda w, h, to: bar_chart(BARS, width=w, height=h, language=to),
    "no bars": lambda w, h, to: bar_chart((), width=w, height=h, language=to),
    "columns": lambda w, h, to: column_chart(COLUMNS, width=w, height=h, language=to),
    "no columns": lambda w, h, to: column_chart((), width=w, height=h, language=to),
    "line": lambda w, h, to: line_chart(SERIES, width=w, height=h, language=to),
    "no line": lambda w, h, to: line_chart(
        Series((None,), AXIS, "6/22", "11/24"), width=w, height=h, language=to
    ),
    "year": lambda w, h, to: heatmap(COUNTS, today=TODAY, width=w, height=h, language=to),
    "no year": lambda w, h, to: heatmap({}, today=TODAY, width=w, height=h, language=to),
}
SIDES = range(1, 201)
TELLING = (*range(1, 10), 24, 80)  # the sides at which a chart changes, and usual ones
SIZES = (*product(SIDES, TELLING), *product(TELLING, SIDES))


def assert_fits(lines: Sequence[Line], width: int, height: int) -> None:
    assert lines
    assert len(lines) <= height, (width, height)
    for line in lines:
        assert cell_width(plain_text(line)) <= width, (width, height, plain_text(line))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_fits_every_size(name: str, language: Language) -> None:
    for width, height in SIZES:
        assert_fits(CHARTS[name](width, height, language), width, height)


widths, heights, languages = st.integers(1, 200), st.integers(1, 60), st.sampled_from(Language)
shares = st.floats(0, 1)
words = st.text(st.sampled_from("aβ₁ 間違い…%─"), max_size=30)


@given(
    st.lists(st.builds(Bar, words, shares, words, st.none() | shares), max_size=20),
    widths,
    heights,
    languages,
)
def test_any_bars_fit(bars: list[Bar], width: int, height: int, language: Language) -> None:
    lines = bar_chart(bars, width=width, height=height, language=language)
    assert_fits(lines, width, height)


@given(
    st.lists(st.builds(Column, st.integers(0, 99_999), st.tuples(words, words)), max_size=30),
    widths,
    heights,
    languages,
)
def test_any_columns_fit(
    columns: list[Column], width: int, height: int, language: Language
) -> None:
    lines = column_chart(columns, width=width, height=height, language=language)
    assert_fits(lines, width, height)


@given(
    st.lists(st.none() | st.floats(-10, 300), min_size=1, max_size=60),
    st.none() | st.floats(-10, 300),
    widths,
    heights,
    languages,
)
def test_any_line_fits(
    values: list[float | None],
    target: float | None,
    width: int,
    height: int,
    language: Language,
) -> None:
    axis = Axis(0, 120, "0", "120秒", target, "69秒" if target is not None else "")
    series = Series(tuple(values), axis, "6/22", "11/24")
    assert_fits(line_chart(series, width=width, height=height, language=language), width, height)


@given(
    st.dictionaries(st.integers(TODAY - 500, TODAY), st.integers(0, 500), max_size=80),
    widths,
    heights,
    languages,
)
def test_any_year_fits(counts: dict[int, int], width: int, height: int, language: Language) -> None:
    lines = heatmap(counts, today=TODAY, width=width, height=height, language=language)
    assert_fits(lines, width, height)


def seen(lines: Sequence[Line]) -> str:
    return "\n".join(map(plain_text, lines))


def says_why(shown: str, language: Language) -> bool:
    """Return whether there stands a word instead of a chart, shortened by a visible sign."""
    words = text("chart.no_room", language).split()
    return shown.endswith("…") or "".join(shown.split()) == "".join(words)


@pytest.mark.parametrize("language", Language)
def test_bars_keep_every_number_or_say_how_many_are_missing(language: Language) -> None:
    for width, height in product(SIDES, TELLING):
        shown = seen(bar_chart(BARS, width=width, height=height, language=language))
        rows = [bar.note for bar in BARS if bar.note in shown]
        more = text("chart.more", language, count=len(BARS) - len(rows))
        assert len(rows) == len(BARS) or more in shown or says_why(shown, language), shown


@pytest.mark.parametrize("language", Language)
def test_columns_are_all_there_with_their_numbers_or_the_greatest(language: Language) -> None:
    for width, height in product(SIDES, TELLING):
        shown = seen(column_chart(COLUMNS, width=width, height=height, language=language))
        has_all = all(str(column.value) in shown for column in COLUMNS if column.value)
        most = text("chart.most", language, most=222)
        assert has_all or most in shown or says_why(shown, language), shown


@pytest.mark.parametrize("language", Language)
def test_a_year_that_is_not_whole_says_how_much_of_it_there_is(language: Language) -> None:
    for width, height in product(SIDES, TELLING):
        shown = seen(heatmap(COUNTS, today=TODAY, width=width, height=height, language=language))
        weeks = re.search(r"(\d+)(週| weeks)", shown)
        assert weeks or says_why(shown, language), shown


@pytest.mark.parametrize("language", Language)
def test_a_short_history_is_drawn_whole_without_a_key(language: Language) -> None:
    lines = heatmap({TODAY: 3, TODAY - 6: 1}, today=TODAY, width=40, height=7, language=language)
    assert len(lines) == 7
    assert sum("█" in plain_text(line) for line in lines) == 1


def test_the_note_of_a_panel_goes_below_its_title_where_there_is_no_room() -> None:
    panel = Panel("正答率 ・ 週ごと", "最近 98%", lambda _width: ())
    for width in SIDES:
        shown = seen(arranged(panel, narrowest=0).draw(width))
        assert shown.count("…") >= (cell_width(panel.title) > width)
        assert ("最近 98%" in shown) or "…" in shown


@pytest.mark.parametrize("count", [1, 2, 3])
def test_panels_side_by_side_keep_the_width(count: int) -> None:
    panel = Panel(
        "正答率 ・ 週ごと", "最近 98%", lambda width: CHARTS["bars"](width, 5, Language.JAPANESE)
    )
    block = arranged(*[panel] * count, narrowest=20)
    for width in range(1, 201):
        assert all(cell_width(plain_text(line)) <= width for line in block.draw(width)), width
