"""The line of keys at the bottom."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizdeck.present.spans import Line, Span, Style
from quizdeck.text import cell_width
from quizdeck.tui.content import line_content

# whatever else there is no room for, one finds help and the way out
_ALWAYS_SHOWN = frozenset({"app.help", "app.quit", "close", "leave", "answer(False)", "drop"})


class OfferedKey(NamedTuple):
    """A key as Textual names it and as a person reads it, what it does, and its action."""

    name: str
    shown: str
    meaning: str
    action: str


class KeyFooter(Widget):
    """Shows the keys that there is room for, whole ones, the last left out first.

    They are one line of text: a widget a key, as Textual's own footer has them, takes longer than
    everything else that an answer causes.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; width: 1fr; text-wrap: nowrap; }
    """

    keys: reactive[tuple[OfferedKey, ...]] = reactive(())

    def render(self) -> Content:
        """Return the keys that fit."""
        labels = _fitting(self.keys, self.size.width)
        return line_content(span for _, label in labels for span in label)

    def on_click(self, event: events.Click) -> None:
        """Press the key that is pointed at."""
        end = 0
        for key, label in _fitting(self.keys, self.size.width):
            end += _cells(label)
            if event.x < end:
                self.app.simulate_key(key.name)
                return


def _fitting(keys: Sequence[OfferedKey], width: int) -> tuple[tuple[OfferedKey, Line], ...]:
    """Return the keys that fit and how each is written, closer together where that saves one."""
    kept = list(keys)
    is_tight = sum(map(_cells, map(_wide, kept))) > width
    written = _tight if is_tight else _wide
    while sum(map(_cells, map(written, kept))) > width:
        spare = [key for key in kept if key.action not in _ALWAYS_SHOWN]
        if not spare:
            break
        kept.remove(spare[-1])
    return tuple((key, written(key)) for key in kept)


def _wide(key: OfferedKey) -> Line:
    return Span(f" {key.shown} ", Style.ACCENT), Span(f"{key.meaning} ", Style.MUTED)


def _tight(key: OfferedKey) -> Line:
    return Span(key.shown, Style.ACCENT), Span(f" {key.meaning} ", Style.MUTED)


def _cells(label: Line) -> int:
    return sum(cell_width(span.text) for span in label)
