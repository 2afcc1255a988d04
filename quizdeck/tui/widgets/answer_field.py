"""The fields in which something is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from quizdeck.text import without_controls


class CleanField(Input):
    """An input that takes no escape sequences."""

    def validate_value(self, value: str) -> str:
        """Return what of a typed or pasted text may go to the terminal again."""
        return without_controls(value)


class AnswerField(CleanField):
    """Where an answer is typed; its Enter stands among the keys below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "key.submit", key_display="Enter"),
    ]


class NoteField(CleanField):
    """Where a note is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "key.save", key_display="Enter"),
    ]
