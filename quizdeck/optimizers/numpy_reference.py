"""The optimizers as their readers write them: NumPy classes over dicts of arrays.

Each class follows one method of this package, keeps its settings and states under their usual
names, and replaces ``params[key]`` by a new float array, so integer parameters are fine too.
After an update the attributes hold the step's quantities, one array a key.
"""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Arrays = dict[str, Array]
Parameters = dict[str, Any]  # anything that NumPy takes for an array of numbers


class Optimizer(Protocol):
    """Whatever can take one step."""

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step along its gradient."""


def _zeros(params: Parameters) -> Arrays:
    return {key: np.zeros_like(value, dtype=np.float64) for key, value in params.items()}


class SGD:
    """Stochastic gradient descent."""

    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        for key in params:
            params[key] = params[key] - self.lr * grads[key]


class Momentum:
    """Momentum: the velocity ``v`` takes in ``-lr * g`` and is added to the parameters."""

    def __init__(self, lr: float = 0.01, alpha: float = 0.9) -> None:
        self.lr = lr
        self.alpha = alpha
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.v = self.v or _zeros(params)
        for key in params:
            self.v[key] = self.alpha * self.v[key] - self.lr * grads[key]
            params[key] = params[key] + self.v[key]


class AdaGrad:
    """AdaGrad: ``h`` sums squared gradients from zero; ``eps`` stands outside the root."""

    def __init__(self, lr: float = 0.01, eps: float = 1e-7) -> None:
        self.lr = lr
        self.eps = eps
        self.h: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.h = self.h or _zeros(params)
        for key in params:
            self.h[key] = self.h[key] + np.square(grads[key])
            params[key] = params[key] - self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)


class Adam:
    """Adam with the bias correction in ``lr_t`` and ``eps`` beside the uncorrected root."""

    def __init__(
        self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-7
    ) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.iter = 0
        self.lr_t = lr
        self.m: Arrays = {}
        self.v: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or _zeros(params)
        self.v = self.v or _zeros(params)
        self.iter += 1
        self.lr_t = self.lr * np.sqrt(1.0 - self.beta2**self.iter) / (1.0 - self.beta1**self.iter)
        for key in params:
            self.m[key] = self.m[key] + (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] = self.v[key] + (1 - self.beta2) * (np.square(grads[key]) - self.v[key])
            params[key] = params[key] - self.lr_t * self.m[key] / (np.sqrt(self.v[key]) + self.eps)


class AdamPaper:
    """Adam as in Algorithm 1 of the paper: corrected moments, ``eps`` beside the corrected root."""

    def __init__(
        self, lr: float = 0.001, beta1: float = 0.9, beta2: float = 0.999, eps: float = 1e-8
    ) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.iter = 0
        self.m: Arrays = {}
        self.v: Arrays = {}
        self.m_hat: Arrays = {}
        self.v_hat: Arrays = {}

    def update(self, params: Parameters, grads: Parameters) -> None:
        """Move every array of ``params`` by one step."""
        self.m = self.m or _zeros(params)
        self.v = self.v or _zeros(params)
        self.iter += 1
        for key in params:
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * np.square(grads[key])
            self.m_hat[key] = self.m[key] / (1 - self.beta1**self.iter)
            self.v_hat[key] = self.v[key] / (1 - self.beta2**self.iter)
            step = self.lr * self.m_hat[key] / (np.sqrt(self.v_hat[key]) + self.eps)
            params[key] = params[key] - step


REFERENCES: dict[str, type[Optimizer]] = {
    "sgd.book": SGD,
    "momentum.book": Momentum,
    "adagrad.book": AdaGrad,
    "adam.book": Adam,
    "adam.paper": AdamPaper,
}
