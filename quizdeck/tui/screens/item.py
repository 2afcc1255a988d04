"""One item of the bank, whole: what is asked, why each answer is as it is, and its record."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.desk.browsing import Browser
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Paragraph
from quizdeck.present.browser import item_document, item_head
from quizdeck.present.keys import Place
from quizdeck.present.spans import Span
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.scrolling import ScrollingScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class ItemScreen(ScrollingScreen[int]):
    """Shows the item that ``item_at`` gives for a place, and gives back the place at the end."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.ITEM)

    def __init__(
        self, bench: Bench, browser: Browser, item_at: Callable[[int], str | None], place: int
    ) -> None:
        super().__init__(bench)
        self._browser = browser
        self._item_at = item_at
        self._place = place
        self._item = item_at(place)

    def compose_page(self) -> ComposeResult:
        """Yield what the item is about, and the item."""
        yield LineView(classes="title")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the item."""
        page = self.query_one("#document", DocumentView)
        with self.errors_shown():
            self._browser.look_again()
            exercise = self._browser.example(self._item) if self._item else None
            if exercise is None or self._item is None:
                page.document = (Paragraph((Span(text("browser.gone", self.language)),)),)
                return
            standing = self._browser.standing(self._item)
            head = item_head(exercise, standing, self.language)
            self.query_one(".title", LineView).line = head
            page.document = item_document(exercise, standing, self.language, self.bench.notation)

    def action_turn(self, direction: int) -> None:
        """Show the next item of the list, or the one before."""
        with self.errors_shown():
            item = self._item_at(self._place + direction)
            if item is not None:
                self._place, self._item = self._place + direction, item
                self.query_one(VerticalScroll).scroll_home(animate=False, immediate=True)
                self.show()

    def action_practise(self) -> None:
        """Practise just this item."""
        from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415, when it begins

        with self.errors_shown():
            if self._item is not None:
                session = self.bench.desk.open_exercises((self._item,))
                self.app.push_screen(SessionScreen(self.bench, session))

    def action_rest(self) -> None:
        """Let the item rest, or bring it back."""
        with self.errors_shown():
            if self._item is not None:
                rests = self._browser.toggle_rest(self._item)
                message = text("browser.rests" if rests else "browser.back", self.language)
                self.notify(message, timeout=3, markup=False)
        self.show()

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss(self._place)
