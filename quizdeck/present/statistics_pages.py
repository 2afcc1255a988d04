"""The pages of the statistics screen: charts first, then the tables behind them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph
from quizdeck.present.charts.bars import Bar, bar_chart
from quizdeck.present.charts.columns import column_chart
from quizdeck.present.charts.heatmap import heatmap
from quizdeck.present.charts.lines import Series, line_chart
from quizdeck.present.charts.panels import Panel, arranged
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
from quizdeck.present.statistics_charts import (
    accuracy_series,
    answers_by_day,
    cause_bars,
    forecast_columns,
    is_by_week,
    latest,
    level_bars,
    pace_series,
    percent,
    predicted_bars,
    retention_bars,
    retention_series,
    said_bars,
    seconds,
    slip_bars,
    topic_bars,
)
from quizdeck.present.statistics_tabs import Page
from quizdeck.study.statistics import Statistics
from quizdeck.study.statistics_groups import Share
from quizdeck.text import Language

_HEATMAP_ROWS = 9
_LOW, _HIGH = 6, 9  # rows of a chart among others, and of one that a page is about
_MOST_SLIPS = 15
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
    yield arranged(
        _retention(statistics, language, _LOW), _pace(statistics, language, _LOW), narrowest=_PAIR
    )
    yield Gap()
    yield arranged(
        _accuracy(statistics, language), _due(statistics, language, _LOW), narrowest=_WIDE_PAIR
    )
    yield Gap()
    yield arranged(_answers(statistics, language), narrowest=0)


def _days(statistics: Statistics, language: Language) -> Iterator[Block]:
    yield arranged(_answers(statistics, language), narrowest=0)
    yield Gap()
    yield arranged(
        _tries(statistics, language, _HIGH),
        _retention(statistics, language, _HIGH),
        _pace(statistics, language, _HIGH),
        narrowest=_PAIR,
    )
    yield from mock_table(statistics, language)


def _topics(
    statistics: Statistics, language: Language, prompts: Mapping[str, str | None]
) -> Iterator[Block]:
    kept = _bars("stats.retention", retention_bars(statistics, language), language)
    yield arranged(_accuracy(statistics, language), kept, narrowest=_WIDE_PAIR)
    yield Gap()
    yield arranged(_bars("stats.by_level", level_bars(statistics, language), language), narrowest=0)
    yield from group_tables(statistics, language, prompts=prompts)
    yield from flag_list(statistics, language, prompts=prompts)
    yield Gap()
    yield explanation(language)


def _slips(statistics: Statistics, language: Language) -> Iterator[Block]:
    mended = sum(slip.history.is_mended for slip in statistics.slips)
    counts = {"open": len(statistics.slips) - mended, "mended": mended}
    note = text("stats.slips.note", language, **counts) if statistics.slips else ""
    made = slip_bars(statistics, language)
    yield arranged(_bars("stats.slips", made, language, note, most=_MOST_SLIPS), narrowest=0)
    if statistics.causes:
        yield Gap()
        causes = cause_bars(statistics, language)
        yield arranged(_bars("stats.causes", causes, language), narrowest=0)
    yield from slip_table(statistics, language)


def _outlook(statistics: Statistics, language: Language) -> Iterator[Block]:
    yield arranged(_due(statistics, language, _HIGH), narrowest=0)
    yield Gap()
    note = text("stats.predicted.note", language) if statistics.predicted else ""
    predicted = _bars("stats.predicted", predicted_bars(statistics), language, note)
    said = _bars("stats.said", said_bars(statistics, language), language)
    yield arranged(predicted, said, narrowest=_WIDE_PAIR)
    yield from prediction_table(statistics, language)
    yield Gap()
    yield explanation(language)


def _answers(statistics: Statistics, language: Language) -> Panel:
    counts = {"days": len(statistics.days), "count": statistics.attempts}
    return Panel(
        text("stats.answers", language),
        text("stats.answers.note", language, **counts),
        lambda width: heatmap(
            answers_by_day(statistics),
            today=statistics.today,
            width=width,
            height=_HEATMAP_ROWS,
            language=language,
        ),
    )


def _tries(statistics: Statistics, language: Language, height: int) -> Panel:
    key = "stats.accuracy.weeks" if is_by_week(statistics) else "stats.accuracy.days"
    return _line(key, accuracy_series(statistics, language), percent, language, height)


def _retention(statistics: Statistics, language: Language, height: int) -> Panel:
    key = "stats.retention.weeks" if is_by_week(statistics) else "stats.retention.days"
    series = retention_series(statistics, language)
    return _line(key, series, percent, language, height)


def _pace(statistics: Statistics, language: Language, height: int) -> Panel:
    key = "stats.pace.weeks" if is_by_week(statistics) else "stats.pace.days"
    series = pace_series(statistics, language)
    return _line(key, series, partial(seconds, language=language), language, height)


def _line(
    key: str, series: Series, written: Callable[[float], str], language: Language, height: int
) -> Panel:
    value = latest(series)
    note = "" if value is None else text("stats.latest", language, value=written(value))
    draw = partial(_drawn_line, series, height, language)
    return Panel(text(key, language), note, draw)


def _drawn_line(series: Series, height: int, language: Language, width: int) -> Sequence[Line]:
    return line_chart(series, width=width, height=height, language=language)


def _accuracy(statistics: Statistics, language: Language) -> Panel:
    note = text("stats.overall", language, value=_percent(statistics.total.right))
    return _bars("stats.accuracy", topic_bars(statistics, language), language, note)


def _due(statistics: Statistics, language: Language, height: int) -> Panel:
    columns = forecast_columns(statistics, language)
    return Panel(
        text("stats.forecast", language, days=len(statistics.forecast)),
        text("stats.due_today", language, count=statistics.due),
        lambda width: column_chart(columns, width=width, height=height, language=language),
    )


def _bars(
    key: str, bars: Sequence[Bar], language: Language, note: str = "", most: int | None = None
) -> Panel:
    height = max(1, min(len(bars), most or len(bars)))
    return Panel(
        text(key, language),
        note,
        lambda width: bar_chart(bars, width=width, height=height, language=language),
    )


def _percent(share: Share) -> str:
    return f"{share.percent}%" if share.whole else "–"
