"""The engines against values from outside: PyTorch, and the published code of the book."""

import importlib.util
import json
import runpy
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from quizdeck.expressions.exact import midpoint
from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters
from quizdeck.optimizers.objectives import VALLEY
from quizdeck.optimizers.registry import method_by_id
from quizdeck.optimizers.trace import descent, exact_trace

HERE = Path(__file__).parent
ORACLES = json.loads((HERE / "oracles.json").read_text(encoding="utf-8"))
Case = dict[str, Any]

needs_torch = pytest.mark.skipif(
    importlib.util.find_spec("torch") is None,
    reason="PyTorch is not installed; its stored values are compared instead",
)


def name_of(case: Case) -> str:
    return f"{case['method']}-{'-'.join(case['rates'].values())}-{case['gradients']}"


every_case = pytest.mark.parametrize("case", [*ORACLES["torch"], *ORACLES["book"]], ids=name_of)


def exact_path(case: Case) -> list[dict[str, float]]:
    rates = {name: Fraction(text) for name, text in case["rates"].items()}
    gradients = [Fraction(text) for text in ORACLES["gradients"][case["gradients"]]]
    start = Fraction(ORACLES["start"])
    trace = exact_trace(method_by_id(case["method"]), rates, gradients, start=start)
    return [{name: float(midpoint(value)) for name, value in step.items()} for step in trace]


@every_case
def test_the_exact_engine_walks_the_oracle_s_path(case: Case) -> None:
    path = exact_path(case)
    assert [step["theta"] for step in path] == pytest.approx(case["theta"], rel=1e-12, abs=1e-13)
    for quantity, value in case.get("states", {}).items():
        assert path[-1][quantity] == pytest.approx(value, rel=1e-12, abs=1e-30), quantity


@every_case
def test_the_numpy_engine_walks_the_oracle_s_path(case: Case) -> None:
    rates = {name: float(text) for name, text in case["rates"].items()}
    optimizer = REFERENCES[case["method"]](**rates)
    params: Parameters = {"theta": np.array([float(ORACLES["start"])])}
    path = []
    for gradient in ORACLES["gradients"][case["gradients"]]:
        optimizer.update(params, {"theta": np.array([float(gradient)])})
        path.append(float(params["theta"][0]))
    assert path == pytest.approx(case["theta"], rel=1e-12, abs=1e-13)


def test_the_book_s_values_are_those_of_its_formulas() -> None:
    helper = runpy.run_path(str(HERE / "make_oracles.py"))
    for fresh, stored in zip(helper["book_values"](), ORACLES["book"], strict=True):
        assert fresh == {**stored, "theta": pytest.approx(stored["theta"], rel=1e-14)}


@needs_torch
def test_the_stored_values_are_those_of_pytorch() -> None:
    helper = runpy.run_path(str(HERE / "make_oracles.py"))
    for fresh, stored in zip(helper["torch_values"](), ORACLES["torch"], strict=True):
        assert fresh["theta"] == pytest.approx(stored["theta"], rel=1e-12)
        assert fresh["states"] == pytest.approx(stored["states"], rel=1e-12)


@pytest.mark.parametrize(
    ("id_", "optimizer", "different"),
    [
        ("adagrad.book", "Adagrad", {"eps"}),
        ("rmsprop.book", "RMSprop", {"eps"}),
        ("adadelta.paper", "Adadelta", {"rho"}),
        ("adam.book", "Adam", {"eps"}),
        ("adam.paper", "Adam", set()),
        ("amsgrad.pytorch", "Adam", set()),
        ("adamw.pytorch", "AdamW", set()),
        ("adamax.paper", "Adamax", set()),
    ],
)
def test_defaults_differ_from_pytorch_s_only_where_they_are_known_to(
    id_: str, optimizer: str, different: set[str]
) -> None:
    theirs = dict(ORACLES["torch_defaults"][optimizer])
    theirs["rho"] = theirs.get("rho", theirs.get("alpha"))
    theirs["beta1"], theirs["beta2"] = theirs.get("betas", (None, None))
    ours = {name: float(value) for name, value in method_by_id(id_).defaults}
    assert {name for name, value in ours.items() if theirs[name] != value} == different


def test_pytorch_s_smaller_eps_shows_in_tiny_gradients() -> None:
    """The book's 1e-7 halves AdaGrad's first step at g = 1e-7; PyTorch's 1e-10 does not."""
    (pytorch, *_) = stored("adagrad.book", "tiny")
    book = exact_path({**pytorch, "rates": {"lr": "0.1", "eps": "0.0000001"}})
    assert book[0]["delta_theta"] == pytest.approx(-0.05)
    assert pytorch["theta"][0] - 1 == pytest.approx(-0.1, rel=2e-3)


@pytest.mark.parametrize(("gradient", "ratio"), [("0.00001", 0.76), ("0.0000001", 0.0334)])
def test_the_book_s_eps_is_a_larger_one_in_the_paper_s_place(gradient: str, ratio: float) -> None:
    """At t = 1 the book's ε of 1e-7 acts as 3.16e-6 would in the paper's Algorithm 1."""
    book, paper = (method_by_id(id_) for id_ in ("adam.book", "adam.paper"))
    steps = [
        midpoint(exact_trace(method, dict(method.defaults), [Fraction(gradient)])[0]["delta_theta"])
        for method in (book, paper)
    ]
    assert float(steps[0] / steps[1]) == pytest.approx(ratio, rel=0.01)


def test_keras_starts_adagrad_elsewhere() -> None:
    (keras, *_), (book, *_) = (stored(id_, "short") for id_ in ("adagrad.keras", "adagrad.book"))
    assert keras["states"]["h"] - book["states"]["h"] == pytest.approx(0.1)
    assert keras["theta"] != pytest.approx(book["theta"], rel=1e-4)


def test_pytorch_s_velocity_is_not_the_book_s() -> None:
    (pytorch, *_) = stored("momentum.pytorch", "short")
    path = exact_path({**pytorch, "method": "momentum.book"})
    assert path[-1]["theta"] == pytest.approx(pytorch["theta"][-1])
    assert path[-1]["v"] == pytest.approx(-0.1 * pytorch["states"]["v"])


def stored(id_: str, gradients: str) -> list[Case]:
    return [
        case
        for case in ORACLES["torch"]
        if case["method"] == id_ and case["gradients"] == gradients
    ]


@pytest.mark.parametrize(
    ("id_", "rates", "walk"),
    [
        ("sgd.book", {"lr": 0.95}, [(-6.335, -1.8), (-5.733175, 1.62), (-5.188523, -1.458)]),
        ("momentum.book", {"lr": 0.1}, [(-6.93, 1.6), (-6.7977, 0.92), (-6.610653, 0.124)]),
        ("nesterov.book", {"lr": 0.1}, [(-6.867, 1.24), (-6.679827, 0.4448)]),
        ("adagrad.book", {"lr": 1.5}, [(-5.5, 0.5), (-4.573268, 0.136197)]),
        ("rmsprop.book", {"lr": 0.1}, [(-6, 1), (-5.347327, 0.550987)]),
        ("adam.book", {"lr": 0.3}, [(-6.7, 1.7), (-6.400417, 1.402246), (-6.101549, 1.108912)]),
    ],
)
def test_the_book_s_code_walks_down_the_valley(
    id_: str, rates: dict[str, float], walk: list[tuple[float, float]]
) -> None:
    """f = x²/20 + y² from (−7, 2): values from runs of the code that the book's site offers."""
    method = method_by_id(id_)
    settings = {**{name: float(value) for name, value in method.defaults}, **rates}
    steps = descent(method, settings, VALLEY.gradient, start=VALLEY.start, steps=len(walk))
    for step, point in zip(steps, walk, strict=True):
        assert [axis["theta"] for axis in step] == pytest.approx(point, abs=2e-6)
