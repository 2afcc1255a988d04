"""What to practise first when a skill keeps failing."""

from collections.abc import Iterable, Iterator, Sequence

from quizdeck.expressions.tree import names_in
from quizdeck.optimizers.method import Method
from quizdeck.problems.skill import Skill


def groundwork(skill: Skill, skills: Sequence[Skill]) -> tuple[Skill, ...]:
    """Return the skills that ``skill`` stands on, the nearest first.

    They are the quantities that its equation reads, no harder, then the same at a lower level.
    """
    return tuple(dict.fromkeys((*_read_by(skill, skills), *_easier(skill, skills))))


def _read_by(skill: Skill, skills: Sequence[Skill]) -> Iterator[Skill]:
    method = skill.method
    lines = [line for line in method.steps if line.target == skill.quantity]
    read = {name for line in lines for name in names_in(line.expression)} - {skill.quantity}
    for quantity in method.quantities:
        if quantity in read:
            asking = [s for s in skills if s.quantity == quantity and _asks_plainly(s)]
            alike = [s for s in asking if _computes_alike(s.method, method, quantity)]
            yield from _highest(s for s in alike if s.level <= skill.level)


def _asks_plainly(skill: Skill) -> bool:
    return not skill.stem or skill.stem.endswith(f".{skill.quantity}")


def _computes_alike(one: Method, other: Method, quantity: str) -> bool:
    return one is other or (
        one.family == other.family
        and one.initial == other.initial
        and one.needed_for(quantity) == other.needed_for(quantity)
    )


def _highest(skills: Iterable[Skill]) -> tuple[Skill, ...]:
    return tuple(sorted(skills, key=lambda skill: skill.level)[-1:])


def _easier(skill: Skill, skills: Sequence[Skill]) -> tuple[Skill, ...]:
    stem = skill.id.rpartition(".")[0]
    return _highest(s for s in skills if s.id.rpartition(".")[0] == stem and s.level < skill.level)
