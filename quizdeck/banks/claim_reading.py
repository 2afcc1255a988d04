"""Claims read from what stands under ``verify``, each checked to make sense before it is run."""

from fractions import Fraction

from quizdeck.banks.claims import (
    Change,
    Claim,
    Extreme,
    ExtremeAt,
    FormulaIs,
    Never,
    StaysBelow,
    ValueIs,
    Walk,
)
from quizdeck.banks.question import Number
from quizdeck.banks.report import Report
from quizdeck.banks.shapes import Entry, Fields
from quizdeck.errors import ExpressionError, UsageError
from quizdeck.expressions.parse import parse_expression
from quizdeck.expressions.tree import names_in
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.optimizers.objectives import objective_by_id
from quizdeck.optimizers.rates import RANGES, validated_rates
from quizdeck.optimizers.registry import method_by_id

_SOURCES = ("grads", "constant", "random", "objective")
_STEPS = 30
_MOST_GRADIENTS = 1000


class ClaimReader:
    """Makes claims of fields and reports what cannot be checked."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def claims(self, fields: Fields) -> tuple[Claim, ...]:
        """Return the claims that could be read."""
        read = (self._claim(entry) for entry in fields.elements("verify"))
        return tuple(claim for claim in read if claim is not None)

    def _claim(self, entry: Entry) -> Claim | None:
        fields = entry.value
        if not isinstance(fields, Fields):
            return None
        if "formula" in fields:
            formula, value = fields.get("formula", str), fields.get("is", Number)
            is_clear = self._reads(fields.entry("formula"), frozenset())
            return FormulaIs(formula, value.text) if formula and value and is_clear else None
        method = self._method(fields.entry("method"))
        walk = None if method is None else self._walk(method, fields)
        quantity = fields.get("quantity", str)
        if method is None or walk is None or quantity is None:
            return None
        names = _names(method)
        bounded = "below" not in fields or self._reads(fields.entry("below"), names)
        if not (self._reads(fields.entry("quantity"), names) and bounded):
            return None
        return _made(walk, quantity, fields)

    def _method(self, entry: Entry) -> Method | None:
        if not isinstance(entry.value, str):
            return None
        try:
            return method_by_id(entry.value)
        except UsageError as error:
            self._report.add(entry.start, error.key, **error.details)
            return None

    def _walk(self, method: Method, fields: Fields) -> Walk | None:
        sources = [name for name in _SOURCES if name in fields]
        if len(sources) != 1:
            self._report.add(fields.node.start, "banks.one_source", names=", ".join(_SOURCES))
            return None
        rates = {**dict(method.defaults), **self._rates(fields)}
        try:
            validated_rates(method, rates)
            if objective := fields.get("objective", str):
                objective_by_id(objective)
        except UsageError as error:
            self._report.add(fields.node.start, error.key, **error.details)
            return None
        gradients = tuple(self._exact(entry) for entry in fields.elements("grads"))
        if len(gradients) > _MOST_GRADIENTS:
            start = fields.entry("grads").start
            self._report.add(start, "banks.long_walk", found=len(gradients), most=_MOST_GRADIENTS)
        return Walk(
            method.id,
            rates,
            steps=fields.get("steps", int) or len(gradients) or _STEPS,
            theta=self._exact(fields.entry("theta")) or Fraction(0),
            gradients=tuple(g for g in gradients if g is not None),
            constant=self._exact(fields.entry("constant")),
            random=fields.get("random", int),
            objective=fields.get("objective", str),
        )

    def _rates(self, fields: Fields) -> dict[str, Fraction]:
        rates = ((name, self._exact(fields.entry(name))) for name in RANGES)
        return {name: rate for name, rate in rates if rate is not None}

    def _exact(self, entry: Entry) -> Fraction | None:
        """Return a fraction; a root, which the engine has no exact number for, is reported."""
        if not isinstance(entry.value, Number):
            return None
        if isinstance(entry.value.value, Fraction):
            return entry.value.value
        self._report.add(entry.start, "banks.not_figure")
        return None

    def _reads(self, entry: Entry, names: frozenset[str]) -> bool:
        """Return whether a formula parses and reads nothing but ``names``."""
        if not isinstance(entry.value, str):
            return False
        try:
            unknown = names_in(parse_expression(entry.value)) - names
        except ExpressionError as error:
            self._report.add(entry.start, error.key, **error.details)
            return False
        if unknown:
            known = ", ".join(sorted(names))
            self._report.add(
                entry.start, "banks.unknown_name", name=min(unknown), known=known or "–"
            )
        return not unknown


def _made(walk: Walk, quantity: str, fields: Fields) -> Claim | None:
    if "never" in fields:
        change = fields.get("never", str)
        return Never(walk, quantity, Change(change)) if change else None
    if "below" in fields:
        bound = fields.get("below", str)
        return StaysBelow(walk, quantity, bound) if bound else None
    for extreme in Extreme:
        if step := fields.get(f"{extreme}-at", int):
            return ExtremeAt(walk, quantity, extreme, step)
    value, step = fields.get("is", Number), fields.get("at", int)
    return ValueIs(walk, quantity, step, value.text) if value and step else None


def _names(method: Method) -> frozenset[str]:
    return frozenset({*method.quantities, *method.hyperparameters, GRADIENT, STEP, PARAMETER})
