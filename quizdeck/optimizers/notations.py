"""How the books and papers write the names of the equations: one value a notation.

A notation is a switch over one and the same problem: the numbers stay, the letters change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quizdeck.optimizers.relettering import Letters, Relettering
from quizdeck.text import Localized

# The puzzle that writes two methods side by side, where one letter may not stand for both.
SIDE_BY_SIDE = "compare.first_steps"

# How the book's code writes the names whose letters are not the names themselves.
_BOOK_LETTERS = {
    "lr": r"\mathrm{lr}",
    "lr_t": r"\mathrm{lr}",
    "alpha": r"\alpha",
    "eps": r"\varepsilon",
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
    "lr_plain": r"\mathrm{lr}'",
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


@dataclass(frozen=True, eq=False)
class Notation:
    """The letters that differ from the book's code, LaTeX to LaTeX.

    ``families`` holds what one family of methods has apart. ``source`` says in words whose letters
    these are, and ``sources`` where a family has them from elsewhere.
    """

    id: str
    name: Localized
    source: Localized
    letters: Letters = field(default_factory=dict)
    families: Mapping[str, Letters] = field(default_factory=dict)
    sources: Mapping[str, Localized] = field(default_factory=dict)

    def letter(self, name: str, family: str = "") -> str:
        """Return the letter of ``name`` in the equations of ``family``, without a step index."""
        return self.relettering(family).latex(_BOOK_LETTERS.get(name, name))

    def relettered(self, text: Localized, family: str) -> Localized:
        """Return a text about ``family`` that is written in the book's letters."""
        return self.relettering(family).localized(text)

    def relettering(self, family: str) -> Relettering:
        """Return what exchanges the book's letters in what is written about ``family``."""
        return _relettering(self, family)

    def source_for(self, family: str) -> Localized:
        """Return whose letters those of ``family`` are."""
        return self.sources.get(family, self.source)


@lru_cache(maxsize=256)
def _relettering(notation: Notation, family: str) -> Relettering:
    return Relettering({**notation.letters, **notation.families.get(family, {})})


_ADAMS = ("adam", "amsgrad", "adamw", "adamax")
_MEAN_SQUARE = "E[g^2]"
_SUM_OF_SQUARES = {"h": "G"}

BOOK = Notation(
    id="book",
    name=Localized(
        ja="本のコード（lr, α, β₁, β₂, h, ε）", en="the book's code (lr, α, β₁, β₂, h, ε)"
    ),
    source=Localized(ja="本のコード", en="the book's code"),
)

BOOK_WEIGHTS = Notation(
    id="book_weights",
    name=Localized(
        ja="本の数式（学習率 η, パラメータ W）", en="the book's formulas (rate η, parameter W)"
    ),
    source=Localized(ja="本の数式", en="the book's formulas"),
    letters={r"\mathrm{lr}": r"\eta", r"\theta": "W"},
)

# Goodfellow, Bengio, Courville 2016, sections 8.3 and 8.5: s is the first moment, r the second. The
# ratios that puzzles call r make way.
_GOODFELLOW_MOMENTS = {
    "m": "s",
    "v": "r",
    r"\beta": r"\rho",
    r"\beta_1": r"\rho_1",
    r"\beta_2": r"\rho_2",
}
GOODFELLOW = Notation(
    id="goodfellow",
    name=Localized(
        ja="Goodfellow ら（学習率 ε, 安定化 δ, ρ₁, ρ₂, s, r）",
        en="Goodfellow et al. (rate ε, stabiliser δ, ρ₁, ρ₂, s, r)",
    ),
    source=Localized(ja="Goodfellow らの本", en="Goodfellow, Bengio and Courville"),
    letters={r"\mathrm{lr}": r"\epsilon", r"\varepsilon": r"\delta", "h": "r", "r": "q"},
    families={
        **dict.fromkeys(_ADAMS, _GOODFELLOW_MOMENTS),
        "rmsprop": {"v": "r"},
        SIDE_BY_SIDE: {**_GOODFELLOW_MOMENTS, "v": "r'"},
    },
)

# Ruder 2016, "An overview of gradient descent optimization algorithms", section 4. What a text
# about Adam calls h is AdaGrad's.
RUDER = Notation(
    id="ruder",
    name=Localized(
        ja="Ruder（学習率 η, モーメンタム・減衰 γ, G, E[g²]）",
        en="Ruder (rate η, momentum and decay γ, G, E[g²])",
    ),
    source=Localized(ja="Ruder の解説論文", en="Ruder's overview"),
    letters={
        r"\mathrm{lr}": r"\eta",
        r"\alpha": r"\gamma",
        r"\rho": r"\gamma",
    },
    families={
        "adagrad": _SUM_OF_SQUARES,
        "adam": _SUM_OF_SQUARES,
        "rmsprop": {"h": _MEAN_SQUARE, "v": _MEAN_SQUARE},
        "adadelta": {"h": _MEAN_SQUARE, "s": r"E[\Delta\theta^2]"},
        SIDE_BY_SIDE: {"h": _MEAN_SQUARE},
    },
)

# Kingma and Ba 2015 for Adam and its kin, Zeiler 2012 for the mean squares; the momentum is the μ
# of Sutskever et al. 2013, for α is the learning rate here.
_ADAM_AND_SUTSKEVER = Localized(
    ja="Adam の論文と Sutskever らの論文", en="the papers on Adam and by Sutskever and others"
)
_ADAM_AND_ADADELTA = Localized(
    ja="Adam の論文と AdaDelta の論文", en="the papers on Adam and AdaDelta"
)
PAPER = Notation(
    id="paper",
    name=Localized(
        ja="Adam の論文（学習率 α, β₁, β₂, m̂, v̂, ε）",
        en="the paper on Adam (rate α, β₁, β₂, m̂, v̂, ε)",
    ),
    source=Localized(ja="Adam の論文", en="the paper on Adam"),
    letters={r"\mathrm{lr}": r"\alpha", r"\alpha": r"\mu"},
    families=RUDER.families,
    sources={
        **dict.fromkeys(("momentum", "nesterov"), _ADAM_AND_SUTSKEVER),
        **dict.fromkeys(("rmsprop", "adadelta", SIDE_BY_SIDE), _ADAM_AND_ADADELTA),
        "adagrad": Localized(
            ja="Adam の論文と AdaGrad の論文", en="the papers on Adam and AdaGrad"
        ),
    },
)

NOTATIONS: tuple[Notation, ...] = (BOOK, BOOK_WEIGHTS, GOODFELLOW, RUDER, PAPER)
