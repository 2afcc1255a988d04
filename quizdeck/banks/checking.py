"""What the text inside a bank must keep to, whatever YAML makes of it.

Prose is a small format: ``$…$`` and ``$$…$$`` hold LaTeX, backticks hold code, ``**…**`` is
emphasis. Inside code nothing else is special, inside math neither.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quizdeck.errors import MathError
from quizdeck.expressions.typeset_line import one_line
from quizdeck.text import cell_width

MARKS = "あいうえおかきくけこ"
LISTING_WIDTH = 70


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at an ``offset``, counted in characters from the start of a text."""

    offset: int
    key: str
    details: Mapping[str, object] = field(default_factory=dict)


_SPAN = re.compile(
    r"""  `[^`\n]+`
        | \$\$ (?P<display>[^$]+) \$\$
        | \$   (?P<inline>[^$\n]+) \$
        | (?P<emphasis>\*\*)
        | (?P<stray>[`$])""",
    re.VERBOSE,
)


def prose_faults(text: str) -> Iterator[Fault]:
    """Yield unbalanced signs and broken math; after a stray sign the rest is anyone's guess."""
    emphases: list[int] = []
    for span in _SPAN.finditer(text):
        match span.lastgroup:
            case "stray":
                yield Fault(span.start(), "banks.unbalanced", {"sign": span["stray"]})
                return
            case "emphasis":
                emphases.append(span.start())
            case "display" | "inline" as name:
                yield from _math_faults(span[name], span.start(name))
    if len(emphases) % 2:
        yield Fault(emphases[-1], "banks.unbalanced", {"sign": "**"})


def _math_faults(source: str, offset: int) -> Iterator[Fault]:
    try:
        one_line(source)
    except MathError as error:
        column = error.details.get("column", 1)
        within = column - 1 if isinstance(column, int) else 0
        yield Fault(offset + within, error.key, error.details)


_BLANK = re.compile(r"\{\{(.)\}\}")


def marks_in(listing: str) -> dict[str, int]:
    """Return the marks of the blanks in a listing, each with the offset where it first stands."""
    marks: dict[str, int] = {}
    for blank in _BLANK.finditer(listing):
        if blank[1] in MARKS:
            marks.setdefault(blank[1], blank.start())
    return marks


def listing_faults(listing: str) -> Iterator[Fault]:
    """Yield every line that is too wide for the smallest terminal."""
    offset = 0
    for line in listing.split("\n"):
        width = cell_width(line)
        if width > LISTING_WIDTH:
            indent = len(line) - len(line.lstrip())
            details = {"width": width, "limit": LISTING_WIDTH}
            yield Fault(offset + indent, "banks.wide_line", details)
        offset += len(line) + 1


_MISREADINGS = {
    "banks.unquoted_truth": re.compile("y|yes|n|no|true|false|on|off", re.IGNORECASE),
    "banks.unquoted_nothing": re.compile("~|null", re.IGNORECASE),
    "banks.unquoted_date": re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?"),
    "banks.unquoted_number": re.compile(
        r"""[-+]?(?: 0b[01_]+
                   | 0o?[0-7_]+
                   | 0x[0-9a-f_]+
                   | \d[\d_]* (?: :[0-5]?\d )+ (?: \.[\d_]* )?
                   | (?: \d[\d_]* (?: \.[\d_]* )? | \.\d[\d_]* ) (?: e[-+]?\d+ )?
                   | \.inf | \.nan )""",
        re.VERBOSE | re.IGNORECASE,
    ),
}


def misreading(text: str) -> str | None:
    """Return the key of what YAML 1.1 or 1.2 makes of an unquoted ``text``, if not a text."""
    return next((key for key, form in _MISREADINGS.items() if form.fullmatch(text)), None)


_FOREIGN_CHARACTER = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)


def character_faults(text: str) -> Iterator[Fault]:
    """Yield characters that YAML does not allow or counts as line ends, and a tab on any line."""
    for found in _FOREIGN_CHARACTER.finditer(text):
        yield Fault(found.start(), "banks.character", {"code": f"U+{ord(found[0]):04X}"})
    for found in re.finditer(r"^[^\t\n]*(\t)", text, re.MULTILINE):
        yield Fault(found.start(1), "banks.tab")


def without_foreign_characters(text: str) -> str:
    """Put the replacement character for every character that YAML does not allow."""
    return _FOREIGN_CHARACTER.sub("\ufffd", text)


# "\nabla", "\theta" and "\beta" are valid YAML: a line end, a tab and a backspace with the rest.
_ESCAPE = re.compile(r"\\(?:[\\\"\n]|n(?![A-Za-z])|u[0-9A-Fa-f]{4}|(?P<other>.))")


def escape_faults(raw: str) -> Iterator[Fault]:
    """Yield the escapes of a double-quoted scalar that LaTeX would be mistaken for."""
    for found in _ESCAPE.finditer(raw):
        if found["other"]:
            yield Fault(found.start(), "banks.escape", {"escape": found[0]})
