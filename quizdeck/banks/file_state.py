"""How a changed file is told from an unchanged one without reading it."""

import time
from pathlib import Path
from typing import NamedTuple

_MOST_AT_ONCE = 1 << 20
_UNSETTLED_NANOSECONDS = 2_000_000_000  # no file system keeps times more coarsely
_MISSING, _UNKNOWN = -1, -2


class FileState(NamedTuple):
    """What a directory says of a file; two states that are equal mean the same content."""

    path: str
    size: int
    mtime_ns: int

    @property
    def settled(self) -> "FileState":
        """Return the state as far as it may be relied on.

        A file written just now may be written again at what counts as the same time.
        """
        age = time.time_ns() - self.mtime_ns
        return self.unreliable if 0 <= age < _UNSETTLED_NANOSECONDS else self

    @property
    def unreliable(self) -> "FileState":
        """Return a state that no file is found in again."""
        return self._replace(mtime_ns=_UNKNOWN)


def state_of(path: Path) -> FileState:
    """Return the state of a file, whether it exists or not."""
    # a name need not be text, and what is kept of it must be
    name = str(path.absolute()).encode(errors="backslashreplace").decode()
    try:
        status = path.stat()
    except (OSError, ValueError):  # no path can hold a null character
        return FileState(name, 0, _MISSING)
    return FileState(name, status.st_size, status.st_mtime_ns)


def digest_of(path: Path) -> str:
    """Return the digest of a file's content; in its place, after ``!``, why there is none."""
    from hashlib import blake2b  # noqa: PLC0415, states are compared without it

    digest = blake2b(digest_size=16)
    try:
        if not path.is_file():
            return f"! {path.stat().st_mode:o}"
        with path.open("rb") as file:
            while data := file.read(_MOST_AT_ONCE):
                digest.update(data)
    except (OSError, ValueError) as error:
        return f"! {error}"
    return digest.hexdigest()


def is_digest(digest: str) -> bool:
    """Return whether ``digest`` is of a content, and not the reason why there is none."""
    return not digest.startswith("!")
