"""Exchange the letters of a text: in its formulas as LaTeX, between them as Unicode."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from quizdeck.expressions.small_letters import as_subscript
from quizdeck.text import Localized, cell_width

Letters = Mapping[str, str]

_CODE_OR_FORMULA = re.compile(r"(`[^`]*`|\$\$.+?\$\$|\$[^$]+\$)", re.DOTALL)
_WORD = r"\mathrm"
_WORD_IN_LATEX = r"\\(?:mathrm|text|operatorname|begin|end)\{[^{}]*\}"
_COMMAND = r"\\[A-Za-z]+"
_COMMAND_AT_END = re.compile(rf"{_COMMAND}\Z")


@dataclass(frozen=True, eq=False)
class Relettering:
    r"""Exchanges letters, all at once, so that none is exchanged twice.

    ``letters`` maps LaTeX to LaTeX: ``\mathrm{lr}`` to ``\eta``, ``h`` to ``E[g^2]``. What it does
    not name stays, and so do code in backticks and letters within words.
    """

    letters: Letters

    def localized(self, text: Localized) -> Localized:
        """Return ``text`` with other letters in both languages."""
        return Localized(self.text(text.ja), self.text(text.en))

    def text(self, text: str) -> str:
        """Return a text with other letters, in its formulas between dollar signs and outside."""
        if not self.letters:
            return text
        return "".join(map(self._part, _CODE_OR_FORMULA.split(text)))

    def latex(self, source: str) -> str:
        """Return a formula with other letters."""
        return self._in_latex.sub(self._other_latex, source) if self.letters else source

    def word_for(self, letter: str) -> str:
        """Return what stands outside formulas for ``letter``, one of those to exchange."""
        return self._unicode[self.letters[letter]]

    def letters_in(self, text: str) -> frozenset[str]:
        """Return which of the letters to exchange occur in ``text``, as LaTeX."""
        return frozenset(self._letters_in(text)) if self.letters else frozenset()

    def _part(self, part: str) -> str:
        if part.startswith("`"):
            return part
        if part.startswith("$"):
            return self.latex(part)
        return self._in_words.sub(self._other_word, part)

    def _letters_in(self, text: str) -> Iterator[str]:
        for part in _CODE_OR_FORMULA.split(text):
            if part.startswith("$"):
                yield from filter(None, (m["letter"] for m in self._in_latex.finditer(part)))
            elif not part.startswith("`"):
                yield from (self._latex_of[m["letter"]] for m in self._in_words.finditer(part))

    def _other_latex(self, found: re.Match[str]) -> str:
        """Return what stands for a letter; one instead of a word needs no gap behind it."""
        letter, gap = found["letter"], found["gap"] or ""
        if letter is None:
            return found[0]
        other = self.letters[letter]
        before, behind = found.string[: found.start()], found.string[found.end() :]
        # A command swallows the letter behind it.
        if other[0].isalpha() and _COMMAND_AT_END.search(before):
            other = f" {other}"
        if gap and letter.startswith(_WORD):
            return f"{other} "
        if not gap and behind[:1].isalpha() and _COMMAND_AT_END.search(other):
            return f"{other} "
        return other + gap

    def _other_word(self, found: re.Match[str]) -> str:
        """Write an index and a root as in the formulas around: ``ηₜ``, ``√(E[g²])``."""
        other = self.word_for(self._latex_of[found["letter"]])
        index = found["index"] or ""
        below = as_subscript(index) or f"_{index}" if index else ""
        if found["root"] and cell_width(other) > 1:
            return f"√({other}{below})"
        return f"{found['root']}{other}{below}"

    @cached_property
    def _in_latex(self) -> re.Pattern[str]:
        """Match a letter, or else a word or command whole, so that none is found within."""
        keys = map(_whole, sorted(self.letters, key=len, reverse=True))
        letter = rf"(?P<letter>{'|'.join(keys)})(?P<gap>\s*\\,\s*)?"
        return re.compile(f"{letter}|{_WORD_IN_LATEX}|{_COMMAND}")

    @cached_property
    def _in_words(self) -> re.Pattern[str]:
        """Match letters by themselves: the ``v`` of ``αv``, but not the ``s`` of ``Adam's``."""
        longest_first = sorted(self._latex_of, key=len, reverse=True)
        latin = "|".join(letter for letter in longest_first if letter.isascii())
        greek = [letter for letter in longest_first if not letter.isascii()]
        alone = [rf"(?<![A-Za-z'’])(?:{latin})(?![A-Za-z])"] if latin else []
        letter = "|".join(alone + greek)
        return re.compile(rf"(?P<root>√?)(?P<letter>{letter})(?:_(?P<index>[a-z]+))?")

    @cached_property
    def _latex_of(self) -> Letters:
        return {self._unicode[latex]: latex for latex in self.letters}

    @cached_property
    def _unicode(self) -> Letters:
        # The letters in which everything is written need no typesetter.
        from quizdeck.expressions.typeset_line import one_line  # noqa: PLC0415

        return {latex: one_line(latex) for latex in (*self.letters, *self.letters.values())}


def _whole(letter: str) -> str:
    """Return a pattern for a letter as LaTeX: a command's name ends where no letter follows."""
    is_name = letter[-1].isalpha() and len(letter) > 1
    return re.escape(letter) + ("(?![A-Za-z])" if is_name else "")
