"""The index brought up to date with the files, inside a transaction of the caller."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizdeck.banks.arranging import arrange
from quizdeck.banks.file_state import FileState, digest_of, is_digest

if TYPE_CHECKING:
    from quizdeck.banks.reading import Progress

_KNOWN = "SELECT path, size, mtime_ns, digest FROM file ORDER BY rank"
_FORGET = (
    """
    DELETE FROM words WHERE item IN (
      SELECT item.id FROM item JOIN question ON question.id = item.question
      JOIN file ON file.id = question.file WHERE path = ?
    )
    """,
    """
    DELETE FROM item WHERE question IN (
      SELECT question.id FROM question JOIN file ON file.id = question.file WHERE path = ?
    )
    """,
    "DELETE FROM question WHERE file IN (SELECT id FROM file WHERE path = ?)",
    "DELETE FROM file WHERE path = ?",
)
_SET_STATE = "UPDATE file SET rank = ?, size = ?, mtime_ns = ? WHERE path = ?"


def bring_up_to_date(
    connection: sqlite3.Connection,
    files: Mapping[FileState, Path],
    *,
    topics: Sequence[str],
    progress: "Progress | None",
) -> None:
    """Write what changed of the ``files``, which are all there are, in order."""
    rows = connection.execute(_KNOWN).fetchall()
    states = {FileState(path, size, time): digest for path, size, time, digest in rows}
    before = {state.path: digest for state, digest in states.items()}
    after = {s.path: states.get(s) or digest_of(file) for s, file in files.items()}
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    for path in changed & before.keys():
        for statement in _FORGET:
            connection.execute(statement, (path,))
    fresh = {state: file for state, file in files.items() if state.path in changed}
    if fresh:
        # reading YAML takes long to import, and is needed only where a file holds something new
        from quizdeck.banks.indexing import Indexer  # noqa: PLC0415

        indexer = Indexer(connection, topics, progress, sum(state.size for state in fresh))
        for state, file in fresh.items():
            indexer.add(file, state, after[state.path])
    for rank, state in enumerate(files):
        kept = state.settled if is_digest(after[state.path]) else state.unreliable
        connection.execute(_SET_STATE, (rank, kept.size, kept.mtime_ns, state.path))
    if changed or list(before) != list(after):
        arrange(connection)
