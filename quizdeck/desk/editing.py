"""How an editor is told to open a file at a line."""

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path

_USUAL = ("nano", "vim", "vi")
_VARIABLES = ("QUIZDECK_EDITOR", "VISUAL", "EDITOR")
_GOES_TO = {"code": "-g", "code-insiders": "-g", "codium": "-g", "cursor": "-g"}
_COLON = frozenset({"hx", "helix", "subl", "zed", "micro"})
_WAITS = frozenset({"code", "code-insiders", "codium", "cursor", "subl", "zed"})


def editor_command(
    environment: Mapping[str, str],
    found: Callable[[str], str | None],
    path: Path,
    line: int,
) -> tuple[str, ...] | None:
    """Return the command that opens ``path`` at ``line`` and ends when it is closed.

    The editor is the first of the usual variables that is set, else the first that ``found`` finds
    of the usual ones; None where there is none. Most editors take ``+line``.
    """
    chosen = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    editor = _words(chosen) or [name for name in _USUAL if found(name)][:1]
    if not editor:
        return None
    name = Path(editor[0]).stem
    waits = ["--wait"] if name in _WAITS and "--wait" not in editor and "-w" not in editor else []
    return (*editor, *waits, *_at(name, path, line))


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:  # a quotation mark without its other half
        return command.split()


def _at(name: str, path: Path, line: int) -> tuple[str, ...]:
    if name in _GOES_TO:
        return (_GOES_TO[name], f"{path}:{line}")
    return (f"{path}:{line}",) if name in _COLON else (f"+{line}", str(path))
