"""Which files are banks: found by name, none of them opened."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path


def shipped_banks() -> tuple[Path, ...]:
    """Return the folder of the banks that come with the program.

    A wheel holds them inside the package; a checkout beside it.
    """
    package = Path(__file__).resolve().parents[1]
    inside, beside = package / "questions", package.parent / "questions"
    return (inside if inside.is_dir() else beside,)


def bank_files(paths: Iterable[Path], optional: Collection[Path] = ()) -> tuple[Path, ...]:
    """Return bank files and all ``*.yaml`` of folders, each file once.

    What is missing or an empty folder stands for itself, so that it can be told of, unless it is
    ``optional``.
    """
    found = (file for path in paths for file in _files_of(path, is_optional=path in optional))
    return tuple({path.absolute(): path for path in found}.values())


def _files_of(path: Path, *, is_optional: bool) -> Iterator[Path]:
    banks: list[Path] = []
    if _is_folder(path):
        banks = [at for at in path.glob("*.y*ml") if not at.name.startswith(".")]
    if banks or not is_optional:
        yield from sorted(banks) or [path]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # it may not be entered; reading it will say so
        return False
