"""Everything that can go wrong and be told to a person.

::

    QuizdeckError                 a catalogue key, its details, an exit code
    ├── UsageError                the command line asks for something that is not there      2
    ├── ExpressionError           text that is no expression; carries the column             3
    ├── MathError                 LaTeX outside the supported subset; carries the column     3
    ├── ProblemError              a skill or variant that cannot be built                    3
    ├── RecordError               the event log cannot be opened, read or written            3
    └── ServeError                the page for a browser cannot be served                    3

Errors carry a key and its details, never a sentence: the language room turns them into text.
"""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a command tells the shell when it ends."""

    DONE = 0
    PROBLEMS_FOUND = 1
    USAGE = 2
    BAD_DATA = 3
    INTERRUPTED = 130


class QuizdeckError(Exception):
    """A failure with a catalogue ``key`` and the ``details`` that fill its placeholders."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_DATA

    def __init__(self, key: str, /, **details: object) -> None:
        self.key = key
        self.details = details
        super().__init__(key, details)

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
        return f"{self.key}({details})"


class UsageError(QuizdeckError):
    """The command line asks for something that is not there."""

    exit_code = ExitCode.USAGE


class ExpressionError(QuizdeckError):
    """Text that is no expression of the closed grammar; ``details["column"]`` counts from 1."""


class MathError(QuizdeckError):
    """LaTeX outside the supported subset; ``details["column"]`` counts from 1."""


class ProblemError(QuizdeckError):
    """A skill or variant that does not exist or cannot be built."""


class RecordError(QuizdeckError):
    """The event log cannot be opened, read or written."""


class ServeError(QuizdeckError):
    """The page for a browser cannot be served."""
