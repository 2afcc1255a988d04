"""The note that goes with a mark."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document
from quizdeck.present.keys import Place
from quizdeck.present.spans import Span, Style
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.answer_field import NoteField
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class FlagScreen(QuizScreen[str | None]):
    """Asks for a note about what ``document`` shows; gives None where the person thinks better."""

    CSS_PATH: ClassVar = "../styles/session.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.FLAG)

    def __init__(self, bench: Bench, document: Document) -> None:
        super().__init__(bench)
        self._document = document

    def compose_page(self) -> ComposeResult:
        """Yield the field, and below it what is marked."""
        yield LineView(classes="title")
        yield NoteField(id="note")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def show(self) -> None:
        """Ask for the note."""
        title = Span(text("flag.title", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        self.query_one("#document", DocumentView).document = self._document
        field = self.query_one(NoteField)
        field.placeholder = text("flag.hint", self.language)
        field.focus()

    def action_submit(self) -> None:
        """Give back the note."""
        self.dismiss(self.query_one(NoteField).value.strip())

    def action_leave(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
