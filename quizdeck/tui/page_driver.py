"""Draws on a page in a browser instead of a terminal."""

import asyncio
import os
from functools import partial

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp

_QUIET_TURNS = 20  # of the event loop, more than a key takes from one widget to the next


class PageDriver(WebDriver):
    """Ends the app when its page has gone, however the page went.

    The server between them closes the input when a page is closed; if the server is killed, the
    system does. Textual alone would go on, unseen and for ever.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(_write_if_read, self.fileno)

    def run_input_thread(self) -> None:
        """Pass the input on until it ends, and then end the app."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            asyncio.run_coroutine_threadsafe(_end_after_all(self._app), self._loop)


async def _end_after_all(app: App[object]) -> None:
    """End ``app`` once it has taken in all that was typed: an answer may be the last of it."""
    quiet = 0
    while quiet < _QUIET_TURNS:
        await asyncio.sleep(0)
        quiet = 0 if _is_busy(app) else quiet + 1
    app.post_message(ExitApp())


def _is_busy(app: App[object]) -> bool:
    screens = app.screen_stack
    widgets = screens[-1].walk_children(with_self=True) if screens else ()
    return any(pump.message_queue_size for pump in (app, *widgets))


def _write_if_read(file: int, data: bytes) -> int:
    try:
        return os.write(file, data)
    except BrokenPipeError:
        return len(data)  # nobody is left to see it
