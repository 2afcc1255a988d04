"""Screens of a list, with more about the row under the cursor where there is room for it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.screen import ScreenResultType

from quizdeck.present.blocks import Document
from quizdeck.present.spans import Line
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView
from quizdeck.tui.widgets.row_list import RowList


class ListScreen(QuizScreen[ScreenResultType]):
    """Keys move a cursor over the rows; the list never takes the focus from them."""

    CSS_PATH: ClassVar = "../styles/lists.tcss"
    AUTO_FOCUS = ""  # nothing: a field above the list would take the keys

    def compose_page(self) -> ComposeResult:
        """Yield the title, what stands above the list, the list, and what is said of a row."""
        yield LineView(classes="title")
        yield from self.compose_above()
        with Container(id="body"):
            yield RowList()
            with VerticalScroll(id="detail", can_focus=False):
                yield DocumentView(id="document")

    def compose_above(self) -> ComposeResult:
        """Yield what stands above the list."""
        yield from ()

    def lines(self, first: int, most: int, width: int) -> Sequence[Line]:
        """Return ``most`` rows from the ``first`` on."""
        raise NotImplementedError

    def detail(self, row: int) -> Document:
        """Return what is said of a row beside or below the list."""
        raise NotImplementedError

    def nothing(self) -> Document:
        """Return what is said where there are no rows."""
        return ()

    @property
    def list(self) -> RowList:
        """Return the list."""
        return self.query_one(RowList)

    def fill(self, count: int) -> None:
        """Show that there are ``count`` rows."""
        self.set_class(not count, "-empty")
        self.list.count = count
        self.list.move_to(self.list.cursor)

    @on(RowList.Moved)
    def show_rows(self) -> None:
        """Show the rows in sight and what is to be said of the one under the cursor."""
        rows, detail = self.list, self.query_one("#detail", VerticalScroll)
        with self.errors_shown():
            rows.lines = tuple(self.lines(rows.first, rows.rows_in_sight, rows.cells))
            rows.refresh()
            if detail.display or not rows.count:
                document = self.detail(rows.cursor) if rows.count else self.nothing()
                self.query_one("#document", DocumentView).document = document
                detail.scroll_home(animate=False, immediate=True)
        self.refresh_bindings()

    def action_move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.list.move_to(self.list.cursor + rows)

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is in sight, or, where all is, what is said of the row."""
        detail = self.query_one("#detail", VerticalScroll)
        if detail.display and self.list.count <= self.list.rows_in_sight:
            lines = direction * max(1, detail.size.height - 1)
            detail.scroll_relative(y=lines, animate=False, immediate=True)
            return
        self.list.move_to(self.list.cursor + direction * max(1, self.list.rows_in_sight - 1))

    def action_end(self, direction: int) -> None:
        """Move the cursor to the first row or to the last."""
        self.list.move_to(0 if direction < 0 else self.list.count - 1)
