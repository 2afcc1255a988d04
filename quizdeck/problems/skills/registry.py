"""Every skill, in teaching order."""

from difflib import get_close_matches

from quizdeck.errors import UsageError
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills import (
    adadelta,
    adagrad,
    adam,
    amsgrad,
    momentum,
    nesterov,
    puzzles,
    rmsprop,
    sgd,
    vector,
)

SKILLS: tuple[Skill, ...] = (
    *sgd.SKILLS,
    *momentum.SKILLS,
    *nesterov.SKILLS,
    *adagrad.SKILLS,
    *rmsprop.SKILLS,
    *vector.SKILLS,
    *adam.SKILLS,
    *amsgrad.SKILLS,
    *adadelta.SKILLS,
    *puzzles.SKILLS,
)
_MOST_NEAR = 5
_BY_ID = {skill.id: skill for skill in SKILLS}


def skill_by_id(id_: str) -> Skill:
    """Return the skill called ``id_``; raises ``UsageError`` for an unknown name."""
    if id_ not in _BY_ID:
        raise _unknown(id_)
    return _BY_ID[id_]


def skills_matching(prefix: str) -> tuple[Skill, ...]:
    """Return the skills called ``prefix`` or below it: ``adam``, ``adam.v`` or ``adam.v.2``.

    Raises ``UsageError`` where there is none.
    """
    found = tuple(s for s in SKILLS if s.id == prefix or s.id.startswith(f"{prefix}."))
    if not found:
        raise _unknown(prefix)
    return found


def _unknown(name: str) -> UsageError:
    """Return the error that names what was perhaps meant, else the families there are."""
    parts = [skill.id.split(".") for skill in SKILLS]
    known = {".".join(words[:end]) for words in parts for end in range(1, len(words) + 1)}
    near = get_close_matches(name, sorted(known), n=_MOST_NEAR)
    families = dict.fromkeys(words[0] for words in parts)
    return UsageError("usage.unknown_skill", skill=name, near=", ".join(near or families))
