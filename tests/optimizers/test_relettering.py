"""Authored text in other letters: which characters are letters, and which only look like them."""

import pytest

from quizdeck.optimizers.notations import BOOK, GOODFELLOW, PAPER, RUDER
from quizdeck.optimizers.relettering import Relettering
from quizdeck.text import Localized

SWAP = Relettering({r"\mathrm{lr}": r"\alpha", r"\alpha": r"\mu"})
MOMENTS = Relettering({"m": "s", "v": "r", r"\beta_1": r"\rho_1", r"\beta": r"\rho"})
MEANS = Relettering({r"\mathrm{lr}": r"\eta", "h": "E[g^2]", "s": r"E[\Delta\theta^2]"})
WEIGHTS = Relettering({r"\mathrm{lr}": r"\eta", r"\theta": "W"})


@pytest.mark.parametrize(
    ("letters", "book", "other"),
    [
        (SWAP, r"$\mathrm{lr} \cdot g + \alpha v$", r"$\alpha \cdot g + \mu v$"),
        (MOMENTS, r"$\hat{m}_t / \sqrt{\hat{v}_t}$", r"$\hat{s}_t / \sqrt{\hat{r}_t}$"),
        (MOMENTS, r"$1 - \beta_1^t$, $1 - \beta^t$", r"$1 - \rho_1^t$, $1 - \rho^t$"),
        (MOMENTS, r"$v^{\max}_{t-1} = \max(m, v)$", r"$r^{\max}_{t-1} = \max(s, r)$"),
        (MEANS, r"$\sqrt{h_t} + \sqrt{s}$", r"$\sqrt{E[g^2]_t} + \sqrt{E[\Delta\theta^2]}$"),
        (MEANS, r"$\cos h$, $\mathrm{lr}_{\mathrm{hs}}$", r"$\cos E[g^2]$, $\eta_{\mathrm{hs}}$"),
        (MEANS, r"$$\mathrm{lr}_{t-1}$$", r"$$\eta_{t-1}$$"),
    ],
)
def test_letters_of_a_formula_are_exchanged_all_at_once(
    letters: Relettering, book: str, other: str
) -> None:
    assert letters.text(book) == other


@pytest.mark.parametrize(
    ("book", "other"),
    [
        (r"$\Delta\theta_t$", r"$\Delta W_t$"),
        (r"$\lambda\theta x$", r"$\lambda W x$"),
        (r"$\mathrm{lr}k$", r"$\eta k$"),
        (r"$\mathrm{lr} \, g_t$", r"$\eta g_t$"),
        (r"$2\theta$", "$2W$"),
    ],
)
def test_a_formula_stays_a_formula_beside_a_command(book: str, other: str) -> None:
    assert WEIGHTS.text(book) == other


@pytest.mark.parametrize(
    ("letters", "book", "other"),
    [
        (SWAP, "α は残す割合、lr は歩幅", "μ は残す割合、α は歩幅"),
        (SWAP, "−lr·g と αv と lr/√t", "−α·g と μv と α/√t"),
        (MOMENTS, "m\u0302 と √v\u0302、1 − β₁ᵗ、m₀", "s\u0302 と √r\u0302、1 − ρ₁ᵗ、s₀"),
        (MOMENTS, "v^max の平方根", "r^max の平方根"),
        (MEANS, "√h で割り、√(s + ε) を掛ける", "√(E[g²]) で割り、√(E[Δθ²] + ε) を掛ける"),
        (MEANS, "lr_t と lr − lr_min", "ηₜ と η − ηₘᵢₙ"),
        (WEIGHTS, "θ₀, λθ, θ+αv", "W₀, λW, W+αv"),
    ],
)
def test_letters_between_the_formulas_are_exchanged_as_they_are_typeset(
    letters: Relettering, book: str, other: str
) -> None:
    assert letters.text(book) == other


@pytest.mark.parametrize(
    "text",
    [
        "however small, lrs and holr, the mean",
        "Adam's and AdaGrad’s sums",
        "`h += grads[key]**2` and `lr`",
        "RMSProp, AdamW, hs",
        r"$\max$, $\mathrm{shs}$, $\lambda$",
    ],
)
def test_letters_within_words_and_code_are_none(text: str) -> None:
    assert MEANS.text(text) == text


def test_the_letters_that_a_text_has_are_found_in_and_between_its_formulas() -> None:
    text = r"lr は歩幅、$\beta_1$ は `h` の、Adam's"
    assert MEANS.letters_in(text) == {r"\mathrm{lr}"}
    assert MOMENTS.letters_in(text) == {r"\beta_1"}


def test_the_book_is_left_as_it_is_written() -> None:
    text = Localized(ja=r"lr と $\alpha \, v$", en=r"lr and $\alpha \, v$")
    assert BOOK.relettered(text, "momentum") == text


def test_one_letter_may_mean_two_things_in_two_families() -> None:
    text = Localized(ja="v と ρ と h", en="v, ρ and h")
    assert GOODFELLOW.relettered(text, "momentum").ja == "v と ρ と r"
    assert GOODFELLOW.relettered(text, "adam").en == "r, ρ and r"
    assert RUDER.relettered(text, "adagrad").ja == "v と γ と G"
    assert PAPER.relettered(text, "rmsprop").en == "E[g²], ρ and E[g²]"
