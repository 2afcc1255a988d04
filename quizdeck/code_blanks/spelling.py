"""One ASCII spelling for typed code, character by character, so that columns stay."""

import unicodedata

from quizdeck.grading.normalise import Unreadable

LONGEST = 300  # characters

# What a Japanese input method leaves where a key of the ASCII keyboard was pressed.
_INPUT_METHOD = str.maketrans(
    {
        **dict.fromkeys("ー−‐‑–—―", "-"),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”", '"'),
        "「": "[",
        "」": "]",
        "。": ".",
        "、": ",",
        "・": "/",
        "\t": " ",
    }
)
_STYLED = frozenset({"No", "Nl"})
_CLOSING = {")": "(", "]": "["}


def spelled(text: str) -> str:
    """Return ``text`` in ASCII, every character at its place; raises ``Unreadable``."""
    if not text.strip():
        raise Unreadable("blank.empty")
    if len(text) > LONGEST:
        raise Unreadable("blank.too_long", limit=LONGEST)
    if "\n" in text.strip():
        raise Unreadable("blank.several_lines")
    spelling = "".join(_ascii(character, at) for at, character in enumerate(text.rstrip(), start=1))
    _refuse_loose_brackets(spelling)
    return spelling


def _ascii(character: str, column: int) -> str:
    if "\x20" <= character <= "\x7e" and character != "\\":
        return character
    # NFKC would make another number of ² and ①, and plain digits of foreign ones.
    if unicodedata.category(character) not in _STYLED:
        plain = unicodedata.normalize("NFKC", character).translate(_INPUT_METHOD)
        if len(plain) == 1 and "\x20" <= plain <= "\x7e" and plain != "\\":
            return plain
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    raise Unreadable("blank.character", column=column, character=shown)


def _refuse_loose_brackets(text: str) -> None:
    open_brackets: list[tuple[str, int]] = []
    for column, character in enumerate(text, start=1):
        if character in _CLOSING.values():
            open_brackets.append((character, column))
            continue
        opening = _CLOSING.get(character)
        if opening and (not open_brackets or open_brackets.pop()[0] != opening):
            raise Unreadable("blank.bracket_not_opened", column=column, bracket=character)
    if open_brackets:
        bracket, column = open_brackets[-1]
        raise Unreadable("blank.bracket_not_closed", column=column, bracket=bracket)
