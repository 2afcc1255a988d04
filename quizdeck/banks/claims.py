"""Claims that a question makes and the engine can check: what stands under ``verify``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Change(StrEnum):
    """What a quantity may be said never to do from one step to the next."""

    FALLS = "falls"
    RISES = "rises"
    CHANGES = "changes"


class Extreme(StrEnum):
    """Which end of its values a quantity is said to reach at a step."""

    LEAST = "least"
    GREATEST = "greatest"


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps that a claim is about: a method, its rates, and where its gradients come from.

    Exactly one of ``gradients``, ``constant``, ``random`` (so many walks) and ``objective`` is set.
    ``rates`` that are not given are the method's own.
    """

    method: str
    rates: Mapping[str, Fraction] = field(hash=False)
    steps: int
    theta: Fraction = Fraction(0)
    gradients: tuple[Fraction, ...] = ()
    constant: Fraction | None = None
    random: int | None = None
    objective: str | None = None


@dataclass(frozen=True, slots=True)
class ValueIs:
    """The quantity has this value at a step, to the figures that are written."""

    walk: Walk
    quantity: str
    step: int
    value: str


@dataclass(frozen=True, slots=True)
class Never:
    """The quantity never changes in this way from one step to the next."""

    walk: Walk
    quantity: str
    change: Change


@dataclass(frozen=True, slots=True)
class StaysBelow:
    """The quantity is below another expression at every step."""

    walk: Walk
    quantity: str
    bound: str


@dataclass(frozen=True, slots=True)
class ExtremeAt:
    """The quantity is at one end of its values at this step and no other."""

    walk: Walk
    quantity: str
    extreme: Extreme
    step: int


@dataclass(frozen=True, slots=True)
class FormulaIs:
    """A formula without names has this value, to the figures that are written."""

    formula: str
    value: str


Claim = ValueIs | Never | StaysBelow | ExtremeAt | FormulaIs
