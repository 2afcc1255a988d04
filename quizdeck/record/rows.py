"""A record as a row of the event table, and back."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quizdeck.record.identity import canonical_json, digest
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind

Row = dict[str, Json]

INSERT_EVENT = """
INSERT INTO event (
  id, device, seq, ts_ms, tz_min, study_day, kind, item, target, session, mode, outcome, grade,
  elapsed_ms, payload, sha
) VALUES (
  :id, :device, :seq, :ts_ms, :tz_min, :study_day, :kind, :item, :target, :session, :mode, :outcome,
  :grade, :elapsed_ms, :payload, :sha
)
"""


def content_of(record: Record) -> Row:
    """Return the columns that the caller decides about."""
    return {
        "id": record.identity,
        "ts_ms": record.moment.epoch_milliseconds,
        "tz_min": record.moment.utc_offset_minutes,
        "study_day": record.moment.study_day,
        "kind": record.kind.value,
        "item": record.item,
        "target": record.target,
        "session": record.session,
        "mode": record.mode.value,
        "outcome": record.outcome and record.outcome.value,
        "grade": record.grade,
        "elapsed_ms": record.elapsed_milliseconds,
        "payload": canonical_json(dict(record.payload)),
    }


def event_of(content: Row, device: str, sequence: int) -> Row:
    """Return the whole row: ``content``, its place in the log, and the digest of both."""
    event = content | {"device": device, "seq": sequence}
    return event | {"sha": _seal(event)}


def has_content(event: sqlite3.Row, content: Row) -> bool:
    """Return whether a row of the log says the same as ``content``."""
    return all(event[column] == value for column, value in content.items())


def is_sealed(event: sqlite3.Row | Row) -> bool:
    """Return whether a row of the log still has the digest that it was written with."""
    row: Row = dict(event)
    return row.pop("sha") == _seal(row)


def record_of(event: sqlite3.Row | Mapping[str, Any]) -> Record:
    """Return the record of a row of the log; raises ValueError on unknown words."""
    return Record(
        identity=event["id"],
        kind=RecordKind(event["kind"]),
        moment=Moment(event["ts_ms"], event["tz_min"]),
        session=event["session"],
        mode=Mode(event["mode"]),
        item=event["item"],
        target=event["target"],
        outcome=event["outcome"] and Outcome(event["outcome"]),
        grade=event["grade"],
        elapsed_milliseconds=event["elapsed_ms"],
        payload=json.loads(event["payload"]),
    )


def renamed(record: Record, names: Mapping[str, str]) -> Record:
    """Return a record with the present ids of its items, by their former ones."""
    if not names:
        return record
    payload = record.payload
    items = payload.get("items")
    if isinstance(items, list):
        present: list[Json] = [names.get(str(item), item) for item in items]
        payload = {**payload, "items": present}
    return replace(record, item=names.get(record.item or "", record.item), payload=payload)


def _seal(row: Row) -> str:
    # empty columns are left out, so that a column added in a later version breaks no old digest
    return digest({column: value for column, value in row.items() if value is not None})
