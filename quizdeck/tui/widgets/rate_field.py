"""The field in which a rate is typed."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from quizdeck.present.keys import Place
from quizdeck.tui.bindings import bindings_of
from quizdeck.tui.widgets.answer_field import AnswerField


class RateField(AnswerField):
    """A field that one can leave without a value."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Place.VALUE)

    class Dropped(Message):
        """Nobody wants to change the rate any more."""

    async def action_take(self) -> None:
        """Send what was typed."""
        await self.action_submit()

    def action_drop(self) -> None:
        """Send that nothing was."""
        self.post_message(self.Dropped())
