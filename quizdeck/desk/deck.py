"""Everything that can be asked: the parts of the banks and the numeric skills."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from quizdeck.banks.question import (
    Bank,
    Choose,
    DrawnNumber,
    FixedNumber,
    OrderedSteps,
    Part,
    Question,
    TypedLine,
)
from quizdeck.banks.shelf import Shelf
from quizdeck.desk.questions import BankQuestions, Questions, ShelfQuestions
from quizdeck.errors import ProblemError, UsageError
from quizdeck.problems.groundwork import groundwork
from quizdeck.problems.multipart import Multipart
from quizdeck.problems.options import options_of
from quizdeck.problems.pinning import pinned
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import MULTIPARTS, SKILLS, one_step, skill_by_id
from quizdeck.problems.stream import Stream
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.study.queue import Candidate, Placed, in_teaching_order, placed
from quizdeck.study.records import Json, Record
from quizdeck.study.topics import topic_of
from quizdeck.text import Localized

_SEEDS = 1_000_000
_MOST_TRIES = 20


@dataclass(frozen=True)
class Deck:
    """The items that exist now.

    Those of a ``shelf`` are loaded when they are asked for and take the place of ``banks``.
    """

    banks: tuple[Bank, ...] = ()
    skills: tuple[Skill, ...] = SKILLS
    multiparts: tuple[Multipart, ...] = MULTIPARTS
    shelf: Shelf | None = None

    def close(self) -> None:
        """Close the shelf."""
        if self.shelf is not None:
            self.shelf.close()

    def beside(self) -> "Deck":
        """Return the same items once more, to be used and closed in another thread."""
        return replace(self, shelf=None if self.shelf is None else self.shelf.beside())

    @cached_property
    def questions(self) -> Questions:
        """Return the authored items."""
        return BankQuestions(self.banks) if self.shelf is None else ShelfQuestions(self.shelf)

    @property
    def parts(self) -> Mapping[str, tuple[Question, Part]]:
        """Return every part of every question by its item id."""
        return self.questions.parts

    def in_teaching_order(self, topic: str | None = None) -> Iterator[Candidate]:
        """Yield every item, or those of one topic; raises ``UsageError`` for an unknown topic."""
        numeric = [each for each in self._numeric if topic in {None, each.candidate.topic}]
        if topic is not None and not numeric and topic not in self.questions.topics():
            known = {*self.questions.topics(), *(each.candidate.topic for each in self._numeric)}
            raise UsageError("usage.unknown_topic", topic=topic, known=", ".join(sorted(known)))
        return in_teaching_order(self.questions.placed(topic), numeric)

    def has(self, item: str) -> bool:
        """Return whether an item exists, by this id or by another that it has now."""
        exists = item in self.parts or self.skill_called(item) is not None
        return exists or bool(self.present_names((item,)))

    def topics_of(self, items: Collection[str]) -> Mapping[str, str]:
        """Return the topic of each of ``items`` that exists."""
        skills = {item: topic_of(item) for item in items if item in self._skill_ids}
        return {**self.questions.topics_of(items), **skills}

    def present_names(self, items: Iterable[str]) -> Mapping[str, str]:
        """Return what those of ``items`` are called today that were renamed."""
        return self.questions.present_names(items)

    @cached_property
    def _numeric(self) -> tuple[Placed, ...]:
        return placed(
            Candidate(
                skill.id,
                topic_of(skill.id),
                skill.level,
                is_numeric=True,
                is_advanced=skill.method.is_advanced,
            )
            for skill in self.skills
        )

    @cached_property
    def _skill_ids(self) -> frozenset[str]:
        return frozenset(skill.id for skill in self.skills)

    def prompt_of(self, item: str) -> Localized | None:
        """Return the prompt of an authored item; a skill has none until numbers are drawn."""
        found = self.parts.get(item)
        return found[0].prompt if found else None

    def groundwork_of(self, item: str) -> tuple[str, ...]:
        """Return the items to practise first where ``item`` keeps failing."""
        if item in self.parts:
            return tuple(need for need in self.parts[item][0].needs if need in self.parts)
        skill = self._skills_by_id.get(item)
        return tuple(each.id for each in groundwork(skill, self.skills)) if skill else ()

    def place_of(self, item: str) -> tuple[Path, int] | None:
        """Return the file and the line where an authored item is written, None for a skill."""
        return self.questions.place_of(item)

    def parts_of_problem(self, item: str) -> tuple[str, ...]:
        """Return the items that share their numbers with ``item``, in order; empty for none."""
        skill = self._skills_by_id.get(item)
        return tuple(s.id for s in skill.together) if skill and skill.multipart else ()

    def skill_called(self, item: str) -> Skill | None:
        """Return a skill of the deck, or a problem of one step; None for any other name."""
        return self._skills_by_id.get(item) or one_step(item)

    def drawn(
        self,
        item: str,
        identity: str,
        *,
        recent: Sequence[Mapping[str, Json]] = (),
        earlier: tuple[str, ...] = (),
    ) -> Exercise | None:
        """Return ``item`` ready to be shown, the same for the same ``identity``.

        A skill draws other numbers than those ``recent`` snapshots hold, as far as it has others.
        ``earlier`` are the slips made in earlier parts. None if the item does not exist.
        """
        if item in self.parts:
            return _authored(*self.parts[item], identity)
        skill = self.skill_called(item)
        exercise = None if skill is None else _drawn(skill, identity, recent)
        return exercise and replace(exercise, earlier=earlier)

    def in_bank_order(self, item: str) -> Exercise | None:
        """Return an authored item with its options or steps as they stand in the bank."""
        exercise = self.drawn(item, item) if item in self.parts else None
        if isinstance(exercise, AuthoredExercise):
            return replace(exercise, order=tuple(sorted(exercise.order)))
        return exercise

    def example_of(self, slip: str, items: Iterable[str]) -> Problem | None:
        """Return a problem of one of ``items`` in which a slip has a value of its own, if any."""
        for item in items:
            exercise = self.drawn(item, "example")
            if isinstance(exercise, NumericExercise):
                problem = exercise.problem
                if any(each.id == slip for each in problem.slips):
                    return problem
        return None

    def as_shown(self, record: Record) -> Exercise | None:
        """Return what a ``shown`` record showed, or None if it is not the same any more."""
        payload, item = record.payload, record.item or ""
        question, part = self.parts.get(item, (None, None))
        if part is not None and payload.get("revision") != part.revision:
            return None
        order = payload.get("order")
        if question is not None and part is not None and isinstance(order, list):
            return AuthoredExercise(question, part, tuple(int(str(place)) for place in order))
        if part is None:
            skill = self.skill_called(item)
        else:
            skill = skill_of(part.task) if isinstance(part.task, DrawnNumber) else None
        seed = str(payload.get("variant", "")).rpartition("@")[2]
        if skill is None or payload.get("version") != skill.version or not seed.isdecimal():
            return None
        problem = build(skill, int(seed))
        options = options_of(problem) if "options" in payload else ()
        return NumericExercise(problem, options, question=question, part=part)

    @cached_property
    def _skills_by_id(self) -> Mapping[str, Skill]:
        parts = (part for multipart in self.multiparts for part in multipart.parts)
        return {skill.id: skill for skill in (*self.skills, *parts)}


def _authored(question: Question, part: Part, identity: str) -> Exercise | None:
    match part.task:
        case Choose(options):
            return AuthoredExercise(question, part, _shuffled(len(options), identity))
        case OrderedSteps() as task:
            return AuthoredExercise(question, part, _out_of_order(task, identity))
        case DrawnNumber(seed=seed) as task:
            stream = Stream("variant", part.id, identity)
            numbers = stream.below(_SEEDS) if seed is None else seed
            problem = build(skill_of(task), numbers)
            return NumericExercise(problem, question=question, part=part)
        case FixedNumber() | TypedLine():
            return AuthoredExercise(question, part)


def _shuffled(count: int, identity: str) -> tuple[int, ...]:
    return Stream("options", identity).shuffled(range(count))


def _out_of_order(task: OrderedSteps, identity: str) -> tuple[int, ...]:
    """Return the steps in an order that is not right already."""
    stages = [stage for stage, steps in enumerate(task.stages) for _ in steps]
    for number in range(len(stages) ** 2):
        order = _shuffled(len(stages), f"{identity}:{number}")
        if [stages[place] for place in order] != stages:
            return order
    return tuple(reversed(range(len(stages))))


def skill_of(task: DrawnNumber) -> Skill:
    """Return the skill of a question, with its pinned numbers."""
    return pinned(skill_by_id(task.skill), dict(task.pins))


def _drawn(
    skill: Skill, identity: str, recent: Sequence[Mapping[str, Json]]
) -> NumericExercise | None:
    stream = Stream("variant", skill.problem_id, identity)
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
