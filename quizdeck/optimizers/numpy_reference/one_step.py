"""One step of a NumPy optimizer from states that are given: the third derivation of its numbers."""

from collections.abc import Mapping

import numpy as np

from quizdeck.optimizers.numpy_reference import REFERENCES, Parameters

_KEY = "theta"
_UPDATE = "delta_theta"


def after_one_step(
    method_id: str, quantity: str, numbers: Mapping[str, float], gradient: float
) -> float:
    """Return ``quantity`` after step ``t`` of ``numbers``.

    They hold the rates, and states before the step such as ``m0``; what is missing is 0.
    """
    states = {name[:-1]: value for name, value in numbers.items() if name.endswith("0")}
    rates = {name: value for name, value in numbers.items() if not name.endswith("0")}
    t, start = int(rates.pop("t")), states.pop(_KEY, 0.0)
    optimizer = REFERENCES[method_id](**rates)
    for name, value in states.items():
        setattr(optimizer, name, {_KEY: np.array([value])})
    if hasattr(optimizer, "iter"):
        optimizer.iter = t - 1
    params: Parameters = {_KEY: np.array([start])}
    optimizer.update(params, {_KEY: np.array([gradient])})
    if quantity == _UPDATE:
        return float((params[_KEY] - start)[0])
    if quantity == _KEY:
        return float(params[_KEY][0])
    kept = getattr(optimizer, quantity)
    return float(kept[_KEY][0] if isinstance(kept, dict) else kept)
