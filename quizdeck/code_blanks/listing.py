"""A listing with blanks ``{{あ}}``, and the code it becomes when they are filled."""

import ast
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

LONGEST = 20_000  # characters of a filled listing

_MARK = re.compile(r"\{\{(?P<mark>.+?)\}\}")
_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a blank stands; ``line`` and ``column`` count from 1."""

    name: str
    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Where code stops being Python, and what Python says about it."""

    line: int
    column: int
    reason: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.reason}"


def marks_in(listing: str) -> tuple[Mark, ...]:
    """Return every blank in the order of the listing; one that stands twice comes twice."""
    return tuple(
        Mark(
            name=found["mark"],
            offset=found.start(),
            line=listing.count("\n", 0, found.start()) + 1,
            column=found.start() - listing.rfind("\n", 0, found.start()),
        )
        for found in _MARK.finditer(listing)
    )


def code_of(option: str) -> str:
    """Return the code of an option's text: what its backticks hold, or else the whole text."""
    span = _CODE_SPAN.fullmatch(option.strip())
    return span[1] if span else option


def filled(listing: str, texts: Mapping[str, str]) -> str:
    """Return ``listing`` with the text of its mark in place of every blank.

    Lines after the first of a text go as deep as the line of the blank. Raises ``KeyError`` for a
    blank without a text: Python would take ``{{x}}`` for a set.
    """

    def text_at(found: re.Match[str]) -> str:
        line_start = listing.rfind("\n", 0, found.start()) + 1
        indent = _INDENT.match(listing, line_start)
        return _indented(texts[found["mark"]], indent[0] if indent else "")

    return _MARK.sub(text_at, listing)


def _indented(text: str, indent: str) -> str:
    first, *others = dedent(text.strip("\n")).rstrip().split("\n")
    return "\n".join([first, *(indent + line if line.strip() else "" for line in others)])


def syntax_fault(code: str) -> SyntaxFault | None:
    """Return where ``code`` is not Python, if anywhere; it is read and never run."""
    if len(code) > LONGEST:
        return SyntaxFault(1, 1, f"longer than {LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd but valid spellings
            ast.parse(code)
    except SyntaxError as error:
        return SyntaxFault(error.lineno or 1, max(error.offset or 1, 1), error.msg)
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxFault(1, 1, str(error) or type(error).__name__)
    return None
