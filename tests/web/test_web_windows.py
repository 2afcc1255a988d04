"""Windows of the app: several at once, and what becomes of them however they end."""

import os
import signal
from pathlib import Path

import pytest

from tests.web.helpers import HAS_PROC, Served, attempts, is_alive, serving, until, window

needs_proc = pytest.mark.skipif(not HAS_PROC, reason="no /proc to look at processes in")

HOME = "はじめる"
WRONG = "123456\r"  # or the first option, where a number is chosen


async def test_what_is_answered_is_kept_when_the_connection_drops(place: Path) -> None:
    with serving(place) as served:
        async with window(served) as page:
            await page.shows(HOME)
            await page.type("n")
            await page.shows("0 / 10")
            await page.type(WRONG)
            await page.shows("1 / 10")
            page.drop()
            assert len(attempts(place)) == 1
        assert served.stop() == 130


@pytest.mark.parametrize(
    ("key", "progress", "answer"), [("n", "0 / 10", WRONG), ("\r", "0 / 12", "1")]
)
async def test_an_answer_that_was_sent_last_is_kept(
    place: Path, key: str, progress: str, answer: str
) -> None:
    """A page may go before it has seen the verdict."""
    with serving(place) as served:
        async with window(served) as page:
            await page.shows(HOME)
            await page.type(key)
            await page.shows(progress)
            await page.type(answer)
        await until(lambda: len(attempts(place)) == 1, "the answer in the log")


async def test_two_windows_write_into_one_log(place: Path) -> None:
    with serving(place) as served:
        async with window(served) as one, window(served) as other:
            for page in (one, other):
                await page.shows(HOME)
            for page in (one, other):
                await page.type("n")
                await page.shows("0 / 10")
            for page in (one, other):
                await page.type(WRONG)
                await page.shows("1 / 10")
            assert len(attempts(place)) == 2


@needs_proc
async def test_a_window_ends_with_its_page_and_leaves_the_others(place: Path) -> None:
    with serving(place) as served:
        async with window(served) as stays:
            await stays.shows(HOME)
            (first,) = served.windows()
            async with window(served) as goes:
                await goes.shows(HOME)
                assert len(served.windows()) == 2
            await until(lambda: served.windows() == [first], "the end of a window")
            await stays.type("?")
            await stays.shows("使い方")


@needs_proc
async def test_a_page_ends_with_its_window(place: Path) -> None:
    with serving(place) as served:
        async with window(served) as page:
            await page.shows(HOME)
            await page.type("q")
            await page.ends()
            await until(lambda: not served.windows(), "the end of the window")


@needs_proc
@pytest.mark.parametrize(
    ("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0), (signal.SIGKILL, -9)]
)
async def test_nothing_runs_on_without_the_server(
    place: Path, how: signal.Signals, code: int
) -> None:
    with serving(place) as served:
        async with window(served) as one, window(served) as other:
            await one.shows(HOME)
            await other.shows(HOME)
            windows = served.windows()
            assert len(windows) == 2
            assert served.stop(how) == code
            await until(lambda: not any(map(is_alive, windows)), "the end of the windows")
        assert "Traceback" not in served.complaints()


@needs_proc
async def test_a_window_that_hangs_is_ended_by_force(place: Path) -> None:
    with serving(place) as served:
        async with window(served) as page:
            await page.shows(HOME)
            (hanging,) = served.windows()
            os.kill(hanging, signal.SIGSTOP)
        await until(lambda: not is_alive(hanging), "the end of a window that hangs")


async def test_the_page_says_why_the_app_does_not_start(place: Path) -> None:
    (place / "home").mkdir(parents=True)
    (place / "home" / "log.db").write_text("a letter", encoding="utf-8")
    with serving(place) as served:
        async with window(served) as page:
            await page.shows("エラー: ")
            await page.ends()
        assert "エラー: " in served.complaints()


async def test_rubbish_on_the_socket_does_no_harm(served: Served) -> None:
    async with window(served) as page:
        await page.shows(HOME)
        for rubbish in ("", "[", "[]", "1", '["stdin"]', '["stdin", 1]', '["resize", {}]'):
            await page.socket.send_str(rubbish)
        await page.socket.send_str("[" * 100_000)
        await page.socket.send_str('["stdin", "\\ud800"]')
        await page.socket.send_bytes(b"\xff")
        await page.type("?")
        await page.shows("使い方")


async def test_a_window_speaks_the_language_that_was_asked_for(place: Path) -> None:
    with serving(place, "--lang", "en") as served:
        async with window(served) as page:
            await page.shows("Start")
        assert "Ctrl+C ends it" in served.complaints()
