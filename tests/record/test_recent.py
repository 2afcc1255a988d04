"""What the log counts for the home page is what counting its records would give."""

from typing import TYPE_CHECKING

from quizdeck.record.store import Store
from quizdeck.study.queue import streak
from quizdeck.study.records import RecordKind
from quizdeck.study.scores import answers_by_day, scores_by_topic, scores_of
from tests.record.long_log import LAST_DAY, write_long_log

if TYPE_CHECKING:
    from pathlib import Path

    from tests.record.conftest import Answered, Opened

WEEK = range(LAST_DAY - 6, LAST_DAY + 1)


def test_counts_agree_with_the_records(path: "Path", opened: "Opened") -> None:
    write_long_log(path, 3_000)
    with opened() as store:
        attempts = store.attempts()
        since = LAST_DAY - 20
        recent = [a for a in attempts if a.moment.study_day >= since]
        assert 0 < len(recent) < len(attempts)
        assert scores_of(store.first_tries(since)) == scores_by_topic(recent)
        slips = [str(a.payload["slips"][0]) for a in recent if a.payload["slips"]]  # type: ignore[index]
        assert sorted(store.slips_made(since)) == sorted(slips)
        counts = store.answers_by_day(WEEK.start)
        assert tuple(counts.get(day, 0) for day in WEEK) == answers_by_day(attempts, WEEK)
        for today in range(LAST_DAY - 60, LAST_DAY + 3):
            days = [day for day in store.study_days() if day <= today]
            assert streak(store.days_in_a_row(today), today) == streak(days, today)
        assert store.has_attempts()


def test_no_attempts_no_counts(store: Store, answered: "Answered") -> None:
    store.append(answered()[:1])
    assert not store.has_attempts()
    assert store.first_tries(0) == ()
    assert store.slips_made(0) == ()
    assert store.days_in_a_row(20_000) == ()


def test_no_statement_of_a_session_grows_with_the_log(store: Store) -> None:
    seen: list[str] = []
    store._connection.set_trace_callback(seen.append)
    store.open_session("drill", 20_000)  # type: ignore[arg-type]
    store.last_attempt(20_000)
    store.right_times("adam.v.2", 15)
    store.last_shown("adam.v.2", 10)
    store.first_tries(20_000)
    store.slips_made(20_000)
    store.answers_by_day(20_000)
    store.resting(20_000)
    store._connection.set_trace_callback(None)
    for statement in seen:
        plan = store._connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        steps = [row[3] for row in plan]
        assert not [s for s in steps if s.startswith("SCAN event") and "event_rest" not in s], steps
        assert not [s for s in steps if s.endswith("(device=?)")], steps


def test_a_clock_set_back_leaves_a_sound_log(store: Store, answered: "Answered") -> None:
    store.append(answered(day=20_010))
    store.append(answered(day=20_003, grade=1))
    store.append(answered(day=20_010, hour=21))
    memory = store.memories()["adam.v.2"]
    assert (memory.repetitions, memory.last_day) == (2, 20_010)
    assert store.schedule_matches_log()
    assert store.gaps() == ()
    kinds = [record.kind for record in store.records()]
    assert kinds == [RecordKind.SHOWN, RecordKind.ATTEMPT] * 3
