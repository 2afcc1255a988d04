"""Lines that come in and lines that go out."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from quizdeck.expressions.math_style import MathStyle
from quizdeck.expressions.spelled_out import spelled_out
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.blocks import Block, Formula, Gap, Paragraph, laid_out
from quizdeck.present.math_styles import math_span
from quizdeck.present.spans import Span, plain_text
from quizdeck.text import Language, without_controls

_WIDEST = 100
_FORMULA_INDENT = "    "


@dataclass(frozen=True)
class Conversation:
    """Where lines come from and where they go."""

    answers: TextIO
    output: TextIO
    language: Language
    notation: Notation = BOOK
    math_style: MathStyle = MathStyle.UNICODE

    @property
    def is_with_a_person(self) -> bool:
        """Return whether somebody types, so that it makes sense to wait for them."""
        return self.answers.isatty()

    def say(self, document: Sequence[Block] = (Gap(),)) -> None:
        """Print a document, or an empty line."""
        width = min(_WIDEST, shutil.get_terminal_size().columns)
        for line in laid_out([_in_reading_order(b) for b in document], width, self.math_style):
            print(without_controls(plain_text(line).rstrip()), file=self.output)

    def write(self, line: str) -> None:
        """Print one line; what a terminal would take for a command is dropped."""
        print(without_controls(self._styled(line)), file=self.output)

    def ask(self, prompt: str) -> str | None:
        """Return the next line typed, without its end; None at the end of the input."""
        print(self._styled(prompt), end="", file=self.output, flush=True)
        line = self.answers.readline()
        if not line:
            print(file=self.output)
            return None
        return line.rstrip("\r\n")

    def _styled(self, line: str) -> str:
        return spelled_out(line) if self.math_style is MathStyle.PLAIN else line


def _in_reading_order(block: Block) -> Block:
    """Return a formula on one line: read line by line, a fraction over three lines says nothing."""
    if isinstance(block, Formula):
        return Paragraph((math_span(block.latex),), (Span(_FORMULA_INDENT),))
    return block
