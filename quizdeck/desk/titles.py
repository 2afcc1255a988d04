"""Short names of items, for lists of them."""

from collections.abc import Iterable

from quizdeck.desk.deck import Deck
from quizdeck.present.summary import item_title
from quizdeck.text import Language


def titles_of(items: Iterable[str], deck: Deck, language: Language) -> tuple[str, ...]:
    """Return where each item belongs and how it begins."""
    return tuple(title_of(item, deck, language) for item in items)


def title_of(item: str, deck: Deck, language: Language) -> str:
    """Return where an item belongs and how it begins."""
    prompt = deck.prompt_of(item)
    return item_title(item, prompt.in_language(language) if prompt else None, language)
