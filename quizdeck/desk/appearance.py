"""The names of all settings, and those that say how everything looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizdeck.expressions.math_style import MathStyle

Value = str | int | bool


class SettingName(StrEnum):
    """The settings, as they are called in the file."""

    LANGUAGE = "language"
    NOTATION = "notation"
    THEME = "theme"
    MATH_STYLE = "math_style"
    CALM = "calm"
    EXAM = "exam"
    NEW_A_DAY = "new_a_day"
    REVIEWS_A_DAY = "reviews_a_day"
    ITEMS_A_SESSION = "items_a_session"
    MINUTES = "minutes"


class ThemeName(StrEnum):
    """The sets of colours."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"
    COLOUR_BLIND = "colour-blind"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How everything looks; ``is_calm`` does without motion."""

    theme: ThemeName = ThemeName.DARK
    math_style: MathStyle = MathStyle.UNICODE
    is_calm: bool = False


def appearance_in(entries: Mapping[str, object]) -> Appearance:
    """Return the looks that were set; an entry that makes no sense counts as not set."""
    return Appearance(
        theme=ThemeName(_chosen(entries, SettingName.THEME, tuple(ThemeName))),
        math_style=MathStyle(_chosen(entries, SettingName.MATH_STYLE, tuple(MathStyle))),
        is_calm=entries.get(SettingName.CALM) is True,
    )


def _chosen(entries: Mapping[str, object], name: SettingName, values: Sequence[str]) -> str:
    """Return the value of a choice, the first where none of them was set."""
    return next((value for value in values if value == entries.get(name)), values[0])
