"""The functions that typed code may call, and what each is in our own trees."""

from fractions import Fraction

from quizdeck.expressions.tree import Binary, Call, Expression, Function, Number, Operator

_TWO = Number(Fraction(2))
FUNCTIONS = {  # names and how many arguments each takes
    "np.sqrt": 1,
    "math.sqrt": 1,
    "np.abs": 1,
    "np.absolute": 1,
    "abs": 1,
    "np.maximum": 2,
    "max": 2,
    "np.square": 1,
    "np.power": 2,
    "np.zeros_like": 1,
    "float": 1,
}


def called(function: str, arguments: tuple[Expression, ...]) -> Expression:
    """Return the call of one of ``FUNCTIONS`` with as many arguments as it takes."""
    match function:
        case "np.sqrt" | "math.sqrt":
            return Call(Function.SQUARE_ROOT, arguments)
        case "np.abs" | "np.absolute" | "abs":
            return Call(Function.MAGNITUDE, arguments)
        case "np.maximum" | "max":
            return Call(Function.MAXIMUM, arguments)
        case "np.square":
            return Binary(Operator.POWER, arguments[0], _TWO)
        case "np.power":
            return Binary(Operator.POWER, arguments[0], arguments[1])
        case "np.zeros_like":
            return Number(Fraction(0))
        case _:
            return arguments[0]
