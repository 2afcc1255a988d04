"""Every picture of the statistics, for the terminal and for a page."""

from collections.abc import Callable
from functools import partial

from quizdeck.language.catalogue import text
from quizdeck.present.charts.lines import Series
from quizdeck.present.charts.pictures import Bars, Columns, Picture, Year
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
from quizdeck.study.statistics import Statistics
from quizdeck.study.statistics_groups import Share
from quizdeck.text import Language

_MOST_SLIPS = 15


def pictures(statistics: Statistics, language: Language) -> tuple[Picture, ...]:
    """Return all of them, in the order in which somebody looks at them."""
    drawn = (retention, tries, pace, accuracy, retained, levels, answers, due, slips)
    seldom = (
        (causes, statistics.causes),
        (predicted, statistics.predicted),
        (said, statistics.said),
    )
    return (
        *(picture(statistics, language) for picture in drawn),
        *(picture(statistics, language) for picture, found in seldom if found),
    )


def answers(statistics: Statistics, language: Language) -> Picture:
    """Return the answers of every day."""
    counts = {"days": len(statistics.days), "count": statistics.attempts}
    year = Year(answers_by_day(statistics), statistics.today)
    note = text("stats.answers.note", language, **counts)
    return Picture(text("stats.answers", language), note, year)


def tries(statistics: Statistics, language: Language) -> Picture:
    """Return how many first tries were right, in the course of time."""
    key = "stats.accuracy.weeks" if is_by_week(statistics) else "stats.accuracy.days"
    return _line(key, accuracy_series(statistics, language), percent, language)


def retention(statistics: Statistics, language: Language) -> Picture:
    """Return how much was known on a later day, in the course of time."""
    key = "stats.retention.weeks" if is_by_week(statistics) else "stats.retention.days"
    return _line(key, retention_series(statistics, language), percent, language)


def pace(statistics: Statistics, language: Language) -> Picture:
    """Return how long a question took, in the course of time."""
    key = "stats.pace.weeks" if is_by_week(statistics) else "stats.pace.days"
    written = partial(seconds, language=language)
    return _line(key, pace_series(statistics, language), written, language)


def accuracy(statistics: Statistics, language: Language) -> Picture:
    """Return how many first tries of each topic were right."""
    note = text("stats.overall", language, value=_percent(statistics.total.right))
    bars = Bars(topic_bars(statistics, language))
    return Picture(text("stats.accuracy", language), note, bars)


def retained(statistics: Statistics, language: Language) -> Picture:
    """Return how much of each topic was known on a later day."""
    note = text("stats.overall", language, value=_percent(statistics.total.retained))
    bars = Bars(retention_bars(statistics, language))
    return Picture(text("stats.retention", language), note if bars.bars else "", bars)


def levels(statistics: Statistics, language: Language) -> Picture:
    """Return how many first tries of each level were right."""
    return Picture(text("stats.by_level", language), "", Bars(level_bars(statistics, language)))


def due(statistics: Statistics, language: Language) -> Picture:
    """Return how many items fall due on each of the next days."""
    return Picture(
        text("stats.forecast", language, days=len(statistics.forecast)),
        text("stats.due_today", language, count=statistics.due),
        Columns(forecast_columns(statistics, language)),
    )


def slips(statistics: Statistics, language: Language) -> Picture:
    """Return how often each slip was made."""
    mended = sum(slip.history.is_mended for slip in statistics.slips)
    counts = {"open": len(statistics.slips) - mended, "mended": mended}
    note = text("stats.slips.note", language, **counts) if statistics.slips else ""
    bars = Bars(slip_bars(statistics, language), _MOST_SLIPS)
    return Picture(text("stats.slips", language), note, bars)


def causes(statistics: Statistics, language: Language) -> Picture:
    """Return how often each cause was named."""
    return Picture(text("stats.causes", language), "", Bars(cause_bars(statistics, language)))


def predicted(statistics: Statistics, language: Language) -> Picture:
    """Return how many reviews of each expected recall were known."""
    note = text("stats.predicted.note", language) if statistics.predicted else ""
    return Picture(text("stats.predicted", language), note, Bars(predicted_bars(statistics)))


def said(statistics: Statistics, language: Language) -> Picture:
    """Return how often what was called sure, unsure or a guess was right."""
    return Picture(text("stats.said", language), "", Bars(said_bars(statistics, language)))


def _line(key: str, series: Series, written: Callable[[float], str], language: Language) -> Picture:
    value = latest(series)
    note = "" if value is None else text("stats.latest", language, value=written(value))
    return Picture(text(key, language), note, series)


def _percent(share: Share) -> str:
    return f"{share.percent}%" if share.whole else "–"
