"""Commands for the log: out as text, in from elsewhere, copies, and an examination."""

import platform
import sqlite3
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from quizdeck import __version__
from quizdeck.cli.surroundings import Surroundings, new_identity, now
from quizdeck.cli.writing import written_to
from quizdeck.errors import ExitCode, RecordError
from quizdeck.language.catalogue import text
from quizdeck.record.backup import backup, restore
from quizdeck.record.doctor import examined
from quizdeck.record.exchange import Merged, quarantine_text
from quizdeck.record.store import Store, open_store

_LARGEST_LINE = 10_000_000  # characters; no event is near it


def log_export(options: Namespace, around: Surroundings) -> int:
    """Print every event, or write this device's own into a folder that devices share."""
    with _store(around) as store:
        if options.folder is None:
            with written_to(options.output, around.stdout) as output:
                output.writelines(f"{line}\n" for line in store.export())
            return ExitCode.DONE
        path = Path(options.folder) / f"events-{store.device}.jsonl"
        with written_to(str(path), around.stdout) as output:
            output.writelines(f"{line}\n" for line in store.export_own())
    around.complain(text("log.exported", around.language, path=path))
    return ExitCode.DONE


def log_merge(options: Namespace, around: Surroundings) -> int:
    """Take over what other logs hold; a copy of this one is made first."""
    sources = [_lines_of(Path(path)) for path in options.paths]
    with _store(around) as store:
        _backup(around)
        merged = store.merge(line for lines in sources for line in lines)
    counts = {"added": merged.added, "known": merged.known}
    around.say(text("log.merged", around.language, **counts))
    if not merged.quarantined:
        return ExitCode.DONE
    _tell_quarantine(merged, around)
    return ExitCode.PROBLEMS_FOUND


def log_backup(_options: Namespace, around: Surroundings) -> int:
    """Write a checked copy of the log."""
    around.say(str(_backup(around)))
    return ExitCode.DONE


def log_restore(options: Namespace, around: Surroundings) -> int:
    """Put a copy in the place of the log; what stood there is kept beside it."""
    aside = restore(Path(options.path), around.home.log, datetime.now().astimezone())
    around.say(text("log.restored", around.language, path=options.path))
    if aside is not None:
        around.say(text("log.kept_aside", around.language, path=aside))
    return ExitCode.DONE


def log_doctor(options: Namespace, around: Surroundings) -> int:
    """Examine the log; ``--repair`` computes the schedule anew and touches nothing else."""
    for line in _versions():
        around.say(line)
    with around.open_desk() as (desk, _), _store(around) as store:
        is_known = desk.deck.has
        if options.repair:
            _backup(around)
            store.rebuild_schedule()
            around.say(text("log.repaired", around.language))
        symptoms = tuple(examined(store, is_known, now().study_day))
        events = store.event_count()
    for symptom in symptoms:
        around.say(text(symptom.key, around.language, **symptom.details))
    if any(symptom.is_serious for symptom in symptoms):
        around.say(text("doctor.advice", around.language))
        return ExitCode.PROBLEMS_FOUND
    around.say(text("doctor.sound", around.language, count=events))
    return ExitCode.DONE


def _store(around: Surroundings) -> closing[Store]:
    return closing(open_store(around.home.log, now=now(), new_device=new_identity))


def _backup(around: Surroundings) -> Path:
    return backup(around.home.log, around.home.backups, datetime.now().astimezone())


def _lines_of(source: Path) -> Iterable[str]:
    """Return the events of a file of lines, of a log, or of all such files in a folder."""
    try:
        if source.is_dir():
            found = sorted(source.glob("events-*.jsonl"))
            return (line for path in found for line in _lines_of(path))
        with source.open("rb") as file:
            is_log = file.read(16) == b"SQLite format 3\0"
        if is_log:
            return _lines_of_log(source)
        return _lines_of_text(source)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError("log.unreadable", path=str(source), reason=reason) from error


def _lines_of_log(source: Path) -> Iterator[str]:
    with closing(open_store(source, now=now(), new_device=new_identity)) as store:
        yield from store.export()


def _lines_of_text(source: Path) -> Iterator[str]:
    with source.open(encoding="utf-8", errors="replace") as file:
        while line := file.readline(_LARGEST_LINE):
            yield line


def _tell_quarantine(merged: Merged, around: Surroundings) -> None:
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    path = around.home.directory / f"quarantine-{stamp}.jsonl"
    with written_to(str(path), around.stdout) as output:
        output.write(quarantine_text(merged.quarantined))
    for objection in dict.fromkeys(q.objection for q in merged.quarantined):
        count = sum(q.objection is objection for q in merged.quarantined)
        around.complain(text(f"log.objection.{objection}", around.language, count=count))
    around.complain(text("log.quarantined", around.language, path=path))


def _versions() -> Iterator[str]:
    yield f"quizdeck {__version__} / Python {platform.python_version()} / {sys.platform}"
    yield f"SQLite {sqlite3.sqlite_version}"
