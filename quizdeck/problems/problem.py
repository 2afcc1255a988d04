"""One variant of a skill: drawn, proved, and told apart from every modelled slip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from quizdeck.errors import ProblemError, UsageError
from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.expressions.to_latex import number_text, rate_text
from quizdeck.optimizers.method import GRADIENT
from quizdeck.problems.precision import Precision, PrecisionRule, terminating_decimal
from quizdeck.problems.sheet import SheetLine, sheet
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.slip_value import SlipValue
from quizdeck.problems.space import Draw, candidates
from quizdeck.problems.statement import statement
from quizdeck.problems.wrong_values import ModelledSlip, modelled_slips, slipped_value
from quizdeck.text import Localized

if TYPE_CHECKING:
    from quizdeck.problems.proof import Proof

_MOST_DRAWS = 400
_LEAST_SLIPS = 4
_RELATIVE_DISTANCE = Fraction(1, 100)  # apart even when rounded to three figures
_UNITS_OF_DISTANCE = 3  # the rounding verdict reaches 1.5 units to either side
_MOST_FIGURES = 5
_LARGEST_DENOMINATOR = 99
_MOST_SEED_DIGITS = 18


@dataclass(frozen=True)
class Problem:
    """A numeric problem with its key, its wrong answers and its worked sheet."""

    skill: Skill
    seed: int
    draw: Draw
    prompt: Localized
    answer: Value
    slips: tuple[SlipValue, ...]
    sheet: tuple[SheetLine, ...]
    proof: "Proof"

    @property
    def variant(self) -> str:
        """Return the permanent name of these numbers: ``adam.v.2@7``."""
        return f"{self.skill.id}@{self.seed}"

    @property
    def precision(self) -> Precision:
        """Return how exactly the answer is wanted."""
        return self.skill.precision

    @property
    def given(self) -> Mapping[str, str | int | list[str]]:
        """Return every number of the prompt, spelled as the prompt spells it."""
        rates = {
            name: rate_text(self.draw.rates[name])
            for name in self.skill.method.hyperparameters
            if name in self.draw.rates
        }
        gradients = {GRADIENT: list(map(number_text, self.draw.gradients))}
        stated = gradients if self.skill.reads_gradients else {}
        return {**rates, **stated, "t": self.draw.steps}


def problem_by_variant(variant: str) -> Problem:
    """Return the problem called ``adam.v.2@7``; raises ``UsageError`` for anything else."""
    skill_id, _, seed = variant.partition("@")
    if not (seed.isascii() and seed.isdigit() and len(seed) <= _MOST_SEED_DIGITS):
        raise UsageError("usage.unknown_variant", variant=variant)
    return build(skill_by_id(skill_id), int(seed))


@lru_cache(maxsize=64)
def build(skill: Skill, seed: int) -> Problem:
    """Return the variant of ``skill`` that belongs to ``seed``, the same one for ever.

    Raises ``ProblemError`` where no clean draw turns up or a derivation disagrees.
    """
    # NumPy takes longer to load than all that a shell prompt asks for
    from quizdeck.problems.proof import prove  # noqa: PLC0415

    numbers = candidates(f"{skill.id}:{skill.version}", seed, skill.space.size)
    for number in islice(numbers, _MOST_DRAWS):
        draw = skill.space.draw(number)
        lines = sheet(skill.method, skill.quantity, draw)
        if not _is_clean(lines, skill.precision):
            continue
        answer, slips = lines[-1].value, _slip_values(skill, draw)
        by_group = {modelled.group: slip.value for modelled, slip in slips}
        if _is_diagnosable(answer, by_group, skill.precision):
            return Problem(
                skill=skill,
                seed=seed,
                draw=draw,
                prompt=statement(skill, draw),
                answer=answer,
                slips=tuple(slip for _, slip in slips),
                sheet=lines,
                proof=prove(skill, draw, answer),
            )
    raise ProblemError("problem.no_draw", skill=skill.id, seed=seed)


def _slip_values(skill: Skill, draw: Draw) -> tuple[tuple[ModelledSlip, SlipValue], ...]:
    values = ((m, slipped_value(m.slip, skill, draw)) for m in modelled_slips(skill))
    return tuple((m, SlipValue(m.slip.id, v, m.is_key)) for m, v in values if v is not None)


def _is_clean(lines: Sequence[SheetLine], precision: Precision) -> bool:
    """Return whether every line can be written down by hand and the answer is not zero."""
    answer = lines[-1].value
    if midpoint(answer) == 0:
        return False
    return precision.rule is not PrecisionRule.EXACT or all(_is_short(li.value) for li in lines)


def _is_short(value: Value) -> bool:
    return isinstance(value, Fraction) and (
        value.denominator <= _LARGEST_DENOMINATOR
        or terminating_decimal(value, _MOST_FIGURES) is not None
    )


def _is_diagnosable(answer: Value, wrong: Mapping[str, Value], precision: Precision) -> bool:
    """Return whether no slip can pass for the answer and the groups of slips are told apart."""
    values = list(wrong.values())
    return (
        len(values) >= _LEAST_SLIPS
        and all(_is_far(value, answer, precision) for value in values)
        and all(
            _is_far(one, other, precision) for i, one in enumerate(values) for other in values[:i]
        )
    )


def _is_far(value: Value, other: Value, precision: Precision) -> bool:
    if may_be_equal(value, other):
        return False
    unit = precision.unit(other) or Fraction(0)
    needed = max(_UNITS_OF_DISTANCE * unit, _RELATIVE_DISTANCE * abs(midpoint(other)))
    return abs(midpoint(value) - midpoint(other)) >= needed
