"""Whole blocks of draws judged in float64: most at once, the rest left to exact numbers.

A draw's fitness is a matter of exact numbers. But slips keep wide margins, so float64 with its
error added to the margin decides nearly always; where it cannot, it says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from quizdeck.expressions.evaluate import Arithmetic, Evaluator
from quizdeck.expressions.exact import MOST_STEPS
from quizdeck.expressions.tree import Function, Operator
from quizdeck.optimizers.method import GRADIENT, STEP, Method
from quizdeck.problems.fitness import (
    LARGEST_DENOMINATOR,
    LEAST_GROUPS,
    MOST_FIGURES,
    RELATIVE_DISTANCE,
    UNITS_OF_DISTANCE,
)
from quizdeck.problems.path import compiled_way, start_of
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Choice, Space
from quizdeck.problems.wrong_values import LARGEST, SMALLEST, modelled_slips

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_SLACK = 1e-9  # relative; far above what rounding can do on such short ways
_UNBELIEVABLE = 1e6  # a slip so much larger than the answer may be a division by a rounded zero


def _steps_until(decay: Floats, bound: Floats) -> Floats:
    steps = np.maximum(1.0, np.ceil(np.log(bound) / np.log(decay) - _SLACK))
    falls = (decay > 0) & (decay < 1) & (bound > 0) & (bound < 1)
    return np.where(falls & (steps <= MOST_STEPS), steps, np.nan)


ARRAYS: Arithmetic[Floats] = Arithmetic(
    number=lambda value: np.float64(float(value)),  # type: ignore[arg-type, return-value]
    negate=np.negative,
    binary={
        Operator.ADD: np.add,
        Operator.SUBTRACT: np.subtract,
        Operator.MULTIPLY: np.multiply,
        Operator.DIVIDE: np.divide,
        Operator.POWER: np.power,
    },
    functions={
        Function.SQUARE_ROOT: np.sqrt,
        Function.MAGNITUDE: np.abs,
        Function.MAXIMUM: np.maximum,
        Function.FLOOR: lambda value: np.floor(value + _SLACK),
        Function.COSINE: lambda half_turns: np.cos(np.pi * half_turns),
        Function.STEPS_UNTIL: _steps_until,
    },
)


@dataclass(frozen=True)
class Screened:
    """For every draw of a block whether it may be fit, and whether its slips need a second look.

    ``wrong`` holds a row for every draw that may be fit: what each modelled slip leads to, nan
    where it leads to no number.
    """

    may_be_fit: Flags
    is_unclear: Flags
    wrong: Floats


def columns(space: Space, numbers: NDArray[np.int64]) -> Mapping[str, Floats]:
    """Return the rates and the gradients ``g1 …`` of these draws, one array a name."""
    values: dict[str, Floats] = {}
    rest = numbers
    for choice in space.choices:
        rest, options = np.divmod(rest, len(choice.options))
        table = _table(choice)
        for name, column in zip(choice.names, table, strict=True):
            values[name] = column[options]
    rates = {name: values[name] for name in space.rate_names}
    scale = values.get("scale", 1.0)
    gradients = {
        f"{GRADIENT}{t}": values.get(f"g{t}", np.zeros(len(numbers)))
        * scale
        * values.get(f"sign{t}", 1.0)
        for t in range(1, space.steps + 1)
    }
    return {**rates, **gradients}


@lru_cache(maxsize=1024)
def _table(choice: Choice) -> tuple[Floats, ...]:
    return tuple(np.array(column, dtype=np.float64) for column in zip(*choice.options, strict=True))


def screened(skill: Skill, given: Mapping[str, Floats]) -> Screened:
    """Judge a block of draws, given as ``columns`` returns them."""
    with np.errstate(all="ignore"):
        lines = tuple(_walk(skill.method, skill, given))
        fit = np.isfinite(lines[-1]) & (lines[-1] != 0)
        if skill.precision.rule is PrecisionRule.EXACT:
            for line in lines:
                fit &= _may_be_short(line)
        clean = np.flatnonzero(fit)
        answer = lines[-1][clean]
        wrong = _wrong(skill, {name: column[clean] for name, column in given.items()})
        diagnosable, doubtful = _compared(answer, _groups(skill, wrong), skill.precision)
        fit[clean] = diagnosable | doubtful
    unclear = np.zeros_like(fit)
    unclear[clean] = doubtful
    return Screened(fit, unclear, wrong[:, fit[clean]].T)


def _wrong(skill: Skill, given: Mapping[str, Floats]) -> Floats:
    """Return a row for every modelled slip: what it leads to, nan where that is no number."""
    found = np.array(
        [
            tuple(_walk(modelled.slip.applied_to(skill.method), skill, given))[-1]
            for modelled in modelled_slips(skill)
        ]
    )
    size = np.abs(found)
    return np.where(size <= LARGEST, np.where(size < SMALLEST, 0.0, found), np.nan)


def _groups(skill: Skill, wrong: Floats) -> Floats:
    """Return a row for every group of slips: the number that its last one leads to."""
    groups: dict[str, Floats] = {}
    for modelled, row in zip(modelled_slips(skill), wrong, strict=True):
        earlier = groups.get(modelled.group)
        groups[modelled.group] = (
            row if earlier is None else np.where(np.isfinite(row), row, earlier)
        )
    return np.array(list(groups.values()))


def _walk(method: Method, skill: Skill, given: Mapping[str, Floats]) -> Iterator[Floats]:
    """Yield the values of every line on the way to the skill's quantity, the answer last."""
    size = len(next(iter(given.values())))
    zeros = np.zeros(size)
    state = dict(start_of(method, given, lambda value: zeros + float(value)))
    for t, lines in enumerate(_array_way(method, skill.quantity, skill.steps), start=1):
        state = {**state, STEP: zeros + t, **given, GRADIENT: given[f"{GRADIENT}{t}"]}
        for target, function in lines:
            state[target] = zeros + function(state)  # a line without names is one number
            yield state[target]


@lru_cache(maxsize=4096)
def _array_way(
    method: Method, quantity: str, steps: int
) -> tuple[tuple[tuple[str, Evaluator[Floats]], ...], ...]:
    return compiled_way(method, quantity, steps, ARRAYS)


def _compared(answer: Floats, groups: Floats, precision: Precision) -> tuple[Flags, Flags]:
    """Return which draws clearly keep all numbers apart, and which float64 cannot tell about.

    Numbers that lie apart from their neighbours lie apart from all others.
    """
    numbers = np.sort(np.vstack([answer, groups]), axis=0)
    low, high = numbers[:-1], numbers[1:]
    size = np.maximum(np.abs(low), np.abs(high))
    spare = high - low - _margin(size, precision)
    error = _SLACK * (np.abs(low) + np.abs(high) + np.abs(answer))
    near = np.any(spare < -error, axis=0)
    known, zeros = np.sum(np.isfinite(groups), axis=0), np.sum(groups == 0, axis=0)
    enough = known >= LEAST_GROUPS
    # a zero may be rounding where there is no number, and so may one too large to believe
    unbelievable = np.any(np.abs(groups) > _UNBELIEVABLE * np.abs(answer), axis=0)
    if precision.rule is PrecisionRule.PLACES:
        unbelievable |= zeros > 0
    doubtful = enough & (known - zeros < LEAST_GROUPS) | np.any(np.abs(spare) <= error, axis=0)
    doubtful |= np.any(_is_near_a_power_of_ten(numbers, precision), axis=0)
    unclear = unbelievable | (doubtful & ~near)
    return enough & ~near & ~unclear, unclear


def _margin(size: Floats, precision: Precision) -> Floats:
    needed = float(RELATIVE_DISTANCE) * size
    if precision.digits is None:
        return needed
    return np.maximum(needed, UNITS_OF_DISTANCE * _unit(size, precision.digits, precision.rule))


def _unit(size: Floats, digits: int, rule: PrecisionRule) -> Floats:
    if rule is PrecisionRule.PLACES:
        return np.full_like(size, 10.0**-digits)
    return 10.0 ** (np.floor(np.log10(size)) + 1 - digits)


def _is_near_a_power_of_ten(value: Floats, precision: Precision) -> Flags:
    if precision.rule is not PrecisionRule.SIGNIFICANT:
        return np.zeros_like(value, dtype=np.bool_)
    exponent = np.log10(np.abs(value))
    return np.abs(exponent - np.round(exponent)) <= _SLACK


def _may_be_short(value: Floats) -> Flags:
    """Return where a number may be a short decimal or a small fraction."""
    exponent = np.floor(np.log10(np.where(value == 0, 1.0, np.abs(value))))
    figures = value / 10.0 ** (exponent + 1 - MOST_FIGURES)
    short = _is_near_whole(figures)
    for denominator in range(1, LARGEST_DENOMINATOR + 1):
        short |= _is_near_whole(value * denominator)
    return short


def _is_near_whole(value: Floats) -> Flags:
    return np.abs(value - np.round(value)) <= _SLACK * np.maximum(1.0, np.abs(value))
