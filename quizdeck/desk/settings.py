"""What a person can set, what each setting may be, and what follows from it.

What stands in the file of settings is taken with a grain of salt: an entry that makes no sense
counts as not set.
"""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quizdeck.desk.appearance import SettingName, ThemeName, Value
from quizdeck.desk.places import Home, read_settings, save_settings
from quizdeck.errors import RecordError, UsageError
from quizdeck.expressions.math_style import MathStyle
from quizdeck.optimizers.notations import NOTATIONS
from quizdeck.study.queue import LIMITS, SECONDS_AN_ITEM, Limits
from quizdeck.text import Language

if TYPE_CHECKING:
    from quizdeck.desk.desk import Desk

_BEEN_HERE = "tour"
_DATE = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several values."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number; ``least`` may mean that there is no limit."""

    least: int
    most: int
    usual: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or none."""


Kind = Choice | Number | Day

KINDS: Mapping[SettingName, Kind] = {
    SettingName.LANGUAGE: Choice(tuple(Language)),
    SettingName.NOTATION: Choice(tuple(notation.id for notation in NOTATIONS)),
    SettingName.THEME: Choice(tuple(ThemeName)),
    SettingName.MATH_STYLE: Choice(tuple(MathStyle)),
    SettingName.CALM: Choice(("off", "on")),
    SettingName.EXAM: Day(),
    SettingName.NEW_A_DAY: Number(0, 200, LIMITS.new_a_day),
    SettingName.REVIEWS_A_DAY: Number(1, 1000, LIMITS.reviews_a_day),
    SettingName.ITEMS_A_SESSION: Number(1, 200, LIMITS.items_a_session),
    SettingName.MINUTES: Number(0, 240, 0),
}


def limits_in(entries: Mapping[str, object]) -> Limits:
    """Return how much a person wants to do, minutes as the items that they are enough for."""
    items, minutes = (
        number_in(entries, name) for name in (SettingName.ITEMS_A_SESSION, SettingName.MINUTES)
    )
    in_time = max(1, minutes * 60 // SECONDS_AN_ITEM) if minutes else items
    return Limits(
        items_a_session=min(items, in_time),
        new_a_day=number_in(entries, SettingName.NEW_A_DAY),
        reviews_a_day=number_in(entries, SettingName.REVIEWS_A_DAY),
    )


def number_in(entries: Mapping[str, object], name: SettingName) -> int:
    """Return a number that was set, else the usual one."""
    kind, value = KINDS[name], entries.get(name)
    if not isinstance(kind, Number):
        raise TypeError(name)
    if isinstance(value, bool) or not isinstance(value, int):
        return kind.usual
    return value if kind.least <= value <= kind.most else kind.usual


def understood(name: SettingName, typed: str) -> Value:
    """Return the value that somebody typed; raises ``UsageError`` that says what is allowed."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    match KINDS[name]:
        case Number(least, most):
            is_number = plain.isdecimal() and len(plain) <= len(str(most))
            if not is_number or not least <= int(plain) <= most:
                raise UsageError("settings.bad_number", text=typed, least=least, most=most)
            return int(plain)
        case Day():
            return _day(typed, plain)
        case Choice(values):
            if plain not in values:
                allowed = ", ".join(values)
                raise UsageError("settings.bad_choice", text=typed, allowed=allowed)
            return plain == "on" if name is SettingName.CALM else plain


def _day(typed: str, plain: str) -> str:
    if not plain:
        return ""
    match = _DATE.fullmatch(plain)
    try:
        return date(*map(int, match.groups() if match else ())).isoformat()
    except (ValueError, TypeError) as error:
        raise UsageError("settings.bad_day", text=typed) from error


def is_first_start(home: Home, desk: "Desk") -> bool:
    """Return whether nobody has been here before; from now on somebody has."""
    if _BEEN_HERE in read_settings(home) or desk.plan.has_history():
        return False
    with suppress(RecordError):  # a home that cannot be written says so where it matters
        save_settings(home, **{_BEEN_HERE: True})
    return True
