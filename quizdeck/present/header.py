"""The line above an exercise: where one is, how it goes, what it is about."""

from quizdeck.language.catalogue import text
from quizdeck.present.exercise import kind_label
from quizdeck.present.home import topic_name
from quizdeck.present.spans import Line, Span, Style
from quizdeck.problems.skill import Skill
from quizdeck.study.exercise import Exercise, NumericExercise
from quizdeck.study.records import Outcome
from quizdeck.study.session import Session
from quizdeck.text import Language

_MOST_MARKS = 12
_MARKS = {
    Outcome.CORRECT: Span("●", Style.CORRECT),
    Outcome.WRONG: Span("○", Style.WRONG),
    Outcome.REVEALED: Span("–", Style.MUTED),
}


def progress_line(session: Session, language: Language) -> Line:
    """Return the session's name, how many items are done, and a mark for each answer."""
    done = len(session.first_tries)
    total = done + session.first_tries_left
    title = text(f"session.{session.policy.mode}", language)
    position = text("session.position", language, done=done, total=total)
    marks = (_MARKS[result.outcome] for result in session.results[-_MOST_MARKS:])
    return (Span(title, Style.STRONG), Span(f"   {position}   "), *marks)


def subject_line(session: Session, language: Language) -> Line:
    """Return the topic, the kind and the level of the exercise shown."""
    exercise = session.exercise
    if exercise is None:
        return ()
    level = text("session.level", language, level=exercise.level)
    words = [_subject(exercise, language), kind_label(exercise, language), level]
    if isinstance(exercise, NumericExercise) and exercise.problem.skill.multipart:
        words.append(_part(exercise.problem.skill, language))
    if session.is_return:
        words.append(text("session.returns", language))
    if session.confidence is not None:
        words.append(text(f"confidence.{session.confidence}", language))
    return (Span(" ・ ".join(words), Style.MUTED),)


def _subject(exercise: Exercise, language: Language) -> str:
    if isinstance(exercise, NumericExercise):
        return exercise.problem.skill.method.name.in_language(language)
    return topic_name(exercise.topic, language)


def _part(skill: Skill, language: Language) -> str:
    part, total = skill.together.index(skill) + 1, len(skill.together)
    return text("session.part", language, part=part, total=total)
