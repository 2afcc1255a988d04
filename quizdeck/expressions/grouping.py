"""Where the one-line form needs brackets to be read as the formula is meant."""

from quizdeck.expressions.latex_tree import (
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
    kind_of,
    without_spaces,
)

_SAFE_BEFORE_A_QUOTIENT = frozenset(
    {Kind.OPEN, Kind.SIGN, Kind.SUM, Kind.PRODUCT, Kind.RELATION, Kind.PUNCTUATION, Kind.DOTS}
)
_SAFE_AFTER_A_QUOTIENT = frozenset(
    {Kind.CLOSE, Kind.SUM, Kind.PRODUCT, Kind.RELATION, Kind.PUNCTUATION, Kind.DOTS}
)
_ONE_SIGN = frozenset({Kind.LETTER, Kind.NUMBER, Kind.MARK})
_NAMES = _ONE_SIGN | {Kind.WORD, Kind.DOTS, Kind.PREFIX}
_FACTORS = _NAMES | {Kind.OPEN, Kind.CLOSE}


def is_single(row: Row) -> bool:
    """Return whether ``row`` is one thing whatever it holds: ``x``, ``√(a + b)``, ``(a + b)²``."""
    return (len(row.items) == 1 and _is_atom(row.items[0])) or is_bracketed(row)


def is_unit(row: Row) -> bool:
    """Return whether ``row`` binds tighter than any product: a single thing, ``∂W``, ``∇²f``."""
    items = without_spaces(row)
    while len(items) > 1 and kind_of(items[0]) is Kind.PREFIX:
        items = items[1:]
    return is_single(Row(items))


def is_product(row: Row) -> bool:
    """Return whether ``row`` is units side by side, which a quotient may take as its numerator."""
    depth = 0
    for item in without_spaces(row):
        kind = kind_of(item)
        if depth == 0 and not (kind in _FACTORS or _is_atom(item)):
            return False
        depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
    return depth == 0


def is_bracketed(row: Row) -> bool:
    """Return whether one pair of brackets encloses all of ``row``."""
    depth = 0
    last = len(row.items) - 1
    for i, item in enumerate(row.items):
        depth += (kind_of(item) is Kind.OPEN) - (kind_of(item) is Kind.CLOSE)
        if depth == 0:
            return 0 < i == last
    return False


def is_in_parentheses(row: Row) -> bool:
    """Return whether ``row`` is wrapped in round brackets and nothing more."""
    match row.items:
        case (Fenced(opening=opening, closing=closing),):
            return (opening.text, closing.text) == ("(", ")")
        case (Symbol(text="("), *_, Symbol(text=")")):
            return is_bracketed(row)
        case _:
            return False


def is_single_sign(row: Row) -> bool:
    """Return whether a bare root sign covers ``row``: a letter or number, maybe with an index."""
    match row.items:
        case (Scripts(base=base, primes=0, above=None),):
            return _is_one_sign(base)
        case (item,):
            return _is_one_sign(item)
        case _:
            return False


def needs_brackets(row: Row, i: int) -> bool:
    """Return whether ``row.items[i]``, a quotient on one line, would mix with its neighbours."""
    item = row.items[i]
    if not isinstance(item, Fraction):
        return False
    before = _neighbour(row.items[:i][::-1])
    after = _neighbour(row.items[i + 1 :])
    return not (
        _is_safe(before, _SAFE_BEFORE_A_QUOTIENT, edge=-1)
        and _is_safe(after, _SAFE_AFTER_A_QUOTIENT, edge=0)
    )


def _neighbour(items: tuple[Node, ...]) -> Node | None:
    """Return the nearest item; a wide space parts formulas, a thin one does not."""
    for item in items:
        if not (isinstance(item, Symbol) and item.kind is Kind.SPACE):
            return item
        if len(item.text) > 1:
            return None
    return None


def _is_safe(neighbour: Node | None, safe: frozenset[Kind], *, edge: int) -> bool:
    if isinstance(neighbour, Symbol) and neighbour.kind is Kind.TEXT:
        return neighbour.text[edge] == " "
    return neighbour is None or kind_of(neighbour) in safe


def _is_atom(node: Node) -> bool:
    match node:
        case Symbol(kind=Kind.TEXT, text=text):
            return text.isalnum()
        case Symbol(kind=kind):
            return kind in _NAMES
        case Fenced(opening=opening, closing=closing):
            return bool(opening.text and closing.text)
        case Scripts(base=Fenced() as fenced):
            return _is_atom(fenced)
        case Scripts(base=base):
            return kind_of(base) not in {Kind.OPEN, Kind.CLOSE, Kind.FUNCTION}
        case Accent() | Root() | Cases():
            return True
        case _:
            return False


def _is_one_sign(node: Node) -> bool:
    match node:
        case Symbol(kind=kind):
            return kind in _ONE_SIGN
        case Accent(base=Row(items=(base,))):
            return _is_one_sign(base)
        case _:
            return False
