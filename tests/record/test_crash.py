import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.record.conftest import Opened

KILLS = 15

WRITER = """
import itertools, os, sys, time
from pathlib import Path
from quizdeck.record.identity import uuid7
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Mode, Outcome, Record, RecordKind

path, count = Path(sys.argv[1]), int(sys.argv[2])
now = Moment(time.time_ns() // 1_000_000, 540)
new_identity = lambda: uuid7(now.epoch_milliseconds, os.urandom(10))

with open_store(path, now=now, new_device=new_identity) as store:
    print("ready", flush=True)
    for number in range(count):
        shown, attempt = new_identity(), new_identity()
        item, session = f"item.{number % 7}", "session"
        store.append([Record(shown, RecordKind.SHOWN, now, session, Mode.DRILL, item)])
        print(shown, flush=True)
        store.append([Record(attempt, RecordKind.ATTEMPT, now, session, Mode.DRILL, item, shown,
                             Outcome.CORRECT, 3, 1000, {"typed": "七" * 200})])
        print(attempt, flush=True)
"""


def start_writer(path: Path, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def assert_sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sequence = [seq for (seq,) in raw.execute("SELECT seq FROM event ORDER BY device, seq")]
        assert sequence == list(range(1, len(sequence) + 1))


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(
    path: Path, opened: "Opened"
) -> None:
    chance = random.Random(20_241_004)
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        with start_writer(path, 1_000_000) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 0.15))
            writer.kill()
            acknowledged.update(line[:-1] for line in writer.stdout if line.endswith("\n"))
        assert_sound(path)
        with opened() as store:
            assert acknowledged <= {record.identity for record in store.records()}
            assert store.altered() == ()
            assert store.schedule_matches_log()
    assert len(acknowledged) > KILLS


@pytest.mark.parametrize("processes", [4])
def test_processes_that_write_at_once_lose_nothing(
    path: Path, opened: "Opened", processes: int
) -> None:
    writers = [start_writer(path, 60) for _ in range(processes)]
    outputs = [writer.communicate(timeout=60)[0].splitlines() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * processes
    assert_sound(path)
    with opened() as store:
        identities = {record.identity for record in store.records()}
        assert identities == {line for lines in outputs for line in lines} - {"ready"}
        assert len(identities) == processes * 120
        assert store.schedule_matches_log()


def test_a_log_opened_for_the_first_time_by_several_processes_has_one_device(
    path: Path, opened: "Opened"
) -> None:
    writers = [start_writer(path, 0) for _ in range(6)]
    assert [writer.communicate(timeout=60)[0] for writer in writers] == ["ready\n"] * 6
    with opened() as store:
        assert store.device != "device-1"
        assert store.records() == ()
