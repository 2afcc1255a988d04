"""Asking a terminal how wide it draws characters of ambiguous width, through real terminals."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from quizdeck.cli import terminal_width
from quizdeck.cli.terminal_width import ambiguous_width, draws_wide
from quizdeck.desk.places import Home, read_settings
from tests.cli.helpers import PROGRAM

LONG = 30.0


@contextmanager
def terminal(*answers: bytes) -> Iterator[int]:
    """Give the end of a terminal that sends ``answers`` when it is asked where its cursor is."""
    emulator, end = pty.openpty()
    asked = bytearray()

    def answer() -> None:
        while b"\x1b[6n" not in asked:
            asked.extend(os.read(emulator, 1024))
        for piece in answers:
            os.write(emulator, piece)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield end
        thread.join(LONG)
        assert asked.startswith("\rα".encode())
    finally:
        os.close(end)
        os.close(emulator)


def test_the_program_asks_warns_and_leaves_the_keyboard_in_its_usual_mode(tmp_path: Path) -> None:
    """A terminal in which α takes two cells, and the program as it is started by hand."""
    emulator, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "QUIZDECK_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    program = subprocess.Popen(
        [*PROGRAM, "--lang", "ja"], stdin=end, stdout=end, stderr=end, env=environment
    )
    os.close(end)
    drawn = _drawn_until(emulator, b"\x1b[6n")
    os.write(emulator, b"\x1b[1;3R")
    drawn += _drawn_until(emulator, "2文字分の幅".encode())
    os.write(emulator, b"\x11")  # Ctrl+Q
    with suppress(OSError):  # the end of a terminal whose program has ended
        while piece := os.read(emulator, 4096):
            drawn += piece
    assert program.wait(LONG) == 0
    os.close(emulator)
    assert not re.search(rb"\x1b\[[>=]\d*u", drawn)  # keys are reported as they always were


def _drawn_until(emulator: int, text: bytes) -> bytes:
    drawn = b""
    while text not in drawn:
        drawn += os.read(emulator, 4096)
    return drawn


@pytest.mark.parametrize(
    ("answers", "width"),
    [
        ((b"\x1b[1;2R",), 1),
        ((b"\x1b[24;3R",), 2),
        ((b"\x1b[2", b"4;", b"3R"), 2),
        ((b"typed ahead\x1b[1;2R",), 1),
    ],
)
def test_the_width_is_what_the_cursor_moved(answers: tuple[bytes, ...], width: int) -> None:
    with terminal(*answers) as end:
        assert ambiguous_width(end, end, LONG) == width


def test_a_terminal_that_does_not_answer_is_not_waited_for() -> None:
    with terminal() as end:
        assert ambiguous_width(end, end, 0.05) is None


def test_what_is_no_terminal_is_not_asked(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w+b") as file:
        assert ambiguous_width(file.fileno(), file.fileno(), LONG) is None
        file.seek(0)
        assert file.read() == b""


def test_the_modes_of_the_terminal_are_put_back() -> None:
    with terminal(b"\x1b[1;2R") as end:
        before = termios.tcgetattr(end)
        ambiguous_width(end, end, LONG)
        assert termios.tcgetattr(end) == before


def test_a_terminal_is_asked_once_and_another_one_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def ask(*_: object) -> int:
        asked.append(1)
        return 2

    monkeypatch.setattr(terminal_width, "ambiguous_width", ask)
    home, xterm, other = Home(tmp_path / "home"), {"TERM": "xterm"}, {"TERM": "other"}
    with (tmp_path / "end").open("w+") as end:
        monkeypatch.setattr("sys.stdin", end)
        monkeypatch.setattr("sys.stderr", end)
        told = [draws_wide(home, terminal) for terminal in (xterm, xterm, other, other)]
    assert told == [True, False, True, False]
    assert len(asked) == 2
    assert read_settings(home) == {"terminal": "other"}
