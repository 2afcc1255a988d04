"""Reproducible draws: the same words give the same numbers, on every machine and for ever."""

from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Stream:
    """A source of draws named by words; only raw bits of the generator are used."""

    def __init__(self, *words: object) -> None:
        name = ":".join(map(str, words)).encode()
        self._random = Random(int.from_bytes(sha256(name).digest()[:8]))  # noqa: S311, no secret

    def below(self, limit: int) -> int:
        """Return a whole number in ``range(limit)``."""
        bits = limit.bit_length()
        while (number := self._random.getrandbits(bits)) >= limit:
            pass
        return number

    def choice(self, options: Sequence[T]) -> T:
        """Return one of ``options``."""
        return options[self.below(len(options))]

    def sign(self) -> int:
        """Return 1 or -1."""
        return 1 - 2 * self.below(2)

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """Return ``items`` in a random order, every order equally likely."""
        left, order = list(items), []
        while left:
            order.append(left.pop(self.below(len(left))))
        return tuple(order)
