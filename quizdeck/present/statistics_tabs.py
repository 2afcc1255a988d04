"""Which pages of statistics there are, and the line on which one sees which is open."""

from collections.abc import Sequence
from enum import StrEnum

from quizdeck.language.catalogue import text
from quizdeck.present.spans import Line, Span, Style, plain_text
from quizdeck.text import Language, cell_width

_BETWEEN = "   "
_OPEN, _CLOSED = "▸", " "


class Page(StrEnum):
    """What there is to look at, in the order of its keys."""

    OVERVIEW = "overview"
    DAYS = "days"
    TOPICS = "topics"
    SLIPS = "slips"
    OUTLOOK = "outlook"


PAGES = tuple(Page)


def tabs(page: Page, width: int, language: Language) -> Sequence[Line]:
    """Return the key and the name of every page; where there is no room, only the open one's."""
    full = _tabs(page, language, PAGES)
    if cell_width(plain_text(full)) <= width:
        return (full,)
    return (_tabs(page, language, (page,)),)


def _tabs(open_page: Page, language: Language, named: Sequence[Page]) -> Line:
    spans = [Span(text("stats.title", language), Style.STRONG)]
    for number, page in enumerate(PAGES, start=1):
        name = f" {text(f'stats.page.{page}', language)}" if page in named else ""
        sign = _OPEN if page is open_page else _CLOSED
        style = Style.ACCENT if page is open_page else Style.MUTED
        spans += [Span(_BETWEEN[1:]), Span(f"{sign}{number}{name}", style)]
    return tuple(spans)
