"""Leave the screen to an editor and come back."""

import os
import shutil
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from quizdeck.desk.editing import editor_command
from quizdeck.errors import UsageError


def edit(app: App[None], path: Path, line: int) -> None:
    """Open ``path`` at ``line`` in the person's editor and wait until it is closed.

    Raises ``UsageError``, which names the place, where no editor can be opened.
    """
    command = editor_command(os.environ, shutil.which, path, line)
    place = {"path": str(path), "line": line}
    if command is None:
        raise UsageError("editing.no_editor", **place)
    try:
        with app.suspend():
            subprocess.run(command, check=False)  # noqa: S603, the person's own editor
    except SuspendNotSupported as error:
        raise UsageError("editing.not_here", **place) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError("editing.failed", editor=command[0], reason=reason, **place) from error
