"""A few of PyTorch's names on NumPy arrays, enough to see in which order the steps must come.

Gradients accumulate in ``grad`` until ``zero_grad``, ``backward`` frees its graph, optimizers
leave parameters without a gradient alone. Everything is float64, the start values of ``Linear``
are fixed, and what is not here is missing.
"""

import importlib
from types import ModuleType

from quizdeck.code_blanks.stand_ins import layers, optimizers, tensors


def fresh_modules() -> dict[str, ModuleType]:
    """Return the modules by PyTorch's names, as if nothing had ever used them."""
    for module in (tensors, layers, optimizers):
        importlib.reload(module)
    functional = _module("torch.nn.functional", mse_loss=layers.mse_loss)
    nn = _module(
        "torch.nn",
        functional=functional,
        Linear=layers.Linear,
        Module=layers.Module,
        MSELoss=layers.MSELoss,
        Parameter=tensors.Parameter,
    )
    optim = _module(
        "torch.optim", SGD=optimizers.SGD, Adagrad=optimizers.Adagrad, Adam=optimizers.Adam
    )
    torch = _module(
        "torch",
        nn=nn,
        optim=optim,
        Tensor=tensors.Tensor,
        no_grad=tensors.no_grad,
        tensor=tensors.tensor,
    )
    return {module.__name__: module for module in (torch, nn, functional, optim)}


def _module(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module
