"""What tests of the screens share: a home with a few questions, and waiting for what is seen."""

import asyncio
import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from quizdeck.banks.loader import load_bank
from quizdeck.banks.question import Bank
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home
from quizdeck.problems.skill import Skill
from quizdeck.record.store import Store, open_store
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.moment import Moment
from quizdeck.study.records import Record, RecordKind
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens.session import SessionScreen

MONDAY = 20_416 * 86_400_000 + 12 * 3_600_000  # 2025-11-24
_MOST_LOOKS, _SECONDS_BETWEEN_LOOKS = 1000, 0.005
_SCROLLBAR = " ▁▂▃▄▅▆▇█"


def sample_bank() -> Bank:
    loaded = load_bank(Path(__file__).with_name("adam.yaml").read_text("utf-8"), "adam.yaml")
    assert loaded.bank is not None
    assert not loaded.findings
    return loaded.bank


@dataclass
class Table:
    """One person's home and what is opened there; time goes on by a second a look."""

    home: Home
    banks: tuple[Bank, ...]
    skills: tuple[Skill, ...]
    seconds: Iterator[int] = field(default_factory=count)
    numbers: Iterator[int] = field(default_factory=count)
    opened: ExitStack = field(default_factory=ExitStack)
    store: Store | None = None

    def now(self) -> Moment:
        return Moment(MONDAY + 1000 * next(self.seconds), 540)

    def random_bytes(self, length: int) -> bytes:
        return hashlib.sha256(b"%d" % next(self.numbers)).digest()[:length]

    def desk(self) -> Desk:
        store = open_store(self.home.log, now=self.now(), new_device=lambda: "device-1")
        self.store = self.opened.enter_context(store)
        deck = Deck(self.banks, self.skills)
        return Desk(deck, store, clock=self.now, random_bytes=self.random_bytes)

    def app(self, language: Language = Language.JAPANESE, *, faults: int = 0) -> QuizdeckApp:
        return QuizdeckApp(bench_of(self.desk(), self.home, language, faults))

    def records(self, kind: RecordKind) -> tuple[Record, ...]:
        """Return what the file on the disk holds, read by a connection of its own."""
        with open_store(self.home.log, now=self.now(), new_device=lambda: "device-2") as store:
            return store.records(kinds=(kind,))

    def attempts(self) -> tuple[Record, ...]:
        return self.records(RecordKind.ATTEMPT)


def bench_of(
    desk: Desk,
    home: Home,
    language: Language = Language.JAPANESE,
    faults: int = 0,
    entries: Mapping[str, object] | None = None,
) -> Bench:
    """Return a bench with a desk that is open already."""
    return Bench(lambda: (desk, faults), home, language, entries=entries)


class Clock:
    """The clock that the screens measure a double tap with."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def rows(app: App[None]) -> list[str]:
    """Return what is on the screen as plain text, without the scroll bar."""
    strips = app.screen._compositor.render_strips()
    return ["".join(part.text for part in strip).rstrip(_SCROLLBAR) for strip in strips]


def seen(app: App[None]) -> str:
    return "\n".join(rows(app))


async def until(pilot: Pilot[None], predicate: Callable[[], bool], what: str) -> None:
    """Wait until ``predicate`` holds; fail with the screen when it never does."""
    for _ in range(_MOST_LOOKS):
        if predicate():
            return
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    pytest.fail(f"never came: {what}\n{seen(pilot.app)}")


def stands(pilot: Pilot[None], text: str) -> bool:
    return text in seen(pilot.app)


async def shows(pilot: Pilot[None], *texts: str) -> None:
    """Wait until all ``texts`` stand on the screen."""
    for text in texts:
        await until(pilot, partial(stands, pilot, text), text)


async def hides(pilot: Pilot[None], text: str) -> None:
    """Wait until ``text`` stands nowhere on the screen."""
    await until(pilot, lambda: not stands(pilot, text), f"no {text}")


def squeezed(text: str) -> str:
    """Return ``text`` wherever its lines are broken."""
    return "".join(text.split())


async def tells(pilot: Pilot[None], text: str) -> None:
    """Wait until a notice says ``text``, wherever a long path in front of it breaks the lines."""
    await until(pilot, lambda: text in re.sub(r"[\s▌]", "", seen(pilot.app)), text)


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Give the terminal another size and wait until it is drawn."""
    await pilot.resize_terminal(width, height)
    await until(pilot, lambda: len(rows(pilot.app)) == height, f"{width}x{height}")


async def settled(pilot: Pilot[None]) -> list[str]:
    """Return the rows once everything that was begun has been drawn.

    A page that turns out to need a scroll bar is laid out twice.
    """
    before: list[str] = []
    for _ in range(_MOST_LOOKS):
        await pilot.pause()
        now = rows(pilot.app)
        if now == before:
            break
        before = now
    return before


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other as a terminal sends them, which the pilot does not.

    It loses the character of full-width signs. What comes of it is for the test to wait for.
    """
    for key in keys:
        post_together(pilot, key)
        await asyncio.sleep(0)


def post_together(pilot: Pilot[None], *keys: str) -> None:
    """Send keys so close that the app hears the first when the last has already come."""
    for key in keys:
        character = key if len(key) == 1 else None
        name = key if character is None or key.isalnum() else key_name(key)
        pilot.app.post_message(events.Key(name, character))


def key_name(character: str) -> str:
    return unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")


def session_screen(app: App[None]) -> SessionScreen:
    assert isinstance(app.screen, SessionScreen)
    return app.screen


def typed_answer(app: App[None]) -> str:
    """Return the right answer of the numeric problem on the screen, as one types it."""
    exercise = session_screen(app).session.exercise
    assert isinstance(exercise, NumericExercise)
    return str(exercise.problem.answer)


async def begin(pilot: Pilot[None]) -> None:
    """Begin the drill: the choice is on the screen then."""
    await shows(pilot, "▸")
    await press(pilot, "enter")
    await shows(pilot, "0 / 3")


async def go_on(pilot: Pilot[None], clock: Clock, *texts: str) -> None:
    """Leave the feedback."""
    clock.seconds += 1
    await press(pilot, "enter")
    await shows(pilot, *texts)


async def begin_numeric(pilot: Pilot[None], clock: Clock) -> None:
    """Begin the drill and answer the choice, so that the field for a number is open."""
    await begin(pilot)
    await press(pilot, right_key(pilot.app))
    await shows(pilot, "✓")
    await go_on(pilot, clock, "1 / 3")
    await until(pilot, lambda: session_screen(pilot.app).has_class("-typing"), "the field")


def right_key(app: App[None]) -> str:
    exercise = session_screen(app).session.exercise
    assert exercise is not None
    assert not isinstance(exercise, NumericExercise)
    return str(exercise.correct_numbers[0])


def wrong_key(app: App[None]) -> str:
    return "2" if right_key(app) == "1" else "1"


SIZES: Sequence[tuple[int, int]] = ((80, 24), (120, 40), (60, 20))
