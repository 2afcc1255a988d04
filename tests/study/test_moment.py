"""A study day begins at 04:00 by the clock on the wall, wherever the wall is."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.study.moment import Moment, calendar_date, moment_of

TOKYO = timezone(timedelta(hours=9))
BERLIN = ZoneInfo("Europe/Berlin")


def study_date(time: datetime) -> date:
    return calendar_date(moment_of(time).study_day)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(3, 59, 9), (4, 0, 10), (4, 1, 10), (0, 0, 9), (12, 0, 10), (23, 59, 10)],
)
def test_the_day_rolls_over_at_four(hour: int, minute: int, expected: int) -> None:
    time = datetime(2026, 3, 10, hour, minute, tzinfo=TOKYO)
    assert study_date(time) == date(2026, 3, expected)


def test_the_last_instant_before_four_is_still_the_day_before() -> None:
    last = datetime(2026, 3, 10, 3, 59, 59, 999_000, tzinfo=TOKYO)
    assert study_date(last) == date(2026, 3, 9)


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_a_day_of_23_or_25_hours_is_one_day(month: int, day: int) -> None:
    evening_before = datetime(2026, month, day - 1, 20, tzinfo=BERLIN)
    evening = datetime(2026, month, day, 20, tzinfo=BERLIN)
    hours = (evening.timestamp() - evening_before.timestamp()) / 3600
    assert hours in {23, 25}
    assert moment_of(evening).study_day - moment_of(evening_before).study_day == 1
    night = datetime(2026, month, day, 3, 59, tzinfo=BERLIN)
    assert study_date(night) == date(2026, month, day - 1)
    assert study_date(night + timedelta(minutes=1)) == date(2026, month, day)


@pytest.mark.parametrize("hours", [-12, 12])
def test_after_a_flight_the_new_wall_clock_decides(hours: int) -> None:
    there = timezone(timedelta(hours=9 + hours if hours < 0 else hours))
    assert study_date(datetime(2026, 3, 10, 20, tzinfo=there)) == date(2026, 3, 10)
    assert study_date(datetime(2026, 3, 10, 3, tzinfo=there)) == date(2026, 3, 9)


def test_a_moment_keeps_the_time_and_the_offset() -> None:
    time = datetime(2026, 3, 10, 20, 30, 15, 250_000, tzinfo=TOKYO)
    moment = moment_of(time)
    assert moment == Moment(1_773_142_215_250, 540)
    assert moment.local_time == time
    assert moment.local_time.utcoffset() == timedelta(hours=9)


@given(
    st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001, given an offset below
    st.integers(-12 * 60, 14 * 60),
)
def test_a_study_day_has_24_hours_from_four_to_four(naive: datetime, offset: int) -> None:
    time = naive.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset)))
    begins = calendar_date(moment_of(time).study_day)
    since = time.replace(tzinfo=None) - datetime.combine(begins, datetime.min.time())
    assert timedelta(hours=4) <= since < timedelta(hours=28)


def test_day_zero_is_the_first_of_1970() -> None:
    assert calendar_date(0) == date(1970, 1, 1)
    assert moment_of(datetime(1970, 1, 1, 4, tzinfo=UTC)).study_day == 0
