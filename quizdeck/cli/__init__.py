"""The command line: reads arguments, picks a front end, and turns errors into words."""

import os
import sys
from collections.abc import Sequence

from quizdeck.cli.arguments import parser_for
from quizdeck.cli.surroundings import Surroundings
from quizdeck.desk.places import home_of, language_of
from quizdeck.errors import ExitCode, QuizdeckError
from quizdeck.language.catalogue import error_text, text

_JOINED_OPTIONS = frozenset({"--start", "--grads"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = _with_values_joined(sys.argv[1:] if arguments is None else arguments)
    home = home_of(os.environ)
    language = language_of(os.environ, home, _language_asked(words))
    options = parser_for(language).parse_args(words)
    around = Surroundings(home, language, os.environ, sys.stdin, sys.stdout, sys.stderr)
    try:
        return int(options.run(options, around))
    except QuizdeckError as error:
        message = text("command.failed", language, message=error_text(error, language))
        print(message, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print(f"\n{text('command.interrupted', language)}", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # the reader has gone; keep the interpreter from complaining about it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE


def _language_asked(words: Sequence[str]) -> str | None:
    """Return the value of ``--lang``: the help itself is in that language."""
    for word, following in zip(words, [*words[1:], None], strict=True):
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
