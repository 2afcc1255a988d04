"""Sessions killed at random moments lose no answer whose verdict was shown."""

import sys
from pathlib import Path

import pytest

from tests.crash.harness import Harness

TALKS, SCREENS = 6, 2


def test_killed_sessions_lose_nothing_and_go_on(tmp_path: Path) -> None:
    harness = Harness(tmp_path)
    for _ in range(TALKS):
        harness.kill_talk()
    assert harness.report.kills == TALKS
    assert harness.report.acknowledged
    assert harness.report.lost == 0
    assert harness.report.troubles == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_killed_screens_lose_nothing_either(tmp_path: Path) -> None:
    harness = Harness(tmp_path)
    for _ in range(SCREENS):
        harness.kill_screens()
    assert harness.report.acknowledged
    assert harness.report.lost == 0
    assert harness.report.troubles == []
