"""Where things are kept, and in which language a person reads."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizdeck.banks.files import shipped_banks
from quizdeck.errors import RecordError
from quizdeck.optimizers.notations import BOOK, NOTATIONS, Notation
from quizdeck.study.moment import study_day_of
from quizdeck.text import Language

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Home:
    """The one directory that holds all state and settings."""

    directory: Path

    @property
    def log(self) -> Path:
        """Return the path of the event log."""
        return self.directory / "log.db"

    @property
    def backups(self) -> Path:
        """Return the folder of the copies of the log."""
        return self.directory / "backups"

    @property
    def banks(self) -> Path:
        """Return the folder of a person's own banks."""
        return self.directory / "banks"

    def bank_paths(self, banks: Iterable[Path]) -> tuple[Path, ...]:
        """Return where banks are looked for: the shipped ones, this home's, and ``banks``."""
        return (*shipped_banks(), self.banks, *banks)

    def index_of(self, banks: Collection[Path]) -> Path:
        """Return where the index is kept of the usual banks together with these."""
        return self.directory / "cache" / f"{_digest(banks) if banks else 'usual'}.db"

    def glance_of(self, banks: Collection[Path]) -> Path:
        """Return where is kept what home shows of the usual banks together with these."""
        return self.index_of(banks).with_suffix(".json")

    @property
    def pictures(self) -> Path:
        """Return the folder of pictures and tables that a person keeps."""
        return self.directory / "pictures"

    @property
    def settings(self) -> Path:
        """Return the path of the settings."""
        return self.directory / "settings.json"


def home_of(environment: Mapping[str, str]) -> Home:
    """Return ``QUIZDECK_HOME`` if it is set, else the platform's place for a user's data."""
    chosen = environment.get("QUIZDECK_HOME")
    if chosen:
        return Home(Path(chosen).expanduser())
    # most commands are told where to look and need not load it
    import platformdirs  # noqa: PLC0415

    return Home(Path(platformdirs.user_data_dir("quizdeck", appauthor=False)))


def language_of(environment: Mapping[str, str], home: Home, asked: str | None = None) -> Language:
    """Return the language asked for, else the one set in the app, else the locale's.

    A locale that names no country's language (``C``, ``POSIX``, none) means Japanese.
    """
    for choice in (asked, _saved_language(home)):
        if choice in set(Language):
            return Language(choice)
    locale = next((environment[v] for v in _LOCALE_VARIABLES if environment.get(v)), "")
    name = locale.partition(".")[0].partition("_")[0].lower()
    return Language.JAPANESE if name in {"ja", "", "c", "posix"} else Language.ENGLISH


def notation_of(home: Home, asked: str | None = None) -> Notation:
    """Return the notation asked for by its id, else the one set in the app, else the book's."""
    chosen = asked or read_settings(home).get("notation")
    return next((notation for notation in NOTATIONS if notation.id == chosen), BOOK)


def exam_day_in(entries: Mapping[str, object]) -> int | None:
    """Return the study day of the exam that was set, if one was."""
    written = entries.get("exam")
    try:
        return study_day_of(date.fromisoformat(written)) if isinstance(written, str) else None
    except ValueError:
        return None


def read_settings(home: Home) -> Mapping[str, object]:
    """Return all that is set; a file that cannot be read or makes no sense sets nothing."""
    try:
        return _parsed(home.settings.read_bytes()) or {}
    except OSError:
        return {}


def settings_are_damaged(home: Home) -> bool:
    """Return whether there is a file of settings that makes no sense."""
    try:
        return _parsed(home.settings.read_bytes()) is None
    except OSError:
        return False


def save_settings(home: Home, **changed: str | int | bool) -> None:
    """Remember settings beside the others, those of a newer version among them.

    Raises ``RecordError`` where they cannot be written, or where the file is damaged: what somebody
    wrote into it by hand may still be mended.
    """
    try:
        home.directory.mkdir(parents=True, exist_ok=True)
        kept = _parsed(home.settings.read_bytes()) if home.settings.exists() else {}
        if kept is None:
            raise RecordError("settings.damaged", path=str(home.settings))
        content = json.dumps({**kept, **changed}, ensure_ascii=False, indent=2)
        write_whole(home.settings, f"{content}\n")
    except OSError as error:
        path, reason = str(home.directory), error.strerror or str(error)
        raise RecordError("record.unwritable", path=path, reason=reason) from error


def write_whole(file: Path, content: str) -> None:
    """Write a file so that whoever reads it finds it as it was or whole; raises ``OSError``."""
    fresh = file.with_suffix(".new")
    fresh.write_text(content, encoding="utf-8")
    fresh.replace(file)


def _saved_language(home: Home) -> str | None:
    language = read_settings(home).get("language")
    return language if isinstance(language, str) else None


def _parsed(content: bytes) -> dict[str, object] | None:
    """Return the entries in the content of a file of settings, None where it makes no sense."""
    if not content.strip():
        return {}
    try:
        settings = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return settings if isinstance(settings, dict) else None


def _digest(paths: Collection[Path]) -> str:
    from hashlib import blake2b  # noqa: PLC0415, seldom

    joined = "\0".join(str(path.absolute()) for path in paths)
    return blake2b(joined.encode(errors="surrogateescape"), digest_size=8).hexdigest()
