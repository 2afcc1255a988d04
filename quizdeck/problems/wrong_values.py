"""Which slips a skill can tell apart, and what each of them gives for one draw."""

from collections import Counter
from collections.abc import Collection, Sequence
from fractions import Fraction
from functools import lru_cache
from math import nan
from typing import NamedTuple

from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.optimizers.method import STEP
from quizdeck.problems.path import value_of
from quizdeck.problems.skill import Skill
from quizdeck.problems.slips.registry import slips_of
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.space import Draw, first_bytes_of

# Numbers without any coincidence between them: what agrees here agrees by algebra.
_GENERIC_GRADIENTS = (
    tuple(map(Fraction, ("13/7", "-29/11", "43/13", "-59/17", "71/19"))),
    tuple(map(Fraction, ("-37/9", "17/5", "-11/3", "23/7", "31/8"))),
    tuple(map(Fraction, ("41/12", "-7/13", "-53/6", "47/10", "-3/23"))),
)


_LIMIT = 10**12  # a slip's number beyond it, or below one part of it, is nothing anybody types
SMALLEST, LARGEST = 1 / _LIMIT, float(_LIMIT)


class ModelledSlip(NamedTuple):
    """A slip as one skill knows it.

    Slips of one ``group`` are the same number by algebra, whatever the draw; ``is_key`` means that
    the slip is alone in its group.
    """

    slip: Slip
    group: str
    is_key: bool


@lru_cache(maxsize=256)
def modelled_slips(skill: Skill) -> tuple[ModelledSlip, ...]:
    """Return the slips that change the skill's answer, whatever the numbers.

    Slips that are the right answer by algebra are left out; those that are one another by algebra
    stay, but are not key.
    """
    generic = [_generic_draw(skill, i) for i in range(len(_GENERIC_GRADIENTS))]
    rights = [value_of(skill.method, skill.quantity, draw) for draw in generic]
    values: dict[str, list[Value | None]] = {}
    for slip in _candidates(skill):
        wrong = [slipped_value(slip, skill, draw) for draw in generic]
        if not _same(wrong, rights):
            values[slip.id] = wrong
    groups = {
        id_: next(first for first, other in values.items() if id_ == first or _same(own, other))
        for id_, own in values.items()
    }
    members = Counter(groups.values())
    return tuple(
        ModelledSlip(slip, groups[slip.id], members[groups[slip.id]] == 1)
        for slip in _candidates(skill)
        if slip.id in groups
    )


def slips_alike(skill: Skill, slip: str) -> tuple[str, ...]:
    """Return the ids of the slips that are the same number as ``slip`` by algebra, with itself."""
    groups = {modelled.slip.id: modelled.group for modelled in modelled_slips(skill)}
    return tuple(id_ for id_, group in groups.items() if group == groups[slip])


def slipped_value(slip: Slip, skill: Skill, draw: Draw) -> Value | None:
    """Return the number that the slip leads to, or None where nobody would write it down."""
    return value_with_slips((slip,), skill, draw)


def value_with_slips(slips: Sequence[Slip], skill: Skill, draw: Draw) -> Value | None:
    """Return the number that several slips lead to, as ``slipped_value`` does for one."""
    method = skill.method
    for slip in slips:
        method = slip.applied_to(method)
    try:
        value = value_of(method, skill.quantity, draw)
    except (ZeroDivisionError, ValueError):
        return None
    return value if _may_be_written(midpoint(value)) else None


def _may_be_written(value: Fraction) -> bool:
    size, parts = abs(value.numerator), value.denominator
    return not size or (parts <= size * _LIMIT and size <= parts * _LIMIT)


def approximate_values(skill: Skill, draw: Draw) -> tuple[float, ...]:
    """Return the numbers that the modelled slips lead to, nearly; nan for those without one."""
    exact = (slipped_value(modelled.slip, skill, draw) for modelled in modelled_slips(skill))
    return tuple(nan if value is None else float(midpoint(value)) for value in exact)


def _candidates(skill: Skill) -> tuple[Slip, ...]:
    return tuple(
        slip
        for slip in slips_of(skill.method.family)
        if slip.touches(skill.method, skill.quantity)
        and slip.can_be_made_with(skill.method, skill.quantity, skill.given_rates)
    )


def _generic_draw(skill: Skill, index: int) -> Draw:
    names = skill.space.rate_names & {*skill.given_rates, STEP}
    rates = {name: _generic_rate(name, index, skill.space.options_of(name)) for name in names}
    return Draw(rates, _GENERIC_GRADIENTS[index][: skill.steps])


def _generic_rate(name: str, index: int, options: Collection[Fraction]) -> Fraction:
    """Return a number that has nothing to do with any other: between 0 and 1, or whole.

    It is whole where all ``options`` are, and may be negative where some of them are; what is
    always 0 stays 0.
    """
    if not any(options):
        return Fraction(0)
    digits = first_bytes_of(f"{name}:{index}", 4)
    is_whole = all(option.denominator == 1 for option in options)
    size = Fraction(2 + digits % 97) if is_whole else Fraction(1 + digits % 997, 1009)
    is_negative = digits >> 30 & 1 and any(option < 0 for option in options)
    return -size if is_negative else size


def _same(left: Sequence[Value | None], right: Sequence[Value | None]) -> bool:
    """Return whether two rows of values agree wherever both exist, and exist somewhere."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    return bool(pairs) and all(may_be_equal(a, b) for a, b in pairs)
