"""Styled text without a terminal: spans, and the lines they make."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Style(StrEnum):
    """What a piece of text is; each front end decides how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    CORRECT = "correct"
    WRONG = "wrong"
    CODE = "code"
    MATH = "math"
    BLANK = "blank"
    SGD = "sgd"
    MOMENTUM = "momentum"
    ADAGRAD = "adagrad"
    ADAM = "adam"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; a formula can be written anew from its ``latex``."""

    text: str
    style: Style = Style.PLAIN
    latex: str = field(default="", compare=False, repr=False)


Line = tuple[Span, ...]


def plain_text(line: Iterable[Span]) -> str:
    """Return a line without its styles."""
    return "".join(span.text for span in line)


def between(spans: Sequence[Span], start: int, end: int) -> Line:
    """Return the part of ``spans`` from one character offset to another."""
    return tuple(_cut(spans, start, end))


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    offset = 0
    for span in spans:
        piece = span.text[max(0, start - offset) : max(0, end - offset)]
        if piece:
            yield Span(piece, span.style)
        offset += len(span.text)
