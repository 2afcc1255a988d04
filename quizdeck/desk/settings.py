"""What a person has set, read from the file of settings and taken with a grain of salt."""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home, read_settings, save_settings
from quizdeck.errors import RecordError
from quizdeck.expressions.math_style import MathStyle

_BEEN_HERE = "tour"


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


USUAL_APPEARANCE = Appearance()


def appearance_of(home: Home) -> Appearance:
    """Return the looks that were set; an entry that makes no sense counts as not set."""
    settings = read_settings(home)
    theme, math_style = settings.get("theme"), settings.get("math_style")
    return Appearance(
        theme=next((name for name in ThemeName if name == theme), ThemeName.DARK),
        math_style=next((style for style in MathStyle if style == math_style), MathStyle.UNICODE),
        is_calm=settings.get("calm") is True,
    )


def is_first_start(home: Home, desk: Desk) -> bool:
    """Return whether nobody has been here before; from now on somebody has."""
    if _BEEN_HERE in read_settings(home) or desk.overview().has_history:
        return False
    with suppress(RecordError):  # a home that cannot be written says so where it matters
        save_settings(home, **{_BEEN_HERE: True})
    return True
