"""What lies over a mock quiz for a moment: the grid, the scratch sheet, the last question."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import TextArea

from quizdeck.language.catalogue import text
from quizdeck.present.keys import Place
from quizdeck.present.mock import grid_document, hand_in_document
from quizdeck.present.spans import Span, Style
from quizdeck.study.mock import Mock
from quizdeck.text import without_controls
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class GridScreen(QuizScreen[int | None]):
    """All 小問 at a glance; digits and Enter go to one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.GRID)

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock
        self._typed = ""

    def compose_page(self) -> ComposeResult:
        """Yield the grid."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the grid and the number typed so far."""
        words = text("mock.go_to", self.language, number=self._typed or "–")
        self.query_one(".title", LineView).line = (Span(words, Style.STRONG),)
        document = grid_document(self._mock, self.language)
        self.query_one("#document", DocumentView).document = document

    def action_digit(self, digit: int) -> None:
        """Type a digit of the number."""
        self._typed = f"{self._typed}{digit}"[-3:]
        self.show()

    def action_go(self) -> None:
        """Go to the number typed."""
        number = int(self._typed or 0)
        self.dismiss(number - 1 if 1 <= number <= len(self._mock.slots) else None)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


class HandInScreen(QuizScreen[bool]):
    """Asks before the paper goes in, naming what is unanswered."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.HAND_IN)

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock

    def compose_page(self) -> ComposeResult:
        """Yield the question."""
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the question."""
        document = hand_in_document(self._mock, self.language)
        self.query_one("#document", DocumentView).document = document

    def action_answer(self, is_sure: bool) -> None:  # noqa: FBT001, the binding's own argument
        """Answer the question."""
        self.dismiss(is_sure)


class ScratchScreen(QuizScreen[str]):
    """The scratch sheet of one 小問; what is written stays with the mock."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.SCRATCH)

    def __init__(self, bench: Bench, mock: Mock) -> None:
        super().__init__(bench)
        self._mock = mock

    def compose_page(self) -> ComposeResult:
        """Yield the sheet."""
        yield LineView(classes="title")
        yield TextArea(self._mock.sheets[self._mock.place].note, soft_wrap=True)

    def show(self) -> None:
        """Say which sheet it is."""
        words = text("mock.scratch", self.language, place=self._mock.place + 1)
        self.query_one(".title", LineView).line = (Span(words, Style.STRONG),)
        self.query_one(TextArea).focus()

    def action_close(self) -> None:
        """Go back with what is written."""
        self.dismiss(without_controls(self.query_one(TextArea).text))
