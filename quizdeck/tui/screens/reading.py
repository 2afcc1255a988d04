"""Pages that are only read: the summary of a session."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from quizdeck.desk.titles import titles_of
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document
from quizdeck.present.keys import Place
from quizdeck.present.spans import Span, Style
from quizdeck.present.summary import summary_document
from quizdeck.study.session import Phase, Session
from quizdeck.text import Language
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.base import QuizScreen
from quizdeck.tui.widgets.document_view import DocumentView, LineView


class ReadingScreen(QuizScreen[None]):
    """Shows one document under a title until it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.READING)

    def __init__(
        self, bench: Bench, title_key: str, document: Callable[[Language], Document]
    ) -> None:
        super().__init__(bench)
        self._title_key = title_key
        self._document = document

    def compose_page(self) -> ComposeResult:
        """Yield the title and the page."""
        yield LineView(classes="title")
        with VerticalScroll():
            yield DocumentView(id="document")

    def show(self) -> None:
        """Show the page in the present language."""
        title = Span(text(self._title_key, self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        with self.errors_shown():
            self.query_one("#document", DocumentView).document = self._document(self.language)

    def action_close(self) -> None:
        """Go back to where one came from."""
        self.dismiss()


def summary_screen(bench: Bench, session: Session) -> ReadingScreen:
    """Return the page that says how ``session`` went."""
    return ReadingScreen(
        bench,
        f"session.{session.policy.mode}",
        lambda language: summary_of(bench, session, language),
    )


def summary_of(bench: Bench, session: Session, language: Language) -> Document:
    """Return the summary with what only the desk knows."""
    desk = bench.desk
    is_over = session.phase is Phase.FINISHED and session.policy.returns_misses
    return summary_document(
        session,
        language,
        titles=titles_of(session.missed, desk.deck, language),
        slips=desk.slips_in(session),
        due_tomorrow=desk.plan.due_count(desk.today() + 1) if is_over else None,
    )
