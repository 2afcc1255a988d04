"""A paper follows its plan: exact counts, groups whole, the same for the same seed."""

from collections import Counter

import pytest

from quizdeck.banks.blueprints import Area, Blueprint, SectionPlan
from quizdeck.errors import UsageError
from quizdeck.study.composing import composed
from quizdeck.study.paper import Block
from quizdeck.text import same_in_both

SIZES = (1, 1, 1, 3, 4)


def pool(count: int = 60) -> list[Block]:
    areas = tuple(Area)
    return [
        Block(
            name=f"q{i:03}",
            items=tuple(f"q{i:03}#{part}" for part in range(SIZES[i % len(SIZES)])),
            area=areas[i % 3],
            topic=("adam", "momentum")[i % 2],
            level=1 + i % 4,
            unsuitable=int(i % 7 == 0),
        )
        for i in range(count)
    ]


def plan(*sections: tuple[int, tuple[Area, ...]], unsuitable: int | None = None) -> Blueprint:
    made = tuple(SectionPlan(same_in_both("s"), parts, areas) for parts, areas in sections)
    return Blueprint("p", same_in_both("p"), same_in_both("n"), 14, made, unsuitable)


PLAN = plan((4, (Area.FORMULA,)), (6, (Area.CODE, Area.NUMERIC)), (2, (Area.FORMULA,)))


@pytest.mark.parametrize("seed", range(200))
def test_every_section_has_its_parts_and_every_group_is_whole(seed: int) -> None:
    slots = composed(PLAN, pool(), seed=seed)
    assert Counter(slot.section for slot in slots) == {0: 4, 1: 6, 2: 2}
    assert len({slot.item for slot in slots}) == len(slots)
    blocks = {block.name: block for block in pool()}
    for name in {slot.question for slot in slots}:
        places = [i for i, slot in enumerate(slots) if slot.question == name]
        assert tuple(slots[i].item for i in places) == blocks[name].items
        assert places == list(range(places[0], places[0] + len(places)))
    for slot in slots:
        assert slot.area in PLAN.sections[slot.section].areas


def test_the_same_seed_gives_the_same_paper_whatever_order_the_questions_come_in() -> None:
    papers = {composed(PLAN, blocks, seed=7) for blocks in (pool(), pool()[::-1])}
    assert len(papers) == 1
    assert composed(PLAN, pool(), seed=8) not in papers


def test_what_was_answered_lately_comes_only_where_nothing_else_is_left() -> None:
    recent = {item for block in pool()[:30] for item in block.items}
    slots = composed(PLAN, pool(), seed=1, recent=recent)
    assert not recent & {slot.item for slot in slots}
    every = {item for block in pool() for item in block.items}
    assert len(composed(PLAN, pool(), seed=1, recent=every)) == 12


def test_enough_of_the_paper_asks_for_the_unsuitable() -> None:
    wanted = plan((8, tuple(Area)), (8, tuple(Area)), unsuitable=4)
    blocks = {block.name: block for block in pool()}
    for seed in range(50):
        names = {slot.question for slot in composed(wanted, pool(), seed=seed)}
        assert sum(blocks[name].unsuitable for name in names) >= 4


def test_a_section_that_cannot_be_filled_says_which_and_how_many_are_missing() -> None:
    with pytest.raises(UsageError) as refusal:
        composed(plan((3, (Area.FORMULA,)), (9, (Area.NOTATION,))), pool(), seed=1)
    assert refusal.value.key == "mock.unfillable"
    assert refusal.value.details["section"] == 2
    assert refusal.value.details["missing"] == 9
