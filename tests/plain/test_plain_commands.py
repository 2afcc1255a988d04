"""What can be typed instead of an answer."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from quizdeck.plain.commands import Command, Word, command_in
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Outcome, Record, RecordKind
from tests.cli.helpers import PROGRAM, quizdeck

DRILL = ("drill", "--plain", "--topic", "adam", "--count", "3")
PRACTICE = ("practice", "--plain", "adam.v.1", "--count", "2", "--seed", "5")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "quizdeck-home" / "log.db"


def records(log: Path, *kinds: RecordKind) -> tuple[Record, ...]:
    with open_store(log, now=Moment(0, 0), new_device=lambda: "reader") as store:
        return store.records(kinds=kinds)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1", None),
        ("m += 1", None),
        ("", None),
        (":", Command(Word.HELP, "")),
        (" :?", Command(Word.HELP, "")),
        (":h", Command(Word.HINT, "")),
        ("：ｈ", Command(Word.HINT, "")),
        (":HINT", Command(Word.HINT, "")),
        (":f　", Command(Word.FLAG, "")),
        (":f 添字が 変", Command(Word.FLAG, "添字が 変")),
        (":s 2", Command(Word.CONFIDENCE, "2")),
        (":zzz", Command(None, "")),
    ],
)
def test_a_line_that_begins_with_a_colon_is_a_command(line: str, expected: Command | None) -> None:
    assert command_in(line) == expected


def test_no_two_commands_begin_alike() -> None:
    assert len({word.value[0] for word in Word}) == len(Word)


def test_a_hint_shows_and_the_answer_then_counts_as_not_known(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed=":h\n:h\n?\n")
    assert ran.out.count("ヒント\n") == 2
    assert [r.payload["level"] for r in records(log, RecordKind.HINT)] == [1, 2]


def test_what_is_put_off_or_rests_makes_room_for_the_next(log: Path) -> None:
    ran = quizdeck(*DRILL, typed=":l\n:r\nq\n")
    assert (ran.code, ran.err) == (0, "")
    first, second, third = (r.item for r in records(log, RecordKind.SHOWN))
    assert [r.item for r in records(log, RecordKind.SKIPPED)] == [first]
    assert [r.item for r in records(log, RecordKind.SUSPENDED)] == [second]
    assert third not in {first, second}
    assert "明日まで出ません" in ran.out


def test_how_sure_one_is_goes_with_the_answer(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed=":s\n:s ９\n:s １\n0\n")
    assert ran.out.count("1 自信あり  2 自信なし  3 勘") == 2
    (attempt, *_) = records(log, RecordKind.ATTEMPT)
    assert attempt.payload["confidence"] == "sure"


def test_an_item_is_marked_with_a_note_and_the_mark_is_taken_off(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed=":f 桁が多い\n:u\n:f\nq\n")
    (flagged,) = records(log, RecordKind.FLAGGED)
    assert flagged.payload == {"note": "桁が多い"}
    assert len(records(log, RecordKind.UNFLAGGED)) == 1
    assert "取り消せるものはありません" in ran.out
    again = quizdeck(*PRACTICE, typed=":f 桁が多い\nq\n")
    assert again.code == 0
    assert "⚑ 桁が多い" in quizdeck(*PRACTICE, typed="q\n").out


def test_the_last_answer_is_taken_back_and_asked_again(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed="?\n:u\n?\nq\n")
    assert ran.out.count("―― 数値練習   0 / 2") == 2
    assert len(records(log, RecordKind.VOID)) == 1


def test_what_makes_no_sense_now_is_said_and_changes_nothing(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed=":e\n:w 1\n:nonsense\n:\nq\n")
    assert ran.out.count("いまは使えません") == 3
    assert ":w 1–6 間違えた原因" in ran.out
    assert records(log, RecordKind.RATED, RecordKind.CAUSE, RecordKind.RETRY) == ()


def test_a_person_is_waited_for_after_a_verdict_and_may_say_why(log: Path) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *PRACTICE], stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    os.write(master, b"?\n:w\n:w 4\n\nq\n")
    out, err = process.communicate(timeout=60)
    os.close(slave)
    os.close(master)
    assert (process.returncode, err) == (0, b"")
    (cause,) = records(log, RecordKind.CAUSE)
    assert cause.payload == {"cause": "misread"}
    assert [r.outcome for r in records(log, RecordKind.ATTEMPT)] == [Outcome.REVEALED]
    assert len(re.findall("Enter で次へ", out.decode())) == 3
