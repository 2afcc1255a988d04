"""The numbers that a skill may draw: a product of independent choices, counted through."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

_SCALE, _SIGN = "scale", "sign"
_WORD = (1 << 64) - 1

SEED_STEP = 0xD1B54A32D192ED03
COUNTER_STEP = 0x9E3779B97F4A7C15
FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9
SECOND_MULTIPLIER = 0x94D049BB133111EB


class Draw(NamedTuple):
    """The numbers of one variant: the rates and the gradients ``g_1 … g_t``."""

    rates: Mapping[str, Fraction]
    gradients: tuple[Fraction, ...]

    @property
    def steps(self) -> int:
        """Return how many steps are walked, one a gradient."""
        return len(self.gradients)

    @property
    def asked_step(self) -> int:
        """Return ``t``, the step that is asked for: a drawn one, else the last that is walked."""
        return int(self.rates.get("t", self.steps))


Row = tuple[Fraction, ...]


@dataclass(frozen=True, eq=False)
class Choice:
    """One decision; each option sets all of ``names`` at once.

    ``rows`` makes the options when a draw first needs them: a session draws from a few skills, and
    their tables are the longest part of all.

    ``g1``, ``g2`` … are gradients, ``scale`` multiplies all of them, ``sign1`` … each by itself;
    other names are rates. A ``t`` is drawn only for formulas that no steps lead to.
    """

    names: tuple[str, ...]
    rows: Callable[[], Iterable[Row]]

    @cached_property
    def options(self) -> tuple[Row, ...]:
        """Return what may be chosen, in an order that never changes."""
        return tuple(self.rows())


@dataclass(frozen=True, eq=False)
class Space:
    """All draws of a skill with ``steps`` gradients, numbered from 0; gradients not set are 0."""

    steps: int
    choices: tuple[Choice, ...]

    @cached_property
    def size(self) -> int:
        """Return how many draws there are."""
        return prod(len(choice.options) for choice in self.choices)

    @cached_property
    def rate_names(self) -> frozenset[str]:
        """Return the names of the rates that every draw sets."""
        return frozenset(
            name for choice in self.choices for name in choice.names if not _is_part(name)
        )

    def options_of(self, name: str) -> frozenset[Fraction]:
        """Return every number that a draw may set ``name`` to."""
        return frozenset(
            row[choice.names.index(name)]
            for choice in self.choices
            if name in choice.names
            for row in choice.options
        )

    def draw(self, index: int) -> Draw:
        """Return the draw of that number."""
        values: dict[str, Fraction] = {}
        for choice in self.choices:
            index, option = divmod(index, len(choice.options))
            values.update(zip(choice.names, choice.options[option], strict=True))
        return self.draw_of(values)

    def draw_of(self, values: Mapping[str, Fraction]) -> Draw:
        """Return the draw with these decisions taken."""
        scale = values.get(_SCALE, 1)
        gradients = tuple(
            values.get(f"g{t}", Fraction(0)) * scale * values.get(f"{_SIGN}{t}", 1)
            for t in range(1, self.steps + 1)
        )
        return Draw({n: v for n, v in values.items() if n in self.rate_names}, gradients)


def one_of(name: str, numbers: str) -> Choice:
    """Return the choice of one number, from numbers separated by blanks: ``"0.9 3/4"``."""
    return Choice((name,), lambda: ((number,) for number in fractions(numbers)))


def fractions(numbers: str) -> tuple[Fraction, ...]:
    """Return the numbers of a text, separated by blanks."""
    return tuple(map(Fraction, numbers.split()))


def together(names: str, rows: Sequence[str]) -> Choice:
    """Return the choice of several numbers that belong together, one row an option."""
    return Choice(tuple(names.split()), lambda: map(fractions, rows))


def whole_gradients(steps: int, largest: int) -> tuple[Choice, ...]:
    """Return the choices of whole gradients of either sign, none zero or above ``largest``."""

    def numbers() -> Iterator[Row]:
        return ((Fraction(n),) for n in range(-largest, largest + 1) if n)

    return tuple(Choice((f"g{t}",), numbers) for t in range(1, steps + 1))


def free_signs(steps: int) -> Choice:
    """Return the choice of a sign for every gradient."""
    names = tuple(f"{_SIGN}{t}" for t in range(1, steps + 1))
    return Choice(names, lambda: product((Fraction(1), Fraction(-1)), repeat=steps))


def candidates(words: str, seed: int, size: int) -> Iterator[int]:
    """Yield the numbers of the draws that ``seed`` proposes, the same ones for ever.

    SplitMix64 (Steele, Lea, Flood 2014) over a counter: each number depends on the words, the seed
    and its place alone, so that whole blocks of seeds can be drawn at once.
    """
    state = first_state(words, seed)
    while True:
        yield mixed(state) % size
        state = (state + COUNTER_STEP) & _WORD


def first_state(words: str, seed: int) -> int:
    """Return where the sequence of ``seed`` begins."""
    return (first_bytes_of(words, 8) + seed * SEED_STEP) & _WORD


@lru_cache(maxsize=1024)
def first_bytes_of(words: str, count: int) -> int:
    """Return the first bytes of the SHA-256 of ``words`` as a whole number."""
    # OpenSSL takes longer to load than all skills, and what is due needs no draw
    from hashlib import sha256  # noqa: PLC0415

    return int.from_bytes(sha256(words.encode()).digest()[:count])


def mixed(state: int) -> int:
    """Return the 64 bits that SplitMix64 makes of a state."""
    state = ((state ^ (state >> 30)) * FIRST_MULTIPLIER) & _WORD
    state = ((state ^ (state >> 27)) * SECOND_MULTIPLIER) & _WORD
    return state ^ (state >> 31)


def _is_part(name: str) -> bool:
    return name == _SCALE or name.startswith(_SIGN) or (name[0] == "g" and name[1:].isdigit())
