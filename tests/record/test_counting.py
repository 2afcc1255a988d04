"""What the log counts for the statistics is what its records say, whatever happened."""

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind
from quizdeck.study.session import Cause, Confidence
from tests.record.long_log import write_long_log
from tests.study.plainly import Plain

if TYPE_CHECKING:
    from tests.record.conftest import Answered, Opened

_DAY = 86_400_000
_SLIPS = ("adam.v.no_decay", "adam.m.no_decay", "adam.v.gradient_not_squared")


def history(chance: random.Random, length: int) -> list[Record]:
    """Return answers with whatever may be said about them afterwards, in the order written."""
    records: list[Record] = []
    missed = (Outcome.WRONG, Outcome.REVEALED)

    def write(kind: RecordKind, day: int, **fields: object) -> Record:
        moment = Moment(day * _DAY + chance.randrange(_DAY), chance.choice((-600, 0, 540)))
        record = Record(f"id-{len(records):04}", kind, moment, "s", **fields)  # type: ignore[arg-type]
        records.append(record)
        return record

    for _ in range(length):
        day, item = 20_000 + chance.randrange(6), chance.choice(("adam.v.2", "old", "sgd/x#1"))
        mode, is_right = chance.choice(list(Mode)), chance.random() < 0.6
        shown = write(RecordKind.SHOWN, day, mode=mode, item=item)
        slips: list[Json] = [] if is_right else list(chance.sample(_SLIPS, chance.randrange(3)))
        said = chance.choice((None, *Confidence))
        attempt = write(
            RecordKind.ATTEMPT,
            day,
            mode=mode,
            item=item,
            target=shown.identity,
            outcome=Outcome.CORRECT if is_right else chance.choice(missed),
            grade=chance.choice((None, 1, 2, 3)),
            elapsed_milliseconds=chance.choice((None, 0, 69_000, 69_001, 3_600_000)),
            payload={"slips": slips, **({"confidence": said} if said else {})},
        )
        about = {"mode": mode, "item": item, "target": attempt.identity}
        for slip in chance.sample(_SLIPS, chance.randrange(3)) if slips else ():
            write(RecordKind.SLIP_NAMED, day, **about, payload={"slip": slip})
        for cause in chance.sample(list(Cause), chance.randrange(3)):
            write(RecordKind.CAUSE, day, **about, payload={"cause": cause})
        if chance.random() < 0.2:
            write(RecordKind.VOID, day, **about)
    return records


def assert_agrees(store: Store) -> None:
    plain = Plain(store.records())
    assert store.counted_attempts() == plain.attempts
    assert sorted(store.causes()) == sorted(plain.causes)


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(0, 25))
def test_any_history_is_counted_as_its_records_say(seed: int, length: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log.db")
        with open_store(path, now=Moment(0, 0), new_device=lambda: "one") as store:
            store._connection.execute("PRAGMA synchronous = OFF")
            store.append(history(random.Random(seed), length))
            assert_agrees(store)
            store.follow({"old": "adam.m.1"})
            assert_agrees(store)


def test_a_long_log_is_counted_as_its_records_say(path: Path, opened: "Opened") -> None:
    write_long_log(path, 3_000)
    with opened() as store:
        assert_agrees(store)
        assert any(attempt.slip for attempt in store.counted_attempts())


def test_answers_that_were_written_late_come_by_the_time_of_answering(
    store: Store, answered: "Answered"
) -> None:
    for day, hour in ((20_001, 9), (20_000, 20), (20_000, 8)):
        store.append(answered(day=day, hour=hour, grade=hour % 3 + 1))
    assert [a.grade for a in store.counted_attempts()] == [8 % 3 + 1, 20 % 3 + 1, 9 % 3 + 1]
