"""A bank's text as questions, and everything in it that an author has to mend.

A broken question is reported and left out; the others stay.
"""

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from pathlib import PurePath

from quizdeck.banks.checking import character_faults
from quizdeck.banks.format import FORMAT_VERSION, QUESTION
from quizdeck.banks.nodes import Node, Scalar, compose
from quizdeck.banks.question import Bank, Finding, Place, Question
from quizdeck.banks.questions import QuestionReader
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source
from quizdeck.text import Localized


@dataclass(frozen=True, slots=True)
class LoadedBank:
    """What a bank's text gave: the readable questions, if any, and all findings.

    ``ids`` are those of all questions so far, readable or not, each with its place.
    """

    bank: Bank | None
    findings: tuple[Finding, ...]
    ids: AbstractMapping[str, Place]


def load_bank(
    text: str, file: str, earlier_ids: AbstractMapping[str, Place] | None = None
) -> LoadedBank:
    """Read the text of one bank; ``file`` is its name in the findings.

    ``earlier_ids`` are those of the banks before it, which it must not use again.
    """
    report = Report(Source(file, text))
    report.add_all(character_faults(report.source.text))
    root = compose(report)
    loader = _Loader(report, earlier_ids or {})
    if root is None and report.is_clean():
        report.add(0, "banks.empty_file")
    bank = None if root is None else loader.bank(root)
    return LoadedBank(bank, report.findings(), loader.ids)


class _Loader:
    """Reads a bank from the top down."""

    def __init__(self, report: Report, earlier_ids: AbstractMapping[str, Place]) -> None:
        self.ids = dict(earlier_ids)
        self._report = report
        self._read = Reader(report)
        self._name = PurePath(report.source.file).stem

    def bank(self, root: Node) -> Bank | None:
        entries = self._read.entries(
            root, required=("format", "bank", "title", "questions"), optional=("source",)
        )
        if entries is None or self._is_newer_format(entries.get("format")):
            return None
        name = self._read.word(entries.get("bank"))
        if name is not None and name != self._name:
            start = entries["bank"].start
            self._report.add(start, "banks.other_name", name=name, file=self._name)
        title = self._read.line(entries.get("title"))
        source = self._read.line(entries["source"]) if "source" in entries else None
        reader = QuestionReader(self._report, self._name, source, self.ids)
        nodes = self._items(entries.get("questions"))
        questions = [question for node in nodes if (question := self._question(reader, node))]
        if not questions:
            return None
        place = self._report.source.place(root.start)
        shown_title = title or Localized(self._name, self._name)
        return Bank(self._name, shown_title, tuple(questions), place)

    def _question(self, reader: QuestionReader, node: Node) -> Question | None:
        fields = QUESTION.read(self._read, node)
        question = None if fields is None else reader.question(fields)
        return question if self._report.is_clean(node.start, node.end) else None

    def _is_newer_format(self, node: Node | None) -> bool:
        """Report any format but this one; a newer one makes reading on pointless."""
        if node is None:
            return False
        written = node.text if isinstance(node, Scalar) else ""
        if written == str(FORMAT_VERSION):
            return False
        is_newer = re.fullmatch("[1-9][0-9]*", written, re.ASCII) is not None
        key = "banks.newer_format" if is_newer else "banks.unknown_format"
        self._report.add(node.start, key, known=FORMAT_VERSION)
        return is_newer

    def _items(self, node: Node | None) -> tuple[Node, ...]:
        # Nothing is left of the list when every question in it has broken syntax.
        is_nothing = isinstance(node, Scalar) and not node.text
        if node is None or (is_nothing and not self._report.is_clean(node.start)):
            return ()
        return self._read.items(node)
