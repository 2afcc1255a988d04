"""Authored questions as values, and the findings that reading them can find."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256

from quizdeck.text import Localized


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an author has to mend: a catalogue ``key`` and what fills its placeholders."""

    place: Place
    key: str
    details: Mapping[str, object] = field(default_factory=dict, hash=False)


class QuestionKind(StrEnum):
    """How a question asks."""

    CHOICE = "choice"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose from, and why it is right or wrong."""

    text: Localized
    is_correct: bool
    why: Localized


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked, and so one item to schedule.

    ``mark`` is the kana of a code blank. ``is_unsuitable`` asks for the option that does *not*
    hold. ``revision`` changes with anything shown; ``answer_revision`` only with the key.
    """

    id: str
    mark: str | None
    prompt: Localized | None
    options: tuple[Option, ...]
    explanation: Localized
    is_unsuitable: bool
    revision: str
    answer_revision: str
    place: Place


@dataclass(frozen=True, slots=True)
class Question:
    """One authored item with a permanent ``id``.

    A choice question has one part, whose id is the question's own; a code question has one part
    a blank, with the id ``<question id>#<blank id>``. ``listing`` holds blanks as ``{{あ}}``.
    """

    id: str
    kind: QuestionKind
    bank: str
    level: int
    tags: tuple[str, ...]
    prompt: Localized
    listing: str | None
    parts: tuple[Part, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Bank:
    """The readable questions of one file; there is always at least one."""

    name: str
    title: Localized
    questions: tuple[Question, ...]
    place: Place


def digest(content: object) -> str:
    """Return 12 hexadecimal digits of SHA-256 over the canonical JSON of ``content``."""
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(canonical.encode()).hexdigest()[:12]


def revised(part: Part, prompt: Localized, listing: str | None) -> Part:
    """Fill in the digests: of everything shown, and of the key alone."""
    options = [[o.text.ja, o.text.en, o.is_correct, o.why.ja, o.why.en] for o in part.options]
    own_prompt = [part.prompt.ja, part.prompt.en] if part.prompt else None
    shown = [
        [prompt.ja, prompt.en, listing, part.mark, own_prompt, part.is_unsuitable],
        options,
        [part.explanation.ja, part.explanation.en],
    ]
    key = sorted([o.text.ja, o.text.en] for o in part.options if o.is_correct)
    return replace(part, revision=digest(shown), answer_revision=digest(key))
