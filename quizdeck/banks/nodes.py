"""A bank's text as a tree of nodes that know where they stand.

The tree is built from the parser's events: there, anchors, aliases, tags and duplicate keys can
still be seen, nothing is expanded, and reading ends at the depth limit instead of behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from quizdeck.banks.checking import Fault, escape_faults, without_foreign_characters
from quizdeck.banks.report import Report
from quizdeck.text import without_controls

MAX_DEPTH = 16
_MAX_BROKEN_ITEMS = 20
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
    for _ in range(_MAX_BROKEN_ITEMS):
        try:
            root, faults = _build(text)
        except _UnreadableError as failure:
            if text[failure.fault.offset :][:1] != "\t":  # every tab is reported as such
                report.add_all([failure.fault])
            remaining = _without_broken_item(text, failure)
            if remaining is None:
                return None
            text = remaining
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


def _build(text: str) -> tuple[Node | None, list[Fault]]:
    builder = _Builder(text)
    try:
        return builder.root(), builder.faults
    except yaml.MarkedYAMLError as error:
        context = error.context_mark.index if error.context_mark else None
        raise _UnreadableError(_syntax_fault(text, error), context) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _UnreadableError(Fault(0, "banks.syntax", {"detail": str(error)})) from error


class _Builder:
    """Builds the tree of one document out of the parser's events."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=_LOADER))

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
                items, end = self._children(depth)
                return Sequence(start, end, tuple(items))
            case yaml.MappingStartEvent():
                self._refuse_properties(event, start)
                children, end = self._children(depth)
                return Mapping(start, end, self._entries(children))
            case _:
                self._fault(start, "banks.alias")
                return Unusable(start, end)

    def _children(self, depth: int) -> tuple[list[Node], int]:
        children: list[Node] = []
        event = next(self._events)
        while not isinstance(event, yaml.CollectionEndEvent):
            children.append(self._node(event, depth + 1))
            event = next(self._events)
        return children, _span(event)[0]

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Scalar:
        if event.style == '"':
            for fault in escape_faults(self._text[start:end]):
                self._fault(start + fault.offset, fault.key, **fault.details)
        return Scalar(start, end, _cleaned(event.value), event.style or "")

    def _entries(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._fault(key.start, "banks.key_not_text")
            elif key.text in entries:
                first = self._text.count("\n", 0, entries[key.text][0].start) + 1
                self._fault(key.start, "banks.duplicate_key", name=key.text, line=first)
            else:
                entries[key.text] = key, value
        return tuple(entries.values())

    def _refuse_properties(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, start: int
    ) -> None:
        if event.anchor is not None:
            self._fault(start, "banks.anchor", name=event.anchor)
        if event.tag is not None:
            self._fault(start, "banks.tag", tag=event.tag)

    def _fault(self, offset: int, key: str, /, **details: object) -> None:
        self.faults.append(Fault(offset, key, details))


def _span(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index


_SURROGATE = re.compile("[\ud800-\udfff]")


def _cleaned(text: str) -> str:
    return _SURROGATE.sub("\ufffd", without_controls(text))


_SYNTAX_KEYS = {
    "mapping values are not allowed": "banks.syntax_colon",
    "unexpected end of stream": "banks.syntax_quote",
    "cannot start any token": "banks.syntax_start",
    "escape": "banks.escape",
    "hexdecimal": "banks.escape",
}


def _syntax_fault(text: str, error: yaml.MarkedYAMLError) -> Fault:
    problem = error.problem or ""
    offset = error.problem_mark.index if error.problem_mark else 0
    key = next((key for part, key in _SYNTAX_KEYS.items() if part in problem), "banks.syntax")
    match key:
        case "banks.syntax_quote" if error.context_mark:
            return Fault(error.context_mark.index, key)
        case "banks.syntax_start":
            return Fault(offset, key, {"character": text[offset : offset + 1]})
        case "banks.escape":
            begin = text.rfind("\\", 0, offset + 1)
            return Fault(begin, key, {"escape": text[begin : begin + 2]})
        case "banks.syntax":
            return Fault(offset, key, {"detail": problem})
    return Fault(offset, key)


_FIRST_ITEM = re.compile(r"^questions:[ ]*(?:#.*)?\n(?:[ ]*(?:#.*)?\n)*([ ]*)- ", re.MULTILINE)


def _without_broken_item(text: str, failure: _UnreadableError) -> str | None:
    """Turn the lines of the item at fault into comments, so that all offsets stay."""
    items = _items(text)
    for suspect in (failure.context, failure.fault.offset):
        for start, end in items:
            # The list as a whole begins at its first dash: as a context that blames no item.
            dash = text.index("-", start)
            is_within = dash < suspect < end if suspect is not None else False
            if is_within or (suspect == dash and suspect == failure.fault.offset):
                comment = re.sub("(?m)^.+", lambda line: "#".ljust(len(line[0])), text[start:end])
                return text[:start] + comment + text[end:]
    return None


def _items(text: str) -> list[tuple[int, int]]:
    """Return where the lines of each item of ``questions`` begin and end."""
    first = _FIRST_ITEM.search(text)
    if first is None:
        return []
    next_key = re.compile("^[a-z]", re.MULTILINE).search(text, first.end())
    end = next_key.start() if next_key else len(text)
    dash = re.compile(rf"^{first[1]}-(?=\s)", re.MULTILINE)
    starts = [found.start() for found in dash.finditer(text, first.end() - len(first[1]) - 2, end)]
    return list(zip(starts, [*starts[1:], end], strict=True))


def offset_within(scalar: Scalar, text: str, offset: int) -> int:
    """Return where in the whole ``text`` the character at ``offset`` of the scalar stands."""
    raw = text[scalar.start : scalar.end]
    begin = raw.find("\n") + 1 if scalar.style in {"|", ">"} else len(scalar.style)
    if scalar.style == '"':
        raw = raw.replace("\\n", "\n ")
    position = begin
    for character in scalar.text[: offset + 1]:
        found = _next_like(character, raw, begin)
        if found < 0:
            break
        position, begin = found, found + 1
    return scalar.start + position


def _next_like(character: str, raw: str, begin: int) -> int:
    """Find the next ``character``; folding may have made a space of any white space."""
    if not character.isspace():
        return raw.find(character, begin)
    space = re.compile(r"\s").search(raw, begin)
    return space.start() if space else -1
