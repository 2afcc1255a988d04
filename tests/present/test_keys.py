"""One table of keys: what the screens offer and what the README says both come from it."""

from collections import Counter
from pathlib import Path

import pytest

from quizdeck.language.catalogue import CATALOGUE
from quizdeck.present.key_tables import readme_table
from quizdeck.present.keys import KEYS, Place
from quizdeck.text import Language

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("language", list(Language))
def test_the_readme_holds_the_table(language: Language) -> None:
    readme = README.read_text("utf-8")
    begin, end = f"<!-- keys {language} -->\n", "\n<!-- end of keys -->"
    assert readme.partition(begin)[2].partition(end)[0] == readme_table(language)


@pytest.mark.parametrize("place", list(Place))
def test_every_key_has_words_and_does_one_thing(place: Place) -> None:
    keys = KEYS[place]
    names = Counter(name for key in keys for name in key.names.split(","))
    assert [name for name, count in names.items() if count > 1] == []
    assert {key.word for key in keys} | {key.meaning for key in keys} <= CATALOGUE.keys()
    assert all(key.shown and key.action for key in keys)
