"""Formulas as straight code over numerators and denominators: fractions without their overhead.

``Fraction`` looks for a common divisor after every operation, which is most of what exact
arithmetic costs. Here one is looked for at the end of each line, so numbers stay short all the
same.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from math import gcd, isqrt

from quizdeck.expressions.evaluate import EXACT
from quizdeck.expressions.tree import (
    Binary,
    Call,
    Expression,
    Function,
    Name,
    Negation,
    Number,
    Operator,
)

Ratio = tuple[int, int]  # in lowest terms, the denominator positive
Program = Callable[[Mapping[str, Fraction], Sequence[Fraction]], tuple[Ratio, ...]]
Pair = tuple[str, str]  # what the numerator and the denominator are called in the code

_ZERO, _ONE = "0", "1"  # a state often starts at zero, which leaves little of the first step


class IrrationalError(ArithmeticError):
    """A number on the way is no fraction."""


class Source:
    """The code of a function of rates and gradients, written line by line.

    The function raises ``ZeroDivisionError`` and ``ValueError`` where a formula has no value, and
    ``IrrationalError`` where a value is no fraction.
    """

    def __init__(self) -> None:
        self._code: list[str] = []
        self._count = 0
        self._results: list[Pair] = []

    def rate(self, name: str) -> Pair:
        """Read a rate."""
        return self._pair(f"rates[{name!r}].as_integer_ratio()")

    def gradient(self, index: int) -> Pair:
        """Read a gradient, the first at index 0."""
        return self._pair(f"gradients[{index}].as_integer_ratio()")

    def line(self, expression: Expression, names: Mapping[str, Pair]) -> Pair:
        """Compute a line in lowest terms and keep it among the results."""
        numerator, denominator = self._value(expression, names)
        if denominator != _ONE:
            divisor = self._number(f"gcd({numerator}, {denominator})")
            numerator = self._number(f"{numerator} // {divisor}")
            denominator = self._number(f"{denominator} // {divisor}")
        self._results.append((numerator, denominator))
        return numerator, denominator

    def program(self) -> Program:
        """Return the function that computes the lines."""
        results = "".join(f"{_tuple(pair)}, " for pair in self._results)
        body = "\n    ".join([*self._code, f"return ({results})"])
        scope: dict[str, object] = {"gcd": gcd, "root": _root, "raised": _raised, "call": _call}
        # a line is arithmetic between numbers and names of its own; no text from outside is in it
        exec(f"def program(rates, gradients):\n    {body}", scope)  # noqa: S102
        program: Program = scope["program"]  # type: ignore[assignment]
        return program

    def _value(self, expression: Expression, names: Mapping[str, Pair]) -> Pair:
        match expression:
            case Number(value):
                return constant(value)
            case Name(name):
                return names[name]
            case Negation(operand):
                numerator, denominator = self._value(operand, names)
                return self._number(f"-{numerator}"), denominator
            case Binary(operator, left, right):
                return self._binary(operator, self._value(left, names), self._value(right, names))
            case Call(function, arguments):
                return self._call(function, [self._value(each, names) for each in arguments])

    def _binary(self, operator: Operator, left: Pair, right: Pair) -> Pair:
        match operator:
            case Operator.ADD | Operator.SUBTRACT:
                return self._sum(operator, left, right)
            case Operator.MULTIPLY if _ZERO in {left[0], right[0]}:
                return _ZERO, _ONE
            case Operator.MULTIPLY:
                return self._product(left[0], right[0]), self._product(left[1], right[1])
            case Operator.DIVIDE:
                return self._quotient(left, right)
            case Operator.POWER if right[1] == _ONE and right[0].isdigit():
                return self._power(left[0], right[0]), self._power(left[1], right[0])
            case Operator.POWER:
                return self._pair(f"raised({', '.join((*left, *right))})")

    def _sum(self, operator: Operator, left: Pair, right: Pair) -> Pair:
        if right[0] == _ZERO:
            return left
        if left[0] == _ZERO and operator is Operator.ADD:
            return right
        if left[1] == right[1]:
            return self._number(f"{left[0]} {operator} {right[0]}"), left[1]
        first, second = self._product(left[0], right[1]), self._product(right[0], left[1])
        return self._number(f"{first} {operator} {second}"), self._product(left[1], right[1])

    def _quotient(self, left: Pair, right: Pair) -> Pair:
        numerator = self._number(self._product(left[0], right[1]))
        denominator = self._number(self._product(left[1], right[0]))
        self._code += [
            f"if {denominator} <= 0:",
            f"    if not {denominator}: raise ZeroDivisionError",
            f"    {numerator}, {denominator} = -{numerator}, -{denominator}",
        ]
        return numerator, denominator

    def _call(self, function: Function, arguments: Sequence[Pair]) -> Pair:
        first = arguments[0]
        match function:
            case Function.SQUARE_ROOT:
                return self._pair(f"root({first[0]}, {first[1]})")
            case Function.MAGNITUDE:
                return self._number(f"abs({first[0]})"), first[1]
            case Function.FLOOR:
                return self._number(f"{first[0]} // {first[1]}"), _ONE
            case Function.MAXIMUM:
                (a, b), (c, d) = arguments
                return self._pair(f"({a}, {b}) if {a} * {d} >= {c} * {b} else ({c}, {d})")
            case Function.COSINE | Function.STEPS_UNTIL:
                ratios = ", ".join(map(_tuple, arguments))
                return self._pair(f"call({function.value!r}, {ratios})")

    def _product(self, left: str, right: str) -> str:
        if _ONE in {left, right}:
            return right if left == _ONE else left
        return self._number(f"{left} * {right}")

    def _power(self, base: str, exponent: str) -> str:
        is_itself = _ONE in {base, exponent}
        return base if is_itself else self._number(f"{base} ** {exponent}")

    def _number(self, code: str) -> str:
        self._count += 1
        name = f"n{self._count}"
        self._code.append(f"{name} = {code}")
        return name

    def _pair(self, code: str) -> Pair:
        self._count += 1
        pair = f"n{self._count}", f"d{self._count}"
        self._code.append(f"{pair[0]}, {pair[1]} = {code}")
        return pair


def may_be_irrational(expression: Expression, irrational: Collection[str]) -> bool:
    """Return whether a formula has a root or a cosine in it, or a name that may be irrational."""
    match expression:
        case Number():
            return False
        case Name(name):
            return name in irrational
        case Negation(operand):
            return may_be_irrational(operand, irrational)
        case Binary(_, left, right):
            return any(may_be_irrational(each, irrational) for each in (left, right))
        case Call(function, arguments):
            return function in {Function.SQUARE_ROOT, Function.COSINE} or any(
                may_be_irrational(argument, irrational) for argument in arguments
            )


def constant(value: Fraction) -> Pair:
    """Return how a number stands in the code."""
    numerator, denominator = value.as_integer_ratio()
    return f"({numerator})" if numerator < 0 else str(numerator), str(denominator)


def _tuple(pair: Pair) -> str:
    return f"({pair[0]}, {pair[1]})"


def _raised(numerator: int, denominator: int, exponent: int, parts: int) -> Ratio:
    power = Fraction(exponent, parts)
    if power.denominator != 1:
        raise ValueError
    if power >= 0:
        return numerator**power.numerator, denominator**power.numerator
    if not numerator:
        raise ZeroDivisionError
    sign = -1 if numerator < 0 else 1
    return (sign * denominator) ** -power.numerator, abs(numerator) ** -power.numerator


def _root(numerator: int, denominator: int) -> Ratio:
    if numerator < 0:
        raise ValueError
    divisor = gcd(numerator, denominator)
    square, parts = numerator // divisor, denominator // divisor
    top, bottom = isqrt(square), isqrt(parts)
    if top * top != square or bottom * bottom != parts:
        raise IrrationalError
    return top, bottom


def _call(function: str, *arguments: Ratio) -> Ratio:
    value = EXACT.functions[Function(function)](*(Fraction(*argument) for argument in arguments))
    if not isinstance(value, Fraction):
        raise IrrationalError
    return value.as_integer_ratio()
