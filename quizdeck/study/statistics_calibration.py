"""Whether what was expected came true: confidence that was said, and recall that FSRS predicted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from quizdeck.study.memory import Memory
from quizdeck.study.schedule import recall, reviewed
from quizdeck.study.session import Confidence
from quizdeck.study.statistics_groups import Share
from quizdeck.study.statistics_marks import MarkedAttempt

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Said:
    """How many of the first tries that were called sure, unsure or a guess were right."""

    confidence: Confidence
    right: Share


@dataclass(frozen=True, slots=True)
class Predicted:
    """How many of the reviews whose recall was predicted between two edges were known.

    ``low`` belongs to the bin and ``high`` to the next one, except at 1; ``mean`` is the mean of
    the predictions in it.
    """

    low: float
    high: float
    mean: float
    known: Share


def said(attempts: Iterable[MarkedAttempt]) -> tuple[Said, ...]:
    """Return how confidence went with the outcome, from sure to guess, without what nobody said."""
    right: dict[str, list[bool]] = {}
    for attempt in attempts:
        confidence = attempt.record.payload.get("confidence")
        if attempt.is_first and isinstance(confidence, str):
            right.setdefault(confidence, []).append(attempt.is_right)
    return tuple(
        Said(confidence, Share(sum(right[confidence]), len(right[confidence])))
        for confidence in Confidence
        if confidence in right
    )


def predicted(attempts: Iterable[MarkedAttempt]) -> tuple[Predicted, ...]:
    """Return how predicted recall went with the outcome of reviews, in bins that are not empty.

    ``attempts`` come by study day, as the schedule is folded.
    """
    forecasts = tuple(_forecasts(attempts))
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [
            (chance, known)
            for chance, known in forecasts
            if low <= chance and (chance < high or high == _EDGES[-1])
        ]
        if inside:
            mean = fmean(chance for chance, _ in inside)
            known = Share(sum(known for _, known in inside), len(inside))
            bins.append(Predicted(low, high, mean, known))
    return tuple(bins)


def _forecasts(attempts: Iterable[MarkedAttempt]) -> Iterator[tuple[float, bool]]:
    """Yield the recall predicted before each review, and whether it was known."""
    memories: dict[str, Memory] = {}
    for attempt in attempts:
        grade = attempt.record.grade
        if not attempt.is_rated or grade is None:
            continue
        memory = memories.get(attempt.item)
        if memory is not None:
            yield recall(memory, attempt.study_day), attempt.is_recalled
        memories[attempt.item] = reviewed(memory, attempt.item, grade, attempt.study_day)
