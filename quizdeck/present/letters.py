"""The letters that one problem is written in: a notation as it stands for the problem's method."""

from dataclasses import dataclass

from quizdeck.optimizers.method import Method
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.symbols import letters_of, symbol
from quizdeck.text import Localized


@dataclass(frozen=True, slots=True)
class Letters:
    """A notation and the method whose letters are wanted; the book's are those without either."""

    notation: Notation = BOOK
    method: Method | None = None

    @property
    def _family(self) -> str:
        return letters_of(self.method) if self.method else ""

    def of(self, words: Localized) -> Localized:
        """Return ``words``, written in the book's letters, in these."""
        return self.notation.relettered(words, self._family)

    def symbol(self, quantity: str, index: str) -> str:
        """Return the LaTeX of a quantity at a step."""
        return symbol(quantity, index, self.notation, self._family)


BOOK_LETTERS = Letters()
