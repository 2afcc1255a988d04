"""Every method, by id."""

from quizdeck.errors import UsageError
from quizdeck.optimizers import (
    adadelta,
    adagrad,
    adam,
    adamax,
    adamw,
    amsgrad,
    momentum,
    nesterov,
    rmsprop,
    sgd,
)
from quizdeck.optimizers.method import Method

# The first method of a family is the one that the family's name alone means.
METHODS: tuple[Method, ...] = (
    sgd.BOOK,
    momentum.BOOK,
    momentum.RUDER,
    momentum.PYTORCH,
    nesterov.BOOK,
    nesterov.LOOKAHEAD,
    adagrad.BOOK,
    adagrad.KERAS,
    rmsprop.BOOK,
    rmsprop.INSIDE,
    adadelta.PAPER,
    adam.BOOK,
    adam.PAPER,
    amsgrad.PAPER,
    amsgrad.PYTORCH,
    adamw.PYTORCH,
    adamw.PAPER,
    adamax.PAPER,
)


def method_by_id(id_: str) -> Method:
    """Return the method called ``id_``; a family alone means its first form, the book's if any.

    Raises ``UsageError`` for an unknown name.
    """
    for method in METHODS:
        if id_ in (method.id, method.family):
            return method
    known = ", ".join(method.id for method in METHODS)
    raise UsageError("usage.unknown_method", method=id_, known=known)
