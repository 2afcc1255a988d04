"""The line mode through real pipes, as a script or a screen reader meets it."""

import io
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizdeck.plain.conversation import Conversation
from quizdeck.problems.precision import display
from quizdeck.problems.problem import problem_by_variant
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Outcome, Record, RecordKind
from quizdeck.text import Language
from tests.cli.helpers import PROGRAM, quizdeck

ASKS = "q で中断）: "
DRILL = ("drill", "--plain", "--topic", "adam", "--count", "3")
PRACTICE = ("practice", "--plain", "adam.v.1", "--count", "2", "--seed", "5")
_SECONDS = 20


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "quizdeck-home" / "log.db"


def records(log: Path, *kinds: RecordKind) -> tuple[Record, ...]:
    with open_store(log, now=Moment(0, 0), new_device=lambda: "reader") as store:
        return store.records(kinds=kinds)


def right_answer(log: Path) -> str:
    """Return what answers the item shown last, as the log remembers it."""
    payload = records(log, RecordKind.SHOWN)[-1].payload
    if "variant" not in payload:
        return str(payload["correct"])
    problem = problem_by_variant(str(payload["variant"]))
    return display(problem.answer, problem.precision)


class Talk:
    """A running session, line by line."""

    def __init__(self, *words: str) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([*PROGRAM, *words], stdin=pipe, stdout=pipe, stderr=pipe)
        self.heard = b""

    def hear(self, wanted: str = ASKS) -> str:
        """Return what is printed up to ``wanted`` and including it."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + _SECONDS
        while wanted.encode() not in self.heard:
            ready, _, _ = select.select([self.process.stdout], [], [], deadline - time.monotonic())
            piece = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not piece:
                pytest.fail(f"never heard: {wanted}\n{self.heard.decode()}")
            self.heard += piece
        end = self.heard.index(wanted.encode()) + len(wanted.encode())
        said, self.heard = self.heard[:end], self.heard[end:]
        return said.decode()

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def end(self) -> tuple[int, str, str]:
        """Close the input and return the exit code and what was still printed."""
        out, err = self.process.communicate(timeout=_SECONDS)
        return self.process.returncode, (self.heard + out).decode(), err.decode()


@contextmanager
def talking(*words: str) -> Iterator[Talk]:
    talk = Talk(*words)
    try:
        yield talk
    finally:
        talk.process.kill()
        talk.process.communicate()


def test_a_whole_drill(log: Path) -> None:
    with talking(*DRILL) as talk:
        for done in range(3):
            assert f"今日のドリル   {done} / 3" in talk.hear()
            talk.say(right_answer(log))
            assert "✓ 正解" in talk.hear("✓ 正解")
        code, out, err = talk.end()
    assert (code, err) == (0, "")
    assert "おつかれさまでした" in out
    assert "3 / 3 問正解（初回）  100%" in out
    outcomes = [attempt.outcome for attempt in records(log, RecordKind.ATTEMPT)]
    assert outcomes == [Outcome.CORRECT] * 3
    assert len(records(log, RecordKind.SESSION_ENDED)) == 1


def test_every_answer_is_in_the_log_before_its_verdict_is_heard(log: Path) -> None:
    with talking(*DRILL) as talk:
        for done in range(1, 3):
            talk.hear()
            talk.say(right_answer(log))
            talk.hear("✓ 正解")
            assert len(records(log, RecordKind.ATTEMPT)) == done


def test_a_question_mark_shows_the_answer(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed="?\n？\n")
    assert ran.code == 0
    assert "– 答えを見る" in ran.out
    assert "計算" in ran.out
    assert [a.outcome for a in records(log, RecordKind.ATTEMPT)] == [Outcome.REVEALED] * 2


@pytest.mark.parametrize("typed", ["q\n", "ｑ\n", "  \n"], ids=ascii)
def test_q_or_the_end_of_the_input_leaves(log: Path, typed: str) -> None:
    ran = quizdeck(*PRACTICE, typed=typed)
    assert (ran.code, ran.err) == (0, "")
    assert "終わりにしました" in ran.out
    assert records(log, RecordKind.ATTEMPT, RecordKind.RETRY, RecordKind.SESSION_ENDED) == ()


def test_an_unreadable_line_costs_nothing_and_is_asked_again(log: Path) -> None:
    ran = quizdeck(*PRACTICE, typed="1..5\nabc\n")
    assert "小数点が 2 つあります" in ran.out
    assert "「abc」という文字" in ran.out
    assert ran.out.count(ASKS) == 3
    assert records(log, RecordKind.ATTEMPT) == ()
    texts = [retry.payload["text"] for retry in records(log, RecordKind.RETRY)]
    assert texts == ["1..5", "abc"]


def test_a_number_that_is_no_option_is_asked_again(log: Path) -> None:
    ran = quizdeck(*DRILL, typed="9\n0\n")
    assert ran.out.count("1 から 4 の番号で答えてください。") == 2
    assert records(log, RecordKind.ATTEMPT) == ()


def test_full_width_answers_are_understood(log: Path) -> None:
    with talking(*DRILL) as talk:
        talk.hear()
        talk.say(chr(ord(right_answer(log)) + 0xFEE0))
        talk.hear("✓ 正解")


def test_a_killed_session_goes_on_with_the_same_item(log: Path) -> None:
    with talking(*DRILL) as talk:
        talk.hear()
        talk.say(right_answer(log))
        talk.hear("✓ 正解")
        asked = question(talk.hear())
        shown = records(log, RecordKind.SHOWN)
        talk.process.send_signal(signal.SIGKILL)
        talk.process.wait(_SECONDS)
    with talking(*DRILL) as talk:
        again = talk.hear()
        assert "今日のドリル   1 / 3" in again
        assert question(again) == asked
        assert records(log, RecordKind.SHOWN) == shown
        assert len(records(log, RecordKind.ATTEMPT)) == 1
        talk.say(right_answer(log))
        talk.hear("✓ 正解")


def question(said: str) -> str:
    """Return the question without what was printed before it."""
    return said[said.rindex("――") :]


def test_ctrl_c_ends_with_130_and_loses_nothing(log: Path) -> None:
    with talking(*DRILL) as talk:
        talk.hear()
        talk.say(right_answer(log))
        talk.hear("✓ 正解")
        asked = question(talk.hear())
        talk.process.send_signal(signal.SIGINT)
        code, _, err = talk.end()
    assert code == 130
    assert err.strip() == "中断しました。"
    assert len(records(log, RecordKind.ATTEMPT)) == 1
    assert asked in quizdeck(*DRILL).out


def test_the_same_seed_asks_the_same(log: Path) -> None:
    first = quizdeck(*PRACTICE, typed="?\n?\n").out
    log.unlink()
    assert quizdeck(*PRACTICE, typed="?\n?\n").out == first


def test_practice_is_not_scheduled(log: Path) -> None:
    quizdeck(*PRACTICE, typed="?\n?\n")
    with open_store(log, now=Moment(0, 0), new_device=lambda: "reader") as store:
        assert store.memories() == {}


def test_the_line_mode_speaks_english_too() -> None:
    said = quizdeck(*DRILL, "--lang", "en", typed="?\n1\n").out.replace("・", "")
    assert "Type a number" in said
    assert not [c for c in said if "぀" <= c <= "鿿"]


def test_nothing_that_is_typed_reaches_the_terminal_as_a_command() -> None:
    typed = b"\x1b[31m1\x1b]0;x\x07\n[/]\n\x9b2J\n\xff\xfe\n\x00\n"
    ran = quizdeck(*PRACTICE, typed=typed)
    assert (ran.code, ran.err) == (0, "")
    assert not [c for c in ran.out if c != "\n" and not c.isprintable() and c != "\u3000"]


def test_no_line_that_is_written_commands_the_terminal() -> None:
    said = io.StringIO()
    Conversation(io.StringIO(), said, Language.ENGLISH).write("a\x1b[2Jb\u202ec")
    assert said.getvalue() == "a[2Jbc\n"


def test_no_line_is_wider_than_the_terminal() -> None:
    ran = quizdeck(*DRILL, typed="?\n?\n?\n", environment={"COLUMNS": "40"})
    assert "―― 今日のドリル" in ran.out
    body = [line for line in ran.out.splitlines() if not line.startswith("――")]
    assert max(len(line) for line in body if ASKS not in line) <= 40


def test_an_unknown_topic_is_named(log: Path) -> None:
    refused = quizdeck("drill", "--plain", "--topic", "alchemy")
    assert (refused.code, refused.out) == (2, "")
    assert "alchemy" in refused.err
    assert "adam" in refused.err
    assert records(log, RecordKind.SESSION_STARTED) == ()


def test_the_program_can_be_run_as_a_module() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "quizdeck", "--version"], capture_output=True, check=True
    )
    assert ran.stdout.startswith(b"quizdeck ")
