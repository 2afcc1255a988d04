"""The mini-format of banks and problems: ``$math$``, backticked code, **emphasis**, paragraphs.

A formula that cannot be typeset is shown as its source, never dropped.
"""

import re
from collections.abc import Iterator

from quizdeck.errors import MathError
from quizdeck.expressions.typeset_picture import picture
from quizdeck.present.blocks import Block, Formula, Gap, Paragraph
from quizdeck.present.line_breaking import joined_source_lines
from quizdeck.present.math_styles import math_span
from quizdeck.present.spans import Span, Style
from quizdeck.text import without_controls

_INLINE = re.compile(r"\$(?P<math>[^$\n]+)\$|`(?P<code>[^`\n]+)`|\*\*(?P<strong>[^*\n]+)\*\*")
_DISPLAY = re.compile(r"\$\$(?P<latex>[^$]+)\$\$")


def blocks(text: str) -> tuple[Block, ...]:
    """Return ``text`` as paragraphs and displayed formulas with gaps between them."""
    pieces: list[Block] = []
    for piece in _pieces(without_controls(text)):
        if pieces:
            pieces.append(Gap())
        pieces.append(piece)
    return tuple(pieces)


def spans(text: str) -> tuple[Span, ...]:
    """Return one paragraph's text as styled spans."""
    return tuple(_inline(joined_source_lines(without_controls(text)).replace("\n\n", " ")))


def _pieces(text: str) -> Iterator[Block]:
    position = 0
    for match in _DISPLAY.finditer(text):
        yield from _paragraphs(text[position : match.start()])
        yield _display(match["latex"].strip())
        position = match.end()
    yield from _paragraphs(text[position:])


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for paragraph in joined_source_lines(text).split("\n\n"):
        if paragraph.strip():
            yield Paragraph(tuple(_inline(paragraph)))


def _display(latex: str) -> Block:
    try:
        picture(latex)
    except MathError:
        return Paragraph((Span(f"$${latex}$$", Style.CODE),))
    return Formula(latex)


def _inline(text: str) -> Iterator[Span]:
    position = 0
    for match in _INLINE.finditer(text):
        if match.start() > position:
            yield Span(text[position : match.start()])
        yield _marked(match)
        position = match.end()
    if position < len(text):
        yield Span(text[position:])


def _marked(match: re.Match[str]) -> Span:
    if match["code"] is not None:
        return Span(match["code"], Style.CODE)
    if match["strong"] is not None:
        return Span(match["strong"], Style.STRONG)
    try:
        return math_span(match["math"])
    except MathError:
        return Span(match[0], Style.CODE)
