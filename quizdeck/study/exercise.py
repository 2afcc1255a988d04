"""What is put before the learner: one item with everything about it decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from quizdeck.banks.question import Choose, OrderedSteps, Part, Question
from quizdeck.problems.options import NumericOption
from quizdeck.problems.precision import exact_text
from quizdeck.problems.problem import Problem
from quizdeck.study.records import Json
from quizdeck.study.topics import topic_of


@dataclass(frozen=True)
class AuthoredExercise:
    """A question part with its options or steps in the order shown.

    ``order[i]`` is the place in the bank of what is shown as number ``i + 1``; it is empty where
    something is typed.
    """

    question: Question
    part: Part
    order: tuple[int, ...] = ()

    @property
    def item(self) -> str:
        """Return the id that is scheduled."""
        return self.part.id

    @property
    def topic(self) -> str:
        """Return the family of methods that it is about."""
        return self.question.topic or self.question.bank

    @property
    def level(self) -> int:
        """Return the difficulty, 1–5."""
        return self.question.level

    @property
    def key_count(self) -> int:
        """Return how many number keys answer it, none where something is typed."""
        task = self.part.task
        return len(self.order) if isinstance(task, Choose) and not task.takes_all else 0

    @property
    def correct_numbers(self) -> tuple[int, ...]:
        """Return under which numbers the right options are shown, or a right order of steps."""
        match self.part.task:
            case Choose(options):
                shown = enumerate(self.order, start=1)
                return tuple(number for number, place in shown if options[place].is_correct)
            case OrderedSteps() as task:
                return tuple(self.order.index(place) + 1 for place in range(len(task.steps)))
            case _:
                return ()

    def snapshot(self) -> Mapping[str, Json]:
        """Return what the log must keep to know what was shown."""
        snapshot: dict[str, Json] = {
            "order": list(self.order),
            "revision": self.part.revision,
            "key": self.part.answer_revision,
        }
        if self.key_count:
            snapshot["correct"] = self.correct_numbers[0]
        return snapshot


@dataclass(frozen=True)
class NumericExercise:
    """A variant of a skill, to be answered by typing a number, or by choosing among ``options``.

    ``earlier`` holds the slips diagnosed in the parts of the problem that came before this one.
    ``question`` and ``part`` are set where an author chose the skill.
    """

    problem: Problem
    options: tuple[NumericOption, ...] = ()
    earlier: tuple[str, ...] = ()
    question: Question | None = None
    part: Part | None = None

    @property
    def item(self) -> str:
        """Return the id that is scheduled."""
        return self.part.id if self.part else self.problem.skill.id

    @property
    def topic(self) -> str:
        """Return the topic that it is counted under."""
        return self.question.topic if self.question else topic_of(self.item)

    @property
    def level(self) -> int:
        """Return the difficulty, 1–5."""
        return self.question.level if self.question else self.problem.skill.level

    @property
    def key_count(self) -> int:
        """Return how many number keys answer it, none where a number is typed."""
        return len(self.options)

    @property
    def correct_numbers(self) -> tuple[int, ...]:
        """Return the number under which the right option is shown, if there are options."""
        return tuple(i for i, o in enumerate(self.options, start=1) if o.slip is None)

    def snapshot(self) -> Mapping[str, Json]:
        """Return what the log must keep to know what was shown."""
        problem = self.problem
        snapshot: dict[str, Json] = {
            "variant": problem.variant,
            "version": problem.skill.version,
            "given": dict(problem.given),  # type: ignore[arg-type]  # list is invariant
            "answer": exact_text(problem.answer),
        }
        if self.options:
            snapshot["options"] = [option.text for option in self.options]
        if self.part:
            snapshot |= {"revision": self.part.revision, "key": self.part.answer_revision}
        return snapshot


Exercise = AuthoredExercise | NumericExercise
