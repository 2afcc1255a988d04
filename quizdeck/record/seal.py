"""How a log was left by whoever closed it last, so that an untouched one is known again."""

from contextlib import suppress
from pathlib import Path


def remember_sound(path: Path, seal: Path) -> None:
    """Note in the file ``seal`` how the log at ``path`` was left, if nobody has it open any more.

    Whoever writes to the log, moves or replaces it changes what is noted. A note that cannot be
    written costs the next start some time and nothing else.
    """
    with suppress(OSError):
        seal.parent.mkdir(parents=True, exist_ok=True)
        state = state_of_log(path)
        if state is None:
            seal.unlink(missing_ok=True)
        else:
            seal.write_text(state, encoding="utf-8")


def is_as_sealed(path: Path, seal: Path | None) -> bool:
    """Return whether nothing happened to the log since it was last closed."""
    try:
        return seal is not None and seal.read_text(encoding="utf-8") == state_of_log(path)
    except (OSError, ValueError):
        return False


def state_of_log(path: Path) -> str | None:
    """Return what changes whenever the log at ``path`` does, None while somebody writes to it.

    Raises ``OSError`` where there is no log.
    """
    if has_write_ahead_log(path):
        return None
    state = path.stat()
    return f"{state.st_ino} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


def has_write_ahead_log(path: Path) -> bool:
    """Return whether some of what was written to the log is not in its file yet."""
    leftover = Path(f"{path}-wal")
    return leftover.exists() and leftover.stat().st_size > 0
