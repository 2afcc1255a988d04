"""Draws on a page in a browser instead of a terminal."""

import os
from functools import partial

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


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
            self.send_message(ExitApp())


def _write_if_read(file: int, data: bytes) -> int:
    try:
        return os.write(file, data)
    except BrokenPipeError:
        return len(data)  # nobody is left to see it
