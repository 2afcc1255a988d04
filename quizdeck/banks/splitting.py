"""A large bank cut into its questions line by line, so that no more than one is held at a time.

A question begins where the recovery from broken syntax sees one begin: at a dash, as deep as the
first dash under ``questions:``. Everything before and behind the list is the bank's header.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TextIO

from quizdeck.banks.checking import Fault

LONGEST_LINE = 1_000_000  # characters
LARGEST_BLOCK = 2_000_000  # characters of one question, or of a header


class BlockKind(Enum):
    """What a run of lines is."""

    HEAD = auto()
    QUESTION = auto()
    FOOT = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a file from number ``line`` on; with a ``fault``, as far as they were kept.

    The fault counts its offset from the beginning of ``text``, which reaches at least that far.
    """

    kind: BlockKind
    line: int
    text: str
    fault: Fault | None


@dataclass(slots=True)
class _Growing:
    """A block while its lines come in."""

    kind: BlockKind
    line: int
    parts: list[str] = field(default_factory=list)
    size: int = 0
    fault: Fault | None = None

    def add(self, text: str, *, is_too_long: bool) -> None:
        if self.fault is not None:
            return
        if is_too_long:
            limit = {"limit": LONGEST_LINE // 1_000_000}
            self.fault = Fault(self.size, "banks.long_line", limit)
        elif self.size + len(text) > LARGEST_BLOCK:
            limit = {"limit": LARGEST_BLOCK // 1_000_000}
            self.fault = Fault(0, "banks.long_question", limit)
        else:
            self.parts.append(text)
            self.size += len(text)

    def finished(self) -> Block:
        text = "".join(self.parts)
        stray = _STRAY_BYTE.search(text)
        if stray is not None and (self.fault is None or stray.start() < self.fault.offset):
            text, self.fault = text[: stray.start()], Fault(stray.start(), "banks.not_utf8")
        return Block(self.kind, self.line, text, self.fault)


_STRAY_BYTE = re.compile("[\udc80-\udcff]")  # how the decoder hands on what is no UTF-8
_LIST = re.compile(r"questions:[ ]*(?:#.*)?$")
_FIRST_DASH = re.compile(r"([ ]*)-(?=\s)")
_NOTHING = re.compile(r"[ ]*(?:#.*)?$")
_OUTSIDE = re.compile(r"[^\s#-]|---")  # what no line of a list of questions begins with


def blocks(stream: TextIO) -> Iterator[Block]:
    """Yield the head, every question and the foot of the text of a bank.

    ``stream`` turns bytes that are no UTF-8 into lone surrogates, and every line end into a line
    feed. A bank without a list of questions that begin with dashes is a head alone.
    """
    growing = _Growing(BlockKind.HEAD, 1)
    dash: re.Pattern[str] | None = None
    is_list_open = False
    for number, (text, is_too_long) in enumerate(_lines(stream), start=1):
        kind = growing.kind
        if is_list_open and (first := _FIRST_DASH.match(text)):
            dash, is_list_open = re.compile(f"{first[1]}-(?=\\s)"), False
        begins = dash is not None and kind is not BlockKind.FOOT and dash.match(text)
        ends = kind is BlockKind.QUESTION and _OUTSIDE.match(text)
        if begins or ends:
            yield growing.finished()
            growing = _Growing(BlockKind.QUESTION if begins else BlockKind.FOOT, number)
        elif kind is BlockKind.HEAD and dash is None:
            is_list_open = bool(_LIST.match(text) or (is_list_open and _NOTHING.match(text)))
        growing.add(text, is_too_long=is_too_long)
    yield growing.finished()


def _lines(stream: TextIO) -> Iterator[tuple[str, bool]]:
    """Yield every line and whether it was too long to be kept."""
    while text := stream.readline(LONGEST_LINE + 1):
        is_too_long = len(text) > LONGEST_LINE and not text.endswith("\n")
        rest = text if is_too_long else "\n"
        while rest and not rest.endswith("\n"):
            rest = stream.readline(LONGEST_LINE)
        yield text, is_too_long
