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

_PROGRAM = (sys.executable, "-m", "quizdeck", "--lang", "en")
_TALK = (*_PROGRAM, "drill", "--plain", "--count", "500")
_SCREENS = _PROGRAM
_VERDICTS = re.compile(r"✓ Correct|✗ Wrong|– Shown")
_ASKS = b": "
_START_SECONDS = 30.0
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
        """Press keys on the screens in a terminal of their own and kill the process."""
        import pty  # noqa: PLC0415, POSIX only

        process_id, terminal = pty.fork()
        if process_id == 0:
            os.execvpe(_SCREENS[0], _SCREENS, self._environment())
        deadline = time.monotonic() + 1.5 + self.chance.uniform(0, 1.5)
        heard, next_key = b"", time.monotonic() + 1.0
        while (left := deadline - time.monotonic()) > 0:
            ready, _, _ = select.select([terminal], [], [], min(left, 0.05))
            try:
                heard += os.read(terminal, 65536) if ready else b""
                if time.monotonic() > next_key:
                    os.write(terminal, self.chance.choice((b"\r", b"1", b"2", b"?", b"\x1b")))
                    next_key = time.monotonic() + self.chance.uniform(0.01, 0.1)
            except OSError:
                break
        os.kill(process_id, 9)
        os.waitpid(process_id, 0)
        os.close(terminal)
        self._examine(0)

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
