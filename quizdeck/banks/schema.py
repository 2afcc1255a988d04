"""The JSON Schema of a bank file, by which editors complete keys, show help and underline."""

from collections.abc import Mapping
from typing import cast

from quizdeck.banks.format import BANK, FORMAT_VERSION, NAMED
from quizdeck.banks.schema_notes import KINDS, NOTES, TITLES
from quizdeck.banks.shapes import Schema

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_PROSE: Schema = {
    "type": "object",
    "properties": {"ja": {"$ref": "#/$defs/text"}, "en": {"$ref": "#/$defs/text"}},
    "required": ["ja"],
    "additionalProperties": False,
}


def bank_schema() -> Mapping[str, object]:
    """Return the JSON Schema (draft 2020-12) of a whole bank file."""
    named = {shape.name: shape.shape.schema() for shape in NAMED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"quizdeck bank, format {FORMAT_VERSION}",
        **_noted(BANK.schema(), "bank"),
        "$defs": {
            name: {"title": TITLES[name], **_noted(schema, name)}
            for name, schema in {"text": _TEXT, "prose": _PROSE, **named}.items()
        },
    }


def _noted(schema: Schema, owner: str) -> Schema:
    """Return ``schema`` with a note at every key of ``owner``, in its conditional parts as well."""
    return {word: _noted_part(word, part, owner) for word, part in schema.items()}


def _noted_part(word: str, part: object, owner: str) -> object:
    match word, part:
        case "if", _:
            return part
        case "properties", dict():
            return {name: _with_note(name, shape, owner) for name, shape in part.items()}
        case "allOf", list():
            return [_noted(condition, owner) for condition in part]
        case _, dict():
            return _noted(part, owner)
    return part


def _with_note(name: str, shape: Schema, owner: str) -> Schema:
    note = NOTES.get(f"{owner}.{name}") or NOTES[name]
    noted = {**_noted(shape, owner), "description": note}
    if name == "kind" and "enum" in shape:
        kinds = cast("list[str]", shape["enum"])
        noted["enumDescriptions"] = [KINDS[kind] for kind in kinds]
    return noted
