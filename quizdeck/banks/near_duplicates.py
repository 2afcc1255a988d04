"""Texts that nearly repeat an earlier one, found without comparing every pair.

Two texts are alike if at least ``LEAST_SHARED`` of all runs of five characters in either are in
both (Jaccard), numbers aside; and the numbers have to be the same ones. MinHash signatures in bands
bring likely pairs into one bucket: a pair at the threshold meets with a probability of 98 %, one
that shares 90 % misses once in 5,000 times. In a bucket only the first few are compared, so
that the work grows with the number of texts even where all look alike.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from quizdeck.problems.stream import Stream

LEAST_SHARED = 0.8

_BANDS, _ROWS = 8, 4
_RUN = 5
_KEPT = 4  # texts of a bucket that later ones are compared with

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_IGNORED = re.compile(r"[\s$`*、。，．,.]+")

_Runs = NDArray[np.uint64]  # the different runs of a text, hashed
_STREAM = Stream("near-duplicates")
_FACTORS, _SUMMANDS, _POWERS = (
    np.array([2 * _STREAM.below(2**63) + 1 for _ in range(count)], dtype=np.uint64)
    for count in (_BANDS * _ROWS, _BANDS * _ROWS, _RUN)
)


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the place of every text that nearly repeats an earlier one, and of that one."""
    buckets: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        parted = _parted(text)
        met = [buckets.setdefault(key, []) for key in _keys(*parted)]
        earlier = sorted({other for bucket in met for other in bucket})
        first = next(
            (other for other in earlier if _are_alike(parted, _parted(texts[other]))), None
        )
        if first is not None:
            yield place, first
        for bucket in met:
            if len(bucket) < _KEPT:
                bucket.append(place)


_Parted = tuple[tuple[str, ...], _Runs]


@lru_cache(maxsize=4096)  # the first texts of buckets are met again and again
def _parted(text: str) -> _Parted:
    """Return the numbers of a text and the runs of its letters, neither in an order."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = _IGNORED.sub("", _NUMBER.sub("0", plain)).ljust(_RUN)
    codes = np.frombuffer(letters.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint64)
    hashes = np.zeros(len(codes) - _RUN + 1, dtype=np.uint64)
    for shift, power in enumerate(_POWERS):
        hashes += codes[shift : shift + len(hashes)] * power  # modulo 2**64
    return tuple(sorted(_NUMBER.findall(plain))), np.unique(hashes)


def _are_alike(one: _Parted, other: _Parted) -> bool:
    if one[0] != other[0]:
        return False
    shared = len(np.intersect1d(one[1], other[1], assume_unique=True))
    return shared >= LEAST_SHARED * (len(one[1]) + len(other[1]) - shared)


def _keys(numbers: tuple[str, ...], runs: _Runs) -> list[int]:
    """Return the buckets of a text: one for each band of its signature."""
    mixed = (runs ^ (runs >> np.uint64(32))) * _FACTORS[:, None] + _SUMMANDS[:, None]
    mixed ^= mixed >> np.uint64(29)  # the high bits are those that the product has mixed
    signature = (mixed * _FACTORS[:, None]).min(axis=1).reshape(_BANDS, _ROWS)
    return [hash((band, numbers, rows.tobytes())) for band, rows in enumerate(signature)]
