"""What there is to do: the work of today, the way to the exam, and how it has been going."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from quizdeck.desk.deck import Deck
from quizdeck.problems.slips.registry import is_slip
from quizdeck.record.store import Store
from quizdeck.study.exam import Forecast, forecast, last_pass, share_of_pass
from quizdeck.study.leech import LAST_RATINGS, Leech, failures
from quizdeck.study.memory import Memory
from quizdeck.study.overview import RECENT_DAYS, Overview
from quizdeck.study.queue import (
    LIMITS,
    NOTHING_DONE,
    SECONDS_AN_ITEM,
    Limits,
    Workload,
    done_on,
    streak,
    unmet,
    workload,
)
from quizdeck.study.records import Outcome, RecordKind
from quizdeck.study.scores import counted, named, scores_of
from quizdeck.study.session import Session
from quizdeck.study.slip_history import SlipHistory, slip_histories

_DAYS_A_WEEK = 7


class Planner:
    """Reads the deck and the log and changes neither.

    ``exam_day`` is the study day of the exam, before which everything comes once more.
    """

    def __init__(
        self,
        deck: Deck,
        store: Store,
        today: Callable[[], int],
        *,
        exam_day: int | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        self.exam_day = exam_day
        self.limits = limits
        self._deck = deck
        self._store = store
        self._today = today

    def overview(self, today: int, left_in_session: int) -> Overview:
        """Return what is to be done on a study day and how it has been going by then."""
        week = range(today - _DAYS_A_WEEK + 1, today + 1)
        recently = today - RECENT_DAYS + 1
        answers = self._store.answers_by_day(week.start)
        memories = self._store.memories()
        load = self._workload(memories, _in_any_order, self.limits, today)
        tallies = self._store.first_tries(recently)
        topics = self._deck.topics_of([tally.item for tally in tallies])
        made = counted(filter(is_slip, self._store.slips_made(recently)), most=3)
        return Overview(
            today=today,
            due=len(load.due),
            new=len(load.new),
            put_off=load.put_off,
            minutes=load.minutes,
            left_in_session=left_in_session,
            can_learn_more=any(True for _ in unmet(self._deck.in_teaching_order(), memories)),
            has_history=self.has_history(),
            streak=streak(self._store.days_in_a_row(today), today),
            scores=scores_of(tallies, topics),
            slips=named(made),
            week=tuple(answers.get(day, 0) for day in week),
            ahead=_due_ahead(memories, today),
        )

    def has_history(self) -> bool:
        """Return whether anything was ever answered."""
        return self._store.has_attempts()

    def todays_items(
        self, *, topic: str | None = None, count: int | None = None, extra: bool = False
    ) -> tuple[str, ...]:
        """Return a drill of ``count`` items at most; ``extra`` goes beyond the daily limits."""
        memories = self._store.memories()
        limits = self._limits_for(count, extra=extra)
        today = self._today()
        load = self._workload(memories, _recall, limits, today, topic=topic, counts_done=not extra)
        return tuple(dict.fromkeys((*load.due, *self._last_pass(memories), *load.new)))

    def slips(self) -> tuple[SlipHistory, ...]:
        """Return every slip of an answer that was not taken back, those not mended first."""
        named = self._store.records(kinds=(RecordKind.SLIP_NAMED,))
        histories = slip_histories((*self._store.attempts(), *named))
        return tuple(history for history in histories if is_slip(history.slip))

    def items_with_slips(
        self, count: int | None = None, *, slip: str | None = None
    ) -> tuple[str, ...]:
        """Return items in which slips keep happening, empty where all are mended.

        The slips made most often take turns, each with the items it was made in. One ``slip`` that
        is asked for need not keep happening.
        """
        wanted = (h for h in self.slips() if h.slip == slip or (slip is None and not h.is_mended))
        lanes = [history.items for history in wanted]
        longest = max(map(len, lanes), default=0)
        in_turn = [lane[i] for i in range(longest) for lane in lanes if i < len(lane)]
        existing = self._deck.topics_of(in_turn)
        items = [item for item in dict.fromkeys(in_turn) if item in existing]
        return tuple(items[: count or self.limits.items_a_session])

    def due_count(self, study_day: int) -> int:
        """Return how many items that exist are due on ``study_day`` or overdue by then."""
        return len(self._due(self._store.memories(), study_day))

    def leech(self, session: Session) -> Leech | None:
        """Return what to practise first if what was just missed fails again and again, else None.

        Nothing does where misses are not asked again.
        """
        if not session.policy.returns_misses or session.outcome is Outcome.CORRECT:
            return None
        item = session.results[-1].item
        memory = self._store.memory(item)
        ratings = self._store.last_grades(item, LAST_RATINGS)
        failed = failures(memory.lapses if memory else 0, ratings)
        return None if failed is None else Leech(item, failed, self._deck.groundwork_of(item))

    def flag(self, item: str) -> str | None:
        """Return the note with which ``item`` is marked, None where it is not."""
        return self._store.flag(item)

    def forecast(self) -> Forecast | None:
        """Return what lies between today and the exam, None without a date."""
        if self.exam_day is None:
            return None
        # fsrs takes longer to import than all that a shell prompt asks for
        from quizdeck.study.schedule import reviewed  # noqa: PLC0415

        memories = self._store.memories()
        return forecast(
            memories,
            new_items=sum(c.item not in memories for c in self._deck.in_teaching_order()),
            new_a_day=self.limits.new_a_day,
            today=self._today(),
            exam_day=self.exam_day,
            seconds_an_item=SECONDS_AN_ITEM,
            advanced=lambda memory, day: reviewed(memory, memory.item, 3, day),
            begun=lambda day: reviewed(None, "", 3, day),
        )

    def _limits_for(self, count: int | None, *, extra: bool) -> Limits:
        """Return the limits of one drill: who asks for a number gets it."""
        items = count or self.limits.items_a_session
        reviews = max(items, self.limits.reviews_a_day)
        new = items if extra else self.limits.new_a_day
        return replace(self.limits, items_a_session=items, reviews_a_day=reviews, new_a_day=new)

    def _workload(
        self,
        memories: Mapping[str, Memory],
        recall: Callable[[Memory, int], float],
        limits: Limits,
        today: int,
        *,
        topic: str | None = None,
        counts_done: bool = True,
    ) -> Workload:
        """Return the work of a day, by ``counts_done`` less what was done of it already."""
        resting = self._store.resting(today)
        return workload(
            self._due(memories, today, topic),
            (c for c in self._deck.in_teaching_order(topic) if c.item not in resting),
            memories,
            study_day=today,
            recall=recall,
            done_today=done_on(today, memories.values()) if counts_done else NOTHING_DONE,
            urgent=self._store.sure_but_wrong() | self._store.put_forward().keys(),
            limits=limits,
        )

    def _due(
        self, memories: Mapping[str, Memory], study_day: int, topic: str | None = None
    ) -> tuple[Memory, ...]:
        """Return the memories that are due, of items that exist and are about ``topic``."""
        resting = self._store.resting(study_day)
        due = [m for m in memories.values() if m.due_day <= study_day and m.item not in resting]
        topics = self._deck.topics_of([memory.item for memory in due])
        return tuple(m for m in due if m.item in topics and topic in {None, topics[m.item]})

    def _last_pass(self, memories: Mapping[str, Memory]) -> Collection[str]:
        """Return today's part of the pass over everything before the exam."""
        if self.exam_day is None:
            return ()
        existing = self._deck.topics_of(list(memories))
        known = [memory for memory in memories.values() if memory.item in existing]
        the_pass = last_pass(len(known), self.exam_day, self.limits.items_a_session)
        return share_of_pass(known, the_pass, self._today(), _recall)


def _due_ahead(memories: Mapping[str, Memory], today: int) -> tuple[int, ...]:
    """Return how many items fall due on each day of the week after ``today``."""
    due = Counter(memory.due_day for memory in memories.values())
    return tuple(due[day] for day in range(today + 1, today + _DAYS_A_WEEK + 1))


def _in_any_order(_memory: Memory, _study_day: int) -> float:
    """Stand in for the recall where items are only counted."""
    return 0.0


def _recall(memory: Memory, study_day: int) -> float:
    # fsrs takes longer to import than all that a shell prompt asks for
    from quizdeck.study.schedule import recall  # noqa: PLC0415

    return recall(memory, study_day)
