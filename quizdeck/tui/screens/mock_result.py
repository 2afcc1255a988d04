"""What came of a mock quiz."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.language.catalogue import text
from quizdeck.present.keys import Place
from quizdeck.present.mock_result import part_document, result_document
from quizdeck.present.spans import Span, Style
from quizdeck.study.mock import Mock
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class MockResultScreen(QuizScreen[None]):
    """The result, and then every 小問 with its explanation."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.MOCK_RESULT)

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock
        self._place = -1

    def compose_page(self) -> ComposeResult:
        """Yield the page."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the result, or the 小問 that is looked at."""
        title = self._mock.title.in_language(self.language)
        place, total = self._place, len(self._mock.slots)
        head = title if place < 0 else f"{title}   {place + 1} / {total}"
        self.query_one(".title", LineView).line = (Span(head, Style.STRONG),)
        if place < 0:
            earlier = self.bench.desk.mocks.earlier(self._mock)
            document = result_document(self._mock, earlier, self.language)
        else:
            document = part_document(self._mock, place, self.language)
        self.query_one("#document", DocumentView).document = document
        self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)

    def action_turn(self, direction: int) -> None:
        """Look at the next 小問, or the one before; the result comes first."""
        self._place = max(-1, min(len(self._mock.slots) - 1, self._place + direction))
        self.show()

    def action_drill_misses(self) -> None:
        """Put what was missed into tomorrow's drill."""
        with self.errors_shown():
            count = self.bench.desk.mocks.drill_misses(self._mock)
            words = text("mock.misses_due", self.language, count=count)
            self.notify(words, timeout=4, markup=False)

    def action_close(self) -> None:
        """Go back home."""
        self.dismiss()
