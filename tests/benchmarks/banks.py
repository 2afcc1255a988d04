"""Measure how loading grows with the size of a bank: ``python -m tests.benchmarks.banks``.

Every figure is of a process of its own with a home of its own. The yardstick is the start of the
same interpreter with SQLite alone, so that machines can be compared.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

_SIZES = (100, 100_000)
_RUNS = 9

_YARDSTICK = "import sqlite3"
_OPEN = """
from pathlib import Path
from quizdeck.banks.shelf import Shelf
from quizdeck.desk.deck import Deck
from quizdeck.study.topics import TOPICS
home = Path({home!r})
deck = Deck(shelf=Shelf((home / "banks",), home / "index.db", topics=TOPICS))
"""
_FIRST_DRILL = """
import os
from quizdeck.desk.desk import Desk
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
moment = Moment(20_000 * 86_400_000, 540)
store = open_store(home / "log.db", now=moment, new_device=lambda: "one")
desk = Desk(deck, store, clock=lambda: moment, random_bytes=os.urandom)
desk.overview()
item = next(item for item in desk.open_drill().queue if item in deck.parts)
assert deck.drawn(item, "identity") is not None
"""


def main() -> None:
    """Print the table."""
    yardstick = median(_run(_YARDSTICK)[0] for _ in range(_RUNS))
    print(f"{'yardstick: an interpreter with SQLite':56}{yardstick * 1000:10.0f} ms")
    warm = [_measured(count, yardstick) for count in _SIZES]
    print(f"{'warm start, the large bank over the small one':56}{warm[-1] / warm[0]:10.2f}")


def _measured(count: int, yardstick: float) -> float:
    """Print the figures of a bank of ``count`` questions; return the seconds of a warm start."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        bank = home / "banks" / "many.yaml"
        bank.parent.mkdir()
        with bank.open("w", encoding="utf-8") as file:
            file.writelines(_lines(count))
        megabytes = bank.stat().st_size / 1e6
        name = f"{count:,} questions ({megabytes:,.1f} MB)"
        start = _OPEN.format(home=folder)
        bare, _ = _run("from quizdeck.desk.desk import Desk, Deck")
        seconds, peak = _run(start)
        rate = count / max(seconds - bare, 1e-9)
        print(f"{name + ', indexed':56}{rate:10,.0f} /s")
        print(f"{name + ', peak memory while indexed':56}{peak:10,.0f} MB")
        opened = median(_run(start)[0] for _ in range(_RUNS))
        _row(f"{name}, opened warm", opened, yardstick)
        drilled = median(_run(start + _FIRST_DRILL)[0] for _ in range(_RUNS))
        _row(f"{name}, opened warm to the first question", drilled, yardstick)
        return drilled


def _row(name: str, seconds: float, yardstick: float) -> None:
    ratio = seconds / yardstick
    print(f"{name:56}{seconds * 1000:10.0f} ms   {ratio:6.1f} of the yardstick")


def _run(code: str) -> tuple[float, float]:
    """Return the seconds that a process took from its start, and its peak memory in megabytes."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code], env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, code
    return time.perf_counter() - start, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / 1e6


def _lines(count: int) -> Iterator[str]:
    yield "format: 1\nbank: many\ntitle: {ja: 多数, en: Many}\nquestions:\n"
    for number in range(count):
        yield _QUESTION.replace("NUMBER", str(number)).replace("LEVEL", str(1 + number % 5))


_QUESTION = r"""  - id: many/question-NUMBER
    kind: choice
    level: LEVEL
    tags: [formula]
    prompt:
      ja: |
        第 NUMBER 問。Adam において、時刻 $t$ の勾配を $g_t$、減衰率を $\beta_2$、初期値を
        $v_0=0$ とする。バイアス補正を行う前の $v_t$ の更新式として最も適切なものを選べ。
      en: |
        Number NUMBER. In Adam, let $g_t$ be the gradient at step $t$ and $\beta_2$ the decay rate
        of the second moment. Choose the update rule of $v_t$.
    options:
      - text: '$v_t = v_{t-1} + g_t^2$'
        why:
          ja: '減衰がないので、古い勾配の影響が消えない。'
          en: 'Nothing decays, so old gradients never lose their weight.'
      - text: '$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$'
        correct: true
        why:
          ja: '過去を $\beta_2$ 倍し、現在を残りの重みで加える。'
          en: 'The past keeps the weight $\beta_2$.'
      - text: '$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_{t-1}^2$'
        why:
          ja: '勾配は今の時刻のものを使う。'
          en: 'The gradient is the one just computed.'
      - text: '$v_t = v_{t-1} + g_{t-1}^2$'
        why:
          ja: '減衰がなく、勾配の時刻も1つ古い。'
          en: 'No decay, and a gradient that is one step old.'
    explanation:
      ja: |
        2次モーメントは、勾配の2乗の指数移動平均である。

        $$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$$
      en: |
        The second moment is an exponential moving average of squared gradients.

        $$v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2$$
"""


if __name__ == "__main__":
    main()
