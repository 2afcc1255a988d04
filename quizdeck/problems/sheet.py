"""The worked solution: every line of every step with the variant's numbers put in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizdeck.expressions.exact import Value, low_of, may_be_equal
from quizdeck.expressions.to_latex import number_text, to_latex
from quizdeck.expressions.tree import (
    Binary,
    Equation,
    Expression,
    Name,
    Number,
    Operator,
    names_in,
    rewritten,
    with_names_replaced,
)
from quizdeck.optimizers.method import GRADIENT, STEP, Method
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.symbols import letters_of, symbol
from quizdeck.problems.path import start_of, values_on_the_way, way_to
from quizdeck.problems.precision import Precision, PrecisionRule, display, half_up, rounded_decimal
from quizdeck.problems.slips.slip import Slip
from quizdeck.problems.space import Draw

_APPROXIMATION = Precision(PrecisionRule.SIGNIFICANT, 6)
_LARGEST_DENOMINATOR = 99


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One computed quantity: ``latex`` is ``v_2 = 3/4·9 + 1/4·(-1)^2 = 7`` in LaTeX."""

    step: int
    quantity: str
    latex: str
    value: Value


def sheet(
    method: Method, quantity: str, draw: Draw, notation: Notation = BOOK
) -> tuple[SheetLine, ...]:
    """Return the lines that lead to ``quantity``; raises as ``values_on_the_way`` does."""
    values, family = values_on_the_way(method, quantity, draw), letters_of(method)
    before: Mapping[str, Value] = start_of(method, draw.rates, Fraction)
    lines = []
    for t, equations in enumerate(way_to(method, quantity, draw.steps), start=1):
        after = values[t - 1]
        index = str(after[STEP]) if _is_stepwise(method, equations) else None
        known = {**before, **draw.rates, GRADIENT: after[GRADIENT], STEP: after[STEP]}
        for equation in equations:
            expression = _filled_in(equation.expression, known, draw.rates)
            value = known[equation.target] = after[equation.target]
            left = symbol(equation.target, index, notation, family)
            latex = _latex(left, expression, value)
            lines.append(SheetLine(t, equation.target, latex, value))
        before = after
    return tuple(lines)


def _is_stepwise(method: Method, lines: Sequence[Equation]) -> bool:
    """Return whether lines belong to a step, other than those of a formula by itself."""
    read = {GRADIENT, STEP}
    return bool(method.states) or any(read & names_in(line.expression) for line in lines)


def slipped_sheet(
    slip: Slip, method: Method, quantity: str, draw: Draw, notation: Notation = BOOK
) -> tuple[SheetLine, ...]:
    """Return the sheet of somebody who makes the slip, without the lines of its memory."""
    remembered = {equation.target for equation in slip.memory}
    lines = sheet(slip.applied_to(method), quantity, draw, notation)
    return tuple(line for line in lines if line.quantity not in remembered)


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
    if isinstance(value, Fraction) and _is_shown_whole(value):
        return f"= {number_text(value)}"
    unit = _APPROXIMATION.unit(value)
    if unit is None:
        return "= 0"
    return rf"\approx {_decimal_latex(rounded_decimal(value, _APPROXIMATION, unit))}"


def with_rounded_answer(lines: Sequence[SheetLine], precision: Precision) -> tuple[SheetLine, ...]:
    """Return the sheet with the answer rounded as it is asked for at the end of the last line."""
    *earlier, last = lines
    if precision.rule is PrecisionRule.EXACT:
        return tuple(lines)
    shown = _decimal_latex(display(last.value, precision))
    return (*earlier, replace(last, latex=rf"{last.latex} \rightarrow {shown}"))


def _decimal_latex(text: str) -> str:
    digits, times_ten, exponent = text.partition("×10^")
    return rf"{digits} \times 10^{{{exponent}}}" if times_ten else digits


def _latex(left: str, filled_in: Expression, value: Value) -> str:
    filled, result = to_latex(filled_in, symbol, stacked=False), result_latex(value)
    return f"{left} {result}" if f"= {filled}" == result else f"{left} = {filled} {result}"


def _filled_in(
    expression: Expression, known: Mapping[str, Value], rates: Mapping[str, Fraction]
) -> Expression:
    """Put numbers in, with ``1 - rate`` done at once and a zero ``eps`` left out."""

    def settled(node: Expression) -> Expression:
        match node:
            case Binary(Operator.SUBTRACT, Number(one), Name(rate)) if one == 1 and rate in rates:
                return Number(1 - rates[rate], is_rate=True)
            case Binary(Operator.ADD, left, Name("eps")) if rates.get("eps") == 0:
                return left
            case _:
                return node

    numbers = {name: Number(_readable(v), is_rate=name in rates) for name, v in known.items()}
    return with_names_replaced(rewritten(expression, settled), numbers)


def _readable(value: Value) -> Fraction:
    """Return the number that the line of ``value`` shows."""
    if isinstance(value, Fraction) and _is_shown_whole(value):
        return value
    unit = _APPROXIMATION.unit(value)
    return half_up(value, unit) if unit else low_of(value)


def _is_shown_whole(value: Fraction) -> bool:
    return "/" not in number_text(value) or value.denominator <= _LARGEST_DENOMINATOR
