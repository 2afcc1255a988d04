"""Problems about one step of a walk: the states before it are given, one quantity after is asked.

The numbers are somebody's own, so they are a part of the id: ``adam.step.m(t=12,g=0.3,…).3``.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from quizdeck.errors import QuizdeckError
from quizdeck.expressions.to_latex import number_text
from quizdeck.expressions.tree import names_in
from quizdeck.optimizers.closed_forms.one_step import STEPS
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, UPDATE, Method
from quizdeck.optimizers.rates import validated_rates
from quizdeck.optimizers.registry import method_by_id
from quizdeck.optimizers.symbols import symbol
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.skill import FloatDerivation, Skill
from quizdeck.problems.space import Choice, Row, Space
from quizdeck.text import Localized

_LEVEL = 3
_FIGURES = Precision(PrecisionRule.SIGNIFICANT, 3)
_NUMBER = r"[a-z_0-9]+=-?\d+(?:[./]\d+)?"
_ID = re.compile(
    r"(?P<family>[a-z]+)\.step\.(?P<quantity>[a-z_]+)"
    rf"\((?P<numbers>{_NUMBER}(?:,{_NUMBER})*)\)\.{_LEVEL}",
    re.ASCII,
)
_LONGEST_ID, _MOST_STEPS = 500, 10_000


def needed_numbers(method: Method, quantity: str) -> tuple[str, ...]:
    """Return what has to be given: ``t``, ``g``, states such as ``m0``, the rates."""
    lines = method.needed_for(quantity)
    read = frozenset().union(*(names_in(line.expression) for line in lines))
    targets = {line.target for line in lines}
    states = [name for name in (*method.states, PARAMETER) if name in targets & read]
    rates = [name for name in method.hyperparameters if name in read]
    gradient = [GRADIENT] if GRADIENT in read else []
    return (STEP, *gradient, *(f"{name}0" for name in states), *rates)


@lru_cache(maxsize=64)
def step_skill(method: Method, quantity: str, numbers: tuple[tuple[str, Fraction], ...]) -> Skill:
    """Return the problem of one step with these ``needed_numbers``, whatever they are."""
    values = dict(numbers)
    gradient = values.pop(GRADIENT, Fraction(0))
    given = ",".join(f"{name}={number_text(value)}" for name, value in numbers)
    choices = [Choice((name,), _only(value)) for name, value in values.items()]
    return Skill(
        method,
        quantity,
        _LEVEL,
        Space(1, (*choices, Choice(("g1",), _only(gradient)))),
        precision=_FIGURES,
        stem=f"{method.family}.step.{quantity}({given})",
        task=_task(quantity, dict(numbers)),
        closed_form=STEPS[method.id][quantity],
        reference=_by_numpy(method, quantity),
        is_screened=False,
    )


def step_skill_called(id_: str) -> Skill | None:
    """Return the problem of one step called ``id_``; None for a name that is none of these."""
    match = _ID.fullmatch(id_) if len(id_) <= _LONGEST_ID else None
    if match is None:
        return None
    try:
        method, quantity = method_by_id(match["family"]), match["quantity"]
        pairs = (number.split("=") for number in match["numbers"].split(","))
        numbers = tuple((name, Fraction(value)) for name, value in pairs)
        validated_rates(method, dict(numbers))
        return _checked(method, quantity, numbers)
    except (QuizdeckError, ValueError, ArithmeticError):
        return None


def _checked(
    method: Method, quantity: str, numbers: tuple[tuple[str, Fraction], ...]
) -> Skill | None:
    if quantity not in STEPS.get(method.id, ()):
        return None
    if tuple(name for name, _ in numbers) != needed_numbers(method, quantity):
        return None
    step, values = numbers[0][1], dict(numbers)
    if step.denominator != 1 or not 1 <= step <= _MOST_STEPS:
        return None
    if any(values.get(name, 0) < 0 for name in _SQUARES.get(method.family, ())):
        return None
    return step_skill(method, quantity, numbers)


_SQUARES: Mapping[str, Sequence[str]] = {"adagrad": ("h0",), "adam": ("v0",)}

_TASK = Localized(
    ja="{{name}} で坂を下る途中の1ステップを計算する。"
    "{states}ステップ {{t}} の勾配は {gradient} である。{asked}を求めよ。",
    en="Compute one step of {{name}} on its way downhill: {states}the gradient at step {{t}} is "
    "{gradient}. Find {asked}.",
)
_STATES = Localized(ja="直前の状態は {states}、", en="just before it {states}, and ")
_UPDATE = Localized(ja="更新量 {equation} ", en="the update {equation}")
_QUANTITY = Localized(ja="{equation} ", en="{equation}")
_RATE = Localized(
    ja="{{name}} で、$t = {{t}}$ のときの補正済み学習率 ${{asked}}$ を求めよ。",
    en="With {{name}}, find the corrected learning rate ${{asked}}$ at step $t = {{t}}$.",
)


def _task(quantity: str, numbers: Mapping[str, Fraction]) -> Localized:
    """Return the sentence, with the states before the step under the index that they have."""
    if GRADIENT not in numbers:
        return _RATE.format()
    t = int(numbers[STEP])
    before, now = str(t - 1), str(t)
    states = ", ".join(
        f"${_escaped(symbol(name[:-1], before))} = {{{name}}}$"
        for name in numbers
        if name[-1] == "0"
    )
    gradient = f"${_escaped(symbol(GRADIENT, now))} = {number_text(numbers[GRADIENT])}$"
    equation = symbol(quantity, now)
    if quantity == UPDATE:
        equation += f" = {symbol(PARAMETER, now)} - {symbol(PARAMETER, before)}"
    asked = (_UPDATE if quantity == UPDATE else _QUANTITY).format(
        equation=f"${_escaped(equation)}$"
    )
    known = _STATES.format(states=states) if states else Localized("", "")
    return Localized(
        ja=_TASK.ja.format(states=known.ja, gradient=gradient, asked=asked.ja),
        en=_TASK.en.format(states=known.en, gradient=gradient, asked=asked.en),
    )


def _escaped(latex: str) -> str:
    """Return LaTeX whose braces survive the filling in of numbers."""
    return latex.replace("{", "{{").replace("}", "}}")


def _only(value: Fraction) -> Callable[[], Iterable[Row]]:
    rows = ((value,),)
    return lambda: rows


def _by_numpy(method: Method, quantity: str) -> FloatDerivation:
    """Return the step taken by the optimizer in NumPy from the given states."""

    def run(numbers: Mapping[str, float], gradients: Sequence[float]) -> float:
        # NumPy takes longer to load than all that a shell prompt asks for
        from quizdeck.optimizers.numpy_reference.one_step import after_one_step  # noqa: PLC0415

        return after_one_step(method.id, quantity, numbers, gradients[0])

    return run
