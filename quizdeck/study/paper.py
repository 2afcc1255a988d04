"""What a mock quiz is made of: questions as wholes, and where each of their 小問 stands."""

import re
from dataclasses import dataclass

from quizdeck.banks.blueprints import Area
from quizdeck.banks.question import Choose, Part, Question, QuestionKind
from quizdeck.problems.skill import Skill
from quizdeck.study.beyond_exam import is_beyond_exam

_BLANK = re.compile("空欄|（[あ-こア-コ]）")


@dataclass(frozen=True, slots=True)
class Slot:
    """One 小問 of a paper; those with the same ``question`` belong together."""

    section: int
    question: str
    item: str
    area: Area


@dataclass(frozen=True, slots=True)
class Block:
    """What goes into a paper as a whole: a question with all its parts, or a numeric skill.

    ``unsuitable`` of the parts ask for what does not hold, ``blanks`` for what fills a blank.
    """

    name: str
    items: tuple[str, ...]
    area: Area
    topic: str
    level: int
    unsuitable: int = 0
    blanks: int = 0


def area_of(question: Question) -> Area:
    """Return the area that a question is counted under."""
    if question.kind is QuestionKind.CODE or "code" in question.tags:
        return Area.CODE
    for tag, area in (
        ("notation", Area.NOTATION),
        ("numeric", Area.NUMERIC),
        ("formula", Area.FORMULA),
    ):
        if tag in question.tags:
            return area
    return Area.CONCEPT


def block_of(question: Question) -> Block | None:
    """Return a question as a paper can hold it.

    None where a part is not one choice of several, or where the question goes beyond the exam.
    """
    if not all(map(_is_one_choice, question.parts)) or is_beyond_exam(question):
        return None
    return Block(
        question.id,
        tuple(part.id for part in question.parts),
        area_of(question),
        question.topic or question.bank,
        question.level,
        sum(part.is_unsuitable for part in question.parts),
        sum(_is_blank(question, part) for part in question.parts),
    )


def block_of_skill(skill: Skill, topic: str) -> Block:
    """Return a numeric skill, to be asked with options."""
    return Block(skill.id, (skill.id,), Area.NUMERIC, topic, skill.level)


def _is_one_choice(part: Part) -> bool:
    return isinstance(part.task, Choose) and not part.task.takes_all


def _is_blank(question: Question, part: Part) -> bool:
    """Return whether a part asks for what fills a blank; a group's passage may hold several."""
    said = [part.prompt, question.prompt if len(question.parts) == 1 else None]
    return part.mark is not None or any(_BLANK.search(text.ja) for text in said if text)
