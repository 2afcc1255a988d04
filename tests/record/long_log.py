"""A log as months of daily study leave it, written at once."""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.deck import Deck
from quizdeck.record.identity import uuid7
from quizdeck.record.rows import INSERT_EVENT, content_of, event_of
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind

LAST_DAY = 20_300
_DAYS, _SESSION_ITEMS = 300, 20
_EVENTS_AN_ANSWER = 2
_RIGHT, _TAKEN_BACK = 0.8, 0.01
_TOKYO = 540


def write_long_log(path: Path, events: int) -> None:
    """Write a log of about ``events`` events that end on the evening of ``LAST_DAY``."""
    shown = _snapshots()
    with open_store(path, now=_moment(LAST_DAY, 0), new_device=lambda: "device-1") as store:
        connection = store._connection
        connection.execute("BEGIN")
        rows = (
            event_of(content_of(record), store.device, number)
            for number, record in enumerate(_records(events, shown), start=1)
        )
        connection.executemany(INSERT_EVENT, rows)
        connection.execute("COMMIT")
        store.rebuild_schedule()


def evening(second: int = 0) -> Moment:
    """Return a moment after the last event of a long log, on its last day."""
    return _moment(LAST_DAY, 7200 + second)


def _snapshots() -> Mapping[str, tuple[Mapping[str, Json], Sequence[str]]]:
    """Return what every item leaves in the log when it is shown, and which slips it knows."""
    deck = Deck(load_banks(shipped_banks()).banks)
    found = {}
    for candidate in deck.in_teaching_order():
        exercise = deck.drawn(candidate.item, candidate.item)
        assert exercise is not None
        problem = getattr(exercise, "problem", None)
        slips = [value.id for value in problem.slips] if problem is not None else []
        found[candidate.item] = (exercise.snapshot(), slips)
    return found


def _records(
    events: int, shown: Mapping[str, tuple[Mapping[str, Json], Sequence[str]]]
) -> Iterator[Record]:
    chance = random.Random(7)
    days = min(_DAYS, max(1, events // 60))
    answers = events // days // _EVENTS_AN_ANSWER
    items = sorted(shown)
    number = 0
    for day in range(LAST_DAY - days + 1, LAST_DAY + 1):
        second = 0
        for start in range(0, answers, _SESSION_ITEMS):
            number += 3
            session = _identity(day, second, number)
            asked = chance.sample(items, min(_SESSION_ITEMS, answers - start))
            queue: list[Json] = list(asked)
            yield Record(
                session,
                RecordKind.SESSION_STARTED,
                _moment(day, second),
                session,
                Mode.DRILL,
                payload={"items": queue, "policy": "drill"},
            )
            for item in asked:
                number += 3
                second += chance.randint(10, 40)
                snapshot, slips = shown[item]
                yield from _answered(
                    chance,
                    day=day,
                    second=second,
                    number=number,
                    session=session,
                    item=item,
                    snapshot=snapshot,
                    slips=slips,
                )
            number += 3
            end = _identity(day, second, number)
            yield Record(end, RecordKind.SESSION_ENDED, _moment(day, second), session, Mode.DRILL)


def _answered(
    chance: random.Random,
    *,
    day: int,
    second: int,
    number: int,
    session: str,
    item: str,
    snapshot: Mapping[str, Json],
    slips: Sequence[str],
) -> Iterator[Record]:
    one, two, three = (_identity(day, second, number + i) for i in range(3))
    moment = _moment(day, second)
    yield Record(one, RecordKind.SHOWN, moment, session, Mode.DRILL, item, payload=snapshot)
    is_right = chance.random() < _RIGHT
    made: list[Json] = [] if is_right or not slips else [chance.choice(slips)]
    yield Record(
        two,
        RecordKind.ATTEMPT,
        moment,
        session,
        Mode.DRILL,
        item,
        target=one,
        outcome=Outcome.CORRECT if is_right else Outcome.WRONG,
        grade=3 if is_right else 1,
        elapsed_milliseconds=chance.randint(5_000, 90_000),
        payload={"text": "0.875", "reading": "0.875", "verdict": "wrong", "slips": made},
    )
    if chance.random() < _TAKEN_BACK:
        yield Record(three, RecordKind.VOID, moment, session, Mode.DRILL, item, target=two)


def _moment(day: int, second: int) -> Moment:
    return Moment((day * 86_400 + 18 * 3600 + second - _TOKYO * 60) * 1000, _TOKYO)


def _identity(day: int, second: int, number: int) -> str:
    return uuid7(_moment(day, second).epoch_milliseconds, number.to_bytes(10, "big"))
