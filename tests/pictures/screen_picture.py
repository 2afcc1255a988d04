"""A screen as an SVG file: every run of cells at its own place, so that Japanese stays aligned."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from quizdeck.text import cell_width

CELL_WIDTH, LINE_HEIGHT = 9, 20
_MARGIN = 12
_WORDS = re.compile(r"\S+(?: \S+)*")  # an SVG shows several spaces as one
_FONTS = "'Noto Sans Mono CJK JP', 'Sarasa Mono J', 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def screen_svg(strips: Sequence[Strip], title: str, background: str, foreground: str) -> str:
    """Return the picture of the lines of a screen, which ``title`` describes to who cannot see."""
    width = max(strip.cell_length for strip in strips) * CELL_WIDTH + 2 * _MARGIN
    height = len(strips) * LINE_HEIGHT + 2 * _MARGIN
    runs = [
        element
        for line, strip in enumerate(strips)
        for element in _line(strip, _MARGIN + line * LINE_HEIGHT, background)
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{background}"/>',
        f'<g font-family="{_FONTS}" font-size="15" fill="{foreground}">',
        *runs,
        "</g>",
        "</svg>",
        "",
    ])  # fmt: skip


def _line(strip: Strip, top: int, background: str) -> Iterator[str]:
    left = _MARGIN
    for segment in strip:
        yield from _run(segment, left, top, background)
        left += segment.cell_length * CELL_WIDTH


def _run(segment: Segment, left: int, top: int, background: str) -> Iterator[str]:
    style, width = segment.style or Style(), segment.cell_length * CELL_WIDTH
    colour, behind = _colours(style)
    if behind and behind != background:
        yield f'<rect x="{left}" y="{top}" width="{width}" height="{LINE_HEIGHT}" fill="{behind}"/>'
    looks = "".join([
        f' fill="{colour}"' if colour else "",
        ' font-weight="bold"' if style.bold else "",
        ' font-style="italic"' if style.italic else "",
        ' text-decoration="underline"' if style.underline else "",
    ])  # fmt: skip
    for words in _WORDS.finditer(segment.text):
        start = left + cell_width(segment.text[: words.start()]) * CELL_WIDTH
        width = cell_width(words[0]) * CELL_WIDTH
        place = f'x="{start}" y="{top + 15}" textLength="{width}" lengthAdjust="spacingAndGlyphs"'
        yield f"<text {place}{looks}>{escape(words[0])}</text>"


def _colours(style: Style) -> tuple[str | None, str | None]:
    """Return the colours of the letters and behind them, as far as they are told."""
    colours = [
        None if colour is None or colour.triplet is None else colour.triplet.hex
        for colour in (style.color, style.bgcolor)
    ]
    front, behind = reversed(colours) if style.reverse else colours
    return front, behind
