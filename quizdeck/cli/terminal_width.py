"""How wide a terminal draws characters of ambiguous width, such as α: one cell, or two.

The screens are laid out for one. A terminal that draws two shifts everything after such a
character, and nothing but its own settings helps, so its owner has to be told.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from select import select
from time import monotonic

from quizdeck.desk.places import Home, read_settings, save_settings
from quizdeck.errors import RecordError

SECONDS = 0.15  # a terminal that is there answers in a few milliseconds

_SAMPLE = "α"
_ASK = f"\r{_SAMPLE}\x1b[6n\r\x1b[K"
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
_ASKED = "terminal"


def draws_wide(home: Home, environment: Mapping[str, str]) -> bool:
    """Return whether the terminal draws two cells; it is asked once, and again if it is another."""
    terminal = " ".join(environment.get(name, "") for name in ("TERM", "TERM_PROGRAM")).strip()
    if read_settings(home).get(_ASKED) == terminal:
        return False
    width = ambiguous_width(sys.stdin.fileno(), sys.stderr.fileno(), SECONDS)
    with suppress(RecordError):  # it is asked again, which does no harm
        save_settings(home, **{_ASKED: terminal})
    return width == len(_SAMPLE) + 1


def ambiguous_width(keyboard: int, screen: int, seconds: float) -> int | None:
    """Return the cells that a terminal takes for one such character.

    None where it is no terminal, or does not answer within ``seconds``.
    """
    if not (os.isatty(keyboard) and os.isatty(screen)):
        return None
    try:
        with _unbuffered(keyboard):
            os.write(screen, _ASK.encode())
            return _answered(keyboard, seconds)
    except (OSError, ImportError):  # a console that knows no such modes
        return None


def _answered(keyboard: int, seconds: float) -> int | None:
    answer, end = b"", monotonic() + seconds
    while (left := end - monotonic()) > 0 and select([keyboard], [], [], left)[0]:
        answer += os.read(keyboard, 1024)
        if match := _ANSWER.search(answer):
            return int(match[1]) - 1
    return None


@contextmanager
def _unbuffered(keyboard: int) -> Iterator[None]:
    """Let what the terminal answers be read at once and unseen."""
    import termios  # noqa: PLC0415, not on every platform
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard)
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)
