"""Where banks are found and read from; the only file of the room that touches the disk."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizdeck.banks.loader import load_bank
from quizdeck.banks.question import Bank, Finding, Place
from quizdeck.banks.report import Source, on_one_line

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
    package = Path(__file__).resolve().parents[1]
    inside, beside = package / "questions", package.parent / "questions"
    return (inside if inside.is_dir() else beside,)


def load_banks(paths: Iterable[Path]) -> LoadedBanks:
    """Read bank files and all ``*.yaml`` of folders; nothing in them stops the others.

    A file that is named twice is read once.
    """
    banks: list[Bank] = []
    findings: list[Finding] = []
    ids: Mapping[str, Place] = {}
    for path in {path.absolute(): path for path in _files(paths)}.values():
        text = _text(path)
        if isinstance(text, Finding):
            findings.append(text)
            continue
        loaded = load_bank(text, path.name, ids)
        findings.extend(loaded.findings)
        ids = loaded.ids
        if loaded.bank is not None:
            banks.append(loaded.bank)
    return LoadedBanks(tuple(banks), tuple(findings))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if _is_folder(path):
            banks = [at for at in path.glob("*.y*ml") if not at.name.startswith(".")]
            yield from sorted(banks) or [path]
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it lies in a folder that may not be entered; reading it will say so
        return False


def _text(path: Path) -> str | Finding:
    """Return the text of a file, or why there is none; never waits for a pipe or a device."""
    start = Source(path.name, "").place(0)
    try:
        if path.is_dir():
            return Finding(start, "banks.no_banks")
        if path.exists() and not path.is_file():
            return Finding(start, "banks.not_a_file")
        if path.is_file() and path.suffix != ".yaml":
            return Finding(start, "banks.suffix", {"name": on_one_line(f"{path.stem}.yaml")})
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        return Finding(start, "banks.unreadable", {"reason": error.strerror or str(error)})
    except ValueError as error:  # no path can hold a null character
        return Finding(start, "banks.unreadable", {"reason": str(error)})
    if len(data) > _MOST_BYTES:
        return Finding(start, "banks.too_large", {"limit": _MOST_BYTES // 1_000_000})
    return _decoded(data, path.name)


def _decoded(data: bytes, file: str) -> str | Finding:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        readable = Source(file, data[: error.start].decode())
        return Finding(readable.place(len(readable.text)), "banks.not_utf8")
