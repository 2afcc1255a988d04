"""The explorer: methods walk down a surface, step by step."""

from fractions import Fraction
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widgets import Input

from quizdeck.errors import QuizdeckError, UsageError
from quizdeck.grading.reading import Unreadable, read_answer
from quizdeck.language.catalogue import error_text, text
from quizdeck.optimizers.rates import RANGES
from quizdeck.present.blocks import Paragraph
from quizdeck.present.explorer import (
    no_step_text,
    panel_lines,
    rates_line,
    summary_line,
    title_line,
    trails,
)
from quizdeck.present.keys import Place
from quizdeck.present.landscape import Frame, landscape
from quizdeck.present.spans import Span, Style
from quizdeck.study.explorer import (
    Explorer,
    isolated,
    moved,
    nudged,
    on_cell,
    on_next_objective,
    on_next_rate,
    paused,
    played,
    ticked,
    united,
    with_rate,
)
from quizdeck.study.step_question import step_question
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.answer_field import ValueField
from quizdeck.tui.widgets.document_view import DocumentView, LineView
from quizdeck.tui.widgets.lines_view import LinesView
from quizdeck.tui.widgets.picture_view import PictureView, Rows

_SECONDS_A_STEP = 0.2
_FOR_THE_FIELD = frozenset({"drop", "submit"})


class ExplorerScreen(QuizScreen[None]):
    """A shell over the explorer's state."""

    CSS_PATH: ClassVar = "../styles/explorer.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.EXPLORER)

    def __init__(self, bench: Bench, explorer: Explorer) -> None:
        super().__init__(bench)
        self.explorer = explorer
        self._timer: Timer | None = None

    def compose_page(self) -> ComposeResult:
        """Yield the head, the picture and the table, and the line of the rates."""
        yield LineView(classes="title")
        with Horizontal(id="body"):
            yield PictureView(id="picture")
            yield LinesView(id="panel")
        yield DocumentView(id="notice")
        yield LineView(id="where")
        yield LineView(id="rates")
        with Horizontal(id="field"):
            yield LineView(id="label")
            yield ValueField(id="value", select_on_focus=False)

    def begin(self) -> None:
        """Show the start."""
        self._timer = self.set_interval(_SECONDS_A_STEP, self._tick, pause=True)
        self.query_one(Input).disabled = True
        self.show()

    def show(self) -> None:
        """Show the explorer as it stands."""
        explorer, language, notation = self.explorer, self.language, self.bench.notation
        self.query_one(".title", LineView).line = title_line(explorer, language)
        picture = self.query_one(PictureView)
        picture.show(partial(_rows, explorer, is_lettered=self.app.no_color))
        panel = self.query_one("#panel", LinesView)
        panel.lines = panel_lines(explorer, language, panel.size.height, notation)
        self.query_one("#where", LineView).line = summary_line(explorer, language, notation)
        self.query_one("#rates", LineView).line = rates_line(explorer, language, notation)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the field while one types; offer the table where it is hidden."""
        if not super().check_action(action, parameters):
            return False
        if self.has_class("-typing") or action in _FOR_THE_FIELD:
            return self.has_class("-typing") and action in _FOR_THE_FIELD
        return action != "table" or self.has_class("-narrow")

    def on_screen_suspend(self) -> None:
        """Stop playing where nobody sees it."""
        super().on_screen_suspend()
        self.explorer = paused(self.explorer)

    def on_resize(self, event: events.Resize) -> None:
        """Show other tables where there is other room."""
        super().on_resize(event)
        self.call_after_refresh(self.show)

    def action_move(self, updates: int) -> None:
        """Go on or back."""
        self._become(moved(self.explorer, updates))

    def action_play(self) -> None:
        """Play or pause."""
        self._become(played(self.explorer))

    def action_isolate(self, number: int) -> None:
        """Show one method alone, or all again."""
        self._become(isolated(self.explorer, number - 1))

    def action_unite(self) -> None:
        """Show all methods."""
        self._become(united(self.explorer))

    def action_objective(self) -> None:
        """Go over to the next surface."""
        self._become(on_next_objective(self.explorer))

    def action_rate(self) -> None:
        """Let the keys change another rate."""
        self._become(on_next_rate(self.explorer))

    def action_nudge(self, direction: int) -> None:
        """Change the rate a little."""
        self._become(nudged(self.explorer, direction))

    def action_cell(self, by: int) -> None:
        """Choose another number of the table."""
        self._become(on_cell(self.explorer, by))

    def action_table(self) -> None:
        """Go over from the picture to the table or back, where there is room for one of them."""
        self.toggle_class("-table")

    def action_quiz(self) -> None:
        """Make the chosen number of this step a problem in a session of practice."""
        from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415, seldom needed

        skill = step_question(self.explorer)
        if skill is None:
            self._say(no_step_text(self.explorer, self.language))
            return
        with self.errors_shown():
            session = self.bench.desk.open_practice((skill,), count=1)
            self.app.push_screen(SessionScreen(self.bench, session))

    def action_guess(self) -> None:
        """Guess which method walked a path."""
        from quizdeck.tui.screens.path_quiz import PathQuizScreen  # noqa: PLC0415, seldom needed

        self.app.push_screen(PathQuizScreen(self.bench))

    def action_export(self) -> None:
        """Write the picture and the table of all steps, and say where."""
        from quizdeck.desk.pictures import kept  # noqa: PLC0415, seldom needed
        from quizdeck.export.traces import as_csv  # noqa: PLC0415, as above
        from quizdeck.export.walk_picture import walk_picture  # noqa: PLC0415, as above
        from quizdeck.export.walk_tables import walk_rows  # noqa: PLC0415, as above

        explorer = self.explorer
        walks = [(explorer.walk_of(number), explorer.rates[number]) for number in explorer.shown]
        picture = walk_picture(walks, self.language, self.bench.notation)
        with self.errors_shown():
            contents = {"svg": picture, "csv": as_csv(walk_rows(walks))}
            paths = kept(self.bench.home, explorer.objective.id, contents)
            where = "\n".join(map(str, paths))
            self._say(text("explorer.saved", self.language, paths=where))

    def tell(self, error: QuizdeckError) -> None:
        """Show what went wrong, in the page: a notice over two panes would lose characters."""
        self._say(error_text(error, self.language), Style.WRONG)

    def _say(self, message: str, style: Style = Style.STRONG) -> None:
        lines = tuple(Paragraph((Span(line, style),)) for line in message.splitlines())
        self.query_one("#notice", DocumentView).document = lines
        self.add_class("-noticed")

    def action_close(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

    def action_type_rate(self) -> None:
        """Open the field for a rate."""
        name, value = self.explorer.edited
        field = self.query_one(Input)
        field.disabled, field.value = False, str(float(value))
        field.placeholder = text("explorer.rate_hint", self.language)
        label = text("explorer.type_rate", self.language, name=name)
        self.query_one("#label", LineView).line = (Span(f"{label}  ", Style.STRONG),)
        self.add_class("-typing")
        field.focus()
        self.refresh_bindings()

    def action_submit(self) -> None:
        """Change the rate to what was typed, or say what may be typed."""
        with self.errors_shown():
            rate = _number(self.explorer.edited[0], self.query_one(Input).value)
            self._become(with_rate(self.explorer, rate))
            self.action_drop()

    def action_drop(self) -> None:
        """Leave the rate as it is."""
        self.remove_class("-typing", "-noticed")
        self.query_one(Input).disabled = True
        self.set_focus(None)
        self.refresh_bindings()

    def _tick(self) -> None:
        self._become(ticked(self.explorer))

    def _become(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.remove_class("-noticed")
        if self._timer is not None:
            self._timer.resume() if explorer.is_playing else self._timer.pause()
        self.show()


def _rows(explorer: Explorer, width: int, height: int, *, is_lettered: bool) -> Rows:
    return landscape(
        explorer.objective,
        Frame(explorer.window, width, height),
        trails(explorer),
        explorer.cursor,
        is_lettered=is_lettered,
    )


def _number(name: str, typed: str) -> Fraction:
    """Read a rate; raises ``UsageError`` with what may be typed."""
    try:
        value = read_answer(typed).value
    except Unreadable:
        value = None
    if not isinstance(value, Fraction):
        allowed = RANGES[name].text(name)
        raise UsageError("usage.rate_out_of_range", name=name, value=typed, range=allowed)
    return value
