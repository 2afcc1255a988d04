"""Screens whose pages the keys move up and down."""

from textual.containers import VerticalScroll
from textual.screen import ScreenResultType

from quizdeck.tui.screens.base import QuizScreen


class ScrollingScreen(QuizScreen[ScreenResultType]):
    """A screen whose pages scroll together and never take the focus from the keys."""

    def action_scroll(self, direction: int) -> None:
        """Move the page by a line or two."""
        for view in self.query(VerticalScroll):
            view.scroll_relative(y=2 * direction, animate=False, immediate=True)

    def action_page(self, direction: int) -> None:
        """Move the page by its height."""
        for view in self.query(VerticalScroll):
            lines = (view.size.height - 1) * direction
            view.scroll_relative(y=lines, animate=False, immediate=True)
