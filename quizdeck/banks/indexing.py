"""Bank files written into the index, one question at a time."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizdeck.banks.excerpts import Piece
from quizdeck.banks.file_state import FileState
from quizdeck.banks.index_json import findings_as_json, source_as_json
from quizdeck.banks.question import Finding, Place, Question, QuestionKind
from quizdeck.banks.reading import Progress, Reading, reading_of, repeated_id
from quizdeck.banks.searching import searched_text, title_of

_MOST_FINDINGS = 1000  # of one file; the rest is only counted

_INSERT_FILE = """
INSERT INTO file (path, rank, size, mtime_ns, digest, bank, source, findings, faults)
VALUES (?, 0, -1, -1, ?, ?, ?, '[]', 0)
"""
_INSERT_QUESTION = """
INSERT OR IGNORE INTO question
  (file, name, line, column, excerpt, excerpt_line, needs, formerly)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_ITEM = """
INSERT INTO item (name, question, topic, topic_place, level, kind, is_numeric)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_WORDS = "INSERT INTO words (item, ja, en, text) VALUES (?, ?, ?, ?)"


@dataclass
class Indexer:
    """Writes files; ``topics`` are those that have a place of their own, in order.

    ``total`` is how many bytes are to be read in all, of which ``done`` have been.
    """

    connection: sqlite3.Connection
    topics: Sequence[str]
    progress: Progress | None
    total: int
    done: int = 0

    def add(self, path: Path, state: FileState, digest: str) -> None:
        """Read a file and write what it holds; its place among the files is left open."""
        with reading_of(path, self._tell) as reading:
            header = reading.header
            source = source_as_json(header.source if header else None)
            bank = header.name if header else ""
            values = (state.path, digest, bank, source)
            file = self.connection.execute(_INSERT_FILE, values).lastrowid
            assert file is not None
            self._add_questions(file, reading)
        self.done += state.size

    def _tell(self, read: int, _size: int) -> None:
        if self.progress is not None:
            self.progress(self.done + read, self.total)

    def _add_questions(self, file: int, reading: Reading) -> None:
        kept, count = list(reading.findings), len(reading.findings)
        for piece in reading.pieces:
            for finding in (*piece.findings, *self._added(file, piece)):
                count += 1
                if len(kept) < _MOST_FINDINGS:
                    kept.append(finding)
        written = findings_as_json(sorted(kept, key=lambda f: f.place)[:_MOST_FINDINGS])
        self.connection.execute(
            "UPDATE file SET findings = ?, faults = ? WHERE id = ?", (written, count, file)
        )

    def _added(self, file: int, piece: Piece) -> Iterator[Finding]:
        """Write a question; an id that the file has already is a finding instead."""
        if piece.name is None:
            return
        question, excerpt = piece.question, piece.excerpt
        values = (
            file,
            piece.name,
            piece.place.line,
            piece.place.column,
            excerpt.text if question else None,
            excerpt.line,
            " ".join(question.needs) if question else "",
            " ".join(question.formerly) if question else "",
        )
        row = self.connection.execute(_INSERT_QUESTION, values)
        if row.rowcount == 0:
            first = self._place(file, piece.name, piece.place.file)
            yield repeated_id(piece.place, piece.name, str(first))
        elif question is not None:
            self._add_items(row.lastrowid, question)

    def _add_items(self, row: int | None, question: Question) -> None:
        known = question.topic in self.topics
        place = self.topics.index(question.topic) if known else len(self.topics)
        is_numeric = question.kind is QuestionKind.NUMERIC
        about = (row, question.topic, place, question.level, question.kind, is_numeric)
        for part in question.parts:
            item = self.connection.execute(_INSERT_ITEM, (part.id, *about)).lastrowid
            title, searched = title_of(question, part), searched_text(question, part)
            self.connection.execute(_INSERT_WORDS, (item, title.ja, title.en, searched))

    def _place(self, file: int, name: str, file_name: str) -> Place:
        select = "SELECT line, column FROM question WHERE file = ? AND name = ?"
        ((line, column),) = self.connection.execute(select, (file, name))
        return Place(file_name, line, column)
