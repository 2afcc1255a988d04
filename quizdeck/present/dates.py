"""How days and months are written."""

from quizdeck.study.moment import calendar_date
from quizdeck.text import Language

_WEEKDAYS = {
    Language.JAPANESE: tuple("月火水木金土日"),
    Language.ENGLISH: ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def weekday_names(language: Language) -> tuple[str, ...]:
    """Return the short names of the days of the week, from Monday on."""
    return _WEEKDAYS[language]


def weekday_name(study_day: int, language: Language) -> str:
    """Return the short name of the day of the week on which a study day began."""
    return _WEEKDAYS[language][calendar_date(study_day).weekday()]


def month_name(month: int, language: Language) -> str:
    """Return the short name of a month, 1–12."""
    return f"{month}月" if language is Language.JAPANESE else _MONTHS[month - 1]


def short_date(study_day: int, language: Language) -> str:
    """Return month and day, as both languages write them in short."""
    date = calendar_date(study_day)
    if language is Language.JAPANESE:
        return f"{date.month}/{date.day}"
    return f"{_MONTHS[date.month - 1]} {date.day}"
