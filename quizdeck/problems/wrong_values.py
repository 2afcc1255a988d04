"""Which slips a skill can tell apart, and what each of them gives for one draw."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from quizdeck.expressions.exact import Value, may_be_equal
from quizdeck.optimizers.method import Method
from quizdeck.optimizers.trace import exact_trace
from quizdeck.problems.skill import Skill
from quizdeck.problems.slips.registry import SLIPS
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.space import Draw

# Numbers without any coincidence between them: what agrees here agrees by algebra.
_GENERIC_DRAWS = (
    {"lr": "17/1009", "alpha": "29/101", "beta1": "31/97", "beta2": "67/89", "eps": "3/1013"},
    {"lr": "23/1019", "alpha": "61/103", "beta1": "71/107", "beta2": "37/109", "eps": "5/1021"},
)
_GENERIC_GRADIENTS = (
    tuple(map(Fraction, ("13/7", "-29/11", "43/13", "-59/17", "71/19"))),
    tuple(map(Fraction, ("-37/9", "17/5", "-11/3", "23/7", "31/8"))),
)


@dataclass(frozen=True)
class ModelledSlip:
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
    generic = [_generic_draw(skill, i) for i in range(len(_GENERIC_DRAWS))]
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


def value_of(method: Method, quantity: str, draw: Draw) -> Value:
    """Return ``quantity`` after the draw's last step; raises as ``exact_trace`` does."""
    trace = exact_trace(method, draw.rates, draw.gradients, quantity=quantity)
    return trace[-1][quantity]


def slipped_value(slip: Slip, skill: Skill, draw: Draw) -> Value | None:
    """Return the number that the slip leads to, or None where it leads to none."""
    try:
        return value_of(slip.applied_to(skill.method), skill.quantity, draw)
    except (ZeroDivisionError, ValueError):
        return None


def _candidates(skill: Skill) -> tuple[Slip, ...]:
    return tuple(
        slip
        for slip in SLIPS
        if slip.touches(skill.method, skill.quantity)
        and slip.can_be_made_with(skill.method, skill.quantity, skill.given_rates)
    )


def _generic_draw(skill: Skill, index: int) -> Draw:
    rates = {name: Fraction(_GENERIC_DRAWS[index][name]) for name in skill.given_rates}
    return Draw(rates, _GENERIC_GRADIENTS[index][: skill.steps])


def _same(left: Sequence[Value | None], right: Sequence[Value | None]) -> bool:
    """Return whether two rows of values agree wherever both exist, and exist somewhere."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    return bool(pairs) and all(may_be_equal(a, b) for a, b in pairs)
