"""The same equations in the letters of other books."""

import pytest

from quizdeck.expressions.typeset_line import one_line
from quizdeck.optimizers.method import GRADIENT, PARAMETER, STEP, Method
from quizdeck.optimizers.notations import (
    BOOK,
    BOOK_WEIGHTS,
    GOODFELLOW,
    NOTATIONS,
    PAPER,
    RUDER,
    Notation,
)
from quizdeck.optimizers.registry import METHODS, method_by_id
from quizdeck.optimizers.symbols import formulas, gradient_latex, letters_of, symbol

all_methods = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
all_notations = pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.id)


def lines(id_: str, notation: Notation = BOOK, quantity: str | None = None) -> list[str]:
    return [one_line(latex) for latex in formulas(method_by_id(id_), quantity, notation)]


@all_methods
@all_notations
def test_every_equation_can_be_typeset(method: Method, notation: Notation) -> None:
    for latex in formulas(method, notation=notation):
        assert "=" in one_line(latex)


@all_methods
@all_notations
def test_no_two_names_of_a_method_share_a_letter(method: Method, notation: Notation) -> None:
    varying = {GRADIENT, PARAMETER, *method.quantities}
    letters = [symbol(name, STEP, notation, method.family) for name in varying]
    letters += [symbol(name, None, notation, method.family) for name in method.hyperparameters]
    assert len(set(map(one_line, letters))) == len(letters)


@all_methods
@all_notations
def test_no_name_is_written_as_it_is_spelt_in_the_code(method: Method, notation: Notation) -> None:
    for name in (*method.quantities, *method.hyperparameters):
        assert "_" not in notation.letter(name, method.family).replace(r"\beta_", "").replace(
            r"\rho_", ""
        )


@all_methods
@all_notations
def test_a_formula_has_the_letters_that_a_text_about_it_has(
    method: Method, notation: Notation
) -> None:
    text = notation.relettering(letters_of(method))
    assert formulas(method, notation=notation) == tuple(map(text.latex, formulas(method)))


@all_methods
def test_a_method_has_the_letters_of_its_family(method: Method) -> None:
    assert letters_of(method) == method.family


def test_subscripts_follow_from_the_order_of_the_equations() -> None:
    assert lines("adam.book") == [
        "mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ",
        "vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²",
        "lrₜ = (lr · √(1 − β₂ᵗ))/(1 − β₁ᵗ)",
        "θₜ = θₜ₋₁ − (lrₜ · mₜ)/(√vₜ + ε)",
    ]


def test_goodfellow_writes_the_rate_as_epsilon_and_the_stabiliser_as_delta() -> None:
    assert lines("adam.paper", GOODFELLOW)[:3] == [
        "sₜ = ρ₁sₜ₋₁ + (1 − ρ₁)gₜ",
        "rₜ = ρ₂rₜ₋₁ + (1 − ρ₂)gₜ²",
        "s\u0302ₜ = sₜ/(1 − ρ₁ᵗ)",
    ]
    assert lines("adagrad.book", GOODFELLOW)[-1] == "θₜ = θₜ₋₁ − (ε · gₜ)/(√rₜ + δ)"


def test_ruder_writes_momentum_and_decay_as_gamma() -> None:
    assert lines("momentum.ruder", RUDER)[0] == "vₜ = γvₜ₋₁ + η · gₜ"
    assert lines("rmsprop.inside", RUDER) == [
        "E[g²]ₜ = γE[g²]ₜ₋₁ + (1 − γ)gₜ²",
        "θₜ = θₜ₋₁ − (η · gₜ)/√(E[g²]ₜ + ε)",
    ]


def test_the_paper_writes_the_rate_as_alpha_and_so_the_momentum_otherwise() -> None:
    assert lines("adam.paper", PAPER)[-1] == "θₜ = θₜ₋₁ − (α · m̂ₜ)/(√v̂ₜ + ε)"
    assert lines("momentum.book", PAPER)[0] == "vₜ = μvₜ₋₁ − α · gₜ"


def test_the_formulas_of_the_book_write_eta_and_w() -> None:
    assert lines("sgd.book", BOOK_WEIGHTS) == ["Wₜ = Wₜ₋₁ − η · gₜ"]
    assert symbol("delta_theta", "2", BOOK_WEIGHTS) == r"\Delta W_2"


def test_a_gradient_taken_elsewhere_is_said_first() -> None:
    assert lines("nesterov.lookahead") == [
        "gₜ = ∇L(θₜ₋₁ + αvₜ₋₁)",
        "vₜ = αvₜ₋₁ − lr · gₜ",
        "θₜ = θₜ₋₁ + vₜ",
    ]
    assert one_line(gradient_latex(method_by_id("nesterov.book"))) == "gₜ = ∇L(θₜ₋₁)"


def test_only_the_lines_that_lead_to_a_quantity_are_shown() -> None:
    assert len(lines("adam.book", quantity="v")) == 1
    assert [line[0] for line in lines("adam.book", quantity="delta_theta")] == ["m", "v", "l", "θ"]
    assert [line[:2] for line in lines("adadelta", quantity="delta_theta")] == ["hₜ", "Δθ", "sₜ"]
