"""Where banks are found and read from; the only file of the room that touches the disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from quizdeck.banks.loader import load_bank
from quizdeck.banks.question import Bank, Finding, Place, Question

_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class LoadedBanks:
    """The usable banks and everything found wrong, in the order of the files."""

    banks: tuple[Bank, ...]
    findings: tuple[Finding, ...]


def shipped_banks() -> tuple[Path, ...]:
    """Return the folder of the banks that come with the program.

    A wheel holds them inside the package; a checkout beside it.
    """
    package = Path(str(files("quizdeck")))
    inside, beside = package / "questions", package.parent / "questions"
    return (inside if inside.is_dir() else beside,)


def load_banks(paths: Iterable[Path]) -> LoadedBanks:
    """Read bank files and all ``*.yaml`` of folders; nothing in them stops the others."""
    banks: list[Bank] = []
    findings: list[Finding] = []
    for path in _files(paths):
        text = _text(path)
        if isinstance(text, Finding):
            findings.append(text)
            continue
        loaded = load_bank(text, path.name)
        findings.extend(loaded.findings)
        if loaded.bank is not None:
            banks.append(loaded.bank)
    distinct, repeated = _without_repeated_ids(banks)
    return LoadedBanks(tuple(distinct), (*findings, *repeated))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.glob("*.yaml"))
        else:
            yield path


def _text(path: Path) -> str | Finding:
    start = Place(path.name, 1, 1)
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
    except OSError as error:
        return Finding(start, "banks.unreadable", {"reason": error.strerror or str(error)})
    if data is None:
        return Finding(start, "banks.too_large", {"limit": _MOST_BYTES // 1_000_000})
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return Finding(Place(path.name, line, column), "banks.not_utf8")


def _without_repeated_ids(banks: Sequence[Bank]) -> tuple[list[Bank], list[Finding]]:
    first: dict[str, Place] = {}
    findings: list[Finding] = []

    def is_new(question: Question) -> bool:
        new = True
        for id_ in {question.id, *(part.id for part in question.parts)}:
            if id_ in first:
                details = {"id": id_, "first": str(first[id_])}
                findings.append(Finding(question.place, "banks.duplicate_id", details))
                new = False
        if len({part.id for part in question.parts}) < len(question.parts):
            details = {"id": question.id, "first": str(question.place)}
            findings.append(Finding(question.place, "banks.duplicate_id", details))
            new = False
        for part in question.parts if new else ():
            first[part.id] = part.place
        if new:
            first.setdefault(question.id, question.place)
        return new

    distinct = [replace(bank, questions=tuple(filter(is_new, bank.questions))) for bank in banks]
    return distinct, findings
