"""Lines that come in and lines that go out."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.blocks import Block, laid_out
from quizdeck.present.spans import plain_text
from quizdeck.text import Language, without_controls

_WIDEST = 100


@dataclass(frozen=True)
class Conversation:
    """Where lines come from and where they go."""

    answers: TextIO
    output: TextIO
    language: Language
    notation: Notation = BOOK

    @property
    def is_with_a_person(self) -> bool:
        """Return whether somebody types, so that it makes sense to wait for them."""
        return self.answers.isatty()

    def say(self, document: Sequence[Block] = ()) -> None:
        """Print a document, or an empty line."""
        width = min(_WIDEST, shutil.get_terminal_size().columns)
        for line in laid_out(document, width) or ((),):
            self.write(plain_text(line).rstrip())

    def write(self, line: str) -> None:
        """Print one line; what a terminal would take for a command is dropped."""
        print(without_controls(line), file=self.output)

    def ask(self, prompt: str) -> str | None:
        """Return the next line typed, without its end; None at the end of the input."""
        print(prompt, end="", file=self.output, flush=True)
        line = self.answers.readline()
        if not line:
            print(file=self.output)
            return None
        return line.rstrip("\r\n")
