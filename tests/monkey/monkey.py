"""Somebody who presses keys without looking, and what must be true of the log afterwards."""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from textual import events
from textual.app import App
from textual.keys import key_to_character
from textual.pilot import Pilot

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.places import Home
from quizdeck.present.keys import KEYS
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.record.store import open_store
from quizdeck.text import Language
from tests.tui.helpers import Table, key_name, until

_WAY_OUT = "ctrl+q"
_NAMED = sorted({name for keys in KEYS.values() for key in keys for name in key.names.split(",")})
_NAMES = tuple(name for name in _NAMED if name != _WAY_OUT)
_OTHERS = ("tab", "shift+tab", "ctrl+a", "ctrl+c", "ctrl+k", "ctrl+v", "home", "end", "f12")
_TEXTS = (
    *("0.5", "7/8", "-3", "1e400", "１．５", "－２／３", "2×10^-3", "9" * 60, "1/0", "lr*m"),
    *(
        "ｎ",
        "ｑ",
        "１",
        "？",
        "あいう",
        "［／］",
        "[red]",
        "$x",
        "😀",
        "e\u0301",
        "\u200b",
        "\x1b[A",
    ),
)
_SIZES = ((80, 24), (120, 40), (60, 20), (40, 12), (39, 11), (200, 60), (1, 1))
_NAMED_SHARE, _TEXT_SHARE, _SIZE_SHARE = 80, 12, 1
_BURST = 0.3  # the share of keys after which the next comes before anything was drawn
_KEYS_A_START = 400


@dataclass
class Monkey:
    """One home, in which one start after another is played with."""

    folder: Path
    seed: int
    keys: int = 0
    starts: int = 0
    pressed: list[str] = field(default_factory=list)  # since the last start
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.table = Table(Home(self.folder), load_banks(shipped_banks()).banks, SKILLS)

    async def play(self, keys: int) -> None:
        """Press ``keys`` keys, start again where the app was left, and examine the log each time.

        What goes wrong in the app is raised, with what was pressed since its start as a note.
        """
        until_then = self.keys + keys
        before: list[tuple[object, ...]] = []
        while self.keys < until_then:
            self.starts += 1
            self.pressed.clear()
            try:
                await self._start(until_then)
            except BaseException as error:
                error.add_note(f"seed {self.seed}, pressed: {' '.join(self.pressed)}")
                raise
            self.table.opened.close()
            after = self._events()
            assert after[: len(before)] == before, "the log was not only appended to"
            before = after
            self._examine()

    async def _start(self, until_then: int) -> None:
        app = self.table.app(self.chance.choice(tuple(Language)))
        async with app.run_test(size=_SIZES[0]) as pilot:
            for _ in range(_KEYS_A_START):
                if self.keys >= until_then or not app.is_running:
                    break
                self.keys += 1
                await self._do_something(pilot)
            if app.is_running:
                self._press(app, _WAY_OUT)
            await until(pilot, lambda: not app.is_running, "the end of the app")

    async def _do_something(self, pilot: Pilot[None]) -> None:
        shares = (_NAMED_SHARE, _TEXT_SHARE, _SIZE_SHARE)
        (kind,) = self.chance.choices(("name", "text", "size"), shares)
        if kind == "size":
            size = self.chance.choice(_SIZES)
            self.pressed.append("{}x{}".format(*size))
            await pilot.resize_terminal(*size)
        elif kind == "name":
            self._press(pilot.app, self.chance.choice((*_NAMES, *_OTHERS)))
        else:
            for character in self.chance.choice(_TEXTS):
                self._press(pilot.app, character)
        if self.chance.random() > _BURST:
            await pilot.pause()

    def _press(self, app: App[None], key: str) -> None:
        self.pressed.append(key)
        app.post_message(event_of(key))

    def _events(self) -> list[tuple[object, ...]]:
        if not self.table.home.log.exists():
            return []
        with closing(sqlite3.connect(self.table.home.log)) as connection:
            return connection.execute("SELECT * FROM event ORDER BY device, seq").fetchall()

    def _examine(self) -> None:
        now = self.table.now()
        with open_store(self.table.home.log, now=now, new_device=lambda: "reader") as store:
            assert store.is_whole()
            assert not store.gaps()
            assert not store.altered()
            assert store.schedule_matches_log()


def event_of(key: str) -> events.Key:
    """Return what a terminal sends for the name of a key, or for a character."""
    if len(key) == 1:
        return events.Key(key if key.isalnum() else _name_of(key), key)
    return events.Key(key, key_to_character(key))


def _name_of(character: str) -> str:
    try:
        return key_name(character)
    except ValueError:  # control characters have no name
        return character
