"""Where a text of Japanese, English and formulas may be divided into lines."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from quizdeck.text import cell_width

_SPACES = frozenset(" \t\n\u3000")

_CLOSING = "、。，．,.：；:;！？!?／/）］｝」』】〕〉》〗〙｠)]}’”»｡､｣"
_CONTINUING = "ー々〻ゝゞヽヾ゛゜・･~〜～‐–—―…‥％%‰℃°′″ﾞﾟｰ"
_SMALL_KANA = (
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_NEVER_FIRST = frozenset(_CLOSING + _CONTINUING + _SMALL_KANA)
_FULL_WIDTH_WORD = frozenset(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B)))) | set(
    "．，" + "".join(map(chr, range(0xFF41, 0xFF5B)))
)
_NEVER_LAST = frozenset("（［｛「『【〔〈《〖〘｟([{‘“«｢￥＄＃")

_width = lru_cache(maxsize=4096)(cell_width)


def break_lines(text: str, width: int) -> list[int]:
    """Return the offsets at which a new line begins, in ascending order.

    No line is wider than ``width`` cells, not counting the spaces at its end, unless one character
    is. A line feed always begins a line. Words, numbers and formula signs stay whole where a line
    can hold them.
    """
    offsets: list[int] = []
    start = 0
    while (offset := _next_line(text, start, width)) is not None:
        offsets.append(offset)
        start = offset
    return offsets


def broken_lines(text: str, width: int) -> tuple[str, ...]:
    """Return the lines of ``text`` without the spaces and line feeds that end them."""
    bounds = [0, *break_lines(text, width), len(text)]
    return tuple(text[start:end].rstrip(" \t\n\u3000") for start, end in pairwise(bounds))


def joined_source_lines(text: str) -> str:
    """Return ``text`` with every paragraph on one line.

    A line feed between two Japanese characters was only typed to keep the source narrow and goes;
    elsewhere it is a space. Blank lines still part paragraphs.
    """
    paragraphs = re.split(r"\n(?:[^\S\n]*\n)+", text.strip())
    return "\n\n".join(_joined(paragraph.split("\n")) for paragraph in paragraphs)


def _joined(lines: list[str]) -> str:
    joined = lines[0].strip()
    for line in map(str.strip, lines[1:]):
        is_inside_japanese = _is_japanese(joined[-1:]) and _is_japanese(line[:1])
        joined += line if is_inside_japanese else f" {line}"
    return joined


def _next_line(text: str, start: int, width: int) -> int | None:
    """Return where the line after the one at ``start`` begins, or None if there is none."""
    cells = 0
    for i in range(start, len(text)):
        if text[i] == "\n":
            return i + 1
        own_cells = _width(text[i])
        if i > start and cells + own_cells > width and text[i] not in _SPACES:
            places = (place for place in range(i, start, -1) if _may_divide(text, place))
            return next(places, i)
        cells += own_cells
    return None


def _may_divide(text: str, i: int) -> bool:
    """Return whether a line may end before ``text[i]``, if it must end somewhere."""
    after = text[i]
    if after in _SPACES or after in _NEVER_FIRST or _width(after) == 0:
        return False
    before = _last_before(text, i, skipping_spaces=False)
    before_spaces = _last_before(text, i, skipping_spaces=True)
    if before_spaces in _NEVER_LAST:
        return False
    if before in _SPACES:
        return not (before_spaces.isdecimal() and _is_kanji(after))  # a number and its counter
    if after in _FULL_WIDTH_WORD and before in _FULL_WIDTH_WORD:
        return False
    return _is_japanese(before) or _is_japanese(after)


def _last_before(text: str, i: int, *, skipping_spaces: bool) -> str:
    """Return the last character before ``text[i]`` that takes room of its own."""
    for character in map(text.__getitem__, range(i - 1, -1, -1)):
        if _width(character) and not (skipping_spaces and character in _SPACES):
            return character
    return ""


def _is_kanji(character: str) -> bool:
    return "一" <= character <= "鿿"


def _is_japanese(character: str) -> bool:
    """Return whether lines may end on either side of ``character``, as between kana and kanji."""
    return character != "" and unicodedata.east_asian_width(character) in {"W", "F", "H"}
