"""The optimizers as their readers write them: NumPy classes over dicts of arrays.

Each class follows one method of this package, keeps its settings and states under their usual
names, and replaces ``params[key]`` by a new float array, so integer parameters are fine too.
After an update the attributes hold the step's quantities, one array a key. Settings may be arrays
that broadcast against the parameters: every element then has rates of its own.
"""

from collections.abc import Callable

from quizdeck.optimizers.numpy_reference.adam import (
    Adam,
    AdaMax,
    AdamPaper,
    AdamW,
    AdamWPaper,
    AMSGrad,
    AMSGradPyTorch,
)
from quizdeck.optimizers.numpy_reference.adaptive import (
    AdaDelta,
    AdaGrad,
    AdaGradKeras,
    RMSprop,
    RMSpropInside,
)
from quizdeck.optimizers.numpy_reference.arrays import (
    Array,
    Arrays,
    Optimizer,
    Parameters,
    Rate,
)
from quizdeck.optimizers.numpy_reference.momentum import (
    SGD,
    Momentum,
    MomentumPyTorch,
    MomentumRuder,
    Nesterov,
    NesterovLookahead,
)

__all__ = ["REFERENCES", "Array", "Arrays", "Optimizer", "Parameters", "Rate"]

REFERENCES: dict[str, Callable[..., Optimizer]] = {
    "sgd.book": SGD,
    "momentum.book": Momentum,
    "momentum.ruder": MomentumRuder,
    "momentum.pytorch": MomentumPyTorch,
    "nesterov.book": Nesterov,
    "nesterov.lookahead": NesterovLookahead,
    "adagrad.book": AdaGrad,
    "adagrad.keras": AdaGradKeras,
    "rmsprop.book": RMSprop,
    "rmsprop.inside": RMSpropInside,
    "adadelta.paper": AdaDelta,
    "adam.book": Adam,
    "adam.paper": AdamPaper,
    "amsgrad.paper": AMSGrad,
    "amsgrad.pytorch": AMSGradPyTorch,
    "adamw.pytorch": AdamW,
    "adamw.paper": AdamWPaper,
    "adamax.paper": AdaMax,
}
