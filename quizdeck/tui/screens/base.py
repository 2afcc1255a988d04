"""What all screens do alike: translated keys, full-width keys, a word when there is no room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unicodedata import normalize

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType
from textual.widgets import Input

from quizdeck.errors import QuizdeckError
from quizdeck.language.catalogue import CATALOGUE, error_text, text
from quizdeck.present.blocks import Paragraph
from quizdeck.present.key_tables import Labelled
from quizdeck.present.spans import Span, Style
from quizdeck.text import Language, has_kana, without_controls
from quizdeck.tui.bench import Bench
from quizdeck.tui.widgets.document_view import DocumentView
from quizdeck.tui.widgets.key_footer import KeyFooter, OfferedKey

SMALLEST_WIDTH, SMALLEST_HEIGHT = 40, 12
BROAD_WIDTH = 110

_SECONDS_TOLD = 5.0
_WAYS_OUT = frozenset({"leave", "close"})  # beside those of the app
_KEY_NAMES = {" ": "space", "?": "question_mark", "+": "plus", "-": "minus"}


class QuizScreen(Screen[ScreenResultType]):
    """A screen whose bindings are described by catalogue keys."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (56, "-wide"), (BROAD_WIDTH, "-broad")]  # noqa: RUF012, as Textual declares it

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self._was_covered = False
        self._has_told_of_input_method = False

    @property
    def language(self) -> Language:
        """Return the language of everything shown."""
        return self.bench.language

    def compose(self) -> ComposeResult:
        """Lay out the screen's own content above the footer."""
        with Vertical(id="page"):
            yield from self.compose_page()
            yield KeyFooter()
        yield DocumentView(id="too-small")

    def compose_page(self) -> ComposeResult:
        """Yield what the screen shows."""
        yield from ()

    def show(self) -> None:
        """Bring what is shown up to date, in the present language."""

    def begin(self) -> None:
        """Do what is to be done once, when there is something to show it on."""
        self.show()

    def on_mount(self) -> None:
        """Begin, unless the app was left while the screen opened: there is nothing on it then."""
        if self.children and self.app.is_running:
            self.bindings_updated_signal.subscribe(self, self._show_keys)
            self.begin()
            self._show_keys()

    def _show_keys(self, _screen: Screen[object] | None = None) -> None:
        self.query_one(KeyFooter).keys = tuple(self._footer_keys())

    def _footer_keys(self) -> Iterator[OfferedKey]:
        seen = set()
        for key, active in self.active_bindings.items():
            binding = active.binding
            if binding.show and binding.action not in seen:
                seen.add(binding.action)
                binding = self._translated(binding)
                shown = self.app.get_key_display(binding)
                yield OfferedKey(key, shown, binding.description, binding.action)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave, once: a second key on its way must not take the next screen along."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_screen_suspend(self) -> None:
        """Know that what is shown may be out of date when the screen comes back."""
        self._was_covered = True

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was in front."""
        if self._was_covered and self.is_mounted:
            self._was_covered = False
            self.show()
            self.refresh_bindings()

    def offered(self) -> tuple[Labelled, ...]:
        """Return the keys of this moment as they are read, and what each of them does."""
        return tuple(dict.fromkeys((key, meaning) for key, meaning, _ in self._own_keys()))

    def commands(self) -> tuple[tuple[str, str, str], ...]:
        """Return the keys of this moment, what each does, and the action that does it.

        Keys that do the same thing with different numbers are no commands.
        """
        keys = dict.fromkeys(self._own_keys())
        actions: dict[str, set[str]] = {}
        for _, meaning, action in keys:
            actions.setdefault(meaning, set()).add(action)
        one_each = {meaning: (shown, meaning, action) for shown, meaning, action in reversed(keys)}
        return tuple(key for key in reversed(one_each.values()) if len(actions[key[1]]) == 1)

    def _own_keys(self) -> Iterator[tuple[str, str, str]]:
        for active in self.active_bindings.values():
            if active.enabled and active.binding.description in CATALOGUE:
                binding = self._translated(active.binding)
                meaning = binding.tooltip or binding.description
                yield self.app.get_key_display(binding), meaning, binding.action

    def _translated(self, binding: Binding) -> Binding:
        if binding.description not in CATALOGUE:
            return binding
        return replace(
            binding,
            description=text(binding.description, self.language),
            tooltip=text(binding.tooltip, self.language) if binding.tooltip else "",
        )

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing but the ways out while nothing can be seen."""
        return not self.is_too_small or action in _WAYS_OUT

    def on_key(self, event: events.Key) -> None:
        """Take a full-width key, left over from an input method, for its narrow twin."""
        if isinstance(self.focused, Input) or not event.character:
            return
        if has_kana(event.character):
            event.stop()
            self._tell_of_input_method()
            return
        narrow = normalize("NFKC", event.character)
        if len(narrow) == 1 and narrow != event.character:
            event.stop()
            # Only a key that the app itself sends reaches the bindings from every widget.
            self.app.call_later(self.app.simulate_key, _KEY_NAMES.get(narrow, narrow))

    def _tell_of_input_method(self) -> None:
        """Say once, not at every letter, why the keys do nothing."""
        if not self._has_told_of_input_method:
            self._has_told_of_input_method = True
            self.notify(text("screen.kana", self.language), timeout=_SECONDS_TOLD, markup=False)
            self.set_timer(_SECONDS_TOLD, self._forget_input_method)

    def _forget_input_method(self) -> None:
        self._has_told_of_input_method = False

    @property
    def is_too_small(self) -> bool:
        """Return whether there is no room for more than a word about it."""
        return self.has_class("-too-small")

    def on_resize(self, event: events.Resize) -> None:
        """Say how much room is needed where there is too little."""
        width, height = event.size
        was_too_small = self.is_too_small
        self.set_class(not has_room(event.size), "-too-small")
        message = text("screen.too_small", self.language, width=width, height=height)
        notice = Paragraph((Span(message, Style.STRONG),))
        self.query_one("#too-small", DocumentView).document = (notice,)
        if was_too_small != self.is_too_small:
            self.query_one("#page").disabled = self.is_too_small  # no key goes into the dark
            self.refresh_bindings()
            self.call_after_refresh(self.show)

    @contextmanager
    def errors_shown(self) -> Iterator[None]:
        """Tell the person what went wrong and stay where one is."""
        try:
            yield
        except QuizdeckError as error:
            self.tell(error)

    def tell(self, error: QuizdeckError) -> None:
        """Show what went wrong."""
        message = without_controls(error_text(error, self.language))
        self.notify(message, severity="error", timeout=10, markup=False)


def has_room(size: Size) -> bool:
    """Return whether more than a word about it can be shown."""
    return size.width >= SMALLEST_WIDTH and size.height >= SMALLEST_HEIGHT
