"""The separate process that runs jobs, and what becomes of a job when the process does not answer.

Any job may hang, die or babble: the process is then ended with all it started, the job has failed,
and a new process goes on with the next one.
"""

import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, Any

import numpy as np

import quizdeck
from quizdeck.code_blanks.traces import Trace, trace_of
from quizdeck.errors import QuizdeckError
from quizdeck.text import without_controls

Job = Mapping[str, object]

# This very quizdeck goes before any that is installed; NumPy may be where -I does not look.
_START = """\
import sys
ours, numpys = sys.argv[1:]
if ours not in sys.path:
    sys.path.insert(0, ours)
sys.path.append(numpys)
from quizdeck.code_blanks.driver import main
main()
"""
_LONGEST_ANSWER = 8_000_000  # bytes
_WORDS = "stderr.txt"
_MOST_SHOWN = 200  # characters of an error


@dataclass(frozen=True, slots=True)
class Limits:
    """What a listing may use; ``patience`` is what the process has beyond ``seconds``."""

    seconds: float = 2.0
    patience: float = 1.0
    startup_seconds: float = 30.0
    memory: int = 2_000_000_000


class FailureKind(StrEnum):
    """How a listing comes to have no numbers."""

    RAISED = "raised"
    STOPPED = "stopped"  # too slow, too large, or reaching out of the process
    UNREADABLE = "unreadable"  # not Python, and so never run


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no trace, in one line without control characters."""

    kind: FailureKind
    error: str


def run_jobs(jobs: Sequence[Job], limits: Limits) -> tuple[Trace | Failure, ...]:
    """Run every job and return what came of each; raises ``QuizdeckError`` if none can be run."""
    outcomes: list[Trace | Failure] = []
    while len(outcomes) < len(jobs):
        outcomes += _outcomes_of_one_process(jobs[len(outcomes) :], limits)
    return tuple(outcomes)


def one_line(text: str) -> str:
    """Return as much of a text of unknown origin as a message can hold."""
    speakable = text.encode(errors="replace").decode()  # half a surrogate pair cannot be printed
    line = " ".join(without_controls(speakable).split())
    return line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + "…"


def _outcomes_of_one_process(jobs: Sequence[Job], limits: Limits) -> Iterator[Trace | Failure]:
    """Yield at least one outcome; fewer than ``jobs`` if the last one was the process's end."""
    token = secrets.token_hex(16)
    request = {
        "token": token,
        "seconds": limits.seconds,
        "memory": limits.memory,
        "cpu_seconds": int(limits.seconds * len(jobs) + limits.startup_seconds),
        "jobs": list(jobs),
    }
    with TemporaryDirectory() as folder, _started(Path(folder), request) as process:
        answers = _Answers(process, token)
        if answers.next(limits.startup_seconds) != {"ready": True}:
            raise QuizdeckError("blank.no_process", reason=_last_words(Path(folder)))
        for _ in jobs:
            answer = answers.next(limits.seconds + limits.patience)
            yield _outcome(answer)
            if answer.get("is_last"):
                return


def _outcome(answer: Mapping[str, Any]) -> Trace | Failure:
    if "error" in answer:
        kind = FailureKind.STOPPED if answer.get("was_stopped") else FailureKind.RAISED
        return Failure(kind, one_line(str(answer["error"])))
    return trace_of(answer["trace"])


class _Answers:
    """The lines that the process tells, read as they come."""

    def __init__(self, process: subprocess.Popen[bytes], token: str) -> None:
        self._token = token.encode()
        self._lines: Queue[bytes] = Queue()
        assert process.stdout is not None
        Thread(target=_read_lines, args=(process.stdout, self._lines), daemon=True).start()

    def next(self, seconds: float) -> Mapping[str, Any]:
        """Return the next answer, or that there is none and why."""
        try:
            line = self._lines.get(timeout=seconds)
        except Empty:
            return _no_answer(f"no end within {seconds:g} s")
        if not line:
            return _no_answer("the process ended")
        try:
            answer = json.loads(line.removeprefix(self._token))
        except ValueError:
            answer = None
        if not line.startswith(self._token) or not isinstance(answer, dict):
            return _no_answer("the listing wrote where only answers are written")
        return answer


def _no_answer(error: str) -> Mapping[str, Any]:
    return {"error": error, "was_stopped": True, "is_last": True}


def _read_lines(stream: IO[bytes], lines: Queue[bytes]) -> None:
    with stream:
        while line := stream.readline(_LONGEST_ANSWER):
            lines.put(line)
    lines.put(b"")


@contextmanager
def _started(folder: Path, request: Mapping[str, object]) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process, hand it the request, and end it with all that it started."""
    packages = [str(Path(package.__path__[0]).parent) for package in (quizdeck, np)]
    # OpenBLAS starts no threads; Windows finds no source of randomness without its root.
    environment = {"OPENBLAS_NUM_THREADS": "1"}
    environment |= {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, *packages]
    try:
        with (folder / _WORDS).open("wb") as words:
            process = subprocess.Popen(  # noqa: S603 - our own driver, by our own interpreter
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=words,
                cwd=folder,
                env=environment,
                start_new_session=True,
            )
    except OSError as error:
        raise QuizdeckError("blank.no_process", reason=one_line(str(error))) from error
    try:
        assert process.stdin is not None
        with suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write(json.dumps(request).encode())
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _last_words(folder: Path) -> str:
    lines = (folder / _WORDS).read_text(encoding="utf-8", errors="replace").splitlines()
    return one_line(lines[-1] if lines else "no answer")
