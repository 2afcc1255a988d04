"""Text for other programs: formulas on one line, and a minus sign that they can read."""

from collections.abc import Sequence

from quizdeck.expressions.typeset_line import one_line
from quizdeck.present.blocks import Block, Formula, Paragraph
from quizdeck.present.rich_text import blocks
from quizdeck.present.spans import plain_text
from quizdeck.text import Language, Localized

_TYPOGRAPHIC_MINUS = "\N{MINUS SIGN}"


def flat(text: str) -> str:
    """Return text in the mini-format with its formulas in Unicode and one line a paragraph."""
    return _joined(blocks(text)).replace(_TYPOGRAPHIC_MINUS, "-")


def flat_formula(latex: str) -> str:
    """Return a formula on one line."""
    return one_line(latex).replace(_TYPOGRAPHIC_MINUS, "-")


def in_both(text: Localized) -> dict[str, str]:
    """Return flat text under the codes of its languages."""
    return {language.value: flat(text.in_language(language)) for language in Language}


def _joined(document: Sequence[Block]) -> str:
    lines = []
    for block in document:
        match block:
            case Paragraph(spans, lead):
                lines.append(plain_text((*lead, *spans)))
            case Formula(latex):
                lines.append(one_line(latex))
            case _:
                pass
    return "\n".join(lines)
