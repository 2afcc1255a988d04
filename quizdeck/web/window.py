"""One window: a page, and the process of the app that is drawn on it."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from aiohttp import WSMsgType, web

import quizdeck
from quizdeck.text import without_controls
from quizdeck.web.packets import DRAWN, HEAD, PRELUDE, length_in, packet_of

PATIENCE = 10.0  # seconds that the app has to close the log and to copy it

# This very quizdeck is started, and nothing that lies about in the present folder (-P).
_START = """\
import sys
sys.path.insert(0, sys.argv.pop(1))
from quizdeck.cli import main
sys.exit(main())
"""
_DRIVER = "quizdeck.tui.page_driver:PageDriver"


async def show(page: web.WebSocketResponse, words: Sequence[str], size: tuple[int, int]) -> str:
    """Let the app be used on ``page`` until one of them ends, and return what it complained of."""
    process = await _started(words, size)
    assert process.stderr is not None
    complaints = asyncio.create_task(process.stderr.read())
    drawing = asyncio.create_task(_draw(process, page))
    typing = asyncio.create_task(_type(page, process))
    try:
        await asyncio.wait((drawing, typing), return_when=asyncio.FIRST_COMPLETED)
    finally:
        typing.cancel()
        await _end(process, drawing)
    return without_controls((await complaints).decode(errors="replace"))


async def tell(page: web.WebSocketResponse, words: str) -> None:
    """Write ``words`` on a page on which nothing is drawn any more."""
    lines = "\r\n".join(words.splitlines())
    with suppress(ConnectionResetError):
        await page.send_bytes(f"\x1b[?1049l\x1b[2J\x1b[H{lines}".encode())


async def _started(words: Sequence[str], size: tuple[int, int]) -> Process:
    source = str(Path(quizdeck.__file__).parents[1])
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-c", _START, source, *words),
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        env=environment_of(os.environ, size),
        start_new_session=True,  # Ctrl+C is for the server, which ends the app in order
    )


def environment_of(around: Mapping[str, str], size: tuple[int, int]) -> dict[str, str]:
    """Return the environment of the app; nobody's wish to debug it reaches it from outside."""
    kept = {name: value for name, value in around.items() if not name.startswith("TEXTUAL")}
    width, height = size
    return kept | {
        "TEXTUAL_DRIVER": _DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }


async def _draw(process: Process, page: web.WebSocketResponse) -> None:
    """Bring what the app draws to the page; when the page has gone, to nowhere."""
    app = process.stdout
    assert app is not None
    while (line := await app.readline()) != PRELUDE:
        if not line:
            return
    with suppress(asyncio.IncompleteReadError):
        while True:
            head = await app.readexactly(HEAD)
            content = await app.readexactly(length_in(head))
            if head.startswith(DRAWN):
                with suppress(ConnectionResetError):
                    await page.send_bytes(content)


async def _type(page: web.WebSocketResponse, process: Process) -> None:
    """Bring what is typed on the page to the app."""
    app = process.stdin
    assert app is not None
    with suppress(ConnectionResetError, BrokenPipeError):
        async for message in page:
            if message.type is WSMsgType.TEXT and (packet := packet_of(message.data)):
                app.write(packet)
                await app.drain()


async def _end(process: Process, drawing: asyncio.Task[None]) -> None:
    """Close the app as the end of its input does, and by force where that does not help."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        # it may still have to draw before it can end
        await asyncio.wait_for(asyncio.gather(process.wait(), drawing), PATIENCE)
    except TimeoutError:
        process.kill()
        await process.wait()
