"""The bank browser: everything that can be asked, searched and narrowed while one types."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from quizdeck.banks.searching import Search, words_in
from quizdeck.desk.browsing import Row
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document, Paragraph
from quizdeck.present.browser import Filters, filter_line, item_document, item_row
from quizdeck.present.keys import Place
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.standing import ItemState
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.listing import ListScreen
from quizdeck.tui.widgets.answer_field import SearchField
from quizdeck.tui.widgets.document_view import LineView
from quizdeck.tui.widgets.row_list import RowList

_LEVELS = range(1, 6)

Value = TypeVar("Value")


class BrowserScreen(ListScreen[None]):
    """A list of items and the words and filters that narrow it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.BROWSER)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.browser = bench.desk.browser()
        self.filters = Filters()

    def compose_above(self) -> ComposeResult:
        """Yield the field to search in, and what else narrows the list."""
        yield SearchField(id="search", select_on_focus=False)
        yield LineView(id="filters")

    def show(self) -> None:
        """Look again at how it stands with the items, and show those that are found."""
        title = Span(text("browser.title", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        self.query_one(Input).placeholder = text("browser.hint", self.language)
        with self.errors_shown():
            self.browser.look_again()
            self._find()

    def lines(self, first: int, most: int, width: int) -> Sequence[Line]:
        """Return rows of the list."""
        return [
            item_row(row.listed, row.state, self.language, width, is_flagged=row.is_flagged)
            for row in self.browser.rows(self._search, self.filters.state, first, most)
        ]

    def detail(self, row: int) -> Document:
        """Return the item of a row, whole."""
        item = self._item_at(row)
        exercise = self.browser.example(item) if item else None
        if item is None or exercise is None:
            return ()
        standing = self.browser.standing(item)
        return item_document(exercise, standing, self.language, self.bench.notation)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with an item only where there is one."""
        is_about_an_item = action in {"open", "practise", "rest"}
        if is_about_an_item and self.is_mounted and not self.list.count:
            return False
        return super().check_action(action, parameters)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Narrow the list while somebody types."""
        self._narrow(typed=event.value)

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Show the item under the cursor whole."""
        from quizdeck.tui.screens.item import ItemScreen  # noqa: PLC0415, when one is opened

        screen = ItemScreen(self.bench, self.browser, self._item_at, self.list.cursor)
        self.app.push_screen(screen, self._come_back)

    def action_search(self) -> None:
        """Type what to look for."""
        self.set_focus(self.query_one(Input))  # at once: what is typed next belongs to it

    def action_to_list(self) -> None:
        """Go from the search to the list."""
        self.set_focus(None)

    def action_topic(self) -> None:
        """Go on to the next topic."""
        with self.errors_shown():
            self._narrow(topic=_after(self.filters.topic, self.browser.topics))

    def action_level(self) -> None:
        """Go on to the next level."""
        self._narrow(level=_after(self.filters.level, _LEVELS))

    def action_state(self) -> None:
        """Go on to the next state."""
        self._narrow(state=_after(self.filters.state, tuple(ItemState)))

    def action_clear(self) -> None:
        """Show everything again."""
        self.filters = Filters()
        self.query_one(Input).value = ""
        self._narrow()

    def action_practise(self) -> None:
        """Practise the item under the cursor; the schedule knows nothing of it."""
        from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415, when it begins

        with self.errors_shown():
            if item := self._item_at(self.list.cursor):
                session = self.bench.desk.open_exercises((item,))
                self.app.push_screen(SessionScreen(self.bench, session))

    def action_rest(self) -> None:
        """Let the item under the cursor rest, or bring it back."""
        with self.errors_shown():
            if item := self._item_at(self.list.cursor):
                rests = self.browser.toggle_rest(item)
                message = text("browser.rests" if rests else "browser.back", self.language)
                self.notify(message, timeout=3, markup=False)
                self._find()

    def action_close(self) -> None:
        """Go home."""
        self.dismiss()

    def nothing(self) -> Document:
        """Return what to do where nothing is found."""
        return (Paragraph((Span(text("browser.nothing", self.language)),)),)

    @property
    def _search(self) -> Search:
        return Search(words_in(self.filters.typed), self.filters.topic, self.filters.level)

    def _narrow(self, **changed: object) -> None:
        self.filters = replace(self.filters, **changed)  # type: ignore[arg-type]
        self.list.cursor = 0
        with self.errors_shown():
            self._find()

    def _find(self) -> None:
        count = self.browser.count(self._search, self.filters.state)
        self.query_one("#filters", LineView).line = filter_line(self.filters, count, self.language)
        self.fill(count)

    def _item_at(self, place: int) -> str | None:
        """Return the id of the item at a place of the list."""
        if place < 0:
            return None
        found: tuple[Row, ...] = self.browser.rows(self._search, self.filters.state, place, 1)
        return found[0].listed.name if found else None

    def _come_back(self, place: int | None) -> None:
        self.list.move_to(self.list.cursor if place is None else place)


def _after(chosen: Value | None, values: Sequence[Value]) -> Value | None:
    """Return the value after ``chosen``; after the last, and before the first, comes None."""
    steps = (None, *values)
    return steps[(steps.index(chosen) + 1) % len(steps)]
