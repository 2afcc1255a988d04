"""The papers of mock quizzes: made of the deck, and had again as they were."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizdeck.banks.blueprints import Blueprint
from quizdeck.banks.excerpts import Excerpt, read_excerpt
from quizdeck.banks.question import Question
from quizdeck.desk.deck import Deck
from quizdeck.errors import UsageError
from quizdeck.problems.options import OPTION_COUNT, options_of
from quizdeck.problems.stream import Stream
from quizdeck.study.beyond_exam import is_skill_beyond_exam
from quizdeck.study.composing import composed, plenty
from quizdeck.study.exercise import AuthoredExercise, Exercise
from quizdeck.study.mock import Mock
from quizdeck.study.mock_machine import resumed_mock, slots_of
from quizdeck.study.paper import Block, Slot, block_of, block_of_skill
from quizdeck.study.records import Json, Record, RecordKind
from quizdeck.study.topics import topic_of

_MOST_TRIES = 20

Paper = tuple[tuple[Slot, ...], tuple[Exercise, ...]]


@dataclass(frozen=True)
class Papers:
    """Makes papers of a deck."""

    deck: Deck

    def made(self, plan: Blueprint, seed: int, recent: Collection[str] = ()) -> Paper:
        """Return the paper of ``seed``, which holds what is ``recent`` only where it must.

        Raises ``UsageError`` where it cannot be filled.
        """
        slots = composed(plan, tuple(self._blocks(plan, seed)), seed=seed, recent=recent)
        return slots, tuple(self._exercise(slot, seed) for slot in slots)

    def sources(self, exercises: Sequence[Exercise]) -> Mapping[str, str]:
        """Return the text of every question, for a paper that is to outlive its banks."""
        found = {}
        for exercise in exercises:
            if isinstance(exercise, AuthoredExercise):
                source = self.deck.questions.source_of(exercise.item)
                if source is not None:
                    found[exercise.question.id] = source
        return found

    def resumed(self, records: Sequence[Record]) -> Mock | None:
        """Return a mock with its paper as it was; None where a question of it cannot be had."""
        first = next((r for r in records if r.kind is RecordKind.SESSION_STARTED), None)
        if first is None:
            return None
        shown = first.payload.get("shown")
        snapshots = shown if isinstance(shown, list) else []
        exercises = [
            self._as_shown(slot, snapshot, first)
            for slot, snapshot in zip(slots_of(first.payload), snapshots, strict=False)
        ]
        had = tuple(exercise for exercise in exercises if exercise is not None)
        return resumed_mock(records, had) if had and len(had) == len(exercises) else None

    def _blocks(self, plan: Blueprint, seed: int) -> Iterator[Block]:
        names = Stream("mock-pool", plan.id, seed).shuffled(sorted(self.deck.parts))
        seen: set[str] = set()

        def block_of_item(item: str) -> Block | None:
            question, _ = self.deck.parts[item]
            if question.id in seen:
                return None
            seen.add(question.id)
            return block_of(question)

        yield from plenty(plan, names, block_of_item)
        for skill in self.deck.skills:
            if not is_skill_beyond_exam(skill):
                yield block_of_skill(skill, topic_of(skill.id))

    def _exercise(self, slot: Slot, seed: int) -> Exercise:
        for number in range(_MOST_TRIES):
            exercise = self.deck.drawn(slot.item, f"mock:{seed}:{number}:{slot.item}")
            if isinstance(exercise, AuthoredExercise):
                return exercise
            options = () if exercise is None else options_of(exercise.problem)
            if exercise is not None and len(options) == OPTION_COUNT:
                return replace(exercise, options=options)
        raise UsageError("mock.no_exercise", item=slot.item)

    def _as_shown(self, slot: Slot, snapshot: Json, first: Record) -> Exercise | None:
        if not isinstance(snapshot, dict):
            return None
        question = _frozen(first.payload.get("sources"), slot)
        order = snapshot.get("order")
        if question is not None and isinstance(order, list):
            part = next((part for part in question.parts if part.id == slot.item), None)
            places = tuple(int(str(place)) for place in order)
            return None if part is None else AuthoredExercise(question, part, places)
        return self.deck.as_shown(replace(first, item=slot.item, payload=snapshot))


def _frozen(sources: Json, slot: Slot) -> Question | None:
    """Return the question as it was when the paper was made, from the text that was kept."""
    text = sources.get(slot.question) if isinstance(sources, dict) else None
    if not isinstance(text, str):
        return None
    bank, _, excerpt = text.partition("\n")
    return read_excerpt(Excerpt(f"{bank}.yaml", excerpt, 1), bank, None).question
