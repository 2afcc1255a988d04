"""Measure what the screens cost: ``python -m tests.benchmarks.screens``.

Every figure is of a process of its own in a terminal of its own, warm, the median of runs that take
turns. The yardstick is a bare Textual app that shows one line; a ratio is over it, so that machines
can be compared. Processor time is not troubled by what else a machine does, and stands beside the
time that a person waits. What home does after its first frame, opening the log and the banks, is in
the columns of what has settled: processor time and peak memory some time after the frame.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from quizdeck.desk.places import Home, save_settings
from tests.benchmarks.record import timed

_RUNS = 9
_SECONDS_TO_SETTLE = 1.5
_EVENTS = 100_000
_ANSWERS, _SECONDS_A_KEY = 100, 0.45
_MOST_SECONDS = 60.0
_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("▸")
Bare().run()
"""
_SEEN = "▸".encode()
_WRITE = """
from pathlib import Path
from tests.record.long_log import write_long_log
write_long_log(Path({home!r}, "log.db"), {events})
"""


class Start(NamedTuple):
    """What a process took until its first useful frame was drawn, and until it had settled."""

    milliseconds: float
    processor_milliseconds: float
    settled_processor_milliseconds: float
    settled_megabytes: float


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        fresh, long = Path(folder, "fresh"), Path(folder, "long")
        for home in (fresh, long):
            save_settings(Home(home), tour=True)
        # a child would count the memory of a parent that had grown as its own
        timed(_WRITE.format(home=str(long), events=_EVENTS))
        program = ("-m", "quizdeck")
        candidates = {
            "yardstick: a bare app": (("-c", _BARE), fresh),
            "home, a fresh log": (program, fresh),
            f"home, {_EVENTS:,} events": (program, long),
        }
        for home in (fresh, long):
            _leave_home(home)
        columns = "".join(f"{h:>9}{'ratio':>7}" for h in ("ms", "cpu ms", "settled", "peak MB"))
        print(f"{'to the first useful frame':32}{columns}")
        _print_starts(candidates)
        heads = ("all p50", "all p99", "ours p50", "ours p99")
        print(f"\n{'cpu ms from a key to its frame':32}" + "".join(f"{h:>10}" for h in heads))
        for name, home in (("answering, a fresh log", fresh), ("answering, a long log", long)):
            code = _ANSWER.format(home=str(home), answers=_ANSWERS, seconds=_SECONDS_A_KEY)
            _, figures = timed(code)
            print(f"{name:32}" + "".join(f"{figures[h]:10.1f}" for h in heads))


def _print_starts(candidates: Mapping[str, tuple[Sequence[str], Path]]) -> None:
    starts: dict[str, list[Start]] = {name: [] for name in candidates}
    for run in range(_RUNS + 1):
        for name, (words, home) in candidates.items():
            begun = _start(words, home)
            settled = _start(words, home, _SECONDS_TO_SETTLE)
            if run:  # the first makes what the others find
                milliseconds, processor, _ = begun
                starts[name].append(Start(milliseconds, processor, *settled[1:]))
    medians = {
        name: Start(*(median(values) for values in zip(*runs, strict=True)))
        for name, runs in starts.items()
    }
    bare = next(iter(medians.values()))
    for name, start in medians.items():
        cells = zip(start, bare, ("9.0f", "9.0f", "9.0f", "9.1f"), strict=True)
        print(f"{name:32}" + "".join(f"{v:{form}}{v / b:7.2f}" for v, b, form in cells))


def _start(words: Sequence[str], home: Path, stays: float = 0) -> tuple[float, float, float]:
    """Start a program in a terminal and kill it when its first useful frame has stood a while.

    Returns the milliseconds until then, those of the processor, and the megabytes at the peak.
    """
    begun = time.perf_counter()
    process, terminal = _started(words, home)
    _until_seen(terminal)
    seconds = time.perf_counter() - begun
    _read_for(terminal, stays)
    os.kill(process, signal.SIGKILL)
    _, _, usage = os.wait4(process, 0)
    os.close(terminal)
    unit = 1 if sys.platform == "darwin" else 1024
    processor = usage.ru_utime + usage.ru_stime
    return seconds * 1000, processor * 1000, usage.ru_maxrss * unit / 1e6


def _leave_home(home: Path) -> None:
    """Start the program and leave it by its key, so that the next start finds what it kept."""
    process, terminal = _started(("-m", "quizdeck"), home)
    _until_seen(terminal)
    os.write(terminal, b"q")
    _read_for(terminal, _MOST_SECONDS)
    os.waitpid(process, 0)
    os.close(terminal)


def _started(words: Sequence[str], home: Path) -> tuple[int, int]:
    process, terminal = pty.fork()
    if process == 0:
        os.execve(sys.executable, [sys.executable, *words], _environment(home))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return process, terminal


def _until_seen(terminal: int) -> None:
    drawn = b""
    while _SEEN not in drawn:
        assert select.select([terminal], [], [], _MOST_SECONDS)[0], drawn
        drawn += os.read(terminal, 1 << 16)


def _read_for(terminal: int, seconds: float) -> None:
    """Read what is drawn for some time, or until the program ends."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                if not os.read(terminal, 1 << 16):
                    return
            except OSError:  # how the end of a terminal is told on Linux
                return


def _environment(home: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QUIZDECK_HOME": str(home), "TERM": "xterm-256color", "LANG": "ja_JP.UTF-8"}


# Processor time from a key until everything is drawn that comes of it: the process then sleeps.
# Ours is what the desk and the laying out of pages take of it, the rest is Textual's.
# Between two keys lies as much as a double tap on Enter takes, which skips no feedback.
_ANSWER = """
import asyncio, json, os, time
from pathlib import Path
from textual import events
from quizdeck.banks.files import shipped_banks
from quizdeck.banks.shelf import Shelf
from quizdeck.cli.surroundings import new_identity, now
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.desk.places import Home
from quizdeck.record.store import open_store
from quizdeck.study.topics import TOPICS
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens.session import SessionScreen
from quizdeck.tui.widgets import document_view
home = Home(Path({home!r}))
store = open_store(home.log, now=now(), new_device=new_identity)
deck = Deck(shelf=Shelf(shipped_banks(), home.directory / "index.db", topics=TOPICS))
desk = Desk(deck, store, clock=now, random_bytes=os.urandom)
session = desk.open_drill(count={answers}, extra=True)
times, ours, depth = [], [], 0

def clocked(owner, name):
    # adds what a function of ours takes to the key under way
    work = getattr(owner, name)
    def run(*words, **named):
        global depth
        begun, depth = time.process_time(), depth + 1
        try:
            return work(*words, **named)
        finally:
            depth -= 1
            if ours and not depth:
                ours[-1] += 1000 * (time.process_time() - begun)
    setattr(owner, name, run)

for name in ("submit", "proceed", "present"):
    clocked(Desk, name)
clocked(SessionScreen, "_document")
clocked(document_view, "laid_out")

async def press(app, key):
    ours.append(0)
    begun = time.process_time()
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    await asyncio.sleep({seconds})
    times.append(1000 * (time.process_time() - begun))

async def answer_all():
    app = QuizdeckApp(Bench(lambda: (desk, 0), home, Language.JAPANESE), session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range({answers}):
            if not isinstance(app.screen, SessionScreen):
                break
            await press(app, "1")
            if app.screen.has_class("-typing"):
                await press(app, "enter")
            await press(app, "enter")

asyncio.run(answer_all())
figures = {{}}
for name, spent in (("all", times), ("ours", ours)):
    spent = sorted(spent[5:])  # what is loaded at the first answer is loaded once
    figures[f"{{name}} p50"] = spent[len(spent) // 2]
    figures[f"{{name}} p99"] = spent[len(spent) * 99 // 100]
print(json.dumps(figures))
"""


if __name__ == "__main__":
    main()
