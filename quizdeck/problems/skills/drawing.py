"""Ways to draw numbers that stay clean on paper."""

from collections.abc import Sequence
from fractions import Fraction

from quizdeck.problems.stream import Stream


def fractions(text: str) -> tuple[Fraction, ...]:
    """Return the numbers in ``text``, separated by blanks: ``"0.9 3/4"``."""
    return tuple(map(Fraction, text.split()))


def whole_gradients(stream: Stream, steps: int, largest: int) -> tuple[Fraction, ...]:
    """Return whole gradients of either sign, none zero, none larger than ``largest``."""
    return tuple(Fraction((1 + stream.below(largest)) * stream.sign()) for _ in range(steps))


def resized(stream: Stream, sizes: Sequence[int], scales: Sequence[int]) -> tuple[Fraction, ...]:
    """Return gradients of the given sizes, all multiplied by one scale, each with a free sign."""
    scale = stream.choice(scales)
    return tuple(Fraction(size * scale * stream.sign()) for size in sizes)
