"""What goes beyond the exam and so never comes in a mock: 発展."""

import re
from collections.abc import Iterator

from quizdeck.banks.claims import FormulaIs
from quizdeck.banks.question import DrawnNumber, Question
from quizdeck.optimizers.registry import METHODS
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.text import Localized

LEVEL = 5  # of authors and skills alike: more than the exam asks

_ADVANCED = {method.id for method in METHODS if method.is_advanced}
_NAMES = {method.name.en.split(" ")[0] for method in METHODS if method.is_advanced}
_SUBJECTS = re.compile(
    "|".join([*map(re.escape, sorted(_NAMES)), "weight.decay", "重み減衰"]), re.IGNORECASE
)


def is_skill_beyond_exam(skill: Skill) -> bool:
    """Return whether a numeric skill is about a method, or of a level, that the exam has not."""
    return skill.method.is_advanced or skill.level >= LEVEL


def is_beyond_exam(question: Question) -> bool:
    """Return whether a question is: by its level, its topic, its claims, or what it asks about.

    A method named in a wrong option is no subject; the exam names some of them there too.
    """
    return (
        question.level >= LEVEL
        or bool(_SUBJECTS.fullmatch(question.topic))
        or any(_SUBJECTS.search(text) for text in _asked(question))
        or not _ADVANCED.isdisjoint(_methods_of_claims(question))
        or any(map(is_skill_beyond_exam, _skills(question)))
    )


def _asked(question: Question) -> Iterator[str]:
    prose: list[Localized | None] = [question.prompt]
    for part in question.parts:
        prose += [part.prompt, *(option.text for option in part.options if option.is_correct)]
    for text in prose:
        if text is not None:
            yield text.ja
            yield text.en or ""
    yield question.listing or ""


def _methods_of_claims(question: Question) -> Iterator[str]:
    for claim in question.claims:
        if not isinstance(claim, FormulaIs):
            yield claim.walk.method


def _skills(question: Question) -> Iterator[Skill]:
    for part in question.parts:
        if isinstance(part.task, DrawnNumber):
            yield skill_by_id(part.task.skill)
