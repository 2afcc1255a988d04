"""Everything that can be asked: the parts of the banks and the numeric skills."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizdeck.banks.question import Bank, Part, Question
from quizdeck.errors import ProblemError, UsageError
from quizdeck.problems.problem import build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import SKILLS
from quizdeck.problems.stream import Stream
from quizdeck.study.exercise import ChoiceExercise, Exercise, NumericExercise
from quizdeck.study.queue import Candidate
from quizdeck.study.records import Json, Record
from quizdeck.study.topics import topic_of
from quizdeck.text import Localized

_SEEDS = 1_000_000
_MOST_TRIES = 20


@dataclass(frozen=True)
class Deck:
    """The items that exist now."""

    banks: tuple[Bank, ...]
    skills: tuple[Skill, ...] = SKILLS

    @cached_property
    def parts(self) -> Mapping[str, tuple[Question, Part]]:
        """Return every part of every question by its item id."""
        return {
            part.id: (question, part)
            for bank in self.banks
            for question in bank.questions
            for part in question.parts
        }

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return every item, authored ones in bank order, then skills in teaching order."""
        authored = (
            Candidate(part.id, question.bank, question.level, is_numeric=False)
            for question, part in self.parts.values()
        )
        numeric = (
            Candidate(
                skill.id,
                topic_of(skill.id),
                skill.level,
                is_numeric=True,
                is_advanced=skill.method.is_advanced,
            )
            for skill in self.skills
        )
        return (*authored, *numeric)

    def about(self, topic: str | None) -> tuple[Candidate, ...]:
        """Return the items of one topic, or all; raises ``UsageError`` for an unknown topic."""
        if topic is None:
            return self.candidates
        found = tuple(c for c in self.candidates if c.topic == topic)
        if not found:
            known = ", ".join(sorted({c.topic for c in self.candidates}))
            raise UsageError("usage.unknown_topic", topic=topic, known=known)
        return found

    def prompt_of(self, item: str) -> Localized | None:
        """Return the prompt of an authored item; a skill has none until numbers are drawn."""
        found = self.parts.get(item)
        return found[0].prompt if found else None

    def drawn(
        self, item: str, identity: str, *, recent: Sequence[Mapping[str, Json]] = ()
    ) -> Exercise | None:
        """Return ``item`` ready to be shown, the same for the same ``identity``.

        A skill draws other numbers than those ``recent`` snapshots hold, as far as it has others.
        None if the item does not exist.
        """
        if item in self.parts:
            question, part = self.parts[item]
            order = Stream("options", identity).shuffled(range(len(part.options)))
            return ChoiceExercise(question, part, order)
        skill = next((s for s in self.skills if s.id == item), None)
        return None if skill is None else _drawn(skill, identity, recent)

    def as_shown(self, record: Record) -> Exercise | None:
        """Return what a ``shown`` record showed, or None if it is not the same any more."""
        payload, item = record.payload, record.item or ""
        if item in self.parts:
            question, part = self.parts[item]
            order = payload.get("order")
            if payload.get("revision") != part.revision or not isinstance(order, list):
                return None
            return ChoiceExercise(question, part, tuple(int(str(place)) for place in order))
        skill = next((s for s in self.skills if s.id == item), None)
        seed = str(payload.get("variant", "")).rpartition("@")[2]
        if skill is None or payload.get("version") != skill.version or not seed.isdecimal():
            return None
        return NumericExercise(build(skill, int(seed)))


def _drawn(
    skill: Skill, identity: str, recent: Sequence[Mapping[str, Json]]
) -> NumericExercise | None:
    stream = Stream("variant", skill.id, identity)
    stale = [snapshot.get("given") for snapshot in recent]
    drawn = None
    for _ in range(_MOST_TRIES):
        try:
            drawn = NumericExercise(build(skill, stream.below(_SEEDS)))
        except ProblemError:
            continue
        if drawn.snapshot()["given"] not in stale:
            break
    return drawn
