"""Sentences of prompts and slips in the letters of other books, as their readers see them."""

import re

import pytest

from quizdeck.expressions.typeset_line import one_line
from quizdeck.optimizers.notations import BOOK_WEIGHTS, GOODFELLOW, PAPER, RUDER, Notation
from quizdeck.problems.problem import problem_by_variant
from quizdeck.problems.slips.registry import slip_by_id


def flat(text: str) -> str:
    return re.sub(r"\$\$?([^$]+)\$\$?", lambda formula: one_line(formula[1]), text)


@pytest.mark.parametrize(
    ("notation", "variant", "japanese", "english"),
    [
        (
            BOOK_WEIGHTS,
            "sgd.theta.1@1",
            (
                "（この問題での定義: W から学習率と勾配の積を引く。"
                "本の数式の記号を用い、学習率を η、パラメータを W と書く）"
            ),
            (
                "(Convention: the learning rate times the gradient is subtracted from W; "
                "notation of the book's formulas: learning rate η, parameter W.)"
            ),
        ),
        (
            BOOK_WEIGHTS,
            "adagrad.h.1@1",
            "（この問題での定義: h は勾配の二乗の総和。本の数式の記号を用いる）",
            (
                "(Convention: h is the running sum of squared gradients; "
                "notation of the book's formulas.)"
            ),
        ),
        (
            GOODFELLOW,
            "adam.delta_theta.3@1",
            (
                "（この問題での定義: s と r をそれぞれバイアス補正し、"
                "δ は補正後の √r\u0302 に足す。"
                "Goodfellow らの本の記号を用い、"
                "学習率を ε、減衰率を ρ₁, ρ₂、安定化のための定数を δ、"
                "1次モーメントを s、2次モーメントを r と書く）"
            ),
            (
                "(Convention: s and r are each bias-corrected, and δ is added to the corrected "
                "√r\u0302; notation of Goodfellow, Bengio and Courville: learning rate ε, "
                "decay rates ρ₁, ρ₂, stabilising constant δ, first moment s, second moment r.)"
            ),
        ),
        (
            GOODFELLOW,
            "momentum.v.3@1",
            (
                "（この問題での定義: 速度 v は −ε·g を取り込み、θ には v を足す。"
                "α は前回の速度に掛かる係数。"
                "Goodfellow らの本の記号を用い、学習率を ε と書く）"
            ),
            (
                "(Convention: the velocity v takes in −ε·g, and v is added to θ; α multiplies the "
                "previous velocity; notation of Goodfellow, Bengio and Courville: learning rate ε.)"
            ),
        ),
        (
            GOODFELLOW,
            "compare.first_steps.5@1",
            (
                "RMSProp は r₀ = 0, r₁ = ρr₀ + (1 − ρ)g₁² で補正なし、"
                "Adam は s₀ = r′₀ = 0 で補正あり、δ = 0。"
            ),
            (
                "RMSProp: r₀ = 0, r₁ = ρr₀ + (1 − ρ)g₁², no correction; Adam: s₀ = r′₀ = 0, with "
                "correction; δ = 0;"
            ),
        ),
        (
            RUDER,
            "rmsprop.inside.delta_theta.2@1",
            (
                "（この問題での定義: E[g²] は勾配の二乗の指数移動平均で、ε は根号の中に置く"
                "（Ruder、Keras）。ε は効き方が見えるように大きくしてある。"
                "Ruder の解説論文の記号を用い、学習率を η、減衰率を γ と書く）"
            ),
            "notation of Ruder's overview: learning rate η, decay rate γ.)",
        ),
        (
            RUDER,
            "steps.speed.4@1",
            "で勾配が一定値 g のとき、速度は終端速度 −ηg/(1 − γ) に近づく（g ≠ 0）。",
            "and a constant gradient g the velocity tends to −ηg/(1 − γ) (g ≠ 0).",
        ),
        (
            PAPER,
            "inverse.alpha.4@1",
            (
                "（この問題での定義: vₜ = μvₜ₋₁ − αgₜ。"
                "Adam の論文と Sutskever らの論文の記号を用い、"
                "学習率を α、モーメンタムの係数を μ と書く）"
            ),
            (
                "(Convention: vₜ = μvₜ₋₁ − αgₜ; notation of the papers on Adam and by Sutskever "
                "and others: learning rate α, momentum coefficient μ.)"
            ),
        ),
        (
            PAPER,
            "adam.m_hat.2@1",
            (
                "（この問題での定義: m は勾配の指数移動平均で、バイアス補正した値が m\u0302。"
                "Adam の論文の記号を用いる）"
            ),
            (
                "(Convention: m is the exponential moving average of the gradients, and m\u0302 is "
                "m bias-corrected; notation of the paper on Adam.)"
            ),
        ),
    ],
)
def test_a_prompt_reads_well_in_every_notation(
    notation: Notation, variant: str, japanese: str, english: str
) -> None:
    prompt = problem_by_variant(variant).prompt_in(notation)
    assert japanese in flat(prompt.ja)
    assert english in flat(prompt.en)


@pytest.mark.parametrize(
    ("notation", "family", "slip", "japanese", "english"),
    [
        (
            BOOK_WEIGHTS,
            "adam",
            "adam.lr_t.compounded",
            "ηₜ を前の ηₜ に掛け重ねている",
            "ηₜ is multiplied onto the ηₜ before",
        ),
        (
            GOODFELLOW,
            "adam",
            "adam.betas_swapped",
            "ρ₁ は1次モーメント s の、ρ₂ は2次モーメント r の減衰率です。",
            "ρ₁ is the decay rate of the first moment s, ρ₂ of the second moment r.",
        ),
        (
            GOODFELLOW,
            "rmsprop",
            "epsilon.outside.put_inside",
            "この問題の定義では δ は根号の外です。√r を先に計算し、そこに δ を足します。",
            "Here δ stands outside: take √r first and add δ to it.",
        ),
        (
            RUDER,
            "rmsprop",
            "rmsprop.theta.multiplied",
            "√(E[g²]) で割らずに掛けている",
            "multiplied by √(E[g²]) instead of divided",
        ),
        (
            PAPER,
            "momentum",
            "momentum.v.rates_swapped",
            (
                "μ は過去の速度をどれだけ残すか、α は勾配をどれだけ効かせるかを決めます。"
                "過去の v に掛かるのは μ のほうです。"
            ),
            (
                "μ says how much of the old velocity stays, α how strongly the gradient acts: it "
                "is μ that multiplies the old v."
            ),
        ),
    ],
)
def test_a_slip_reads_well_in_every_notation(
    notation: Notation, family: str, slip: str, japanese: str, english: str
) -> None:
    texts = (slip_by_id(slip).name, slip_by_id(slip).explanation)
    own = [notation.relettered(text, family) for text in texts]
    assert japanese in [flat(text.ja) for text in own]
    assert english in [flat(text.en) for text in own]
