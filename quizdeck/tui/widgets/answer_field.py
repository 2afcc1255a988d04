"""The fields in which something is typed."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from quizdeck.present.keys import Place
from quizdeck.text import without_controls
from quizdeck.tui.bindings import bindings_of

_ASKING_FOR_HELP = frozenset({"?", "？"})


class CleanField(Input):
    """An input that takes no escape sequences.

    Its Enter is bound to the screen's own ``submit``: what Textual's message would start, a key
    pressed right after Enter could overtake, and Escape would throw away what was typed.
    """

    def validate_value(self, value: str) -> str:
        """Return what of a typed or pasted text may go to the terminal again."""
        return without_controls(value)


class AnswerField(CleanField):
    """Where an answer is typed; its Enter stands among the keys below.

    No answer holds a question mark, so that it can ask for help here as everywhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.ANSWER)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is typed here and means nothing else."""
        return character not in _ASKING_FOR_HELP and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Leave what asks for help to the screen."""
        if event.character in _ASKING_FOR_HELP:
            event.prevent_default()


class NoteField(CleanField):
    """Where a note is typed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.NOTE)


class ValueField(CleanField):
    """Where the value of a setting is typed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.VALUE)


class SearchField(CleanField):
    """Where one types what to look for; a full-width space parts words like any other."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.SEARCH)

    def on_key(self, event: events.Key) -> None:
        """Take a space that an input method wrote."""
        if event.key == "ideographic_space":
            event.stop()
            self.insert_text_at_cursor(" ")
