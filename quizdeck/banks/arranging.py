"""What follows from all files of the index together: which question an id means, and the order."""

import sqlite3

from quizdeck.banks.prerequisites import new_ids, prerequisites

# The question that has an id first, in the order of the files, even where it is not readable.
_SHOWN = """
UPDATE question SET is_shown = 1 - is_shown
WHERE is_shown <> (excerpt IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM question AS other
  JOIN file AS its ON its.id = other.file
  JOIN file AS own ON own.id = question.file
  WHERE other.name = question.name AND its.rank < own.rank
))
"""

_TURNS = """
WITH turns AS (
  SELECT item.id, row_number() OVER (
    PARTITION BY level, topic, is_numeric ORDER BY file.rank, question.id, item.id
  ) - 1 AS turn
  FROM item JOIN question ON question.id = item.question JOIN file ON file.id = question.file
  WHERE is_shown
)
UPDATE item SET turn = turns.turn FROM turns
WHERE turns.id = item.id AND item.turn IS NOT turns.turn
"""

_HIDDEN = """
UPDATE item SET turn = NULL
WHERE turn IS NOT NULL AND question IN (SELECT id FROM question WHERE NOT is_shown)
"""

# Every use of an id that is not the first, with the place of the first.
REPEATED = """
SELECT own.rank, own.path, question.line, question.column, question.name,
  its.path, first.line, first.column
FROM question JOIN file AS own ON own.id = question.file
JOIN question AS first ON first.name = question.name AND first.id <> question.id
JOIN file AS its ON its.id = first.file
WHERE its.rank = (
  SELECT min(rank) FROM question AS any JOIN file ON file.id = any.file
  WHERE any.name = question.name
) AND its.rank < own.rank
"""

_FAULTS = "SELECT coalesce(sum(faults), 0) FROM file"
_WITH_NEEDS = "SELECT id, name, needs FROM question WHERE needs <> '' AND is_shown"
_RENAMED = """
SELECT question.id, name, formerly FROM question JOIN file ON file.id = question.file
WHERE formerly <> '' AND is_shown ORDER BY file.rank, question.id
"""


def arrange(connection: sqlite3.Connection) -> None:
    """Bring everything up to date that depends on more than one file."""
    connection.execute(_SHOWN)
    connection.execute(_HIDDEN)
    connection.execute(_TURNS)
    ((faults,),) = connection.execute(_FAULTS)
    faults += len(connection.execute(REPEATED).fetchall())
    connection.execute("UPDATE meta SET value = ? WHERE key = 'faults'", (str(faults),))
    _arrange_former_ids(connection)
    _arrange_needs(connection)


def _arrange_former_ids(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM alias")
    for row, name, formerly in connection.execute(_RENAMED).fetchall():
        parts = _items(connection, row)
        for former in formerly.split():
            for old, new in new_ids(former, name, parts).items():
                _add_alias(connection, old, new)


def _add_alias(connection: sqlite3.Connection, former: str, item: str) -> None:
    """Note a former id unless an item has it today or had it before."""
    exists = "SELECT 1 FROM item WHERE name = ? AND turn IS NOT NULL"
    if connection.execute(exists, (former,)).fetchone() is None:
        connection.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (former, item))


def _arrange_needs(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE item SET needs = '' WHERE needs <> ''")
    rows = connection.execute(_WITH_NEEDS).fetchall()
    numbers = {name: row for row, name, _ in rows}
    named = {name: needs.split() for _, name, needs in rows}
    needed = prerequisites(named, lambda name: _named(connection, name))
    connection.executemany(
        "UPDATE item SET needs = ? WHERE question = ?",
        [(" ".join(items), numbers[name]) for name, items in needed.items() if items],
    )


def _named(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the items that a name stands for: an item, a question, or what was once called so."""
    item = "SELECT name FROM item WHERE name = ? AND turn IS NOT NULL"
    question = "SELECT id FROM question WHERE name = ? AND is_shown"
    if connection.execute(item, (name,)).fetchone():
        return [name]
    for (row,) in connection.execute(question, (name,)).fetchall():
        return _items(connection, row)
    # "$" comes right behind "#": all that stood under the name as its parts
    alias = "SELECT item FROM alias WHERE former = ?1 OR former BETWEEN ?1 || '#' AND ?1 || '$'"
    return [item for (item,) in connection.execute(alias, (name,))]


def _items(connection: sqlite3.Connection, question: int) -> list[str]:
    select = "SELECT name FROM item WHERE question = ? ORDER BY id"
    return [name for (name,) in connection.execute(select, (question,))]
