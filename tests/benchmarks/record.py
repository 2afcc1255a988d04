"""Measure what a long log costs: ``python -m tests.benchmarks.record``.

Every figure is of a process of its own. The yardstick is the start of the same interpreter with
SQLite alone, so that machines can be compared; the last column is the long log over the short one.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from statistics import median

from tests.record.long_log import LAST_DAY

_SIZES = (0, 100, 100_000)
_RUNS = 9
_YARDSTICK = "import sqlite3"
_WRITE = """
from pathlib import Path
from tests.record.long_log import write_long_log
write_long_log(Path({home!r}, "log.db"), {events})
"""

_OPEN = """
import json, os, resource, sys, time
from pathlib import Path
from quizdeck.banks.files import shipped_banks
from quizdeck.banks.shelf import Shelf
from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.topics import TOPICS
home, figures = Path({home!r}), {{}}
started, day_start = time.time(), ({day} * 86_400 + 20 * 3600 - 540 * 60) * 1000
clock = lambda: Moment(day_start + round(1000 * (time.time() - started)), 540)
begun = time.perf_counter()
store = open_store(home / "log.db", now=clock(), new_device=lambda: "one", seal=home / "seal")
deck = Deck(shelf=Shelf(shipped_banks(), home / "index.db", topics=TOPICS))
desk = Desk(deck, store, clock=clock, random_bytes=os.urandom)
desk.overview()
figures["store and overview"] = time.perf_counter() - begun
"""

_ANSWERS = """
session = desk.open_drill(count=100, extra=True)
commits, nexts = [], []
for _ in range({answers}):
    if not session.queue:
        break
    begun = time.perf_counter()
    session = desk.present(session)
    nexts.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    session = desk.give_up(session)
    commits.append(time.perf_counter() - begun)
    session = desk.proceed(session)
for name, times in (("next item", nexts), ("commit", commits)):
    times.sort()
    figures[f"{{name}}, p50"] = times[len(times) // 2]
    figures[f"{{name}}, p99"] = times[len(times) * 99 // 100]
"""

_REBUILD = """
import fsrs
begun = time.perf_counter()
store.rebuild_schedule()
figures["full rebuild"] = time.perf_counter() - begun
"""

_END = """
unit = 1 if sys.platform == "darwin" else 1024
figures["peak megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
desk.close()
print(json.dumps(figures))
"""


def main() -> None:
    """Print the table."""
    yardstick = median(timed(_YARDSTICK)[0] for _ in range(_RUNS))
    print(f"{'yardstick: an interpreter with SQLite':40}{yardstick * 1000:10.1f} ms")
    measured = [_measured(size) for size in _SIZES]
    print(f"{'events':40}" + "".join(f"{size:12,}" for size in _SIZES) + f"{'ratio':>10}")
    for name in measured[-1]:
        values = [figures.get(name) for figures in measured]
        unit = 1 if "megabytes" in name else 1000
        cells = "".join(f"{'–' if v is None else f'{v * unit:.1f}':>12}" for v in values)
        first = next(value for value in values if value is not None)
        print(f"{name:40}{cells}{(values[-1] or 0) / first:10.2f}")


def _measured(events: int) -> Mapping[str, float]:
    """Return the figures of a log of ``events`` events."""
    with tempfile.TemporaryDirectory() as folder:
        if events:
            # a child would count the memory of a parent that had grown as its own
            timed(_WRITE.format(home=folder, events=events))
        opening = _OPEN.format(home=folder, day=LAST_DAY)
        timed(opening + _END)  # makes the index of the banks
        runs = [timed(opening + _END) for _ in range(_RUNS)]
        inside = [figures for _, figures in runs]
        found = {
            "opening, ms from the start of the process": min(seconds for seconds, _ in runs),
            "store and overview, ms": min(f["store and overview"] for f in inside),
            "peak megabytes of opening": median(f["peak megabytes"] for f in inside),
        }
        _, answers = timed(opening + _ANSWERS.format(answers=400) + _END)
        keys = ("next item, p50", "next item, p99", "commit, p50", "commit, p99")
        found |= {f"{name}, ms": answers[name] for name in keys}
        found["peak megabytes of answering"] = answers["peak megabytes"]
        if events:
            _, rebuilt = timed(opening + _REBUILD + _END)
            found["full rebuild, ms"] = rebuilt["full rebuild"]
            found["peak megabytes of a rebuild"] = rebuilt["peak megabytes"]
        return found


def timed(code: str) -> tuple[float, Mapping[str, float]]:
    """Return the seconds that a process took from its start, and what it printed."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    return time.perf_counter() - start, json.loads(done.stdout or b"{}")


if __name__ == "__main__":
    main()
