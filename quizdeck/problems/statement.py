"""The words of a problem: the task, every given number, the convention, the precision rule."""

from quizdeck.expressions.to_latex import number_text, rate_text
from quizdeck.optimizers.method import GRADIENT
from quizdeck.optimizers.symbols import formulas, symbol
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Draw
from quizdeck.text import Localized, same_in_both

_FORMULA_LEVELS = 2  # from the next level on, the formula is to be remembered

_TASK = Localized(
    ja="{name} で、勾配が{order} {gradients} であった。$t = {t}$ のときの ${asked}$ を求めよ。",
    en="With {name}, {order} {gradients}. Find ${asked}$ at step $t = {t}$.",
)
_UPDATE_TASK = Localized(
    ja="{name} で、勾配が{order} {gradients} であった。"
    "$t = {t}$ のときの更新量 ${asked} = {change}$ を求めよ。",
    en="With {name}, {order} {gradients}. Find the update ${asked} = {change}$ at step $t = {t}$.",
)
_RATE_TASK = Localized(
    ja="{name} で、$t = {t}$ のときの補正済み学習率 ${asked}$ を求めよ。",
    en="With {name}, find the corrected learning rate ${asked}$ at step $t = {t}$.",
)
_ONE_GRADIENT = Localized(ja="", en="the gradient is")
_GRADIENTS_IN_ORDER = Localized(ja="順に", en="the gradients are, in this order,")
_CONDITIONS = Localized(ja="ただし {conditions} とする。", en="Take {conditions}.")
_CONVENTION = Localized(ja="（規約: {convention}）", en="(Convention: {convention}.)")
_RULES = {
    PrecisionRule.EXACT: Localized(
        ja="厳密に答えよ（小数または分数）。", en="Give the exact value (a decimal or a fraction)."
    ),
    PrecisionRule.SIGNIFICANT: Localized(
        ja="有効数字 {digits} 桁で答えよ（四捨五入）。",
        en="Give {digits} significant figures (rounded half up).",
    ),
    PrecisionRule.PLACES: Localized(
        ja="小数第 {digits} 位まで答えよ（四捨五入）。",
        en="Give {digits} decimal places (rounded half up).",
    ),
}


def statement(skill: Skill, draw: Draw) -> Localized:
    """Return the prompt of one variant, in paragraphs."""
    paragraphs = [_task(skill, draw), _conditions(skill, draw)]
    if skill.level <= _FORMULA_LEVELS:
        paragraphs.append(_formulas(skill))
    paragraphs.append(
        Localized(
            ja=_CONVENTION.ja.format(convention=skill.method.convention.ja),
            en=_CONVENTION.en.format(convention=skill.method.convention.en),
        )
    )
    paragraphs.append(precision_sentence(skill.precision))
    return Localized(
        ja="\n\n".join(paragraph.ja for paragraph in paragraphs),
        en="\n\n".join(paragraph.en for paragraph in paragraphs),
    )


def precision_sentence(precision: Precision) -> Localized:
    """Return how exactly the answer is wanted."""
    return _RULES[precision.rule].format(digits=precision.digits)


def _task(skill: Skill, draw: Draw) -> Localized:
    t = draw.steps
    gradients = ", ".join(
        f"${symbol(GRADIENT, str(i))} = {number_text(gradient)}$"
        for i, gradient in enumerate(draw.gradients, start=1)
    )
    theta = symbol("theta")
    template = {"delta_theta": _UPDATE_TASK, "lr_t": _RATE_TASK}.get(skill.quantity, _TASK)
    order = _GRADIENTS_IN_ORDER if t > 1 else _ONE_GRADIENT
    words = {
        "name": skill.method.name.en,
        "gradients": gradients,
        "t": t,
        "asked": symbol(skill.quantity, str(t)),
        "change": f"{theta}_{t} - {theta}_{t - 1}",
    }
    return Localized(
        ja=template.ja.format(order=order.ja, **words),
        en=template.en.format(order=order.en, **words),
    )


def _conditions(skill: Skill, draw: Draw) -> Localized:
    needed = {equation.target for equation in skill.method.needed_for(skill.quantity)}
    starts = [f"${symbol(s, '0')} = 0$" for s in skill.method.states if s in needed]
    rates = [
        f"${symbol(name)} = {rate_text(draw.rates[name])}$"
        for name in skill.method.hyperparameters
        if name in draw.rates
    ]
    return _CONDITIONS.format(conditions=", ".join(starts + rates))


def _formulas(skill: Skill) -> Localized:
    return same_in_both(
        "\n\n".join(f"$${line}$$" for line in formulas(skill.method, skill.quantity))
    )
