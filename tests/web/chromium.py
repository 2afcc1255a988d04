"""A real browser without a window, driven through its DevTools protocol."""

# ruff: noqa: ANN401 - the protocol answers in JSON of any shape

import asyncio
import base64
import json
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest


def _starts(program: str) -> bool:
    """Return whether there is such a browser, and not only a hint where to get one."""
    found = shutil.which(program)
    if found is None:
        return False
    return subprocess.run([found, "--version"], check=False, capture_output=True).returncode == 0


CHROMIUM = next(filter(_starts, ("chromium", "chromium-browser", "google-chrome")), None)

_FLAGS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # what a container has of it is too little
    "--no-sandbox",  # it needs more than a container has, and only our own pages are seen
)
_MOST_LOOKS, _SECONDS_BETWEEN_LOOKS = 2000, 0.02
_CODES = {"Enter": 13, "Escape": 27} | {f"F{number}": 111 + number for number in range(1, 13)}

# The terminal of the page is kept by nobody. It is caught when it takes up its add-ons.
_CATCH_TERMINAL = """
Object.defineProperty(Object.prototype, "_addonManager", {
  set(value) {
    window.terminal = this;
    Object.defineProperty(this, "_addonManager", { value, writable: true });
  },
});
"""
_ROWS = """
Array.from({ length: window.terminal?.rows ?? 0 }, (_, row) =>
  window.terminal.buffer.active.getLine(row)?.translateToString(true) ?? "")
"""


# The middle of a character on the page, in pixels.
_PLACE = """
(() => {
  const { left, top, width, height } =
    document.querySelector(".xterm-screen").getBoundingClientRect();
  for (let row = 0; row < terminal.rows; row++) {
    const line = terminal.buffer.active.getLine(row);
    const before = line.translateToString().indexOf(TEXT);
    if (before >= 0) {
      let column = 0;
      while (line.translateToString(false, 0, column).length < before) column++;
      return [
        left + ((column + 0.5) * width) / terminal.cols,
        top + ((row + 0.5) * height) / terminal.rows,
      ];
    }
  }
})()
"""


class Tab:
    """One tab, and what stands in the terminal on its page."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, session: str) -> None:
        self._socket = socket
        self._session = session
        self._numbers = count(1)
        self.complaints: list[str] = []  # of the browser about the page

    async def call(self, method: str, **details: object) -> Any:
        """Return what ``method`` answers."""
        number = next(self._numbers)
        await self._socket.send_json(
            {"id": number, "method": method, "params": details, "sessionId": self._session}
        )
        while True:
            message = await self._socket.receive_json()
            if message.get("id") == number and message.get("sessionId") == self._session:
                assert "error" not in message, message
                return message["result"]
            if message.get("method") == "Log.entryAdded":
                self.complaints.append(message["params"]["entry"]["text"])

    async def evaluate(self, script: str) -> Any:
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def open(self, url: str) -> None:
        for domain in ("Page", "Log"):
            await self.call(f"{domain}.enable")
        await self.call("Page.addScriptToEvaluateOnNewDocument", source=_CATCH_TERMINAL)
        await self.call("Page.navigate", url=url)

    async def rows(self) -> list[str]:
        rows: list[str] = await self.evaluate(_ROWS)
        return rows

    async def until(self, holds: Callable[[str], bool], what: str) -> str:
        """Wait until what stands in the terminal is as it should be, and return it."""
        seen = ""
        for _ in range(_MOST_LOOKS):
            seen = "\n".join(await self.rows())
            if holds(seen):
                return seen
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
        pytest.fail(f"never came: {what}\n{seen}")

    async def shows(self, text: str) -> str:
        return await self.until(lambda seen: text in seen, text)

    async def comes(self, script: str) -> Any:
        """Wait until ``script`` has a value, and return it."""
        for _ in range(_MOST_LOOKS):
            if value := await self.evaluate(script):
                return value
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
        pytest.fail(f"never came: {script}\n{self.complaints}")

    async def is_told(self, word: str) -> None:
        """Wait until the browser complains of something with ``word`` in it."""
        for _ in range(_MOST_LOOKS):
            await self.evaluate("0")
            if any(word in complaint for complaint in self.complaints):
                return
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
        pytest.fail(f"never told: {word}\n{self.complaints}")

    async def press(self, key: str) -> None:
        text = "\r" if key == "Enter" else key if len(key) == 1 else ""
        code = _CODES.get(key, ord(key[0].upper()))
        for kind in ("keyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=code,
                text=text if kind == "keyDown" else "",
            )

    async def click(self, text: str) -> None:
        """Click the first place in the terminal where ``text`` stands."""
        x, y = await self.evaluate(_PLACE.replace("TEXT", json.dumps(text)))
        for kind in ("mousePressed", "mouseReleased"):
            await self.call(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
            )

    async def commit(self, text: str) -> None:
        """Type ``text`` as an input method does: composed first, then committed."""
        await self.call(
            "Input.imeSetComposition", text=text, selectionStart=len(text), selectionEnd=len(text)
        )
        await self.call("Input.insertText", text=text)

    async def reload(self) -> None:
        await self.call("Page.reload")

    async def close(self) -> None:
        await self.call("Page.close")

    async def resize(self, width: int, height: int) -> None:
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    async def picture(self) -> bytes:
        """Return what is seen, as PNG."""
        answer = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(answer["data"])


class Browser:
    """Opens tabs."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket

    async def _call(self, method: str, **details: object) -> Any:
        await self._socket.send_json({"id": 0, "method": method, "params": details})
        while (message := await self._socket.receive_json()).get("id") != 0:
            pass
        return message["result"]

    async def tab(self) -> Tab:
        target = (await self._call("Target.createTarget", url="about:blank"))["targetId"]
        attached = await self._call("Target.attachToTarget", targetId=target, flatten=True)
        return Tab(self._socket, attached["sessionId"])

    async def close(self) -> None:
        await self._call("Browser.close")


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Browser]:
    """Give a browser that keeps everything in ``folder``."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *_FLAGS,
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        address = await _address(folder / "DevToolsActivePort")
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(address, max_msg_size=0) as socket,
        ):
            opened = Browser(socket)
            yield opened
            await opened.close()
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _address(file: Path) -> str:
    """Return where the browser listens, as soon as it has written that down."""
    for _ in range(_MOST_LOOKS):
        if len(lines := _lines_of(file)) == 2:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    pytest.fail("the browser does not start")


def _lines_of(file: Path) -> list[str]:
    return file.read_text("utf-8").split() if file.exists() else []
