"""The paper of a mock quiz, composed by its plan."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from quizdeck.banks.blueprints import Blueprint, SectionPlan
from quizdeck.errors import UsageError
from quizdeck.problems.stream import Stream
from quizdeck.study.paper import Block, Slot

_PLENTY = 4  # times as many as a paper holds leave something to choose from
_TRIES = 60  # of which the nearest to the plan is taken


def composed(
    plan: Blueprint, blocks: Sequence[Block], *, seed: int, recent: Collection[str] = ()
) -> tuple[Slot, ...]:
    """Return the paper of ``seed``: the same for the same blocks, whatever order they come in.

    Its unsuitable and blank 小問 are as many as planned, as nearly as the blocks allow. What is in
    ``recent`` comes only where nothing else will do. Raises ``UsageError`` naming the section that
    cannot be filled and how many 小問 are missing.
    """
    best: list[list[Block]] = []
    for number in range(_TRIES):
        stream = Stream("mock", plan.id, seed, number)
        sections = _tried(plan, _in_order(blocks, stream, recent))
        if not best or _distance(plan, *_counts(sections)) < _distance(plan, *_counts(best)):
            best = sections
        if not _distance(plan, *_counts(best)):
            break
    stream = Stream("mock-order", plan.id, seed)
    return tuple(
        Slot(number, block.name, item, block.area)
        for number, chosen in enumerate(best)
        for block in stream.shuffled(chosen)
        for item in block.items
    )


def _in_order(blocks: Sequence[Block], stream: Stream, recent: Collection[str]) -> Sequence[Block]:
    """Return blocks in a random order, every 小問 as likely as any other, recent ones last."""
    owners = {item: block for block in blocks for item in block.items}
    shuffled = stream.shuffled(sorted(owners))
    in_order = {owners[item].name: owners[item] for item in shuffled}
    return sorted(in_order.values(), key=lambda b: any(item in recent for item in b.items))


def _tried(plan: Blueprint, in_order: Sequence[Block]) -> list[list[Block]]:
    sections, missing = filled(plan, in_order)
    for number, count in enumerate(missing, start=1):
        if count:
            raise UsageError("mock.unfillable", section=number, missing=count)
    _balance(plan, sections, in_order)
    return sections


def filled(plan: Blueprint, blocks: Sequence[Block]) -> tuple[list[list[Block]], list[int]]:
    """Return the first blocks that fill every section, and how many 小問 each of them lacks.

    The sections with the least to choose from are filled first.
    """
    suited = [[b for b in blocks if suits(b, section)] for section in plan.sections]
    spare = [
        sum(len(block.items) for block in pool) - section.parts
        for pool, section in zip(suited, plan.sections, strict=True)
    ]
    chosen: list[list[Block]] = [[] for _ in plan.sections]
    taken: set[str] = set()
    for number in sorted(range(len(suited)), key=spare.__getitem__):
        pool = [block for block in suited[number] if block.name not in taken]
        chosen[number] = _first_that_fit(pool, plan.sections[number].parts)
        taken |= {block.name for block in chosen[number]}
    missing = [
        section.parts - sum(len(block.items) for block in own)
        for section, own in zip(plan.sections, chosen, strict=True)
    ]
    return chosen, missing


def suits(block: Block, section: SectionPlan) -> bool:
    """Return whether a section may hold a block."""
    return (
        block.area in section.areas
        and (not section.topics or block.topic in section.topics)
        and (not section.levels or block.level in section.levels)
        and len(block.items) <= section.parts
    )


def _first_that_fit(pool: Iterable[Block], parts: int) -> list[Block]:
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


def _balance(plan: Blueprint, sections: list[list[Block]], in_order: Sequence[Block]) -> None:
    """Exchange blocks for others of their size while that brings the paper nearer to its plan."""
    unsuitable, blanks = _counts(sections)
    taken = {block.name for section in sections for block in section}
    while distance := _distance(plan, unsuitable, blanks):
        free = [block for block in in_order if block.name not in taken]
        for new, old, section in _exchanges(plan, sections, free):
            unsuitable_then = unsuitable + new.unsuitable - old.unsuitable
            blanks_then = blanks + new.blanks - old.blanks
            if _distance(plan, unsuitable_then, blanks_then) < distance:
                section[section.index(old)] = new
                taken = taken - {old.name} | {new.name}
                unsuitable, blanks = unsuitable_then, blanks_then
                break
        else:
            return


def _exchanges(
    plan: Blueprint, sections: Sequence[list[Block]], free: Sequence[Block]
) -> Iterator[tuple[Block, Block, list[Block]]]:
    for new in free:
        for section_plan, section in zip(plan.sections, sections, strict=True):
            if suits(new, section_plan):
                yield from ((new, old, section) for old in section if _is_as_large(old, new))


def _is_as_large(one: Block, other: Block) -> bool:
    return len(one.items) == len(other.items)


def _counts(sections: Sequence[Sequence[Block]]) -> tuple[int, int]:
    every = [block for section in sections for block in section]
    return sum(block.unsuitable for block in every), sum(block.blanks for block in every)


def _distance(plan: Blueprint, unsuitable: int, blanks: int) -> int:
    """Return how many 小問 of a kind too many or too few there are; what is not planned is free."""
    return sum(
        abs(count - wanted)
        for count, wanted in ((unsuitable, plan.unsuitable), (blanks, plan.blanks))
        if wanted is not None
    )


def plenty(
    plan: Blueprint, names: Iterable[str], block_of_name: Callable[[str], Block | None]
) -> Iterator[Block]:
    """Yield blocks, reading no more of them than leave every section plenty to choose from.

    So many single questions that every section can be filled whatever the others take.
    """
    sections = plan.sections
    singles = [
        sum(other.parts for other in sections if set(other.areas) & set(section.areas))
        for section in sections
    ]
    parts = [_PLENTY * section.parts for section in sections]
    unsuitable, blanks = _PLENTY * (plan.unsuitable or 0), _PLENTY * (plan.blanks or 0)
    for name in names:
        block = block_of_name(name)
        suited = [i for i, s in enumerate(sections) if block is not None and suits(block, s)]
        if block is None or not suited:
            continue
        yield block
        for i in suited:
            parts[i] -= len(block.items)
            singles[i] -= len(block.items) == 1
        unsuitable, blanks = unsuitable - block.unsuitable, blanks - block.blanks
        if max(*parts, *singles, unsuitable, blanks) <= 0:
            return
