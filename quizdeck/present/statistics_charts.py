"""The statistics as what charts are drawn from: the same for the terminal and for a page."""

from collections.abc import Mapping, Sequence
from math import ceil

from quizdeck.language.catalogue import text
from quizdeck.present.charts.bars import Bar
from quizdeck.present.charts.columns import Column
from quizdeck.present.charts.lines import Axis, Series
from quizdeck.present.dates import short_date, weekday_name
from quizdeck.present.home import topic_name
from quizdeck.present.spans import Style
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.moment import calendar_date
from quizdeck.study.statistics import NO_LEVEL, SlipGroup, Statistics
from quizdeck.study.statistics_days import Period, last_days, weeks
from quizdeck.study.statistics_groups import EXAM_SECONDS, Group, Share
from quizdeck.text import Language

_AIM = 0.9  # the recall at which the schedule asks again
_HALF = 0.5
_FEWEST_WEEKS, _DAYS_SHOWN, _MOST_WEEKS = 4, 14, 53
_SECONDS_A_STEP = 30


def topic_bars(statistics: Statistics, language: Language) -> tuple[Bar, ...]:
    """Return how many first tries of each topic were right."""
    named = [(topic_name(group.name, language), group.right) for group in statistics.topics]
    return tuple(share_bar(name, share) for name, share in named)


def retention_bars(statistics: Statistics, language: Language) -> tuple[Bar, ...]:
    """Return how much of each topic was known on a later day."""
    kept = [group for group in statistics.topics if group.retained.whole]
    return tuple(share_bar(topic_name(g.name, language), g.retained) for g in kept)


def level_bars(statistics: Statistics, language: Language) -> tuple[Bar, ...]:
    """Return how many first tries of each level were right."""
    return tuple(share_bar(level_name(g, language), g.right) for g in statistics.levels)


def slip_bars(statistics: Statistics, language: Language) -> tuple[Bar, ...]:
    """Return how often each slip was made, the most frequent first."""
    often = sorted(statistics.slips, key=lambda slip: (-slip.history.times, slip.history.slip))
    most = often[0].history.times if often else 1
    return tuple(_slip_bar(slip, most, language) for slip in often)


def cause_bars(statistics: Statistics, language: Language) -> tuple[Bar, ...]:
    """Return how often each cause was named."""
    most = max((cause.times for cause in statistics.causes), default=1)
    return tuple(
        Bar(
            text(f"cause.{each.cause}", language),
            each.times / most,
            text("stats.times", language, times=each.times),
        )
        for each in statistics.causes
    )


def said_bars(statistics: Statistics, language: Language) -> tuple[Bar, ...]:
    """Return how often what was called sure, unsure or a guess was right."""
    return tuple(
        share_bar(text(f"confidence.{each.confidence}", language), each.right)
        for each in statistics.said
    )


def predicted_bars(statistics: Statistics) -> tuple[Bar, ...]:
    """Return how many reviews of each expected recall were known, and what was expected."""
    return tuple(
        share_bar(f"{100 * each.low:.0f}–{100 * each.high:.0f}%", each.known, mark=each.mean)
        for each in statistics.predicted
    )


def forecast_columns(statistics: Statistics, language: Language) -> tuple[Column, ...]:
    """Return how many items fall due on each of the next days."""
    return tuple(
        Column(
            day.due,
            (
                weekday_name(day.study_day, language),
                str(calendar_date(day.study_day).day),
            ),
            Style.STRONG if day.study_day == statistics.today else Style.MUTED,
        )
        for day in statistics.forecast
    )


def answers_by_day(statistics: Statistics) -> Mapping[int, int]:
    """Return how many answers each study day has that has any."""
    return {day.study_day: day.answers for day in statistics.days}


def is_by_week(statistics: Statistics) -> bool:
    """Return whether there is enough history to be shown by weeks."""
    return len(weeks(statistics.days, statistics.today)) >= _FEWEST_WEEKS


def accuracy_series(statistics: Statistics, language: Language) -> Series:
    """Return how many first tries were right, in the course of time."""
    periods = _periods(statistics)
    return _share_series(periods, [period.right for period in periods], None, language)


def retention_series(statistics: Statistics, language: Language) -> Series:
    """Return how much was known on a later day, in the course of time."""
    periods = _periods(statistics)
    return _share_series(periods, [period.retained for period in periods], _AIM, language)


def pace_series(statistics: Statistics, language: Language) -> Series:
    """Return how long a question took, in the course of time, and what the exam allows."""
    periods = _periods(statistics)
    values = tuple(period.mean_seconds for period in periods)
    longest = max((value for value in values if value is not None), default=0.0)
    high = _SECONDS_A_STEP * ceil(max(longest, EXAM_SECONDS + 1) / _SECONDS_A_STEP)
    axis = Axis(
        0, high, "0", seconds(high, language), EXAM_SECONDS, seconds(EXAM_SECONDS, language)
    )
    return _series(periods, values, axis, language)


def seconds(count: float, language: Language) -> str:
    """Return whole seconds with their unit."""
    return text("stats.seconds", language, seconds=f"{count:.0f}")


def percent(value: float) -> str:
    """Return a ratio in whole percents."""
    return f"{100 * value:.0f}%"


def latest(series: Series) -> float | None:
    """Return the last value that there is."""
    return next((value for value in reversed(series.values) if value is not None), None)


def share_bar(label: str, share: Share, *, mark: float | None = None) -> Bar:
    """Return a share with its percentage and of how many."""
    note = f"{share.percent}% ({share.whole})" if share.whole else "–"
    return Bar(label, share.part / share.whole if share.whole else 0.0, note, mark)


def level_name(group: Group, language: Language) -> str:
    """Return how the level of a group is written."""
    if group.name == NO_LEVEL:
        return text("stats.no_level", language)
    return text("stats.level", language, level=group.name)


def slip_name(slip: str, language: Language) -> str:
    """Return the name of a slip, its id where it is known no longer."""
    try:
        return slip_by_id(slip).name.in_language(language)
    except KeyError:
        return slip


def _slip_bar(slip: SlipGroup, most: int, language: Language) -> Bar:
    history = slip.history
    key = "stats.slip.mended" if history.is_mended else "stats.slip.open"
    note = text(key, language, times=history.times)
    style = Style.CORRECT if history.is_mended else Style.WRONG
    return Bar(slip_name(history.slip, language), history.times / most, note, style=style)


def _periods(statistics: Statistics) -> Sequence[Period]:
    if is_by_week(statistics):
        return weeks(statistics.days, statistics.today)[-_MOST_WEEKS:]
    return last_days(statistics.days, statistics.today, _DAYS_SHOWN)


def _share_series(
    periods: Sequence[Period], shares: Sequence[Share], aim: float | None, language: Language
) -> Series:
    values = tuple(_ratio(share) for share in shares)
    lowest = min((value for value in values if value is not None), default=1.0)
    low = _HALF if lowest >= _HALF else 0.0
    label = "" if aim is None else percent(aim)
    return _series(periods, values, Axis(low, 1.0, percent(low), percent(1), aim, label), language)


def _series(
    periods: Sequence[Period], values: tuple[float | None, ...], axis: Axis, language: Language
) -> Series:
    first, last = (short_date(periods[place].first_day, language) for place in (0, -1))
    return Series(values, axis, first, last)


def _ratio(share: Share) -> float | None:
    return share.part / share.whole if share.whole else None
