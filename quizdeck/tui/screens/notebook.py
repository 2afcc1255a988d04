"""The notebook of slips: what keeps going wrong, and a drill against it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document, Paragraph
from quizdeck.present.keys import Place
from quizdeck.present.notebook import slip_document, slip_row
from quizdeck.present.spans import Line, Span, Style
from quizdeck.study.session import Session
from quizdeck.study.slip_history import SlipHistory
from quizdeck.tui.bench import Bench
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.screens.listing import ListScreen
from quizdeck.tui.widgets.document_view import LineView
from quizdeck.tui.widgets.row_list import RowList


class NotebookScreen(ListScreen[None]):
    """A row for every slip ever made, those that keep happening first; the current one whole."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.NOTEBOOK)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._slips: tuple[SlipHistory, ...] = ()

    def show(self) -> None:
        """Read the log again and show every slip."""
        title = Span(text("notebook.title", self.language), Style.STRONG)
        self.query_one(".title", LineView).line = (title,)
        with self.errors_shown():
            self._slips = self.bench.desk.plan.slips()
        self.fill(len(self._slips))

    def lines(self, first: int, most: int, _width: int) -> Sequence[Line]:
        """Return rows of the list."""
        slips = self._slips[first : first + most]
        return [slip_row(slip, self.language, self.bench.notation) for slip in slips]

    def detail(self, row: int) -> Document:
        """Return the slip of a row, whole."""
        slip, bench = self._slips[row], self.bench
        example = bench.desk.deck.example_of(slip.slip, slip.items)
        return slip_document(slip, example, self.language, bench.notation)

    def nothing(self) -> Document:
        """Return what will stand here one day."""
        return (Paragraph((Span(text("notebook.none", self.language)),)),)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a drill only where there is a slip."""
        if action in {"drill", "drill_all"} and not self._slips:
            return False
        return super().check_action(action, parameters)

    @on(RowList.Chosen)
    def action_drill(self) -> None:
        """Drill the items in which the slip under the cursor was made."""
        with self.errors_shown():
            slip = self._slips[self.list.cursor].slip
            self._enter(self.bench.desk.open_slip_drill(slip=slip))

    def action_drill_all(self) -> None:
        """Drill all slips that are not mended."""
        with self.errors_shown():
            self._enter(self.bench.desk.open_slip_drill())

    def action_close(self) -> None:
        """Go home."""
        self.dismiss()

    def _enter(self, session: Session | None) -> None:
        from quizdeck.tui.screens.session import SessionScreen  # noqa: PLC0415, when it begins

        if session is None:
            self.notify(text("home.no_slips", self.language), markup=False)
        else:
            self.app.push_screen(SessionScreen(self.bench, session))
