"""Keys pressed without looking end in no error, harm no answer and never lock one in."""

from pathlib import Path

import pytest

from tests.monkey.monkey import Monkey

KEYS = 1000


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_a_monkey_does_no_harm(tmp_path: Path, seed: int) -> None:
    monkey = Monkey(tmp_path / "home", seed)
    await monkey.play(KEYS)
    assert monkey.keys == KEYS
