"""Values in the index as JSON, which can hold nothing that runs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from quizdeck.banks.question import Finding, Place
from quizdeck.banks.report import on_one_line
from quizdeck.text import Localized


def findings_as_json(findings: Sequence[Finding]) -> str:
    """Return findings as they are kept."""
    rows = [
        [f.place.file, f.place.line, f.place.column, f.key, _plain(f.details), f.is_advice]
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False)


def findings_of_json(written: str) -> Iterator[Finding]:
    """Yield the findings that were kept; raises ValueError for anything else."""
    for file, line, column, key, details, is_advice in json.loads(written):
        yield Finding(Place(file, line, column), key, details, is_advice=is_advice)


def place_in(path: str, line: int, column: int) -> Place:
    """Return a place in the file at ``path`` as findings name it."""
    return Place(on_one_line(Path(path).name), line, column)


def source_as_json(source: Localized | None) -> str:
    """Return the source of a bank as it is kept."""
    return json.dumps(source, ensure_ascii=False)


def source_of_json(written: str) -> Localized | None:
    """Return the source that was kept; raises ValueError for anything else."""
    source = json.loads(written)
    return Localized(*map(str, source)) if source else None


def _plain(details: Mapping[str, object]) -> Mapping[str, object]:
    return {name: v if isinstance(v, int) else str(v) for name, v in details.items()}
