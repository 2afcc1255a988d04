"""Verdicts as ``quizdeck grade`` prints them."""

from collections.abc import Mapping

from quizdeck.export.flat_text import flat
from quizdeck.grading.verdict import Verdict, VerdictKind
from quizdeck.language.catalogue import text
from quizdeck.present.feedback import diagnosis, retry_message
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.study.exercise import Answer, ChoiceExercise, Exercise, NumericExercise, answered
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
        case ChoiceExercise(_, part, order) if not verdict.costs_nothing:
            chosen = judged.chosen or 1
            return flat(part.options[order[chosen - 1]].why.in_language(language))
        case ChoiceExercise():
            return retry_message(verdict, None, language)
        case NumericExercise(problem) if verdict.costs_nothing:
            return retry_message(verdict, problem.precision, language)
        case NumericExercise():
            return _judged(verdict, language)


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
