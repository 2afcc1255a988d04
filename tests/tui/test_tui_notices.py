"""What is said in passing is broken into lines as any other text."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizdeck.desk.places import Home
from quizdeck.problems.skills.registry import skill_by_id
from tests.tui.helpers import Table, rows, sample_bank, shows


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    table = Table(Home(tmp_path / "home"), (sample_bank(),), (skill_by_id("adam.v.2"),))
    with table.opened:
        yield table


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)])
async def test_no_line_begins_with_what_closes_one(table: Table, size: tuple[int, int]) -> None:
    words = "間違えた 5 問を、明日のドリルに入れました（先頭に出ます）。" * 3
    async with table.app().run_test(size=size, notifications=True) as pilot:
        pilot.app.notify(words, timeout=60, markup=False)
        await shows(pilot, "間違えた 5 問を、")
        said = [row.partition("▌")[2].strip() for row in rows(pilot.app) if "▌" in row]
        assert "".join("".join(said).split()) == "".join(words.split())
        assert not [line for line in said if line.startswith(("。", "、", "）"))]
