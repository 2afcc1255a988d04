"""The pages of the statistics screen: charts first, then the tables behind them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from quizdeck.present.blocks import Block, Chart, Document, Gap, Paragraph
from quizdeck.present.charts.bars import bar_chart
from quizdeck.present.charts.columns import column_chart
from quizdeck.present.charts.heatmap import heatmap
from quizdeck.present.charts.lines import Series, line_chart
from quizdeck.present.charts.panels import Panel, arranged
from quizdeck.present.charts.pictures import Bars, Columns, Picture, Year
from quizdeck.present.spans import Line, Span
from quizdeck.present.statistics import (
    explanation,
    flag_list,
    group_tables,
    mock_table,
    prediction_table,
    slip_table,
    totals_line,
)
from quizdeck.present.statistics_pictures import (
    accuracy,
    answers,
    causes,
    due,
    levels,
    pace,
    predicted,
    retained,
    retention,
    said,
    slips,
    tries,
)
from quizdeck.present.statistics_tabs import Page
from quizdeck.study.statistics import Statistics
from quizdeck.text import Language

_HEATMAP_ROWS = 9
_LOW, _HIGH = 6, 9  # rows of a chart among others, and of one that a page is about
_PAIR, _WIDE_PAIR = 32, 48  # cells that a chart needs beside another


def page_document(
    page: Page, statistics: Statistics, language: Language, *, prompts: Mapping[str, str | None]
) -> Document:
    """Return one page; ``prompts`` are those of the items that are named."""
    match page:
        case Page.OVERVIEW:
            return tuple(_overview(statistics, language))
        case Page.DAYS:
            return tuple(_days(statistics, language))
        case Page.TOPICS:
            return tuple(_topics(statistics, language, prompts))
        case Page.SLIPS:
            return tuple(_slips(statistics, language))
        case Page.OUTLOOK:
            return tuple(_outlook(statistics, language))


def _overview(statistics: Statistics, language: Language) -> Iterator[Block]:
    yield Paragraph((Span(totals_line(statistics.scores, language)),))
    yield Gap()
    over_time = (retention(statistics, language), pace(statistics, language))
    yield _drawn(*over_time, language=language, narrowest=_PAIR)
    yield Gap()
    now = (accuracy(statistics, language), due(statistics, language))
    yield _drawn(*now, language=language, narrowest=_WIDE_PAIR)
    yield Gap()
    yield _drawn(answers(statistics, language), language=language)


def _days(statistics: Statistics, language: Language) -> Iterator[Block]:
    yield _drawn(answers(statistics, language), language=language)
    yield Gap()
    lines = (each(statistics, language) for each in (tries, retention, pace))
    yield _drawn(*lines, language=language, height=_HIGH, narrowest=_PAIR)
    yield from mock_table(statistics, language)


def _topics(
    statistics: Statistics, language: Language, prompts: Mapping[str, str | None]
) -> Iterator[Block]:
    shares = (accuracy(statistics, language), retained(statistics, language))
    yield _drawn(*shares, language=language, narrowest=_WIDE_PAIR)
    yield Gap()
    yield _drawn(levels(statistics, language), language=language)
    yield from group_tables(statistics, language, prompts=prompts)
    yield from flag_list(statistics, language, prompts=prompts)
    yield Gap()
    yield explanation(language)


def _slips(statistics: Statistics, language: Language) -> Iterator[Block]:
    yield _drawn(slips(statistics, language), language=language)
    if statistics.causes:
        yield Gap()
        yield _drawn(causes(statistics, language), language=language)
    yield from slip_table(statistics, language)


def _outlook(statistics: Statistics, language: Language) -> Iterator[Block]:
    yield _drawn(due(statistics, language), language=language, height=_HIGH)
    yield Gap()
    came_true = (predicted(statistics, language), said(statistics, language))
    yield _drawn(*came_true, language=language, narrowest=_WIDE_PAIR)
    yield from prediction_table(statistics, language)
    yield Gap()
    yield explanation(language)


def _drawn(*pictures: Picture, language: Language, height: int = _LOW, narrowest: int = 0) -> Chart:
    panels = [
        Panel(each.title, each.note, partial(_lines, each, height, language)) for each in pictures
    ]
    return arranged(*panels, narrowest=narrowest)


def _lines(picture: Picture, height: int, language: Language, width: int) -> Sequence[Line]:
    match picture.chart:
        case Bars(bars, most):
            rows = max(1, min(len(bars), most or len(bars)))
            return bar_chart(bars, width=width, height=rows, language=language)
        case Columns(columns):
            return column_chart(columns, width=width, height=height, language=language)
        case Year(counts, today):
            rows = _HEATMAP_ROWS
            return heatmap(counts, today=today, width=width, height=rows, language=language)
        case Series() as series:
            return line_chart(series, width=width, height=height, language=language)
