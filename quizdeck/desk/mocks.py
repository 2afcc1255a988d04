"""Mock quizzes: composed from the deck, committed step by step, taken up again, compared."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizdeck.banks.blueprints import Blueprint, load_blueprint
from quizdeck.banks.excerpts import Excerpt, read_excerpt
from quizdeck.banks.library import shipped_banks
from quizdeck.banks.question import Question
from quizdeck.desk.deck import Deck
from quizdeck.errors import UsageError
from quizdeck.problems.options import OPTION_COUNT, options_of
from quizdeck.problems.stream import Stream
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.record.store import Store
from quizdeck.study.exercise import AuthoredExercise, Exercise, NumericExercise
from quizdeck.study.mock import Mock, advance_mock, begun_mock, resumed_mock, slots_of
from quizdeck.study.mock_events import Chose, Ending, Event, Flagged, HandedIn, WentTo
from quizdeck.study.moment import Moment
from quizdeck.study.paper import (
    Block,
    Slot,
    block_of,
    block_of_skill,
    blocks_until_filled,
    composed,
)
from quizdeck.study.records import Json, Mode, Outcome, Record, RecordKind
from quizdeck.study.topics import topic_of

_RECENT_DAYS = 7
_SEEDS = 1_000_000


def shipped_blueprints() -> tuple[Blueprint, ...]:
    """Return the plans that come with the program, the shortest first."""
    paths = (path for folder in shipped_banks() for path in sorted(folder.glob("mocks/*.yaml")))
    read = (load_blueprint(path.read_text("utf-8"), path.name)[0] for path in paths)
    return tuple(sorted((plan for plan in read if plan), key=lambda plan: plan.minutes))


def blueprint_called(name: str, folder: Path | None = None) -> Blueprint:
    """Return a shipped plan by its name or one from a file; raises ``UsageError``."""
    plans = shipped_blueprints()
    for plan in plans:
        if plan.id == name:
            return plan
    path = (folder or Path()) / name
    if path.suffix == ".yaml" and path.is_file():
        plan_read, findings = load_blueprint(path.read_text("utf-8"), path.name)
        if plan_read is None:
            raise UsageError("mock.faulty", path=str(path), count=len(findings))
        return plan_read
    raise UsageError("mock.unknown", name=name, known=", ".join(plan.id for plan in plans))


@dataclass(frozen=True)
class MockDesk:
    """What mocks need of the desk: the deck, the log, a clock, randomness."""

    deck: Deck
    store: Store
    clock: Callable[[], Moment]
    random_bytes: Callable[[int], bytes]

    def paper(
        self, blueprint: Blueprint, seed: int
    ) -> tuple[tuple[Slot, ...], tuple[Exercise, ...]]:
        """Return the paper of ``seed``; raises ``UsageError`` where it cannot be filled."""
        today = self.clock().study_day
        recent = {
            memory.item
            for memory in self.store.memories().values()
            if today - memory.last_day < _RECENT_DAYS
        }
        blocks = tuple(self._blocks(blueprint, seed))
        slots = composed(blueprint, blocks, seed=seed, recent=recent)
        return slots, tuple(self._exercise(slot, seed) for slot in slots)

    def begin(self, blueprint: Blueprint, seed: int | None = None) -> Mock:
        """Begin a mock; without ``seed`` another paper every time."""
        identity = self._identity()
        if seed is None:
            seed = Stream("mock-seed", identity).below(_SEEDS)
        slots, exercises = self.paper(blueprint, seed)
        mock, records = begun_mock(
            identity,
            self.clock(),
            preset=blueprint.id,
            seed=seed,
            minutes=blueprint.minutes,
            slots=slots,
            exercises=exercises,
            sources=self._sources(exercises),
        )
        self.store.append(records)
        return mock

    def under_way(self) -> Mock | None:
        """Return the mock that was begun last and is not in; time that ran out hands it in."""
        records = self.store.open_mock()
        mock = self._resumed(records) if records else None
        if mock is None or mock.is_over:
            return None
        mock = self.watch(mock)
        return None if mock.is_over else mock

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

    def hand_in(self, mock: Mock) -> Mock:
        """Hand the paper in."""
        return self._ended(mock, Ending.BY_HAND)

    def finished(self) -> tuple[Mock, ...]:
        """Return every mock that is in, in the order begun, as far as its paper is to be had."""
        by_session: dict[str, list[Record]] = {}
        for record in self.store.mock_records():
            by_session.setdefault(record.session, []).append(record)
        mocks = (self._resumed(records) for records in by_session.values())
        return tuple(mock for mock in mocks if mock is not None and mock.is_over)

    def earlier(self, mock: Mock) -> tuple[Mock, ...]:
        """Return one's own mocks of the same plan before this one, the last first."""
        same = (m for m in self.finished() if m.preset == mock.preset and m.id != mock.id)
        before = [m for m in same if m.begun.epoch_milliseconds < mock.begun.epoch_milliseconds]
        return tuple(reversed(before))

    def drill_misses(self, mock: Mock) -> int:
        """See to it that what was missed is due tomorrow; return how many items that is.

        Wrong answers are rated already; what was left unanswered is recorded as not known.
        """
        left = [mock.slots[place].item for place in mock.unanswered]
        known = {(r.session, r.item) for r in self.store.attempts()}
        records = tuple(
            Record(
                identity=self._identity(),
                kind=RecordKind.ATTEMPT,
                moment=self.clock(),
                session=mock.id,
                mode=Mode.MOCK,
                item=item,
                outcome=Outcome.REVEALED,
                grade=1,
            )
            for item in left
            if (mock.id, item) not in known
        )
        if records:
            self.store.append(records)
        tomorrow = self.clock().study_day + 1
        memories = self.store.memories()
        missed = {mock.slots[i].item for i in range(len(mock.slots)) if not mock.is_correct(i)}
        return sum(m in memories and memories[m].due_day <= tomorrow for m in missed)

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

    def _blocks(self, blueprint: Blueprint, seed: int) -> Iterator[Block]:
        names = Stream("mock-pool", blueprint.id, seed).shuffled(sorted(self.deck.parts))
        seen: set[str] = set()

        def block_of_item(item: str) -> Block | None:
            question, _ = self.deck.parts[item]
            if question.id in seen:
                return None
            seen.add(question.id)
            return block_of(question)

        yield from blocks_until_filled(blueprint, names, block_of_item)
        for skill in self.deck.skills:
            if not skill.method.is_advanced:
                yield block_of_skill(skill, topic_of(skill.id))

    def _exercise(self, slot: Slot, seed: int) -> Exercise:
        words = f"mock:{seed}"
        exercise = self.deck.drawn(slot.item, f"{words}:{slot.item}")
        if isinstance(exercise, NumericExercise):
            options = options_of(exercise.problem)
            if len(options) == OPTION_COUNT:
                return replace(exercise, options=options)
        if exercise is None or isinstance(exercise, NumericExercise):
            raise UsageError("mock.no_exercise", item=slot.item)
        return exercise

    def _sources(self, exercises: Sequence[Exercise]) -> Mapping[str, str]:
        found = {}
        for exercise in exercises:
            if isinstance(exercise, AuthoredExercise):
                source = self.deck.questions.source_of(exercise.item)
                if source is not None:
                    found[exercise.question.id] = source
        return found

    def _resumed(self, records: Sequence[Record]) -> Mock | None:
        """Return a mock with its paper as it was; None where a question of it cannot be had."""
        first = next((r for r in records if r.kind is RecordKind.SESSION_STARTED), None)
        if first is None:
            return None
        shown = first.payload.get("shown")
        snapshots = shown if isinstance(shown, list) else []
        exercises = [
            self._as_shown(slot, snapshot, first)
            for slot, snapshot in zip(slots_of(first.payload), snapshots, strict=False)
        ]
        if not exercises or None in exercises:
            return None
        return resumed_mock(records, tuple(e for e in exercises if e is not None))

    def _as_shown(self, slot: Slot, snapshot: Json, first: Record) -> Exercise | None:
        if not isinstance(snapshot, dict):
            return None
        question = _frozen(first.payload.get("sources"), slot)
        order = snapshot.get("order")
        if question is not None and isinstance(order, list):
            part = next((part for part in question.parts if part.id == slot.item), None)
            places = tuple(int(str(place)) for place in order)
            return None if part is None else AuthoredExercise(question, part, places)
        record = replace(first, item=slot.item, payload=snapshot)
        return self.deck.as_shown(record)

    def _identity(self) -> str:
        return uuid7(self.clock().epoch_milliseconds, self.random_bytes(RANDOM_BYTES))


def _frozen(sources: Json, slot: Slot) -> Question | None:
    """Return the question as it was when the paper was made, from the text that was kept."""
    text = sources.get(slot.question) if isinstance(sources, dict) else None
    if not isinstance(text, str):
        return None
    bank, _, excerpt = text.partition("\n")
    return read_excerpt(Excerpt(f"{bank}.yaml", excerpt, 1), bank, None).question
