"""Write ``oracles.json``: what PyTorch computes, and what the book's formulas give.

Run it where torch is importable: ``python tests/optimizers/make_oracles.py``.
"""

import importlib
import inspect
import json
import platform
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Case = dict[str, Any]

START = "1"
_RANDOM = random.Random(2019)
GRADIENTS: dict[str, list[str]] = {
    "short": ["2", "-1", "4"],
    "falling": ["10", "1", "-0.5", "0.25", "0.1"],
    "tiny": ["0.0000001", "-0.0000002"],
    "random": [f"{_RANDOM.uniform(-5, 5):.2f}" for _ in range(20)],
}
TORCH_CASES: tuple[tuple[str, str, str, str], ...] = (
    ("momentum.pytorch", "SGD", "lr=0.1 momentum=0.9", "lr=0.1 alpha=0.9"),
    ("momentum.pytorch", "SGD", "lr=0.05 momentum=0.5", "lr=0.05 alpha=0.5"),
    ("nesterov.book", "SGD", "lr=0.1 momentum=0.9 nesterov=1", "lr=0.1 alpha=0.9"),
    ("nesterov.book", "SGD", "lr=0.05 momentum=0.5 nesterov=1", "lr=0.05 alpha=0.5"),
    ("adagrad.book", "Adagrad", "lr=0.1", "lr=0.1 eps=0.0000000001"),
    ("adagrad.book", "Adagrad", "lr=1.5 eps=0.001", "lr=1.5 eps=0.001"),
    ("adagrad.keras", "Adagrad", "lr=0.1 eps=0 initial_accumulator_value=0.1", "lr=0.1 eps=0"),
    ("rmsprop.book", "RMSprop", "lr=0.1", "lr=0.1 rho=0.99 eps=0.00000001"),
    ("rmsprop.book", "RMSprop", "lr=0.01 alpha=0.75 eps=0.5", "lr=0.01 rho=0.75 eps=0.5"),
    ("adadelta.paper", "Adadelta", "lr=1", "rho=0.9 eps=0.000001"),
    ("adadelta.paper", "Adadelta", "lr=1 rho=0.95 eps=0.01", "rho=0.95 eps=0.01"),
    ("adam.paper", "Adam", "lr=0.1", "lr=0.1 beta1=0.9 beta2=0.999 eps=0.00000001"),
    ("adam.paper", "Adam", "b=0.75,0.96 eps=0.1", "lr=0.001 beta1=0.75 beta2=0.96 eps=0.1"),
    (
        "amsgrad.pytorch",
        "Adam",
        "lr=0.1 amsgrad=1 b=0.9,0.5",
        "lr=0.1 beta1=0.9 beta2=0.5 eps=0.00000001",
    ),
    (
        "amsgrad.pytorch",
        "Adam",
        "lr=0.1 amsgrad=1 b=0.5,0.9 eps=0.1",
        "lr=0.1 beta1=0.5 beta2=0.9 eps=0.1",
    ),
    (
        "adamw.pytorch",
        "AdamW",
        "lr=0.1",
        "lr=0.1 beta1=0.9 beta2=0.999 eps=0.00000001 weight_decay=0.01",
    ),
    (
        "adamw.pytorch",
        "AdamW",
        "lr=0.05 b=0.75,0.96 weight_decay=0.5",
        "lr=0.05 beta1=0.75 beta2=0.96 eps=0.00000001 weight_decay=0.5",
    ),
    ("adamax.paper", "Adamax", "lr=0.1 eps=0", "lr=0.1 beta1=0.9 beta2=0.999"),
    ("adamax.paper", "Adamax", "lr=0.1 eps=0 b=0.5,0.75", "lr=0.1 beta1=0.5 beta2=0.75"),
)
TORCH_STATES = {
    "momentum.pytorch": {"v": "momentum_buffer"},
    "adagrad.book": {"h": "sum"},
    "adagrad.keras": {"h": "sum"},
    "rmsprop.book": {"h": "square_avg"},
    "adadelta.paper": {"h": "square_avg", "s": "acc_delta"},
    "adam.paper": {"m": "exp_avg", "v": "exp_avg_sq"},
    "amsgrad.pytorch": {"m": "exp_avg", "v": "exp_avg_sq", "v_max": "max_exp_avg_sq"},
    "adamw.pytorch": {"m": "exp_avg", "v": "exp_avg_sq"},
    "adamax.paper": {"m": "exp_avg", "u": "exp_inf"},
}
BOOK_CASES = (
    ("sgd.book", "lr=0.1"),
    ("momentum.book", "lr=0.1 alpha=0.9"),
    ("nesterov.book", "lr=0.1 alpha=0.9"),
    ("adagrad.book", "lr=1.5 eps=0.0000001"),
    ("rmsprop.book", "lr=0.1 rho=0.99 eps=0.0000001"),
    ("adam.book", "lr=0.3 beta1=0.9 beta2=0.999 eps=0.0000001"),
)


def torch_values() -> list[Case]:
    return [
        _torch_case(method, optimizer, settings, rates, gradients)
        for method, optimizer, settings, rates in TORCH_CASES
        for gradients in GRADIENTS
    ]


def torch_defaults() -> dict[str, dict[str, Any]]:
    optim = importlib.import_module("torch").optim
    wanted = ("lr", "momentum", "alpha", "rho", "eps", "betas", "weight_decay")
    defaults = {}
    for name in ("Adagrad", "RMSprop", "Adadelta", "Adam", "AdamW", "Adamax"):
        parameters = inspect.signature(getattr(optim, name)).parameters
        defaults[name] = {key: parameters[key].default for key in wanted if key in parameters}
    return defaults


def book_values() -> list[Case]:
    return [
        {
            "method": method,
            "rates": _words(rates),
            "gradients": gradients,
            "theta": _book_path(method, rates, gradients),
        }
        for method, rates in BOOK_CASES
        for gradients in GRADIENTS
    ]


def _torch_case(method: str, name: str, settings: str, rates: str, gradients: str) -> Case:
    torch = importlib.import_module("torch")
    parameter = torch.tensor([float(START)], dtype=torch.float64, requires_grad=True)
    optimizer = getattr(torch.optim, name)([parameter], **_torch_settings(settings))
    path = []
    for gradient in GRADIENTS[gradients]:
        parameter.grad = torch.tensor([float(gradient)], dtype=torch.float64)
        optimizer.step()
        path.append(float(parameter.detach()[0]))
    kept = optimizer.state[parameter]
    states = TORCH_STATES.get(method, {})
    return {
        "method": method,
        "optimizer": name,
        "settings": settings,
        "rates": _words(rates),
        "gradients": gradients,
        "theta": path,
        "states": {quantity: float(kept[key][0]) for quantity, key in states.items()},
    }


def _torch_settings(words: str) -> dict[str, Any]:
    settings: dict[str, Any] = {
        key: float(value) for key, value in _words(words).items() if "," not in value
    }
    for switch in settings.keys() & {"amsgrad", "nesterov"}:
        settings[switch] = bool(settings[switch])
    for pair in (value for value in _words(words).values() if "," in value):
        first, second = pair.split(",")
        settings["betas"] = (float(first), float(second))
    return settings


def _words(text: str) -> dict[str, str]:
    return {key: value for key, _, value in (word.partition("=") for word in text.split())}


def _book_path(method: str, rates: str, gradients: str) -> list[float]:
    numbers = {key: float(value) for key, value in _words(rates).items()}
    slopes = [float(gradient) for gradient in GRADIENTS[gradients]]
    changes = BOOK_STEPS[method](slopes, **numbers)
    path, theta = [], float(START)
    for change in changes:
        theta += change
        path.append(theta)
    return path


def _book_sgd(slopes: Sequence[float], lr: float) -> list[float]:
    return [-lr * slope for slope in slopes]


def _book_momentum(slopes: Sequence[float], lr: float, alpha: float) -> list[float]:
    changes, velocity = [], 0.0
    for slope in slopes:
        velocity = alpha * velocity - lr * slope
        changes.append(velocity)
    return changes


def _book_nesterov(slopes: Sequence[float], lr: float, alpha: float) -> list[float]:
    changes, velocity = [], 0.0
    for slope in slopes:
        changes.append(alpha * alpha * velocity - (1 + alpha) * lr * slope)
        velocity = alpha * velocity - lr * slope
    return changes


def _book_adagrad(slopes: Sequence[float], lr: float, eps: float) -> list[float]:
    changes, total = [], 0.0
    for slope in slopes:
        total += slope * slope
        changes.append(-lr * slope / (total**0.5 + eps))
    return changes


def _book_rmsprop(slopes: Sequence[float], lr: float, rho: float, eps: float) -> list[float]:
    changes, average = [], 0.0
    for slope in slopes:
        average = average * rho + (1 - rho) * slope * slope
        changes.append(-lr * slope / (average**0.5 + eps))
    return changes


def _book_adam(
    slopes: Sequence[float], lr: float, beta1: float, beta2: float, eps: float
) -> list[float]:
    changes, first, second = [], 0.0, 0.0
    for step, slope in enumerate(slopes, start=1):
        rate = lr * (1 - beta2**step) ** 0.5 / (1 - beta1**step)
        first += (1 - beta1) * (slope - first)
        second += (1 - beta2) * (slope * slope - second)
        changes.append(-rate * first / (second**0.5 + eps))
    return changes


BOOK_STEPS: dict[str, Callable[..., list[float]]] = {
    "sgd.book": _book_sgd,
    "momentum.book": _book_momentum,
    "nesterov.book": _book_nesterov,
    "adagrad.book": _book_adagrad,
    "rmsprop.book": _book_rmsprop,
    "adam.book": _book_adam,
}


def main() -> None:
    oracles = {
        "made_with": {
            "python": platform.python_version(),
            "torch": importlib.import_module("torch").__version__,
        },
        "start": START,
        "gradients": GRADIENTS,
        "torch_defaults": torch_defaults(),
        "torch": torch_values(),
        "book": book_values(),
    }
    lines = (f"{json.dumps(key)}: {_rows(value)}" for key, value in oracles.items())
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    Path(__file__).with_name("oracles.json").write_text(text, encoding="utf-8")


def _rows(value: object) -> str:
    if not isinstance(value, list):
        return json.dumps(value)
    return "[\n" + ",\n".join(f" {json.dumps(case)}" for case in value) + "\n]"


if __name__ == "__main__":
    main()
