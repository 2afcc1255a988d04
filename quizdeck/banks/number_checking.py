"""Numbers to type: the answer is taken as it is written, and no number called wrong is."""

from collections.abc import Iterator

from quizdeck.banks.question import DrawnNumber, FixedNumber, Number, Question
from quizdeck.banks.remarks import Path, Remark, path_of_part
from quizdeck.errors import ProblemError, QuizdeckError
from quizdeck.grading.acceptance import is_correct
from quizdeck.grading.reading import read_answer
from quizdeck.grading.unreadable import Unreadable
from quizdeck.problems.pinning import pinned
from quizdeck.problems.precision import Precision, display
from quizdeck.problems.problem import build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import skill_by_id

_SEEDS = range(20)  # as many as are tried before a learner is told that there is no problem


def number_remarks(question: Question) -> Iterator[Remark]:
    """Yield what is wrong with the numbers of a question."""
    for place, part in enumerate(question.parts):
        path = path_of_part(question, place)
        match part.task:
            case FixedNumber() as task:
                yield from _of_fixed(question, path, task)
            case DrawnNumber() as task:
                yield from _of_drawn(question, path, task)
            case _:
                pass


def _of_fixed(question: Question, path: Path, task: FixedNumber) -> Iterator[Remark]:
    answer = task.answer
    shown = display(answer.value, task.precision)
    if not any(_is_taken(text, answer, task.precision) for text in (answer.text, shown)):
        yield Remark(question, (*path, "answer"), "banks.answer_not_taken", {"answer": answer.text})
    for place, wrong in enumerate(task.wrong):
        if is_correct(
            read_answer(wrong.value.text, allow_expression=True), answer.value, task.precision
        ):
            details = {"value": wrong.value.text, "answer": answer.text}
            at = (*path, "wrong", place, "value")
            yield Remark(question, at, "banks.wrong_is_taken", details)


def _is_taken(typed: str, answer: Number, precision: Precision) -> bool:
    """Return whether what is typed on an answer sheet, where no formula can be, is right."""
    try:
        return is_correct(read_answer(typed), answer.value, precision)
    except Unreadable:
        return False


def _of_drawn(question: Question, path: Path, task: DrawnNumber) -> Iterator[Remark]:
    at = (*path, "pins" if task.pins else "skill")
    try:
        skill = pinned(skill_by_id(task.skill), dict(task.pins))
    except QuizdeckError as error:
        yield Remark(question, at, error.key, error.details)
        return
    if task.seed is not None and not _can_be_built(skill, task.seed):
        details = {"skill": task.skill, "seed": task.seed}
        yield Remark(question, (*path, "seed"), "banks.no_variant_of_seed", details)
    elif task.seed is None and not any(_can_be_built(skill, seed) for seed in _SEEDS):
        yield Remark(question, at, "banks.no_variant", {"skill": task.skill})


def _can_be_built(skill: Skill, seed: int) -> bool:
    try:
        build(skill, seed)
    except ProblemError:
        return False
    return True
