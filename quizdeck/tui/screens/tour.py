"""The tour of the first start: four sentences, any key goes on."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.present.keys import Place
from quizdeck.present.spans import Span, Style
from quizdeck.present.tour import SENTENCES, tour_document
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class TourScreen(QuizScreen[None]):
    """One sentence after the other."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.TOUR)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._place = 0

    def compose_page(self) -> ComposeResult:
        """Yield the name and the sentences so far."""
        yield LineView(classes="title")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the sentences so far."""
        self.query_one(".title", LineView).line = (Span("quizdeck", Style.ACCENT),)
        document = tour_document(self._place, self.language)
        self.query_one("#document", DocumentView).document = document
        self.query_one(VerticalScroll).anchor()

    def on_key(self, event: events.Key) -> None:
        """Go on at any key that has no meaning of its own."""
        if event.key not in self.active_bindings and not self.is_too_small:
            event.stop()
            self.action_go_on()

    def action_go_on(self) -> None:
        """Show the next sentence, or leave after the last."""
        if self._place + 1 == len(SENTENCES):
            self.action_close()
        else:
            self._place += 1
            self.show()

    def action_close(self) -> None:
        """Leave."""
        self.dismiss()
