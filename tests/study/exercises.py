"""Exercises for sessions that are played without a bank."""

from quizdeck.banks.question import Choose, Option, Part, Place, Question, QuestionKind
from quizdeck.study.exercise import AuthoredExercise
from quizdeck.text import same_in_both


def choice(item: str) -> AuthoredExercise:
    """Return a question whose third option is right and is shown as number 2."""
    place = Place("adam.yaml", 1, 1)
    options = tuple(
        Option(same_in_both(f"option {i}"), is_correct=i == 2, why=same_in_both(f"reason {i}"))
        for i in range(4)
    )
    part = Part(
        id=item,
        mark=None,
        prompt=None,
        task=Choose(options),
        explanation=same_in_both("because"),
        is_unsuitable=False,
        revision="r1",
        answer_revision="a1",
        place=place,
    )
    question = Question(
        id=item,
        kind=QuestionKind.CHOICE,
        bank="adam",
        level=1,
        tags=(),
        prompt=same_in_both("which?"),
        listing=None,
        parts=(part,),
        place=place,
    )
    return AuthoredExercise(question, part, (3, 2, 0, 1))
