"""What every optimizer of the reference has in common."""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Arrays = dict[str, Array]
Parameters = dict[str, Any]  # anything that NumPy takes for an array of numbers
Rate = float | Array


class Optimizer(Protocol):
    """Whatever can take one step."""

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step along its gradient."""


def zeros(params: Parameters) -> Arrays:
    """Return a float array of zeros for every parameter."""
    return {key: np.zeros_like(value, dtype=np.float64) for key, value in params.items()}


def filled(params: Parameters, value: float) -> Arrays:
    """Return a float array full of ``value`` for every parameter."""
    return {key: np.full_like(array, value, dtype=np.float64) for key, array in params.items()}
