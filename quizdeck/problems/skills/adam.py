"""Skills with Adam.

At the first step ``m_hat`` is the gradient, ``v_hat`` its square and the update lr with a sign,
whatever the betas. Asked there are only ``theta``, where a descent begins, and the update with an
ε large enough to be seen. After three steps ``lr_t`` has no fraction for a root, so it is asked
rounded, and the update in the book's form not at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from quizdeck.expressions.exact import Value
from quizdeck.optimizers.adam import BOOK, PAPER
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.adam_cells import THREE_STEPS, TWO_STEPS, TWO_STEPS_OF_THE_BOOK
from quizdeck.problems.skills.derivations import by_numpy
from quizdeck.problems.space import Choice, Row, Space, fractions, one_of, together, whole_gradients

_ROUNDED = Precision(PrecisionRule.SIGNIFICANT, 3)
_CALCULATOR_LEVEL = 4
_NO_EPS = one_of("eps", "0")
_LR = one_of("lr", "0.1 0.01 0.001 0.2 0.3 0.5 0.02 0.05 0.002 0.005")
_RATE_BETA1 = one_of("beta1", "0.9 0.8 3/4 0.6 0.5 0.4 0.2 2/3 1/3")
_DEFAULT_RATES = (one_of("beta1", "0.9"), one_of("beta2", "0.999"))

# 1 - beta2**t is the square of a fraction, so that lr_t comes out clean.
_RATE_BETA2 = {
    1: one_of("beta2", "0.19 0.36 0.51 0.64 3/4 0.84 0.91 0.96 0.99"),
    2: one_of("beta2", "0.6 0.8 0.28 0.96"),
}


def _moments(steps: int) -> Space:
    beta1, beta2 = (
        one_of("beta1", "0.9 0.8 0.6 3/4 1/4 2/3"),
        one_of("beta2", "0.99 0.96 0.9 0.8 3/4 0.6"),
    )
    return Space(steps, (beta1, beta2, *whole_gradients(steps, largest=9)))


def _corrected_moments(steps: int) -> Space:
    beta1 = one_of("beta1", "1/4 2/3 0.6 1/3 0.9 0.8 1/2 3/4")
    beta2 = one_of("beta2", "1/4 2/3 0.6 1/3 3/4 0.9 0.8 1/2")
    return Space(steps, (beta1, beta2, *whole_gradients(steps, largest=9)))


def _corrected_rate(steps: int) -> Space:
    return Space(steps, (_LR, _RATE_BETA1, _RATE_BETA2[steps]))


_LATE_RATE = Space(
    3, (_LR, one_of("beta1", "0.9 0.8 0.7 0.6"), one_of("beta2", "0.999 0.99 0.98 0.95 0.96"))
)


def _update(steps: int, cells: Choice) -> Space:
    return Space(steps, (_LR, _NO_EPS, cells, one_of("scale", "1 2 3 4 -1 -2 -3 -4")))


def _places_and_gradients() -> Iterator[Row]:
    """Yield where a descent on f(x, y) = x²/20 + y² begins: one coordinate and its gradient."""
    yield from ((x, x / 10) for x in fractions("-7 -6 -5 -4 -3 3 4 5 6 7"))
    yield from ((y, 2 * y) for y in fractions("2 3 -2 -3 1 -1 1.5 -1.5 0.6 -0.6"))


_FIRST_STEP = Space(
    1,
    (
        one_of("lr", "0.3 0.1 0.2 0.5 0.25"),
        _NO_EPS,
        together("beta1 beta2", ("0.9 0.999", "0.9 0.96", "0.8 0.99", "0.8 0.999")),
        Choice(("theta0", "g1"), _places_and_gradients),
    ),
)
_SECOND_STEP = Space(
    2,
    (
        one_of("lr", "0.2 0.3 0.5 1"),
        _NO_EPS,
        one_of("theta0", "1 -1 0.5 -0.5 0.2 -0.2 0.4 -0.4"),
        TWO_STEPS,
        one_of("scale", "1 2 -1 -2"),
    ),
)

# ε large enough to be seen beside a first gradient.
_VISIBLE_EPS = (
    one_of("lr", "0.1 0.2 0.5 0.3"),
    one_of("eps", "1 2 3 4 5"),
    one_of("beta1", "0.9 0.8 0.6 0.7"),
    one_of("beta2", "3/4 0.96 0.84 0.91 0.64"),
    *whole_gradients(1, largest=9),
)
_DEFAULT_UPDATE = Space(3, (_LR, _NO_EPS, *_DEFAULT_RATES, *whole_gradients(3, largest=9)))
_MANY_RATES = "0.1 0.2 0.3 0.4 0.5 0.01 0.02 0.03 0.04 0.05 0.001 0.002 0.003 0.004 0.005 0.006"
_DEFAULT_LR = Space(
    1,
    (
        one_of("lr", _MANY_RATES),
        *_DEFAULT_RATES,
        one_of("t", "2 3 4 5 6"),
    ),
)


def _rate_after(rates: Mapping[str, Fraction], _gradients: Sequence[Fraction]) -> Value:
    """Return the closed form of lr_t for a drawn ``t``, which counts its gradients."""
    # only a proof asks for it
    from quizdeck.optimizers.closed_forms import closed_form  # noqa: PLC0415

    return closed_form("adam.book", "lr_t")(rates, [Fraction(1)] * int(rates["t"]))


def _with_calculator(quantity: str) -> Skill:
    return Skill(
        PAPER,
        quantity,
        _CALCULATOR_LEVEL,
        _DEFAULT_UPDATE
        if quantity == "delta_theta"
        else Space(3, (*_DEFAULT_RATES, *whole_gradients(3, largest=9))),
        precision=_ROUNDED,
        stem=f"adam.{quantity}.calculator",
    )


SKILLS = (
    *(Skill(BOOK, "m", t, _moments(t)) for t in (1, 2, 3)),
    *(Skill(BOOK, "v", t, _moments(t)) for t in (1, 2, 3)),
    *(Skill(PAPER, "m_hat", t, _corrected_moments(t)) for t in (2, 3)),
    *(Skill(PAPER, "v_hat", t, _corrected_moments(t)) for t in (2, 3)),
    *(Skill(BOOK, "lr_t", t, _corrected_rate(t)) for t in (1, 2)),
    Skill(BOOK, "lr_t", 3, _LATE_RATE, precision=_ROUNDED),
    Skill(BOOK, "delta_theta", 2, _update(2, TWO_STEPS_OF_THE_BOOK)),
    Skill(PAPER, "delta_theta", 3, _update(2, TWO_STEPS)),
    Skill(PAPER, "delta_theta", 4, _update(3, THREE_STEPS)),
    Skill(PAPER, "theta", 1, _FIRST_STEP),
    Skill(PAPER, "theta", 3, _SECOND_STEP),
    Skill(PAPER, "delta_theta", 3, Space(1, _VISIBLE_EPS), stem="adam.epsilon"),
    Skill(BOOK, "delta_theta", 4, Space(1, _VISIBLE_EPS), stem="adam.epsilon"),
    _with_calculator("m_hat"),
    _with_calculator("v_hat"),
    Skill(
        BOOK,
        "lr_t",
        _CALCULATOR_LEVEL,
        _DEFAULT_LR,
        precision=_ROUNDED,
        stem="adam.lr_t.calculator",
        closed_form=_rate_after,
        reference=by_numpy("adam.lr_t"),
    ),
    _with_calculator("delta_theta"),
)
