"""What to type to answer an exercise of any kind rightly or wrongly."""

from quizdeck.banks.question import Choose, DrawnNumber, FixedNumber, OrderedSteps, TypedLine
from quizdeck.problems.precision import display
from quizdeck.study.exercise import Exercise, NumericExercise


def right_answer(exercise: Exercise) -> str:
    if exercise.key_count:
        return str(exercise.correct_numbers[0])
    if isinstance(exercise, NumericExercise):
        return display(exercise.problem.answer, exercise.problem.precision)
    match exercise.part.task:
        case Choose() | OrderedSteps():
            return " ".join(map(str, exercise.correct_numbers))
        case FixedNumber(answer) | TypedLine(answer):
            return answer if isinstance(answer, str) else answer.text
        case DrawnNumber():
            raise AssertionError


def wrong_answer(exercise: Exercise) -> str:
    if exercise.key_count:
        return str(exercise.correct_numbers[0] % exercise.key_count + 1)
    if isinstance(exercise, NumericExercise):
        return "123456"
    match exercise.part.task:
        case Choose():
            everything = range(1, len(exercise.order) + 1)
            return " ".join(str(n) for n in everything if n not in exercise.correct_numbers)
        case OrderedSteps():
            return " ".join(map(str, reversed(exercise.correct_numbers)))
        case TypedLine(answer):
            target, is_assignment, _ = answer.partition("=")
            return f"{target}= 123456" if is_assignment else "123456"
        case FixedNumber() | DrawnNumber():
            return "123456"
