"""The paper of a mock quiz, composed by its plan."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizdeck.banks.blueprints import Area, Blueprint, SectionPlan
from quizdeck.banks.question import Choose, Part, Question, QuestionKind
from quizdeck.errors import UsageError
from quizdeck.problems.skill import Skill
from quizdeck.problems.stream import Stream


@dataclass(frozen=True, slots=True)
class Slot:
    """One 小問 of a paper; those with the same ``question`` belong together."""

    section: int
    question: str
    item: str
    area: Area


@dataclass(frozen=True, slots=True)
class Block:
    """What goes into a paper as a whole: a question with all its parts, or a numeric skill."""

    name: str
    items: tuple[str, ...]
    area: Area
    topic: str
    level: int
    unsuitable: int = 0


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
    """Return a question as a paper can hold it; None where a part is not one choice of several."""
    if not all(_is_one_choice(part) for part in question.parts):
        return None
    return Block(
        question.id,
        tuple(part.id for part in question.parts),
        area_of(question),
        question.topic or question.bank,
        question.level,
        sum(part.is_unsuitable for part in question.parts),
    )


def block_of_skill(skill: Skill, topic: str) -> Block:
    """Return a numeric skill, to be asked with options."""
    return Block(skill.id, (skill.id,), Area.NUMERIC, topic, skill.level)


def composed(
    blueprint: Blueprint, blocks: Sequence[Block], *, seed: int, recent: Collection[str] = ()
) -> tuple[Slot, ...]:
    """Return the paper of ``seed``: the same for the same blocks, whatever order they come in.

    What is in ``recent`` comes only where nothing else is left. Raises ``UsageError`` naming the
    section that cannot be filled and how many 小問 are missing.
    """
    stream = Stream("mock", blueprint.id, seed)
    shuffled = stream.shuffled(sorted(blocks, key=lambda block: block.name))
    in_order = sorted(shuffled, key=lambda block: any(item in recent for item in block.items))
    taken: set[str] = set()
    slots: list[Slot] = []
    wanted = blueprint.unsuitable
    for number, section in enumerate(blueprint.sections):
        pool = [b for b in in_order if b.name not in taken and _suits(b, section)]
        # what asks for the unsuitable goes first until there is enough of it
        pool.sort(key=lambda block: not (wanted > 0 and block.unsuitable))
        chosen = _filled(pool, section.parts)
        missing = section.parts - sum(len(block.items) for block in chosen)
        if missing:
            raise UsageError("mock.unfillable", section=number + 1, missing=missing)
        wanted -= sum(block.unsuitable for block in chosen)
        taken |= {block.name for block in chosen}
        for block in stream.shuffled(chosen):
            slots += [Slot(number, block.name, item, block.area) for item in block.items]
    return tuple(slots)


def _is_one_choice(part: Part) -> bool:
    return isinstance(part.task, Choose) and not part.task.takes_all


def _suits(block: Block, section: SectionPlan) -> bool:
    return (
        block.area in section.areas
        and (not section.topics or block.topic in section.topics)
        and (not section.levels or block.level in section.levels)
        and len(block.items) <= section.parts
    )


def _filled(pool: Iterable[Block], parts: int) -> list[Block]:
    """Return the first blocks that make exactly ``parts``, or as near below it as they can."""
    best: dict[int, list[Block]] = {0: []}
    for block in pool:
        for count, chosen in sorted(best.items(), reverse=True):
            total = count + len(block.items)
            if total <= parts and total not in best:
                best[total] = [*chosen, block]
        if parts in best:
            break
    return best[max(best)]


def blocks_until_filled(
    blueprint: Blueprint, names: Iterable[str], block_of_name: Callable[[str], Block | None]
) -> Iterator[Block]:
    """Yield blocks, reading no more of them than give every section plenty to choose from."""
    plenty = {i: 3 * section.parts for i, section in enumerate(blueprint.sections)}
    for name in names:
        block = block_of_name(name)
        if block is None:
            continue
        suited = [i for i, section in enumerate(blueprint.sections) if _suits(block, section)]
        if any(plenty[i] > 0 for i in suited):
            yield block
            for i in suited:
                plenty[i] -= len(block.items)
        if all(left <= 0 for left in plenty.values()):
            return
