"""The numbers that code left, and where two of them part."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite, isnan
from typing import Any

TOLERANCE = 1e-9

# What rounding leaves where large numbers cancel, beside the largest number of an array.
_ROUNDING = 1e-14


@dataclass(frozen=True, slots=True)
class Record:
    """The numbers of one quantity at one moment."""

    where: str
    shape: tuple[int, ...]
    numbers: tuple[float, ...]


Trace = tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two traces part first, and what stands there."""

    where: str
    found: str
    expected: str


def trace_of(records: Sequence[Any]) -> Trace:
    """Return the trace that a process has told."""
    return tuple(
        Record(str(where), tuple(map(int, shape)), tuple(map(float, numbers)))
        for where, shape, numbers in records
    )


def difference(found: Trace, expected: Trace) -> Difference | None:
    """Return where two traces part by more than rounding; None if they are the same."""
    for one, other in zip(found, expected, strict=False):
        if one.shape != other.shape:
            return Difference(one.where, f"shape {one.shape}", f"shape {other.shape}")
        largest = max((abs(x) for x in one.numbers + other.numbers if isfinite(x)), default=0.0)
        for left, right in zip(one.numbers, other.numbers, strict=True):
            if not _are_close(left, right, largest):
                return Difference(one.where, f"{left:.12g}", f"{right:.12g}")
    if len(found) != len(expected):
        return Difference("end", f"{len(found)} records", f"{len(expected)} records")
    return None


def _are_close(left: float, right: float, largest: float) -> bool:
    if isnan(left) or isnan(right):
        return isnan(left) and isnan(right)
    if inf in (abs(left), abs(right)):
        return left == right
    return abs(left - right) <= TOLERANCE * max(abs(left), abs(right)) + _ROUNDING * largest
