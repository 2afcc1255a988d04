"""A desk over a real log in a temporary folder, with a clock that moves when it is told to."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment, moment_of
from quizdeck.study.session import Phase, Session
from tests.answers import right_answer, wrong_answer

EVENING = datetime(2026, 3, 10, 20, 0, tzinfo=timezone(timedelta(hours=9)))


@dataclass
class Room:
    """The person's room: the clock on the wall, the log on the disk, the desk that is opened."""

    path: Path
    deck: Deck
    time: datetime = EVENING
    _count: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _opened: list[Store] = field(default_factory=list)

    def now(self) -> Moment:
        self.time += timedelta(seconds=1)
        return moment_of(self.time)

    def random_bytes(self, count: int) -> bytes:
        return next(self._count).to_bytes(count, "big")

    def open(self, deck: Deck | None = None) -> Desk:
        """Start the program anew."""
        store = self.store()
        return Desk(deck or self.deck, store, clock=self.now, random_bytes=self.random_bytes)

    def store(self) -> Store:
        self.close()
        store = open_store(self.path, now=moment_of(self.time), new_device=lambda: "device-1")
        self._opened.append(store)
        return store

    def close(self) -> None:
        while self._opened:
            self._opened.pop().close()

    def sleep_until(self, *, days: int = 1, hour: int = 20) -> None:
        self.time = (self.time + timedelta(days=days)).replace(hour=hour, minute=0, second=0)

    @staticmethod
    def right_answer(session: Session) -> str:
        """Return what to type to be right."""
        assert session.exercise is not None
        return right_answer(session.exercise)

    @staticmethod
    def wrong_answer(session: Session) -> str:
        """Return what to type to be wrong."""
        assert session.exercise is not None
        return wrong_answer(session.exercise)

    def answered(self, desk: Desk, session: Session, *, right: bool = True) -> Session:
        """Show the next item, answer it and read the feedback."""
        session = desk.present(session)
        if session.phase is Phase.FINISHED:  # what was left no longer exists
            return session
        typed = self.right_answer(session) if right else self.wrong_answer(session)
        return desk.proceed(desk.submit(session, typed))

    def drilled(self, desk: Desk, session: Session) -> Session:
        """Answer everything that is left right."""
        while session.phase is not Phase.FINISHED:
            session = self.answered(desk, session)
        return session


@pytest.fixture(scope="session")
def deck() -> Deck:
    return Deck(load_banks(shipped_banks()).banks)


@pytest.fixture
def room(tmp_path: Path, deck: Deck) -> Iterator[Room]:
    room = Room(tmp_path / "log.db", deck)
    yield room
    room.close()
