"""What is made of a typed answer, whatever is asked: one verdict for every kind of exercise."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from quizdeck.banks.question import (
    Choose,
    DrawnNumber,
    FixedNumber,
    OrderedSteps,
    TypedLine,
)
from quizdeck.grading.follow_through import judge_part
from quizdeck.grading.reading import read_answer
from quizdeck.grading.unreadable import Unreadable
from quizdeck.grading.verdict import Verdict, VerdictKind, judge, unreadable
from quizdeck.problems.slip_value import SlipValue
from quizdeck.problems.wrong_values import slips_alike
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.text import Localized

if TYPE_CHECKING:
    from quizdeck.code_blanks.grammar import Code
    from quizdeck.code_blanks.typed import Refutation

_STATES = "typed-line"
_BETWEEN = re.compile(r"[\s,.、，・/>→-]+")


@dataclass(frozen=True)
class Answer:
    """What was made of one typed text; ``chosen`` holds the numbers of options or steps.

    ``reason`` is an author's word about this wrong answer, ``refutation`` a state in which typed
    code gives another value than the key.
    """

    text: str
    verdict: Verdict
    chosen: tuple[int, ...] = ()
    reason: Localized | None = None
    refutation: "Refutation | None" = None

    @property
    def is_correct(self) -> bool:
        """Return whether the answer is right."""
        return self.verdict.kind is VerdictKind.CORRECT


def answered(exercise: Exercise, text: str) -> Answer:
    """Return the verdict on ``text``, whatever it is; raises nothing."""
    try:
        return _answered(exercise, text)
    except Unreadable as refusal:
        return Answer(text, unreadable(refusal))


def reading_of(exercise: Exercise, text: str) -> str:
    """Return how ``text`` is understood so far; raises ``Unreadable``, perhaps only for now."""
    match exercise:
        case AuthoredExercise(part=part) if isinstance(part.task, Choose):
            return ", ".join(map(str, _numbers(text, len(exercise.order))))
        case AuthoredExercise(part=part) if isinstance(part.task, OrderedSteps):
            return " → ".join(map(str, _numbers(text, len(exercise.order))))
        case AuthoredExercise(part=part) if isinstance(part.task, TypedLine):
            _code(part.task, text)
            return normalize("NFKC", text).strip()
        case AuthoredExercise(part=part) if isinstance(part.task, FixedNumber):
            return read_answer(text, allow_expression=True).text
        case _:
            return read_answer(text).text


def _answered(exercise: Exercise, text: str) -> Answer:
    if exercise.key_count:
        return _one_chosen(exercise, text)
    match exercise:
        case NumericExercise(problem, _, earlier):
            return Answer(text, judge_part(text, problem, earlier))
        case AuthoredExercise(part=part):
            match part.task:
                case Choose():
                    return _all_chosen(exercise, text)
                case OrderedSteps() as task:
                    return _ordered(exercise, task, text)
                case FixedNumber() as task:
                    return _number(task, text)
                case TypedLine() as task:
                    return _line(task, text)
                case DrawnNumber():
                    raise AssertionError(part.id)


def _one_chosen(exercise: Exercise, text: str) -> Answer:
    typed = normalize("NFKC", text).strip()
    if typed not in {str(number) for number in range(1, exercise.key_count + 1)}:
        raise Unreadable("answer.no_such_option", count=exercise.key_count)
    chosen = int(typed)
    if chosen in exercise.correct_numbers:
        return Answer(text, Verdict(VerdictKind.CORRECT, typed), (chosen,))
    slips = _slips_of_option(exercise, chosen)
    return Answer(text, Verdict(VerdictKind.WRONG, typed, slips=slips), (chosen,))


def _slips_of_option(exercise: Exercise, chosen: int) -> tuple[str, ...]:
    """Return every slip that leads to the option chosen."""
    match exercise:
        case AuthoredExercise(part=part, order=order):
            slip = part.options[order[chosen - 1]].slip
            return () if slip is None else (slip,)
        case NumericExercise(problem, options):
            slip = options[chosen - 1].slip
            return () if slip is None else slips_alike(problem.skill, slip)


def _all_chosen(exercise: AuthoredExercise, text: str) -> Answer:
    chosen = tuple(sorted(_numbers(text, len(exercise.order))))
    is_right = chosen == exercise.correct_numbers
    kind = VerdictKind.CORRECT if is_right else VerdictKind.WRONG
    return Answer(text, Verdict(kind, ", ".join(map(str, chosen))), chosen)


def _ordered(exercise: AuthoredExercise, task: OrderedSteps, text: str) -> Answer:
    chosen = _numbers(text, len(exercise.order))
    if len(chosen) != len(exercise.order):
        raise Unreadable("answer.order_unfinished", count=len(exercise.order))
    kind = VerdictKind.CORRECT if _is_in_order(exercise, task, chosen) else VerdictKind.WRONG
    return Answer(text, Verdict(kind, " → ".join(map(str, chosen))), chosen)


def _is_in_order(exercise: AuthoredExercise, task: OrderedSteps, chosen: tuple[int, ...]) -> bool:
    stages = [stage for stage, steps in enumerate(task.stages) for _ in steps]
    walked = [stages[exercise.order[number - 1]] for number in chosen]
    return walked == sorted(walked)


def _numbers(text: str, count: int) -> tuple[int, ...]:
    """Read ``1 3``, ``1,3`` or ``13``; raises ``Unreadable``."""
    digits = _BETWEEN.sub("", normalize("NFKC", text))
    allowed = {str(number) for number in range(1, count + 1)}
    if not digits:
        raise Unreadable("answer.empty_choice", count=count)
    if not set(digits) <= allowed:
        raise Unreadable("answer.no_such_options", count=count)
    if len(set(digits)) != len(digits):
        raise Unreadable("answer.option_twice")
    return tuple(map(int, digits))


def _number(task: FixedNumber, text: str) -> Answer:
    wrong = [
        SlipValue(str(i), number.value.value, is_key=True) for i, number in enumerate(task.wrong)
    ]
    verdict = judge(text, task.answer.value, task.precision, wrong, allow_expression=True)
    if not verdict.slips:
        return Answer(text, verdict)
    made = task.wrong[int(verdict.slips[0])]
    slips = () if made.slip is None else (made.slip,)
    return Answer(text, replace(verdict, slips=slips), reason=made.why)


def _line(task: TypedLine, text: str) -> Answer:
    from quizdeck.code_blanks.typed import refutation  # noqa: PLC0415, few items are typed code

    key, typed = _code(task, task.answer), _code(task, text)
    spelled = normalize("NFKC", text).strip()
    found = refutation(typed, key, seed=_STATES)
    if found is None:
        return Answer(text, Verdict(VerdictKind.CORRECT, spelled))
    for line in task.wrong:
        if refutation(typed, _code(task, line.text), seed=_STATES) is None:
            slips = () if line.slip is None else (line.slip,)
            verdict = Verdict(VerdictKind.WRONG, spelled, slips=slips)
            return Answer(text, verdict, reason=line.why, refutation=found)
    return Answer(text, Verdict(VerdictKind.WRONG, spelled), refutation=found)


def _code(task: TypedLine, text: str) -> "Code":
    from quizdeck.code_blanks.grammar import read_code  # noqa: PLC0415, as above

    return read_code(text, wants_assignment="=" in task.answer)
