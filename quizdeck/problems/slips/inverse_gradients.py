"""Wrong steps in the inverse puzzles: gradients."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

SLIPS = (
    slip(
        "inverse.g_t.not_divided",
        "g_t = m_t - beta1 * m_before",
        Localized(ja="最後に 1 − β₁ で割り忘れている", en="the division by 1 − β₁ is forgotten"),
        Localized(
            ja="$m_t - \\beta_1 m_{t-1}$ は $(1 - \\beta_1) g_t$ です。$g_t$ にするには $1 - \\beta_1$ で割ります。",
            en="$m_t - \\beta_1 m_{t-1}$ is $(1 - \\beta_1) g_t$; dividing by $1 - \\beta_1$ leaves "
            "$g_t$.",
        ),
    ),
    slip(
        "inverse.g_t.divided_by_beta",
        "g_t = (m_t - beta1 * m_before) / beta1",
        Localized(ja="1 − β₁ でなく β₁ で割っている", en="divided by β₁ instead of 1 − β₁"),
        Localized(
            ja="$g_t$ に掛かっているのは $1 - \\beta_1$ です。割るのも $1 - \\beta_1$ です。",
            en="The factor of $g_t$ is $1 - \\beta_1$, so that is what divides.",
        ),
    ),
    slip(
        "inverse.g_t.sign",
        "g_t = (m_t + beta1 * m_before) / (1 - beta1)",
        Localized(ja="移項で符号を変え忘れている", en="the sign did not turn when moved across"),
        Localized(
            ja="$\\beta_1 m_{t-1}$ は左辺に移すと引き算になります。答えを元の式に入れると $m_t$ に戻りません。",
            en="Moved to the left, $\\beta_1 m_{t-1}$ is subtracted. Put back, this answer does not "
            "give $m_t$.",
        ),
    ),
    slip(
        "inverse.g_t.difference",
        "g_t = m_t - m_before",
        Localized(
            ja="m の変化量を勾配とみなしている", en="the change of m is taken for the gradient"
        ),
        Localized(
            ja="m の変化は $(1 - \\beta_1)(g_t - m_{t-1})$ です。勾配そのものではありません。",
            en="The change of $m$ is $(1 - \\beta_1)(g_t - m_{t-1})$, not the gradient itself.",
        ),
    ),
    slip(
        "inverse.g_t.change_over_weight",
        "g_t = (m_t - m_before) / (1 - beta1)",
        Localized(ja="過去の m に β₁ を掛け忘れている", en="the old m is not multiplied by β₁"),
        Localized(
            ja="この値は $g_t - m_{t-1}$ です。$m_{t-1}$ には $\\beta_1$ が掛かっています。",
            en="This is $g_t - m_{t-1}$: the old $m_{t-1}$ carries the factor $\\beta_1$.",
        ),
    ),
    slip(
        "inverse.g_t.coefficients_swapped",
        "g_t = (m_t - (1 - beta1) * m_before) / beta1",
        Localized(ja="β₁ と 1 − β₁ を入れ替えている", en="β₁ and 1 − β₁ are swapped"),
        Localized(
            ja="β₁ が掛かるのは過去の m、$1 - \\beta_1$ が掛かるのは新しい勾配です。",
            en="$\\beta_1$ goes with the old $m$, $1 - \\beta_1$ with the new gradient.",
        ),
    ),
    slip(
        "inverse.g_size.no_root",
        "g_size = v_1 / (1 - beta2)",
        Localized(ja="最後の平方根を忘れている", en="the root at the end is forgotten"),
        Localized(
            ja="$v_1 / (1 - \\beta_2)$ は $g_1^2$ です。大きさにするには平方根を取ります。",
            en="$v_1 / (1 - \\beta_2)$ is $g_1^2$; its root is the size.",
        ),
    ),
    slip(
        "inverse.g_size.weight_forgotten",
        "g_size = sqrt(v_1)",
        Localized(ja="1 − β₂ で割り忘れている", en="the division by 1 − β₂ is forgotten"),
        Localized(
            ja="$v_1$ は $g_1^2$ そのものではなく、その $1 - \\beta_2$ 倍です。",
            en="$v_1$ is not $g_1^2$ itself but $1 - \\beta_2$ times it.",
        ),
    ),
    slip(
        "inverse.g_size.weight_outside_root",
        "g_size = sqrt(v_1) / (1 - beta2)",
        Localized(ja="1 − β₂ を根号の外で割っている", en="1 − β₂ divides outside the root"),
        Localized(
            ja="先に $1 - \\beta_2$ で割って $g_1^2$ にし、それから平方根を取ります。",
            en="First divide by $1 - \\beta_2$ to get $g_1^2$, then take the root.",
        ),
    ),
    slip(
        "inverse.g_size.divided_by_beta",
        "g_size = sqrt(v_1 / beta2)",
        Localized(ja="1 − β₂ でなく β₂ で割っている", en="divided by β₂ instead of 1 − β₂"),
        Localized(
            ja="$g_1^2$ に掛かっているのは $1 - \\beta_2$ です。$v_0 = 0$ なので $\\beta_2$ の項は消えています。",
            en="The factor of $g_1^2$ is $1 - \\beta_2$; the term with $\\beta_2$ is gone, since "
            "$v_0 = 0$.",
        ),
    ),
    slip(
        "inverse.g_size.multiplied",
        "g_size = sqrt(v_1 * (1 - beta2))",
        Localized(ja="1 − β₂ を掛けている（正しくは割る）", en="multiplied by 1 − β₂, not divided"),
        Localized(
            ja="$v_1$ を作るときに掛けた $1 - \\beta_2$ を、逆にたどるときは割って戻します。",
            en="$1 - \\beta_2$ multiplied on the way to $v_1$, so on the way back it divides.",
        ),
    ),
)
