"""A page of the present room, laid out anew for every width."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from quizdeck.present.blocks import Document, laid_out
from quizdeck.present.math_styles import in_style
from quizdeck.present.spans import Line
from quizdeck.tui.content import line_content, page_content
from quizdeck.tui.mathematics import math_style_of


class DocumentView(Widget):
    """Shows a document; its height follows from its width."""

    DEFAULT_CSS = """
    DocumentView { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    document: reactive[Document] = reactive((), layout=True)

    def get_content_width(self, container: Size, _viewport: Size) -> int:
        """Return the whole width there is."""
        return container.width

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Return the number of lines at ``width`` cells."""
        return len(laid_out(self.document, width, math_style_of(self)))

    def render(self) -> Content:
        """Return the lines at the present width."""
        width, style = self.content_size.width, math_style_of(self)
        return page_content(laid_out(self.document, width, style))


class LineView(Widget):
    """Shows one line of spans, cut at the right edge."""

    DEFAULT_CSS = """
    LineView { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    line: reactive[Line] = reactive((), layout=True)

    def render(self) -> Content:
        """Return the line."""
        return line_content(in_style(self.line, math_style_of(self)))
