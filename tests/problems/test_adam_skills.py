"""Adam's skills against published and measured numbers."""

from fractions import Fraction

import pytest

from quizdeck.export.flat_text import flat
from quizdeck.expressions.exact import midpoint
from quizdeck.optimizers.adam import BOOK, PAPER
from quizdeck.optimizers.method import Method
from quizdeck.problems.path import value_of
from quizdeck.problems.precision import Precision, PrecisionRule
from quizdeck.problems.problem import build
from quizdeck.problems.skill import Skill
from quizdeck.problems.skills.adam import SKILLS
from quizdeck.problems.skills.registry import skill_by_id
from quizdeck.problems.slips.registry import slip_by_id
from quizdeck.problems.space import Draw
from quizdeck.problems.wrong_values import modelled_slips
from quizdeck.text import Language

_CANONICAL = {
    "lr": Fraction("0.1"),
    "beta1": Fraction("0.9"),
    "beta2": Fraction("0.999"),
    "eps": Fraction("1e-8"),
    "theta0": Fraction(1),
}
_GRADIENTS = tuple(map(Fraction, (2, -1, 4)))


def _canonical(method: Method) -> float:
    return float(midpoint(value_of(method, "theta", Draw(_CANONICAL, _GRADIENTS))))


def _cell(text: str) -> Draw:
    beta1, beta2, *gradients = map(Fraction, text.split())
    rates = {"lr": Fraction(1), "eps": Fraction(0), "beta1": beta1, "beta2": beta2}
    return Draw(rates, tuple(gradients))


# θ_3 from θ_0 = 1 with g = (2, -1, 4): measured with ordinary optimizers changed in one place.
@pytest.mark.parametrize(
    ("slip_id", "method", "theta"),
    [
        ("adam.no_correction", PAPER, 0.2448),
        ("adam.no_correction", BOOK, 0.2448),
        ("adam.exponents_forgotten", PAPER, 0.7612),
        ("adam.lr_t.exponents_forgotten", BOOK, 0.7612),
        ("adam.v_hat.not_corrected", PAPER, -3.96),
        ("adam.m_hat.not_corrected", PAPER, 0.967),
        ("adam.step_too_late", PAPER, 0.8429),
        ("adam.betas_swapped", PAPER, 0.8068),
        ("adam.m.gradient_squared", PAPER, 0.3660),
        ("adam.theta.no_root", PAPER, 0.9083),
        ("adam.theta.multiplied", PAPER, 0.0725),
        ("adam.theta.raw_gradient", PAPER, 0.8121),
        ("adam.lr_t.upside_down", BOOK, -2.09),
        ("adam.lr_t.no_root", BOOK, 0.9920),
        ("adam.lr_t.compounded", BOOK, 0.8784),
    ],
)
def test_slips_lead_where_measured_ones_led(slip_id: str, method: Method, theta: float) -> None:
    wrong = _canonical(slip_by_id(slip_id).applied_to(method))
    assert wrong == pytest.approx(theta, abs=5e-4 if abs(theta) < 1 else 5e-3)


def test_both_corrected_moments_carried_on() -> None:
    wrong = slip_by_id("adam.m_hat.carried").applied_to(PAPER)
    wrong = slip_by_id("adam.v_hat.carried").applied_to(wrong)
    assert _canonical(wrong) == pytest.approx(0.8762, abs=1e-4)


@pytest.mark.parametrize("method", [BOOK, PAPER])
def test_the_right_way_leads_where_it_should(method: Method) -> None:
    assert _canonical(method) == pytest.approx(0.807555, abs=1e-6)


@pytest.mark.parametrize(
    ("cell", "update"),
    [
        ("2/3 0.6 3 1", "-0.9"),
        ("2/3 0.6 1 -5", "0.65"),
        ("2/3 0.96 5 1", "-0.728"),
        ("3/4 0.96 5 -1", "-0.44"),
        ("2/3 1/2 4 2 -1", "-0.5"),
        ("1/4 0.6 5 5 -1", "-0.12"),
        ("1/4 0.6 9 -5 8", "-0.75"),
    ],
)
def test_clean_cells(cell: str, update: str) -> None:
    assert value_of(PAPER, "delta_theta", _cell(cell)) == Fraction(update)


@pytest.mark.parametrize(("start", "gradient", "end"), [("-7", "-0.7", "-6.7"), ("2", "4", "1.7")])
def test_the_first_step_on_the_valley(start: str, gradient: str, end: str) -> None:
    rates = {**_CANONICAL, "lr": Fraction("0.3"), "eps": Fraction(0), "theta0": Fraction(start)}
    assert value_of(PAPER, "theta", Draw(rates, (Fraction(gradient),))) == Fraction(end)


def test_the_corrected_rate_falls_to_its_least_at_twelve() -> None:
    skill = skill_by_id("adam.lr_t.calculator.4")
    rates = {**_CANONICAL, "lr": Fraction(1)}
    by_step = {
        t: midpoint(
            value_of(skill.method, "lr_t", Draw({**rates, "t": Fraction(t)}, _GRADIENTS[:1]))
        )
        for t in range(1, 30)
    }
    assert min(by_step, key=lambda t: by_step[t]) == 12
    assert float(by_step[1]) == pytest.approx(0.3162, abs=1e-4)
    assert float(by_step[12]) == pytest.approx(0.152, abs=1e-3)


@pytest.mark.parametrize("quantity", ["m_hat", "v_hat", "lr_t", "delta_theta"])
def test_the_calculator_takes_the_default_rates(quantity: str) -> None:
    skill = skill_by_id(f"adam.{quantity}.calculator.4")
    assert skill.precision == Precision(PrecisionRule.SIGNIFICANT, 3)
    problem = build(skill, 1)
    assert (problem.given["beta1"], problem.given["beta2"]) == ("0.9", "0.999")
    assert "電卓を使用してよい" in flat(problem.prompt.in_language(Language.JAPANESE))
    assert "calculator" in flat(problem.prompt.in_language(Language.ENGLISH))


def test_exact_problems_mention_no_calculator() -> None:
    assert "電卓" not in build(skill_by_id("adam.m_hat.2"), 1).prompt.ja


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
def test_a_large_eps_is_said_to_be_so_on_purpose(skill: Skill) -> None:
    problem = build(skill, 1)
    is_large = problem.given.get("eps", "0") != "0"
    assert ("効き方が見えるように" in problem.prompt.ja) is is_large
    assert ("large on purpose" in problem.prompt.en) is is_large


@pytest.mark.parametrize("quantity", ["m", "v", "lr_t"])
def test_what_reads_no_eps_is_defined_without_it(quantity: str) -> None:
    assert "ε" in BOOK.convention.ja
    assert "ε" not in BOOK.convention_of(quantity).ja
    assert BOOK.convention_of("delta_theta") is BOOK.convention


def test_the_first_step_hides_the_betas() -> None:
    known = {modelled.slip.id for modelled in modelled_slips(skill_by_id("adam.theta.1"))}
    assert known.isdisjoint({"adam.betas_swapped", "adam.theta.raw_gradient"})


def test_the_place_of_eps_shows_only_where_eps_does() -> None:
    visible = {modelled.slip.id for modelled in modelled_slips(skill_by_id("adam.epsilon.3"))}
    hidden = {modelled.slip.id for modelled in modelled_slips(skill_by_id("adam.delta_theta.3"))}
    about_eps = {id_ for id_ in visible if "eps" in id_}
    assert len(about_eps) == 4
    assert hidden.isdisjoint(about_eps)


@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: skill.id)
def test_diagnoses_stay_few_enough_to_mean_something(skill: Skill) -> None:
    assert 4 <= len(modelled_slips(skill)) <= 14
