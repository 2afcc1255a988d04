"""The line of keys at the bottom."""

from textual.screen import Screen
from textual.widgets import Footer

Keys = tuple[tuple[str, str, str, bool], ...]


class KeyFooter(Footer):
    """A footer that is laid out anew only when other keys are offered than before.

    Textual's own is laid out whenever the focus moves or a binding is looked at, and that takes
    longer than everything else an answer causes.
    """

    _offered: Keys | None = None

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Show the keys of this moment, if they are not shown already."""
        offered = _keys_of(screen)
        if offered != self._offered or not self._bindings_ready:
            super().bindings_changed(screen)
            if screen.app.app_focus:  # without it nothing is laid out
                self._offered = offered


def _keys_of(screen: Screen[object]) -> Keys:
    return tuple(
        (binding.key, binding.key_display or "", binding.description, is_enabled)
        for _, binding, is_enabled, _ in screen.active_bindings.values()
        if binding.show
    )
