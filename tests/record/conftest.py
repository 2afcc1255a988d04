import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizdeck.record.identity import uuid7
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind

TOKYO_MINUTES = 540
DAY_MILLISECONDS = 86_400_000
HOUR_MILLISECONDS = 3_600_000

Answered = Callable[..., tuple[Record, Record]]
Opened = Callable[[], Store]

_counter = itertools.count(1)


def moment(day: int, hour: float = 20) -> Moment:
    milliseconds = day * DAY_MILLISECONDS + round(hour * HOUR_MILLISECONDS)
    return Moment(milliseconds - TOKYO_MINUTES * 60_000, TOKYO_MINUTES)


def answered(
    item: str = "adam.v.2",
    day: int = 20_000,
    hour: float = 20,
    *,
    grade: int = 3,
    mode: Mode = Mode.DRILL,
    session: str = "session-1",
    typed: Json = "７",
) -> tuple[Record, Record]:
    """Return a shown record and the attempt at it."""
    now = moment(day, hour)
    one, two = (uuid7(now.epoch_milliseconds, next(_counter).to_bytes(10, "big")) for _ in "12")
    shown = Record(one, RecordKind.SHOWN, now, session, mode, item=item)
    attempt = Record(
        two,
        RecordKind.ATTEMPT,
        now,
        session,
        mode,
        item=item,
        target=one,
        outcome=Outcome.WRONG if grade == 1 else Outcome.CORRECT,
        grade=grade,
        elapsed_milliseconds=48_210,
        payload={"typed": typed},
    )
    return shown, attempt


@pytest.fixture(scope="session", name="answered")
def answered_fixture() -> Answered:
    return answered


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "学習 記録?#%.sqlite3"


@pytest.fixture(name="opened")
def opened_fixture(path: Path) -> Opened:
    return lambda: open_store(path, now=moment(20_000), new_device=lambda: "device-1")


@pytest.fixture
def store(opened: Opened) -> Iterator[Store]:
    with opened() as store:
        yield store
