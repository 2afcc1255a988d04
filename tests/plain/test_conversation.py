"""Lines are made to be read one after the other, by eye or by a screen reader."""

from io import StringIO

from quizdeck.plain.conversation import Conversation
from quizdeck.present.blocks import Block, Formula, Paragraph
from quizdeck.present.spans import Span
from quizdeck.text import Language


def said(*documents: tuple[Block, ...]) -> str:
    output = StringIO()
    talk = Conversation(StringIO(), output, Language.ENGLISH)
    for document in documents:
        talk.say(document)
    return output.getvalue()


def test_a_fraction_stands_on_one_line() -> None:
    assert said((Formula(r"g_t = \frac{2 \theta_{t-1}}{c}"),)) == "    gₜ = 2θₜ₋₁/c\n"


def test_what_is_not_there_leaves_no_empty_line() -> None:
    words = (Paragraph((Span("a"),)),)
    assert said(words, (), words) == "a\na\n"
