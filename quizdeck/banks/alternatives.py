"""Shapes of mappings whose keys depend on what is there, and shapes with a name."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizdeck.banks.nodes import Node
from quizdeck.banks.reader import Reader
from quizdeck.banks.shapes import Fields, Record, Schema, Shape, keys_of, kind_of


@dataclass(frozen=True)
class Variants:
    """A mapping whose keys depend on what is there: the first variant whose mark it has.

    Without any of the marks the last variant is meant.
    """

    by_key: Sequence[tuple[str, Record]]

    def read(self, reader: Reader, node: Node) -> Fields | None:
        """Return the ``Fields`` of the variant."""
        return self.variant(node).read(reader, node)

    def variant(self, node: Node) -> Record:
        """Return the variant that ``node`` is meant to be."""
        keys = keys_of(node)
        return next((record for key, record in self.by_key if key in keys), self.by_key[-1][1])

    def schema(self) -> Schema:
        """Return the variants in order of their marks: an editor tells of the one that is meant."""
        *marked, (_, last) = self.by_key
        chosen = last.schema()
        for key, record in reversed(marked):
            chosen = {"if": {"required": [key]}, "then": record.schema(), "else": chosen}
        return {"type": "object", "properties": _offered(key for key, _ in self.by_key), **chosen}


@dataclass(frozen=True)
class ByKind:
    """A mapping whose keys depend on the word under ``kind``.

    Of another kind than these there are ``Fields`` all the same, unless it is ``closed``.
    """

    kinds: Mapping[str, Record | Variants]
    closed: bool = False

    def read(self, reader: Reader, node: Node) -> Fields | None:
        """Return the ``Fields`` of its kind; of the likeliest one where the kind is unreadable."""
        fields = self._meant(node).read(reader, node)
        return None if self.closed and kind_of(node) not in self.kinds else fields

    def _meant(self, node: Node) -> Record | Variants:
        if shape := self.kinds.get(kind_of(node) or ""):
            return shape
        keys = keys_of(node)
        return max(self.kinds.values(), key=lambda shape: _likeness(shape, node, keys))

    def _heads(self) -> Collection[str]:
        """Return the keys that every kind requires, in the order of the first kind."""
        records = [
            record
            for shape in self.kinds.values()
            for record in ([r for _, r in shape.by_key] if isinstance(shape, Variants) else [shape])
        ]
        return [name for name in records[0].required if all(name in r.required for r in records)]

    def schema(self) -> Schema:
        """Return every kind under the condition that it is written."""
        kinds = [str(kind) for kind in self.kinds]
        return {
            "type": "object",
            "properties": {**_offered(self._heads()), "kind": {"enum": kinds}},
            "required": ["kind"],
            "allOf": [_if_kind(kind, shape) for kind, shape in self.kinds.items()],
        }


@dataclass(frozen=True)
class Named:
    """A shape that the schema describes once, under its name."""

    name: str
    shape: Shape

    def read(self, reader: Reader, node: Node) -> object | None:
        """Return the value of the shape."""
        return self.shape.read(reader, node)

    def schema(self) -> Schema:
        """Return where the shape is described."""
        return {"$ref": f"#/$defs/{self.name}"}


def _offered(names: Iterable[str]) -> Schema:
    """Return what has an editor offer keys before it can know what else belongs to them."""
    return {name: {} for name in names}


def _if_kind(kind: str, shape: Record | Variants) -> Schema:
    written = {"properties": {"kind": {"const": str(kind)}}, "required": ["kind"]}
    return {"if": written, "then": shape.schema()}


def _likeness(shape: Record | Variants, node: Node, keys: Collection[str]) -> int:
    record = shape.variant(node) if isinstance(shape, Variants) else shape
    return len(record.required.keys() & keys) - len(record.required.keys() - keys)
