"""One variant of a skill: drawn, proved, and told apart from every modelled slip."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from quizdeck.errors import ProblemError, UsageError
from quizdeck.expressions.exact import Value
from quizdeck.expressions.to_latex import number_text, rate_text
from quizdeck.optimizers.method import GRADIENT, STEP
from quizdeck.problems.fitness import answer_if_fit
from quizdeck.problems.precision import Precision
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.slip_value import SlipValue
from quizdeck.problems.space import Draw, candidates
from quizdeck.problems.wrong_values import approximate_values, modelled_slips, slipped_value
from quizdeck.text import Localized

if TYPE_CHECKING:
    from quizdeck.optimizers.notations import Notation
    from quizdeck.problems.proof import Proof
    from quizdeck.problems.sheet import SheetLine

MOST_DRAWS = 400
_MOST_SEED_DIGITS = 18


@dataclass(frozen=True)
class Problem:
    """A numeric problem with its key and its proof; words, slips and sheet follow from them.

    ``screened`` holds what the modelled slips lead to in float64, where it is known already.
    """

    skill: Skill
    seed: int
    draw: Draw
    answer: Value
    proof: "Proof"
    screened: tuple[float, ...] | None = field(default=None, compare=False, repr=False)

    @property
    def variant(self) -> str:
        """Return the permanent name of these numbers: ``adam.v.2@7``."""
        return f"{self.skill.id}@{self.seed}"

    @property
    def precision(self) -> Precision:
        """Return how exactly the answer is wanted."""
        return self.skill.precision

    @cached_property
    def given(self) -> Mapping[str, str | int | list[str]]:
        """Return every number of the prompt, spelled as the prompt spells it."""
        rates = {name: rate_text(self.draw.rates[name]) for name in self.skill.given_rates}
        gradients = {GRADIENT: list(map(number_text, self.draw.gradients))}
        stated = gradients if self.skill.reads_gradients else {}
        step = {STEP: self.draw.asked_step} if self.skill.has_step else {}
        return {**rates, **stated, **step}

    @cached_property
    def prompt(self) -> Localized:
        """Return the words of the problem in the book's letters."""
        # a verdict needs neither words nor letters
        from quizdeck.problems.statement import statement  # noqa: PLC0415

        return statement(self.skill, self.draw)

    @cached_property
    def slips(self) -> tuple[SlipValue, ...]:
        """Return what every modelled slip leads to."""
        values = (
            (modelled, slipped_value(modelled.slip, self.skill, self.draw))
            for modelled in modelled_slips(self.skill)
        )
        return tuple(SlipValue(m.slip.id, v, m.is_key) for m, v in values if v is not None)

    @cached_property
    def wrong_numbers(self) -> tuple[float, ...]:
        """Return what every modelled slip leads to, nearly; nan where it leads to no number."""
        return self.screened or approximate_values(self.skill, self.draw)

    @cached_property
    def sheet(self) -> "tuple[SheetLine, ...]":
        """Return the worked solution in the book's letters."""
        from quizdeck.problems.sheet import sheet, with_rounded_answer  # noqa: PLC0415, as above

        lines = sheet(self.skill.method, self.skill.quantity, self.draw)
        return with_rounded_answer(lines, self.precision)

    def prompt_in(self, notation: "Notation", *, is_choice: bool = False) -> Localized:
        """Return the words in the letters of ``notation``; ``is_choice`` if options follow."""
        from quizdeck.problems.statement import statement  # noqa: PLC0415, as above

        return statement(self.skill, self.draw, notation, is_choice=is_choice)

    def sheet_in(self, notation: "Notation") -> "tuple[SheetLine, ...]":
        """Return the worked solution in the letters of ``notation``."""
        from quizdeck.problems.sheet import sheet, with_rounded_answer  # noqa: PLC0415, as above

        lines = sheet(self.skill.method, self.skill.quantity, self.draw, notation)
        return with_rounded_answer(lines, self.precision)


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

    numbers = candidates(skill.words, seed, skill.space.size)
    for number in islice(numbers, MOST_DRAWS):
        draw = skill.space.draw(number)
        answers = {asked: answer_if_fit(asked, draw) for asked in skill.together}
        if (answer := answers[skill]) is not None and None not in answers.values():
            return Problem(skill, seed, draw, answer, prove(skill, draw, answer))
    raise ProblemError("problem.no_draw", skill=skill.id, seed=seed)
