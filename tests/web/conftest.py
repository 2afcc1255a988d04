from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.helpers import Served, serving


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all who only knock at its door."""
    with serving(tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder for a server of one's own."""
    return tmp_path / "place"
