"""Where findings are collected while a source is read."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping

from quizdeck.banks.checking import Fault, cleaned
from quizdeck.banks.question import Finding, Place

_MOST_SHOWN = 100


def on_one_line(text: str) -> str:
    """Return as much of a text of unknown origin as a message or a place can hold."""
    line = " ".join(cleaned(text).split())
    return line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + "…"


class Source:
    """The text of a file, which turns offsets into places; every line ends in a line feed."""

    def __init__(self, file: str, text: str) -> None:
        self.file = on_one_line(file)
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        """Return the place of the character at ``offset``."""
        line = bisect_right(self._line_starts, offset)
        return Place(self.file, line, offset - self._line_starts[line - 1] + 1)


class Report:
    """The findings of one source, as they are found."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._findings: list[Finding] = []
        self._offsets: list[int] = []

    def add(self, offset: int, key: str, /, **details: object) -> None:
        """Note a problem at ``offset``, which makes what it stands in unusable."""
        self._note(offset, key, details, is_advice=False)
        insort(self._offsets, offset)

    def advise(self, offset: int, key: str, /, **details: object) -> None:
        """Note at ``offset`` what is usable and should be better."""
        self._note(offset, key, details, is_advice=True)

    def _note(
        self, offset: int, key: str, details: Mapping[str, object], *, is_advice: bool
    ) -> None:
        shown = {
            name: on_one_line(detail) if isinstance(detail, str) else detail
            for name, detail in details.items()
        }
        self._findings.append(Finding(self.source.place(offset), key, shown, is_advice=is_advice))

    def add_all(self, faults: Iterable[Fault]) -> None:
        """Note every fault, with offsets that count from the start of the source."""
        for fault in faults:
            self.add(fault.offset, fault.key, **fault.details)

    def is_clean(self, start: int = 0, end: int | None = None) -> bool:
        """Return whether no problem stands from ``start`` up to, not including, ``end``."""
        last = len(self._offsets) if end is None else bisect_left(self._offsets, end)
        return bisect_left(self._offsets, start) == last

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings in the order of the file."""
        return tuple(sorted(self._findings, key=lambda finding: finding.place))
