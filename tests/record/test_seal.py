"""A log that nobody touched since it was closed is not read through again; any other is."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizdeck.errors import RecordError
from quizdeck.record import opening
from quizdeck.record.seal import is_as_sealed
from quizdeck.record.store import Store, open_store
from quizdeck.study.moment import Moment

if TYPE_CHECKING:
    from tests.record.conftest import Answered

NOW = Moment(1_728_000_000_000, 540)


@pytest.fixture(name="sealed")
def sealed_fixture(path: Path, answered: "Answered") -> Path:
    with opened(path) as store:
        store.append([record for number in range(200) for record in answered(f"item.{number}")])
    return path


def opened(path: Path) -> Store:
    return open_store(path, now=NOW, new_device=lambda: "one", seal=seal_of(path))


def seal_of(path: Path) -> Path:
    return path.parent / "cache" / "seal"


def is_trusted(path: Path) -> bool:
    return is_as_sealed(path, seal_of(path))


def test_a_log_that_was_closed_is_trusted_and_one_in_use_is_not(
    sealed: Path, answered: "Answered"
) -> None:
    assert is_trusted(sealed)
    with opened(sealed) as store:
        store.append(answered())
        assert not is_trusted(sealed)
    assert is_trusted(sealed)


def test_a_log_that_somebody_else_still_has_open_is_not_trusted(
    sealed: Path, answered: "Answered"
) -> None:
    with opened(sealed) as other:
        other.append(answered())
        opened(sealed).close()
        assert not is_trusted(sealed)


def test_every_change_from_outside_is_noticed(sealed: Path) -> None:
    whole, times = sealed.read_bytes(), sealed.stat()
    middle = len(whole) // 8192 * 4096
    sealed.write_bytes(whole[:middle] + b"\xff" * 4096 + whole[middle + 4096 :])
    os.utime(sealed, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(RecordError) as refused:
        opened(sealed)
    assert refused.value.key == "record.damaged"


def test_a_copy_put_in_its_place_is_read_through(sealed: Path) -> None:
    copy = sealed.with_name("copy")
    shutil.copy2(sealed, copy)
    copy.replace(sealed)
    assert not is_trusted(sealed)


def test_a_seal_that_cannot_be_written_stops_nothing(path: Path) -> None:
    seal_of(path).parent.write_text("in the way", "utf-8")
    opened(path).close()
    opened(path).close()
    assert not is_trusted(path)


def test_only_an_older_log_needs_migration(sealed: Path, tmp_path: Path) -> None:
    assert not opening.needs_migration(sealed)
    assert not opening.needs_migration(tmp_path / "none")
    header = bytearray(sealed.read_bytes())
    header[60:64] = (1).to_bytes(4, "big")
    sealed.write_bytes(header)
    assert opening.needs_migration(sealed)
