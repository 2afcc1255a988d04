"""The whole way: a real browser, the page, the app, the log."""

import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from tests.web.chromium import CHROMIUM, Tab, browser
from tests.web.helpers import attempts, serving

pytestmark = [
    pytest.mark.skipif(
        CHROMIUM is None, reason="needs Chromium, on Debian: apt-get install chromium"
    ),
    pytest.mark.timeout(300),  # a browser starts beside it
]


async def test_the_first_question_is_answered_in_a_browser(place: Path, tmp_path: Path) -> None:
    with serving(place, has_toured=False) as served:
        async with browser(tmp_path / "browser") as opened:
            tab = await opened.tab()
            await tab.open(served.url)
            await tab.shows("とばす")
            await tab.press("Escape")
            await answer_one(tab)
            assert len(attempts(place)) == 1
            assert await tab.evaluate("location.href") == f"{served.origin}/"
        assert served.stop() == 130


async def test_every_kind_of_key_arrives(place: Path, tmp_path: Path) -> None:
    with serving(place, "--lang", "en") as served:
        async with browser(tmp_path / "browser") as opened:
            tab = await opened.tab()
            await tab.open(served.url)
            await tab.shows("Start")
            await tab.press("?")
            await tab.shows("How to use it")
            await tab.press("Escape")
            await tab.shows("Start")
            await tab.press("Enter")
            await tab.shows("0 / 12")
            await tab.press("F1")
            await tab.shows("Not the answer")
            await tab.press("F2")
            await tab.shows("– Shown")
            await tab.press("Escape")
            await tab.shows("It goes on next time")


async def test_a_key_that_the_browser_keeps_can_be_clicked(place: Path, tmp_path: Path) -> None:
    with serving(place, "--lang", "en") as served:
        async with browser(tmp_path / "browser") as opened:
            tab = await opened.tab()
            await tab.open(served.url)
            await tab.shows("Start")
            await tab.click("? Help")
            await tab.shows("How to use it")


@pytest.mark.parametrize("end", [Tab.reload, Tab.close], ids=["reload", "close"])
async def test_a_page_that_goes_away_loses_no_answer(
    place: Path, tmp_path: Path, end: Callable[[Tab], Awaitable[None]]
) -> None:
    with serving(place) as served:
        async with browser(tmp_path / "browser") as opened:
            tab = await opened.tab()
            await tab.open(served.url)
            await answer_one(tab)
            await end(tab)
            again = await opened.tab()
            await again.open(served.url)
            await again.shows("つづける")
            assert len(attempts(place)) == 1


async def test_a_server_that_is_killed_loses_no_answer(place: Path, tmp_path: Path) -> None:
    async with browser(tmp_path / "browser") as opened:
        with serving(place) as served:
            tab = await opened.tab()
            await tab.open(served.url)
            await answer_one(tab)
            served.stop(signal.SIGKILL)
            await tab.comes("document.body.innerText.includes('すべて保存されています')")
        assert len(attempts(place)) == 1
        with serving(place) as served:
            await tab.open(served.url)
            await tab.shows("つづける")


async def answer_one(tab: Tab) -> None:
    """Begin the drill and answer its first question, which is a choice."""
    await tab.shows("はじめる")
    await tab.press("Enter")
    await tab.shows("0 / 12")
    await tab.press("1")
    await tab.until(lambda seen: "✓" in seen or "✗" in seen, "a verdict")


async def test_japanese_stands_in_its_cells_and_is_typed(place: Path, tmp_path: Path) -> None:
    with serving(place) as served:
        async with browser(tmp_path / "browser") as opened:
            tab = await opened.tab()
            await tab.open(served.url)
            await tab.shows("はじめる")
            await tab.commit("ｎ")
            await tab.shows("0 / 10")
            await tab.shows("答え")
            await tab.commit("１２３．５")
            await tab.shows("１２３．５")
            await tab.shows("= 247/2 = 123.5")
            assert await tab.evaluate(CELLS) == [2, 2, 2]


async def test_a_new_size_of_the_page_reaches_the_app(place: Path, tmp_path: Path) -> None:
    with serving(place) as served:
        async with browser(tmp_path / "browser") as opened:
            tab = await opened.tab()
            await tab.resize(1280, 800)
            await tab.open(served.url)
            await tab.shows("はじめる")
            await tab.resize(300, 300)
            await tab.shows("40×12")


@asynccontextmanager
async def other_site(page: str) -> AsyncIterator[str]:
    """Serve one page of somebody else, and give its URL."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html")

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0]
        yield f"http://{host}:{port}/"
    finally:
        await runner.cleanup()


async def test_a_page_of_another_port_gets_nothing(place: Path, tmp_path: Path) -> None:
    """The browser has the cookie and, as cookies know no ports, sends it along."""
    with serving(place) as served:
        attack = ATTACK.replace("{authority}", served.authority)
        async with browser(tmp_path / "browser") as opened, other_site(attack) as url:
            own = await opened.tab()
            await own.open(served.url)
            await own.shows("はじめる")
            foreign = await opened.tab()
            await foreign.open(url)
            assert await foreign.comes("window.gained") == ["no socket", "no answer", "no script"]
            await foreign.is_told("frame-ancestors")
            await own.press("?")
            await own.shows("使い方")


ATTACK = """
<script>
const at = "{authority}";
const socket = new Promise((done) => {
  const opened = new WebSocket(`ws://${at}/ws`);
  opened.onopen = () => done("a socket");
  opened.onerror = () => done("no socket");
});
const answer = fetch(`http://${at}/`, { credentials: "include" })
  .then(() => "an answer", () => "no answer");
const script = new Promise((done) => {
  const element = document.createElement("script");
  element.src = `http://${at}/static/page.js`;
  element.onload = () => done("a script");
  element.onerror = () => done("no script");
  document.head.append(element);
});
addEventListener("load", () => {
  const frame = document.createElement("iframe");
  frame.src = `http://${at}/`;
  document.body.append(frame);
});
Promise.all([socket, answer, script]).then((gained) => (window.gained = gained));
</script>
"""

# how many cells the first full-width digits take
CELLS = """
(() => {
  const buffer = terminal.buffer.active;
  for (let row = 0; row < terminal.rows; row++) {
    const line = buffer.getLine(row);
    for (let column = 0; column < terminal.cols; column++) {
      if (line.getCell(column).getChars() === "１") {
        return [0, 2, 4].map((step) => line.getCell(column + step).getWidth());
      }
    }
  }
})()
"""
