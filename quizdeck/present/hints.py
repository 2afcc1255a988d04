"""The ladder of help for an exercise, step by step; the last one of a problem is its sheet."""

from collections.abc import Iterator

from quizdeck.banks.question import Choose, OrderedSteps
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.symbols import formulas
from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.feedback import sheet_lines
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import Span, Style
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.text import Language


def hint_count(exercise: Exercise) -> int:
    """Return how many steps of help there are."""
    match exercise:
        case NumericExercise(options=()):
            return 3 if len(exercise.problem.sheet) > 1 else 2
        case NumericExercise():
            return 1
        case AuthoredExercise(part=part):
            match part.task:
                case Choose(takes_all=False):
                    return 2
                case OrderedSteps():
                    return 1
                case _:
                    return 0


def hint_document(
    exercise: Exercise, level: int, language: Language, notation: Notation = BOOK
) -> Document:
    """Return the help taken so far, up to step ``level``; nothing at 0."""
    if level <= 0:
        return ()
    heading = Paragraph((Span(text("hint.title", language), Style.STRONG),))
    return (Gap(), heading, *_steps(exercise, level, language, notation))


def _steps(
    exercise: Exercise, level: int, language: Language, notation: Notation
) -> Iterator[Block]:
    match exercise:
        case NumericExercise():
            yield from _numeric(exercise, level, notation)
        case AuthoredExercise(part=part):
            if isinstance(part.task, OrderedSteps):
                first = exercise.correct_numbers[0]
                yield Paragraph((Span(text("hint.first_step", language, number=first)),))
            elif isinstance(part.task, Choose):
                struck = "、".join(map(str, struck_out(exercise, level)))
                yield Paragraph((Span(text("hint.struck_out", language, numbers=struck)),))


def struck_out(exercise: AuthoredExercise, level: int) -> tuple[int, ...]:
    """Return the numbers of wrong options that ``level`` steps of help rule out."""
    wrong = [n for n in range(1, len(exercise.order) + 1) if n not in exercise.correct_numbers]
    # which of them go first follows from the order shown, so that it stays the same
    return tuple(sorted(sorted(wrong, key=lambda n: exercise.order[n - 1])[:level]))


def _numeric(exercise: NumericExercise, level: int, notation: Notation) -> Iterator[Block]:
    problem = exercise.problem
    for line in formulas(problem.skill.method, problem.skill.quantity, notation):
        yield from blocks(f"$${line}$$")
    if level > 1:
        lines = problem.sheet_in(notation)
        shown = lines if level >= hint_count(exercise) else lines[:-1]
        yield Gap()
        yield Verbatim(tuple(sheet_lines(shown)))
