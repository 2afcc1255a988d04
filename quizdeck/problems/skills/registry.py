"""Every skill, in teaching order, and every problem in several parts."""

from collections.abc import Iterable

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
from quizdeck.problems.skills.multiparts import multiparts

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
MULTIPARTS = multiparts({skill.id: skill for skill in SKILLS})
_PARTS = tuple(part for multipart in MULTIPARTS for part in multipart.parts)
_BY_ID = {skill.id: skill for skill in (*SKILLS, *_PARTS)}


def skill_by_id(id_: str) -> Skill:
    """Return the skill called ``id_``; raises ``UsageError`` for an unknown name."""
    skill = _BY_ID.get(id_) or one_step(id_)
    if skill is None:
        raise _unknown(id_)
    return skill


def one_step(id_: str) -> Skill | None:
    """Return the problem of one step whose id holds these numbers; None for any other name."""
    if "(" not in id_:
        return None
    # only the explorer makes such problems
    from quizdeck.problems.skills.one_step import step_skill_called  # noqa: PLC0415

    return step_skill_called(id_)


def skills_matching(prefix: str) -> tuple[Skill, ...]:
    """Return the skills called ``prefix`` or below it: ``adam``, ``adam.v`` or ``adam.v.2``.

    Parts of problems are found by names of theirs, such as ``adam.parts``. Raises ``UsageError``
    where there is none.
    """
    found = _below(prefix, SKILLS) or _below(prefix, _PARTS)
    if not found:
        raise _unknown(prefix)
    return found


def _below(prefix: str, skills: Iterable[Skill]) -> tuple[Skill, ...]:
    return tuple(s for s in skills if s.id == prefix or s.id.startswith(f"{prefix}."))


def _unknown(name: str) -> UsageError:
    """Return the error that names what was perhaps meant, else the families there are."""
    # only a name that is wrong needs the search
    from difflib import get_close_matches  # noqa: PLC0415

    parts = [id_.split(".") for id_ in _BY_ID]
    known = {".".join(words[:end]) for words in parts for end in range(1, len(words) + 1)}
    near = get_close_matches(name, sorted(known), n=_MOST_NEAR)
    families = dict.fromkeys(words[0] for words in parts)
    return UsageError("usage.unknown_skill", skill=name, near=", ".join(near or families))
