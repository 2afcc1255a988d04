"""How the books and papers write the names of the equations: one value a notation.

A notation is a switch over one and the same problem: the numbers stay, the letters change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from quizdeck.text import Localized

Letters = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Notation:
    """The LaTeX letter of every name; ``families`` holds what one family of methods has apart."""

    id: str
    name: Localized
    letters: Letters
    families: Mapping[str, Letters] = field(default_factory=dict)

    def letter(self, name: str, family: str = "") -> str:
        """Return the letter of ``name`` in the equations of ``family``, without a step index."""
        own = self.families.get(family, {})
        return own.get(name) or self.letters.get(name, name)

    def with_letters(self, **letters: str) -> "Notation":
        """Return the notation with other letters for some names, in every family."""
        return replace(self, letters={**self.letters, **letters})


_COMMON = {
    "rho": r"\rho",
    "theta": r"\theta",
    "delta_theta": r"\Delta\theta",
    "m_hat": r"\hat{m}",
    "v_hat": r"\hat{v}",
    "v_max": r"v^{\max}",
    "beta1": r"\beta_1",
    "beta2": r"\beta_2",
    "weight_decay": r"\lambda",
    "g_x": "g^{(x)}",
    "g_y": "g^{(y)}",
    "h_x": "h^{(x)}",
    "h_y": "h^{(y)}",
    "gamma": r"\gamma",
    # The numbers of puzzles; a letter with an index of its own takes no step index.
    "theta0": r"\theta_0",
    "theta1": r"\theta_1",
    "m_before": "m_{t-1}",
    "v_before": "v_{t-1}",
    "g_size": r"\left|g_1\right|",
    "x0": "x_0",
    "y0": "y_0",
    "lr_min": r"\mathrm{lr}_{\min}",
    "lr_max": r"\mathrm{lr}_{\max}",
    "lr_adam": r"\mathrm{lr}_{\mathrm{Adam}}",
    "k_max": r"k_{\max}",
    "weight": "w_{t,i}",
    "t_weight": r"t_{\min}",
    "t_descent": r"t_{\min}",
    "t_speed": r"t_{\min}",
    "t_size": "t",
    "ratio_uncorrected": "r",
    "ratio_first": "r",
    "ratio_valley": "r",
    "k_steep": r"k_{\max}",
    "k_bowl": r"k_{\max}",
    "lr_bowl": r"\mathrm{lr}_{\max}",
    "lr_momentum": r"\mathrm{lr}_{\max}",
    "g_l2": "g'_1",
    "step_l2": r"\Delta\theta_1",
    "step_adamw": r"\Delta\theta_1",
    "update_outside": r"\Delta\theta_t",
    "update_inside": r"\Delta\theta_t",
    "total": r"\sum_i w_{t,i}",
    "step_size": r"\left|\Delta\theta_t\right|",
}
_MEAN_SQUARES = {"h": "E[g^2]", "s": r"E[\Delta\theta^2]"}
_GOODFELLOW_MOMENTS = {
    "beta1": r"\rho_1",
    "beta2": r"\rho_2",
    "m": "s",
    "m_hat": r"\hat{s}",
    "v": "r",
    "v_hat": r"\hat{r}",
    "v_max": r"r^{\max}",
}

BOOK = Notation(
    id="book",
    name=Localized(
        ja="本のコード（lr, α, β₁, β₂, h, ε）", en="the book's code (lr, α, β₁, β₂, h, ε)"
    ),
    letters={
        **_COMMON,
        "lr": r"\mathrm{lr}",
        "lr_t": r"\mathrm{lr}",
        "alpha": r"\alpha",
        "eps": r"\varepsilon",
    },
)

BOOK_WEIGHTS = replace(
    BOOK.with_letters(theta="W", delta_theta=r"\Delta W"),
    id="book_weights",
    name=Localized(ja="本の数式（パラメータは W）", en="the book's formulas (the parameter is W)"),
)

# Goodfellow, Bengio, Courville 2016, sections 8.3 and 8.5: s is the first moment, r the second.
GOODFELLOW = Notation(
    id="goodfellow",
    name=Localized(
        ja="Goodfellow ら（学習率 ε, 安定化 δ, ρ₁, ρ₂, s, r）",
        en="Goodfellow et al. (rate ε, stabiliser δ, ρ₁, ρ₂, s, r)",
    ),
    letters={
        **_COMMON,
        "lr": r"\epsilon",
        "lr_t": r"\epsilon",
        "alpha": r"\alpha",
        "eps": r"\delta",
        "h": "r",
    },
    families=dict.fromkeys(("adam", "amsgrad", "adamw", "adamax"), _GOODFELLOW_MOMENTS),
)

# Ruder 2016, "An overview of gradient descent optimization algorithms", section 4.
RUDER = Notation(
    id="ruder",
    name=Localized(
        ja="Ruder（学習率 η, モーメンタム・減衰 γ, G, E[g²]）",
        en="Ruder (rate η, momentum and decay γ, G, E[g²])",
    ),
    letters={
        **_COMMON,
        "lr": r"\eta",
        "lr_t": r"\eta",
        "alpha": r"\gamma",
        "rho": r"\gamma",
        "eps": r"\epsilon",
    },
    families={"adagrad": {"h": "G"}, "rmsprop": _MEAN_SQUARES, "adadelta": _MEAN_SQUARES},
)

# Kingma and Ba 2015 for Adam and its kin, Zeiler 2012 for the mean squares; the momentum is the μ
# of Sutskever et al. 2013, for α is the learning rate here.
PAPER = Notation(
    id="paper",
    name=Localized(
        ja="Adam の論文（学習率 α, β₁, β₂, m̂, v̂, ε）",
        en="the paper on Adam (rate α, β₁, β₂, m̂, v̂, ε)",
    ),
    letters={
        **_COMMON,
        "lr": r"\alpha",
        "lr_t": r"\alpha",
        "alpha": r"\mu",
        "eps": r"\epsilon",
    },
    families={"adagrad": {"h": "G"}, "rmsprop": _MEAN_SQUARES, "adadelta": _MEAN_SQUARES},
)

NOTATIONS: tuple[Notation, ...] = (BOOK, BOOK_WEIGHTS, GOODFELLOW, RUDER, PAPER)
