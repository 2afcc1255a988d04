"""What stands beside a question: the mark that it has, and what to do when it keeps failing."""

from collections.abc import Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Document, Gap, Paragraph
from quizdeck.present.spans import Span, Style
from quizdeck.text import Language


def leech_document(failures: int, groundwork: Sequence[str], language: Language) -> Document:
    """Return what helps more than repeating an item; ``groundwork`` are titles of other items."""
    advice = Paragraph((Span(text("leech.advice", language, failures=failures), Style.STRONG),))
    first = [Paragraph((Span(title),), (Span("  ・"),)) for title in groundwork]
    keys = "leech.keys" if groundwork else "leech.rest"
    return (Gap(), advice, *first, Paragraph((Span(text(keys, language), Style.MUTED),)))


def flag_document(note: str | None, language: Language) -> Document:
    """Return the mark of an item and its note, nothing where there is none."""
    if note is None:
        return ()
    words = text("flag.shown", language, note=note) if note else text("flag.bare", language)
    return (Gap(), Paragraph((Span(words, Style.ACCENT),)))
