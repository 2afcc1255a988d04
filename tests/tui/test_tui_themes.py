"""The themes: every text can be read on what is behind it, and colour alone says nothing."""

import itertools
import re

import pytest
from textual.color import Color

from quizdeck.desk.appearance import SettingName, ThemeName
from quizdeck.present.spans import Style
from quizdeck.tui import content
from quizdeck.tui.themes import COLOURS, theme_of
from tests.tui.helpers import Table, press, settled, shows, until, wrong_key

READABLE = 4.5  # WCAG 2.2, 1.4.3, for text of the usual size

# what is behind text: the page, a field or the row under a cursor, the palette's cursor
BACKGROUNDS = ("background", "surface")
ROLES = ("foreground", "muted", "accent", "correct", "wrong", "mathematics", "code")


def contrast(front: str, back: str) -> float:
    """Return the contrast ratio of two colours by the definition of WCAG."""
    lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("behind", BACKGROUNDS)
def test_every_text_can_be_read(name: ThemeName, role: str, behind: str) -> None:
    colours = COLOURS[name]
    assert contrast(getattr(colours, role), getattr(colours, behind)) >= READABLE


@pytest.mark.parametrize("name", list(ThemeName))
def test_what_is_selected_can_be_read(name: ThemeName) -> None:
    colours = COLOURS[name]
    assert contrast(colours.foreground, colours.panel) >= READABLE


def test_high_contrast_is_higher() -> None:
    colours = COLOURS[ThemeName.CONTRAST]
    enhanced = 7.0  # WCAG 2.2, 1.4.6
    for role, behind in itertools.product(ROLES, BACKGROUNDS):
        assert contrast(getattr(colours, role), getattr(colours, behind)) >= enhanced


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize(
    "theme", [theme_of(name) for name in ThemeName], ids=lambda theme: theme.name
)
def test_the_looks_of_every_style_are_variables_of_every_theme(style: Style, theme: object) -> None:
    names = re.findall(r"\$([\w-]+)", content._LOOKS[style])
    variables = getattr(theme, "variables", {})
    assert all(Color.parse(variables[name]) for name in names)


def test_right_and_wrong_are_apart_without_red_and_green() -> None:
    """Blue against orange: apart in hue for dichromats, and in lightness for everybody else."""
    colours = COLOURS[ThemeName.COLOUR_BLIND]
    right, wrong = Color.parse(colours.correct), Color.parse(colours.wrong)
    assert right.b > right.r + 100
    assert wrong.r > wrong.b + 100


@pytest.mark.parametrize("name", list(ThemeName))
async def test_what_stands_on_the_screen_can_be_read(table: Table, name: ThemeName) -> None:
    app = table.app()
    app._bench.entries = {SettingName.THEME: name.value}
    app.wear()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await until(pilot, lambda: app.theme == name.value, "the theme")
        await press(pilot, "enter")
        await shows(pilot, "0 / 3")
        await press(pilot, wrong_key(app))
        await shows(pilot, "✗ 不正解", "〔正解〕", "〔選んだもの〕")
        await settled(pilot)
        assert dim_texts(app) == []


def dim_texts(app: object) -> list[str]:
    """Return the pieces of the screen whose colours are too close, by what is really drawn."""
    strips = app.screen._compositor.render_strips()  # type: ignore[attr-defined]
    found = []
    for row, segment in ((strip, segment) for strip in strips for segment in strip):
        style = segment.style
        if not segment.text.strip(" ▁▂▃▄▅▆▇█░┃") or style is None or style.color is None:
            continue
        front, back = style.color.get_truecolor(), style.bgcolor.get_truecolor()
        ratio = contrast(front.hex, back.hex)
        if ratio < READABLE:
            found.append(f"{segment.text!r}: {ratio:.2f} in {row.text!r}")
    return found


async def test_without_colour_nothing_is_lost(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = table.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ はじめる")
        await press(pilot, "enter")
        await shows(pilot, "0 / 3")
        await press(pilot, wrong_key(app))
        await shows(pilot, "✗ 不正解", "✓", "〔正解〕", "〔選んだもの〕")
        assert {grey(colour) for colour in colours_on(app)} == {True}


def colours_on(app: object) -> set[str]:
    strips = app.screen._compositor.render_strips()  # type: ignore[attr-defined]
    filtered = (
        segment
        for strip in strips
        for each in app._filters  # type: ignore[attr-defined]
        for segment in strip.apply_filter(each, Color(0, 0, 0))
    )
    styles = (segment.style for segment in filtered if segment.style is not None)
    return {style.color.get_truecolor().hex for style in styles if style.color is not None}


def grey(colour: str) -> bool:
    return len({colour[1:3], colour[3:5], colour[5:7]}) == 1
