"""A moment as the log keeps it, and the study day it belongs to."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

ROLLOVER_HOURS = 4  # a session past midnight still belongs to the evening before
_UNIX_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time with the offset of the clock on the wall, both as the log stores them."""

    epoch_milliseconds: int
    utc_offset_minutes: int

    @property
    def local_time(self) -> datetime:
        """Return the time that the wall clock showed."""
        zone = timezone(timedelta(minutes=self.utc_offset_minutes))
        return datetime.fromtimestamp(self.epoch_milliseconds / 1000, UTC).astimezone(zone)

    @property
    def study_day(self) -> int:
        """Return the day number since 1970-01-01; a day begins at 04:00 local time."""
        day = (self.local_time - timedelta(hours=ROLLOVER_HOURS)).date()
        return day.toordinal() - _UNIX_EPOCH_ORDINAL


def moment_of(time: datetime) -> Moment:
    """Return the moment of an aware ``time``."""
    offset = time.utcoffset() or timedelta()
    return Moment(round(time.timestamp() * 1000), round(offset.total_seconds() / 60))


def study_day_of(day: date) -> int:
    """Return the study day that begins on ``day``."""
    return day.toordinal() - _UNIX_EPOCH_ORDINAL


def calendar_date(study_day: int) -> date:
    """Return the date on which ``study_day`` began."""
    return date.fromordinal(study_day + _UNIX_EPOCH_ORDINAL)
