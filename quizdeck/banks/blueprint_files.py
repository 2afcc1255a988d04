"""Which files are plans of mock quizzes, and what they hold."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizdeck.banks.blueprints import Blueprint, load_blueprint
from quizdeck.banks.question import Finding, Place
from quizdeck.banks.report import on_one_line

FOLDER = "mocks"

_KEY = re.compile(rb"^mock[ \t]*:", re.MULTILINE)
_MOST_BYTES = 1_000_000
_FOLDERS = (f"{FOLDER}/*.y*ml", f"*/{FOLDER}/*.y*ml")


def is_blueprint(path: Path) -> bool:
    """Return whether a file is meant to be a plan: by the folder that it lies in, or its key."""
    return path.absolute().parent.name == FOLDER or bool(_KEY.search(_head(path)))


def blueprint_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the plans among ``paths`` and in folders called ``mocks`` below them, each once."""
    return tuple({found.absolute(): found for path in paths for found in _found(path)}.values())


def read_blueprint(
    path: Path, name: str | None = None
) -> tuple[Blueprint | None, tuple[Finding, ...]]:
    """Return the plan in a file, called ``name`` in findings; None where it cannot be used."""
    file = on_one_line(name or path.name)
    start = Place(file, 1, 1)
    try:
        if path.is_file() and path.suffix != ".yaml":
            details = {"name": on_one_line(f"{path.stem}.yaml")}
            return None, (Finding(start, "banks.suffix", details),)
        with path.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            limit = {"limit": _MOST_BYTES // 1_000_000}
            return None, (Finding(start, "banks.too_large", limit),)
        return load_blueprint(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError:
        return None, (Finding(start, "banks.not_utf8"),)
    except (OSError, ValueError) as error:  # no path can hold a null character
        reason = getattr(error, "strerror", None) or str(error)
        return None, (Finding(start, "banks.unreadable", {"reason": reason}),)


def _found(path: Path) -> Iterator[Path]:
    try:
        if path.is_dir():
            patterns = ("*.y*ml",) if path.absolute().name == FOLDER else _FOLDERS
            for pattern in patterns:
                yield from (at for at in sorted(path.glob(pattern)) if not at.name.startswith("."))
        elif is_blueprint(path):
            yield path
    except (OSError, ValueError):  # it may not be entered; whoever reads it will say so
        return


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(4096)
    except (OSError, ValueError):
        return b""
