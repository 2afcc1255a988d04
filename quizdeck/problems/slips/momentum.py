"""Wrong steps with Momentum, in the three forms that books and libraries write it in."""

from quizdeck.problems.slips.momentum_forms import in_form
from quizdeck.problems.slips.momentum_step import STEP_SLIPS
from quizdeck.problems.slips.slip import slip
from quizdeck.text import Localized

_WEIGHTS = (
    slip(
        "momentum.v.moving_average",
        in_form(
            book="v = alpha * v - (1 - alpha) * lr * g",
            ruder="v = alpha * v + (1 - alpha) * lr * g",
            pytorch="v = alpha * v + (1 - alpha) * g",
        ),
        Localized(
            ja="勾配の項に 1 − α を掛けている",
            en="the gradient term is multiplied by 1 − α",
        ),
        Localized(
            ja="この形の Momentum は指数移動平均ではありません。過去の v に $\\alpha$ を掛けるだけで、"
            "新しい勾配の項に $1 - \\alpha$ は付きません。",
            en="This form of Momentum is no exponential average: the old $v$ carries $\\alpha$, "
            "but the new gradient carries no factor $1 - \\alpha$.",
        ),
    ),
    slip(
        "momentum.v.rates_swapped",
        in_form(
            book="v = lr * v - alpha * g",
            ruder="v = lr * v + alpha * g",
            pytorch=("v = lr * v + g", "theta = theta - alpha * v"),
        ),
        Localized(ja="α と学習率を入れ替えている", en="α and the learning rate are swapped"),
        Localized(
            ja="α は過去の速度をどれだけ残すか、lr は勾配をどれだけ効かせるかを決めます。"
            "過去の v に掛かるのは α のほうです。",
            en="$\\alpha$ says how much of the old velocity stays, lr how strongly the gradient "
            "acts: it is $\\alpha$ that multiplies the old $v$.",
        ),
    ),
    slip(
        "momentum.v.decay_on_gradient",
        in_form(
            book="v = v - alpha * lr * g",
            ruder="v = v + alpha * lr * g",
            pytorch="v = v + alpha * g",
        ),
        Localized(
            ja="α を v ではなく勾配の項に掛けている",
            en="α multiplies the gradient term instead of v",
        ),
        Localized(
            ja="α が過去の v に掛からないと、速度は減衰せずにたまり続けます。",
            en="Unless $\\alpha$ multiplies the old $v$, the velocity never decays and keeps "
            "piling up.",
        ),
    ),
    slip(
        "momentum.v.no_decay",
        in_form(book="v = v - lr * g", ruder="v = v + lr * g", pytorch="v = v + g"),
        Localized(ja="過去の v に α を掛け忘れている", en="the old v is not multiplied by α"),
        Localized(
            ja="$v_{t-1}$ には必ず $\\alpha$ が掛かります。古い勾配ほど効きが弱くなるのはこのためです。",
            en="$v_{t-1}$ always carries the factor $\\alpha$; that is why older gradients count "
            "less.",
        ),
    ),
    slip(
        "momentum.v.memory_lost",
        in_form(book="v = -lr * g", ruder="v = lr * g", pytorch="v = g"),
        Localized(ja="過去の v を足していない", en="the old v is left out"),
        Localized(
            ja="$\\alpha v_{t-1}$ を落とすと、ただの SGD になります。",
            en="Without $\\alpha v_{t-1}$ this is plain SGD.",
        ),
    ),
    slip(
        "momentum.v.brake",
        in_form(
            book="v = -alpha * v - lr * g",
            ruder="v = -alpha * v + lr * g",
            pytorch="v = -alpha * v + g",
        ),
        Localized(
            ja="過去の v の項の符号が逆になっている", en="the term of the old v has the wrong sign"
        ),
        Localized(
            ja="慣性は前の動きを続ける働きなので、$\\alpha v_{t-1}$ は + で入ります。"
            "− にすると、毎回ブレーキを掛けることになります。",
            en="Inertia carries the last movement on, so $\\alpha v_{t-1}$ comes in with a plus; "
            "with a minus it would be a brake.",
        ),
    ),
)

_RATE = (
    slip(
        "momentum.v.rate_on_everything",
        in_form(book="v = lr * (alpha * v - g)", ruder="v = lr * (alpha * v + g)"),
        Localized(ja="学習率を v の項にも掛けている", en="the learning rate multiplies v as well"),
        Localized(
            ja="lr が掛かるのは勾配の項だけです。$\\alpha v_{t-1}$ には掛けません。",
            en="Only the gradient term carries lr; $\\alpha v_{t-1}$ does not.",
        ),
    ),
    slip(
        "momentum.v.rate_forgotten",
        in_form(book="v = alpha * v - g"),
        Localized(ja="学習率を掛け忘れている", en="the learning rate is forgotten"),
        Localized(
            ja="この問題の定義では学習率は速度の式の中にあり、勾配は $-\\mathrm{lr} \\cdot g_t$ として入ります。",
            en="In this convention the learning rate sits inside the velocity: the gradient comes "
            "in as $-\\mathrm{lr} \\cdot g_t$.",
        ),
    ),
    slip(
        "momentum.v.first_without_rate",
        in_form(
            book="v = alpha * v - lr**is_moving * g",
            ruder="v = alpha * v + lr**is_moving * g",
        ),
        Localized(
            ja="最初の v にだけ学習率を掛けていない",
            en="the very first v is taken without the learning rate",
        ),
        Localized(
            ja="最初のステップも同じ式です。$v_0 = 0$ なので $v_1$ は勾配の項だけになりますが、"
            "そこにも lr が掛かります。",
            en="The first step follows the same formula: with $v_0 = 0$ only the gradient term is "
            "left of $v_1$, and it carries lr like any other.",
        ),
        memory=["is_moving = 1"],
    ),
)

_CONVENTIONS = (
    slip(
        "momentum.v.gradient_added",
        in_form(book="v = alpha * v + lr * g"),
        Localized(
            ja="勾配の項の符号が逆になっている",
            en="the gradient term has the wrong sign",
        ),
        Localized(
            ja="v を θ に足す規約なので、v は勾配と逆向き、つまり $-\\mathrm{lr} \\cdot g$ を取り込みます。"
            "+ になるのは、θ から v を引く規約のときです。",
            en="Here $v$ is added to $\\theta$, so it must point against the gradient and takes in "
            "$-\\mathrm{lr} \\cdot g$. The plus belongs to the convention that subtracts $v$.",
        ),
    ),
    slip(
        "momentum.v.gradient_subtracted",
        in_form(ruder="v = alpha * v - lr * g", pytorch="v = alpha * v - g"),
        Localized(
            ja="勾配の項の符号が逆になっている",
            en="the gradient term has the wrong sign",
        ),
        Localized(
            ja="v を θ から引く規約なので、v は勾配と同じ向きに + で取り込みます。"
            "− になるのは、v を θ に足す規約のときです。",
            en="Here $v$ is subtracted from $\\theta$, so it takes the gradient in with a plus. "
            "The minus belongs to the convention that adds $v$.",
        ),
    ),
    slip(
        "momentum.v.pytorch_convention",
        in_form(book="v = alpha * v + g", ruder="v = alpha * v + g"),
        Localized(
            ja="PyTorch の規約（v に学習率を入れない形）で v を計算している",
            en="v follows PyTorch's convention, without the learning rate inside",
        ),
        Localized(
            ja="PyTorch の v は $g$ をそのまま取り込み、lr は θ を更新するときに掛けます。"
            "問題文の定義では、lr は v の式の中にあります。",
            en="PyTorch's $v$ takes in $g$ as it is and lr comes in when $\\theta$ moves. In the "
            "convention stated here lr stands inside $v$.",
        ),
    ),
    slip(
        "momentum.v.ruder_convention",
        in_form(pytorch="v = alpha * v + lr * g"),
        Localized(
            ja="学習率を v の式に入れる規約で計算している",
            en="v follows a convention with the learning rate inside",
        ),
        Localized(
            ja="$v = \\alpha v + \\mathrm{lr} \\cdot g$ は別の規約です。PyTorch の v は $g$ をそのまま取り込み、"
            "lr は θ を更新するときに一度だけ掛けます。",
            en="$v = \\alpha v + \\mathrm{lr} \\cdot g$ is another convention. PyTorch's $v$ takes "
            "in $g$ as it is, and lr comes in once, when $\\theta$ moves.",
        ),
    ),
    slip(
        "momentum.v.book_convention",
        in_form(pytorch="v = alpha * v - lr * g"),
        Localized(
            ja="v を θ に足す規約（−lr·g を取り込む形）で v を計算している",
            en="v follows the convention that takes in −lr·g and adds v",
        ),
        Localized(
            ja="$v = \\alpha v - \\mathrm{lr} \\cdot g$ は v を θ に足す規約の式です。"
            "PyTorch の v は $+g$ を取り込み、$\\mathrm{lr} \\cdot v$ を θ から引きます。",
            en="$v = \\alpha v - \\mathrm{lr} \\cdot g$ belongs to the convention that adds $v$ to "
            "$\\theta$. PyTorch's $v$ takes in $+g$, and $\\mathrm{lr} \\cdot v$ is subtracted.",
        ),
    ),
    slip(
        "momentum.v.parameter_for_gradient",
        in_form(
            book="v = alpha * v - lr * theta",
            ruder="v = alpha * v + lr * theta",
            pytorch="v = alpha * v + theta",
        ),
        Localized(ja="勾配 g の代わりに θ を使っている", en="θ is used in place of the gradient g"),
        Localized(
            ja="速度に入るのはパラメータの値ではなく、その位置での勾配です。"
            "コードなら `params[key]` ではなく `grads[key]` です。",
            en="The velocity takes in the gradient at the parameter, not the parameter itself: "
            "in code `grads[key]`, not `params[key]`.",
        ),
    ),
)

SLIPS = _WEIGHTS + _RATE + _CONVENTIONS + STEP_SLIPS
