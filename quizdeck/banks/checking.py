"""What the text inside a bank must keep to, whatever YAML makes of it.

Prose is a small format: ``$…$`` and ``$$…$$`` hold LaTeX, backticks hold code, ``**…**`` is
emphasis. They do not nest, and only ``$$…$$`` may go on over the end of a line.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quizdeck.errors import MathError
from quizdeck.expressions.latex import parse_latex
from quizdeck.text import cell_width, without_controls

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
        | \$\$  (?P<display>[^$]+)    \$\$
        | \$    (?P<inline>[^$\n]+)   \$
        | \*\*  (?P<emphasis>[^*\n]+) \*\*
        | (?P<stray>[`$]|\*\*)""",
    re.VERBOSE,
)


def prose_faults(text: str, *, is_inline: bool = False) -> Iterator[Fault]:
    """Yield unbalanced signs and broken math; after a stray sign the rest is anyone's guess.

    An ``is_inline`` text stands in a line, where no formula can be displayed on its own.
    """
    for span in _SPAN.finditer(text):
        match span.lastgroup:
            case "stray":
                yield Fault(span.start(), "banks.unbalanced", {"sign": span["stray"]})
                return
            case "emphasis":
                if nested := re.search("[`$]", span["emphasis"]):
                    offset = span.start("emphasis") + nested.start()
                    yield Fault(offset, "banks.nested", {"sign": nested[0]})
            case "display" | "inline" as name:
                if name == "display" and is_inline:
                    yield Fault(span.start(), "banks.display")
                yield from _math_faults(span[name], span.start(name))


def _math_faults(latex: str, offset: int) -> Iterator[Fault]:
    error = _math_error(latex)
    if error is not None:
        column = error.details.get("column")
        within = column - 1 if isinstance(column, int) else 0
        yield Fault(offset + within, error.key, error.details)


@lru_cache(maxsize=4096)
def _math_error(latex: str) -> MathError | None:
    try:
        parse_latex(latex)
    except MathError as error:
        return error.with_traceback(None)
    return None


_BLANK = re.compile(r"\{\{(.+?)\}\}")


def marks_in(listing: str) -> dict[str, int]:
    """Return what a listing shows as blanks, each with the offset where it first stands."""
    marks: dict[str, int] = {}
    for blank in _BLANK.finditer(listing):
        marks.setdefault(blank[1], blank.start())
    return marks


def listing_faults(listing: str) -> Iterator[Fault]:
    """Yield every line that is too wide for the smallest terminal."""
    offset = 0
    for line in listing.split("\n"):
        width = cell_width(line.rstrip())
        if width > LISTING_WIDTH:
            indent = len(line) - len(line.lstrip())
            details = {"width": width, "limit": LISTING_WIDTH}
            yield Fault(offset + indent, "banks.wide_line", details)
        offset += len(line) + 1


_MISREADINGS = {
    "banks.unquoted_truth": re.compile("y|yes|n|no|true|false|on|off", re.IGNORECASE | re.ASCII),
    "banks.unquoted_nothing": re.compile("~|null", re.IGNORECASE | re.ASCII),
    "banks.unquoted_date": re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?", re.ASCII),
    "banks.unquoted_number": re.compile(
        r"""[-+]?(?: 0b[01_]+
                   | 0o?[0-7_]+
                   | 0x[0-9a-f_]+
                   | \d[\d_]* (?: :[0-5]?\d )+ (?: \.[\d_]* )?
                   | (?: \d[\d_]* (?: \.[\d_]* )? | \.\d[\d_]* ) (?: e[-+]?\d+ )?
                   | \.inf | \.nan )""",
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    ),
}


def misreading(text: str) -> str | None:
    """Return the key of what YAML 1.1 or 1.2 makes of an unquoted ``text``, if not a text."""
    return next((key for key, form in _MISREADINGS.items() if form.fullmatch(text)), None)


_ALLOWED = "\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_FOREIGN = re.compile(f"[^\t\n{_ALLOWED}]")
_FIRST_FOREIGN = re.compile(f"^[\t{_ALLOWED}]*([^\t\n{_ALLOWED}])", re.MULTILINE)
_FIRST_TAB = re.compile(r"^[^\t\n]*(\t)", re.MULTILINE)


def character_faults(text: str) -> Iterator[Fault]:
    """Yield, of every line, the first tab and the first character that is not YAML's.

    Characters that YAML counts as line ends are among them. One a line is enough to find the
    others by, and keeps a file that is no text from filling the memory.
    """
    for found in _FIRST_FOREIGN.finditer(text):
        yield Fault(found.start(1), "banks.character", {"code": _code(found[1])})
    for found in _FIRST_TAB.finditer(text):
        yield Fault(found.start(1), "banks.tab")


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def without_foreign_characters(text: str) -> str:
    """Put the replacement character for every character that is not YAML's."""
    return _FOREIGN.sub("\ufffd", text)


def cleaned(text: str) -> str:
    """Return what of a text may reach a screen."""
    return without_foreign_characters(without_controls(text))


# "\nabla", "\theta" and "\beta" are valid YAML: a line end, a tab and a backspace with the rest.
_ESCAPE = re.compile(r"\\(?:[\\\"\n]|n(?![A-Za-z])|u(?P<code>[0-9A-Fa-f]{4})|(?P<other>.))")


def escape_faults(raw: str) -> Iterator[Fault]:
    """Yield the escapes of a double-quoted scalar that LaTeX would be mistaken for.

    Characters that are not YAML's cannot be let in by their number either.
    """
    for found in _ESCAPE.finditer(raw):
        if found["other"]:
            yield Fault(found.start(), "banks.escape", {"escape": found[0]})
        elif found["code"] and _FOREIGN.match(character := chr(int(found["code"], 16))):
            yield Fault(found.start(), "banks.character", {"code": _code(character)})
