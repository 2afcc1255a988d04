"""Nodes read as what the format wants, every deviation reported at its place."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from quizdeck.banks.checking import Fault, misreading, prose_faults
from quizdeck.banks.nodes import Mapping, Node, Scalar, Sequence, Unusable, offset_within
from quizdeck.banks.question import Number
from quizdeck.banks.report import Report
from quizdeck.grading.reading import read_answer
from quizdeck.grading.unreadable import Unreadable
from quizdeck.text import Localized, same_in_both

_WHOLE = re.compile("0|-?[1-9][0-9]{0,8}", re.ASCII)
_NATIVE, _TRANSLATION = "ja", "en"


class Reader:
    """Reads nodes and reports to one report; None stands for what could not be read."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def entries(
        self, node: Node, *, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, Node] | None:
        """Return the values of a mapping by key; unknown and missing keys are reported."""
        if not isinstance(node, Mapping):
            self._wrong_kind(node, "banks.not_mapping")
            return None
        known = [*required, *optional]
        found: dict[str, Node] = {}
        for key, value in node.entries:
            if key.text in known:
                found[key.text] = value
            else:
                self._unknown_key(key, known)
        for key_text in required:
            if key_text not in found:
                self.report.add(node.start, "banks.missing_key", name=key_text)
        return found

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """Return the elements of a list that must not be empty."""
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._wrong_kind(node, "banks.not_list")
            return ()
        if not node.items:
            self.report.add(node.start, "banks.empty_list")
        return node.items

    def word(self, node: Node | None) -> str | None:
        """Return a text that YAML's rules cannot turn into something else."""
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self._wrong_kind(node, "banks.not_text")
            return None
        if not node.text.strip():
            self.report.add(node.start, "banks.empty_text")
            return None
        if not node.style and (key := misreading(node.text)):
            self.report.add(node.start, key, text=node.text)
            return None
        return node.text

    def choice_of(self, node: Node | None, allowed: Collection[str]) -> str | None:
        """Return a word that must be one of ``allowed``."""
        word = self.word(node)
        if node is None or word is None or word in allowed:
            return word
        self.report.add(node.start, "banks.not_one_of", text=word, allowed=", ".join(allowed))
        return None

    def number(self, node: Node | None, least: int, most: int) -> int | None:
        """Return a whole number written plainly, between ``least`` and ``most``."""
        if node is None or isinstance(node, Unusable):
            return None
        text = node.text if isinstance(node, Scalar) and not node.style else ""
        if _WHOLE.fullmatch(text) and least <= int(text) <= most:
            return int(text)
        self.report.add(node.start, "banks.not_number", least=least, most=most)
        return None

    def figure(self, node: Node | None) -> Number | None:
        """Return a number as it is written; quotes are not needed, since the text is kept."""
        if node is None or isinstance(node, Unusable):
            return None
        if isinstance(node, Scalar):
            try:
                return Number(
                    node.text.strip(), read_answer(node.text, allow_expression=True).value
                )
            except Unreadable:
                pass
        self.report.add(node.start, "banks.not_figure")
        return None

    def truth(self, node: Node | None) -> bool | None:
        """Return ``true`` or ``false``; a missing node is false."""
        if node is None:
            return False
        if isinstance(node, Scalar) and not node.style and node.text in {"true", "false"}:
            return node.text == "true"
        self._wrong_kind(node, "banks.not_truth")
        return None

    def prose(self, node: Node | None, *, is_inline: bool = False) -> Localized | None:
        """Return a text in both languages."""
        if node is None:
            return None
        texts = self.entries(node, required=(_NATIVE,), optional=(_TRANSLATION,))
        if texts is None:
            return None
        native = self._prose(texts.get(_NATIVE), is_inline=is_inline)
        if native is not None and _TRANSLATION not in texts:
            self.report.advise(node.start, "banks.not_translated")
            return same_in_both(native)
        translation = self._prose(texts.get(_TRANSLATION), is_inline=is_inline)
        if native is None or translation is None:
            return None
        return Localized(native, translation)

    def line(self, node: Node | None) -> Localized | None:
        """Return a text that is shown within a line; one text may serve both languages."""
        if not isinstance(node, Scalar):
            return self.prose(node, is_inline=True)
        shared = self._prose(node, is_inline=True)
        return None if shared is None else same_in_both(shared)

    def _prose(self, node: Node | None, *, is_inline: bool) -> str | None:
        word = self.word(node)
        if word is None or not isinstance(node, Scalar):
            return None
        self.add_within(node, prose_faults(node.text, is_inline=is_inline))
        return word.strip()

    def add_within(self, scalar: Scalar, faults: Iterable[Fault]) -> None:
        """Report faults with offsets that count from the start of the scalar's text."""
        for fault in faults:
            offset = offset_within(scalar, self.report.source.text, fault.offset)
            self.report.add(offset, fault.key, **fault.details)

    def _unknown_key(self, key: Scalar, known: Collection[str]) -> None:
        if near := get_close_matches(key.text, known, n=1):
            self.report.add(key.start, "banks.misspelt_key", name=key.text, near=near[0])
        else:
            self.report.add(key.start, "banks.unknown_key", name=key.text, known=", ".join(known))

    def _wrong_kind(self, node: Node, key: str) -> None:
        if not isinstance(node, Unusable):
            self.report.add(node.start, key)
