r"""Read a strict subset of LaTeX mathematics into a tree; whatever is outside it is refused.

The grammar, with ``argument`` for a braced row or a single sign::

    row      = { item [ primes ] [ "_" argument ] [ "^" argument ] }
    item     = sign | letter | number | "{" row "}"
             | \frac argument argument | \sqrt [ "[" row "]" ] argument | \hat argument …
             | \text{…} | \mathrm argument … | \operatorname{…}
             | \left delimiter row \right delimiter
             | \begin{cases} row { "&" row } { "\\" … } \end{cases}
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from quizdeck.errors import MathError
from quizdeck.expressions.latex_roles import row_of
from quizdeck.expressions.latex_source import Source
from quizdeck.expressions.latex_symbols import ACCENTS, DELIMITERS, FONTS, SYMBOLS
from quizdeck.expressions.latex_tree import (
    OPERATORS,
    Accent,
    Cases,
    Fenced,
    Fraction,
    Kind,
    Node,
    Root,
    Row,
    Scripts,
    Symbol,
)

_DEEPEST = 24  # nested groups; far beyond any formula a person can read
_SCRIPT_SIGNS = frozenset({"^", "_", "'"})
_FRACTIONS = frozenset({r"\frac", r"\tfrac", r"\dfrac"})
_TEXTS = frozenset({r"\text", r"\textrm", r"\textbf", r"\textit"})
_OPERATOR_NAMES = frozenset({r"\operatorname", r"\operatorname*"})
_SIZES = ("big", "Big", "bigg", "Bigg")
_FENCES = {r"\left": r"\right"} | {f"\\{size}l": f"\\{size}r" for size in _SIZES}
_FIXED_SIZES = frozenset(f"\\{size}" for size in _SIZES)
_IN_NAMES = frozenset({Kind.LETTER, Kind.NUMBER, Kind.SPACE, Kind.MARK})
_SCRIPTLESS = OPERATORS | {Kind.SPACE, Kind.PUNCTUATION, Kind.OPEN}


def parse_latex(source: str) -> Row:
    """Return the tree of a formula written in the supported LaTeX subset.

    Raises ``MathError`` with the 1-based column of the first thing that is not in the subset.
    """
    return _Parser(Source(source)).formula()


class _Parser:
    """One method for each production of the grammar."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._depth = 0

    def formula(self) -> Row:
        row = self._row()
        if not row.items:
            raise self._source.error("math.empty")
        return row

    def _row(self, *ends: str) -> Row:
        """Read items up to one of ``ends`` or the end of the source, and leave that unread."""
        items: list[Node] = []
        while (token := self._source.peek()) and token not in ends:
            node = self._item()
            items.extend(node.items if isinstance(node, Row) else (node,))
        return row_of(items)

    def _item(self) -> Node:
        return self._with_scripts(self._deeper(self._atom))

    def _deeper(self, production: Callable[[], Node]) -> Node:
        if self._depth == _DEEPEST:
            raise self._source.error("math.too_deep", deepest=_DEEPEST)
        self._depth += 1
        node = production()
        self._depth -= 1
        return node

    def _atom(self) -> Node:
        read = self._source.peek()
        if read == "{":
            return self._group()
        if symbol := SYMBOLS.get(read):
            self._source.take()
            return symbol
        if read.isascii() and read.isalpha():
            return Symbol(self._source.take(), read, Kind.LETTER)
        if read.strip("0123456789.") == "":
            return Symbol(self._source.take(), read, Kind.NUMBER)
        return self._command(read)

    def _command(self, token: str) -> Node:
        column = self._source.column
        if (production := self._production(token)) is None:
            raise self._source.refusal()
        self._source.take()
        return production(token, column)

    def _production(self, token: str) -> "Callable[[str, int], Node] | None":
        for commands, production in (
            (_FRACTIONS, self._fraction),
            (ACCENTS, self._accent),
            (FONTS, self._font),
            (_TEXTS, self._text),
            (_OPERATOR_NAMES, self._operator_name),
            (_FENCES, self._fenced),
            (_FIXED_SIZES, self._fixed_delimiter),
            ((r"\sqrt",), self._root),
            ((r"\begin",), self._cases),
        ):
            if token in commands:
                return production
        return None

    def _group(self) -> Node:
        column = self._source.column
        self._source.take()
        row = self._row("}")
        self._close("}", "{", column)
        return row.items[0] if len(row.items) == 1 else row

    def _close(self, end: str, opening: str, column: int) -> None:
        if self._source.peek() != end:
            raise MathError("math.unclosed", column=column, opening=opening, closing=end)
        self._source.take()

    def _argument(self, command: str, *, last: bool = True) -> Row:
        """Read what belongs to ``command``: a group that is not empty, or one sign."""
        self._source.skip_spaces()
        column = self._source.column
        if digit := self._source.take_digit(alone=last):
            return Row((Symbol(digit, digit, Kind.NUMBER),))
        token = self._source.peek()
        if not token or token in _SCRIPT_SIGNS or token in {"}", "&", "\\\\"}:
            raise self._source.error("math.missing_argument", command=command)
        sign = SYMBOLS.get(token)
        node = self._deeper(self._atom)
        if last and sign and sign.kind in OPERATORS and self._source.at_digit():
            raise MathError("math.braces_needed", column=column, text=token)
        row = row_of(node.items if isinstance(node, Row) else (node,))
        if not row.items:
            raise MathError("math.empty_argument", column=column, command=command)
        return row

    def _with_scripts(self, base: Node) -> Node:
        primes, below, above = 0, None, None
        while (sign := self._source.peek()) in _SCRIPT_SIGNS:
            self._refuse_script(base, sign)
            if (sign == "_" and below) or (sign != "_" and above):
                raise self._source.error("math.double_script", script=sign)
            self._source.take()
            if sign == "'":
                primes += 1
            elif sign == "_":
                below = self._argument(sign)
            else:
                above = self._argument(sign)
        if above and all(item == SYMBOLS[r"\prime"] for item in above.items):
            primes, above = primes + len(above.items), None
        return _scripted(base, primes, below, above)

    def _refuse_script(self, base: Node, sign: str) -> None:
        is_empty = isinstance(base, Row) and not base.items
        if is_empty or (isinstance(base, Symbol) and base.kind in _SCRIPTLESS):
            raise self._source.error("math.script_without_base", script=sign)

    def _fraction(self, command: str, _column: int) -> Node:
        numerator = self._argument(command, last=False)
        return Fraction(numerator, self._argument(command))

    def _root(self, command: str, _column: int) -> Node:
        if self._source.peek() != "[":
            return Root(self._argument(command))
        column = self._source.column
        self._source.take()
        degree = self._row("]")
        self._close("]", "[", column)
        if not degree.items:
            raise MathError("math.empty_argument", column=column, command=command)
        return Root(self._argument(command), degree)

    def _accent(self, command: str, _column: int) -> Node:
        mark, name = ACCENTS[command]
        base = self._argument(command)
        match base.items:
            case (Scripts(base=letter) as scripts,):
                return replace(scripts, base=Accent(mark, name, Row((letter,))))
            case _:
                return Accent(mark, name, base)

    def _text(self, command: str, _column: int) -> Node:
        text = self._source.take_text(command)
        return Symbol(text, text, Kind.TEXT)

    def _font(self, command: str, column: int) -> Node:
        return _in_font(FONTS[command], self._letters(command, column))

    def _operator_name(self, command: str, column: int) -> Node:
        name = "".join(letter.plain for letter in self._letters(command, column))
        kind = Kind.LIMIT_FUNCTION if command.endswith("*") else Kind.FUNCTION
        return Symbol(name, name, kind)

    def _letters(self, command: str, column: int) -> tuple[Symbol, ...]:
        items = self._argument(command).items
        letters = tuple(x for x in items if isinstance(x, Symbol) and x.kind in _IN_NAMES)
        if len(letters) < len(items):
            raise MathError("math.letters_only", column=column, command=command)
        return letters

    def _delimiter(self, command: str) -> Symbol:
        token = self._source.peek()
        if token not in DELIMITERS:
            raise self._source.error("math.missing_delimiter", command=command)
        return DELIMITERS[self._source.take()]

    def _fixed_delimiter(self, command: str, _column: int) -> Node:
        return self._delimiter(command)

    def _fenced(self, command: str, column: int) -> Node:
        opening = self._delimiter(command)
        body = self._row(_FENCES[command])
        self._close(_FENCES[command], command, column)
        return Fenced(opening, body, self._delimiter(_FENCES[command]))

    def _cases(self, _command: str, column: int) -> Node:
        self._source.take_environment(r"\begin")
        lines: list[tuple[Row, ...]] = []
        cells: list[Row] = []
        while True:
            cells.append(self._row("&", "\\\\", r"\end"))
            if self._source.peek() == "&":
                self._source.take()
                continue
            lines.append(tuple(cells))
            cells = []
            if self._source.peek() != "\\\\":
                break
            self._source.take()
        self._close(r"\end", r"\begin", column)
        self._source.take_environment(r"\end")
        if lines[-1] == (Row(()),):
            lines.pop()
        return Cases(tuple(lines))


def _scripted(base: Node, primes: int, below: Row | None, above: Row | None) -> Node:
    """Attach scripts; those of a braced base such as ``{m_t}^2`` join them where there is room."""
    if not (primes or below or above):
        return base
    if isinstance(base, Scripts) and not (base.below and below) and not base.above:
        return Scripts(base.base, base.primes + primes, base.below or below, above)
    return Scripts(base, primes, below, above)


def _in_font(letters: Mapping[str, str], symbols: Sequence[Symbol]) -> Node:
    """Return ``symbols`` in another alphabet; upright letters side by side become one word."""
    if not letters and all(s.text.isascii() for s in symbols):
        name = "".join(s.text for s in symbols)
        return Symbol(name, name, Kind.WORD if len(name) > 1 else Kind.LETTER)
    styled = tuple(
        Symbol("".join(letters.get(c, c) for c in s.text), s.plain, s.kind) for s in symbols
    )
    return styled[0] if len(styled) == 1 else Row(styled)
