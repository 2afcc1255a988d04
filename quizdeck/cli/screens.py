"""The screens, opened from the command line; home without anything that it does not show."""

import gc
import os
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from quizdeck.cli.surroundings import Surroundings, now
from quizdeck.desk.glance import Glance, glance
from quizdeck.desk.places import read_settings
from quizdeck.errors import ExitCode, QuizdeckError, UsageError

if TYPE_CHECKING:
    from quizdeck.desk.desk import Desk
    from quizdeck.desk.drawing import Drawing
    from quizdeck.study.explorer import Explorer
    from quizdeck.study.mock import Mock
    from quizdeck.study.session import Session


def open_home(_options: object, around: Surroundings) -> int:
    """Open the home screen, as it is known to look, and then what is behind it."""
    require_terminal(around)
    known = glance(around.home, around.banks, now().study_day)
    if known is not None:
        return _open_known(around, known)
    with around.open_desk(is_studied=True) as (desk, faults):
        return run_app(around, lambda: (desk, faults), is_first=_is_first(around, desk))


def _open_known(around: Surroundings, known: Glance) -> int:
    gc.disable()  # until the first frame: loading makes what stays, and a search finds nothing
    failures: list[QuizdeckError] = []
    with ExitStack() as stack:

        def opened() -> "tuple[Desk, int]":
            try:
                # what is said would stand among the screens
                return stack.enter_context(around.open_desk(is_studied=True, is_quiet=True))
            except QuizdeckError as error:
                failures.append(error)
                raise

        code = run_app(around, opened, known=known)
        if failures:
            raise failures[0]
        return code


def run_app(
    around: Surroundings,
    open_desk: "Callable[[], tuple[Desk, int]]",
    session: "Session | None" = None,
    drawing: "Drawing | None" = None,
    *,
    mock: "Mock | None" = None,
    explorer: "Explorer | None" = None,
    is_first: bool = False,
    known: Glance | None = None,
) -> int:
    """Run the screens until they are left and return the exit code."""
    # Terminals differ in how they report keys in this mode, and an input method's commits get lost.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from quizdeck.cli.terminal_width import draws_wide  # noqa: PLC0415, as above
    from quizdeck.tui.app import QuizdeckApp  # noqa: PLC0415, only the screens need Textual
    from quizdeck.tui.bench import Bench  # noqa: PLC0415

    entries = read_settings(around.home)
    bench = Bench(
        open_desk,
        around.home,
        around.language,
        notation=around.notation,
        entries=entries,
        glance=known,
    )
    app = QuizdeckApp(
        bench,
        session,
        drawing,
        mock=mock,
        explorer=explorer,
        with_tour=is_first,
        is_wide=draws_wide(around.home, around.environment),
    )
    app.run()
    return app.return_code or ExitCode.DONE


def require_terminal(around: Surroundings) -> None:
    """Raise ``UsageError`` where there is nothing to draw the screens on."""
    if not around.has_screen():
        raise UsageError("usage.no_terminal")


def _is_first(around: Surroundings, desk: "Desk") -> bool:
    from quizdeck.desk.settings import is_first_start  # noqa: PLC0415, where home is not known

    return is_first_start(around.home, desk)
