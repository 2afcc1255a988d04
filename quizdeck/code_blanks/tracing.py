"""Call one piece of code on given states and note its numbers."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

Record = tuple[str, list[int], list[float]]  # where, the shape, the numbers

MOST_NUMBERS = 10_000


def optimizer_trace(
    build: Callable[..., Any],
    settings: Mapping[str, float],
    method: str,
    attributes: Sequence[str],
    states: Sequence[Mapping[str, Any]],
) -> list[Record]:
    """Return ``params`` and the ``attributes`` after every step from every state."""
    records: list[Record] = []
    for number, state in enumerate(states, start=1):
        optimizer = build(**settings)
        params = _arrays(state["params"])
        for step, gradients in enumerate(state["grads"], start=1):
            getattr(optimizer, method)(params, _arrays(gradients))
            place = f"state {number}, step {step}"
            records += _records(f"{place}, params", {key: params[key] for key in state["params"]})
            for name in attributes:
                records += _records(f"{place}, {name}", getattr(optimizer, name))
    return records


def function_trace(
    function: Callable[..., Any], states: Sequence[Mapping[str, Any]]
) -> list[Record]:
    """Return what ``function`` returns for every state of arguments."""
    records: list[Record] = []
    for number, state in enumerate(states, start=1):
        records += _records(f"state {number}", function(**arguments(state)))
    return records


def result_records(number: int, namespace: Mapping[str, Any], names: Sequence[str]) -> list[Record]:
    """Return what a script left under ``names``."""
    return [
        record for name in names for record in _records(f"state {number}, {name}", namespace[name])
    ]


def arguments(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return fresh arrays and numbers, which the code may change."""
    return {
        name: np.array(value, dtype=np.float64) if isinstance(value, list) else value
        for name, value in state.items()
    }


def _arrays(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: np.array(value, dtype=np.float64) for key, value in values.items()}


def _records(where: str, value: Any) -> Iterator[Record]:  # noqa: ANN401 - whatever the code made
    if isinstance(value, dict):
        for key in sorted(value, key=str):
            yield from _records(f"{where}[{key}]", value[key])
    elif isinstance(value, (tuple, list)):
        for position, part in enumerate(value, start=1):
            yield from _records(f"{where} #{position}", part)
    else:
        array = np.asarray(value)
        if array.dtype.kind not in "biuf" and not hasattr(value, "__array__"):
            raise TypeError(f"{where} is no number: {type(value).__name__}")
        if math.prod(array.shape) > MOST_NUMBERS:
            raise ValueError(f"{where} holds more than {MOST_NUMBERS} numbers")
        yield where, list(array.shape), np.asarray(array, dtype=np.float64).ravel().tolist()
