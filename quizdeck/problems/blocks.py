"""Many problems at once: the same ones as ``build`` makes, screened and proved in blocks."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from quizdeck.errors import ProblemError
from quizdeck.expressions.exact import Value
from quizdeck.problems.fitness import is_clean, is_diagnosable
from quizdeck.problems.path import values_on_the_way
from quizdeck.problems.problem import MOST_DRAWS, Problem
from quizdeck.problems.proof import prove_all
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

_BLOCK = 512
_REMEMBERED_SPACE = 20_000  # the fitness of so many draws is kept, so memory stays flat

Words = NDArray[np.uint64]
_Fit = tuple[Draw, Value]


def build_many(skill: Skill, seeds: Sequence[int]) -> Iterator[Problem]:
    """Yield the variants of ``skill`` for ``seeds``, in order.

    Raises ``ProblemError`` where no clean draw turns up or a derivation disagrees.
    """
    waiting = iter(seeds)
    while block := list(islice(waiting, _BLOCK)):
        yield from _build_block(skill, block)


def _build_block(skill: Skill, seeds: Sequence[int]) -> Iterator[Problem]:
    found: dict[int, tuple[int, _Fit]] = {}
    states = _first_states(skill, seeds)
    pending = np.arange(len(seeds))
    for _ in range(MOST_DRAWS):
        if not len(pending):
            break
        numbers = (_mixed(states[pending]) % np.uint64(skill.space.size)).astype(np.int64)
        fits = _fits(skill, numbers)
        for place, number in zip(pending.tolist(), numbers.tolist(), strict=True):
            if (fit := fits[number]) is not None:
                found[place] = number, fit
        pending = np.array([p for p in pending.tolist() if p not in found], dtype=np.int64)
        states += np.uint64(COUNTER_STEP)
    if len(pending):
        raise ProblemError("problem.no_draw", skill=skill.id, seed=seeds[int(pending[0])])
    chosen = [found[place] for place in range(len(seeds))]
    given = columns(skill.space, np.array([number for number, _ in chosen], dtype=np.int64))
    proofs = prove_all(skill, [fit for _, fit in chosen], given)
    for seed, (_, (draw, answer)), proof in zip(seeds, chosen, proofs, strict=True):
        yield Problem(skill, seed, draw, answer, proof)


@lru_cache(maxsize=256)
def _remembered(_skill: Skill) -> dict[int, _Fit | None]:
    return {}


def _fits(skill: Skill, numbers: NDArray[np.int64]) -> dict[int, _Fit | None]:
    """Return for every number its draw and answer, or None where it is not fit."""
    keeps = skill.space.size <= _REMEMBERED_SPACE
    fits: dict[int, _Fit | None] = _remembered(skill) if keeps else {}
    fresh = np.array(sorted(set(numbers.tolist()) - fits.keys()), dtype=np.int64)
    if len(fresh):
        screen = screened(skill, columns(skill.space, fresh))
        judged = zip(
            fresh.tolist(), screen.may_be_fit.tolist(), screen.is_unclear.tolist(), strict=True
        )
        for number, may_be_fit, is_unclear in judged:
            fits[number] = _fit(skill, number, is_unclear=is_unclear) if may_be_fit else None
    return fits


def _fit(skill: Skill, number: int, *, is_unclear: bool) -> _Fit | None:
    draw = skill.space.draw(number)
    values = values_on_the_way(skill.method, skill.quantity, draw)
    answer = values[-1][skill.quantity]
    if not is_clean(skill, values):
        return None
    if is_unclear and not is_diagnosable(skill, draw, answer):
        return None
    return draw, answer


def _first_states(skill: Skill, seeds: Sequence[int]) -> Words:
    key = np.uint64(first_state(skill.words, 0))
    with np.errstate(over="ignore"):
        return key + np.array(seeds, dtype=np.uint64) * np.uint64(SEED_STEP)


def _mixed(states: Words) -> Words:
    """Return the 64 bits that SplitMix64 makes of every state."""
    with np.errstate(over="ignore"):
        states = (states ^ (states >> np.uint64(30))) * np.uint64(FIRST_MULTIPLIER)
        states = (states ^ (states >> np.uint64(27))) * np.uint64(SECOND_MULTIPLIER)
        return states ^ (states >> np.uint64(31))
