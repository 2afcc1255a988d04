"""How it went in the course of time: study days, and the weeks they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizdeck.study.statistics_groups import Group, Share, Tally, added, group_of

DAYS_A_WEEK = 7
_DAYS_BEFORE_EPOCH = 3  # 1970-01-01 was a Thursday


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one study day; ``answers`` are all of them and not first tries alone."""

    study_day: int
    answers: int
    group: Group


@dataclass(frozen=True, slots=True)
class Period:
    """How it went from one study day on; None where nothing was timed."""

    first_day: int
    right: Share
    retained: Share
    mean_seconds: float | None


def days_of(by_day: Mapping[int, Tally]) -> tuple[Day, ...]:
    """Return the study days that have an answer, in order."""
    return tuple(
        Day(day, by_day[day].answers, group_of("", (by_day[day],))) for day in sorted(by_day)
    )


def monday_of(study_day: int) -> int:
    """Return the Monday of the week in which a study day lies."""
    return study_day - (study_day + _DAYS_BEFORE_EPOCH) % DAYS_A_WEEK


def weeks(days: Sequence[Day], today: int) -> tuple[Period, ...]:
    """Return every week from the first that has an answer to this one, empty ones too."""
    by_week: dict[int, list[Day]] = {}
    for day in days:
        by_week.setdefault(monday_of(day.study_day), []).append(day)
    first = min(by_week, default=monday_of(today) + DAYS_A_WEEK)
    mondays = range(first, monday_of(today) + 1, DAYS_A_WEEK)
    return tuple(_period(monday, by_week.get(monday, ())) for monday in mondays)


def last_days(days: Sequence[Day], today: int, count: int) -> tuple[Period, ...]:
    """Return each of the last ``count`` days, those without an answer too."""
    by_day = {day.study_day: day for day in days}
    wanted = range(today - count + 1, today + 1)
    return tuple(_period(day, [by_day[day]] if day in by_day else ()) for day in wanted)


def _period(first_day: int, days: Iterable[Day]) -> Period:
    groups = [day.group for day in days]
    timed = sum(group.pace.timed for group in groups)
    seconds = sum((group.pace.mean_seconds or 0) * group.pace.timed for group in groups)
    return Period(
        first_day,
        added(group.right for group in groups),
        added(group.retained for group in groups),
        seconds / timed if timed else None,
    )
