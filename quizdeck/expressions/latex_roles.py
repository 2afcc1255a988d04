"""What a sign is for is settled by its neighbours: unary minus, paired bars, a lone operator."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizdeck.expressions.latex_tree import (
    FUNCTIONS,
    OPERATORS,
    Kind,
    Node,
    Row,
    Scripts,
    Symbol,
    kind_of,
)

_SIGNS = frozenset({"+", "−", "±", "∓"})
_BEFORE_A_SIGN = OPERATORS | FUNCTIONS | {Kind.PUNCTUATION, Kind.OPEN, Kind.LARGE}


def row_of(items: Iterable[Node]) -> Row:
    """Return the items as a row, each sign with the kind that its place gives it."""
    nodes = _with_paired_bars(list(items))
    if len(nodes) == 1 and kind_of(nodes[0]) in OPERATORS | {Kind.PUNCTUATION}:
        return Row((_as_kind(nodes[0], Kind.MARK),))
    for i, node in enumerate(nodes):
        if _is_sign(node) and _may_stand_before_a_sign(nodes[:i]):
            nodes[i] = _as_kind(node, Kind.SIGN)
    return Row(tuple(nodes))


def _is_sign(node: Node) -> bool:
    return isinstance(node, Symbol) and node.kind is Kind.SUM and node.text in _SIGNS


def _may_stand_before_a_sign(earlier: Sequence[Node]) -> bool:
    """Return whether a plus or minus behind ``earlier`` has no left operand."""
    last = next((node for node in reversed(earlier) if kind_of(node) is not Kind.SPACE), None)
    if isinstance(last, Symbol) and last.kind is Kind.TEXT:
        return last.text.endswith(" ")
    return last is None or kind_of(last) in _BEFORE_A_SIGN


def _with_paired_bars(nodes: list[Node]) -> list[Node]:
    """Turn the bars that enclose something into delimiters and the others into marks."""
    waiting: list[dict[str, int]] = [{}]
    for i, node in enumerate(nodes):
        kind = kind_of(node)
        if kind is Kind.OPEN:
            waiting.append({})
        elif kind is Kind.CLOSE and len(waiting) > 1:
            waiting.pop()
        elif kind is Kind.BAR:
            text = _symbol_of(node).text
            nodes[i] = _as_kind(node, Kind.MARK)
            if (start := waiting[-1].pop(text, None)) is not None:
                nodes[start] = _as_kind(nodes[start], Kind.OPEN)
                nodes[i] = _as_kind(node, Kind.CLOSE)
            elif isinstance(node, Symbol):
                waiting[-1][text] = i
    return nodes


def _symbol_of(node: Node) -> Symbol:
    symbol = node.base if isinstance(node, Scripts) else node
    assert isinstance(symbol, Symbol)
    return symbol


def _as_kind(node: Node, kind: Kind) -> Node:
    if isinstance(node, Scripts):
        return replace(node, base=replace(_symbol_of(node), kind=kind))
    return replace(_symbol_of(node), kind=kind)
