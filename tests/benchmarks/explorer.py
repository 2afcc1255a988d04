"""Measure a step of the explorer: ``python -m tests.benchmarks.explorer``.

The program's own time is that from the key's action to the rows of every part that changed; the
whole time is that until Textual has laid out and composed the screen, both of the processor. The
yardstick is a loop of exact fractions in plain Python beside every step, so that machines can be
compared.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from fractions import Fraction
from functools import partial
from pathlib import Path
from statistics import median

from quizdeck.desk.places import Home
from quizdeck.optimizers.objectives import OBJECTIVES, Objective
from quizdeck.study.explorer import explorer_of
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.screens.explorer import ExplorerScreen
from quizdeck.tui.widgets.document_view import LineView
from quizdeck.tui.widgets.lines_view import LinesView
from quizdeck.tui.widgets.picture_view import PictureView
from tests.tui.helpers import SIZES, Table, bench_of

_ROUNDS = 3


def main() -> None:
    """Print the table."""
    print(f"{'':40}{'own time':>11}{'whole':>11}{'yardstick':>11}{'own / yardstick':>18}")
    for width, height in SIZES:
        for objective in OBJECTIVES:
            own, whole, yardstick = asyncio.run(_measured(objective, width, height))
            name = f"a step in {objective.id}, {width}x{height}"
            times = f"{own:8.2f} ms{whole:8.2f} ms{yardstick:8.2f} ms"
            print(f"{name:40}{times}{own / yardstick:18.2f}")


async def _measured(objective: Objective, width: int, height: int) -> tuple[float, float, float]:
    """Return the medians over all steps, there and back again, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        table = Table(Home(Path(folder)), (), (), opened=opened)
        bench = bench_of(table.desk(), table.home, Language.JAPANESE)
        async with QuizdeckApp(bench).run_test(size=(width, height)) as pilot:
            screen = ExplorerScreen(bench, explorer_of(objective))
            await pilot.app.push_screen(screen)
            await pilot.pause()
            own, whole, yardsticks = [], [], []
            for direction in (1, -1) * _ROUNDS:
                for _ in range(screen.explorer.steps):
                    own.append(_milliseconds(partial(_stepped, screen, direction)))
                    whole.append(own[-1] + _milliseconds(partial(_draw, screen)))
                    yardsticks.append(_milliseconds(_yardstick))
                await pilot.pause()
            return median(own), median(whole), median(yardsticks)


def _stepped(screen: ExplorerScreen, direction: int) -> None:
    screen.action_move(direction)
    picture = screen.query_one(PictureView)
    for row in range(picture.size.height):
        picture.render_line(row)
    screen.query_one(LinesView).render()
    for line in screen.query(LineView):
        line.render()


def _draw(screen: ExplorerScreen) -> None:
    """Lay out and compose the screen as Textual does it after every step."""
    screen._refresh_layout()
    screen._compositor.render_strips()


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _yardstick() -> None:
    value = Fraction(3, 7)
    for _ in range(1000):
        value * value


if __name__ == "__main__":
    main()
