"""The line of keys at the bottom."""

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer

from quizdeck.text import cell_width

Keys = tuple[tuple[str, str, str, bool], ...]

# whatever else there is no room for, one finds help and the way out
_ALWAYS_SHOWN = frozenset({"app.help", "app.quit", "close", "leave", "answer(False)", "drop"})
_AROUND, _AROUND_WHERE_TIGHT = 3, 2  # the cells that a key takes beside its two words


class KeyFooter(Footer):
    """A footer of the keys that there is room for, whole ones, the last left out first.

    It is laid out anew only when other keys are offered than before: Textual's own is whenever the
    focus moves or a binding is looked at, and that takes longer than everything else an answer
    causes.
    """

    _offered: Keys | None = None
    _width = 0

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show the keys of this moment, if they are not shown already."""
        offered = _keys_of(screen)
        if offered != self._offered or not self._bindings_ready:
            super().bindings_changed(screen)
            if screen.app.app_focus:  # without it nothing is laid out
                self._offered = offered

    def compose(self) -> ComposeResult:
        """Yield the keys that fit, closer together where that saves one."""
        keys: list[Any] = list(super().compose())
        self._width = self.app.size.width
        is_tight = _cells(keys, _AROUND) > self._width
        self.set_reactive(Footer.compact, is_tight)
        self.set_class(is_tight, "-compact")
        around = _AROUND_WHERE_TIGHT if is_tight else _AROUND
        while _cells(keys, around) > self._width:
            spare = [key for key in keys if key.action not in _ALWAYS_SHOWN]
            if not spare:
                break
            keys.remove(spare[-1])
        yield from keys

    def on_resize(self, _event: events.Resize) -> None:
        """Fill the new width."""
        if self._bindings_ready and self.app.size.width != self._width:
            self.refresh(recompose=True)


def _cells(keys: Sequence[Any], around: int) -> int:
    return sum(cell_width(f"{key.key_display}{key.description}") + around for key in keys)


def _keys_of(screen: Screen[object]) -> Keys:
    return tuple(
        (binding.key, binding.key_display or "", binding.description, is_enabled)
        for _, binding, is_enabled, _ in screen.active_bindings.values()
        if binding.show
    )
