"""Skills with two variables: one component is asked, the other is there to be kept apart.

Adaptive methods are asked for one step only: later squares of both components are never clean
together. Momentum's first step is that of SGD.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizdeck.expressions.exact import Value, divide, square_root, subtract
from quizdeck.optimizers.method import Method, method
from quizdeck.problems.skill import Derivation, FloatDerivation, Skill
from quizdeck.problems.space import Choice, Space, one_of
from quizdeck.text import Localized, same_in_both

Rates = Mapping[str, Fraction]
FloatRates = Mapping[str, float]

_SLOPES = ["g_x = 2 * x / a", "g_y = 2 * y / b"]
_EACH_BY_ITSELF = Localized(
    ja="x と y は、それぞれの偏微分で同時に更新する",
    en="x and y are updated simultaneously, each with its own partial derivative",
)

SGD = method(
    "vector.sgd",
    same_in_both("SGD"),
    _EACH_BY_ITSELF,
    [*_SLOPES, "x = x - lr * g_x", "y = y - lr * g_y"],
    {"a": "20", "b": "1", "lr": "0.95"},
)
COUPLED = method(
    "vector.coupled",
    same_in_both("SGD"),
    _EACH_BY_ITSELF,
    [
        "g_x = 2 * x + c * y",
        "g_y = c * x + 2 * y",
        "x = x - lr * g_x",
        "y = y - lr * g_y",
    ],
    {"c": "1", "lr": "0.1"},
)
ADAGRAD = method(
    "vector.adagrad",
    same_in_both("AdaGrad"),
    Localized(
        ja="h は成分ごとに勾配の二乗を 0 から足したもので、ε は無視する",
        en="h sums the squared gradients of each component from 0, and ε is ignored",
    ),
    [
        *_SLOPES,
        "h_x = h_x + g_x**2",
        "h_y = h_y + g_y**2",
        "x = x - lr * g_x / sqrt(h_x)",
        "y = y - lr * g_y / sqrt(h_y)",
    ],
    {"a": "20", "b": "1", "lr": "1.5"},
)
RMSPROP = method(
    "vector.rmsprop",
    same_in_both("RMSProp"),
    Localized(
        ja="h は成分ごとの勾配の二乗の指数移動平均で 0 から始め、ε は無視する",
        en="h is the exponential moving average of the squared gradients of each component, "
        "from 0, and ε is ignored",
    ),
    [
        *_SLOPES,
        "h_x = rho * h_x + (1 - rho) * g_x**2",
        "h_y = rho * h_y + (1 - rho) * g_y**2",
        "x = x - lr * g_x / sqrt(h_x)",
        "y = y - lr * g_y / sqrt(h_y)",
    ],
    {"a": "20", "b": "1", "lr": "0.1", "rho": "0.99"},
)

_START_JA = "点 $(x_0, y_0) = ({x0}, {y0})$ から"
_START_EN = "starts from $(x_0, y_0) = ({x0}, {y0})$ and minimises"
_SQUARES = r"f(x, y) = \frac{{x^2}}{{a}} + \frac{{y^2}}{{b}}"
_PRODUCT = "f(x, y) = x^2 + c x y + y^2"


def _task(function: str) -> Localized:
    return Localized(
        ja="{name} で、" + _START_JA + f" ${function}$ を最小化する。"
        "$t = {t}$ のときの ${asked}$ を求めよ。",
        en="{name} " + _START_EN + f" ${function}$. Find ${{asked}}$ at step $t = {{t}}$.",
    )


def _shrunk(component: str, divisor: str) -> Derivation:
    def derive(rates: Rates, _gradients: Sequence[Fraction]) -> Value:
        return rates[f"{component}0"] * (rates[divisor] - 2 * rates["lr"]) / rates[divisor]

    return derive


def _moved_against_both(rates: Rates, _gradients: Sequence[Fraction]) -> Value:
    kept = (1 - 2 * rates["lr"]) * rates["y0"]
    return kept - rates["lr"] * rates["c"] * rates["x0"]


def _moved_by_the_rate(component: str) -> Derivation:
    """Return where one step leads whose length is ``lr / √(1 - rho)``, whatever the slope."""

    def derive(rates: Rates, _gradients: Sequence[Fraction]) -> Value:
        start = rates[f"{component}0"]
        side = 1 if start > 0 else -1
        weight = square_root(1 - rates.get("rho", Fraction(0)))
        return subtract(start, divide(side * rates["lr"], weight))

    return derive


def _walked(id_: str, component: str) -> FloatDerivation:
    def walk(rates: FloatRates, _gradients: Sequence[float]) -> float:
        # NumPy takes longer to load than all that a shell prompt asks for
        from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters  # noqa: PLC0415

        settings = {name: rates[name] for name in ("lr", "rho") if name in rates}
        if id_ in ("adagrad.book", "rmsprop.book"):
            settings["eps"] = 0.0
        params: Parameters = {"x": rates["x0"], "y": rates["y0"]}
        REFERENCES[id_](**settings).update(params, _gradient(rates))
        return float(params[component])

    return walk


def _gradient(rates: FloatRates) -> dict[str, float]:
    x, y = rates["x0"], rates["y0"]
    if "c" in rates:
        return {"x": 2 * x + rates["c"] * y, "y": rates["c"] * x + 2 * y}
    return {"x": 2 * x / rates["a"], "y": 2 * y / rates["b"]}


_FAR = "1 -1 2 -2 3 -3 4 -4 5 -5 6 -6 7 -7 8 -8 9 -9"
_NEAR = "1 -1 2 -2 3 -3 4 -4"
_X0, _Y0 = one_of("x0", _FAR), one_of("y0", _NEAR)
_A, _B = one_of("a", "20 10 5 4"), one_of("b", "1 2 4 5")


def _on_the_squares(
    method_: Method, component: str, level: int, rates: Sequence[Choice], derive: Derivation
) -> Skill:
    numpy_id = f"{method_.id.removeprefix('vector.')}.book"
    return Skill(
        method_,
        component,
        level,
        Space(1, (_X0, _Y0, _A, _B, *rates)),
        stem=f"{method_.id}.{component}",
        task=_task(_SQUARES),
        closed_form=derive,
        reference=_walked(numpy_id, component),
    )


_STEEP_RATES = (one_of("lr", "0.95 0.3 0.4 0.5 0.7 0.8 0.9"),)
_ADAGRAD_RATES = (one_of("lr", "1.5 0.5 0.3 0.2"),)
_RMSPROP_RATES = (one_of("lr", "0.2 0.3 0.4 0.5"), one_of("rho", "0.96 3/4 0.84 0.64"))

_COUPLED_SKILL = Skill(
    COUPLED,
    "y",
    3,
    Space(
        1,
        (
            _X0,
            one_of("y0", _FAR),
            one_of("c", "1 -1 0.5 -0.5 1.5 -1.5"),
            one_of("lr", "0.1 0.2 0.05"),
        ),
    ),
    stem="vector.coupled.y",
    task=_task(_PRODUCT),
    closed_form=_moved_against_both,
    reference=_walked("sgd.book", "y"),
)

SKILLS = (
    _on_the_squares(SGD, "x", 2, _STEEP_RATES, _shrunk("x", "a")),
    _on_the_squares(SGD, "y", 2, _STEEP_RATES, _shrunk("y", "b")),
    _COUPLED_SKILL,
    *(
        _on_the_squares(method_, component, 3, rates, _moved_by_the_rate(component))
        for method_, rates in ((ADAGRAD, _ADAGRAD_RATES), (RMSPROP, _RMSPROP_RATES))
        for component in ("x", "y")
    ),
)
