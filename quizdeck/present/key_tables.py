"""The keys in words: for the help of one screen, and for the README."""

from collections.abc import Iterator, Sequence

from quizdeck.language.catalogue import text
from quizdeck.present.blocks import Block, Gap, Paragraph
from quizdeck.present.keys import KEYS, Key, Place
from quizdeck.present.spans import Span, Style
from quizdeck.text import Language, cell_width

README_PLACES = (
    Place.HOME,
    Place.SESSION,
    Place.STATISTICS,
    Place.BROWSER,
    Place.ITEM,
    Place.NOTEBOOK,
    Place.SETTINGS,
    Place.MOCK,
    Place.MOCK_RESULT,
    Place.EXPLORER,
    Place.PATH_QUIZ,
    Place.EVERYWHERE,
)
_BETWEEN = {Language.JAPANESE: " ・ ", Language.ENGLISH: " · "}
_KEY_CELLS = 9

Labelled = tuple[str, str]


def key_rows(rows: Sequence[Labelled]) -> Iterator[Block]:
    """Yield a row for each key and its meaning, keys of the same meaning in one."""
    for shown, meaning in _joined(rows):
        room = " " * max(1, _KEY_CELLS - cell_width(shown))
        yield Paragraph((Span(meaning),), (Span("  "), Span(shown, Style.ACCENT), Span(room)))


def key_blocks(title: str, rows: Sequence[Labelled], language: Language) -> Iterator[Block]:
    """Yield a heading and the rows below it, nothing where there are none."""
    if rows:
        yield Paragraph((Span(text(title, language), Style.STRONG),))
        yield from key_rows(rows)
        yield Gap()


def readme_table(language: Language) -> str:
    """Return the keys as a table in Markdown, a row a screen."""
    header = (text("keys.screen", language), text("keys.keys", language))
    rows = [header, ("---", "---")]
    rows += [(text(f"place.{place}", language), _row(place, language)) for place in README_PLACES]
    return "\n".join(f"| {screen} | {keys} |" for screen, keys in rows)


def labelled(keys: Sequence[Key], language: Language) -> tuple[Labelled, ...]:
    """Return how each key is written and what it does."""
    return tuple((key.shown, text(key.meaning, language)) for key in keys)


def _row(place: Place, language: Language) -> str:
    joined = _joined(labelled(KEYS[place], language))
    return _BETWEEN[language].join(f"`{shown}` {meaning}" for shown, meaning in joined)


def _joined(rows: Sequence[Labelled]) -> Iterator[Labelled]:
    by_meaning: dict[str, list[str]] = {}
    for shown, meaning in rows:
        by_meaning.setdefault(meaning, []).append(shown)
    for meaning, keys in by_meaning.items():
        yield " ".join(dict.fromkeys(keys)), meaning
