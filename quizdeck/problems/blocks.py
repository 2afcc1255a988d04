"""Many problems at once: the same ones as ``build`` makes, screened and proved in blocks."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quizdeck.errors import ProblemError
from quizdeck.expressions.exact import Value
from quizdeck.problems.fitness import is_clean, is_diagnosable
from quizdeck.problems.path import line_values
from quizdeck.problems.problem import MOST_DRAWS, Problem
from quizdeck.problems.proof import Proof, prove_all
from quizdeck.problems.screening import columns, screened
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import (
    COUNTER_STEP,
    FIRST_MULTIPLIER,
    SECOND_MULTIPLIER,
    SEED_STEP,
    Draw,
    first_state,
)
from quizdeck.problems.wrong_values import approximate_values

_BLOCK = 512
_AT_ONCE = 2048  # draws screened together: fewer take NumPy hardly less time
_REMEMBERED_SPACE = 20_000  # what is known of so many draws is kept, so memory stays flat

Words = NDArray[np.uint64]


class _Hope(NamedTuple):
    """What screening says of a draw that may be fit."""

    is_unclear: bool
    wrong: tuple[float, ...]


class _Fit(NamedTuple):
    """A fit draw with its answer and what each modelled slip leads to, nearly."""

    draw: Draw
    answer: Value
    wrong: tuple[float, ...]


class _Known:
    """The draws of one skill as far as they are known, by number; None for one that is not fit."""

    def __init__(self, skill: Skill) -> None:
        self._skill = skill
        self._draws: dict[int, _Hope | _Fit | None] = {}
        self._proofs: dict[int, Proof] = {}

    def screen(self, numbers: set[int]) -> None:
        """Look at the draws that are not known yet."""
        fresh = np.array(sorted(numbers - self._draws.keys()), dtype=np.int64)
        if not len(fresh):
            return
        screen = screened(self._skill, columns(self._skill.space, fresh))
        self._draws.update(dict.fromkeys(fresh.tolist()))
        hopeful = fresh[screen.may_be_fit].tolist()
        unclear = screen.is_unclear[screen.may_be_fit].tolist()
        hopes = map(_Hope, unclear, map(tuple, screen.wrong.tolist()))
        self._draws.update(zip(hopeful, hopes, strict=True))

    def fit(self, number: int) -> _Fit | None:
        """Return a screened draw with its answer, or None where it is not fit."""
        known = self._draws[number]
        if isinstance(known, _Hope):
            known = self._draws[number] = _fit(self._skill, number, known)
        return known

    def proved(self, numbers: Sequence[int]) -> Mapping[int, Proof]:
        """Return the proofs of the answers of fit draws; raises as ``prove_all`` does."""
        fresh = sorted(set(numbers) - self._proofs.keys())
        if fresh:
            given = columns(self._skill.space, np.array(fresh, dtype=np.int64))
            fits = [fit for number in fresh if (fit := self.fit(number))]
            answers = [(fit.draw, fit.answer) for fit in fits]
            self._proofs.update(zip(fresh, prove_all(self._skill, answers, given), strict=True))
        return self._proofs


def build_many(skill: Skill, seeds: Sequence[int]) -> Iterator[Problem]:
    """Yield the variants of ``skill`` for ``seeds``, in order.

    Raises ``ProblemError`` where no clean draw turns up or a derivation disagrees.
    """
    waiting = iter(seeds)
    while block := list(islice(waiting, _BLOCK)):
        yield from _build_block(skill, block)


def _build_block(skill: Skill, seeds: Sequence[int]) -> Iterator[Problem]:
    known = {asked: _known(asked) for asked in skill.together}
    numbers = _accepted(skill, seeds, list(known.values()))
    proofs = known[skill].proved(numbers)
    for seed, number in zip(seeds, numbers, strict=True):
        fit = known[skill].fit(number)
        assert fit is not None
        yield Problem(skill, seed, fit.draw, fit.answer, proofs[number], fit.wrong)


def _accepted(skill: Skill, seeds: Sequence[int], known: Sequence[_Known]) -> list[int]:
    """Return the number of the first fit draw of every seed."""
    found: dict[int, int] = {}
    states, drawn = _first_states(skill, seeds), 0
    while len(found) < len(seeds) and drawn < MOST_DRAWS:
        pending = [place for place in range(len(seeds)) if place not in found]
        ahead = min(max(1, _AT_ONCE // len(pending)), MOST_DRAWS - drawn)
        rows = _proposed(skill, states[pending], drawn, ahead).tolist()
        for each in known:
            each.screen({number for row in rows for number in row})
        for place, row in zip(pending, rows, strict=True):
            for number in row:
                if all(each.fit(number) for each in known):
                    found[place] = number
                    break
        drawn += ahead
    for place, seed in enumerate(seeds):
        if place not in found:
            raise ProblemError("problem.no_draw", skill=skill.id, seed=seed)
    return [found[place] for place in range(len(seeds))]


def _known(skill: Skill) -> _Known:
    return _remembered(skill) if skill.space.size <= _REMEMBERED_SPACE else _Known(skill)


@lru_cache(maxsize=256)
def _remembered(skill: Skill) -> _Known:
    return _Known(skill)


def _fit(skill: Skill, number: int, hope: _Hope) -> _Fit | None:
    draw = skill.space.draw(number)
    lines = line_values(skill.method, skill.quantity, draw)
    if not is_clean(skill, lines):
        return None
    if not hope.is_unclear:
        return _Fit(draw, lines[-1], hope.wrong)
    if not is_diagnosable(skill, draw, lines[-1]):
        return None
    return _Fit(draw, lines[-1], approximate_values(skill, draw))


def _first_states(skill: Skill, seeds: Sequence[int]) -> Words:
    key = np.uint64(first_state(skill.words, 0))
    with np.errstate(over="ignore"):
        return key + np.array(seeds, dtype=np.uint64) * np.uint64(SEED_STEP)


def _proposed(skill: Skill, states: Words, drawn: int, count: int) -> NDArray[np.int64]:
    """Return a row of draws for every state, from the draw after ``drawn`` ones on."""
    counters = np.arange(drawn, drawn + count, dtype=np.uint64)
    with np.errstate(over="ignore"):
        words = _mixed(states[:, None] + counters * np.uint64(COUNTER_STEP))
    return (words % np.uint64(skill.space.size)).astype(np.int64)


def _mixed(states: Words) -> Words:
    """Return the 64 bits that SplitMix64 makes of every state."""
    with np.errstate(over="ignore"):
        states = (states ^ (states >> np.uint64(30))) * np.uint64(FIRST_MULTIPLIER)
        states = (states ^ (states >> np.uint64(27))) * np.uint64(SECOND_MULTIPLIER)
        return states ^ (states >> np.uint64(31))
