"""Wrong steps with two variables."""

from collections.abc import Mapping

from quizdeck.problems.slips.slip import WrongLines, slip
from quizdeck.text import Localized

_ADAPTIVE = ("vector.adagrad", "vector.rmsprop")


def _with_slopes(*lines: str) -> Mapping[str, WrongLines]:
    """Return wrong slopes for SGD; the first step of adaptive methods takes only their signs."""
    return {"vector.sgd": lines}


def _steps(descent: tuple[str, str], adaptive: tuple[str, str]) -> Mapping[str, WrongLines]:
    """Return the wrong updates of x and y, without and with a divisor of their own."""
    return {
        **dict.fromkeys(("vector.sgd", "vector.coupled"), descent),
        **dict.fromkeys(_ADAPTIVE, adaptive),
    }


_GRADIENT = (
    slip(
        "vector.g.factor_two",
        {**_with_slopes("g_x = x / a", "g_y = y / b"), "vector.coupled": "g_y = c * x + y"},
        Localized(
            ja="二乗の微分で出る 2 を忘れている",
            en="the 2 that comes down from the square is forgotten",
        ),
        Localized(
            ja="$x^2$ を x で微分すると $2x$ です。たとえば $\\frac{x^2}{20}$ の勾配は $\\frac{x}{20}$ ではなく $\\frac{x}{10}$ です。",
            en="The derivative of $x^2$ is $2x$: of $\\frac{x^2}{20}$, say, it is $\\frac{x}{10}$ "
            "and not $\\frac{x}{20}$.",
        ),
    ),
    slip(
        "vector.g.function_value",
        _with_slopes("g_x = x**2 / a", "g_y = y**2 / b"),
        Localized(
            ja="偏微分せず、関数の項の値を使っている",
            en="the value of the term is used in place of its derivative",
        ),
        Localized(
            ja="更新に使うのは関数の値ではなく、その成分についての偏微分です。",
            en="What moves a component is the partial derivative by it, not the value of f.",
        ),
    ),
    slip(
        "vector.g.components_swapped",
        _with_slopes("g_x = 2 * y / b", "g_y = 2 * x / a"),
        Localized(
            ja="x と y の偏微分を取り違えている",
            en="the partial derivatives by x and y are swapped",
        ),
        Localized(
            ja="x を動かすのは $\\frac{\\partial f}{\\partial x}$、y を動かすのは $\\frac{\\partial f}{\\partial y}$ です。"
            "成分ごとに、同じ変数どうしを組にします。",
            en="$x$ moves along $\\frac{\\partial f}{\\partial x}$ and $y$ along $\\frac{\\partial "
            "f}{\\partial y}$: each variable goes with its own.",
        ),
    ),
    slip(
        "vector.g.denominators_swapped",
        _with_slopes("g_x = 2 * x / b", "g_y = 2 * y / a"),
        Localized(
            ja="x の項と y の項の分母を取り違えている",
            en="the denominators of the two terms are swapped",
        ),
        Localized(
            ja="x の項の分母は a、y の項の分母は b です。曲がり方が成分ごとに違うのが、この関数の要点です。",
            en="The term of $x$ is divided by $a$, that of $y$ by $b$; that the two curve "
            "differently is the point of this function.",
        ),
    ),
    slip(
        "vector.g.other_variable_moved_first",
        {"vector.coupled": "g_y = c * (x - lr * g_x) + 2 * y"},
        Localized(
            ja="更新したあとの x で y の勾配を求めている",
            en="the slope along y is taken after x has moved",
        ),
        Localized(
            ja="x と y は同時に更新します。どちらの勾配も、動かす前の点 $(x_0, y_0)$ で求めておきます。",
            en="$x$ and $y$ are updated simultaneously: both slopes are taken at $(x_0, y_0)$, before anything "
            "has moved.",
        ),
    ),
    slip(
        "vector.g.cross_term_forgotten",
        {"vector.coupled": "g_y = 2 * y"},
        Localized(
            ja="cxy の項の微分を忘れている", en="the derivative of the term cxy is forgotten"
        ),
        Localized(
            ja="$c x y$ を y で微分すると $c x$ が残ります。x を定数と見るのであって、項が消えるのではありません。",
            en="By $y$, the term $c x y$ leaves $c x$: $x$ counts as a constant, and the term does "
            "not vanish.",
        ),
    ),
    slip(
        "vector.g.cross_term_kept",
        {"vector.coupled": "g_y = c * x * y + 2 * y"},
        Localized(ja="cxy を微分せずに残している", en="the term cxy is kept as it is"),
        Localized(
            ja="$c x y$ を y で微分すると、y が外れて $c x$ になります。",
            en="In the derivative of $c x y$ by $y$, the $y$ goes and $c x$ is left.",
        ),
    ),
    slip(
        "vector.g.cross_term_by_the_other",
        {"vector.coupled": "g_y = c * y + 2 * y"},
        Localized(
            ja="cxy を x で微分した cy を使っている",
            en="cxy is differentiated by x, which gives cy",
        ),
        Localized(
            ja="y の勾配には、y で微分した $c x$ を使います。$c y$ が入るのは x の勾配です。",
            en="The slope along $y$ takes $c x$, the derivative by $y$; $c y$ belongs to the slope "
            "along $x$.",
        ),
    ),
)

_SCALE = (
    slip(
        "vector.one_norm",
        {
            **dict.fromkeys(
                ("vector.sgd", "vector.coupled"),
                (
                    "x = x - lr * g_x / sqrt(g_x**2 + g_y**2)",
                    "y = y - lr * g_y / sqrt(g_x**2 + g_y**2)",
                ),
            ),
            "vector.adagrad": (
                "h_x = h_x + (g_x**2 + g_y**2)",
                "h_y = h_y + (g_x**2 + g_y**2)",
            ),
            "vector.rmsprop": (
                "h_x = rho * h_x + (1 - rho) * (g_x**2 + g_y**2)",
                "h_y = rho * h_y + (1 - rho) * (g_x**2 + g_y**2)",
            ),
        },
        Localized(
            ja="勾配ベクトル全体の長さを両方の成分に使っている",
            en="the length of the whole gradient is used for both components",
        ),
        Localized(
            ja="これらの手法は成分ごとに計算します。ほかの成分の大きさは、この成分の更新に入りません。",
            en="These methods work component by component: how large the others are does not "
            "enter the update of this one.",
        ),
    ),
    slip(
        "vector.h.no_root",
        dict.fromkeys(_ADAPTIVE, ("x = x - lr * g_x / h_x", "y = y - lr * g_y / h_y")),
        Localized(ja="h の平方根を取り忘れている", en="the square root of h is forgotten"),
        Localized(
            ja="割るのは $\\sqrt{h}$ です。1 ステップ目の AdaGrad なら、勾配の大きさが打ち消し合って歩幅は lr になります。",
            en="The divisor is $\\sqrt{h}$: at AdaGrad's first step the size of the gradient "
            "cancels and the step is as long as lr.",
        ),
    ),
    slip(
        "vector.h.not_used",
        dict.fromkeys(_ADAPTIVE, ("x = x - lr * g_x", "y = y - lr * g_y")),
        Localized(
            ja="h で割らず、SGD として更新している", en="nothing is divided by √h, as in SGD"
        ),
        Localized(
            ja="成分ごとの $\\sqrt{h}$ で割るのが、学習率を調整する手法の要点です。",
            en="Dividing by each component's $\\sqrt{h}$ is what makes the method adaptive.",
        ),
    ),
    slip(
        "vector.h.sum_of_squares",
        {"vector.rmsprop": ("h_x = h_x + g_x**2", "h_y = h_y + g_y**2")},
        Localized(
            ja="AdaGrad のように二乗をそのまま足している",
            en="the squares are summed as in AdaGrad",
        ),
        Localized(
            ja="RMSProp では新しい二乗に $1 - \\rho$ が掛かるので、最初の歩幅は lr より大きくなります。",
            en="In RMSProp the new square carries $1 - \\rho$, so that the first step is longer "
            "than lr.",
        ),
    ),
)

_STEP = (
    slip(
        "vector.ascent",
        _steps(
            ("x = x + lr * g_x", "y = y + lr * g_y"),
            ("x = x + lr * g_x / sqrt(h_x)", "y = y + lr * g_y / sqrt(h_y)"),
        ),
        Localized(ja="更新の符号が逆になっている", en="the update has the wrong sign"),
        Localized(
            ja="勾配は関数が増える向きなので、引いて進みます。座標が負のときは勾配も負で、更新すると 0 に近づきます。",
            en="The gradient points uphill, so it is subtracted. At a negative coordinate it is "
            "negative too, and the update leads towards 0.",
        ),
    ),
    slip(
        "vector.rate_forgotten",
        _steps(
            ("x = x - g_x", "y = y - g_y"),
            ("x = x - g_x / sqrt(h_x)", "y = y - g_y / sqrt(h_y)"),
        ),
        Localized(ja="学習率を掛け忘れている", en="the learning rate is forgotten"),
        Localized(
            ja="更新量には必ず lr が掛かります。",
            en="Every update carries the factor lr.",
        ),
    ),
    slip(
        "vector.update_reported",
        _steps(
            ("x = -lr * g_x", "y = -lr * g_y"),
            ("x = -lr * g_x / sqrt(h_x)", "y = -lr * g_y / sqrt(h_y)"),
        ),
        Localized(
            ja="更新後の値ではなく、更新量を答えている",
            en="the update is given instead of the value after it",
        ),
        Localized(
            ja="求めるのは更新後の座標です。元の座標に更新量を加えます。",
            en="Asked for is the coordinate after the update: the old one and the change.",
        ),
    ),
)

SLIPS = _GRADIENT + _SCALE + _STEP
