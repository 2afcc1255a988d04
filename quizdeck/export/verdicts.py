"""Verdicts as ``quizdeck grade`` prints them."""

from collections.abc import Iterator, Mapping

from quizdeck.export.flat_text import flat
from quizdeck.grading.verdict import Verdict, VerdictKind
from quizdeck.language.catalogue import text
from quizdeck.present.feedback import diagnosis, retry_message
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.answering import Answer, answered
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.study.records import Json
from quizdeck.text import Language


def verdict_record(exercise: Exercise, name: Mapping[str, str], answer: str) -> Mapping[str, Json]:
    """Return the verdict on ``answer`` as JSON can hold it, under the exercise's ``name``."""
    judged = answered(exercise, answer)
    verdict = judged.verdict
    return {
        **name,
        "verdict": verdict.kind.value,
        "reading": verdict.reading,
        "slips": list(verdict.slips),
        "message": {lang.value: _message(exercise, judged, lang) for lang in Language},
    }


def _message(exercise: Exercise, judged: Answer, language: Language) -> str:
    verdict = judged.verdict
    match exercise:
        case AuthoredExercise() if verdict.costs_nothing:
            return retry_message(verdict, None, language)
        case AuthoredExercise():
            return " ".join(_reasons(exercise, judged, language))
        case NumericExercise(problem) if verdict.costs_nothing:
            return retry_message(verdict, problem.precision, language)
        case NumericExercise():
            return _judged(verdict, language)


def _reasons(exercise: AuthoredExercise, judged: Answer, language: Language) -> Iterator[str]:
    """Yield what the author says of the answer, or else whether it is right."""
    if exercise.key_count:
        option = exercise.part.options[exercise.order[judged.chosen[0] - 1]]
        yield flat(option.why.in_language(language))
        return
    yield text(f"verdict.{judged.verdict.kind}", language)
    if judged.reason is not None:
        yield flat(judged.reason.in_language(language))
    if judged.refutation is not None:
        yield text(judged.refutation.key, language, **judged.refutation.details)


def _judged(verdict: Verdict, language: Language) -> str:
    if verdict.kind is VerdictKind.CORRECT:
        return text("verdict.correct", language)
    names = diagnosis(verdict, language)
    if not names:
        return text("verdict.wrong", language)
    if verdict.generic is not None:
        return f"{text('verdict.wrong', language)} {names[0]}"
    if len(names) > 1:
        return text("verdict.one_of", language, names=" / ".join(names))
    explanation = flat(slip_by_id(verdict.slips[0]).explanation.in_language(language))
    return text("verdict.slip", language, name=names[0], explanation=explanation)
