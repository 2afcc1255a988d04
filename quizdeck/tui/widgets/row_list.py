"""A list of one-line rows; only those in sight are ever made."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizdeck.present.math_styles import in_style
from quizdeck.present.rows import clipped
from quizdeck.present.spans import Line, Span, Style, plain_text
from quizdeck.text import cell_width
from quizdeck.tui.content import line_content
from quizdeck.tui.mathematics import math_style_of

_CURSOR, _ELSEWHERE = Span("▸ ", Style.ACCENT), Span("  ")
_AROUND = 3  # the cells of the cursor and of the scroll bar
_LINES_A_TURN = 3


class RowList(Widget):
    """Shows some of ``count`` rows, one of which the cursor stands on.

    It asks for the rows in sight by a message, and is given them as ``lines``.
    """

    DEFAULT_CSS = """
    RowList { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """

    lines: reactive[tuple[Line, ...]] = reactive(())
    count: reactive[int] = reactive(0, layout=True)

    cursor = 0
    first = 0

    class Moved(Message):
        """Other rows may be in sight, or the cursor stands on another one."""

    class Chosen(Message):
        """The row under the cursor was clicked once more."""

    @property
    def rows_in_sight(self) -> int:
        """Return how many rows there is room for."""
        return max(1, self.size.height)

    @property
    def cells(self) -> int:
        """Return how wide a row may be."""
        return max(1, self.size.width - _AROUND)

    def move_to(self, cursor: int) -> None:
        """Put the cursor on a row, the nearest that there is, and bring it into sight."""
        self.cursor = max(0, min(cursor, self.count - 1))
        highest = max(0, self.count - self.rows_in_sight)
        self.first = min(max(self.first, self.cursor - self.rows_in_sight + 1), self.cursor)
        self.first = min(self.first, highest)
        self.post_message(self.Moved())

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        """Return the number of rows."""
        return self.count

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.move_to(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row, or choose it where it stands there."""
        row = self.first + event.y
        if row == self.cursor < self.count:
            self.post_message(self.Chosen())
        elif row < self.count:
            self.move_to(row)

    def on_mouse_scroll_down(self) -> None:
        """Go down."""
        self.move_to(self.cursor + _LINES_A_TURN)

    def on_mouse_scroll_up(self) -> None:
        """Go up."""
        self.move_to(self.cursor - _LINES_A_TURN)

    def render(self) -> Content:
        """Return the rows in sight, that of the cursor marked, and where they stand among all."""
        rows = [self._row(place, line) for place, line in enumerate(self.lines)]
        return Content("\n").join(rows)

    def _row(self, place: int, line: Line) -> Content:
        is_current = self.first + place == self.cursor
        row = (
            _CURSOR if is_current else _ELSEWHERE,
            *clipped(in_style(line, math_style_of(self)), self.cells),
        )
        filled = (*row, Span(" " * (self.size.width - 1 - cell_width(plain_text(row)))))
        content = line_content((*filled, Span(self._bar(place), Style.MUTED)))
        return content.stylize("on $surface") if is_current else content

    def _bar(self, place: int) -> str:
        """Return the piece of the scroll bar beside a row."""
        height = self.rows_in_sight
        if self.count <= height:
            return " "
        start = self.first * height // self.count
        length = max(1, height * height // self.count)
        return "┃" if start <= place < start + length else " "
