from collections.abc import Iterator
from pathlib import Path

import pytest

from quizdeck.desk.places import Home
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.tui.screens import session as session_module
from tests.tui.helpers import Clock, Table, sample_bank


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A home with a choice, a numeric problem and a code question, in this order."""
    table = Table(Home(tmp_path / "home"), (sample_bank(),), (skill_by_id("adam.v.1"),))
    with table.opened:
        yield table


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(session_module, "monotonic", clock)
    return clock
