"""Pictures and tables that a person wants to keep, each in a file of its own."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from quizdeck.desk.places import Home
from quizdeck.errors import RecordError


def kept(home: Home, name: str, contents: Mapping[str, str]) -> tuple[Path, ...]:
    """Write ``contents`` by suffix under ``name`` and return where; no file is written over.

    Raises ``RecordError`` where they cannot be written.
    """
    folder = home.pictures
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = (name if number == 1 else f"{name}-{number}" for number in count(1))
        sets = (tuple(folder / f"{stem}.{suffix}" for suffix in contents) for stem in names)
        paths = next(paths for paths in sets if not any(path.exists() for path in paths))
        for path, content in zip(paths, contents.values(), strict=True):
            path.write_text(f"{content}\n", encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError("output.unwritable", path=str(folder), reason=reason) from error
    return paths
