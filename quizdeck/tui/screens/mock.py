"""Sitting a mock quiz: go through it, change, flag, hand it in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll

from quizdeck.language.catalogue import text
from quizdeck.present.keys import Place
from quizdeck.present.mock import mock_document, mock_position, mock_status, warning_minutes
from quizdeck.present.spans import plain_text
from quizdeck.study.mock import Mock
from quizdeck.study.mock_events import Ending
from quizdeck.study.moment import Moment
from quizdeck.text import cell_width
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.mock_grid import GridScreen, HandInScreen, ScratchScreen
from quizdeck.tui.screens.mock_result import MockResultScreen
from quizdeck.tui.screens.scrolling import ScrollingScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView

_SECONDS_A_TICK = 1.0
_MARGIN = 6  # at both sides of the head and between its two halves


class MockScreen(ScrollingScreen[None]):
    """A mock under way: nothing is judged, everything can be changed until it is in."""

    CSS_PATH: ClassVar = "../styles/session.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.MOCK)

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self.mock = mock
        self._looked: Moment = bench.desk.now()

    def compose_page(self) -> ComposeResult:
        """Yield the head and the page."""
        with Horizontal(id="head"):
            yield LineView(id="progress")
            yield LineView(id="subject")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def begin(self) -> None:
        """Show the 小問 in front and watch the clock."""
        super().begin()
        if self.mock.is_over:
            self._show_result()
            return
        self.set_interval(_SECONDS_A_TICK, self.tick)

    def show(self) -> None:
        """Show the 小問 in front."""
        self._show_head()
        document = mock_document(self.mock, self.language)
        self.query_one("#document", DocumentView).document = document
        self.refresh_bindings()

    def tick(self) -> None:
        """Let the clock go on; hand the paper in when the time is up."""
        with self.errors_shown():
            self._become(self.bench.desk.mocks.watch(self.mock), is_drawn=False)
        if self.mock.is_over or not self.is_active:
            return
        now = self.bench.desk.now()
        if minutes := warning_minutes(self.mock, self._looked, now):
            self.notify(text("mock.time_left", self.language, minutes=minutes), markup=False)
        self._looked = now
        self._show_head()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the options that there are."""
        if not super().check_action(action, parameters):
            return False
        if action == "choose":
            number = parameters[0] if parameters else 0
            count = self.mock.exercises[self.mock.place].key_count
            return isinstance(number, int) and number <= count
        return True

    def action_choose(self, number: int) -> None:
        """Choose an option; 0 takes the choice back."""
        with self.errors_shown():
            self._become(self.bench.desk.mocks.choose(self.mock, number or None))

    def action_turn(self, direction: int) -> None:
        """Turn to the next 小問 or the one before."""
        place = (self.mock.place + direction) % len(self.mock.slots)
        self._go(place)

    def action_flag(self) -> None:
        """Set the flag, or take it away."""
        with self.errors_shown():
            self._become(self.bench.desk.mocks.flag(self.mock))

    def action_grid(self) -> None:
        """Open the grid of all 小問."""
        self.app.push_screen(GridScreen(self.bench, self.mock), self._go_if_chosen)

    def action_hand_in(self) -> None:
        """Ask before handing in."""
        self.app.push_screen(HandInScreen(self.bench, self.mock), self._hand_in_if_sure)

    def action_review(self) -> None:
        """Go on to what is flagged or without an answer."""
        place = self.mock.review_place
        if place is None:
            self.notify(text("mock.nothing_left", self.language), timeout=3, markup=False)
        else:
            self._go(place)

    def action_scratch(self) -> None:
        """Open the scratch sheet of the 小問 in front."""
        self.app.push_screen(ScratchScreen(self.bench, self.mock), self._keep_note)

    def action_leave(self) -> None:
        """Leave; the clock goes on, and so does the mock when one comes back in time."""
        self.notify(text("mock.goes_on", self.language), timeout=6, markup=False)
        self.dismiss()

    def _go_if_chosen(self, place: int | None) -> None:
        if place is not None:
            self._go(place)

    def _go(self, place: int) -> None:
        with self.errors_shown():
            self._become(self.bench.desk.mocks.go(self.mock, place))
            self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)

    def _keep_note(self, note: str | None) -> None:
        if note is not None:
            with self.errors_shown():
                self._become(self.bench.desk.mocks.note(self.mock, note))

    def _hand_in_if_sure(self, is_sure: bool | None) -> None:  # noqa: FBT001, a callback
        if is_sure:
            with self.errors_shown():
                self._become(self.bench.desk.mocks.hand_in(self.mock))

    def _become(self, mock: Mock, *, is_drawn: bool = True) -> None:
        was_over, self.mock = self.mock.is_over, mock
        if mock.is_over and not was_over:
            self._show_result()
        elif is_drawn:
            self.show()

    def _show_result(self) -> None:
        if self.mock.ending is Ending.TIME_UP:
            self.notify(text("mock.time_up", self.language), timeout=8, markup=False)
        while self.app.screen is not self:  # the grid may lie over it when the time is up
            self.app.pop_screen()
        self.app.switch_screen(MockResultScreen(self.bench, self.mock))

    def _show_head(self) -> None:
        title = self.mock.title.in_language(self.language)
        status = mock_status(self.mock, self.bench.desk.now(), self.language)
        position = mock_position(self.mock, title, self.language)
        room = self.size.width - cell_width(plain_text(status)) - _MARGIN
        if cell_width(plain_text(position)) > room:
            position = mock_position(self.mock, "", self.language)
        self.query_one("#progress", LineView).line = position
        self.query_one("#subject", LineView).line = status
