"""Whether what was expected came true: confidence that was said, and recall that FSRS predicted."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from quizdeck.study.forgetting import chance, met, renewed
from quizdeck.study.session import Confidence
from quizdeck.study.statistics_groups import Share
from quizdeck.study.statistics_marks import Marked

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
_LAST = len(_EDGES) - 1


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


def said(attempts: Iterable[Marked]) -> tuple[Said, ...]:
    """Return how confidence went with the outcome, from sure to guess, without what nobody said."""
    right: dict[str, list[bool]] = {}
    for each in attempts:
        if each.is_first and each.attempt.confidence is not None:
            right.setdefault(each.attempt.confidence, []).append(each.attempt.is_right)
    return tuple(
        Said(confidence, Share(sum(right[confidence]), len(right[confidence])))
        for confidence in Confidence
        if confidence in right
    )


def predicted(attempts: Iterable[Marked]) -> tuple[Predicted, ...]:
    """Return how predicted recall went with the outcome of reviews, in bins that are not empty.

    ``attempts`` come by study day, as the schedule is folded.
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for recall, is_known in _forecasts(attempts):
        bins.setdefault(min(bisect(_EDGES, recall), _LAST) - 1, []).append((recall, is_known))
    return tuple(_bin(place, bins[place]) for place in sorted(bins))


def _bin(place: int, inside: Sequence[tuple[float, bool]]) -> Predicted:
    mean = fmean(recall for recall, _ in inside)
    known = Share(sum(is_known for _, is_known in inside), len(inside))
    return Predicted(_EDGES[place], _EDGES[place + 1], mean, known)


def _forecasts(attempts: Iterable[Marked]) -> Iterator[tuple[float, bool]]:
    """Yield the recall predicted before each review, and whether it was known."""
    traces: dict[str, tuple[float, float, int]] = {}
    for (item, day, _, grade, *_), _, is_rated, _, is_recalled in attempts:
        if not is_rated or grade is None:
            continue
        if item in traces:
            stability, difficulty, last_day = traces[item]
            recall = chance(stability, day - last_day)
            yield recall, is_recalled
            traces[item] = (*renewed(stability, difficulty, recall, grade), day)
        else:
            traces[item] = (*met(grade), day)
