"""Lines that change often and never the layout."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizdeck.present.spans import Line
from quizdeck.tui.content import page_content


class LinesView(Widget):
    """Shows lines from the top, cut at the edges."""

    DEFAULT_CSS = """
    LinesView { text-wrap: nowrap; }
    """

    lines: reactive[tuple[Line, ...]] = reactive(())

    def render(self) -> Content:
        """Return the lines that there is room for."""
        return page_content(self.lines[: max(1, self.size.height)])
