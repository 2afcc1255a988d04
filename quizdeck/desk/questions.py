"""Authored items as the deck needs them, whether a few are at hand or very many on a shelf."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from quizdeck.banks.prerequisites import new_ids, prerequisites, question_of
from quizdeck.banks.question import Bank, Part, Question, QuestionKind
from quizdeck.banks.searching import Listed, Search, passes, searched_text, title_of
from quizdeck.banks.shelf import Shelf
from quizdeck.study.queue import Candidate, Placed, placed
from quizdeck.study.topics import TOPICS


class Questions(Protocol):
    """The parts of questions by item id; nothing but ``parts`` has to read any of them."""

    @property
    def parts(self) -> Mapping[str, tuple[Question, Part]]:
        """Return every part with its question."""

    def placed(self, topic: str | None) -> Iterable[Placed]:
        """Return all items, or those of one topic, in teaching order."""

    def topics(self) -> Collection[str]:
        """Return the topics of all items."""

    def topics_of(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return the topic of each of ``items`` that exists."""

    def present_names(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return what those of ``items`` are called today that were renamed."""

    def source_of(self, item: str) -> str | None:
        """Return the bank's name and, below it, the YAML of an item's question, where it is."""

    def place_of(self, item: str) -> tuple[Path, int] | None:
        """Return the file and the line where an item's question stands, if that is known."""

    def listed(self, search: Search, offset: int, limit: int) -> Sequence[Listed]:
        """Return a page of the items that are found, by topic and level."""

    def count(self, search: Search) -> int:
        """Return how many items are found."""


class ShelfQuestions:
    """The questions of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @property
    def parts(self) -> Mapping[str, tuple[Question, Part]]:
        """Return every part with its question, each loaded when it is taken."""
        return self._shelf

    def placed(self, topic: str | None) -> Iterator[Placed]:
        """Yield items as they are taken."""
        for name, its_topic, level, is_numeric, needs, turn in self._shelf.in_order(topic):
            yield Placed(Candidate(name, its_topic, level, is_numeric, needs=needs), turn)

    def topics(self) -> Collection[str]:
        """Return the topics of all items."""
        return self._shelf.topics()

    def topics_of(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return the topic of each of ``items`` that exists."""
        return self._shelf.topics_of(items)

    def present_names(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return what those of ``items`` are called today that were renamed."""
        return self._shelf.present_names(items)

    def source_of(self, item: str) -> str | None:
        """Return the bank's name and, below it, the YAML of an item's question."""
        return self._shelf.excerpt_of(item)

    def place_of(self, item: str) -> tuple[Path, int] | None:
        """Return the file and the line where an item's question stands."""
        return self._shelf.place_of(item)

    def listed(self, search: Search, offset: int, limit: int) -> Sequence[Listed]:
        """Return a page of the items that are found, by topic and level."""
        return self._shelf.listed(search, offset, limit)

    def count(self, search: Search) -> int:
        """Return how many items are found."""
        return self._shelf.count(search)


class BankQuestions:
    """The questions of loaded banks."""

    def __init__(self, banks: Sequence[Bank]) -> None:
        self._questions = {q.id: q for bank in banks for q in bank.questions}
        self.parts: Mapping[str, tuple[Question, Part]] = {
            part.id: (question, part)
            for question in self._questions.values()
            for part in question.parts
        }

    def placed(self, topic: str | None) -> Iterable[Placed]:
        """Return all items, or those of one topic, in teaching order."""
        return [each for each in self._placed if topic in {None, each.candidate.topic}]

    def topics(self) -> Collection[str]:
        """Return the topics of all items."""
        return {question.topic for question in self._questions.values()}

    def topics_of(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return the topic of each of ``items`` that exists."""
        return {item: self.parts[item][0].topic for item in items if item in self.parts}

    def present_names(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return what those of ``items`` are called today that were renamed."""
        return {item: self._new_ids[item] for item in items if item in self._new_ids}

    def source_of(self, _item: str) -> str | None:
        """Return None: the text of loaded banks is not kept."""
        return None

    def place_of(self, _item: str) -> tuple[Path, int] | None:
        """Return None: where loaded banks lie is not known."""
        return None

    def listed(self, search: Search, offset: int, limit: int) -> Sequence[Listed]:
        """Return a page of the items that are found, by topic and level."""
        return [each for each, text in self._listed if passes(search, each, text)][offset:][:limit]

    def count(self, search: Search) -> int:
        """Return how many items are found."""
        return sum(passes(search, each, text) for each, text in self._listed)

    @cached_property
    def _listed(self) -> Sequence[tuple[Listed, str]]:
        listed = [
            (
                Listed(item, question.topic, question.level, title_of(question, part)),
                searched_text(question, part),
            )
            for item, (question, part) in self.parts.items()
        ]
        return sorted(listed, key=lambda each: (*_place(each[0].topic), each[0].level))

    @cached_property
    def _placed(self) -> tuple[Placed, ...]:
        named = {question.id: question.needs for question in self._questions.values()}
        needs = prerequisites(named, self._items_called)
        return placed(
            Candidate(
                item,
                question.topic,
                question.level,
                is_numeric=question.kind is QuestionKind.NUMERIC,
                needs=needs[question.id],
            )
            for item, (question, _) in self.parts.items()
        )

    @cached_property
    def _new_ids(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for question in self._questions.values():
            items = [part.id for part in question.parts]
            for former in question.formerly:
                for old, new in new_ids(former, question.id, items).items():
                    if old not in self.parts:
                        found.setdefault(old, new)
        return found

    def _items_called(self, name: str) -> Sequence[str]:
        if name in self.parts:
            return [name]
        if name in self._questions:
            return [part.id for part in self._questions[name].parts]
        return [new for old, new in self._new_ids.items() if name in {old, question_of(old)}]


def _place(topic: str) -> tuple[int, str]:
    return (TOPICS.index(topic) if topic in TOPICS else len(TOPICS)), topic
