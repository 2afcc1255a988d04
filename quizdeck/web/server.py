"""The server: who comes in by the guard gets the page, and every page a window of its own."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from quizdeck.language.catalogue import text
from quizdeck.text import Language
from quizdeck.web.address import Address
from quizdeck.web.guard import (
    SOCKET,
    START,
    TOKEN,
    cookie_of,
    guarded,
    new_token,
    protection,
)
from quizdeck.web.packets import size_of
from quizdeck.web.page import files, page
from quizdeck.web.window import PATIENCE, show, tell

_HEARTBEAT = 15.0  # seconds after which a page that has silently gone is noticed


@dataclass
class Server:
    """One run: its address, its secret, and the pages that are open."""

    address: Address
    language: Language
    words: Sequence[str]  # of the command line of every window
    complain: Callable[[str], None]
    token: str = field(default_factory=new_token, repr=False)
    _open: set[web.WebSocketResponse] = field(default_factory=set)

    @property
    def url(self) -> str:
        """Return where a person finds the page."""
        return f"{self.address.origin}{START}?{TOKEN}={self.token}"

    def application(self) -> web.Application:
        """Return the routes with their guard."""
        refusal = text("serve.refused", self.language)
        app = web.Application(middlewares=[guarded(self.address, self.token, refusal)])
        app.router.add_get(START, self._start)
        app.router.add_get("/static/{name}", self._file)
        app.router.add_get(SOCKET, self._window)
        app.on_response_prepare.append(self._protect)
        app.on_shutdown.append(self._close)
        return app

    async def _start(self, request: web.Request) -> web.Response:
        if TOKEN not in request.query:
            html = page(self.address, self.language)
            return web.Response(text=html, content_type="text/html")
        # out of the address bar, the history and every picture of them
        response = web.HTTPSeeOther(START)
        name = cookie_of(self.address)
        response.set_cookie(name, self.token, httponly=True, samesite="Strict")
        raise response

    async def _file(self, request: web.Request) -> web.FileResponse:
        found = files().get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.FileResponse(found)

    async def _window(self, request: web.Request) -> web.WebSocketResponse:
        opened = web.WebSocketResponse(heartbeat=_HEARTBEAT)
        await opened.prepare(request)
        self._open.add(opened)
        size = size_of(request.query.get("width", ""), request.query.get("height", ""))
        try:
            complaint = await show(opened, self.words, size)
        finally:
            self._open.discard(opened)
        if complaint:
            self.complain(complaint)
            await tell(opened, complaint)
        await opened.close()
        return opened

    async def _protect(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(protection(self.address))

    async def _close(self, _app: web.Application) -> None:
        await asyncio.gather(*(opened.close() for opened in self._open))


async def serve(listening: socket.socket, server: Server, announce: Callable[[], None]) -> None:
    """Serve until the process is asked to end, then end every window.

    ``announce`` is called as soon as somebody may come.
    """
    stop = asyncio.Event()
    with suppress(NotImplementedError):  # there are systems without signals
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    runner = web.AppRunner(
        server.application(), access_log=None, logger=_faults(), shutdown_timeout=PATIENCE + 1
    )
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        announce()
        await stop.wait()
    finally:
        await runner.cleanup()


def _faults() -> logging.Logger:
    """Return the log of our own faults: what comes in and is no HTTP is answered with 400."""

    def is_ours(record: logging.LogRecord) -> bool:
        return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))

    logger = logging.getLogger(__name__)
    logger.addFilter(is_ours)
    return logger
