"""Looking for items: the same are found on a shelf and among loaded banks, a page at a time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.banks.library import load_banks, shipped_banks
from quizdeck.banks.searching import Search, words_in
from quizdeck.banks.shelf import Shelf
from quizdeck.desk.questions import BankQuestions, Questions, ShelfQuestions
from quizdeck.study.topics import TOPICS
from tests.banks.small_banks import question, settle, written

KINDS = Path(__file__).with_name("kinds.yaml")
PATHS = (shipped_banks()[0] / "adagrad.yaml", KINDS)


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    shelf = Shelf(PATHS, None, topics=TOPICS)
    yield shelf
    shelf.close()


@pytest.fixture(scope="module")
def both(shelf: Shelf) -> tuple[Questions, Questions]:
    return ShelfQuestions(shelf), BankQuestions(load_banks(PATHS).banks)


def found(questions: Questions, search: Search) -> list[str]:
    count = questions.count(search)
    listed = questions.listed(search, 0, count + 1)
    assert len(listed) == count
    return [each.name for each in listed]


def test_everything_is_found_without_a_word(both: tuple[Questions, Questions]) -> None:
    on_shelf, loaded = both
    assert found(on_shelf, Search()) == found(loaded, Search())
    assert set(found(loaded, Search())) == set(loaded.parts)


@given(st.data())
def test_a_shelf_and_loaded_banks_find_the_same(
    both: tuple[Questions, Questions], data: st.DataObject
) -> None:
    on_shelf, loaded = both
    items = sorted(loaded.parts)
    some = st.frozensets(st.sampled_from(items), max_size=30)
    search = Search(
        words=tuple(data.draw(st.lists(st.sampled_from(["h", "累積", "adagrad", "%", "_"])))),
        topic=data.draw(st.sampled_from([None, "adagrad", "kinds", "none"])),
        level=data.draw(st.sampled_from([None, 1, 2, 3])),
        among=data.draw(st.none() | some),
        without=data.draw(some),
    )
    assert found(on_shelf, search) == found(loaded, search)


def test_pages_together_are_the_whole(both: tuple[Questions, Questions]) -> None:
    for questions in both:
        whole = found(questions, Search())
        pages = [questions.listed(Search(), start, 7) for start in range(0, len(whole), 7)]
        assert [each.name for page in pages for each in page] == whole
        assert not questions.listed(Search(), len(whole), 7)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("　", ()),
        ("ＡｄａＧｒａｄ　ｈ", ("adagrad", "h")),
        ("バイアス\t補正", ("バイアス", "補正")),
        ("ﾊﾞｲｱｽ", ("バイアス",)),
        ("100%", ("100%",)),
    ],
)
def test_width_and_case_make_no_difference(typed: str, words: tuple[str, ...]) -> None:
    assert words_in(typed) == words


def test_ids_tags_and_both_languages_are_searched(shelf: Shelf) -> None:
    (part,) = [item for item in shelf if item.startswith("kinds/")][:1]
    assert part in found(ShelfQuestions(shelf), Search(words_in(part.upper())))


def test_what_changes_in_a_file_changes_what_is_found(tmp_path: Path) -> None:
    bank = written(tmp_path / "own.yaml", question("own/a"), question("own/b"))
    shelf = Shelf((tmp_path,), tmp_path / "index.db", topics=TOPICS)
    questions = ShelfQuestions(shelf)
    assert found(questions, Search(("own/b",))) == ["own/b"]
    bank.write_text(bank.read_text("utf-8").replace("own/b", "own/c"), encoding="utf-8")
    settle(bank)
    assert shelf.refresh()
    assert found(questions, Search(("own/b",))) == []
    assert found(questions, Search(("own/c",))) == ["own/c"]
    bank.unlink()
    assert shelf.refresh()
    assert found(questions, Search()) == []
    shelf.close()
