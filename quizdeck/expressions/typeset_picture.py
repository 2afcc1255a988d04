"""A LaTeX formula as a picture: stacked fractions, limits over and under, tall brackets."""

from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from quizdeck.expressions.box import (
    Box,
    above_one_another,
    at_corners,
    beside,
    centred,
    widened,
)
from quizdeck.expressions.fences import enclosed
from quizdeck.expressions.latex import parse_latex
from quizdeck.expressions.latex_tree import (
    Accent,
    Cases,
    Fraction,
    Kind,
    Root,
    Row,
    Scripts,
)
from quizdeck.expressions.math_style import MathStyle
from quizdeck.expressions.spacing import Piece
from quizdeck.expressions.typeset_line import LineSetter
from quizdeck.text import cell_width

_WITH_LIMITS = frozenset({Kind.LARGE, Kind.LIMIT_FUNCTION})
_EMPTY = Box(("",))
_BETWEEN_CELLS = Box(("  ",))


@lru_cache(maxsize=1024)
def picture(source: str, style: MathStyle = MathStyle.UNICODE) -> tuple[str, ...]:
    """Return a LaTeX formula as rows of equal width in cells.

    Raises ``MathError`` for anything outside the subset of ``parse_latex``.
    """
    return PictureSetter(style).row(parse_latex(source)).rows


class PictureSetter(LineSetter):
    """Typesets in two dimensions whatever reads better stacked than on one line."""

    def placed(self, row: Row, i: int) -> Piece:
        """Return ``row.items[i]``; what is stacked needs no brackets."""
        return self.piece(row.items[i])

    def fraction(self, node: Fraction) -> Piece:
        """Return a numerator over a bar, longer than the bars inside it, over a denominator."""
        above, below = self.row(node.numerator), self.row(node.denominator)
        overhang = 2 if max(above.height, below.height) > 1 else 0
        bar = "─" if self.style is MathStyle.UNICODE else "-"
        length = max(above.width, below.width) + overhang
        box = above_one_another((above, Box((bar * length,)), below), 1)
        return Piece(box, Kind.TALL, Kind.TALL)

    def root(self, node: Root) -> Piece:
        """Return a root on one line, or its roof over a radicand of several rows."""
        radicand = self.row(node.radicand)
        degree = self.line(node.degree) if node.degree else ""
        if radicand.height == 1:
            return super().root(node)
        if self.style is MathStyle.PLAIN:
            name = f"root {degree} of " if degree else "sqrt"
            box = beside((Box((name,)), enclosed(radicand, "(", ")", self.style)))
            return Piece(box, Kind.TALL, Kind.CLOSE)
        return Piece(_under_a_roof(radicand, degree), Kind.TALL, Kind.TALL)

    def accent(self, node: Accent) -> Piece:
        """Return an accent on one line, or its name before a base of several rows."""
        base = self.row(node.base)
        if base.height == 1:
            return super().accent(node)
        box = beside((Box((node.name,)), enclosed(base, "(", ")", self.style)))
        return Piece(box, Kind.TALL, Kind.CLOSE)

    def scripts(self, node: Scripts) -> Piece:
        """Return scripts as characters, as limits over and under, or at the corners."""
        base = self.script_base(node)
        below = self.line(node.below, in_script=True) if node.below else ""
        above = self.line(node.above, in_script=True) if node.above else ""
        if base.left in _WITH_LIMITS and (below or above):
            return replace(base, box=_with_limits(base.box, below, above))
        lowered = self.script(node.below, "_") if node.below else ""
        raised = self.script(node.above, "^") if node.above else ""
        if base.box.height == 1 and (
            self.style is MathStyle.PLAIN or None not in {lowered, raised}
        ):
            return super().scripts(node)
        if base.box.height > 1 and self.style is MathStyle.UNICODE:
            below, above = lowered or below, raised or above
        return replace(base, box=at_corners(base.box, below, above))

    def cases(self, node: Cases) -> Piece:
        """Return the lines behind one brace, their cells in columns."""
        lines = _in_columns([[self.row(cell) for cell in line] for line in node.lines])
        if [line.height for line in lines] == [1, 1]:
            lines.insert(1, Box((" " * lines[0].width,)))
        rows = tuple(f" {row}" for line in lines for row in line.rows)
        body = Box(rows, len(rows) // 2)
        return Piece(enclosed(body, "{", "", self.style), Kind.OPEN, Kind.TALL)


def _with_limits(sign: Box, below: str, above: str) -> Box:
    boxes = [Box((text,)) for text in (above,) if text]
    return above_one_another(
        (*boxes, sign, *[Box((text,)) for text in (below,) if text]), len(boxes)
    )


def _under_a_roof(radicand: Box, degree: str) -> Box:
    """Return a root sign whose stem is as tall as the radicand; a degree stands in its crook."""
    roof = "┌─" + "─" * radicand.width
    stem = ["│ "] * (radicand.height - 1) + ["√ "]
    rows = (roof, *map("".join, zip(stem, radicand.rows, strict=True)))
    root = Box(rows, radicand.baseline + 1)
    column = [""] * (root.height - 2) + [degree, ""]
    crook = Box(tuple(centred(row, cell_width(degree)) for row in column), root.baseline)
    return beside((crook, root))


def _in_columns(table: list[list[Box]]) -> list[Box]:
    """Return each line of cells as one box, the cells of a column equally wide."""
    columns = zip_longest(*table, fillvalue=_EMPTY)
    widths = [max(cell.width for cell in column) for column in columns]
    lines = []
    for cells in table:
        filled = cells + [_EMPTY] * (len(widths) - len(cells))
        boxes = [widened(cell, width) for cell, width in zip(filled, widths, strict=True)]
        spaced = [box for cell in boxes for box in (_BETWEEN_CELLS, cell)][1:]
        lines.append(beside(spaced))
    return lines
