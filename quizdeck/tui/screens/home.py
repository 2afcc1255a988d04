"""Home: today in one glance, and Enter to begin."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.errors import QuizdeckError
from quizdeck.language.catalogue import text
from quizdeck.present.home import home_document, home_head
from quizdeck.present.keys import Place
from quizdeck.study.overview import Overview
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView

if TYPE_CHECKING:
    from quizdeck.banks.shelf import Shelf
    from quizdeck.study.session import Session

_PRACTICE_ITEMS = 10
_SECONDS_BETWEEN_LOOKS = 1.0
_SECONDS_TO_DRAW = 0.05


class HomeScreen(QuizScreen[None]):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.HOME)

    overview: Overview | None = None
    _is_reading = False

    def compose_page(self) -> ComposeResult:
        """Yield the name and the page."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def begin(self) -> None:
        """Show today, and look after the banks from time to time."""
        super().begin()
        if self.bench.is_open:
            self._watch_banks()
        else:
            # the app comes to it when it begins to draw
            self.app.call_later(self.set_timer, _SECONDS_TO_DRAW, self._open_desk)

    def _open_desk(self) -> None:
        """Open the desk, and leave where that fails."""
        try:
            self.bench.desk  # noqa: B018, opens it
        except QuizdeckError:
            self.app.exit()
            return
        self.show()
        self._watch_banks()

    def _watch_banks(self) -> None:
        if self.bench.shelf is not None:
            self.set_interval(_SECONDS_BETWEEN_LOOKS, self._look_after_banks)

    def _look_after_banks(self) -> None:
        shelf = self.bench.shelf
        if self.is_active and shelf is not None and not self._is_reading and shelf.is_behind():
            self._is_reading = True
            self._read_banks(shelf)

    @work(thread=True)
    def _read_banks(self, shelf: "Shelf") -> None:
        # a large bank takes its time, and keys have to be answered meanwhile
        try:
            shelf.read_ahead()
        finally:
            self.app.call_from_thread(self._take_over_banks)

    def _take_over_banks(self) -> None:
        self._is_reading = False
        with self.errors_shown():
            if self.bench.take_over_changes():
                message = text("home.banks_read", self.language, count=self.bench.bank_faults)
                self.notify(message, markup=False)
                self.show()

    def show(self) -> None:
        """Look again and show today."""
        with self.errors_shown():
            self.overview = self.bench.overview()
        self._show(self.overview)

    def _show(self, overview: Overview | None) -> None:
        today = self.bench.desk.today() if overview is None else overview.today
        head = home_head(today, self.bench.exam_day, self.language)
        self.query_one(".title", LineView).line = head
        if overview is not None:
            page = home_document(overview, self.language, faults=self.bench.bank_faults)
            self.query_one("#document", DocumentView).document = page

    def action_start(self) -> None:
        """Go on with the drill under way or begin today's."""
        with self.errors_shown():
            overview = self.bench.desk.overview()  # a day may have begun since it was shown
            is_done = not (overview.due or overview.new or overview.left_in_session)
            session = self.bench.desk.open_drill(extra=is_done)
            if session is None:
                self.action_practice()
            else:
                self._enter(session)

    def action_practice(self) -> None:
        """Begin numeric problems that are not scheduled."""
        with self.errors_shown():
            skills = self.bench.desk.deck.skills
            self._enter(self.bench.desk.open_practice(skills, count=_PRACTICE_ITEMS))

    def action_slips(self) -> None:
        """Drill the slips that keep happening."""
        with self.errors_shown():
            session = self.bench.desk.open_slip_drill()
            if session is None:
                self.notify(text("home.no_slips", self.language), markup=False)
            else:
                self._enter(session)

    def action_mock(self) -> None:
        """Go on with the mock under way, or choose one."""
        from quizdeck.tui.screens.mock import MockScreen  # noqa: PLC0415, as below
        from quizdeck.tui.screens.mock_menu import MockMenuScreen  # noqa: PLC0415

        with self.errors_shown():
            mock = self.bench.desk.mocks.under_way()
            if mock is None:
                self.app.push_screen(MockMenuScreen(self.bench))
            else:
                self.app.push_screen(MockScreen(self.bench, mock))

    def action_explore(self) -> None:
        """Open the explorer."""
        from quizdeck.optimizers.objectives import VALLEY  # noqa: PLC0415, not at start-up
        from quizdeck.study.explorer import explorer_of  # noqa: PLC0415, as above
        from quizdeck.tui.screens.explorer import ExplorerScreen  # noqa: PLC0415, as above

        self.app.push_screen(ExplorerScreen(self.bench, explorer_of(VALLEY)))

    def action_scores(self) -> None:
        """Open the scores."""
        from quizdeck.tui.screens.statistics import StatisticsScreen  # noqa: PLC0415, as below

        self.app.push_screen(StatisticsScreen(self.bench))

    def action_bank(self) -> None:
        """Open the bank browser."""
        from quizdeck.tui.screens.browser import BrowserScreen  # noqa: PLC0415, not at start-up

        with self.errors_shown():
            self.app.push_screen(BrowserScreen(self.bench))

    def action_notebook(self) -> None:
        """Open the notebook of slips."""
        from quizdeck.tui.screens.notebook import NotebookScreen  # noqa: PLC0415, not at start-up

        self.app.push_screen(NotebookScreen(self.bench))

    def action_settings(self) -> None:
        """Open the settings."""
        from quizdeck.tui.screens.settings import SettingsScreen  # noqa: PLC0415, not at start-up

        self.app.push_screen(SettingsScreen(self.bench))

    def action_language(self) -> None:
        """Switch between Japanese and English."""
        with self.errors_shown():
            self.bench.switch_language()
        self.show()
        self.refresh_bindings()

    def _enter(self, session: "Session") -> None:
        from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415, not at start-up

        self.app.push_screen(SessionScreen(self.bench, session))
