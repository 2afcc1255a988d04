import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.errors import RecordError
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Record, RecordKind

if TYPE_CHECKING:
    from tests.record.conftest import Answered, Opened

NOW = Moment(1_728_000_000_000, 540)


def mark(
    identity: str,
    kind: RecordKind = RecordKind.SESSION_STARTED,
    *,
    mode: Mode = Mode.DRILL,
    session: str = "session-1",
    now: Moment = NOW,
) -> Record:
    return Record(identity, kind, now, session, mode)


def test_what_is_appended_is_read_back_in_the_order_it_was_written(
    opened: "Opened", answered: "Answered"
) -> None:
    later, earlier = answered(day=20_001), answered(day=20_000)
    with opened() as store:
        store.append(later)
        store.append(earlier)
    with opened() as store:
        assert store.records() == later + earlier


@pytest.mark.parametrize(
    "typed",
    [
        "β₁ と β₂ を入れ替えた 😀 m̂ ½",
        "quote \" ' ; -- \\ \x00 \x1b[31m",
        "half a pair \udce3",
        {"reading": ["3/2", None, True, 1.5e-300, 2**70], "入力": {}},
    ],
)
def test_any_payload_comes_back_as_it_was(
    store: Store, answered: "Answered", typed: object
) -> None:
    records = answered(typed=typed)
    store.append(records)
    assert store.records() == records
    assert store.altered() == ()


def test_records_are_filtered_by_session_kind_and_item(store: Store, answered: "Answered") -> None:
    first = answered("adam.v.2", session="session-1")
    second = answered("adagrad.h.1", session="session-2")
    store.append(first + second)
    assert store.records(session="session-2") == second
    assert store.records(item="adam.v.2") == first
    assert store.records(kinds={RecordKind.SHOWN}) == (first[0], second[0])
    assert store.records(kinds=(RecordKind.ATTEMPT,), item="adam.v.2") == (first[1],)
    assert store.records(kinds=()) == ()
    assert store.attempts() == (first[1], second[1])


def test_appending_the_same_records_again_changes_nothing(
    store: Store, answered: "Answered"
) -> None:
    records = answered()
    store.append(records)
    memories = store.memories()
    store.append(records)
    store.append(records[1:])
    assert store.records() == records
    assert store.memories() == memories


def test_one_identity_never_holds_two_contents(store: Store, answered: "Answered") -> None:
    shown, attempt = answered()
    store.append((shown, attempt))
    with pytest.raises(RecordError) as refused:
        store.append([replace(attempt, grade=1)])
    assert refused.value.key == "record.identity_taken"
    assert store.records() == (shown, attempt)


def test_a_second_answer_is_refused_with_everything_that_came_with_it(
    opened: "Opened", answered: "Answered"
) -> None:
    shown, attempt = answered(grade=3)
    other = answered("momentum.v.1")
    again = replace(attempt, identity="another-window", grade=1)
    with opened() as store, opened() as second_window:
        store.append((shown, attempt))
        with pytest.raises(RecordError) as refused:
            second_window.append((*other, again))
        assert refused.value.key == "record.already_answered"
        assert store.records() == (shown, attempt)
        assert set(store.memories()) == {"adam.v.2"}


def test_an_answer_to_nothing_is_refused(store: Store, answered: "Answered") -> None:
    with pytest.raises(RecordError) as refused:
        store.append(answered()[1:])
    assert refused.value.key == "record.target_missing"
    assert store.records() == ()


def test_the_session_to_resume_is_the_newest_of_its_mode_and_day_without_an_end(
    store: Store, answered: "Answered"
) -> None:
    started = mark("a")
    shown, attempt = answered()
    store.append([started, shown, attempt])
    store.append([mark("b", session="session-2")])
    store.append([mark("c", RecordKind.SESSION_ENDED, session="session-2")])
    store.append([mark("d", mode=Mode.MOCK, session="session-3")])
    day = NOW.study_day
    assert store.open_session(Mode.DRILL, day) == (started, shown, attempt)
    assert store.open_session(Mode.DRILL, day + 1) == ()
    assert store.open_session(Mode.PRACTICE, day) == ()
    store.append([mark("e", RecordKind.SESSION_ENDED, session="session-1")])
    assert store.open_session(Mode.DRILL, day) == ()


def test_study_days_are_those_with_an_attempt(store: Store, answered: "Answered") -> None:
    for day, hour in ((20_003, 27.9), (20_001, 4), (20_001, 20)):  # 27.9: 03:54 the next morning
        store.append(answered(day=day, hour=hour))
    store.append(answered(day=20_009)[:1])
    assert store.study_days() == (20_001, 20_003)


def test_the_device_is_asked_for_once(path: Path) -> None:
    names = iter(("device-1", "device-2"))
    for _ in range(2):
        with open_store(path, now=NOW, new_device=lambda: next(names)) as store:
            assert store.device == "device-1"


def test_folders_above_a_new_log_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "log.sqlite3"
    open_store(path, now=NOW, new_device=lambda: "device-1").close()
    assert [entry.name for entry in path.parent.iterdir()] == ["log.sqlite3"]


def test_every_commit_reaches_the_disk(store: Store) -> None:
    def pragma(name: str) -> object:
        return store._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == 3000


def test_a_closed_store_says_so_in_its_own_words(store: Store, answered: "Answered") -> None:
    store.close()
    store.close()
    with pytest.raises(RecordError) as refused:
        store.append(answered())
    assert refused.value.key == "record.failed"


def test_a_busy_log_is_reported_and_nothing_is_written(
    path: Path, store: Store, answered: "Answered"
) -> None:
    store._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError) as refused:
        store.append(answered())
    other.close()
    assert refused.value.key == "record.busy"
    assert store.records() == ()


def test_looking_what_is_due_never_loads_the_scheduler(
    path: Path, store: Store, answered: "Answered"
) -> None:
    store.append(answered(day=20_000, grade=3))
    program = """if True:
        import sys
        from pathlib import Path
        from quizdeck.record.store import open_store
        from quizdeck.study.moment import Moment
        with open_store(Path(sys.argv[1]), now=Moment(0, 0), new_device=str) as store:
            print(*(memory.due_day for memory in store.memories().values()))
        assert not {"fsrs", "textual", "numpy"} & set(sys.modules)
    """
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("20002\n", "")


def test_what_was_wrong_though_the_learner_was_sure_is_known_until_its_next_day(
    store: Store, answered: "Answered"
) -> None:
    shown, attempt = answered("adam.v.2", 20_000, grade=1)
    sure = replace(attempt, payload={**attempt.payload, "confidence": "sure"})
    store.append((shown, sure, *answered("adam.m.1", 20_000, grade=1)))
    store.append(answered("adam.v.2", 20_000, hour=21))
    assert store.sure_but_wrong() == {"adam.v.2"}
    store.append(answered("adam.v.2", 20_001))
    assert store.sure_but_wrong() == frozenset()


def test_the_ratings_of_the_last_study_days_are_the_first_of_each(
    store: Store, answered: "Answered"
) -> None:
    for day, grade in ((20_000, 3), (20_001, 1), (20_002, 2)):
        store.append(answered(day=day, grade=grade))
        store.append(answered(day=day, hour=21, grade=4))
    store.append(answered(day=20_003, mode=Mode.PRACTICE))
    assert store.last_grades("adam.v.2", 5) == (2, 1, 3)
    assert store.last_grades("adam.v.2", 2) == (2, 1)
    assert store.last_grades("adam.m.1", 5) == ()
