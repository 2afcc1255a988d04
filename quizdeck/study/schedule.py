"""When an item is due again: FSRS by study day, behind one small adaptor.

FSRS counts whole 24-hour blocks, so it is given midnights of study days and never a time of day:
two evenings are one day apart even when 23 hours lie between them. Learning steps and fuzzing are
off, so the same log always gives the same schedule.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler, State

from quizdeck.study.memory import Memory
from quizdeck.study.records import Record, RecordKind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SCHEDULER = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
PARAMETERS = tuple(_SCHEDULER.parameters)  # the weights w0 to w20 of FSRS-6


def reviewed(memory: Memory | None, item: str, grade: int, study_day: int) -> Memory:
    """Return the memory after the first graded attempt of ``study_day``."""
    rating = Rating(grade)
    card, _ = _SCHEDULER.review_card(_card(memory), rating, _midnight(study_day))
    if card.stability is None or card.difficulty is None:
        raise AssertionError
    return Memory(
        item=item,
        stability=card.stability,
        difficulty=card.difficulty,
        due_day=(card.due - _EPOCH).days,
        last_day=study_day,
        repetitions=1 + (memory.repetitions if memory else 0),
        lapses=(memory.lapses if memory else 0) + (memory is not None and rating is Rating.Again),
    )


def recall(memory: Memory, study_day: int) -> float:
    """Return the probability that the item is still known on ``study_day`` (FSRS-6)."""
    return _SCHEDULER.get_card_retrievability(_card(memory), _midnight(study_day))


def rates(record: Record, memory: Memory | None) -> bool:
    """Return whether ``record`` is its item's first graded attempt of its study day."""
    return (
        record.kind is RecordKind.ATTEMPT
        and record.grade is not None
        and record.mode.is_scheduled
        and (memory is None or memory.last_day < record.moment.study_day)
    )


def rebuilt(records: Iterable[Record]) -> Mapping[str, Memory]:
    """Return the schedule that the whole log implies, from its records in canonical order."""
    in_order = tuple(records)
    by_hand = {r.target: r.grade for r in in_order if r.kind is RecordKind.RATED}
    memories: dict[str, Memory] = {}
    for record in in_order:
        grade = by_hand.get(record.identity, record.grade)
        if record.item is None or grade is None:
            continue
        memory = memories.get(record.item)
        if rates(record, memory):
            day = record.moment.study_day
            memories[record.item] = reviewed(memory, record.item, grade, day)
    return memories


def _card(memory: Memory | None) -> Card:
    if memory is None:
        return Card(card_id=0)
    return Card(
        card_id=0,
        state=State.Review,
        step=None,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_midnight(memory.due_day),
        last_review=_midnight(memory.last_day),
    )


def _midnight(study_day: int) -> datetime:
    return _EPOCH + timedelta(days=study_day)
