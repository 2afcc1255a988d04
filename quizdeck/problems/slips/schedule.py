"""Wrong steps with learning-rate schedules."""

from quizdeck.problems.slips.slip import Slip, slip
from quizdeck.text import Localized


def _wrong(name: str, slip_name: str, formula: str, names: Localized, why: Localized) -> Slip:
    lines = {f"schedule.{name}": f"lr_t = {formula}"}
    return slip(f"schedule.{name}.{slip_name}", lines, names, why)


_EXPONENTIAL = (
    _wrong(
        "exponential",
        "times_t",
        "lr * gamma * t",
        Localized(ja="γᵗ を γ × t と計算している", en="γᵗ is computed as γ × t"),
        Localized(
            ja="毎ステップ $\\gamma$ を掛けるので、t 乗になります。",
            en="Every step multiplies by $\\gamma$, so it is a power.",
        ),
    ),
    _wrong(
        "exponential",
        "one_step_less",
        "lr * gamma**(t - 1)",
        Localized(ja="掛ける回数が1回足りない", en="γ is multiplied once too seldom"),
        Localized(
            ja="初期値は $t = 0$ のものです。$t$ では $t$ 回掛かっています。",
            en="The rate at first is that of $t = 0$; at $t$ it has been multiplied $t$ times.",
        ),
    ),
    _wrong(
        "exponential",
        "one_step_more",
        "lr * gamma**(t + 1)",
        Localized(ja="1回多く掛けている", en="γ is multiplied once too often"),
        Localized(
            ja="$t = 0$ では一度も掛かっていません。$t$ では $t$ 回です。",
            en="At $t = 0$ it has not been multiplied at all, at $t$ it has been $t$ times.",
        ),
    ),
    _wrong(
        "exponential",
        "complement",
        "lr * (1 - gamma)**t",
        Localized(ja="1 − γ を累乗している", en="1 − γ is raised to the power"),
        Localized(
            ja="$\\gamma$ は「残る割合」です。減る割合ではありません。",
            en="$\\gamma$ is the share that stays, not the share that goes.",
        ),
    ),
    _wrong(
        "exponential",
        "once",
        "lr * gamma",
        Localized(ja="γ を1回しか掛けていない", en="γ is multiplied only once"),
        Localized(
            ja="毎ステップ下げるので、$t$ 回掛けます。",
            en="The rate falls every step, so $\\gamma$ comes $t$ times.",
        ),
    ),
)

_STEP = (
    _wrong(
        "step",
        "every_step",
        "lr * gamma**t",
        Localized(ja="毎ステップ下げている", en="the rate is lowered every step"),
        Localized(
            ja="下げるのは $S$ ステップに1回です。指数は $\\lfloor t/S \\rfloor$ になります。",
            en="It falls once in $S$ steps: the exponent is $\\lfloor t/S \\rfloor$.",
        ),
    ),
    _wrong(
        "step",
        "rounded_up",
        "lr * gamma**(floor(t / S) + 1)",
        Localized(ja="区切りを1つ多く数えている", en="one period too many is counted"),
        Localized(
            ja="$S$ ステップ経つまでは下がりません。端数は切り捨てます。",
            en="Nothing falls before $S$ steps are over; the rest is cut off.",
        ),
    ),
    _wrong(
        "step",
        "one_less",
        "lr * gamma**(floor(t / S) - 1)",
        Localized(ja="区切りを1つ少なく数えている", en="one period too few is counted"),
        Localized(
            ja="最初に下がるのは $t = S$ です。$t = S$ で指数が 1 になるか確かめましょう。",
            en="The first fall is at $t = S$; check that the exponent is 1 there.",
        ),
    ),
    _wrong(
        "step",
        "times_count",
        "lr * gamma * floor(t / S)",
        Localized(ja="累乗でなく回数を掛けている", en="multiplied by the count, not raised to it"),
        Localized(
            ja="下げるたびに $\\gamma$ を掛けるので、回数は指数になります。",
            en="Each fall multiplies by $\\gamma$, so the count is an exponent.",
        ),
    ),
    _wrong(
        "step",
        "complement",
        "lr * (1 - gamma)**floor(t / S)",
        Localized(ja="1 − γ を累乗している", en="1 − γ is raised to the power"),
        Localized(
            ja="$\\gamma$ は「残る割合」です。減る割合ではありません。",
            en="$\\gamma$ is the share that stays, not the share that goes.",
        ),
    ),
)

_COSINE = (
    _wrong(
        "cosine",
        "half_forgotten",
        "lr_min + (lr - lr_min) * (1 + cos_pi(t / T))",
        Localized(ja="1/2 を掛け忘れている", en="the factor 1/2 is forgotten"),
        Localized(
            ja="$1 + \\cos$ は 0 から 2 まで動くので、半分にして 0 から 1 の割合にします。",
            en="$1 + \\cos$ runs from 0 to 2; half of it is a share from 0 to 1.",
        ),
    ),
    _wrong(
        "cosine",
        "one_forgotten",
        "lr_min + (lr - lr_min) * cos_pi(t / T) / 2",
        Localized(ja="1 + cos の 1 を忘れている", en="the 1 of 1 + cos is forgotten"),
        Localized(
            ja="1 を足さないと後半で負になります。$t = 0$ で初期値になるか確かめましょう。",
            en="Without the 1 it turns negative in the second half. Check that $t = 0$ gives the "
            "first rate.",
        ),
    ),
    _wrong(
        "cosine",
        "floor_forgotten",
        "(lr - lr_min) * (1 + cos_pi(t / T)) / 2",
        Localized(ja="最小値を足し忘れている", en="the lowest rate is not added"),
        Localized(
            ja="最後は 0 ではなく $\\mathrm{lr}_{\\min}$ に着きます。",
            en="It ends at $\\mathrm{lr}_{\\min}$, not at 0.",
        ),
    ),
    _wrong(
        "cosine",
        "range_too_wide",
        "lr_min + lr * (1 + cos_pi(t / T)) / 2",
        Localized(ja="振幅から最小値を引き忘れている", en="the range is lr instead of lr − lr_min"),
        Localized(
            ja="動く幅は $\\mathrm{lr} - \\mathrm{lr}_{\\min}$ です。$t = 0$ で初期値を超えていないか確かめましょう。",
            en="The range is $\\mathrm{lr} - \\mathrm{lr}_{\\min}$; check that $t = 0$ does not exceed "
            "the first rate.",
        ),
    ),
    _wrong(
        "cosine",
        "down_to_zero",
        "lr * (1 + cos_pi(t / T)) / 2",
        Localized(
            ja="最小値が 0 の式を使っている", en="the formula for a lowest rate of 0 is used"
        ),
        Localized(
            ja="この問題では 0 ではなく $\\mathrm{lr}_{\\min}$ まで下げます。",
            en="Here the rate falls to $\\mathrm{lr}_{\\min}$, not to 0.",
        ),
    ),
)

_ROOT = (
    _wrong(
        "root",
        "no_root",
        "lr / t",
        Localized(ja="√t でなく t で割っている", en="divided by t instead of √t"),
        Localized(
            ja="このスケジュールは $1/\\sqrt{t}$ で下がります。$1/t$ では速すぎます。",
            en="This schedule falls as $1/\\sqrt{t}$; $1/t$ is too fast.",
        ),
    ),
    _wrong(
        "root",
        "multiplied",
        "lr * sqrt(t)",
        Localized(ja="割らずに掛けている", en="multiplied instead of divided"),
        Localized(
            ja="学習率は下がっていくはずです。初期値より大きくなったら向きを見直しましょう。",
            en="The rate is to fall. If it exceeds the first one, look at the direction.",
        ),
    ),
    _wrong(
        "root",
        "shifted",
        "lr / (1 + sqrt(t))",
        Localized(ja="分母に 1 を足している", en="1 is added below"),
        Localized(
            ja="$t = 1$ で初期値になるので、1 を足す必要はありません。",
            en="At $t = 1$ it is the first rate as it stands; no 1 is needed.",
        ),
    ),
    _wrong(
        "root",
        "constant",
        "lr",
        Localized(ja="学習率を下げていない", en="the rate is not lowered"),
        Localized(
            ja="$t$ が進むほど $\\sqrt{t}$ で割る数が大きくなります。",
            en="As $t$ grows, so does the divisor $\\sqrt{t}$.",
        ),
    ),
    _wrong(
        "root",
        "squared",
        "lr / t**2",
        Localized(ja="平方根でなく二乗で割っている", en="divided by the square, not the root"),
        Localized(
            ja="$\\sqrt{t}$ は二乗すると t になる数です。$t^2$ とは逆の操作です。",
            en="$\\sqrt{t}$ is what squared gives $t$, the opposite of $t^2$.",
        ),
    ),
)

_WARMUP = (
    _wrong(
        "warmup",
        "one_step_less",
        "lr * (t - 1) / T",
        Localized(ja="t を1つ少なく数えている", en="t is one too small"),
        Localized(
            ja="この問題の定義では $t = T$ でちょうど lr になります。",
            en="In this convention $t = T$ gives exactly lr.",
        ),
    ),
    _wrong(
        "warmup",
        "one_step_more",
        "lr * (t + 1) / T",
        Localized(ja="t を1つ多く数えている", en="t is one too large"),
        Localized(
            ja="$t = T$ で lr を超えてしまいます。$t/T$ をそのまま掛けます。",
            en="At $t = T$ it would exceed lr: the factor is $t/T$ as it stands.",
        ),
    ),
    _wrong(
        "warmup",
        "downwards",
        "lr * (1 - t / T)",
        Localized(ja="上げずに下げている", en="the rate falls instead of rising"),
        Localized(
            ja="warm-up は小さい値から lr まで上げる操作です。",
            en="Warm-up starts small and rises to lr.",
        ),
    ),
    _wrong(
        "warmup",
        "no_warmup",
        "lr",
        Localized(ja="初めから lr を使っている", en="lr is used from the start"),
        Localized(
            ja="$T$ ステップまではまだ lr に達していません。$t/T$ を掛けます。",
            en="Before step $T$ the rate has not reached lr: multiply by $t/T$.",
        ),
    ),
    _wrong(
        "warmup",
        "first_rise",
        "lr / T",
        Localized(ja="1ステップ分の上がり幅を答えている", en="the rise of one step is given"),
        Localized(
            ja="$\\mathrm{lr} / T$ は1回に上がる幅です。t 回上がっています。",
            en="$\\mathrm{lr} / T$ is the rise of one step, and there have been $t$ of them.",
        ),
    ),
)

SLIPS = _EXPONENTIAL + _STEP + _COSINE + _ROOT + _WARMUP
