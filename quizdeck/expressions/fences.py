"""Brackets as tall as what they enclose."""

from collections.abc import Mapping
from types import MappingProxyType

from quizdeck.expressions.box import Box, beside
from quizdeck.expressions.math_style import MathStyle

# What a tall bracket is built from: its top, middle and bottom, and what lengthens it.
_UNICODE: Mapping[str, str] = MappingProxyType(
    {
        "(": "⎛⎜⎝⎜",
        ")": "⎞⎟⎠⎟",
        "[": "⎡⎢⎣⎢",
        "]": "⎤⎥⎦⎥",
        "{": "⎧⎨⎩⎪",
        "}": "⎫⎬⎭⎪",
        "⌊": "⎢⎢⎣⎢",
        "⌋": "⎥⎥⎦⎥",
        "⌈": "⎡⎢⎢⎢",
        "⌉": "⎤⎥⎥⎥",
        "|": "││││",
        "‖": "‖‖‖‖",
    }
)
_PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "(": "/|\\|",
        ")": "\\|/|",
        "[": "[[[[",
        "]": "]]]]",
        "{": "/<\\|",
        "}": "\\>/|",
        "|": "||||",
    }
)


def enclosed(body: Box, opening: str, closing: str, style: MathStyle) -> Box:
    """Return ``body`` between two brackets that grow with it; an empty bracket takes no room."""
    return beside((*_fence(opening, body, style), body, *_fence(closing, body, style)))


def _fence(text: str, body: Box, style: MathStyle) -> tuple[Box, ...]:
    """Return the boxes of one bracket; the name before ``floor(`` stays on the baseline."""
    table = _UNICODE if style is MathStyle.UNICODE else _PLAIN
    if body.height == 1 or text[-1:] not in table:
        return (Box((text,)),)
    if text == "||":
        return _fence("|", body, style) * 2
    return Box((text[:-1],)), _tall(table[text[-1]], body)


def _tall(parts: str, body: Box) -> Box:
    top, middle, bottom, longer = tuple(parts)
    if body.height == 2:  # noqa: PLR2004 - the one height without a middle
        return Box((top, bottom), body.baseline)
    rows = [top, *[longer] * (body.height - 2), bottom]
    rows[body.height // 2] = middle
    return Box(tuple(rows), body.baseline)
