"""Leaving a question with broken syntax out, so that the rest of its bank can be read."""

import re
from typing import NamedTuple


class Item(NamedTuple):
    """The lines of one item of ``questions``."""

    start: int
    dash: int
    end: int


def item_at_fault(text: str, offset: int, context: int | None) -> Item | None:
    """Return the item that keeps ``text`` from being read on at ``offset``, if it is an item.

    ``context`` is where the construct begins that could not be finished there.
    """
    items = _items(text)
    # A context at a dash is the list of all items: it blames none of them.
    begun = -1 if context is None else context
    last = min(offset, len(text) - 1)
    return next((item for item in items if item.dash < begun < item.end), None) or next(
        (item for item in items if item.start <= last < item.end), None
    )


def without_item(text: str, item: Item) -> str:
    """Turn the lines of ``item`` into comments, so that all offsets stay."""
    lines = text[item.start : item.end]
    comment = re.sub("(?m)^.+", lambda line: "#".ljust(len(line[0])), lines)
    return text[: item.start] + comment + text[item.end :]


_FIRST_ITEM = re.compile(r"^questions:[ ]*(?:#.*)?\n(?:[ ]*(?:#.*)?\n)*([ ]*)-(?=\s)", re.MULTILINE)
_NEXT_KEY = re.compile(r"^[a-z_]+:(?=\s)", re.MULTILINE)


def _items(text: str) -> list[Item]:
    first = _FIRST_ITEM.search(text)
    if first is None:
        return []
    next_key = _NEXT_KEY.search(text, first.end())
    end = next_key.start() if next_key else len(text)
    dash = re.compile(rf"^{first[1]}-(?=\s)", re.MULTILINE)
    found = list(dash.finditer(text, first.start(1), end))
    ends = [*(item.start() for item in found[1:]), end]
    return [Item(item.start(), item.end() - 1, ends[i]) for i, item in enumerate(found)]
