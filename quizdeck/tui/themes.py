"""The colours: four themes, each with the few roles that the screens know."""

from typing import NamedTuple

from textual.theme import Theme

from quizdeck.desk.appearance import ThemeName


class Colours(NamedTuple):
    """What a theme decides; ``correct`` and ``wrong`` are told apart by sign and word as well."""

    background: str
    surface: str
    panel: str
    foreground: str
    muted: str
    accent: str
    correct: str
    wrong: str
    mathematics: str
    code: str
    is_dark: bool = True


COLOURS: dict[ThemeName, Colours] = {
    ThemeName.DARK: Colours(
        background="#16181d",
        surface="#20242b",
        panel="#2c313a",
        foreground="#e3e5e8",
        muted="#9ba3ae",
        accent="#efb662",
        correct="#83cc90",
        wrong="#f29090",
        mathematics="#a5c8f2",
        code="#c3b4f0",
    ),
    ThemeName.LIGHT: Colours(
        background="#fbfaf7",
        surface="#f1efea",
        panel="#dedbd3",
        foreground="#23262b",
        muted="#5d6470",
        accent="#8f5200",
        correct="#1d6b37",
        wrong="#b0261e",
        mathematics="#1f4e9e",
        code="#5a3f9c",
        is_dark=False,
    ),
    ThemeName.CONTRAST: Colours(
        background="#000000",
        surface="#1a1a1a",
        panel="#4d4d4d",
        foreground="#ffffff",
        muted="#d4d4d4",
        accent="#ffdc5c",
        correct="#6bff9c",
        wrong="#ffa3a3",
        mathematics="#a8d5ff",
        code="#e3ccff",
    ),
    # blue and orange stay apart in every common kind of colour blindness
    ThemeName.COLOUR_BLIND: Colours(
        background="#16181d",
        surface="#20242b",
        panel="#2c313a",
        foreground="#e3e5e8",
        muted="#a3abb6",
        accent="#f0e442",
        correct="#56b4e9",
        wrong="#f0a13c",
        mathematics="#c8d3e0",
        code="#dba6c8",
    ),
}


def theme_of(name: ThemeName) -> Theme:
    """Return a theme as Textual has it."""
    colours = COLOURS[name]
    return Theme(
        name=name.value,
        primary=colours.mathematics,
        secondary=colours.code,
        accent=colours.accent,
        success=colours.correct,
        warning=colours.accent,
        error=colours.wrong,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        dark=colours.is_dark,
        variables={
            "foreground-muted": colours.muted,
            "text": colours.foreground,
            "text-muted": colours.muted,
            "text-primary": colours.mathematics,
            "text-secondary": colours.code,
            "text-accent": colours.accent,
            "text-success": colours.correct,
            "text-warning": colours.accent,
            "text-error": colours.wrong,
            "footer-foreground": colours.foreground,
            "footer-background": colours.background,
            "footer-key-foreground": colours.accent,
            "footer-key-background": colours.background,
            "footer-description-foreground": colours.muted,
            "footer-description-background": colours.background,
            "footer-item-background": colours.background,
            "input-cursor-background": colours.foreground,
            "input-cursor-foreground": colours.background,
            "input-cursor-text-style": "none",
            "input-selection-background": colours.panel,
            "block-cursor-background": colours.panel,
            "block-cursor-foreground": colours.foreground,
            "block-cursor-text-style": "bold",
            "block-hover-background": colours.surface,
        },
    )
