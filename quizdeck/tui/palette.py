"""The commands that can be found by name: the keys of the screen below, and the themes."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import LoadingIndicator

from quizdeck.desk.appearance import ThemeName
from quizdeck.language.catalogue import text
from quizdeck.text import folded
from quizdeck.tui.content import literal
from quizdeck.tui.screens.base import QuizScreen, has_room

if TYPE_CHECKING:
    from quizdeck.tui.app import QuizdeckApp

Command = tuple[str, Callable[[], object]]


class Commands(Provider):
    """Everything that the screen below and the app can do now, in the present language."""

    async def discover(self) -> Hits:
        """Yield every command."""
        for title, run in self._commands():
            yield DiscoveryHit(literal(title), run, text=title)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose name holds ``query``, those that begin with it first."""
        for title, run in self._commands():
            place = folded(title).find(folded(query))
            if place >= 0:
                yield Hit(1 / (1 + place), literal(title), run, text=title)

    def _commands(self) -> Iterator[Command]:
        screen = self.screen
        if not isinstance(screen, QuizScreen):
            return
        for key, meaning, action in screen.commands():
            yield f"{meaning}   {key}", partial(screen.run_action, action)
        app = cast("QuizdeckApp", self.app)
        for theme in ThemeName:
            name = text(f"theme.{theme}", screen.language)
            title = text("palette.theme", screen.language, name=name)
            yield title, partial(app.choose_theme, theme)


class Palette(CommandPalette):
    """The commands, as long as there is room for their list."""

    def on_resize(self, event: events.Resize) -> None:
        """Leave where there is none: a list without lines fails at the next key."""
        if self.is_active and not has_room(event.size):
            self.dismiss()

    def _watch__list_visible(self) -> None:
        if self._is_whole:
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if self._is_whole:
            await super()._watch__show_busy()

    @property
    def _is_whole(self) -> bool:
        """Return whether its parts are there: a search may end when they have been taken away."""
        return all(self.query(part) for part in (CommandList, LoadingIndicator, "#--input"))


def palette(screen: QuizScreen[object]) -> Palette:
    """Return the palette in the language of ``screen``."""
    hint = text("palette.hint", screen.language)
    return Palette([Commands], placeholder=hint, id="--command-palette")
