"""What makes a record unique, and what proves that it was not changed."""

import hashlib
import json
from collections.abc import Mapping
from uuid import UUID

from quizdeck.study.records import Json

RANDOM_BYTES = 10  # how many an identity needs beside its time

_VERSION_MASK, _VERSION_7 = 0xF << 76, 0x7 << 76
_VARIANT_MASK, _VARIANT_RFC = 0x3 << 62, 0x2 << 62


def uuid7(epoch_milliseconds: int, random_bytes: bytes) -> str:
    """Return the UUIDv7 (RFC 9562) of a time and of ``RANDOM_BYTES`` random bytes.

    Identities sort by time as text. Devices and sessions are named by them as well as records.
    """
    if len(random_bytes) != RANDOM_BYTES:
        raise ValueError(len(random_bytes))
    value = int.from_bytes(epoch_milliseconds.to_bytes(6, "big") + random_bytes, "big")
    value = value & ~_VERSION_MASK | _VERSION_7
    value = value & ~_VARIANT_MASK | _VARIANT_RFC
    return str(UUID(int=value))


def canonical_json(value: Json) -> str:
    """Return the one JSON text of ``value``: sorted keys, no spaces, readable Japanese.

    Half a surrogate pair, which a terminal in a wrong encoding can hand over, becomes an escape.
    Raises ValueError on numbers that JSON does not have.
    """
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def digest(row: Mapping[str, Json]) -> str:
    """Return the SHA-256 of a row's canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(dict(row)).encode()).hexdigest()
