"""The statistics of a log and a deck, gathered for every screen in one place."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from quizdeck.desk.deck import Deck
from quizdeck.desk.desk import Desk
from quizdeck.export.mocks import mock_records
from quizdeck.record.store import Store
from quizdeck.study.statistics import FORECAST_DAYS, Statistics, statistics_of
from quizdeck.text import Language, Localized


@dataclass(frozen=True, slots=True)
class Gathered:
    """All the statistics, and the prompts of the items they name; a skill has none."""

    statistics: Statistics
    prompts: Mapping[str, Localized | None]

    def prompts_in(self, language: Language) -> Mapping[str, str | None]:
        """Return the prompts in one language."""
        return {item: p and p.in_language(language) for item, p in self.prompts.items()}


def gathered(desk: Desk) -> Gathered:
    """Return the statistics of the whole log, as of today."""
    store, today = desk.mocks.store, desk.today()
    attempts = store.counted_attempts()
    items = {attempt.item for attempt in attempts}
    statistics = statistics_of(
        attempts,
        store.causes(),
        today=today,
        levels=levels_of(desk.deck, items),
        topics=desk.deck.topics_of(items),
        due_days=tuple(_due_days(desk.deck, store, today)),
        mocks=mock_records(desk.mocks.finished()),
        notes=store.flags(),
    )
    named = {g.name for g in statistics.weakest} | {flag.item for flag in statistics.flags}
    return Gathered(statistics, {item: desk.deck.prompt_of(item) for item in named})


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
