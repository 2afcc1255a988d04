"""What all screens do alike: translated keys, full-width keys, a word when there is no room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unicodedata import normalize

from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Vertical
from textual.screen import Screen, ScreenResultType
from textual.widgets import Footer, Input

from quizdeck.errors import QuizdeckError
from quizdeck.language.catalogue import CATALOGUE, error_text, text
from quizdeck.present.spans import Span, Style
from quizdeck.text import Language
from quizdeck.tui.bench import Bench
from quizdeck.tui.widgets.document_view import LineView

SMALLEST_WIDTH, SMALLEST_HEIGHT = 40, 12


class QuizScreen(Screen[ScreenResultType]):
    """A screen whose bindings are described by catalogue keys."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench

    @property
    def language(self) -> Language:
        """Return the language of everything shown."""
        return self.bench.language

    def compose(self) -> ComposeResult:
        """Lay out the screen's own content above the footer."""
        with Vertical(id="page"):
            yield from self.compose_page()
            yield Footer(show_command_palette=False)
        yield LineView(id="too-small")

    def compose_page(self) -> ComposeResult:
        """Yield what the screen shows."""
        yield from ()

    def show(self) -> None:
        """Bring what is shown up to date, in the present language."""

    def on_mount(self) -> None:
        """Show the screen for the first time."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        if self.is_mounted:
            self.show()
            self.refresh_bindings()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Return the keys of this moment with their descriptions in the present language."""
        return {
            key: active._replace(binding=self._translated(active.binding))
            for key, active in super().active_bindings.items()
        }

    def _translated(self, binding: Binding) -> Binding:
        if binding.description not in CATALOGUE:
            return binding
        return replace(binding, description=text(binding.description, self.language))

    def on_key(self, event: events.Key) -> None:
        """Take a full-width key, left over from an input method, for its narrow twin."""
        if isinstance(self.focused, Input) or not event.character:
            return
        narrow = normalize("NFKC", event.character)
        if len(narrow) == 1 and narrow != event.character:
            event.stop()
            self.call_later(self.app.simulate_key, "space" if narrow == " " else narrow)

    def on_resize(self, event: events.Resize) -> None:
        """Say how much room is needed where there is too little."""
        width, height = event.size
        is_small = width < SMALLEST_WIDTH or height < SMALLEST_HEIGHT
        self.set_class(is_small, "-too-small")
        message = text("screen.too_small", self.language, width=width, height=height)
        self.query_one("#too-small", LineView).line = (Span(message, Style.STRONG),)

    @contextmanager
    def errors_shown(self) -> Iterator[None]:
        """Tell the person what went wrong and stay where one is."""
        try:
            yield
        except QuizdeckError as error:
            message = error_text(error, self.language)
            self.notify(message, severity="error", timeout=10, markup=False)
