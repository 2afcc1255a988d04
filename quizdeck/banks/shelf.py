"""Banks of any size at hand: known by an index, each question loaded when it is asked for.

The index is a cache of the files and never the truth. It is keyed by what the files hold, so that
nothing is parsed that has been parsed before. It holds text and numbers only: whatever somebody
writes into it is read no differently from a bank.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizdeck.banks.arranging import REPEATED
from quizdeck.banks.file_state import FileState, state_of
from quizdeck.banks.files import bank_files
from quizdeck.banks.index_file import discard, is_damage, open_index
from quizdeck.banks.updating import bring_up_to_date
from quizdeck.errors import QuizdeckError

if TYPE_CHECKING:
    from quizdeck.banks.question import Finding, Part, Question
    from quizdeck.banks.reading import Progress
    from quizdeck.banks.searching import Listed, Search

Row = tuple[int, str, str, str, str, int]

_MOST_LOADED = 64
_PAGE = 100

_STATES = "SELECT path, size, mtime_ns FROM file ORDER BY rank"
_CONTENTS = "SELECT path, digest FROM file ORDER BY rank"
_EXISTING = "SELECT name, topic FROM item WHERE turn IS NOT NULL AND name IN ({})"
_ALIASES = "SELECT former, item FROM alias WHERE former IN ({})"
_FINDINGS = "SELECT rank, findings FROM file"
_NAMES = "SELECT name FROM item WHERE turn IS NOT NULL ORDER BY id"
_QUESTION = """
SELECT question.id, path, bank, source, excerpt, excerpt_line
FROM item JOIN question ON question.id = item.question JOIN file ON file.id = question.file
WHERE item.name = ? AND turn IS NOT NULL
"""
_IN_ORDER = """
SELECT name, topic, level, is_numeric, needs, turn, topic_place FROM item
WHERE turn IS NOT NULL {topic}
  AND (level, turn, topic_place, topic, is_numeric) > (?, ?, ?, ?, ?)
ORDER BY level, turn, topic_place, topic, is_numeric LIMIT {limit}
"""
_BEFORE_ALL = (-1, -1, -1, "", -1)


class IndexedItem(NamedTuple):
    """What is known of an item without reading its question; ``turn`` counts within its lane."""

    name: str
    topic: str
    level: int
    is_numeric: bool
    needs: tuple[str, ...]
    turn: int


class Shelf(Mapping[str, "tuple[Question, Part]"]):
    """The banks at some paths; an item is known by its id.

    ``cache`` is where the index is kept, None for nowhere. ``topics`` come first within a level, in
    their order. What of ``paths`` is ``optional`` may be missing or empty.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        cache: Path | None,
        *,
        topics: Sequence[str],
        optional: Collection[Path] = (),
        progress: "Progress | None" = None,
    ) -> None:
        self._paths = tuple(paths)
        self._optional = optional
        self._topics = topics
        self._cache = cache
        self._progress = progress
        self._loaded: dict[int, Question] = {}
        self._was_damaged = False
        self._connection = open_index(cache)
        self._seen: tuple[FileState, ...] | None = None
        self._contents: list[tuple[str, str]] = []
        self.refresh()

    def close(self) -> None:
        """Close the index."""
        self._connection.close()

    def beside(self) -> "Shelf":
        """Return the same banks once more, to be used and closed in another thread."""
        return Shelf(self._paths, self._cache, topics=self._topics, optional=self._optional)

    def is_behind(self) -> bool:
        """Return whether a file changed, came or went, to go by sizes and times."""
        return tuple(self._states()) != self._seen

    def refresh(self) -> bool:
        """Read the files that changed, came or went; return whether they hold something else now.

        Looks at no more than their sizes and times where nothing happened.
        """
        states = self._states()
        try:
            if self._seen is None:
                self._seen = tuple(FileState(*row) for row in self._connection.execute(_STATES))
                self._contents = self._connection.execute(_CONTENTS).fetchall()
            return tuple(states) != self._seen and self._update(states)
        except sqlite3.Error as error:
            self._start_anew(error)
            return True

    def read_ahead(self) -> None:
        """Bring the index up to date from any thread, so that the next refresh has little to do.

        An index that is kept privately is left to the refresh.
        """
        if self._cache is not None:
            self.beside().close()

    @property
    def faults(self) -> int:
        """Return how many findings there are."""
        ((count,),) = self._rows("SELECT value FROM meta WHERE key = 'faults'")
        return int(count)

    def findings(self) -> tuple["Finding", ...]:
        """Return the findings by file, of a file with very many the first."""
        # what is only counted need not be made
        from quizdeck.banks.index_json import findings_of_json, place_in  # noqa: PLC0415
        from quizdeck.banks.reading import repeated_id  # noqa: PLC0415

        found = [(rank, f) for rank, json in self._rows(_FINDINGS) for f in findings_of_json(json)]
        for rank, path, line, column, id_, *first in self._rows(REPEATED):
            place = place_in(path, line, column)
            found.append((rank, repeated_id(place, id_, str(place_in(*first)))))
        return tuple(f for _, f in sorted(found, key=lambda ranked: (ranked[0], ranked[1].place)))

    def __len__(self) -> int:
        ((count,),) = self._rows("SELECT count(*) FROM item WHERE turn IS NOT NULL")
        return int(count)

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._rows(_NAMES))

    def __contains__(self, item: object) -> bool:
        return isinstance(item, str) and bool(self.topics_of((item,)))

    def __getitem__(self, item: str) -> tuple["Question", "Part"]:
        for _ in range(2):
            found = self._rows(_QUESTION, (item,))
            if not found:
                raise KeyError(item)
            question = self._question(found[0])
            for part in question.parts if question else ():
                if part.id == item:
                    assert question is not None
                    return question, part
            self._start_anew(sqlite3.DatabaseError(item))
        raise KeyError(item)

    def excerpt_of(self, item: str) -> str | None:
        """Return the name of an item's bank and, in the lines below, its question as written."""
        found = self._rows(_QUESTION, (item,))
        return f"{found[0][2]}\n{found[0][4]}" if found else None

    def place_of(self, item: str) -> tuple[Path, int] | None:
        """Return the file and the line where an item's question is written."""
        found = self._rows(_QUESTION, (item,))
        return (Path(found[0][1]), found[0][5]) if found else None

    def topics_of(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return the topic of each of ``items`` that exists."""
        return dict(self._looked_up(_EXISTING, items))

    def present_names(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return what those of ``items`` are called today that were renamed."""
        anything_renamed = self._rows("SELECT 1 FROM alias LIMIT 1")
        return dict(self._looked_up(_ALIASES, items)) if anything_renamed else {}

    def topics(self) -> frozenset[str]:
        """Return the topics of all items."""
        return frozenset(topic for (topic,) in self._rows("SELECT DISTINCT topic FROM item"))

    def in_order(self, topic: str | None = None) -> Iterator[IndexedItem]:
        """Yield all items, or those of one topic, by level and then by turn."""
        statement = _IN_ORDER.format(topic="" if topic is None else "AND topic = ?", limit=_PAGE)
        last: tuple[object, ...] = _BEFORE_ALL
        about = () if topic is None else (topic,)
        while rows := self._rows(statement, (*about, *last)):
            for name, its_topic, level, is_numeric, needs, turn, place in rows:
                last = level, turn, place, its_topic, is_numeric
                waits_for = tuple(needs.split())
                yield IndexedItem(name, its_topic, level, bool(is_numeric), waits_for, turn)

    def listed(self, search: "Search", offset: int, limit: int) -> "tuple[Listed, ...]":
        """Return what is found by topic and level: ``limit`` items after the first ``offset``."""
        # a drill looks for nothing
        from quizdeck.banks.shelf_search import listed_of, listing  # noqa: PLC0415

        return tuple(map(listed_of, self._rows(*listing(search, offset, limit))))

    def count(self, search: "Search") -> int:
        """Return how many items are found."""
        from quizdeck.banks.shelf_search import counting  # noqa: PLC0415, as above

        ((count,),) = self._rows(*counting(search))
        return int(count)

    def _looked_up(self, statement: str, items: Iterable[str]) -> Iterator[tuple[str, str]]:
        names = tuple(items)
        for start in range(0, len(names), _PAGE):
            page = names[start : start + _PAGE]
            yield from self._rows(statement.format(", ".join("?" * len(page))), page)

    def _question(self, row: Row) -> "Question | None":
        """Return the question of a row, None if the row makes no sense."""
        key = row[0]
        if key not in self._loaded:
            question = _read(*row[1:])
            if question is None:
                return None
            while len(self._loaded) >= _MOST_LOADED:
                del self._loaded[next(iter(self._loaded))]
            self._loaded[key] = question
        return self._loaded[key]

    def _states(self) -> dict[FileState, Path]:
        files = bank_files(self._paths, self._optional)
        return {state_of(file): file for file in files}

    def _update(self, files: Mapping[FileState, Path]) -> bool:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            bring_up_to_date(self._connection, files, topics=self._topics, progress=self._progress)
            contents = self._connection.execute(_CONTENTS).fetchall()
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        is_changed = contents != self._contents
        self._seen = tuple(state.settled for state in files)
        self._contents = contents
        self._loaded.clear()
        return is_changed

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._start_anew(error)
            return self._connection.execute(statement, values).fetchall()

    def _start_anew(self, error: sqlite3.Error) -> None:
        """Make another index: in the same place if it was damaged, else out of everybody's way."""
        self._connection.close()
        if self._cache is None:
            raise QuizdeckError("banks.index_failed", reason=str(error)) from error
        if is_damage(error) and not self._was_damaged:
            self._was_damaged = True
            discard(self._cache)
        else:
            self._cache = None
        self._connection = open_index(self._cache)
        self._seen = None
        self._loaded.clear()
        self.refresh()


def _read(path: str, bank: str, source: str, text: str, line: int) -> "Question | None":
    # reading YAML takes longer to import than all that a shell prompt asks for
    from quizdeck.banks.excerpts import Excerpt, read_excerpt  # noqa: PLC0415
    from quizdeck.banks.index_json import source_of_json  # noqa: PLC0415

    try:
        its_source = source_of_json(source)
    except ValueError:
        return None
    return read_excerpt(Excerpt(Path(path).name, text, line), bank, its_source).question
