"""The three derivations that must agree before anybody sees a problem."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quizdeck.errors import ProblemError
from quizdeck.expressions.exact import Value, may_be_equal, midpoint
from quizdeck.optimizers.closed_forms import closed_form
from quizdeck.optimizers.method import GRADIENT, UPDATE
from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Draw

Floats = NDArray[np.float64]

_RELATIVE_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Proof:
    """One answer, derived three times: by recurrence, by closed form, by NumPy in float64."""

    recurrence: Value
    closed_form: Value
    numpy: float


def prove(skill: Skill, draw: Draw, recurrence: Value) -> Proof:
    """Return the proof of ``recurrence``; raises ``ProblemError`` where a derivation disagrees."""
    given = {name: np.array([float(value)]) for name, value in draw.rates.items()}
    for t, gradient in enumerate(draw.gradients, start=1):
        given[f"{GRADIENT}{t}"] = np.array([float(gradient)])
    return next(prove_all(skill, [(draw, recurrence)], given))


def prove_all(
    skill: Skill, answers: Sequence[tuple[Draw, Value]], given: Mapping[str, Floats]
) -> Iterator[Proof]:
    """Yield the proofs of many answers; the optimizer in NumPy runs once, on whole arrays.

    ``given`` holds the rates and the gradients ``g1 …`` of all draws, one array a name.
    """
    measured = run_reference(skill, given, len(answers)).tolist()
    derive = skill.closed_form or closed_form(skill.method.id, skill.quantity)
    for (draw, recurrence), number in zip(answers, measured, strict=True):
        summed = derive(draw.rates, draw.gradients)
        expected = float(midpoint(recurrence))
        is_near = abs(number - expected) <= _RELATIVE_TOLERANCE * abs(expected)
        if not (is_near and (recurrence == summed or may_be_equal(recurrence, summed))):
            raise ProblemError("problem.unproved", skill=skill.id)
        yield Proof(recurrence, summed, number)


def run_reference(skill: Skill, given: Mapping[str, Floats], count: int) -> Floats:
    """Return the quantity that the NumPy optimizer arrives at in float64, for every draw."""
    gradients = [given[f"{GRADIENT}{t}"] for t in range(1, skill.steps + 1)]
    rates = {name: given[name] for name in skill.space.rate_names}
    if skill.reference is not None:
        return _one_by_one(skill, rates, gradients, count)
    start = rates.pop("theta0", np.zeros(count))
    optimizer = REFERENCES[skill.method.id](**rates)
    params: Parameters = {"theta": start}
    before = start
    for gradient in gradients:
        before = params["theta"]
        optimizer.update(params, {"theta": gradient})
    if skill.quantity == UPDATE:
        return np.asarray(params["theta"] - before)
    return _attribute(optimizer, skill.quantity, params, count)


def _attribute(optimizer: object, quantity: str, params: Parameters, count: int) -> Floats:
    kept = params if quantity == "theta" else getattr(optimizer, quantity)
    value = kept["theta"] if isinstance(kept, dict) else kept
    return np.broadcast_to(np.asarray(value, dtype=np.float64), (count,))


def _one_by_one(
    skill: Skill, rates: Mapping[str, Floats], gradients: Sequence[Floats], count: int
) -> Floats:
    assert skill.reference is not None
    return np.array(
        [
            skill.reference(
                {name: float(column[i]) for name, column in rates.items()},
                [float(column[i]) for column in gradients],
            )
            for i in range(count)
        ]
    )
