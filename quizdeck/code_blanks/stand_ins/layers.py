"""Models of one layer, and their loss."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from quizdeck.code_blanks.stand_ins.tensors import Operand, Parameter, Tensor, tensor_of


class Module:
    """A model: the parameters among its attributes, and those of its parts."""

    def parameters(self) -> Iterator[Parameter]:
        """Yield every parameter."""
        for value in vars(self).values():
            if isinstance(value, Parameter):
                yield value
            elif isinstance(value, Module):
                yield from value.parameters()

    def zero_grad(self) -> None:
        """Forget the gradients."""
        for parameter in self.parameters():
            parameter.grad = None

    def train(self, mode: bool = True) -> Module:  # noqa: FBT001, FBT002 - PyTorch's signature
        """Change nothing; no layer here behaves differently in training."""
        self.training = mode
        return self

    def __call__(self, *inputs: Operand) -> Tensor:
        """Return what ``forward`` computes."""
        return self.forward(*inputs)

    def forward(self, *inputs: Operand) -> Tensor:
        """Compute the output; subclasses say how."""
        raise NotImplementedError


class Linear(Module):
    """``x W^T + b`` with fixed start values."""

    def __init__(self, in_features: int, out_features: int) -> None:
        size = in_features * out_features
        start = [math.sin(1.0 + position) / 2 for position in range(size)]
        self.weight = Parameter(np.reshape(start, (out_features, in_features)))
        self.bias = Parameter(np.zeros(out_features))

    def forward(self, *inputs: Operand) -> Tensor:
        """Return the affine map of the input."""
        (x,) = inputs
        return tensor_of(x) @ self.weight.T + self.bias


class MSELoss(Module):
    """The mean of squared differences."""

    def forward(self, *inputs: Operand) -> Tensor:
        """Return the loss of an output and its target."""
        output, target = inputs
        return ((tensor_of(output) - target) ** 2).mean()


def mse_loss(output: Operand, target: Operand) -> Tensor:
    """Return the mean of squared differences."""
    return MSELoss().forward(output, target)
