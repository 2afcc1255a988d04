"""The statistics: charts first, then the tables behind them, a page a key.

A long log takes a moment to count. That happens in a thread with connections of its own, while the
screen stands already and can be left.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.worker import Worker, WorkerState

from quizdeck.errors import QuizdeckError
from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Chart, Document, Paragraph
from quizdeck.present.keys import Place
from quizdeck.present.spans import Span, Style
from quizdeck.present.statistics_tabs import PAGES, Page, tabs
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.scrolling import ScrollingScreen
from quizdeck.tui.widgets.document_view import DocumentView

if TYPE_CHECKING:
    from quizdeck.desk.statistics import Gathered


class StatisticsScreen(ScrollingScreen[None]):
    """Shows one page at a time until it is closed."""

    CSS_PATH = "../styles/statistics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.STATISTICS)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = Page.OVERVIEW
        self.gathered: Gathered | None = None
        self._failed = False

    def compose_page(self) -> ComposeResult:
        """Yield the names of the pages and the open one."""
        yield DocumentView(id="tabs")
        with VerticalScroll(can_focus=False):
            yield DocumentView(id="document")

    def begin(self) -> None:
        """Show that the numbers are on their way, and count."""
        super().begin()
        self._count()

    def show(self) -> None:
        """Show the open page in the present language."""
        page, language = self.page, self.language
        names = Chart(lambda width: tabs(page, width, language))
        self.query_one("#tabs", DocumentView).document = (names,)
        self.query_one("#document", DocumentView).document = self._document()

    def _document(self) -> Document:
        if self.gathered is None:
            key = "stats.failed" if self._failed else "stats.counting"
            return (Paragraph((Span(text(key, self.language), Style.MUTED),)),)
        # the numbers are counted by what takes a while to import
        from quizdeck.present.statistics_pages import page_document  # noqa: PLC0415

        found, language = self.gathered, self.language
        prompts = found.prompts_in(language)
        return page_document(self.page, found.statistics, language, prompts=prompts)

    @work(thread=True, exit_on_error=False)
    def _count(self) -> "Gathered":
        from quizdeck.desk.statistics import gathered  # noqa: PLC0415, in the thread for the same

        with self.bench.desk.beside() as desk:
            return gathered(desk)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take over what was counted, or say what went wrong."""
        worker = event.worker
        if event.state is WorkerState.SUCCESS:
            self.gathered = worker.result
            self.show()
        elif event.state is WorkerState.ERROR:
            if not isinstance(worker.error, QuizdeckError):
                raise worker.error or AssertionError
            self._failed = True
            self.tell(worker.error)
            self.show()

    def action_open(self, number: int) -> None:
        """Open the page with this number."""
        self.page = PAGES[number - 1]
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.show()

    def action_turn(self, step: int) -> None:
        """Open the next page or the one before, round and round."""
        place = PAGES.index(self.page) + step
        self.action_open(place % len(PAGES) + 1)

    def action_close(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
