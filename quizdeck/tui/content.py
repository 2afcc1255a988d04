"""The one door through which text reaches the screen: spans become content, markup never runs."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from quizdeck.present.spans import Line, Span, Style
from quizdeck.text import without_controls

_LOOKS = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.MUTED: "$foreground-muted",
    Style.ACCENT: "bold $text-accent",
    Style.CORRECT: "bold $text-success",
    Style.WRONG: "bold $text-error",
    Style.CODE: "$text-secondary",
    Style.MATH: "$text-primary",
    Style.BLANK: "bold reverse",
    Style.SGD: "$text-warning",
    Style.MOMENTUM: "$text-error",
    Style.ADAGRAD: "$text-success",
    Style.ADAM: "$text-primary",
}


def literal(text: str) -> Content:
    """Return ``text`` to be shown as it is, whatever brackets it holds, without its controls."""
    return Content(without_controls(text))


def line_content(line: Iterable[Span]) -> Content:
    """Return one line of spans."""
    return Content.assemble(*((without_controls(s.text), _LOOKS[s.style]) for s in line))


def page_content(lines: Sequence[Line]) -> Content:
    """Return lines one below the other."""
    return Content("\n").join(line_content(line) for line in lines)
