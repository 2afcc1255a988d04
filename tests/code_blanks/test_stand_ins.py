"""The stand-in for PyTorch keeps the parts of its behaviour that the order of steps shows."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from quizdeck.code_blanks.execution import Blank, Limits, Listing, Outcome, execute
from quizdeck.code_blanks.runs import Draw, ScriptRun
from quizdeck.code_blanks.stand_ins import fresh_modules

ORACLES = json.loads(
    (Path(__file__).parents[1] / "optimizers" / "oracles.json").read_text(encoding="utf-8")
)
OPTIMIZERS = {
    "momentum.pytorch": "SGD",
    "sgd.book": "SGD",
    "adagrad.book": "Adagrad",
    "adam.paper": "Adam",
}


@pytest.fixture
def torch() -> Iterator[ModuleType]:
    yield fresh_modules()["torch"]
    fresh_modules()


def settings_of(rates: dict[str, str]) -> dict[str, Any]:
    values = {name: float(text) for name, text in rates.items()}
    if "beta1" in values:
        values["betas"] = (values.pop("beta1"), values.pop("beta2"))  # type: ignore[assignment]
    if "alpha" in values:
        values["momentum"] = values.pop("alpha")
    return values


@pytest.mark.parametrize(
    "case",
    [case for case in ORACLES["torch"] if case["method"] in OPTIMIZERS],
    ids=lambda case: f"{case['method']}-{case['rates']}-{case['gradients']}",
)
def test_the_optimizers_walk_pytorch_s_own_path(case: dict[str, Any], torch: ModuleType) -> None:
    theta = torch.nn.Parameter(float(ORACLES["start"]))
    optimizer = getattr(torch.optim, OPTIMIZERS[case["method"]])(
        [theta], **settings_of(case["rates"])
    )
    path = []
    for gradient in ORACLES["gradients"][case["gradients"]]:
        optimizer.zero_grad()
        (theta * float(gradient)).backward()
        optimizer.step()
        path.append(theta.item())
    assert path == pytest.approx(case["theta"], rel=1e-12, abs=1e-13)


def test_gradients_accumulate_until_they_are_forgotten(torch: ModuleType) -> None:
    w = torch.tensor(3.0, requires_grad=True)
    for expected in (6.0, 12.0):
        (w * w).backward()
        assert w.grad.item() == expected
    optimizer = torch.optim.SGD([w], lr=0.5)
    optimizer.zero_grad()
    assert w.grad is None
    optimizer.step()
    assert w.item() == 3.0


def test_a_graph_serves_once(torch: ModuleType) -> None:
    w = torch.tensor(3.0, requires_grad=True)
    loss = w**2
    loss.backward()
    with pytest.raises(RuntimeError, match="second time"):
        loss.backward()


def test_what_does_not_depend_on_a_parameter_has_no_gradient(torch: ModuleType) -> None:
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    for loss in (torch.tensor(1.0), w.sum().detach()):
        with pytest.raises(RuntimeError, match="does not require grad"):
            loss.backward()
    with pytest.raises(RuntimeError, match="scalar"):
        (w * 2).backward()


def test_a_parameter_changes_in_place_only_where_nothing_is_recorded(torch: ModuleType) -> None:
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    with pytest.raises(RuntimeError, match="in-place"):
        w -= 1.0
    with torch.no_grad():
        w -= 1.0
    assert w.numpy().tolist() == [0.0, 1.0]
    w.data -= 1.0
    assert w.numpy().tolist() == [-1.0, 0.0]


Array = np.ndarray[Any, np.dtype[np.float64]]
Formula = Callable[[Any, Any], Any]


def numeric_gradient(loss: Callable[[Array], float], array: Array) -> Array:
    gradient = np.zeros_like(array)
    for index in np.ndindex(*array.shape):
        ends = []
        for change in (1e-6, -1e-6):
            moved = array.copy()
            moved[index] += change
            ends.append(loss(moved))
        gradient[index] = (ends[0] - ends[1]) / 2e-6
    return gradient


@pytest.mark.parametrize(
    "formula",
    [
        lambda w, x: ((w @ x.T - 1) ** 2).mean(),
        lambda w, x: (w * x / (x**2 + 2) - x).sum(),
        lambda w, x: (3 - w / 2 + (-w) * 2 - x @ w.T).sum(),
        lambda w, x: ((x - w.mean()) ** 2 / (w**2 + 1)).mean(),
        lambda w, x: ((1 + w) * (w - x) ** 2).sum(),
        lambda w, x: ((w.T @ x) ** 3).sum(),
    ],
)
def test_gradients_are_those_of_finite_differences(formula: Formula, torch: ModuleType) -> None:
    rng = np.random.default_rng(1)
    start, x = rng.normal(size=(3, 3)), rng.normal(size=(3, 3))
    w = torch.nn.Parameter(start)
    formula(w, torch.tensor(x)).backward()
    expected = numeric_gradient(
        lambda array: formula(torch.tensor(array), torch.tensor(x)).item(), start
    )
    assert w.grad.numpy() == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_a_linear_layer_learns(torch: ModuleType) -> None:
    model = torch.nn.Linear(2, 1)
    x = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.5, 0.5]])
    t = torch.tensor([[1.0], [2.0], [0.0]])
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(200):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x), t)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 10


ORDER = """\
import torch
from torch import nn, optim

model = nn.Linear(3, 2)
criterion = nn.MSELoss()
optimizer = optim.Adam(model.parameters(), lr=0.1)
for _ in range(3):
    {{あ}}
weight = model.weight
"""
RIGHT = "optimizer.zero_grad()\nloss = criterion(model(x), t)\nloss.backward()\noptimizer.step()"
ORDERS = {
    RIGHT: Outcome.RIGHT,
    RIGHT.replace("optimizer.zero_grad()\n", ""): Outcome.DIFFERS,
    RIGHT.replace("optimizer.zero_grad()\n", "") + "\noptimizer.zero_grad()": Outcome.SAME_AS_KEY,
    RIGHT.replace("optimizer", "model", 1): Outcome.SAME_AS_KEY,
    "loss = criterion(model(x), t)\nloss.backward()\noptimizer.zero_grad()\noptimizer.step()": (
        Outcome.DIFFERS
    ),
    "optimizer.step()\noptimizer.zero_grad()\nloss = criterion(model(x), t)\nloss.backward()": (
        Outcome.DIFFERS
    ),
    "optimizer.zero_grad()\nloss = criterion(model(x), t)\noptimizer.step()\nloss.backward()": (
        Outcome.DIFFERS
    ),
    "optimizer.zero_grad()\nloss.backward()\nloss = criterion(model(x), t)\noptimizer.step()": (
        Outcome.RAISES
    ),
}


def test_every_order_of_the_steps_shows_what_it_does() -> None:
    run = ScriptRun(
        {"x0": Draw.ARRAY, "t0": Draw.RATE},
        ("weight", "loss"),
        prelude="import torch\nx = torch.tensor([x0[:3], x0[2:]])\nt = torch.tensor(t0)\n",
    )
    listing = Listing("order", ORDER, (Blank("あ", tuple(ORDERS), 0),), run)
    (results,) = execute([listing], seed="1", limits=Limits(seconds=5))
    assert [result.outcome for result in results["あ"]] == list(ORDERS.values())


def test_a_listing_cannot_change_the_stand_in_for_the_next() -> None:
    code = "import torch\ntorch.optim.SGD.step = None\nx = {{あ}}"
    after = "import torch\nx = {{あ}}\ntorch.optim.SGD([torch.nn.Parameter(1.0)]).step()"
    listings = [
        Listing(str(number), listing, (Blank("あ", ("1", "2"), 0),), ScriptRun({}, ("x",)))
        for number, listing in enumerate((code, after))
    ]
    for results in execute(listings, seed="1"):
        assert [result.outcome for result in results["あ"]] == [Outcome.RIGHT, Outcome.DIFFERS]
