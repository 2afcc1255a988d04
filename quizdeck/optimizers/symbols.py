"""How the names of the equations are written in formulas, in the book's notation."""

from collections.abc import Mapping, Sequence

from quizdeck.expressions.to_latex import to_latex
from quizdeck.expressions.tree import Equation
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, UPDATE, Method

_LETTERS: Mapping[str, str] = {
    "lr": r"\mathrm{lr}",
    "alpha": r"\alpha",
    "beta1": r"\beta_1",
    "beta2": r"\beta_2",
    "eps": r"\varepsilon",
    "theta": r"\theta",
    "delta_theta": r"\Delta\theta",
    "lr_t": r"\mathrm{lr}",
    "m_hat": r"\hat{m}",
    "v_hat": r"\hat{v}",
}


def symbol(name: str, index: str | None = None) -> str:
    """Return the LaTeX of ``name``, with a step index where one is given."""
    letter = _LETTERS.get(name, name)
    if index is None:
        return letter
    return f"{letter}_{index}" if len(index) == 1 else f"{letter}_{{{index}}}"


def equation_latex(equation: Equation, method: Method, earlier: Sequence[str]) -> str:
    """Return an equation with steps as subscripts: ``t`` for what is already set, else ``t-1``.

    ``earlier`` names the quantities that this step has set before the equation is read.
    """
    varying = {*method.quantities, PARAMETER}

    def indexed(name: str) -> str:
        if name == GRADIENT or name in earlier:
            return symbol(name, STEP)
        return symbol(name, "t-1") if name in varying else symbol(name)

    return f"{symbol(equation.target, STEP)} = {to_latex(equation.expression, indexed)}"


def formulas(method: Method, quantity: str | None = None) -> tuple[str, ...]:
    """Return the method's equations as LaTeX, in order; with ``quantity`` those that lead to it."""
    targets = [equation.target for equation in method.equations]
    needed = set(targets)
    if quantity is not None:
        needed = {e.target for e in method.needed_for(quantity)}
        needed |= {PARAMETER} if quantity == UPDATE else set()
    return tuple(
        equation_latex(equation, method, targets[:i])
        for i, equation in enumerate(method.equations)
        if equation.target in needed
    )
