"""Choosing a mock quiz."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.desk.mock_plans import known_blueprints
from quizdeck.language.catalogue import text
from quizdeck.present.keys import Place
from quizdeck.present.mock import choose_document
from quizdeck.present.spans import Span, Style
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.screens.mock import MockScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class MockMenuScreen(QuizScreen[None]):
    """The quizzes to choose from; one that is under way goes on at once."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.MOCK_MENU)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._plans = known_blueprints((bench.home.banks,))

    def compose_page(self) -> ComposeResult:
        """Yield the title and the list."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the list."""
        title = Span(text("mock.choose", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        document = choose_document(self._plans, self.language)
        self.query_one("#document", DocumentView).document = document

    def action_choose(self, number: int) -> None:
        """Begin a quiz."""
        if number > len(self._plans):
            return
        with self.errors_shown():
            mock = self.bench.desk.mocks.begin(self._plans[number - 1])
            self.app.switch_screen(MockScreen(self.bench, mock))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
