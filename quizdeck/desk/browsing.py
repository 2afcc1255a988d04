"""Looking through everything that can be asked, and at how it stands with each item."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from quizdeck.banks.searching import Listed, Search, passes
from quizdeck.desk.deck import Deck
from quizdeck.present.summary import item_title
from quizdeck.problems.skill import Skill
from quizdeck.record.store import Store
from quizdeck.study.exercise import Exercise
from quizdeck.study.leech import LAST_RATINGS, failures
from quizdeck.study.memory import Memory
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Record, RecordKind
from quizdeck.study.standing import ItemState, Standing, answered, state_of
from quizdeck.study.topics import TOPICS, topic_of
from quizdeck.text import Language, Localized, folded

_ANSWERS = (RecordKind.ATTEMPT, RecordKind.VOID)
_FEWEST_FAILURES = 3  # fewer repetitions cannot be failing
_EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the list of a browser."""

    listed: Listed
    state: ItemState | None
    is_flagged: bool


class Browser:
    """The deck and the log, as somebody looks through them: what is authored, then the skills.

    The log is read when it is told to ``look_again``, and never while somebody types.
    """

    def __init__(
        self,
        deck: Deck,
        store: Store,
        clock: Callable[[], Moment],
        new_identity: Callable[[], str],
    ) -> None:
        self._deck = deck
        self._store = store
        self._clock = clock
        self._new_identity = new_identity
        self.look_again()

    def look_again(self) -> None:
        """Take note of what has been answered, flagged or put to rest since."""
        self._today = self._clock().study_day
        self._memories: Mapping[str, Memory] = self._store.memories()
        self._resting = self._store.resting(self._today)
        self._flags = self._store.flags()
        self._failing_items: frozenset[str] | None = None

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the topics of all items, those that stand on one another in that order."""
        topics = {*self._deck.questions.topics(), *(topic for topic, *_ in self._skill_words)}
        known = [topic for topic in TOPICS if topic in topics]
        return (*known, *sorted(topics - set(TOPICS)))

    def rows(
        self, search: Search, state: ItemState | None, offset: int, limit: int
    ) -> tuple[Row, ...]:
        """Return ``limit`` of the items that are found, after the first ``offset``."""
        wanted = self._narrowed(search, state)
        listed = [*self._deck.questions.listed(wanted, offset, limit)]
        if len(listed) < limit:
            start = max(0, offset - self._deck.questions.count(wanted))
            listed += self._skills(wanted)[start:][: limit - len(listed)]
        return tuple(map(self._row, listed))

    def count(self, search: Search, state: ItemState | None) -> int:
        """Return how many items are found."""
        wanted = self._narrowed(search, state)
        return self._deck.questions.count(wanted) + len(self._skills(wanted))

    def standing(self, item: str) -> Standing:
        """Return how it stands with one item."""
        records = self._store.records(item=item, kinds=_ANSWERS)
        memory = self._memories.get(item)
        return Standing(self._state(item), memory, answered(records), self._flags.get(item))

    def example(self, item: str) -> Exercise | None:
        """Return an item to be looked at, a skill with the same numbers every time."""
        return self._deck.in_bank_order(item) or self._deck.drawn(item, _EXAMPLE)

    def toggle_rest(self, item: str) -> bool:
        """Let an item rest until it is brought back, or bring it back; return whether it rests."""
        rests = item not in self._resting
        identity = self._new_identity()
        record = Record(
            identity=identity,
            kind=RecordKind.SUSPENDED if rests else RecordKind.RESUMED,
            moment=self._clock(),
            session=identity,  # it happens in no session
            mode=Mode.PRACTICE,
            item=item,
            payload={"until": None} if rests else {},
        )
        self._store.append((record,))
        self.look_again()
        return rests

    def _row(self, listed: Listed) -> Row:
        return Row(listed, self._state(listed.name), listed.name in self._flags)

    def _state(self, item: str) -> ItemState | None:
        memory = self._memories.get(item)
        return state_of(
            memory,
            today=self._today,
            is_resting=item in self._resting,
            is_failing=memory is not None and self._is_failing(memory),
        )

    def _is_failing(self, memory: Memory) -> bool:
        if memory.repetitions < _FEWEST_FAILURES:
            return False
        ratings = self._store.last_grades(memory.item, LAST_RATINGS)
        return failures(memory.lapses, ratings) is not None

    def _narrowed(self, search: Search, state: ItemState | None) -> Search:
        """Return ``search`` for items of one state only."""
        match state:
            case None:
                return search
            case ItemState.NEW:
                return replace(search, without=frozenset({*self._memories, *self._resting}))
            case _:
                return replace(search, among=frozenset(self._items_that_are(state)))

    def _items_that_are(self, state: ItemState) -> Collection[str]:
        match state:
            case ItemState.RESTING:
                return self._resting
            case ItemState.FLAGGED:
                return self._flags
            case ItemState.FAILING:
                return self._failing - self._resting
            case _:
                due = (m.item for m in self._memories.values() if m.due_day <= self._today)
                return {item for item in due if item not in self._resting}

    @property
    def _failing(self) -> frozenset[str]:
        if self._failing_items is None:
            failing = filter(self._is_failing, self._memories.values())
            self._failing_items = frozenset(memory.item for memory in failing)
        return self._failing_items

    def _skills(self, search: Search) -> tuple[Listed, ...]:
        return tuple(
            listed for _, listed, words in self._skill_words if passes(search, listed, words)
        )

    @cached_property
    def _skill_words(self) -> tuple[tuple[str, Listed, str], ...]:
        return tuple(map(_words_of, self._deck.skills))


def _words_of(skill: Skill) -> tuple[str, Listed, str]:
    """Return a skill's topic, how it is listed, and what is searched in it."""
    topic = topic_of(skill.id)
    title = Localized(*(item_title(skill.id, None, language) for language in Language))
    listed = Listed(skill.id, topic, skill.level, title)
    return topic, listed, folded(" ".join((skill.id, topic, *title)))
