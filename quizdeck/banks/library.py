"""All questions of some banks at once, for checking them; studying takes them from a shelf."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizdeck.banks.excerpts import Piece
from quizdeck.banks.files import bank_files, shipped_banks
from quizdeck.banks.question import Bank, Finding, Place
from quizdeck.banks.reading import Progress, reading_of, repeated_id

__all__ = ["LoadedBanks", "load_banks", "shipped_banks"]


@dataclass(frozen=True, slots=True)
class LoadedBanks:
    """The usable banks and everything found wrong, in the order of the files."""

    banks: tuple[Bank, ...]
    findings: tuple[Finding, ...]


def load_banks(paths: Iterable[Path], progress: Progress | None = None) -> LoadedBanks:
    """Read bank files and all ``*.yaml`` of folders; nothing in them stops the others.

    A file that is named twice is read once.
    """
    banks: list[Bank] = []
    findings: list[Finding] = []
    ids: dict[str, Place] = {}
    for path in bank_files(paths):
        bank, found = _loaded(path, ids, progress)
        findings.extend(found)
        if bank is not None:
            banks.append(bank)
    return LoadedBanks(tuple(banks), tuple(findings))


def _loaded(
    path: Path, ids: dict[str, Place], progress: Progress | None
) -> tuple[Bank | None, list[Finding]]:
    """Read one file; ``ids`` are those of all questions so far, and grow."""
    with reading_of(path, progress) as reading:
        found, questions = list(reading.findings), []
        for piece in reading.pieces:
            found.extend(piece.findings)
            repeated = _repeated(piece, ids)
            if repeated is not None:
                found.append(repeated)
            elif piece.question is not None:
                questions.append(piece.question)
    found.sort(key=lambda finding: finding.place)
    header = reading.header
    if header is None or not questions:
        return None, found
    return Bank(header.name, header.title, tuple(questions), header.place), found


def _repeated(piece: Piece, ids: dict[str, Place]) -> Finding | None:
    if piece.name is None:
        return None
    first = ids.setdefault(piece.name, piece.place)
    return None if first is piece.place else repeated_id(piece.place, piece.name, str(first))
