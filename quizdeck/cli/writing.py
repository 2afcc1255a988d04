"""Where a result is written: to a file that was asked for, or to the standard output."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from quizdeck.errors import RecordError


@contextmanager
def written_to(path: str | None, stdout: TextIO) -> Iterator[TextIO]:
    """Give the file at ``path``, or ``stdout``; raises ``RecordError`` if it cannot be written."""
    if path is None:
        yield stdout
        return
    try:
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123, the shell's own word
            yield file
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError("output.unwritable", path=path, reason=reason) from error
