"""The tree of a LaTeX formula, as a reader sees it: what stands beside, above and below what."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a symbol does between its neighbours; this decides spaces and brackets.

    ``PREFIX`` is an operator on what follows, such as ∂; ``SIGN`` a unary plus or minus;
    ``ELEMENTWISE`` an operator whose rank beside a slash has no convention; ``BAR`` a bar not yet
    known to open or close. ``RADICAL`` and ``TALL`` are the ends of typeset pieces: a bare root
    sign's radicand, and a box of several rows.
    """

    LETTER = auto()
    NUMBER = auto()
    WORD = auto()
    TEXT = auto()
    MARK = auto()
    DOTS = auto()
    SPACE = auto()
    FUNCTION = auto()
    LIMIT_FUNCTION = auto()
    LARGE = auto()
    PREFIX = auto()
    SIGN = auto()
    SUM = auto()
    PRODUCT = auto()
    ELEMENTWISE = auto()
    SLASH = auto()
    RELATION = auto()
    PUNCTUATION = auto()
    OPEN = auto()
    CLOSE = auto()
    BAR = auto()
    RADICAL = auto()
    TALL = auto()


OPERATORS = frozenset(
    {Kind.SIGN, Kind.SUM, Kind.PRODUCT, Kind.ELEMENTWISE, Kind.SLASH, Kind.RELATION}
)
FUNCTIONS = frozenset({Kind.FUNCTION, Kind.LIMIT_FUNCTION})


@dataclass(frozen=True, slots=True)
class Symbol:
    """One sign, number or name: in Unicode and in ASCII."""

    text: str
    plain: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes side by side."""

    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Fraction:
    """A numerator over a denominator."""

    numerator: Row
    denominator: Row


@dataclass(frozen=True, slots=True)
class Root:
    """The root of ``radicand``; a ``degree`` of None is the square root."""

    radicand: Row
    degree: Row | None = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over ``base``: a combining character and its name."""

    mark: str
    name: str
    base: Row


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with primes, a subscript and a superscript."""

    base: "Node"
    primes: int = 0
    below: Row | None = None
    above: Row | None = None


@dataclass(frozen=True, slots=True)
class Fenced:
    """A row between two delimiters that grow with it; an invisible delimiter is empty."""

    opening: Symbol
    body: Row
    closing: Symbol


@dataclass(frozen=True, slots=True)
class Cases:
    """Lines of cells behind one brace."""

    lines: tuple[tuple[Row, ...], ...]


Node = Symbol | Row | Fraction | Root | Accent | Scripts | Fenced | Cases


def kind_of(node: Node) -> Kind | None:
    """Return the kind of a symbol with or without scripts, and None for any other node."""
    match node:
        case Symbol(kind=kind):
            return kind
        case Scripts(base=Symbol(kind=kind)):
            return kind
        case _:
            return None


def without_spaces(row: Row) -> tuple[Node, ...]:
    """Return the items of ``row`` that are more than space."""
    return tuple(item for item in row.items if kind_of(item) is not Kind.SPACE)
