"""Mock quizzes: begun, committed step by step, taken up again, compared."""

from collections.abc import Callable
from dataclasses import dataclass

from quizdeck.banks.blueprints import Blueprint
from quizdeck.desk.deck import Deck
from quizdeck.desk.mock_papers import Paper, Papers
from quizdeck.problems.stream import Stream
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.record.store import Store
from quizdeck.study.mock import Mock
from quizdeck.study.mock_events import Chose, Ending, Event, Flagged, HandedIn, Noted, WentTo
from quizdeck.study.mock_machine import advance_mock, begun_mock, resumed_mock
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind

_ANSWERED = RecordKind.ATTEMPT
_FORWARD = RecordKind.PUT_FORWARD
_RECENT_DAYS = 7
_SEEDS = 1_000_000


@dataclass(frozen=True)
class MockDesk:
    """What mocks need of the desk: the deck, the log, a clock, randomness."""

    deck: Deck
    store: Store
    clock: Callable[[], Moment]
    random_bytes: Callable[[int], bytes]

    def paper(self, plan: Blueprint, seed: int) -> Paper:
        """Return the paper of ``seed``; raises ``UsageError`` where it cannot be filled."""
        return Papers(self.deck).made(plan, seed)

    def new_seed(self) -> int:
        """Return another seed every time."""
        return Stream("mock-seed", self._identity()).below(_SEEDS)

    def begin(self, plan: Blueprint, seed: int | None = None) -> Mock:
        """Begin a mock.

        A ``seed`` gives the same paper every time; without one what was answered lately is left
        out where it can be.
        """
        papers = Papers(self.deck)
        drawn, recent = (self.new_seed(), self._recent()) if seed is None else (seed, set[str]())
        slots, exercises = papers.made(plan, drawn, recent)
        mock, records = begun_mock(
            self._identity(),
            self.clock(),
            preset=plan.id,
            title=plan.title,
            seed=drawn,
            minutes=plan.minutes,
            slots=slots,
            exercises=exercises,
            sources=papers.sources(exercises),
        )
        self.store.append(records)
        return mock

    def under_way(self) -> Mock | None:
        """Return the mock that was begun last and is not in.

        It comes back handed in where its time ran out in the meantime.
        """
        records = self.store.open_mock()
        mock = Papers(self.deck).resumed(records) if records else None
        return None if mock is None else self.watch(mock)

    def watch(self, mock: Mock) -> Mock:
        """Hand the paper in if the time is up."""
        if mock.is_over or mock.milliseconds_left(self.clock()):
            return mock
        return self._ended(mock, Ending.TIME_UP)

    def go(self, mock: Mock, place: int) -> Mock:
        """Turn to another 小問."""
        return self._play(mock, WentTo(self._identity(), self.clock(), place))

    def choose(self, mock: Mock, number: int | None) -> Mock:
        """Choose an option, or take the choice back."""
        return self._play(mock, Chose(self._identity(), self.clock(), number))

    def flag(self, mock: Mock) -> Mock:
        """Set the flag of the 小問 in front, or take it away."""
        return self._play(mock, Flagged(self._identity(), self.clock()))

    def note(self, mock: Mock, text: str) -> Mock:
        """Keep what was written on the scratch sheet of the 小問 in front."""
        return self._play(mock, Noted(self._identity(), self.clock(), text))

    def hand_in(self, mock: Mock) -> Mock:
        """Hand the paper in."""
        return self._ended(mock, Ending.BY_HAND)

    def finished(self) -> tuple[Mock, ...]:
        """Return every mock that is in, in the order begun, without the exercises."""
        by_session: dict[str, list[Record]] = {}
        for record in self.store.mock_records():
            by_session.setdefault(record.session, []).append(record)
        mocks = map(resumed_mock, by_session.values())
        return tuple(mock for mock in mocks if mock is not None and mock.is_over)

    def earlier(self, mock: Mock) -> tuple[Mock, ...]:
        """Return one's own mocks of the same plan before this one, the last first."""
        same = (m for m in self.finished() if m.preset == mock.preset and m.id != mock.id)
        before = [m for m in same if m.begun.epoch_milliseconds < mock.begun.epoch_milliseconds]
        return tuple(reversed(before))

    def drill_misses(self, mock: Mock) -> int:
        """See to it that what was missed comes up tomorrow; return how many items that is.

        Wrong answers are rated already; what was left unanswered is recorded as not known.
        """
        missed = {mock.slots[i].item for i in range(len(mock.slots)) if not mock.is_correct(i)}
        left = {mock.slots[place].item for place in mock.unanswered}
        known = {r.item for r in self.store.records(session=mock.id) if r.kind is _ANSWERED}
        waiting = self.store.put_forward().keys()
        unknown = [self._about(item, mock, _ANSWERED) for item in sorted(left - known)]
        forward = [self._about(item, mock, _FORWARD) for item in sorted(missed - waiting)]
        if unknown or forward:
            self.store.append((*unknown, *forward))
        return len(missed)

    def _about(self, item: str, mock: Mock, kind: RecordKind) -> Record:
        is_answer = kind is _ANSWERED
        return Record(
            identity=self._identity(),
            kind=kind,
            moment=self.clock(),
            session=mock.id,
            mode=Mode.MOCK,
            item=item,
            outcome=Outcome.REVEALED if is_answer else None,
            grade=1 if is_answer else None,
        )

    def _play(self, mock: Mock, event: Event) -> Mock:
        watched = self.watch(mock)
        if watched.is_over:
            return watched
        after, records = advance_mock(watched, event)
        if records:
            self.store.append(records)
        return after

    def _ended(self, mock: Mock, ending: Ending) -> Mock:
        identities = tuple(self._identity() for _ in mock.slots)
        event = HandedIn(self._identity(), self.clock(), ending, identities)
        after, records = advance_mock(mock, event)
        self.store.append(records)
        return after

    def _recent(self) -> set[str]:
        today = self.clock().study_day
        memories = self.store.memories().values()
        return {m.item for m in memories if today - m.last_day < _RECENT_DAYS}

    def _identity(self) -> str:
        return uuid7(self.clock().epoch_milliseconds, self.random_bytes(RANDOM_BYTES))
