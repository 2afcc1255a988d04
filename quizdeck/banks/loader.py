"""A bank's text as questions, and everything in it that an author has to mend.

A broken question is reported and left out; the others stay.
"""

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from pathlib import PurePath

from quizdeck.banks.checking import MARKS, Fault, character_faults, listing_faults, marks_in
from quizdeck.banks.nodes import Mapping, Node, Scalar, compose
from quizdeck.banks.question import (
    Bank,
    Finding,
    Option,
    Part,
    Place,
    Question,
    QuestionKind,
    revised,
)
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source
from quizdeck.text import Localized

FORMAT_VERSION = 1
TAGS = ("formula", "word", "concept", "code", "notation", "numeric")

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_QUESTION_ID = re.compile(rf"{_SLUG}(?:/{_SLUG})+")
_BLANK_ID = re.compile(_SLUG)
_OPTION_COUNTS = (4, 5)
_LEVELS = (1, 5)


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
    """Reads the parts of a bank from the top down."""

    def __init__(self, report: Report, earlier_ids: AbstractMapping[str, Place]) -> None:
        self.ids = dict(earlier_ids)
        self._report = report
        self._read = Reader(report)
        self._name = PurePath(report.source.file).stem

    def bank(self, root: Node) -> Bank | None:
        entries = self._read.entries(root, required=("format", "bank", "title", "questions"))
        if entries is None or self._is_newer_format(entries.get("format")):
            return None
        name = self._read.word(entries.get("bank"))
        if name is not None and name != self._name:
            start = entries["bank"].start
            self._report.add(start, "banks.other_name", name=name, file=self._name)
        title = self._read.line(entries.get("title"))
        nodes = self._items(entries.get("questions"))
        questions = [question for node in nodes if (question := self._question(node))]
        if not questions:
            return None
        place = self._report.source.place(root.start)
        shown_title = title or Localized(self._name, self._name)
        return Bank(self._name, shown_title, tuple(questions), place)

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

    def _question(self, node: Node) -> Question | None:
        kind = self._read.choice_of(_entry(node, "kind"), tuple(QuestionKind))
        is_code = kind == QuestionKind.CODE or (kind is None and _entry(node, "blanks") is not None)
        question = self._code(node) if is_code else self._choice(node)
        is_clean = kind is not None and self._report.is_clean(node.start, node.end)
        return question if is_clean else None

    def _choice(self, node: Node) -> Question | None:
        entries = self._read.entries(
            node,
            required=("id", "kind", "level", "tags", "prompt", "options", "explanation"),
            optional=("unsuitable",),
        )
        if entries is None:
            return None
        id_ = self._new_id(entries.get("id"))
        part = self._part(node, id_ or "", None, None, entries)
        return self._assembled(node, entries, id_, None, (part,))

    def _code(self, node: Node) -> Question | None:
        entries = self._read.entries(
            node, required=("id", "kind", "level", "tags", "prompt", "listing", "blanks")
        )
        if entries is None:
            return None
        id_ = self._new_id(entries.get("id"))
        listing = self._listing(entries.get("listing"))
        blanks = self._read.items(entries.get("blanks"))
        parts = tuple(self._blank(blank, id_ or "") for blank in blanks)
        self._refuse_repeated_ids(blanks)
        self._match_marks(entries.get("listing"), blanks)
        return self._assembled(node, entries, id_, listing, parts)

    def _blank(self, node: Node, question_id: str) -> Part | None:
        entries = self._read.entries(
            node,
            required=("id", "mark", "options", "explanation"),
            optional=("prompt", "unsuitable"),
        )
        if entries is None:
            return None
        mark = self._read.choice_of(entries.get("mark"), tuple(MARKS))
        id_ = self._id(entries.get("id"), _BLANK_ID, "banks.bad_blank_id")
        prompt = self._read.prose(entries.get("prompt"))
        return self._part(node, f"{question_id}#{id_}", mark, prompt, entries)

    def _assembled(
        self,
        node: Node,
        entries: dict[str, Node],
        id_: str | None,
        listing: str | None,
        parts: tuple[Part | None, ...],
    ) -> Question | None:
        level = self._read.number(entries.get("level"), *_LEVELS)
        tags = [self._read.choice_of(tag, TAGS) for tag in self._read.items(entries.get("tags"))]
        prompt = self._read.prose(entries.get("prompt"))
        if id_ is None or level is None or prompt is None or not all(parts):
            return None
        return Question(
            id=id_,
            kind=QuestionKind.CODE if "blanks" in entries else QuestionKind.CHOICE,
            bank=self._name,
            level=level,
            tags=tuple(tag for tag in tags if tag),
            prompt=prompt,
            listing=listing,
            parts=tuple(revised(part, prompt, listing) for part in parts if part),
            place=self._report.source.place(node.start),
        )

    def _part(
        self,
        node: Node,
        id_: str,
        mark: str | None,
        prompt: Localized | None,
        entries: dict[str, Node],
    ) -> Part | None:
        options = self._options(entries.get("options"))
        explanation = self._read.prose(entries.get("explanation"))
        is_unsuitable = self._read.truth(entries.get("unsuitable"))
        if options is None or explanation is None or is_unsuitable is None:
            return None
        place = self._report.source.place(node.start)
        return Part(id_, mark, prompt, options, explanation, is_unsuitable, "", "", place)

    def _options(self, node: Node | None) -> tuple[Option, ...] | None:
        nodes = self._read.items(node)
        read = [(at, option) for at in nodes if (option := self._option(at))]
        options = tuple(option for _, option in read)
        for i, (at, option) in enumerate(read):
            if any(_reads_alike(option.text, earlier.text) for earlier in options[:i]):
                self._report.add(at.start, "banks.same_options")
        if node is None or not nodes:
            return None
        if len(nodes) not in _OPTION_COUNTS:
            self._report.add(node.start, "banks.option_count", found=len(nodes))
        correct = sum(option.is_correct for option in options)
        if len(read) == len(nodes) and correct != 1:
            self._report.add(node.start, "banks.correct_count", found=correct)
        return options

    def _option(self, node: Node) -> Option | None:
        entries = self._read.entries(node, required=("text", "why"), optional=("correct",))
        if entries is None:
            return None
        text = self._read.line(entries.get("text"))
        why = self._read.prose(entries.get("why"), is_inline=True)
        is_correct = self._read.truth(entries.get("correct"))
        if text is None or why is None or is_correct is None:
            return None
        return Option(text, is_correct, why)

    def _listing(self, node: Node | None) -> str | None:
        listing = self._read.word(node)
        if listing is None or not isinstance(node, Scalar):
            return None
        self._read.add_within(node, listing_faults(listing))
        return listing.rstrip("\n")

    def _refuse_repeated_ids(self, blanks: tuple[Node, ...]) -> None:
        first: dict[str, Place] = {}
        for node in (_entry(blank, "id") for blank in blanks):
            if isinstance(node, Scalar):
                self._refuse_repeated_id(node, first)

    def _refuse_repeated_id(self, node: Scalar, first: dict[str, Place]) -> None:
        place = self._report.source.place(node.start)
        if first.setdefault(node.text, place) is not place:
            details = {"id": node.text, "first": str(first[node.text])}
            self._report.add(node.start, "banks.duplicate_id", **details)

    def _match_marks(self, listing: Node | None, blanks: tuple[Node, ...]) -> None:
        if not isinstance(listing, Scalar) or not blanks:
            return
        shown, asked = marks_in(listing.text), set[str]()
        for node in (_entry(blank, "mark") for blank in blanks):
            if not isinstance(node, Scalar) or node.text not in MARKS:
                return
            if node.text in asked:
                self._report.add(node.start, "banks.mark_twice", mark=node.text)
            elif node.text not in shown:
                self._report.add(node.start, "banks.mark_not_shown", mark=node.text)
            asked.add(node.text)
        missing = {mark: offset for mark, offset in shown.items() if mark not in asked}
        self._read.add_within(
            listing,
            (Fault(at, "banks.mark_not_asked", {"mark": mark}) for mark, at in missing.items()),
        )

    def _new_id(self, node: Node | None) -> str | None:
        id_ = self._id(node, _QUESTION_ID, "banks.bad_id")
        if id_ is not None and isinstance(node, Scalar):
            self._refuse_repeated_id(node, self.ids)
        return id_

    def _id(self, node: Node | None, form: re.Pattern[str], key: str) -> str | None:
        word = self._read.word(node)
        if node is None or word is None:
            return None
        if form.fullmatch(word):
            return word
        self._report.add(node.start, key, text=word)
        return None


def _entry(node: Node, key: str) -> Node | None:
    pairs = node.entries if isinstance(node, Mapping) else ()
    return next((value for name, value in pairs if name.text == key), None)


def _reads_alike(one: Localized, other: Localized) -> bool:
    """Return whether a reader of either language could not tell two texts apart."""
    pairs = ((one.ja, other.ja), (one.en, other.en))
    return any(left.split() == right.split() for left, right in pairs)
