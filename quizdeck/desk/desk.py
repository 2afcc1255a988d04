"""One person at work: sessions that are committed step by step, and what the log says of them."""

from collections.abc import Callable, Mapping, Sequence

from quizdeck.desk.deck import Deck
from quizdeck.problems.skill import Skill
from quizdeck.problems.stream import Stream
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.record.store import Store
from quizdeck.study.memory import Memory
from quizdeck.study.moment import Moment
from quizdeck.study.overview import Overview, Scores
from quizdeck.study.queue import (
    ITEMS_A_SESSION,
    NEW_ITEMS_A_DAY,
    Candidate,
    Workload,
    streak,
    workload,
)
from quizdeck.study.records import Json, Mode, Record, RecordKind
from quizdeck.study.scores import (
    SlipCount,
    answers_by_day,
    new_items_on,
    scores_by_topic,
    slip_counts,
)
from quizdeck.study.session import (
    DRILL,
    PRACTICE,
    Continued,
    ExerciseOf,
    GaveUp,
    Phase,
    Policy,
    Presented,
    Session,
    Started,
    Submitted,
    advance,
    resumed,
    started,
)

_RECENT_VARIANTS = 10
_DAYS_A_WEEK = 7


class Desk:
    """The deck, the log, a clock and a source of randomness; nothing else is kept."""

    def __init__(
        self,
        deck: Deck,
        store: Store,
        *,
        clock: Callable[[], Moment],
        random_bytes: Callable[[int], bytes],
    ) -> None:
        self.deck = deck
        self._store = store
        self._clock = clock
        self._random_bytes = random_bytes

    def close(self) -> None:
        """Close the log."""
        self._store.close()

    def overview(self, *, topic: str | None = None, count: int = ITEMS_A_SESSION) -> Overview:
        """Return what is to be done today and how it has been going."""
        today = self._clock().study_day
        attempts = self._store.attempts()
        memories = self._store.memories()
        candidates = self.deck.about(topic)
        # how many are left does not depend on what they show
        session = self._open_session(lambda _shown: None)
        return Overview(
            today=today,
            workload=self._workload(
                candidates,
                memories,
                count=count,
                recall=_in_any_order,
                attempts=attempts,
            ),
            left_in_session=len(session.queue) if session else 0,
            can_learn_more=any(c.item not in memories for c in candidates),
            has_history=bool(attempts),
            streak=streak(self._store.study_days(), today),
            scores=scores_by_topic(attempts),
            slips=slip_counts(attempts, most=3),
            week=answers_by_day(attempts, range(today - _DAYS_A_WEEK + 1, today + 1)),
        )

    def scores(self) -> Scores:
        """Return what the log says of all answers so far."""
        today = self._clock().study_day
        attempts = self._store.attempts()
        days = self._store.study_days()
        return Scores(
            attempts=len(attempts),
            days=len(days),
            streak=streak(days, today),
            due=self.due_count(today),
            topics=scores_by_topic(attempts),
            slips=slip_counts(attempts, most=10),
        )

    def due_count(self, study_day: int) -> int:
        """Return how many items that exist are due on ``study_day`` or overdue by then."""
        memories = self._store.memories()
        known = (memories[c.item] for c in self.deck.candidates if c.item in memories)
        return sum(memory.due_day <= study_day for memory in known)

    def slips_in(self, session: Session) -> tuple[SlipCount, ...]:
        """Return the slips made in ``session``."""
        attempts = self._store.records(session=session.id, kinds=(RecordKind.ATTEMPT,))
        return slip_counts(attempts)

    def today(self) -> int:
        """Return the study day that it is now."""
        return self._clock().study_day

    def open_drill(
        self, *, topic: str | None = None, count: int = ITEMS_A_SESSION, extra: bool = False
    ) -> Session | None:
        """Return the drill under way today, or a new one, or None if nothing is to be done.

        ``extra`` goes on to new items beyond the daily limit.
        """
        if session := self._open_session(self.deck.as_shown):
            return session
        candidates = self.deck.about(topic)
        limit = count if extra else NEW_ITEMS_A_DAY
        load = self._workload(
            candidates,
            self._store.memories(),
            count=count,
            recall=_recall,
            attempts=() if extra else self._store.attempts(),
            new_limit=limit,
        )
        return self._started(load.items, DRILL) if load.items else None

    def open_practice(
        self, skills: Sequence[Skill], *, count: int, seed: int | None = None
    ) -> Session:
        """Return a new session of numeric problems, one skill after the other in mixed order."""
        words = ("practice", seed) if seed is not None else ("practice", self._identity())
        stream = Stream(*words)
        items: list[str] = []
        while len(items) < count:
            items.extend(skill.id for skill in stream.shuffled(skills))
        return self._started(tuple(items[:count]), PRACTICE)

    def present(self, session: Session, *, seed: int | None = None) -> Session:
        """Show the next item; with ``seed`` the same numbers every time."""
        while session.phase is Phase.READY:
            identity = self._identity()
            item = session.queue[0]
            words = identity if seed is None else f"{seed}:{len(session.results)}"
            recent = self._recently_shown(item) if seed is None else ()
            exercise = self.deck.drawn(item, words, recent=recent)
            session = self._play(session, Presented(identity, self._clock(), exercise))
        return session

    def submit(self, session: Session, text: str) -> Session:
        """Send a typed answer; it is in the log before this returns."""
        return self._play(session, Submitted(self._identity(), self._clock(), text))

    def give_up(self, session: Session) -> Session:
        """Ask for the answer."""
        return self._play(session, GaveUp(self._identity(), self._clock()))

    def proceed(self, session: Session) -> Session:
        """Leave the feedback."""
        return self._play(session, Continued(self._identity(), self._clock()))

    def _play(self, session: Session, event: Presented | Submitted | GaveUp | Continued) -> Session:
        after, records = advance(session, event)
        if records:
            self._store.append(records)
        return after

    def _started(self, items: tuple[str, ...], policy: Policy) -> Session:
        session, records = started(Started(self._identity(), self._clock(), items, policy))
        self._store.append(records)
        return session

    def _open_session(self, exercise_of: ExerciseOf) -> Session | None:
        records = self._store.open_session(Mode.DRILL, self._clock().study_day)
        session = resumed(records, exercise_of)
        return None if session is None or session.phase is Phase.FINISHED else session

    def _workload(
        self,
        candidates: Sequence[Candidate],
        memories: Mapping[str, Memory],
        *,
        count: int,
        recall: Callable[[Memory, int], float],
        attempts: Sequence[Record],
        new_limit: int = NEW_ITEMS_A_DAY,
    ) -> Workload:
        """Return the work of today, less the new items that ``attempts`` have met today."""
        today = self._clock().study_day
        return workload(
            candidates,
            memories,
            study_day=today,
            recall=recall,
            new_today=new_items_on(attempts, today),
            count=count,
            new_limit=new_limit,
        )

    def _recently_shown(self, item: str) -> tuple[Mapping[str, Json], ...]:
        shown = self._store.records(kinds=(RecordKind.SHOWN,), item=item)
        return tuple(record.payload for record in shown[-_RECENT_VARIANTS:])

    def _identity(self) -> str:
        now = self._clock().epoch_milliseconds
        return uuid7(now, self._random_bytes(RANDOM_BYTES))


def _in_any_order(_memory: Memory, _study_day: int) -> float:
    """Stand in for the recall where items are only counted."""
    return 0.0


def _recall(memory: Memory, study_day: int) -> float:
    # fsrs takes longer to import than all that a shell prompt asks for
    from quizdeck.study.schedule import recall  # noqa: PLC0415

    return recall(memory, study_day)
