"""The three derivations that must agree before anybody sees a problem."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from quizdeck.errors import ProblemError
from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.optimizers.closed_forms import closed_form
from quizdeck.optimizers.method import UPDATE
from quizdeck.optimizers.numpy_reference import REFERENCES, Optimizer, Parameters
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Draw

_RELATIVE_TOLERANCE = Fraction(1, 10**9)


@dataclass(frozen=True, slots=True)
class Proof:
    """One answer, derived three times: by recurrence, by closed form, by NumPy in float64."""

    recurrence: Value
    closed_form: Value
    numpy: float


def prove(skill: Skill, draw: Draw, recurrence: Value) -> Proof:
    """Return the proof of ``recurrence``; raises ``ProblemError`` where a derivation disagrees."""
    derive = skill.closed_form or closed_form(skill.method.id, skill.quantity)
    summed = derive(draw.rates, draw.gradients)
    measured = run_reference(skill, draw)
    difference = abs(Fraction(measured) - midpoint(recurrence))
    near = difference <= _RELATIVE_TOLERANCE * abs(midpoint(recurrence))
    if not may_be_equal(recurrence, summed) or not near:
        raise ProblemError("problem.unproved", skill=skill.id)
    return Proof(recurrence, summed, measured)


def run_reference(skill: Skill, draw: Draw) -> float:
    """Return the quantity that the NumPy optimizer arrives at in float64."""
    rates = {name: float(value) for name, value in draw.rates.items()}
    if skill.reference is not None:
        return skill.reference(rates, tuple(map(float, draw.gradients)))
    optimizer = REFERENCES[skill.method.id](**rates)
    params: Parameters = {"theta": np.zeros(1)}
    before = params["theta"]
    for gradient in draw.gradients:
        before = params["theta"]
        optimizer.update(params, {"theta": np.array([float(gradient)])})
    if skill.quantity == UPDATE:
        return float(params["theta"][0] - before[0])
    return _attribute(optimizer, skill.quantity)


def _attribute(optimizer: Optimizer, quantity: str) -> float:
    kept = getattr(optimizer, quantity)
    return float(kept["theta"][0] if isinstance(kept, dict) else kept)
