"""The help: the keys of the screen that one came from, then how to use the program."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document
from quizdeck.present.key_tables import Labelled, key_blocks
from quizdeck.present.keys import Place
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import Span, Style
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.scrolling import ScrollingScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class HelpScreen(ScrollingScreen[None]):
    """Shows ``keys``, as they are read and with what they do, and a page of explanation."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.HELP)

    def __init__(self, bench: Bench, keys: tuple[Labelled, ...]) -> None:
        super().__init__(bench)
        self._keys = keys

    def compose_page(self) -> ComposeResult:
        """Yield the title and the page."""
        yield LineView(classes="title")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the page."""
        title = Span(text("help.title", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        self.query_one("#document", DocumentView).document = self._document()

    def _document(self) -> Document:
        keys = key_blocks("keys.here", self._keys, self.language)
        return (*keys, *blocks(text("help.text", self.language)))

    def action_tour(self) -> None:
        """Show the tour of the first start again."""
        from quizdeck.tui.screens.tour import TourScreen  # noqa: PLC0415, hardly ever

        self.app.push_screen(TourScreen(self.bench))

    def action_close(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
