"""One person at work: sessions that are opened and committed step by step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quizdeck.desk.deck import Deck
from quizdeck.desk.drawing import FRESH, Drawing
from quizdeck.desk.planner import Planner
from quizdeck.problems.options import options_of
from quizdeck.problems.skill import Skill
from quizdeck.problems.stream import Stream
from quizdeck.record.identity import RANDOM_BYTES, uuid7
from quizdeck.record.store import Store
from quizdeck.study.counts import SlipCount
from quizdeck.study.events import (
    Continued,
    Flagged,
    GaveUp,
    Hinted,
    NamedCause,
    NamedSlip,
    Presented,
    RatedEasy,
    SaidConfidence,
    Skipped,
    Started,
    Step,
    Submitted,
    Suspended,
)
from quizdeck.study.exercise import Exercise, NumericExercise
from quizdeck.study.machine import advance, started
from quizdeck.study.moment import Moment
from quizdeck.study.overview import Overview
from quizdeck.study.policy import DRILL, PRACTICE, Policy
from quizdeck.study.queue import LIMITS, Limits
from quizdeck.study.records import Json, Mode, RecordKind
from quizdeck.study.replay import ExerciseOf, resumed
from quizdeck.study.scores import slip_counts
from quizdeck.study.session import Cause, Confidence, Phase, Session

if TYPE_CHECKING:
    from quizdeck.desk.browsing import Browser
    from quizdeck.desk.mocks import MockDesk

_RECENT_VARIANTS = 10
_TIMES, _FEWEST_TIMES, _SLOW = 15, 4, 2.0
_ANSWERS = (RecordKind.ATTEMPT, RecordKind.SLIP_NAMED)


class Desk:
    """The deck, the log, a clock and a source of randomness; nothing else is kept.

    ``plan`` says what there is to do.
    """

    def __init__(
        self,
        deck: Deck,
        store: Store,
        *,
        clock: Callable[[], Moment],
        random_bytes: Callable[[int], bytes],
        exam_day: int | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        self.deck = deck
        self.plan = Planner(deck, store, self.today, exam_day=exam_day, limits=limits)
        self._store = store
        self._clock = clock
        self._random_bytes = random_bytes
        self._follow_renames()

    def close(self) -> None:
        """Close the log."""
        self._store.close()

    @contextmanager
    def beside(self) -> Iterator["Desk"]:
        """Give the same desk once more, to be used in another thread."""
        with closing(self.deck.beside()) as deck, self._store.beside() as store:
            yield Desk(
                deck,
                store,
                clock=self._clock,
                random_bytes=self._random_bytes,
                exam_day=self.plan.exam_day,
                limits=self.plan.limits,
            )

    def refresh(self) -> bool:
        """Take over banks that changed, came or went; return whether any did."""
        is_changed = self.deck.shelf is not None and self.deck.shelf.refresh()
        if is_changed:
            self._follow_renames()
        return is_changed

    def overview(self, days_ahead: int = 0) -> Overview:
        """Return what is to be done and how it has been going.

        ``days_ahead`` of today it is what will be to be done if nothing is answered until then.
        """
        day = self.today() + days_ahead
        # how many are left does not depend on what they show
        session = self._open_session(lambda _shown: None, day)
        return self.plan.overview(day, len(session.queue) if session else 0)

    def slips_in(self, session: Session) -> tuple[SlipCount, ...]:
        """Return the slips made in ``session``."""
        return slip_counts(self._store.records(session=session.id, kinds=_ANSWERS))

    @cached_property
    def mocks(self) -> "MockDesk":
        """Return the desk for mock quizzes."""
        # a drill needs nothing of them
        from quizdeck.desk.mocks import MockDesk  # noqa: PLC0415

        return MockDesk(self.deck, self._store, self._clock, self._random_bytes)

    def browser(self) -> "Browser":
        """Return a look through all items as they stand now."""
        # a drill needs nothing of it
        from quizdeck.desk.browsing import Browser  # noqa: PLC0415

        return Browser(self.deck, self._store, self._clock, self._identity)

    def now(self) -> Moment:
        """Return this moment."""
        return self._clock()

    def today(self) -> int:
        """Return the study day that it is now."""
        return self._clock().study_day

    def open_drill(
        self, *, topic: str | None = None, count: int | None = None, extra: bool = False
    ) -> Session | None:
        """Return the drill under way today, or a new one, or None if nothing is to be done.

        ``extra`` goes on beyond the daily limits.
        """
        if session := self._open_session(self.deck.as_shown, self.today()):
            return session
        items = self.plan.todays_items(topic=topic, count=count, extra=extra)
        return self._started(items, DRILL) if items else None

    def open_slip_drill(
        self, *, count: int | None = None, slip: str | None = None
    ) -> Session | None:
        """Return a drill of items in which slips, or one ``slip``, keep happening, if any do."""
        items = self.plan.items_with_slips(count, slip=slip)
        return self._started(items, DRILL) if items else None

    def open_practice(
        self, skills: Sequence[Skill], *, count: int, seed: int | None = None
    ) -> Session:
        """Return a new session of numeric problems in mixed order, the parts of one together."""
        words = ("practice", seed) if seed is not None else ("practice", self._identity())
        stream = Stream(*words)
        whole = tuple(dict.fromkeys(skill.together for skill in skills))
        problems: list[tuple[Skill, ...]] = []
        while len(problems) < count:
            problems.extend(stream.shuffled(whole))
        items = tuple(skill.id for problem in problems[:count] for skill in problem)
        return self._started(items, PRACTICE)

    def open_exercises(self, items: Sequence[str]) -> Session:
        """Return a session of these items that is not scheduled."""
        return self._started(tuple(items), PRACTICE)

    def present(self, session: Session, drawing: Drawing = FRESH) -> Session:
        """Show the next item."""
        while session.phase is Phase.READY:
            identity = self._identity()
            exercise = self._drawn(session, identity, drawing.seed)
            if drawing.with_options and isinstance(exercise, NumericExercise):
                exercise = replace(exercise, options=options_of(exercise.problem))
            slow_after = None if exercise is None else self._slow_after(exercise.item)
            event = Presented(identity, self._clock(), exercise, slow_after)
            session = self._play(session, event)
        return session

    def _drawn(self, session: Session, identity: str, seed: int | None) -> Exercise | None:
        """Return the first item of the queue; parts of one problem share their numbers."""
        item = session.queue[0]
        parts = self.deck.parts_of_problem(item)
        place = len(session.results) - (parts.index(item) if parts else 0)
        if seed is not None:
            words = f"{seed}:{place}"
        else:
            words = f"{session.id}:{place}" if parts else identity
        recent = () if parts or seed is not None else self._recently_shown(item)
        slips = tuple(slip for result in session.results[place:] for slip in result.slips)
        return self.deck.drawn(item, words, recent=recent, earlier=slips)

    def submit(self, session: Session, text: str) -> Session:
        """Send a typed answer; it is in the log before this returns."""
        return self._play(session, Submitted(self._identity(), self._clock(), text))

    def name_slip(self, session: Session, slip: str) -> Session:
        """Say which of the slips that the answer fits it was."""
        return self._play(session, NamedSlip(self._identity(), self._clock(), slip))

    def give_up(self, session: Session) -> Session:
        """Ask for the answer."""
        return self._play(session, GaveUp(self._identity(), self._clock()))

    def hint(self, session: Session) -> Session:
        """Take the next step of help."""
        return self._play(session, Hinted(self._identity(), self._clock()))

    def say_confidence(self, session: Session, confidence: Confidence | None) -> Session:
        """Say how sure the coming answer is."""
        return self._play(session, SaidConfidence(self._identity(), self._clock(), confidence))

    def name_cause(self, session: Session, cause: Cause) -> Session:
        """Say why the answer was wrong."""
        return self._play(session, NamedCause(self._identity(), self._clock(), cause))

    def rate_easy(self, session: Session) -> Session:
        """Say that the right answer came without effort, so that it comes again later."""
        return self._play(session, RatedEasy(self._identity(), self._clock()))

    def flag(self, session: Session, note: str | None) -> Session:
        """Mark the item with a note, or, for None, take the mark off."""
        return self._play(session, Flagged(self._identity(), self._clock(), note))

    def skip(self, session: Session) -> Session:
        """Put the item off to the end of the session."""
        return self._play(session, Skipped(self._identity(), self._clock()))

    def rest(self, session: Session, *, days: int | None = 1) -> Session:
        """Let the item rest for ``days``, or, for None, until it is resumed."""
        until = None if days is None else self.today() + days
        event = Suspended(self._identity(), self._clock(), until, self._identity())
        return self._play(session, event)

    def undo(self) -> Session | None:
        """Take back the last answer of today and return its session as it stood before.

        It can be called again and again, after the last item and after a restart as well. None
        where nothing was answered today, or a mock was handed in since: its answers stay.
        """
        last = self._store.last_attempt(self.today())
        if last is None or last.mode is Mode.MOCK:
            return None
        void = replace(
            last,
            identity=self._identity(),
            kind=RecordKind.VOID,
            moment=self._clock(),
            target=last.identity,
            outcome=None,
            grade=None,
            elapsed_milliseconds=None,
            payload={},
        )
        self._store.append((void,))
        return resumed(self._store.records(session=last.session), self.deck.as_shown)

    def looked_at_again(self, session: Session) -> Session:
        """Return the session with what it shows as the banks have it now."""
        if session.phase is not Phase.ASKING:
            return session
        return resumed(self._store.records(session=session.id), self.deck.as_shown) or session

    def proceed(self, session: Session) -> Session:
        """Leave the feedback."""
        return self._play(session, Continued(self._identity(), self._clock()))

    def _play(self, session: Session, event: Step) -> Session:
        after, records = advance(session, event)
        if records:
            self._store.append(records)
        return after

    def _started(self, items: tuple[str, ...], policy: Policy) -> Session:
        session, records = started(Started(self._identity(), self._clock(), items, policy))
        self._store.append(records)
        return session

    def _open_session(self, exercise_of: ExerciseOf, day: int) -> Session | None:
        records = self._store.open_session(Mode.DRILL, day)
        session = resumed(records, exercise_of)
        return None if session is None or session.phase is Phase.FINISHED else session

    def _follow_renames(self) -> None:
        self._store.follow(self.deck.present_names(self._store.named_items()))

    def _recently_shown(self, item: str) -> tuple[Mapping[str, Json], ...]:
        shown = self._store.last_shown(item, _RECENT_VARIANTS)
        return tuple(record.payload for record in shown)

    def _slow_after(self, item: str) -> int | None:
        """Return the milliseconds after which a right answer is slow for this person."""
        from statistics import median  # noqa: PLC0415, at the first answer

        times = self._store.right_times(item, _TIMES)
        return round(_SLOW * median(times)) if len(times) >= _FEWEST_TIMES else None

    def _identity(self) -> str:
        now = self._clock().epoch_milliseconds
        return uuid7(now, self._random_bytes(RANDOM_BYTES))
