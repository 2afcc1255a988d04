"""The worked solution: every line of every step with the variant's numbers put in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizdeck.expressions.exact import Value, low_of, may_be_equal
from quizdeck.expressions.to_latex import number_text, to_latex
from quizdeck.expressions.tree import (
    Binary,
    Expression,
    Name,
    Number,
    Operator,
    names_in,
    rewritten,
    with_names_replaced,
)
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.optimizers.symbols import symbol
from quizdeck.optimizers.trace import exact_trace
from quizdeck.problems.precision import Precision, PrecisionRule, half_up, rounded_decimal
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.space import Draw

_APPROXIMATION = Precision(PrecisionRule.SIGNIFICANT, 6)
_LARGEST_DENOMINATOR = 99
_Cell = tuple[int, str]  # a step and a quantity


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One computed quantity: ``latex`` is ``v_2 = 3/4·9 + 1/4·(-1)^2 = 7`` in LaTeX."""

    step: int
    quantity: str
    latex: str
    value: Value
    reads: frozenset[_Cell]


def sheet(method: Method, quantity: str, draw: Draw) -> tuple[SheetLine, ...]:
    """Return the lines that lead to ``quantity``; raises as ``exact_trace`` does."""
    equations = [e for e in method.needed_for(quantity) if e.target != PARAMETER]
    trace = exact_trace(method, draw.rates, draw.gradients, quantity=quantity)
    before: Mapping[str, Value] = dict.fromkeys(method.states, Fraction(0))
    lines = []
    for t, after in enumerate(trace, start=1):
        inputs = {**draw.rates, GRADIENT: draw.gradients[t - 1], STEP: Fraction(t)}
        for i, equation in enumerate(equations):
            current = {e.target: after[e.target] for e in equations[:i]}
            known = {**before, **inputs, **current}
            expression = _filled_in(equation.expression, known, draw.rates)
            reads = frozenset(
                (t if name in current else t - 1, name) for name in names_in(equation.expression)
            )
            value = after[equation.target]
            latex = _latex(symbol(equation.target, str(t)), expression, value)
            lines.append(SheetLine(t, equation.target, latex, value, reads))
        before = after
    return _leading_to((len(trace), quantity), lines)


def slipped_sheet(slip: Slip, method: Method, quantity: str, draw: Draw) -> tuple[SheetLine, ...]:
    """Return the sheet of somebody who makes the slip, without the lines of its memory."""
    kept = {equation.target for equation in slip.memory}
    lines = sheet(slip.applied_to(method), quantity, draw)
    return tuple(line for line in lines if line.quantity not in kept)


def first_wrong_line(right: Sequence[SheetLine], wrong: Sequence[SheetLine]) -> int | None:
    """Return the index in ``wrong`` of the first line whose value differs from the right one."""
    values = {(line.step, line.quantity): line.value for line in right}
    for index, line in enumerate(wrong):
        expected = values.get((line.step, line.quantity))
        if expected is not None and not may_be_equal(expected, line.value):
            return index
    return None


def result_latex(value: Value) -> str:
    """Return ``= 7``, ``= 2/3`` or, for neither a decimal nor a small fraction, ``≈ 0.123456``."""
    if isinstance(value, Fraction):
        text = number_text(value)
        if "/" not in text or value.denominator <= _LARGEST_DENOMINATOR:
            return f"= {text}"
    unit = _APPROXIMATION.unit(value)
    return "= 0" if unit is None else rf"\approx {rounded_decimal(value, _APPROXIMATION, unit)}"


def _latex(left: str, filled_in: Expression, value: Value) -> str:
    filled, result = to_latex(filled_in, symbol, stacked=False), result_latex(value)
    return f"{left} {result}" if f"= {filled}" == result else f"{left} = {filled} {result}"


def _leading_to(goal: _Cell, lines: Sequence[SheetLine]) -> tuple[SheetLine, ...]:
    """Keep the lines whose results are read on the way to ``goal``."""
    needed, kept = {goal}, []
    for line in reversed(lines):
        if (line.step, line.quantity) in needed:
            kept.append(line)
            needed |= line.reads
    return tuple(reversed(kept))


def _filled_in(
    expression: Expression, known: Mapping[str, Value], rates: Mapping[str, Fraction]
) -> Expression:
    """Put numbers in, with ``1 - rate`` done at once and a zero ``eps`` left out."""

    def settled(node: Expression) -> Expression:
        match node:
            case Binary(Operator.SUBTRACT, Number(one), Name(rate)) if one == 1 and rate in rates:
                return Number(1 - rates[rate])
            case Binary(Operator.ADD, left, Name("eps")) if rates.get("eps") == 0:
                return left
            case _:
                return node

    numbers = {name: Number(_readable(value)) for name, value in known.items()}
    return with_names_replaced(rewritten(expression, settled), numbers)


def _readable(value: Value) -> Fraction:
    unit = None if isinstance(value, Fraction) else _APPROXIMATION.unit(value)
    return half_up(value, unit) if unit else low_of(value)
