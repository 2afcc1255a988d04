"""Moments and attempts by study day."""

from collections.abc import Callable

import pytest

from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind

Attempted = Callable[..., Record]

TOKYO = 540


def attempted(
    item: str = "adam.v.2",
    day: int = 20_000,
    hour: float = 20,
    *,
    grade: int = 3,
    mode: Mode = Mode.DRILL,
    seconds: float = 40,
    slips: tuple[str, ...] = (),
    offset: int = TOKYO,
) -> Record:
    """Return an attempt at ``item`` at an hour of the wall clock."""
    milliseconds = round((24 * day + hour) * 3_600_000) - offset * 60_000
    found: list[Json] = list(slips)
    return Record(
        identity=f"{item}-{milliseconds}-{offset}",
        kind=RecordKind.ATTEMPT,
        moment=Moment(milliseconds, offset),
        session="session-1",
        mode=mode,
        item=item,
        target="shown-1",
        outcome=Outcome.WRONG if grade == 1 else Outcome.CORRECT,
        grade=grade,
        elapsed_milliseconds=round(1000 * seconds),
        payload={"text": "7", "slips": found},
    )


@pytest.fixture(scope="session", name="attempted")
def attempted_fixture() -> Attempted:
    return attempted
