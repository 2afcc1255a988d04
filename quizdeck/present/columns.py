"""Two columns for broad screens: what is read on the left, listings and sheets on the right."""

from quizdeck.present.blocks import Block, Document, Gap, Paragraph, Verbatim
from quizdeck.present.spans import Style


def in_columns(document: Document) -> tuple[Document, Document]:
    """Return the running text of a page, and its listings and sheets with their headings."""
    left: list[Block] = []
    right: list[Block] = []
    for block in document:
        if not isinstance(block, Verbatim):
            left.append(block)
            continue
        heading = [left.pop()] if left and _is_heading(left[-1]) else []
        right += [*([Gap()] if right else []), *heading, block]
    return _without_gaps(left), tuple(right)


def _is_heading(block: Block) -> bool:
    match block:
        case Paragraph(spans, lead):
            return not lead and len(spans) == 1 and spans[0].style is Style.STRONG
        case _:
            return False


def _without_gaps(blocks: list[Block]) -> Document:
    """Return blocks with no more gaps one after the other than what was taken out left behind."""
    kept: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Gap) and kept and isinstance(kept[-1], Gap)):
            kept.append(block)
    return tuple(kept)
