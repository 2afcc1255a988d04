"""Authored questions as values, and the findings that reading them can find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from quizdeck.expressions.exact import Value
from quizdeck.problems.precision import Precision
from quizdeck.text import Localized

if TYPE_CHECKING:
    # what is checked before a question is asked is not loaded to ask it
    from quizdeck.banks.claims import Claim
    from quizdeck.code_blanks.runs import Run


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
    """Something an author has to mend: a catalogue ``key`` and what fills its placeholders.

    What is only advice leaves the question usable.
    """

    place: Place
    key: str
    details: Mapping[str, object] = field(default_factory=dict, hash=False)
    is_advice: bool = False


class QuestionKind(StrEnum):
    """How a question asks."""

    CHOICE = "choice"
    CHOOSE_ALL = "choose-all"
    NUMERIC = "numeric"
    CODE = "code"
    ORDER = "order"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the author wrote it and its value."""

    text: str
    value: Value


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose from, and why it is right or wrong; ``slip`` is the wrong step in it."""

    text: Localized
    is_correct: bool
    why: Localized
    slip: str | None = None


@dataclass(frozen=True, slots=True)
class Choose:
    """Options of which one is right, or, if it ``takes_all``, any number of them."""

    options: tuple[Option, ...]
    takes_all: bool = False


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A wrong number that somebody arrives at, and why it is wrong."""

    value: Number
    why: Localized
    slip: str | None


@dataclass(frozen=True, slots=True)
class FixedNumber:
    """A number to work out and to type."""

    answer: Number
    precision: Precision
    wrong: tuple[WrongNumber, ...]


@dataclass(frozen=True, slots=True)
class DrawnNumber:
    """A problem that the engine makes: a skill, some of its numbers ``pinned``, and a ``seed``."""

    skill: str
    pins: tuple[tuple[str, Fraction], ...]
    seed: int | None


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line of code that somebody types, and why it is wrong."""

    text: str
    why: Localized
    slip: str | None


@dataclass(frozen=True, slots=True)
class TypedLine:
    """Code to type into a blank: whatever computes the same as ``answer`` is right."""

    answer: str
    wrong: tuple[WrongLine, ...]


@dataclass(frozen=True, slots=True)
class OrderedSteps:
    """Steps to put in order; those of one stage may stand in any order among themselves."""

    stages: tuple[tuple[Localized, ...], ...]

    @property
    def steps(self) -> tuple[Localized, ...]:
        """Return all steps in a right order."""
        return tuple(step for stage in self.stages for step in stage)


Task = Choose | FixedNumber | DrawnNumber | TypedLine | OrderedSteps


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked, and so one item to schedule.

    ``mark`` is the kana of a code blank. ``is_unsuitable`` asks for the option that does *not*
    hold. ``explanation`` is None where the engine's sheet explains. ``revision`` changes with
    anything shown; ``answer_revision`` only with the key.
    """

    id: str
    mark: str | None
    prompt: Localized | None
    task: Task
    explanation: Localized | None
    is_unsuitable: bool
    revision: str
    answer_revision: str
    place: Place

    @property
    def options(self) -> tuple[Option, ...]:
        """Return the options to choose from, none where something is typed."""
        return self.task.options if isinstance(self.task, Choose) else ()


@dataclass(frozen=True, slots=True)
class Question:
    """One authored item with a permanent ``id``.

    A code question has one part a blank, a group one a 小問, with the id ``<question>#<part>``; any
    other question has one part, whose id is the question's own. ``listing`` holds blanks as
    ``{{あ}}``. ``needs`` are items to know before, ``formerly`` ids that it had. ``run`` tells how
    its listing is executed by a check.
    """

    id: str
    kind: QuestionKind
    bank: str
    level: int
    tags: tuple[str, ...]
    prompt: Localized | None
    listing: str | None
    parts: tuple[Part, ...]
    place: Place
    topic: str = ""
    source: Localized | None = None
    needs: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    claims: "tuple[Claim, ...]" = ()
    run: "Run | None" = None


@dataclass(frozen=True, slots=True)
class Bank:
    """The readable questions of one file; there is always at least one."""

    name: str
    title: Localized
    questions: tuple[Question, ...]
    place: Place
