"""The words of a problem: the task, every given number, the convention, the precision rule."""

from collections.abc import Iterator
from fractions import Fraction
from string import Formatter

from quizdeck.expressions.to_latex import number_text, rate_text
from quizdeck.optimizers.method import GRADIENT, PARAMETER
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.optimizers.symbols import formulas, letters_of, symbol
from quizdeck.problems.notation_note import notation_note
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.skill import Skill
from quizdeck.problems.space import Draw
from quizdeck.text import Localized, same_in_both

_SMALLEST_SEEN_EPS = Fraction(1, 1000)
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
_CONVENTION = Localized(ja="（この問題での定義: {convention}）", en="(Convention: {convention}.)")
_LARGE_EPS = Localized(
    ja="{convention}。ε は効き方が見えるように大きくしてある",
    en="{convention}; ε is large on purpose, to show what it does",
)
_CALCULATOR = Localized(ja="電卓を使用してよい。", en="A calculator may be used.")
_CHOOSE = Localized(ja="次の値から最も適切なものを選べ。", en="Choose the value that fits best.")
_WHOLE = Localized(ja="整数で答えよ。", en="Give a whole number.")
_RULES = {
    PrecisionRule.EXACT: Localized(
        ja="厳密に答えよ（小数または分数）。", en="Give the exact value (a decimal or a fraction)."
    ),
    PrecisionRule.SIGNIFICANT: Localized(
        ja="四捨五入して有効数字 {digits} 桁で答えよ。",
        en="Round to {digits} significant figures (half away from zero).",
    ),
    PrecisionRule.PLACES: Localized(
        ja="四捨五入して小数第 {digits} 位まで答えよ。",
        en="Round to {digits} decimal places (half away from zero).",
    ),
}


def statement(
    skill: Skill, draw: Draw, notation: Notation = BOOK, *, is_choice: bool = False
) -> Localized:
    """Return the prompt of one variant, in paragraphs; ``is_choice`` if options follow it."""
    paragraphs = tuple(_paragraphs(skill, draw, notation, is_choice=is_choice))
    return Localized(
        ja="\n\n".join(paragraph.ja for paragraph in paragraphs),
        en="\n\n".join(paragraph.en for paragraph in paragraphs),
    )


def precision_sentence(precision: Precision) -> Localized:
    """Return how exactly the answer is wanted."""
    return _RULES[precision.rule].format(digits=precision.digits)


def _paragraphs(
    skill: Skill, draw: Draw, notation: Notation, *, is_choice: bool
) -> Iterator[Localized]:
    family, convention = letters_of(skill.method), _convention(skill, draw)
    question = tuple(_question(skill, draw))
    yield from (notation.relettered(paragraph, family) for paragraph in question)
    stated = notation.relettered(convention, family)
    if notation is not BOOK:
        book_text = "\n".join(paragraph.ja for paragraph in (*question, convention))
        stated = _with_note(stated, notation_note(book_text, skill.method, notation))
    yield _about(stated, _CONVENTION)
    if is_choice:
        yield _CHOOSE
        return
    yield _WHOLE if skill.is_whole else precision_sentence(skill.precision)
    if skill.precision.rule is not PrecisionRule.EXACT:
        yield _CALCULATOR


def _question(skill: Skill, draw: Draw) -> Iterator[Localized]:
    """Yield the task, the given numbers and the formulas, in the book's letters."""
    template = skill.task or _usual_task(skill.quantity)
    yield _task(template, skill, draw)
    if conditions := ", ".join(_conditions(template, skill, draw)):
        yield _CONDITIONS.format(conditions=conditions)
    if skill.level <= _FORMULA_LEVELS:
        lines = formulas(skill.method, skill.quantity)
        yield same_in_both("\n\n".join(f"$${line}$$" for line in lines))


def _convention(skill: Skill, draw: Draw) -> Localized:
    convention = skill.method.convention_of(skill.quantity)
    is_large = draw.rates.get("eps", 0) >= _SMALLEST_SEEN_EPS
    return _about(convention, _LARGE_EPS) if is_large else convention


def _with_note(convention: Localized, note: Localized) -> Localized:
    return Localized(ja=f"{convention.ja}。{note.ja}", en=f"{convention.en}; {note.en}")


def _about(convention: Localized, template: Localized) -> Localized:
    return Localized(
        ja=template.ja.format(convention=convention.ja),
        en=template.en.format(convention=convention.en),
    )


def _usual_task(quantity: str) -> Localized:
    return {"delta_theta": _UPDATE_TASK, "lr_t": _RATE_TASK}.get(quantity, _TASK)


def _task(template: Localized, skill: Skill, draw: Draw) -> Localized:
    """Fill the template: each rate under its name, ``t``, the gradients and what is asked."""
    t, theta = draw.asked_step, symbol(PARAMETER)
    order = _GRADIENTS_IN_ORDER if draw.steps > 1 else _ONE_GRADIENT
    words = {name: rate_text(draw.rates[name]) for name in skill.given_rates} | {
        "name": skill.method.name.en,
        "gradients": _gradients(draw),
        "t": str(t),
        "asked": symbol(skill.quantity, str(t)),
        "updates": "1 update" if t == 1 else f"{t} updates",
        "change": f"{theta}_{t} - {theta}_{t - 1}",
    }
    return Localized(
        ja=template.ja.format(order=order.ja, **words),
        en=template.en.format(order=order.en, **words),
    )


def _gradients(draw: Draw) -> str:
    return ", ".join(
        f"${symbol(GRADIENT, str(i))} = {number_text(gradient)}$"
        for i, gradient in enumerate(draw.gradients, start=1)
    )


def _conditions(template: Localized, skill: Skill, draw: Draw) -> Iterator[str]:
    """Yield where everything starts and the rates, but not what the task itself states."""
    told = {name for _, name, _, _ in Formatter().parse(template.ja)}
    needed = {equation.target for equation in skill.method.needed_for(skill.quantity)}
    initial = skill.method.initial_values
    starts = {f"{name}0": initial.get(name) for name in (PARAMETER, *initial) if name in needed}
    for name, value in {**starts, **_in_order(skill, draw)}.items():
        if value is not None and name not in told:
            letter = symbol(name[:-1], "0") if name in starts else symbol(name)
            yield f"${letter} = {rate_text(value)}$"


def _in_order(skill: Skill, draw: Draw) -> dict[str, Fraction]:
    return {name: draw.rates[name] for name in skill.given_rates}
