"""Text in two languages, the door that strips control characters, and widths in terminal cells."""

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """The languages that every text exists in."""

    JAPANESE = "ja"
    ENGLISH = "en"


class Localized(NamedTuple):
    """One text in Japanese and in English; ``$…$`` holds LaTeX, backticks hold code."""

    ja: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.ja if language is Language.JAPANESE else self.en

    def format(self, **details: object) -> "Localized":
        """Fill the same ``details`` into both texts."""
        return Localized(self.ja.format(**details), self.en.format(**details))


def same_in_both(text: str) -> Localized:
    """Return a text that needs no translation: a formula, a name, a line of code."""
    return Localized(text, text)


_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def without_controls(text: str) -> str:
    """Drop control, escape and direction-changing characters; keep tabs and line ends."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def folded(text: str) -> str:
    """Return ``text`` as it is searched: full-width, case and runs of space make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def has_kana(text: str) -> bool:
    """Return whether ``text`` holds kana of either width: an input method is on."""
    return any("\u3041" <= letter <= "\u30ff" or "\uff66" <= letter <= "\uff9f" for letter in text)


def cell_width(text: str) -> int:
    """Return how many terminal cells ``text`` takes, ambiguous-width characters counted as one."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
