"""A bank's text as questions, and everything in it that an author has to mend.

A broken question is reported and left out; the others stay.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from quizdeck.banks.checking import (
    MARKS,
    character_faults,
    listing_faults,
    marks_in,
)
from quizdeck.banks.nodes import Node, Scalar, compose, offset_within
from quizdeck.banks.question import (
    Bank,
    Finding,
    Option,
    Part,
    Question,
    QuestionKind,
    digest,
)
from quizdeck.banks.reader import Reader
from quizdeck.banks.report import Report, Source
from quizdeck.text import Localized, without_controls

FORMAT_VERSION = 1
TAGS = ("formula", "word", "concept", "code", "notation", "numeric")

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_QUESTION_ID = re.compile(rf"{_SLUG}(?:/{_SLUG})+")
_BLANK_ID = re.compile(_SLUG)
_OPTION_COUNTS = (4, 5)
_LEVELS = (1, 5)


@dataclass(frozen=True, slots=True)
class LoadedBank:
    """What a bank's text gave: the readable questions, if any, and all findings."""

    bank: Bank | None
    findings: tuple[Finding, ...]


def load_bank(text: str, file: str) -> LoadedBank:
    """Read the text of one bank; ``file`` is its name in the findings."""
    report = Report(Source(file, text))
    report.add_all(character_faults(text))
    root = compose(report)
    if root is None:
        if report.is_clean():
            report.add(0, "banks.empty_file")
        return LoadedBank(None, report.findings())
    return LoadedBank(_Loader(report).bank(root), report.findings())


class _Loader:
    """Reads the parts of a bank from the top down."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._read = Reader(report)
        self._name = PurePath(report.source.file).stem

    def bank(self, root: Node) -> Bank | None:
        entries = self._read.entries(root, required=("format", "bank", "title", "questions"))
        if entries is None or not self._is_known_format(entries.get("format")):
            return None
        name = self._read.word(entries.get("bank"))
        if name is not None and name != self._name:
            start = entries["bank"].start
            self._report.add(start, "banks.other_name", name=name, file=self._name)
        title = self._read.prose(entries.get("title"), may_be_shared=True)
        nodes = self._read.items(entries.get("questions"))
        questions = [question for node in nodes if (question := self._question(node))]
        if not questions:
            return None
        place = self._report.source.place(root.start)
        shown_title = title or Localized(self._name, self._name)
        return Bank(self._name, shown_title, tuple(questions), place)

    def _is_known_format(self, node: Node | None) -> bool:
        if node is None:
            return False
        written = node.text if isinstance(node, Scalar) else ""
        if written == str(FORMAT_VERSION):
            return True
        is_newer = re.fullmatch("[1-9][0-9]*", written, re.ASCII) is not None
        key = "banks.newer_format" if is_newer else "banks.unknown_format"
        self._report.add(node.start, key, known=FORMAT_VERSION)
        return False

    def _question(self, node: Node) -> Question | None:
        kinds: dict[str, Callable[[Node], Question | None]] = {
            QuestionKind.CHOICE: self._choice,
            QuestionKind.CODE: self._code,
        }
        kind = self._read.choice_of(_entry(node, "kind"), tuple(kinds))
        question = kinds[kind or QuestionKind.CHOICE](node)
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
        id_ = self._id(entries.get("id"), _QUESTION_ID, "banks.bad_id")
        part = self._part(node, id_ or "", None, None, entries)
        return self._assembled(node, entries, id_, None, (part,))

    def _code(self, node: Node) -> Question | None:
        entries = self._read.entries(
            node, required=("id", "kind", "level", "tags", "prompt", "listing", "blanks")
        )
        if entries is None:
            return None
        id_ = self._id(entries.get("id"), _QUESTION_ID, "banks.bad_id")
        listing = self._listing(entries.get("listing"))
        blanks = self._read.items(entries.get("blanks"))
        parts = tuple(self._blank(blank, id_ or "") for blank in blanks)
        self._match_marks(entries, listing, parts)
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
            parts=tuple(_revised(part, prompt, listing) for part in parts if part),
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
        if node is None or len(read) != len(nodes):
            return None
        options = tuple(option for _, option in read)
        if len(options) not in _OPTION_COUNTS:
            self._report.add(node.start, "banks.option_count", found=len(options))
        correct = sum(option.is_correct for option in options)
        if correct != 1:
            self._report.add(node.start, "banks.correct_count", found=correct)
        for i, (at, option) in enumerate(read):
            if any(option.text == earlier.text for earlier in options[:i]):
                self._report.add(at.start, "banks.same_options")
        return options

    def _option(self, node: Node) -> Option | None:
        entries = self._read.entries(node, required=("text", "why"), optional=("correct",))
        if entries is None:
            return None
        text = self._read.prose(entries.get("text"), may_be_shared=True)
        why = self._read.prose(entries.get("why"))
        is_correct = self._read.truth(entries.get("correct"))
        if text is None or why is None or is_correct is None:
            return None
        return Option(text, is_correct, why)

    def _listing(self, node: Node | None) -> str | None:
        listing = self._read.word(node)
        if listing is None or not isinstance(node, Scalar):
            return None
        for fault in listing_faults(listing):
            offset = offset_within(node, self._report.source.text, fault.offset)
            self._report.add(offset, fault.key, **fault.details)
        return without_controls(listing).rstrip("\n")

    def _match_marks(
        self, entries: dict[str, Node], listing: str | None, parts: tuple[Part | None, ...]
    ) -> None:
        if listing is None or not all(parts):
            return
        shown, asked = marks_in(listing), [part.mark for part in parts if part]
        for mark in shown:
            if mark not in asked:
                self._report.add(entries["listing"].start, "banks.mark_not_asked", mark=mark)
        blanks = entries["blanks"].start
        for asked_mark in dict.fromkeys(mark for mark in asked if mark is not None):
            if asked_mark not in shown:
                self._report.add(blanks, "banks.mark_not_shown", mark=asked_mark)
            if asked.count(asked_mark) > 1:
                self._report.add(blanks, "banks.mark_twice", mark=asked_mark)

    def _id(self, node: Node | None, form: re.Pattern[str], key: str) -> str | None:
        word = self._read.word(node)
        if node is None or word is None:
            return None
        if form.fullmatch(word):
            return word
        self._report.add(node.start, key, text=word)
        return None


def _entry(node: Node, key: str) -> Node | None:
    pairs: Any = getattr(node, "entries", ())
    return next((value for name, value in pairs if name.text == key), None)


def _revised(part: Part, prompt: Localized, listing: str | None) -> Part:
    """Fill in the digests: of everything shown, and of the key alone."""
    options = [[o.text.ja, o.text.en, o.is_correct, o.why.ja, o.why.en] for o in part.options]
    own_prompt = [part.prompt.ja, part.prompt.en] if part.prompt else None
    shown = [
        [prompt.ja, prompt.en, listing, part.mark, own_prompt, part.is_unsuitable],
        options,
        [part.explanation.ja, part.explanation.en],
    ]
    key = sorted([o.text.ja, o.text.en] for o in part.options if o.is_correct)
    return Part(
        part.id,
        part.mark,
        part.prompt,
        part.options,
        part.explanation,
        part.is_unsuitable,
        revision=digest(shown),
        answer_revision=digest(key),
        place=part.place,
    )
