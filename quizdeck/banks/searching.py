"""What of the items of banks is listed and searched."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quizdeck.banks.question import Choose, OrderedSteps, Part, Question
from quizdeck.text import Localized, folded

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: items that hold every one of the ``words`` and pass every filter.

    ``among`` names the only items that are wanted, ``without`` those that are not.
    """

    words: tuple[str, ...] = ()
    topic: str | None = None
    level: int | None = None
    among: frozenset[str] | None = None
    without: frozenset[str] = frozenset()


class Listed(NamedTuple):
    """An item in a list; ``title`` is how its question begins, as written."""

    name: str
    topic: str
    level: int
    title: Localized


def words_in(typed: str) -> tuple[str, ...]:
    """Return the words to look for in what somebody typed, spaces of any kind between them."""
    return tuple(folded(typed).split())


def title_of(question: Question, part: Part) -> Localized:
    """Return how a question begins: its own prompt, else that of the part."""
    prompt = question.prompt or part.prompt or Localized(question.id, question.id)
    return Localized(_first_line(prompt.ja), _first_line(prompt.en))


def searched_text(question: Question, part: Part) -> str:
    """Return all that a search looks through, in both languages: id, topic, tags, what is asked."""
    words = [part.id, question.topic, question.bank, *question.tags]
    for text in _texts(question, part):
        words += text
    if question.listing:
        words.append(question.listing)
    return folded(" ".join(words))


def _texts(question: Question, part: Part) -> Iterator[Localized]:
    yield from (prompt for prompt in (question.prompt, part.prompt) if prompt is not None)
    match part.task:
        case Choose(options):
            yield from (option.text for option in options)
        case OrderedSteps() as task:
            yield from task.steps
        case _:
            pass


def passes(search: Search, listed: Listed, text: str) -> bool:
    """Return whether an item, with what is searched in it, is looked for."""
    return (
        search.topic in {None, listed.topic}
        and search.level in {None, listed.level}
        and (search.among is None or listed.name in search.among)
        and listed.name not in search.without
        and all(word in text for word in search.words)
    )


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0][:_LONGEST_TITLE] if lines else ""
