"""Wrong steps in Adam's update of θ."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_SHAPE = (
    slip(
        "adam.theta.no_root",
        (
            "theta = theta - lr_t * m / (v + eps)",
            "theta = theta - lr * m_hat / (v_hat + eps)",
        ),
        Localized(ja="v の平方根を取り忘れている", en="the square root of v is forgotten"),
        Localized(
            ja="割るのは v の平方根です。二乗の平均なので、根号で勾配の単位に戻します。",
            en="The divisor is the root of $v$: an average of squares goes back to the unit of a "
            "gradient by its root.",
        ),
    ),
    slip(
        "adam.theta.multiplied",
        (
            "theta = theta - lr_t * m * (sqrt(v) + eps)",
            "theta = theta - lr * m_hat * (sqrt(v_hat) + eps)",
        ),
        Localized(ja="√v で割らずに掛けている", en="multiplied by √v instead of divided"),
        Localized(
            ja="勾配が大きい成分ほど歩幅を抑えるのが Adam です。$\\sqrt{v}$ は分母に来ます。",
            en="Adam holds steps back where gradients are large: $\\sqrt{v}$ divides.",
        ),
    ),
    slip(
        "adam.theta.not_divided",
        (
            "theta = theta - lr_t * m",
            "theta = theta - lr * m_hat",
        ),
        Localized(ja="√v で割り忘れている", en="the division by √v is forgotten"),
        Localized(
            ja="これでは Momentum に近い更新です。Adam は m を $\\sqrt{v}$ で割り、歩幅を lr 程度にそろえます。",
            en="This is close to Momentum. Adam divides $m$ by $\\sqrt{v}$, which brings the step to about lr.",
        ),
    ),
    slip(
        "adam.theta.raw_gradient",
        (
            "theta = theta - lr * sqrt(1 - beta2**t) * g / (sqrt(v) + eps)",
            "theta = theta - lr * g / (sqrt(v_hat) + eps)",
        ),
        Localized(
            ja="m でなく生の勾配 g を使っている",
            en="the raw gradient g is used instead of m",
        ),
        Localized(
            ja="Adam が進む向きは、勾配を平均した m です。g をそのまま使うと RMSProp に近い更新になります。",
            en="Adam moves along $m$, the averaged gradient; with $g$ itself the update is close "
            "to RMSProp's.",
        ),
    ),
)

_EPSILON = (
    slip(
        "adam.theta.eps_inside",
        (
            "theta = theta - lr_t * m / sqrt(v + eps)",
            "theta = theta - lr * m_hat / sqrt(v_hat + eps)",
        ),
        Localized(ja="ε を根号の中に入れている", en="ε is put inside the root"),
        Localized(
            ja="この問題の定義では、先に平方根を取り、その外で ε を足します。",
            en="In this convention the root is taken first and ε is added outside.",
        ),
    ),
    slip(
        "adam.theta.eps_subtracted",
        (
            "theta = theta - lr_t * m / (sqrt(v) - eps)",
            "theta = theta - lr * m_hat / (sqrt(v_hat) - eps)",
        ),
        Localized(ja="ε を引いている", en="ε is subtracted"),
        Localized(
            ja="ε は分母が 0 にならないように足すものです。引くと、かえって 0 に近づきます。",
            en="ε is added to keep the divisor away from 0; subtracting brings it nearer.",
        ),
    ),
    slip(
        "adam.theta.eps_ignored",
        (
            "theta = theta - lr_t * m / sqrt(v)",
            "theta = theta - lr * m_hat / sqrt(v_hat)",
        ),
        Localized(ja="ε を無視している", en="ε is left out"),
        Localized(
            ja="ふだんの ε は小さくて見えませんが、この問題では大きな値が与えられています。",
            en="ε is usually too small to be seen, but here it is given a large value.",
        ),
    ),
    slip(
        "adam.theta.eps_of_other_form",
        (
            "theta = theta - lr_t * m / (sqrt(v) + eps * sqrt(1 - beta2**t))",
            "theta = theta - lr * m_hat / (sqrt(v_hat) + eps / sqrt(1 - beta2**t))",
        ),
        Localized(ja="もう一方の書き方の ε になっている", en="ε is placed as in the other form"),
        Localized(
            ja="補正前の $\\sqrt{v}$ に足すか、補正後の $\\sqrt{\\hat{v}}$ に足すかで、同じ ε でも効き方が変わります。問題文の定義に合わせましょう。",
            en="Added to the uncorrected $\\sqrt{v}$ or to the corrected $\\sqrt{\\hat{v}}$, the same ε acts differently; follow the convention.",
        ),
    ),
)

SLIPS = _SHAPE + _EPSILON
