"""What a page is made of, and how it is laid out in a number of terminal cells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizdeck.expressions.math_style import MathStyle
from quizdeck.present.line_breaking import break_lines
from quizdeck.present.math_styles import in_style
from quizdeck.present.spans import Line, Span, Style, between, plain_text
from quizdeck.text import cell_width

_NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``lead`` stands in front, and following lines hang under the text."""

    spans: tuple[Span, ...]
    lead: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A displayed formula in LaTeX: two-dimensional where it fits, else on one line."""

    latex: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that keep their columns; what is too wide goes on under a hanging indent."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn anew for every number of cells, and is never wider."""

    draw: Callable[[int], Sequence[Line]]


Block = Paragraph | Formula | Verbatim | Gap | Chart
Document = tuple[Block, ...]

_NO_BREAK = "\u00a0"
_SHORT_FORMULA = 16  # cells
_FORMULA_INDENT = "    "
_CONTINUED = "      "
_SIGNS = frozenset("=≈→<>≤≥+−·/")  # a line of a calculation goes on with one of them


def laid_out(
    document: Sequence[Block], width: int, style: MathStyle = MathStyle.UNICODE
) -> tuple[Line, ...]:
    """Return the lines of ``document``, none wider than ``width`` cells."""
    width = max(width, _NARROWEST)
    return tuple(line for block in document for line in _lines(block, width, style))


def _lines(block: Block, width: int, style: MathStyle) -> Iterator[Line]:
    match block:
        case Gap():
            yield ()
        case Paragraph(spans, lead):
            yield from _paragraph(in_style(spans, style), in_style(lead, style), width)
        case Chart(draw):
            yield from draw(width)
        case Formula(latex):
            yield from _formula(latex, width, style)
        case Verbatim(lines):
            for line in lines:
                yield from _cut_to(in_style(line, style), width)


def _paragraph(spans: Sequence[Span], lead: Sequence[Span], width: int) -> Iterator[Line]:
    indent = cell_width(plain_text(lead))
    room = width - indent
    if room < _NARROWEST:
        yield from _paragraph((*lead, *spans), (), width)
        return
    front: tuple[Span, ...] = tuple(lead)
    for line in _broken(spans, room):
        yield (*front, *line)
        front = (Span(" " * indent),) if indent else ()


def _broken(spans: Sequence[Span], width: int) -> Iterator[Line]:
    """Yield lines; a no-break space holds its line together and is shown as any other."""
    whole = "".join(map(_held_together, spans))
    shown = [replace(span, text=span.text.replace(_NO_BREAK, " ")) for span in spans]
    bounds = [0, *break_lines(whole, width), len(whole)]
    for start, end in pairwise(bounds):
        visible = len(whole[start:end].rstrip(" \n\u3000"))
        yield between(shown, start, start + visible)


def _held_together(span: Span) -> str:
    """Return a text that is divided at its spaces, unless it is a short formula."""
    is_short = span.style is Style.MATH and cell_width(span.text) <= _SHORT_FORMULA
    return span.text.replace(" ", _NO_BREAK) if is_short else span.text


def _formula(latex: str, width: int, style: MathStyle) -> Iterator[Line]:
    # home shows no formula, and typesetting takes as long to load as the rest of a page
    from quizdeck.expressions.typeset_line import one_line  # noqa: PLC0415
    from quizdeck.expressions.typeset_picture import picture  # noqa: PLC0415

    rows = picture(latex, style)
    if all(cell_width(_FORMULA_INDENT + row) <= width for row in rows):
        for row in rows:
            yield (Span(_FORMULA_INDENT), Span(row.rstrip(), Style.MATH))
        return
    yield from _paragraph((Span(one_line(latex, style), Style.MATH),), (Span("  "),), width)


def _cut_to(line: Line, width: int) -> Iterator[Line]:
    text = plain_text(line)
    if cell_width(text) <= width:
        yield line
        return
    start, room, front = 0, width, ""
    while start < len(text):
        end = _divided(text, start, _fitting(text, start, room))
        yield (*((Span(front),) if front else ()), *between(line, start, end))
        start, room, front = end, width - len(_CONTINUED), _CONTINUED
        if room < _NARROWEST:
            room, front = width, ""


def _divided(text: str, start: int, end: int) -> int:
    """Return where to end a line that has room up to ``end``: before a sign, or at a space."""
    half = start + (end - start) // 2
    spaces = [i for i in range(half + 1, end + 1) if text[i - 1] == " " and text[i : i + 1].strip()]
    if end == len(text) or not spaces:
        return end
    return max((i for i in spaces if text[i] in _SIGNS), default=spaces[-1])


def _fitting(text: str, start: int, room: int) -> int:
    end, cells = start, 0
    while end < len(text) and cells + cell_width(text[end]) <= room:
        cells += cell_width(text[end])
        end += 1
    return max(end, start + 1)
