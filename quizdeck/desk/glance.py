"""What home will show next time, worked out beforehand, so that it is there at once.

It is kept beside the index of the banks, with everything that it follows from; where anything of
that has changed since, it is no longer looked at. Like the index it is a cache and never the truth.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from quizdeck import __version__
from quizdeck.banks.file_state import state_of
from quizdeck.banks.files import bank_files
from quizdeck.desk.appearance import SettingName
from quizdeck.desk.places import Home, read_settings, write_whole
from quizdeck.record.seal import state_of_log
from quizdeck.study.counts import NamedCount, Score
from quizdeck.study.overview import Overview
from quizdeck.text import Localized

_SETTINGS = (
    SettingName.EXAM,
    SettingName.NEW_A_DAY,
    SettingName.REVIEWS_A_DAY,
    SettingName.ITEMS_A_SESSION,
    SettingName.MINUTES,
)


class Glance(NamedTuple):
    """An overview that still holds, and how many faults the banks have."""

    overview: Overview
    bank_faults: int


def glance(home: Home, banks: Iterable[Path], study_day: int) -> Glance | None:
    """Return what home shows on ``study_day``, None where that has to be found out.

    ``banks`` are those beside the usual ones.
    """
    banks = tuple(banks)
    try:
        checksum, _, written = home.glance_of(banks).read_text(encoding="utf-8").partition("\n")
        if checksum != _checksum(written) or not home.index_of(banks).exists():
            return None
        kept = json.loads(written)
        if kept["from"] != _sources(home, banks):
            return None
        overview = kept["days"].get(str(study_day))
    except (OSError, ValueError):
        return None
    return None if overview is None else Glance(_read(overview), kept["faults"])


def keep_glance(
    home: Home, banks: Iterable[Path], overviews: Iterable[Overview], *, bank_faults: int
) -> None:
    """Keep what home shows on some days; the log must have been closed.

    Where it cannot be kept, the next start takes longer.
    """
    banks = tuple(banks)
    with suppress(OSError):
        sources = _sources(home, banks)
        days = {str(overview.today): overview._asdict() for overview in overviews}
        kept = json.dumps({"from": sources, "days": days, "faults": bank_faults})
        write_whole(home.glance_of(banks), f"{_checksum(kept)}\n{kept}")


def _sources(home: Home, banks: tuple[Path, ...]) -> list[object]:
    """Return everything that an overview follows from, as JSON has it.

    Raises ``OSError`` where there is no log.
    """
    state = state_of_log(home.log)
    if state is None:
        raise FileExistsError  # somebody is writing to it
    files = bank_files(home.bank_paths(banks), optional=(home.banks,))
    entries = read_settings(home)
    settings = [entries.get(name) for name in _SETTINGS]
    return [__version__, state, settings, [list(state_of(file)) for file in files]]


def _checksum(written: str) -> str:
    return f"{crc32(written.encode()):08x}"


def _read(entry: dict[str, Any]) -> Overview:
    """Return the overview that JSON took apart; what has a checksum is as it was written."""
    scores = tuple(Score(*score) for score in entry.pop("scores"))
    slips = tuple(NamedCount(Localized(*name), times) for name, times in entry.pop("slips"))
    week, ahead = tuple(entry.pop("week")), tuple(entry.pop("ahead"))
    return Overview(**entry, scores=scores, slips=slips, week=week, ahead=ahead)
