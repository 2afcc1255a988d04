"""What is put before the learner: one item with everything about it decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

from quizdeck.banks.question import Part, Question
from quizdeck.grading.diagnosis import judge_problem
from quizdeck.grading.verdict import Verdict, VerdictKind
from quizdeck.problems.precision import exact_text
from quizdeck.problems.problem import Problem
from quizdeck.study.records import Json
from quizdeck.study.topics import topic_of


@dataclass(frozen=True)
class ChoiceExercise:
    """A question part with its options in the order shown.

    ``order[i]`` is the place in the bank of the option shown as number ``i + 1``.
    """

    question: Question
    part: Part
    order: tuple[int, ...]

    @property
    def item(self) -> str:
        """Return the id that is scheduled."""
        return self.part.id

    @property
    def topic(self) -> str:
        """Return the family of methods that it is about."""
        return self.question.bank

    @property
    def level(self) -> int:
        """Return the difficulty, 1–5."""
        return self.question.level

    @property
    def correct_number(self) -> int:
        """Return the number under which the right option is shown."""
        right = next(i for i, option in enumerate(self.part.options) if option.is_correct)
        return self.order.index(right) + 1

    def snapshot(self) -> Mapping[str, Json]:
        """Return what the log must keep to know what was shown."""
        return {
            "order": list(self.order),
            "revision": self.part.revision,
            "correct": self.correct_number,
        }


@dataclass(frozen=True)
class NumericExercise:
    """A variant of a skill, to be answered by typing a number."""

    problem: Problem

    @property
    def item(self) -> str:
        """Return the id that is scheduled."""
        return self.problem.skill.id

    @property
    def topic(self) -> str:
        """Return the topic that it is counted under."""
        return topic_of(self.item)

    @property
    def level(self) -> int:
        """Return the difficulty, 1–5."""
        return self.problem.skill.level

    def snapshot(self) -> Mapping[str, Json]:
        """Return what the log must keep to know what was shown."""
        problem = self.problem
        return {
            "variant": problem.variant,
            "version": problem.skill.version,
            "given": dict(problem.given),  # type: ignore[arg-type]  # list is invariant
            "answer": exact_text(problem.answer),
        }


Exercise = ChoiceExercise | NumericExercise


@dataclass(frozen=True)
class Answer:
    """What was made of one typed text: ``verdict`` for every kind, ``chosen`` for options."""

    text: str
    verdict: Verdict
    chosen: int | None = None

    @property
    def is_correct(self) -> bool:
        """Return whether the answer is right."""
        return self.verdict.kind is VerdictKind.CORRECT


def answered(exercise: Exercise, text: str) -> Answer:
    """Return the verdict on ``text``, whatever it is."""
    match exercise:
        case NumericExercise(problem):
            return Answer(text, judge_problem(text, problem))
        case ChoiceExercise():
            return _chosen(exercise, text)


def _chosen(exercise: ChoiceExercise, text: str) -> Answer:
    typed = normalize("NFKC", text).strip()
    count = len(exercise.order)
    if typed not in {str(number) for number in range(1, count + 1)}:
        reason = ("answer.no_such_option", {"count": count})
        return Answer(text, Verdict(VerdictKind.UNREADABLE, None, unreadable=reason))
    is_right = int(typed) == exercise.correct_number
    kind = VerdictKind.CORRECT if is_right else VerdictKind.WRONG
    return Answer(text, Verdict(kind, typed), int(typed))
