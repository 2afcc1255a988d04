"""The two ways to write mathematics on a terminal."""

from enum import StrEnum


class MathStyle(StrEnum):
    """Unicode with real subscripts, or plain ASCII for fonts that lack them."""

    UNICODE = "unicode"
    PLAIN = "plain"
