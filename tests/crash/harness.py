"""Sessions that are killed at random moments, and what must be true of the log afterwards."""

import os
import random
import re
import select
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import RecordKind

_SHOW_ME = b"\x1bOQ"  # F2
_MOST_ROUNDS = 6
_PROGRAM = (sys.executable, "-m", "quizdeck", "--lang", "en")
_TALK = (*_PROGRAM, "drill", "--plain", "--count", "500")
_SCREENS = _PROGRAM
_VERDICTS = re.compile(r"✓ Correct|✗ Wrong|– Shown")
_ASKS = b": "
_START_SECONDS = 30.0
_GRACE_SECONDS = 0.4  # a double tap on Enter skips no feedback
_EARLY = 0.1  # the share that is killed at its start


@dataclass
class Report:
    """What a run of kills showed."""

    kills: int = 0
    acknowledged: int = 0
    in_log: int = 0
    lost: int = 0
    troubles: list[str] = field(default_factory=list)


@dataclass
class Harness:
    """One home, in which one session after another is killed."""

    home: Path
    chance: random.Random = field(default_factory=lambda: random.Random(20_261_124))
    report: Report = field(default_factory=Report)

    def kill_talk(self) -> None:
        """Answer in the line mode and kill the process at a moment of chance."""
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            _TALK, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=self._environment()
        )
        assert process.stdin is not None
        assert process.stdout is not None
        deadline = time.monotonic() + _START_SECONDS
        if is_early := self.chance.random() < _EARLY:
            deadline = time.monotonic() + self.chance.uniform(0, 1)
        heard = b""
        while (left := deadline - time.monotonic()) > 0:
            ready, _, _ = select.select([process.stdout], [], [], left)
            piece = os.read(process.stdout.fileno(), 65536) if ready else b""
            heard += piece
            if _ASKS in heard and not is_early:
                is_early, deadline = True, time.monotonic() + self.chance.uniform(0, 0.5)
            if heard.endswith(_ASKS):
                process.stdin.write(self.chance.choice((b"1\n", b"2\n", b"0.5\n", b"?\n")))
                process.stdin.flush()
        process.kill()
        heard += process.communicate()[0]
        self._examine(len(_VERDICTS.findall(heard.decode(errors="replace"))))

    def kill_screens(self) -> None:
        """Answer on the screens in a terminal of their own and kill the process.

        What is acknowledged is what the screens have shown a verdict of.
        """
        import pty  # noqa: PLC0415, POSIX only

        process, terminal = pty.fork()
        if process == 0:
            os.execvpe(_SCREENS[0], _SCREENS, self._environment())
        rounds = self.chance.randrange(_MOST_ROUNDS)
        acknowledged = _answered(terminal, rounds)
        if acknowledged == rounds:  # in the middle of one more
            os.write(terminal, self.chance.choice((_SHOW_ME, b"1", b"\r", _SHOW_ME)))
            time.sleep(self.chance.uniform(0, 0.1))
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(terminal)
        self._examine(acknowledged)

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "QUIZDECK_HOME": str(self.home),
            "TERM": "xterm-256color",
            "COLUMNS": "80",
            "LINES": "24",
        }

    def _examine(self, acknowledged: int) -> None:
        """Open the log as the next start does and compare it with what was acknowledged."""
        self.report.kills += 1
        self.report.acknowledged += acknowledged
        if not (self.home / "log.db").exists():
            return
        with open_store(self.home / "log.db", now=Moment(0, 0), new_device=lambda: "x") as store:
            in_log = len(store.records(kinds=(RecordKind.ATTEMPT,)))
            new = in_log - self.report.in_log
            self.report.lost += max(0, acknowledged - new)
            self.report.in_log = in_log
            if not store.is_whole():
                self.report.troubles.append("not whole")
            if store.gaps() or store.altered():
                self.report.troubles.append("gaps or altered events")
            if not store.schedule_matches_log():
                self.report.troubles.append("schedule differs from a rebuild")
            sessions = store.records(kinds=(RecordKind.SESSION_STARTED,))
            ended = store.records(kinds=(RecordKind.SESSION_ENDED,))
            drills = [record for record in sessions if record.mode == "drill"]
            if len(drills) > 1 + len(ended):
                self.report.troubles.append("a session was not resumed")


def _answered(terminal: int, rounds: int) -> int:
    """Ask for that many answers on the screens, one after the other; return how many were shown."""
    steps = [(b"\r", b"Show me")]
    for _ in range(rounds):
        steps += [(_SHOW_ME, "– Shown".encode()), (b"\r", b"Show me")]
    if not _heard(terminal, "▸".encode()):
        return 0
    shown = 0
    for keys, awaited in steps[: 2 * rounds]:
        _wait_for_quiet(terminal, _GRACE_SECONDS)
        os.write(terminal, keys)
        if not _heard(terminal, awaited):
            break
        shown += keys == _SHOW_ME
    return shown


def _wait_for_quiet(terminal: int, seconds: float) -> None:
    """Leave what is still being drawn behind, so that it is not taken for what a key brings."""
    while select.select([terminal], [], [], seconds)[0] and _read(terminal):
        pass


def _heard(terminal: int, awaited: bytes) -> bool:
    """Read what the screens draw until ``awaited`` stands in it; return whether it came."""
    heard, deadline = b"", time.monotonic() + _START_SECONDS
    while awaited not in heard:
        ready, _, _ = select.select([terminal], [], [], max(0.0, deadline - time.monotonic()))
        piece = _read(terminal) if ready else b""
        if not piece:
            return False
        heard += piece
    return True


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the process has ended
        return b""
