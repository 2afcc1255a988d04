"""What the page sends, put into the packets that the app reads: ``D`` is typed, ``M`` is told.

The page sends JSON lists such as ``["stdin", "1"]`` and ``["resize", {"width": 80,
"height": 24}]``.
"""

import json

PRELUDE = b"__GANGLION__\n"  # the app is ready to be drawn
HEAD = 5  # bytes: the kind of a packet and the length of its content
DRAWN = b"D"

_MOST_CELLS = 1000
_USUAL_SIZE = (80, 24)


def packet_of(message: str) -> bytes | None:
    """Return the packet of one message, or ``None`` for one that means nothing to the app."""
    try:
        match json.loads(message):
            case ["stdin", str() as typed]:
                return _packet(DRAWN, typed.encode(errors="replace"))
            case ["resize", {"width": int() as width, "height": int() as height}]:
                return _told(type="resize", width=_cells(width), height=_cells(height))
            case [("focus" | "blur") as change, *_]:
                return _told(type=change)
    except (ValueError, RecursionError):
        pass
    return None


def size_of(width: str, height: str) -> tuple[int, int]:
    """Return the size of the page in cells, read from its first request."""
    try:
        return _cells(int(width)), _cells(int(height))
    except ValueError:
        return _USUAL_SIZE


def length_in(head: bytes) -> int:
    """Return how many bytes follow the head of a packet."""
    return int.from_bytes(head[1:], "big")


def _told(**facts: str | int) -> bytes:
    return _packet(b"M", json.dumps(facts).encode())


def _packet(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(HEAD - 1, "big") + content


def _cells(number: int) -> int:
    return min(max(number, 1), _MOST_CELLS)
