"""The field in which a number is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from quizdeck.text import without_controls


class AnswerField(Input):
    """An input whose Enter stands among the keys below, and which takes no escape sequences."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "key.submit", key_display="Enter"),
    ]

    def validate_value(self, value: str) -> str:
        """Return what of a typed or pasted text may go to the terminal again."""
        return without_controls(value)
