"""Screens of one page that the keys move up and down."""

from textual.containers import VerticalScroll
from textual.screen import ScreenResultType

from quizdeck.tui.screens.base import QuizScreen


class ScrollingScreen(QuizScreen[ScreenResultType]):
    """A screen with one scrolling page, which never takes the focus from the keys."""

    def action_scroll(self, direction: int) -> None:
        """Move the page by a line or two."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=2 * direction, animate=False, immediate=True)

    def action_page(self, direction: int) -> None:
        """Move the page by its height."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=(view.size.height - 1) * direction, animate=False, immediate=True)
