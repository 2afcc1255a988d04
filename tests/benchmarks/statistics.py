"""Measure what the statistics of a long log cost: ``python -m tests.benchmarks.statistics``.

Every figure is of a process of its own. The yardstick is the start of the same interpreter with
SQLite alone, so that machines can be compared.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

_EVENTS = 100_000
_RUNS = 5
_YARDSTICK = "import sqlite3"
_WRITE = """
from pathlib import Path
from tests.record.long_log import write_long_log
write_long_log(Path({home!r}, "log.db"), {events})
"""

# the clock of the program is the day's, so that the whole log lies in the past
_SCREEN = """
import asyncio, json, sys, time
from pathlib import Path
from quizdeck.cli.surroundings import Surroundings
from quizdeck.desk.places import Home
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.bench import Bench


def is_seen(app, words):
    strips = app.screen._compositor.render_strips()
    return words in "\\n".join("".join(part.text for part in strip) for strip in strips)


async def shown(app, words):
    while not is_seen(app, words):
        await asyncio.sleep(0.001)
    return time.perf_counter()


async def main():
    home = Home(Path({home!r}))
    around = Surroundings(home, Language.ENGLISH, {{}}, sys.stdin, sys.stdout, sys.stderr)
    with around.open_desk() as (desk, faults):
        app = QuizdeckApp(Bench(lambda: (desk, faults), home, Language.ENGLISH))
        async with app.run_test(size=(80, 24)):
            await shown(app, "Start")
            begun = time.perf_counter()
            app.screen.action_scores()
            standing = await shown(app, "Counting") - begun
            counted = await shown(app, "answers ·") - begun
    print(json.dumps({{"standing": standing, "counted": counted}}))


asyncio.run(main())
"""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as home:
        _timed("-c", _WRITE.format(home=home, events=_EVENTS), home=home)
        _timed("-m", "quizdeck", "due", home=home)  # makes the index of the banks
        yardstick = median(_timed("-c", _YARDSTICK, home=home)[0] for _ in range(_RUNS))
        print(f"{f'a log of {_EVENTS:,} events':44}{'ms':>10}{'of the yardstick':>20}")
        _row("yardstick: an interpreter with SQLite", yardstick, yardstick)
        for form in ("text", "json", "html"):
            command = ("-m", "quizdeck", "stats", "--format", form)
            seconds = min(_timed(*command, home=home)[0] for _ in range(_RUNS))
            _row(f"stats --format {form}, from the start", seconds, yardstick)
        runs = [_timed("-c", _SCREEN.format(home=home), home=home)[1] for _ in range(_RUNS)]
        for name, words in (("standing", "screen stands"), ("counted", "numbers stand")):
            found = [float(json.loads(written)[name]) for written in runs]
            _row(f"from the key until the {words}", median(found), yardstick)


def _row(name: str, seconds: float, yardstick: float) -> None:
    print(f"{name:44}{seconds * 1000:10.0f}{seconds / yardstick:20.1f}")


def _timed(*arguments: str, home: str) -> tuple[float, str]:
    """Return the seconds that a process took from its start, and what it printed."""
    environment: Mapping[str, str] = {
        **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        "QUIZDECK_HOME": str(Path(home)),
    }
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, check=True, text=True
    )
    return time.perf_counter() - start, done.stdout


if __name__ == "__main__":
    main()
