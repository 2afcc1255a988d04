"""The optimizers in PyTorch's conventions; a parameter without a gradient stays where it is."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from quizdeck.code_blanks.stand_ins.tensors import Array, Tensor


class Optimizer:
    """What the optimizers share: their parameters and how these are cleared and moved."""

    def __init__(self, params: Iterable[Tensor], lr: float) -> None:
        self.params = list(params)
        self.lr = lr
        if not self.params:
            raise ValueError("optimizer got an empty parameter list")

    def zero_grad(self) -> None:
        """Forget the gradients."""
        for parameter in self.params:
            parameter.grad = None

    def step(self) -> None:
        """Move every parameter that has a gradient."""
        for position, parameter in enumerate(self.params):
            if parameter.grad is not None:
                parameter.array = parameter.array - self.change(position, parameter.grad.array)

    def change(self, position: int, gradient: Array) -> Array:
        """Return what is subtracted from the parameter at ``position``."""
        raise NotImplementedError


class SGD(Optimizer):
    """``b = momentum * b + g``, and ``lr * b`` is subtracted; the first ``b`` is ``g``."""

    def __init__(self, params: Iterable[Tensor], lr: float = 1e-3, momentum: float = 0.0) -> None:
        super().__init__(params, lr)
        self.momentum = momentum
        self.buffers: dict[int, Array] = {}

    def change(self, position: int, gradient: Array) -> Array:
        """Return ``lr`` times the buffer."""
        before = self.buffers.get(position, np.zeros_like(gradient))
        self.buffers[position] = self.momentum * before + gradient
        return self.lr * self.buffers[position]


class Adagrad(Optimizer):
    """AdaGrad with ``eps`` outside the root."""

    def __init__(self, params: Iterable[Tensor], lr: float = 1e-2, eps: float = 1e-10) -> None:
        super().__init__(params, lr)
        self.eps = eps
        self.sums: dict[int, Array] = {}

    def change(self, position: int, gradient: Array) -> Array:
        """Return the gradient over the root of the sum of its squares."""
        self.sums[position] = self.sums.get(position, np.zeros_like(gradient)) + gradient**2
        return self.lr * gradient / (np.sqrt(self.sums[position]) + self.eps)


class Adam(Optimizer):
    """Adam with corrected moments and ``eps`` outside the corrected root."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
    ) -> None:
        super().__init__(params, lr)
        self.betas = betas
        self.eps = eps
        self.moments: dict[int, tuple[int, Array, Array]] = {}

    def change(self, position: int, gradient: Array) -> Array:
        """Return the corrected mean over the root of the corrected mean square."""
        beta1, beta2 = self.betas
        zero = np.zeros_like(gradient)
        t, m, v = self.moments.get(position, (0, zero, zero))
        t += 1
        m = beta1 * m + (1 - beta1) * gradient
        v = beta2 * v + (1 - beta2) * gradient**2
        self.moments[position] = (t, m, v)
        return self.lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + self.eps)
