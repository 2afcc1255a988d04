"""Write a formula as LaTeX, with symbols or with numbers put in."""

from collections.abc import Callable
from fractions import Fraction

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

Symbols = Callable[[str], str]

_FAMILIAR_DENOMINATORS = frozenset({3, 4, 6, 7, 8, 9})
_SUM, _PRODUCT, _POWER, _ATOM = range(4)


def to_latex(expression: Expression, symbols: Symbols, *, stacked: bool = True) -> str:
    """Return ``expression`` in the supported LaTeX subset.

    ``symbols`` gives the LaTeX of each name. ``stacked`` writes quotients as fractions; otherwise
    they stay on one line with a slash, which is how a sheet shows numbers put in.
    """
    return _Writer(symbols, stacked=stacked).write(expression)[0]


def rate_text(value: Fraction) -> str:
    """Return a given number as people write it: ``3/4`` and ``2/3``, but ``0.9`` and ``0.96``."""
    if 0 < value < 1 and value.denominator in _FAMILIAR_DENOMINATORS:
        return f"{value.numerator}/{value.denominator}"
    return number_text(value)


def number_text(value: Fraction) -> str:
    """Return a number as a plain string: ``-1``, ``0.96`` or ``2/3``."""
    if value.denominator == 1:
        return str(value.numerator)
    decimals = _decimal_places(value.denominator)
    if decimals is None:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value.numerator) * 10**decimals // value.denominator
    digits = str(scaled).rjust(decimals + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}"


def _decimal_places(denominator: int) -> int | None:
    """Return how many decimals a fraction with this denominator needs, or None beyond twelve."""
    return next((places for places in range(1, 13) if 10**places % denominator == 0), None)


class _Writer:
    """Writes each node with the precedence of what it wrote, so that brackets stay few."""

    def __init__(self, symbols: Symbols, *, stacked: bool) -> None:
        self._symbols = symbols
        self._stacked = stacked

    def write(self, expression: Expression) -> tuple[str, int]:
        match expression:
            case Number(value, is_rate):
                text = rate_text(value) if is_rate else number_text(value)
                return text, _PRODUCT if value < 0 or "/" in text else _ATOM
            case Name(name):
                return self._symbols(name), _ATOM
            case Negation(operand):
                return f"-{self._inside(operand, _PRODUCT, after_sign=True)}", _PRODUCT
            case Binary(Operator.ADD | Operator.SUBTRACT as sign, left, right):
                needed = _SUM if sign is Operator.ADD else _PRODUCT
                right_text = self._inside(right, needed, after_sign=True)
                return f"{self._inside(left, _SUM)} {sign} {right_text}", _SUM
            case Binary(Operator.MULTIPLY, left, right):
                return self._product(left, right), _PRODUCT
            case Binary(Operator.DIVIDE, left, right):
                return self._quotient(left, right)
            case Binary(Operator.POWER, base, exponent):
                return self._power(base, exponent), _POWER
            case Call(function, arguments):
                return self._call(function, arguments), _ATOM
            case _:
                raise AssertionError(expression)

    def _inside(self, expression: Expression, rank: int, *, after_sign: bool = False) -> str:
        text, own_rank = self.write(expression)
        if own_rank < rank or (after_sign and text.startswith("-")):
            return rf"\left({text}\right)"
        return text

    def _product(self, left: Expression, right: Expression) -> str:
        left_text = self._inside(left, _PRODUCT)
        right_text = self._inside(right, _PRODUCT, after_sign=True)
        joint = r" \cdot " if _needs_dot(left, right_text) else r" "
        return f"{left_text}{joint}{right_text}"

    def _quotient(self, left: Expression, right: Expression) -> tuple[str, int]:
        if self._stacked:
            return rf"\frac{{{self.write(left)[0]}}}{{{self.write(right)[0]}}}", _ATOM
        above = self._inside(left, _PRODUCT)
        if "/" in above:
            above = rf"\left({self.write(left)[0]}\right)"
        return f"{above} / {self._inside(right, _ATOM)}", _PRODUCT

    def _power(self, base: Expression, exponent: Expression) -> str:
        base_text = self._inside(base, _ATOM, after_sign=True)
        return f"{base_text}^{{{self.write(exponent)[0]}}}"

    def _call(self, function: Function, arguments: tuple[Expression, ...]) -> str:
        if function is Function.STEPS_UNTIL:
            power = self._power(arguments[0], Name("t"))
            return rf"\min\left\{{t \mid {power} \le {self.write(arguments[1])[0]}\right\}}"
        inner = ", ".join(self.write(argument)[0] for argument in arguments)
        match function:
            case Function.SQUARE_ROOT:
                return rf"\sqrt{{{inner}}}"
            case Function.MAGNITUDE:
                return rf"\left|{inner}\right|"
            case Function.MAXIMUM:
                return rf"\max\left({inner}\right)"
            case Function.FLOOR:
                return rf"\left\lfloor {inner} \right\rfloor"
            case Function.COSINE:
                return rf"\cos\left(\pi \cdot {self._inside(arguments[0], _PRODUCT)}\right)"


def _needs_dot(left: Expression, right_text: str) -> bool:
    """Return whether two factors would run together without a dot."""
    starts_with_number = right_text[:1].isdigit() or right_text.startswith(r"\left(-")
    return starts_with_number or _ends_open(left)


def _ends_open(expression: Expression) -> bool:
    """Return whether a number or a symbol of several letters stands last."""
    match expression:
        case Number():
            return True
        case Name(name):
            return name.startswith("lr")
        case Binary(Operator.MULTIPLY, _, right):
            return _ends_open(right)
        case _:
            return False
