"""Rows of lists: columns of a fixed width, and an end that is cut where there is no room."""

from collections.abc import Sequence

from quizdeck.present.spans import Line, Span, Style, between, plain_text
from quizdeck.text import cell_width, without_controls

_CUT = "…"


def padded(text: str, cells: int, style: Style = Style.PLAIN) -> Span:
    """Return ``text`` in a column of ``cells``, cut where it is wider."""
    (span,) = clipped((Span(text, style),), cells) or (Span(""),)
    return Span(span.text + " " * (cells - cell_width(span.text)), style)


def clipped(line: Sequence[Span], cells: int) -> Line:
    """Return the beginning of ``line`` that fits into ``cells``, with a sign where it goes on."""
    line = tuple(Span(_on_one_line(span.text), span.style, span.latex) for span in line)
    whole = plain_text(line)
    if cell_width(whole) <= cells:
        return line
    end, taken = 0, cell_width(_CUT)
    while end < len(whole) and taken + cell_width(whole[end]) <= cells:
        taken += cell_width(whole[end])
        end += 1
    kept = between(line, 0, end)
    last = kept[-1].style if kept else Style.PLAIN
    return (*kept[:-1], Span((kept[-1].text if kept else "") + _CUT, last))


def _on_one_line(text: str) -> str:
    return without_controls(text).replace("\n", " ").replace("\t", " ")
