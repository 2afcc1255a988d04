"""Whether banks hold enough to fill the plans of mock quizzes."""

from collections.abc import Iterator, Sequence

from quizdeck.banks.blueprints import Blueprint
from quizdeck.banks.question import Bank, Finding
from quizdeck.problems.skill import Skill
from quizdeck.study.beyond_exam import is_skill_beyond_exam
from quizdeck.study.composing import filled, suits
from quizdeck.study.paper import Block, block_of, block_of_skill
from quizdeck.study.topics import topic_of


def blocks_of(banks: Sequence[Bank], skills: Sequence[Skill]) -> tuple[Block, ...]:
    """Return everything that a paper can be made of."""
    authored = (block_of(question) for bank in banks for question in bank.questions)
    numeric = (
        block_of_skill(skill, topic_of(skill.id))
        for skill in skills
        if not is_skill_beyond_exam(skill)
    )
    return (*(block for block in authored if block is not None), *numeric)


def plan_findings(plan: Blueprint, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Yield which sections lack how many 小問, and which kind of them there is too few of."""
    _, missing = filled(plan, blocks)
    for number, (section, count) in enumerate(zip(plan.sections, missing, strict=True), start=1):
        if count:
            details = {"section": number, "missing": count}
            yield Finding(section.place, "mock.unfillable", details)
    usable = [b for b in blocks if any(suits(b, section) for section in plan.sections)]
    kinds = (
        ("mock.few_unsuitable", plan.unsuitable, sum(block.unsuitable for block in usable)),
        ("mock.few_blanks", plan.blanks, sum(block.blanks for block in usable)),
    )
    for key, wanted, count in kinds:
        if wanted is not None and count < wanted:
            yield Finding(plan.place, key, {"wanted": wanted, "count": count})
