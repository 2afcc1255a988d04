"""What a person is told at the very first start."""

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Document, Gap, Paragraph
from quizdeck.present.rich_text import spans
from quizdeck.present.spans import Span, Style
from quizdeck.text import Language

SENTENCES = ("tour.daily", "tour.answers", "tour.mistakes", "tour.help")


def tour_document(place: int, language: Language) -> Document:
    """Return the sentences up to ``place``, counted from 0, the earlier ones receding."""
    document: list[Block] = []
    for number, key in enumerate(SENTENCES[: place + 1]):
        words = spans(text(key, language))
        if number < place:
            words = tuple(Span(span.text, Style.MUTED) for span in words)
        lead = (Span(f"{number + 1}  ", Style.ACCENT if number == place else Style.MUTED),)
        document += [Paragraph(words, lead), Gap()]
    return tuple(document)
