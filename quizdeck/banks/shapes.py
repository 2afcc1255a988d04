"""What stands where in a bank, as data: one description for reading it and for its JSON Schema.

A shape reads a node, reports at its place whatever does not fit, and returns the value, or None.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, cast

from quizdeck.banks.nodes import Mapping as MappingNode
from quizdeck.banks.nodes import Node, Scalar
from quizdeck.banks.reader import Reader

Schema = dict[str, object]
T = TypeVar("T")


class Shape(Protocol):
    """One kind of value that a bank holds."""

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return the value of ``node``; report and return None where it is not of this shape."""

    def schema(self) -> Schema:
        """Return the shape in JSON Schema."""


@dataclass(frozen=True)
class Entry:
    """A value that was read, with the node that it was read from; None and None if missing."""

    value: object | None = None
    node: Node | None = None

    @property
    def start(self) -> int:
        """Return where it stands, for whoever knows that it is there."""
        return self.node.start if self.node is not None else 0


@dataclass(frozen=True)
class Fields:
    """The entries of a mapping by key, those that were not readable among them."""

    node: Node
    entries: Mapping[str, Entry]

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def entry(self, name: str) -> Entry:
        """Return the entry called ``name``, an empty one if there is none."""
        return self.entries.get(name, Entry())

    def get(self, name: str, type_: type[T]) -> T | None:
        """Return the value called ``name`` if it could be read as a ``type_``."""
        value = self.entry(name).value
        return value if isinstance(value, type_) else None

    def all(self, name: str, type_: type[T]) -> tuple[T, ...]:
        """Return the readable elements of the list called ``name``."""
        return tuple(e.value for e in self.elements(name) if isinstance(e.value, type_))

    def elements(self, name: str) -> tuple[Entry, ...]:
        """Return the entries of the list called ``name``."""
        value = self.entry(name).value
        return cast("tuple[Entry, ...]", value) if isinstance(value, tuple) else ()


@dataclass(frozen=True)
class Prose:
    """A text in both languages, of paragraphs or, ``is_inline``, within a line."""

    is_inline: bool = False

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return a ``Localized``."""
        return reader.prose(node, is_inline=self.is_inline)

    def schema(self) -> Schema:
        """Return a mapping of ``ja`` and, as far as it is translated, ``en``."""
        return {"$ref": "#/$defs/prose"}


@dataclass(frozen=True)
class Line:
    """A text within a line; one text may serve both languages."""

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return a ``Localized``."""
        return reader.line(node)

    def schema(self) -> Schema:
        """Return a text or a mapping of languages."""
        return {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/prose"}]}


@dataclass(frozen=True)
class Word:
    """A text that is no prose, of a certain ``form``; ``key`` says what is wrong otherwise."""

    form: re.Pattern[str] | None = None
    key: str = ""

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return a ``str``."""
        word = reader.word(node)
        if word is None or self.form is None or self.form.fullmatch(word):
            return word
        reader.report.add(node.start, self.key, text=word)
        return None

    def schema(self) -> Schema:
        """Return a text with the pattern of its form."""
        if self.form is None:
            return {"$ref": "#/$defs/text"}
        return {"type": "string", "pattern": f"^(?:{self.form.pattern})$"}


@dataclass(frozen=True)
class Figure:
    """A number as it is written: ``0.9``, ``7/8``, ``1e-3``; quotes are not needed."""

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return the ``Number`` that was written."""
        return reader.figure(node)

    def schema(self) -> Schema:
        """Return a number or a text that spells one."""
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "[0-9０-９]"}]}


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return a ``str``."""
        return reader.choice_of(node, self.words)

    def schema(self) -> Schema:
        """Return the words."""
        return {"enum": [str(word) for word in self.words]}


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return an ``int``."""
        return reader.number(node, self.least, self.most)

    def schema(self) -> Schema:
        """Return the bounds, or the one number within them."""
        if self.least == self.most:
            return {"const": self.least}
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Truth:
    """``true`` or ``false``."""

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return a ``bool``."""
        return reader.truth(node)

    def schema(self) -> Schema:
        """Return JSON's truth values."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class ListOf:
    """A list that is not empty."""

    element: Shape

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return a tuple of ``Entry``, unreadable elements among them."""
        return tuple(Entry(self.element.read(reader, at), at) for at in reader.items(node))

    def schema(self) -> Schema:
        """Return the shape of the elements."""
        return {"type": "array", "items": self.element.schema(), "minItems": 1}


@dataclass(frozen=True)
class MapOf:
    """A mapping whose keys the author chooses."""

    value: Shape

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return the ``Fields``."""
        if not isinstance(node, MappingNode):
            return Record({}).read(reader, node)
        pairs = node.entries
        return Fields(node, {k.text: Entry(self.value.read(reader, at), at) for k, at in pairs})

    def schema(self) -> Schema:
        """Return the shape of the values."""
        return {"type": "object", "additionalProperties": self.value.schema()}


@dataclass(frozen=True)
class Record:
    """A mapping with fixed keys.

    Of the optional keys in ``either`` one has to be there; whoever makes a value of them says so.
    """

    required: Mapping[str, Shape]
    optional: Mapping[str, Shape] = field(default_factory=dict)
    either: tuple[str, ...] = ()

    def read(self, reader: Reader, node: Node) -> Fields | None:
        """Return the ``Fields``."""
        nodes = reader.entries(node, required=self.required, optional=self.optional)
        if nodes is None:
            return None
        shapes = {**self.required, **self.optional}
        read = {name: Entry(shapes[name].read(reader, at), at) for name, at in nodes.items()}
        return Fields(node, read)

    def schema(self) -> Schema:
        """Return the keys, and which of them must be there."""
        shapes = {**self.required, **self.optional}
        either = {"anyOf": [{"required": [name]} for name in self.either]} if self.either else {}
        return {
            "type": "object",
            "properties": {name: shape.schema() for name, shape in shapes.items()},
            "required": list(self.required),
            "additionalProperties": False,
            **either,
        }


def kind_of(node: Node) -> str | None:
    """Return the word under ``kind``, whatever it is."""
    pairs = node.entries if isinstance(node, MappingNode) else ()
    values = (value for name, value in pairs if name.text == "kind")
    return next((value.text for value in values if isinstance(value, Scalar)), None)


def keys_of(node: Node) -> frozenset[str]:
    """Return the keys of a mapping, none of anything else."""
    pairs = node.entries if isinstance(node, MappingNode) else ()
    return frozenset(name.text for name, _ in pairs)
