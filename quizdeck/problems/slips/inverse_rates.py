"""Wrong steps in the inverse puzzles: decay rates, coefficients, learning rates."""

from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_DECAY_RATES = (
    slip(
        "inverse.beta1.complement",
        "beta1 = (m_t - m_before) / (g_t - m_before)",
        Localized(ja="1 − β₁ を答えている", en="1 − β₁ is given"),
        Localized(
            ja="この比は新しい勾配の側へ寄った割合、つまり $1 - \\beta_1$ です。$\\beta_1$ は過去の m の側に残った割合です。",
            en="This ratio says how far $m$ moved towards the gradient, which is $1 - \\beta_1$; "
            "$\\beta_1$ is the share that stayed with the old $m$.",
        ),
    ),
    slip(
        "inverse.beta1.past_forgotten",
        "beta1 = m_t / g_t",
        Localized(ja="過去の m を 0 とみなしている", en="the old m is taken for 0"),
        Localized(
            ja="$m_t / g_t$ が意味を持つのは $m_{t-1} = 0$ のときだけで、それも $1 - \\beta_1$ です。$m_{t-1}$ も式に入れましょう。",
            en="$m_t / g_t$ means something only for $m_{t-1} = 0$, and even then it is "
            "$1 - \\beta_1$. $m_{t-1}$ belongs in the equation.",
        ),
    ),
    slip(
        "inverse.beta1.gradient_forgotten",
        "beta1 = m_t / m_before",
        Localized(ja="勾配の項を落として解いている", en="the gradient term is dropped"),
        Localized(
            ja="$m_t = \\beta_1 m_{t-1}$ ではありません。$(1 - \\beta_1) g_t$ の項が残っています。",
            en="$m_t$ is not $\\beta_1 m_{t-1}$ alone: the term $(1 - \\beta_1) g_t$ is still there.",
        ),
    ),
    slip(
        "inverse.beta1.no_weight",
        "beta1 = (m_t - g_t) / m_before",
        Localized(ja="g に 1 − β₁ を掛け忘れて解いている", en="the factor 1 − β₁ of g is missing"),
        Localized(
            ja="$m_t = \\beta_1 m_{t-1} + g_t$ として解くとこの値になります。Adam では勾配に $1 - \\beta_1$ が掛かります。",
            en="This solves $m_t = \\beta_1 m_{t-1} + g_t$; in Adam the gradient carries "
            "$1 - \\beta_1$.",
        ),
    ),
    slip(
        "inverse.beta1.sign",
        "beta1 = (m_t + g_t) / (m_before + g_t)",
        Localized(
            ja="移項で g の符号を誤っている", en="the sign of g went wrong when moved across"
        ),
        Localized(
            ja="$m_t - g_t = \\beta_1 (m_{t-1} - g_t)$ と整理できます。求めた $\\beta_1$ を元の式に戻して確かめましょう。",
            en="The equation becomes $m_t - g_t = \\beta_1 (m_{t-1} - g_t)$. Put the $\\beta_1$ found "
            "back into the first form to check.",
        ),
    ),
    slip(
        "inverse.beta1.upside_down",
        "beta1 = (m_before - g_t) / (m_t - g_t)",
        Localized(ja="分子と分母が逆になっている", en="the quotient is upside down"),
        Localized(
            ja="$\\beta_1$ は 0 と 1 の間の数です。1 を超えたら、割る向きを見直しましょう。",
            en="$\\beta_1$ lies between 0 and 1. If it comes out above 1, look at which way you "
            "divided.",
        ),
    ),
    slip(
        "inverse.beta2.complement",
        "beta2 = v_1 / g_1**2",
        Localized(ja="1 − β₂ を答えている", en="1 − β₂ is given"),
        Localized(
            ja="$v_1 = (1 - \\beta_2) g_1^2$ なので、$v_1 / g_1^2$ は $1 - \\beta_2$ です。もう一度 1 から引きます。",
            en="Since $v_1 = (1 - \\beta_2) g_1^2$, the quotient $v_1 / g_1^2$ is $1 - \\beta_2$; "
            "take it from 1.",
        ),
    ),
    slip(
        "inverse.beta2.gradient_not_squared",
        "beta2 = 1 - v_1 / abs(g_1)",
        Localized(ja="勾配を二乗せずに割っている", en="divided by g instead of by its square"),
        Localized(
            ja="v に入るのは $g_1^2$ です。二乗で割らないと、答えが負になることもあります。",
            en="What goes into $v$ is $g_1^2$. Dividing by less can even give a negative rate.",
        ),
    ),
    slip(
        "inverse.beta2.root_taken",
        "beta2 = 1 - sqrt(v_1) / abs(g_1)",
        Localized(ja="v の平方根で比べている", en="the root of v is compared"),
        Localized(
            ja="v の漸化式に平方根は出てきません。根号が付くのは θ を更新するときです。",
            en="There is no root in the recurrence of $v$; the root comes when θ is updated.",
        ),
    ),
    slip(
        "inverse.beta2.root_of_complement",
        "beta2 = sqrt(v_1) / abs(g_1)",
        Localized(ja="√v₁ / |g₁| をそのまま答えている", en="√v₁ / |g₁| is given as it is"),
        Localized(
            ja="$v_1 = (1 - \\beta_2) g_1^2$ に戻りましょう。根号は不要で、比を 1 から引きます。",
            en="Go back to $v_1 = (1 - \\beta_2) g_1^2$: no root is needed, and the quotient is "
            "taken from 1.",
        ),
    ),
    slip(
        "inverse.beta2.upside_down",
        "beta2 = 1 - g_1**2 / v_1",
        Localized(ja="g² を v で割っている", en="g² is divided by v"),
        Localized(
            ja="割るのは $v_1 / g_1^2$ の向きです。$\\beta_2$ が 0 と 1 の間になるか確かめましょう。",
            en="The quotient is $v_1 / g_1^2$. Check that $\\beta_2$ lies between 0 and 1.",
        ),
    ),
)

_LEARNING = (
    slip(
        "inverse.alpha.sign",
        "alpha = (v_t - lr * g_t) / v_before",
        Localized(
            ja="lr·g を移項する符号を誤っている", en="lr·g was moved across with its old sign"
        ),
        Localized(
            ja="$v_t = \\alpha v_{t-1} - \\mathrm{lr} \\, g_t$ なので、移項すると $+\\mathrm{lr} \\, g_t$ です。",
            en="In $v_t = \\alpha v_{t-1} - \\mathrm{lr} \\, g_t$ the last term becomes "
            "$+\\mathrm{lr} \\, g_t$ when moved across.",
        ),
    ),
    slip(
        "inverse.alpha.gradient_forgotten",
        "alpha = v_t / v_before",
        Localized(ja="勾配の項を忘れて比を取っている", en="the gradient term is forgotten"),
        Localized(
            ja="速度の比が $\\alpha$ になるのは勾配が 0 のときだけです。",
            en="The ratio of the velocities is $\\alpha$ only where the gradient is 0.",
        ),
    ),
    slip(
        "inverse.alpha.lr_forgotten",
        "alpha = (v_t + g_t) / v_before",
        Localized(ja="勾配に学習率を掛け忘れている", en="the gradient is not multiplied by lr"),
        Localized(
            ja="速度に入るのは $g_t$ ではなく $\\mathrm{lr} \\, g_t$ です。",
            en="What enters the velocity is $\\mathrm{lr} \\, g_t$, not $g_t$.",
        ),
    ),
    slip(
        "inverse.alpha.complement",
        "alpha = 1 - (v_t + lr * g_t) / v_before",
        Localized(ja="1 − α を答えている", en="1 − α is given"),
        Localized(
            ja="Momentum は移動平均ではなく、$v_{t-1}$ の係数がそのまま $\\alpha$ です。1 から引く必要はありません。",
            en="Momentum is no exponential moving average: the factor of $v_{t-1}$ is $\\alpha$ itself, so "
            "nothing is taken from 1.",
        ),
    ),
    slip(
        "inverse.alpha.upside_down",
        "alpha = v_before / (v_t + lr * g_t)",
        Localized(ja="分子と分母が逆になっている", en="the quotient is upside down"),
        Localized(
            ja="$\\alpha$ は 1 より小さい数です。1 を超えたら、割る向きを見直しましょう。",
            en="$\\alpha$ is below 1. If it comes out larger, look at which way you divided.",
        ),
    ),
    slip(
        "inverse.lr.sign",
        "lr = (theta1 - theta0) / g_1",
        Localized(ja="引く順番が逆になっている", en="subtracted the wrong way round"),
        Localized(
            ja="$\\theta_1 = \\theta_0 - \\mathrm{lr} \\, g_1$ なので、分子は $\\theta_0 - \\theta_1$ です。学習率は正になります。",
            en="From $\\theta_1 = \\theta_0 - \\mathrm{lr} \\, g_1$ the numerator is "
            "$\\theta_0 - \\theta_1$; a learning rate is positive.",
        ),
    ),
    slip(
        "inverse.lr.not_divided",
        "lr = theta0 - theta1",
        Localized(ja="勾配で割り忘れている", en="the division by the gradient is forgotten"),
        Localized(
            ja="$\\theta_0 - \\theta_1$ は $\\mathrm{lr} \\, g_1$ です。$g_1$ で割ると学習率になります。",
            en="$\\theta_0 - \\theta_1$ is $\\mathrm{lr} \\, g_1$; dividing by $g_1$ leaves the rate.",
        ),
    ),
    slip(
        "inverse.lr.multiplied",
        "lr = (theta0 - theta1) * g_1",
        Localized(ja="勾配で割らずに掛けている", en="multiplied by the gradient, not divided"),
        Localized(
            ja="更新で掛けた $g_1$ を、逆にたどるときは割って戻します。",
            en="The update multiplied by $g_1$, so on the way back it divides.",
        ),
    ),
    slip(
        "inverse.lr.upside_down",
        "lr = g_1 / (theta0 - theta1)",
        Localized(ja="分子と分母が逆になっている", en="the quotient is upside down"),
        Localized(
            ja="「どれだけ動いたか」を「勾配」で割ります。求めた lr で1歩進めてみると確かめられます。",
            en="How far it moved is divided by the gradient. Take one step with your rate to check.",
        ),
    ),
    slip(
        "inverse.lr.start_forgotten",
        "lr = -theta1 / g_1",
        Localized(ja="θ₀ を忘れて解いている", en="θ₀ is left out"),
        Localized(
            ja="更新量は $\\theta_1$ そのものではなく、$\\theta_1 - \\theta_0$ です。",
            en="The update is $\\theta_1 - \\theta_0$, not $\\theta_1$ itself.",
        ),
    ),
)

SLIPS = _DECAY_RATES + _LEARNING
