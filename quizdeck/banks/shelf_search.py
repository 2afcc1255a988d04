"""Looking for items in the index, a page at a time."""

import json
from collections.abc import Iterator
from typing import Any

from quizdeck.banks.searching import Listed, Search
from quizdeck.text import Localized

_LISTED = """
SELECT item.name, item.topic, item.level, words.ja, words.en
FROM item JOIN words ON words.item = item.id
WHERE {conditions} ORDER BY item.topic_place, item.topic, item.level, item.id LIMIT ? OFFSET ?
"""
_COUNTED = """
SELECT count(*) FROM item JOIN words ON words.item = item.id WHERE {conditions}
"""
_COUNTED_ALONE = "SELECT count(*) FROM item WHERE {conditions}"  # what no word narrows


def listing(search: Search, offset: int, limit: int) -> tuple[str, tuple[object, ...]]:
    """Return the statement for ``limit`` items after the first ``offset``, and its values."""
    conditions, values = _conditions(search)
    return _LISTED.format(conditions=conditions), (*values, limit, offset)


def counting(search: Search) -> tuple[str, tuple[object, ...]]:
    """Return the statement that counts all items that are found, and its values."""
    conditions, values = _conditions(search)
    statement = _COUNTED if search.words else _COUNTED_ALONE
    return statement.format(conditions=conditions), values


def listed_of(row: tuple[Any, ...]) -> Listed:
    """Return the item of a row that ``listing`` asked for."""
    name, topic, level, ja, en = row
    return Listed(name, topic, level, Localized(ja, en))


def _conditions(search: Search) -> tuple[str, tuple[object, ...]]:
    pairs = tuple(_each(search))
    return " AND ".join(condition for condition, _ in pairs), tuple(
        value for _, values in pairs for value in values
    )


def _each(search: Search) -> Iterator[tuple[str, tuple[object, ...]]]:
    yield "item.turn IS NOT NULL", ()
    if search.topic is not None:
        yield "item.topic = ?", (search.topic,)
    if search.level is not None:
        yield "item.level = ?", (search.level,)
    if search.among is not None:
        yield "item.name IN (SELECT value FROM json_each(?))", (json.dumps(sorted(search.among)),)
    if search.without:
        names = json.dumps(sorted(search.without))
        yield "item.name NOT IN (SELECT value FROM json_each(?))", (names,)
    for word in search.words:
        yield "instr(words.text, ?) > 0", (word,)
