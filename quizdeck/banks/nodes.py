"""A bank's text as a tree of nodes that know where they stand.

The tree is built from the parser's events: there, anchors, aliases, tags and duplicate keys can
still be seen, nothing is expanded, and reading ends at the depth limit instead of behind it.
"""

import re
from dataclasses import dataclass, replace
from itertools import islice

import yaml

from quizdeck.banks.checking import Fault, cleaned, escape_faults, without_foreign_characters
from quizdeck.banks.recovery import Item, item_at_fault, without_item
from quizdeck.banks.report import Report, Source

MAX_DEPTH = 16
_MOST_READ = 16_000_000  # characters, all readings of a source together: a second or two
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as literal ``text``; ``style`` is its opening sign, empty if unquoted."""

    start: int
    end: int
    text: str
    style: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    start: int
    end: int
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes; every key is a text and stands here once."""

    start: int
    end: int
    entries: tuple[tuple[Scalar, "Node"], ...]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A node that is a problem already, so that nothing more is said about it."""

    start: int
    end: int


Node = Scalar | Sequence | Mapping | Unusable


def compose(report: Report) -> Node | None:
    """Return the root of the tree of the report's source, or None when there is none to be had.

    An item of ``questions`` with broken syntax is reported and left out, so that the others can
    be read.
    """
    text = without_foreign_characters(report.source.text)
    for _ in range(_MOST_READ // max(len(text), 1000)):
        try:
            root, faults = _build(text, report.source)
        except _UnreadableError as failure:
            item = item_at_fault(text, failure.fault.offset, failure.context)
            if text[failure.fault.offset :][:1] != "\t":  # every tab is reported as such
                report.add_all([failure.within(item)])
            if item is None:
                return None
            text = without_item(text, item)
        else:
            report.add_all(faults)
            return root
    return None


class _UnreadableError(Exception):
    """The text cannot be read on; ``context`` is where the construct at fault begins."""

    def __init__(self, fault: Fault, context: int | None = None) -> None:
        self.fault = fault
        self.context = context
        super().__init__(fault)

    def within(self, item: Item | None) -> Fault:
        """Return the fault at a place in the item it belongs to; the next one is innocent."""
        if item is None or self.context is None or item.start <= self.fault.offset < item.end:
            return self.fault
        return replace(self.fault, offset=self.context)


def _build(text: str, source: Source) -> tuple[Node | None, list[Fault]]:
    builder = _Builder(text, source)
    try:
        return builder.root(), builder.faults
    except yaml.MarkedYAMLError as error:
        context = error.context_mark.index if error.context_mark else None
        raise _UnreadableError(_syntax_fault(text, source, error), context) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _UnreadableError(Fault(0, "banks.syntax", {"detail": str(error)})) from error


_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")


class _Builder:
    """Builds the tree of one document out of the parser's events."""

    def __init__(self, text: str, source: Source) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._source = source
        self._events = iter(yaml.parse(text, Loader=_LOADER))

    def root(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._fault(_span(event)[0], "banks.several_documents")
                return root
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, depth=1)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        start, end = _span(event)
        if depth > MAX_DEPTH:
            raise _UnreadableError(Fault(start, "banks.nesting", {"limit": MAX_DEPTH}))
        match event:
            case yaml.ScalarEvent():
                self._refuse_properties(event, start)
                return self._scalar(event, start, end)
            case yaml.SequenceStartEvent():
                self._refuse_properties(event, start)
                items, end = self._children(event, depth)
                return Sequence(start, end, tuple(items))
            case yaml.MappingStartEvent():
                self._refuse_properties(event, start)
                children, end = self._children(event, depth)
                return Mapping(start, end, self._entries(children))
            case _:
                self._fault(start, "banks.alias")
                return Unusable(start, end)

    def _children(self, parent: yaml.CollectionStartEvent, depth: int) -> tuple[list[Node], int]:
        children: list[Node] = []
        event = next(self._events)
        while not isinstance(event, yaml.CollectionEndEvent):
            children.append(self._node(event, depth + 1))
            event = next(self._events)
        # For the parser a block goes on to the next thing, over comments and what became of
        # broken items: they are not part of it.
        is_block = children and not parent.flow_style
        return children, children[-1].end if is_block else _span(event)[0]

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Scalar:
        if properties := _PROPERTIES.match(self._text, start, end):
            start = properties.end()
        if event.style == '"':
            for fault in escape_faults(self._text[start:end]):
                self._fault(start + fault.offset, fault.key, **fault.details)
        last = max(end, start + 1)  # a missing value takes the place where it is missing
        return Scalar(start, last, cleaned(event.value), event.style or "")

    def _entries(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, Unusable):
                continue
            if not isinstance(key, Scalar):
                self._fault(key.start, "banks.key_not_text")
            elif key.text in entries:
                first = self._source.place(entries[key.text][0].start)
                self._fault(key.start, "banks.duplicate_key", name=key.text, line=first.line)
            else:
                entries[key.text] = key, value
        return tuple(entries.values())

    def _refuse_properties(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int
    ) -> None:
        if event.anchor is not None:
            self._fault(start, "banks.anchor", name=event.anchor)
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(start, "banks.tag", tag=written)

    def _fault(self, offset: int, key: str, /, **details: object) -> None:
        self.faults.append(Fault(offset, key, details))


def _span(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index


_SYNTAX_KEYS = {
    "mapping values are not allowed": "banks.syntax_colon",
    "unexpected end of stream": "banks.syntax_quote",
    "cannot start any token": "banks.syntax_start",
    "unknown escape character": "banks.escape",
    "hexdecimal number": "banks.escape",
    "character escape code": "banks.escape",
    "maximum nesting depth": "banks.nesting",
}


def _syntax_fault(text: str, source: Source, error: yaml.MarkedYAMLError) -> Fault:
    problem = error.problem or ""
    offset = error.problem_mark.index if error.problem_mark else 0
    key = next((key for part, key in _SYNTAX_KEYS.items() if part in problem), "banks.syntax")
    match key:
        case "banks.syntax_quote" if error.context_mark:
            return Fault(error.context_mark.index, key)
        case "banks.syntax_start":
            return Fault(offset, key, {"character": text[offset : offset + 1]})
        case "banks.nesting":
            return Fault(_too_deep(text, offset), key, {"limit": MAX_DEPTH})
        case "banks.escape":
            begin = text.rfind("\\", 0, offset + 1)
            return Fault(begin, key, {"escape": text[begin : begin + 2]})
        case "banks.syntax":
            return Fault(offset, key, {"detail": _detail(problem, source, error)})
    return Fault(offset, key)


def _too_deep(text: str, offset: int) -> int:
    """Return where ``MAX_DEPTH`` is passed by brackets that the parser gave up on at ``offset``.

    From some version on the parser refuses brackets before it tells of the first of them.
    """
    closed, opened = 0, list[int]()
    for at in range(min(offset, len(text) - 1), -1, -1):
        if text[at] in "]}":
            closed += 1
        elif text[at] in "[{" and closed:
            closed -= 1
        elif text[at] in "[{":
            opened.append(at)
    opened.reverse()
    if not opened:
        return offset
    above = _depth_at_end(text[: opened[0]])
    return opened[min(max(0, MAX_DEPTH - above), len(opened) - 1)]


def _depth_at_end(text: str) -> int:
    """Return how many collections are open where ``text`` ends."""
    depth = deepest = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent):
                deepest = depth
    except yaml.YAMLError:
        return deepest
    return deepest


def _detail(problem: str, source: Source, error: yaml.MarkedYAMLError) -> str:
    if error.context is None or error.context_mark is None:
        return problem
    begin = source.place(error.context_mark.index)
    return f"{problem} ({error.context}, {begin.line}:{begin.column})"


_UNIT = {
    '"': re.compile(r"\\u(?P<code>[0-9A-Fa-f]{4})|\\.|.", re.DOTALL),
    "'": re.compile("''|.", re.DOTALL),
}
_ANY = re.compile(".", re.DOTALL)
_FOLDED = " \t\n"  # what YAML adds, drops and joins; everything else stands in the source as well


def offset_within(scalar: Scalar, text: str, offset: int) -> int:
    """Return where in the whole ``text`` the character at ``offset`` of the scalar stands.

    Of white space, which may be made by folding, it is where the next word stands.
    """
    raw = without_foreign_characters(text[scalar.start : scalar.end])
    begin = raw.find("\n") + 1 if scalar.style in {"|", ">"} else len(scalar.style)
    before = sum(character not in _FOLDED for character in scalar.text[:offset])
    units = _UNIT.get(scalar.style, _ANY).finditer(raw, begin)
    places = (unit.start() for unit in units if _meaning(unit) not in _FOLDED)
    return scalar.start + next(islice(places, before, None), begin)


def _meaning(unit: re.Match[str]) -> str:
    """Return the character that a unit of source stands for, empty if it is dropped."""
    if unit.lastgroup == "code":
        return cleaned(chr(int(unit["code"], 16)))
    return "\n" if unit[0] == "\\n" else cleaned(unit[0][-1])
