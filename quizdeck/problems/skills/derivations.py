"""How a puzzle's answer is derived a second and a third time."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from quizdeck.problems.skill import FloatDerivation

Rates = Mapping[str, Fraction]
Gradients = Sequence[Fraction]


def by_false_position(forward: Callable[[Fraction], Fraction], seen: Fraction) -> Fraction:
    """Return the ``x`` whose ``forward(x)`` is ``seen``, where the rule is a straight line.

    Two trials give the line; the ``x`` found is put back into the rule. Raises ``ArithmeticError``
    where it does not give what was seen.
    """
    at_zero, at_one = forward(Fraction(0)) - seen, forward(Fraction(1)) - seen
    x = at_zero / (at_zero - at_one)
    if forward(x) != seen:
        raise ArithmeticError
    return x


def first_step_that(holds: Callable[[int], bool]) -> Fraction:
    """Return the first step from 1 on that ``holds``; raises ``ArithmeticError`` beyond 1000."""
    for t in range(1, 1001):
        if holds(t):
            return Fraction(t)
    raise ArithmeticError


def by_numpy(method_id: str) -> FloatDerivation:
    """Return the check in NumPy that belongs to a method of the puzzles."""

    def run(rates: Mapping[str, float], gradients: Sequence[float]) -> float:
        # NumPy takes longer to load than all that a shell prompt asks for
        from quizdeck.problems.skills.numpy_checks import CHECKS  # noqa: PLC0415

        return float(CHECKS[method_id]({"t": len(gradients), **rates}))

    return run
