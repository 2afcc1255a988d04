"""How the equations of a method are written as formulas, in any notation."""

from collections.abc import Sequence

from quizdeck.expressions.to_latex import to_latex
from quizdeck.expressions.tree import Equation, Name
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, UPDATE, Method
from quizdeck.optimizers.notations import BOOK, SIDE_BY_SIDE, Notation


def letters_of(method: Method) -> str:
    """Return the family whose letters a method is written in: that of the method it is named for.

    A puzzle has a family of its own, and yet it is about Adam or Momentum.
    """
    return method.id if method.id == SIDE_BY_SIDE else method.name.en.lower()


def symbol(name: str, index: str | None = None, notation: Notation = BOOK, family: str = "") -> str:
    """Return the LaTeX of ``name``, with a step index where one is given and none is there.

    ``family`` is that of ``letters_of``, for the names that a notation writes differently in each.
    """
    letter = notation.letter(name, family)
    if index is None or "_" in letter:
        return letter
    return f"{letter}_{index}" if len(index) == 1 else f"{letter}_{{{index}}}"


def equation_latex(
    equation: Equation, method: Method, earlier: Sequence[str], notation: Notation = BOOK
) -> str:
    """Return an equation with steps as subscripts: ``t`` for what is already set, else ``t-1``.

    ``earlier`` names the quantities that this step has set before the equation is read.
    """
    varying, family = {*method.quantities, PARAMETER}, letters_of(method)

    def indexed(name: str) -> str:
        if name == GRADIENT or name in earlier:
            return symbol(name, STEP, notation, family)
        step = "t-1" if name in varying else None
        return symbol(name, step, notation, family)

    left = symbol(equation.target, STEP, notation, family)
    return f"{left} = {to_latex(equation.expression, indexed)}"


def gradient_latex(method: Method, notation: Notation = BOOK) -> str:
    """Return where the step's gradient is taken, such as ``g_t = ∇L(θ_{t-1})``."""
    varying, family = {*method.quantities, PARAMETER}, letters_of(method)
    point = to_latex(
        method.gradient_at,
        lambda name: symbol(name, "t-1" if name in varying else None, notation, family),
    )
    left = symbol(GRADIENT, STEP, notation, family)
    return rf"{left} = \nabla L\left({point}\right)"


def formulas(
    method: Method, quantity: str | None = None, notation: Notation = BOOK
) -> tuple[str, ...]:
    """Return the method's equations as LaTeX, in order; with ``quantity`` those that lead to it.

    A method that takes its gradient elsewhere than at the parameter says so in the first line.
    """
    targets = [equation.target for equation in method.equations]
    needed = set(targets)
    if quantity is not None:
        needed = {e.target for e in method.needed_for(quantity)}
        if quantity == UPDATE and UPDATE not in targets:
            needed |= {PARAMETER}
    point = () if method.gradient_at == Name(PARAMETER) else (gradient_latex(method, notation),)
    return point + tuple(
        equation_latex(equation, method, targets[:i], notation)
        for i, equation in enumerate(method.equations)
        if equation.target in needed
    )
