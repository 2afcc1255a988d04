"""The statistics of a log and a deck, gathered for every screen in one place."""

from collections.abc import Collection, Iterator, Mapping

from quizdeck.desk.deck import Deck
from quizdeck.desk.mocks import MockDesk
from quizdeck.export.mocks import mock_records
from quizdeck.record.store import Store
from quizdeck.study.records import RecordKind
from quizdeck.study.statistics import FORECAST_DAYS, Statistics, statistics_of

_COUNTED = (RecordKind.ATTEMPT, RecordKind.SLIP_NAMED, RecordKind.CAUSE, RecordKind.VOID)


def gathered(
    deck: Deck, mocks: MockDesk, today: int, *, with_predictions: bool = True
) -> Statistics:
    """Return the statistics of the whole log that ``mocks`` share, as of study day ``today``.

    Leaving out how the predictions of recall came true saves a replay of the whole log.
    """
    store = mocks.store
    records = store.records(kinds=_COUNTED)
    answered = {record.item for record in records if record.item is not None}
    return statistics_of(
        records,
        today=today,
        levels=levels_of(deck, answered),
        due_days=tuple(_due_days(deck, store, today)),
        mocks=mock_records(mocks.finished()),
        with_predictions=with_predictions,
    )


def levels_of(deck: Deck, items: Collection[str]) -> Mapping[str, int]:
    """Return the level of each of ``items`` that exists."""
    found = (deck.skill_called(item) for item in items)
    skills = {skill.id: skill.level for skill in found if skill is not None}
    if len(skills) == len(items):
        return skills
    authored = {c.item: c.level for c in deck.in_teaching_order() if c.item in items}
    return {**authored, **skills}


def _due_days(deck: Deck, store: Store, today: int) -> Iterator[int]:
    """Yield the day on which each item that exists falls due, a resting one once it is back."""
    memories = store.memories()
    existing = deck.topics_of(tuple(memories))
    resting = [store.resting(today)]
    while resting[-1] and len(resting) < FORECAST_DAYS:
        resting.append(store.resting(today + len(resting)))
    for item in existing:
        rest = sum(item in items for items in resting)
        if rest < FORECAST_DAYS:
            yield max(memories[item].due_day, today + rest if rest else 0)
