"""A page in the style of mathematics that a person chose.

Typesetting is loaded with the first formula: home shows none.
"""

from collections.abc import Iterable

from quizdeck.errors import MathError
from quizdeck.expressions.math_style import MathStyle
from quizdeck.present.spans import Line, Span, Style


def in_style(line: Iterable[Span], style: MathStyle) -> Line:
    """Return spans with their mathematics in ``style``; code stays as it is."""
    if style is MathStyle.UNICODE:
        return tuple(line)
    return tuple(_plain(span) for span in line)


def math_span(latex: str, style: Style = Style.MATH) -> Span:
    """Return a formula on one line, which can be written in other styles; raises ``MathError``."""
    from quizdeck.expressions.typeset_line import one_line  # noqa: PLC0415, see above

    return Span(one_line(latex), style, latex)


def _plain(span: Span) -> Span:
    if span.style is Style.CODE:
        return span
    from quizdeck.expressions.spelled_out import spelled_out  # noqa: PLC0415, see above
    from quizdeck.expressions.typeset_line import one_line  # noqa: PLC0415

    if span.latex:
        try:
            return Span(one_line(span.latex, MathStyle.PLAIN), span.style)
        except MathError:
            pass
    return Span(spelled_out(span.text), span.style)
