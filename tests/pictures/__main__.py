"""The pictures of the README: ``python -m tests.pictures`` draws them anew into ``.pictures/``."""

import asyncio
import tempfile
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.desk.drawing import Drawing
from quizdeck.desk.places import Home
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from quizdeck.study.exercise import NumericExercise
from quizdeck.text import Language
from quizdeck.tui.app import QuizdeckApp
from quizdeck.tui.bench import Bench
from tests.pictures.screen_picture import screen_svg
from tests.record.believable_log import write_believable_log
from tests.tui.helpers import Table, bench_of, press, session_screen, settled, shows

_PICTURES = Path(__file__).parents[2] / ".pictures"
_SIZE = (88, 30)
_SKILL, _SLIP = "adam.v.2", "adam.v.gradient_not_squared"
_SEED = 7


def main() -> None:
    """Draw every picture in Japanese, the language of the exam."""
    _PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        table = Table(Home(Path(folder)), load_banks(shipped_banks()).banks, SKILLS)
        with table.opened:
            write_believable_log(table.home.log)
            asyncio.run(_draw_all(bench_of(table.desk(), table.home, Language.JAPANESE)))


async def _draw_all(bench: Bench) -> None:
    async with QuizdeckApp(bench).run_test(size=_SIZE) as pilot:
        await shows(pilot, "▸")
        await _draw(pilot, "home", "ホーム画面")
        await press(pilot, "s")
        await shows(pilot, "成績")
        await _draw(pilot, "statistics", "成績の画面")
    practice = bench.desk.open_practice((skill_by_id(_SKILL),), count=10, seed=_SEED)
    app = QuizdeckApp(bench, practice, Drawing(seed=_SEED))
    async with app.run_test(size=_SIZE) as pilot:
        await shows(pilot, "0 / 10")
        await _make_a_slip(pilot)
        await _draw(pilot, "mistake", "間違えた一歩を示す画面")


async def _make_a_slip(pilot: Pilot[None]) -> None:
    exercise = session_screen(pilot.app).session.exercise
    assert isinstance(exercise, NumericExercise)
    value = next(slip.value for slip in exercise.problem.slips if slip.id == _SLIP)
    pilot.app.screen.query_one(Input).value = str(value)
    await press(pilot, "enter")
    await shows(pilot, "✗")


async def _draw(pilot: Pilot[None], name: str, title: str) -> None:
    await settled(pilot)
    app = pilot.app
    colours = app.theme_variables
    svg = screen_svg(
        app.screen._compositor.render_strips(),
        title,
        background=colours["background"],
        foreground=colours["foreground"],
    )
    (_PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
