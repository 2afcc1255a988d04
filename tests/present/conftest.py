"""Real exercises, and sessions in which they were answered."""

from collections.abc import Callable

import pytest

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.deck import Deck
from quizdeck.study.events import GaveUp, Presented, Started, Submitted
from quizdeck.study.exercise import Exercise
from quizdeck.study.machine import advance, started
from quizdeck.study.moment import Moment
from quizdeck.study.policy import DRILL, Policy
from quizdeck.study.session import Session

Answered = Callable[..., Session]


def answered(
    exercise: Exercise, *texts: str | None, policy: Policy = DRILL, others: int = 2
) -> Session:
    """Return a session in which ``exercise`` was shown and texts were typed; None gives up."""
    items = (exercise.item, *(f"adam/other-{i}" for i in range(others)))
    session, _ = started(Started("s", Moment(0, 540), items, policy))
    session, _ = advance(session, Presented("p", Moment(0, 540), exercise))
    for i, text in enumerate(texts, start=1):
        now = Moment(30_000 * i, 540)
        event = GaveUp(f"e{i}", now) if text is None else Submitted(f"e{i}", now, text)
        session, _ = advance(session, event)
    return session


@pytest.fixture(scope="session", name="answered")
def answered_fixture() -> Answered:
    return answered


@pytest.fixture(scope="session")
def deck() -> Deck:
    return Deck(load_banks(shipped_banks()).banks)
