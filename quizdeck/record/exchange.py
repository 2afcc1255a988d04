"""The log as text, one event a line, and the union of two logs.

Every device appends to events of its own and numbers them without gaps, so the union of two logs
is a union of sets: it does not matter which is merged into which, in what order, or how often.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from quizdeck.record.identity import canonical_json
from quizdeck.record.rows import INSERT_EVENT, Row, is_sealed, record_of
from quizdeck.record.schema import EVENT_COLUMNS


class Objection(StrEnum):
    """Why an event was not taken over."""

    UNREADABLE = "unreadable"  # no JSON of an event of a known kind
    ALTERED = "altered"  # its digest does not fit it
    OTHER_CONTENT = "other_content"  # its identity belongs to another event here
    OTHER_EVENT = "other_event"  # its place in its device's log is taken by another event
    GAP = "gap"  # events of its device before it are missing
    TARGET_MISSING = "target_missing"  # what it speaks of is missing
    ANSWERED = "answered"  # what it answers has been answered by another


# What the log's own triggers say.
_REFUSALS = {
    "record.already_answered": Objection.ANSWERED,
    "record.out_of_sequence": Objection.GAP,
}


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A line that was not taken over, and why."""

    line: str
    objection: Objection


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: how many events are new here, were here already, were put aside."""

    added: int
    known: int
    quarantined: tuple[Quarantined, ...]
    items: frozenset[str]


def event_line(event: sqlite3.Row | Row) -> str:
    """Return the one line of JSON that an event has, without its end."""
    return canonical_json(dict(event))


def parsed_events(lines: Iterable[str]) -> Iterator[tuple[str, Row | Objection]]:
    """Yield every line that is not empty with the event that it holds, or what is wrong with it."""
    for line in lines:
        text = line.strip("\r\n")
        if text.strip():
            yield text, _parsed(text)


def _parsed(text: str) -> Row | Objection:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return Objection.UNREADABLE
    if not isinstance(row, dict) or row.keys() != EVENT_COLUMNS:
        return Objection.UNREADABLE
    try:
        record_of(row)
        sound = is_sealed(row)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Objection.UNREADABLE
    return row if sound else Objection.ALTERED


def union(connection: sqlite3.Connection, lines: Iterable[str]) -> Merged:
    """Insert every sound event of ``lines`` that is not here yet; the caller holds a transaction.

    Events of one device go in by their numbers; from the first that cannot go in, the later ones
    of that device are put aside as well.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    aside: list[Quarantined] = []
    by_device: dict[str, list[tuple[str, Row]]] = {}
    for line, row in parsed_events(lines):
        if isinstance(row, Objection):
            aside.append(Quarantined(line, row))
        else:
            by_device.setdefault(str(row["device"]), []).append((line, row))
    known, fresh = 0, list[tuple[str, Row]]()
    for device in sorted(by_device):
        rows = sorted(by_device[device], key=lambda pair: _sequence(pair[1]))
        seen, new, refused = _sifted(connection, device, rows)
        known += seen
        fresh += new
        aside += refused
    fresh, refused = _with_targets(connection, fresh)
    aside += refused
    for line, row in list(fresh):
        if (objection := _inserted(connection, row)) is not None:
            aside.append(Quarantined(line, objection))
            fresh.remove((line, row))
    items = frozenset(str(row["item"]) for _, row in fresh if row["item"] is not None)
    return Merged(len(fresh), known, tuple(aside), items)


def _sequence(row: Mapping[str, object]) -> int:
    sequence = row["seq"]
    return sequence if isinstance(sequence, int) else -1


def _sifted(
    connection: sqlite3.Connection, device: str, rows: Iterable[tuple[str, Row]]
) -> tuple[int, list[tuple[str, Row]], list[Quarantined]]:
    """Return how many events of a device are known, the new ones, and those put aside."""
    newest = _newest(connection, device)
    known, fresh, aside = 0, list[tuple[str, Row]](), list[Quarantined]()
    last: Row | None = None
    for line, row in rows:
        if last == row:
            known += 1
            continue
        objection = _objection(connection, row, newest + len(fresh))
        if objection is None:
            fresh.append((line, row))
        elif objection == "known":
            known += 1
        else:
            aside.append(Quarantined(line, Objection(objection)))
        last = row
    return known, fresh, aside


def _newest(connection: sqlite3.Connection, device: str) -> int:
    statement = "SELECT coalesce(max(seq), 0) FROM event WHERE device = ?"
    ((newest,),) = connection.execute(statement, (device,))
    return int(newest)


def _objection(connection: sqlite3.Connection, row: Row, newest: int) -> str | None:
    """Return why ``row`` cannot follow event ``newest`` of its device; ``known`` if it is there."""
    for (digest,) in connection.execute("SELECT sha FROM event WHERE id = ?", (row["id"],)):
        return "known" if digest == row["sha"] else Objection.OTHER_CONTENT
    sequence = _sequence(row)
    if sequence <= newest:
        return Objection.OTHER_EVENT
    return None if sequence == newest + 1 else Objection.GAP


def _with_targets(
    connection: sqlite3.Connection, fresh: list[tuple[str, Row]]
) -> tuple[list[tuple[str, Row]], list[Quarantined]]:
    """Put aside what speaks of events that are missing, and what follows on its device."""
    aside: list[Quarantined] = []
    while True:
        arriving = {row["id"] for _, row in fresh}
        broken: dict[object, int] = {}
        for _, row in fresh:
            if not _has_target(connection, row, arriving):
                first = broken.get(row["device"], _sequence(row))
                broken[row["device"]] = min(first, _sequence(row))
        if not broken:
            return fresh, aside
        kept = [(line, row) for line, row in fresh if not _is_behind(row, broken)]
        gone = [line for line, row in fresh if _is_behind(row, broken)]
        aside += [Quarantined(line, Objection.TARGET_MISSING) for line in gone]
        fresh = kept


def _is_behind(row: Row, broken: Mapping[object, int]) -> bool:
    return row["device"] in broken and _sequence(row) >= broken[row["device"]]


def _has_target(connection: sqlite3.Connection, row: Row, arriving: Collection[object]) -> bool:
    target = row["target"]
    if target is None or target in arriving:
        return True
    found = connection.execute("SELECT 1 FROM event WHERE id = ?", (target,)).fetchone()
    return found is not None


def _inserted(connection: sqlite3.Connection, row: Row) -> Objection | None:
    try:
        connection.execute(INSERT_EVENT, row)
    except sqlite3.IntegrityError as error:
        if str(error) not in _REFUSALS:
            raise
        return _REFUSALS[str(error)]
    return None


def quarantine_text(quarantined: Iterable[Quarantined]) -> str:
    """Return the lines put aside as they came, to be kept beside the log."""
    return "".join(f"{put_aside.line}\n" for put_aside in quarantined)
