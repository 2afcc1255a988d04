"""The command line: reads arguments, picks a front end, and turns errors into words."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import TextIOWrapper
from itertools import zip_longest
from pathlib import Path
from typing import TextIO

from quizdeck.cli.surroundings import Surroundings
from quizdeck.desk.places import home_of, language_of, notation_of
from quizdeck.errors import ExitCode, QuizdeckError
from quizdeck.language.catalogue import error_text, text

_OBJECTS_BEFORE_COLLECTION = 50_000  # loading makes many that stay, and a search of them finds none
_JOINED_OPTIONS = frozenset({"--start", "--grads"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    words = _with_values_joined(sys.argv[1:] if arguments is None else arguments)
    _take_any_text(sys.stdin, sys.stdout, sys.stderr)
    home = home_of(os.environ)
    language = language_of(os.environ, home, _language_asked(words))
    around = Surroundings(home, language, os.environ, sys.stdin, sys.stdout, sys.stderr)
    try:
        return _run(words, around)
    except QuizdeckError as error:
        around.complain(text("command.failed", language, message=error_text(error, language)))
        return error.exit_code
    except KeyboardInterrupt:
        around.complain(f"\n{text('command.interrupted', language)}")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # the reader has gone; keep the interpreter from complaining about it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE


def _run(words: Sequence[str], around: Surroundings) -> int:
    try:
        if not words:
            from quizdeck.cli.screens import open_home  # noqa: PLC0415, nothing to be understood

            return open_home(None, replace(around, notation=notation_of(around.home)))
        from quizdeck.cli.arguments import parser_for  # noqa: PLC0415

        options = parser_for(around.language).parse_args(words)
        notation = notation_of(around.home, getattr(options, "notation", None))
        banks = tuple(map(Path, [*options.banks, *getattr(options, "more_banks", ())]))
        return int(options.run(options, replace(around, notation=notation, banks=banks)))
    finally:
        # whatever is still held back must meet its reader here, not after the last handler
        around.stdout.flush()


def _take_any_text(stdin: TextIO, *outputs: TextIO) -> None:
    """Let no byte that is read and no character that is written end the program."""
    if isinstance(stdin, TextIOWrapper):
        stdin.reconfigure(errors="replace")
    for output in outputs:
        if isinstance(output, TextIOWrapper):
            output.reconfigure(errors="backslashreplace")


def _language_asked(words: Sequence[str]) -> str | None:
    """Return the value of ``--lang``: the help itself is in that language."""
    for word, following in zip_longest(words, words[1:]):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def _with_values_joined(words: Sequence[str]) -> list[str]:
    """Write ``--start -7,2`` as ``--start=-7,2``, which argparse does not take for an option."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _JOINED_OPTIONS:
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined
