"""What tests of the page share: the real server, requests as anybody can send them, a window."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

import aiohttp
import pytest

from quizdeck.desk.places import Home, save_settings
from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Record, RecordKind
from quizdeck.web.window import PATIENCE

HAS_PROC = Path("/proc/self/task").exists()

_PROGRAM = (sys.executable, "-m", "quizdeck")
_MOST_LOOKS, _SECONDS_BETWEEN_LOOKS = 3000, 0.02
_STYLING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True)
class Served:
    """A server that runs, and where its page is found."""

    process: subprocess.Popen[str]
    url: str
    stderr: Path

    @property
    def authority(self) -> str:
        return urlsplit(self.url).netloc

    @property
    def origin(self) -> str:
        return f"http://{self.authority}"

    @property
    def token(self) -> str:
        return self.url.partition("token=")[2]

    @property
    def cookie(self) -> str:
        return f"quizdeck-{urlsplit(self.url).port}={self.token}"

    def complaints(self) -> str:
        return self.stderr.read_text("utf-8")

    def windows(self) -> list[int]:
        """Return the processes of the app."""
        pid = self.process.pid
        return [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Ask the server to end and return how it ended."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE + 10)


@contextmanager
def serving(folder: Path, *words: str, has_toured: bool = True) -> Iterator[Served]:
    """Run ``quizdeck serve`` with its home in ``folder``, as a shell does."""
    folder.mkdir(exist_ok=True)
    if has_toured:
        save_settings(Home(folder / "home"), tour=True)
    environment = {**os.environ, "QUIZDECK_HOME": str(folder / "home"), "LANG": "ja_JP.UTF-8"}
    stderr = folder / "stderr.txt"
    with (
        stderr.open("w", encoding="utf-8") as complaints,
        started(environment, complaints, *words) as process,
    ):
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert url, stderr.read_text("utf-8")
        yield Served(process, url, stderr)


@contextmanager
def started(
    environment: Mapping[str, str], complaints: TextIO, *words: str
) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*_PROGRAM, "serve", *words],
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=environment,
        encoding="utf-8",
        # a run in the background hands down that Ctrl+C means nothing
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@dataclass(frozen=True)
class Answer:
    """What a request was answered."""

    status: int
    headers: Mapping[str, str]
    body: str


def ask(served: Served, path: str = "/", *, method: str = "GET", **headers: str | None) -> Answer:
    """Send one request, its path as it stands; ``None`` leaves a header out.

    Without a word about them the host is right, and there is neither origin nor cookie.
    """
    whole = {"Host": served.authority, **headers}
    connection = HTTPConnection(served.authority, timeout=30)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in whole.items():
            if value is not None:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = "" if answer.status == 101 else answer.read().decode()
        return Answer(answer.status, dict(answer.getheaders()), body)
    finally:
        connection.close()


UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def attempts(served_home: Path) -> tuple[Record, ...]:
    """Return the attempts in the log, read by a connection of its own."""
    path = served_home / "home" / "log.db"
    with open_store(path, now=Moment(0, 0), new_device=lambda: "reader") as store:
        return store.records(kinds=(RecordKind.ATTEMPT,))


@dataclass
class Window:
    """A page without a browser: what is sent, and the text of all that was drawn."""

    socket: aiohttp.ClientWebSocketResponse
    drawn: str = ""

    async def type(self, text: str) -> None:
        await self.socket.send_json(["stdin", text])

    async def shows(self, text: str) -> None:
        """Wait until ``text`` has been drawn since this was last asked."""
        while text not in self.drawn:
            message = await self.socket.receive()
            if message.type is not aiohttp.WSMsgType.BINARY:
                pytest.fail(f"never drawn: {text}\n{self.drawn}")
            self.drawn += _STYLING.sub("", message.data.decode(errors="replace"))
        self.drawn = ""

    async def ends(self) -> None:
        """Wait until the server closes the page."""
        while (await self.socket.receive()).type is aiohttp.WSMsgType.BINARY:
            pass
        assert self.socket.closed

    def drop(self) -> None:
        """Lose the connection without a word of farewell."""
        self.socket._response.close()


@asynccontextmanager
async def window(served: Served) -> AsyncIterator[Window]:
    """Open a window as the page does."""
    headers = {"Origin": served.origin, "Cookie": served.cookie}
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(
            f"ws://{served.authority}/ws?width=80&height=24", headers=headers
        ) as socket,
    ):
        yield Window(socket)


async def until(holds: Callable[[], bool], what: str) -> None:
    for _ in range(_MOST_LOOKS):
        if holds():
            return
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    pytest.fail(f"never came: {what}")


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that nobody has waited for runs no more."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}
