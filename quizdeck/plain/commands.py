"""What can be typed instead of an answer: lines that begin with a colon."""

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize


class Word(StrEnum):
    """The commands, each by its first letter or its whole name."""

    HELP = "?"
    HINT = "hint"
    SKIP = "later"
    REST = "rest"
    CONFIDENCE = "sure"
    FLAG = "flag"
    UNDO = "undo"
    EASY = "easy"
    CAUSE = "why"


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what was typed after it; ``word`` is None for one that there is not."""

    word: Word | None
    rest: str


def command_in(line: str) -> Command | None:
    """Return the command that a line is, None where it is an answer; full-width letters count."""
    stripped = line.strip()
    if normalize("NFKC", stripped[:1]) != ":":
        return None
    name, _, rest = stripped[1:].strip().partition(" ")
    return Command(_word(normalize("NFKC", name).lower()), rest.strip())


def _word(name: str) -> Word | None:
    if not name:
        return Word.HELP
    return next((word for word in Word if name in {word.value, word.value[0]}), None)
