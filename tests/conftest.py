"""What holds for every test: nothing of the machine it runs on shows through."""

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# how long an example takes says something about the machine and nothing about the program
settings.register_profile("quizdeck", deadline=None)
settings.load_profile("quizdeck")

# a shell that runs the tests in the background makes them and all they start deaf to Ctrl+C
signal.signal(signal.SIGINT, signal.default_int_handler)

sys.path.append(str(Path(__file__).parents[1]))  # for what tests of one room share


@pytest.fixture(autouse=True)
def isolation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test a home of its own, one language, one time zone and plain colours."""
    for name in tuple(os.environ):
        if name.startswith(("TEXTUAL", "LC_", "QUIZDECK_")) and name != "QUIZDECK_UPDATE_GOLDENS":
            monkeypatch.delenv(name)
    for name in ("NO_COLOR", "PYTHONUNBUFFERED", "PYTHONIOENCODING", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUIZDECK_HOME", str(tmp_path / "quizdeck-home"))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
